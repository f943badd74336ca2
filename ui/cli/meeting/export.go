package meeting

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/meeting"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Export writes meetings and the dates of courses as iCalendar, for a calendar to subscribe to.
func Export(r *command.Run) *cobra.Command {
	var out output.File
	var from, to, person string
	var with []string
	var named bool
	cmd := &cobra.Command{
		Use: "meetings", Short: r.Say("cli.export.meetings"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie export meetings --person Petra -o overleg.ics",
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, w := range names(with) {
				if w != "checkins" && w != "assessments" {
					return command.Misuse("cli.flag-value", "flag", "--with", "value", w)
				}
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := period(ctx, r, session, from, to)
				if err != nil {
					return err
				}
				if person != "" {
					p, err := lookup.Person(ctx, session, person)
					if err != nil {
						return err
					}
					q.Person = p.ID
				}
				return export(ctx, r, session, q, names(with), named, out)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.flag.meeting.list-from"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.list-to"))
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.meeting.person"))
	cmd.Flags().StringArrayVar(&with, "with", nil, r.Say("cli.flag.meeting.with"))
	cmd.Flags().BoolVar(&named, "names", false, r.Say("cli.flag.meeting.names"))
	out.Flags(r, cmd)
	return cmd
}

func export(ctx context.Context, r *command.Run, session *model.Session, q meeting.Query, with []string, named bool, out output.File) error {
	roster, err := meeting.Read(ctx, session, q)
	if err != nil {
		return err
	}
	all, err := course.ForCalendar(ctx, session)
	if err != nil {
		return err
	}
	courses := all[:0]
	for _, c := range all {
		kept := c.Dates[:0:0]
		for _, day := range c.Dates {
			if !day.Before(q.From) && !day.After(q.To) {
				kept = append(kept, day)
			}
		}
		p := roster.People[q.Person]
		if _, takes := c.GroupOf(&p); len(kept) > 0 && (q.Person.IsZero() || takes || c.Leads(q.Person)) {
			courses = append(courses, c)
		}
	}
	zones, err := zonesOf(ctx, session)
	if err != nil {
		return err
	}
	zone := r.Zone(ctx, session)
	c := r.Words.MeetingCalendar(roster, courses, zones, zone, named)
	c.Made = r.Now()
	for _, w := range with {
		if w == "checkins" {
			b, err := pairing.Read(ctx, session)
			if err != nil {
				return err
			}
			c.Events = append(c.Events, r.Words.PairCalendar(b, r.Now()).Events...)
			continue
		}
		m, err := output.Maker(ctx, r, session)
		if err != nil {
			return err
		}
		progress, err := hours.ReadClassProgress(ctx, session, journal.ID{})
		if err != nil {
			return err
		}
		c.Events = append(c.Events, m.Calendar(progress).Events...)
	}
	if err := out.Put(r, func(dst io.Writer) error { return r.Powers.Calendar(dst, c) }); err != nil || !out.Named() {
		return err
	}
	r.Tell(r.Words.Count("cli.export.events", len(c.Events), "path", cell.Safe(out.Path, 200)))
	return nil
}

// zonesOf tells in which zone a site is.
func zonesOf(ctx context.Context, session *model.Session) (func(journal.ID) *time.Location, error) {
	all, err := session.Sites(ctx)
	if err != nil {
		return nil, err
	}
	return func(site journal.ID) *time.Location {
		for _, s := range all {
			if s.ID == site {
				return s.Location()
			}
		}
		return days.Zone(days.DefaultZone)
	}, nil
}
