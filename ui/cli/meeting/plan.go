package meeting

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// agreed is what flags say of a meeting.
type agreed struct {
	title, start, place, theme, note string
	minutes                          int
	forms, leaders, expect, groups   []string
}

func (g *agreed) flags(r *command.Run, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&g.title, "title", "", r.Say("cli.flag.meeting.title"))
	f.StringVar(&g.start, "start", "", r.Say("cli.flag.meeting.start"))
	f.IntVar(&g.minutes, "minutes", 90, r.Say("cli.flag.meeting.minutes"))
	f.StringVar(&g.place, "place", "", r.Say("cli.flag.meeting.place"))
	f.StringVar(&g.theme, "theme", "", r.Say("cli.flag.meeting.theme"))
	f.StringVar(&g.note, "note", "", r.Say("cli.flag.meeting.note"))
	f.StringArrayVar(&g.forms, "form", nil, r.Say("cli.flag.meeting.form"))
	f.StringArrayVar(&g.leaders, "leader", nil, r.Say("cli.flag.meeting.leader"))
	f.StringArrayVar(&g.expect, "expect", nil, r.Say("cli.flag.meeting.expect"))
	f.StringArrayVar(&g.groups, "group", nil, r.Say("cli.flag.meeting.group"))
}

// over puts what flags said over a meeting.
func (g *agreed) over(ctx context.Context, session *model.Session, cmd *cobra.Command, m *meeting.Meeting) (err error) {
	said := cmd.Flags().Changed
	for _, f := range []struct {
		flag  string
		value string
		at    *string
	}{{"title", g.title, &m.Title}, {"place", g.place, &m.Place}, {"theme", g.theme, &m.Theme}, {"note", g.note, &m.Note}} {
		if said(f.flag) {
			*f.at = f.value
		}
	}
	if said("start") {
		start, ok := text.ParseClock(g.start)
		if !ok {
			return command.Misuse("cli.flag-value", "flag", "--start", "value", g.start)
		}
		m.Start = start
	}
	if said("minutes") {
		m.Minutes = g.minutes
	}
	if said("expect") {
		if m.Expected, m.Groups, err = expected(ctx, session, g.expect); err != nil {
			return err
		}
	}
	if said("group") {
		if !said("expect") {
			m.Groups = nil
		}
		for _, name := range names(g.groups) {
			group, err := lookup.Group(ctx, session, name)
			if err != nil {
				return err
			}
			m.Groups = append(m.Groups, group.ID)
		}
	}
	return nil
}

// names are those in flags that may be given more than once, and with commas.
func names(typed []string) (out []string) {
	for _, t := range typed {
		for name := range strings.SplitSeq(t, ",") {
			if name = strings.TrimSpace(name); name != "" {
				out = append(out, name)
			}
		}
	}
	return out
}

// expected are the people that a flag names, and the groups where a name is that of one.
func expected(ctx context.Context, session *model.Session, typed []string) (people, groups []journal.ID, err error) {
	for _, name := range names(typed) {
		p, err := lookup.Person(ctx, session, name)
		if err == nil {
			people = append(people, p.ID)
			continue
		}
		g, none := lookup.Group(ctx, session, name)
		if none != nil {
			return nil, nil, err
		}
		groups = append(groups, g.ID)
	}
	return people, groups, nil
}

// together are people whose names stand with a plus between: who leads one meeting together.
func together(ctx context.Context, session *model.Session, typed string) (out []journal.ID, err error) {
	for name := range strings.SplitSeq(typed, "+") {
		p, err := lookup.Person(ctx, session, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		out = append(out, p.ID)
	}
	return out, nil
}

// series reads what a series is planned by.
func (g *agreed) series(ctx context.Context, session *model.Session, cmd *cobra.Command, s *meeting.Series) (err error) {
	s.Meeting.Minutes, s.Meeting.Start = g.minutes, 9*60
	if err := g.over(ctx, session, cmd, &s.Meeting); err != nil {
		return err
	}
	s.Forms = names(g.forms)
	for _, typed := range names(g.leaders) {
		who, err := together(ctx, session, typed)
		if err != nil {
			return err
		}
		s.Leaders = append(s.Leaders, who)
	}
	return nil
}

// plannedJSON is what became of planning. The names are a promise to scripts.
type plannedJSON struct {
	Series   string        `json:"series"`
	Meetings []meetingJSON `json:"meetings"`
	Skipped  []skippedJSON `json:"skipped"`
}

type skippedJSON struct {
	Date string `json:"date"`
	Why  string `json:"why"`
}

func skippedOut(r *command.Run, all []meeting.Skipped) []skippedJSON {
	out := []skippedJSON{}
	for _, s := range all {
		out = append(out, skippedJSON{s.Day.Format(time.DateOnly), r.Words.FreeDays(s.Free)})
	}
	return out
}

func meetingPlan(r *command.Run) *cobra.Command {
	var g agreed
	var weekday, from, to string
	var every int
	var onFree, dry bool
	cmd := &cobra.Command{
		Use: "plan", Short: r.Say("cli.meeting.plan"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie meeting plan --weekday fri --from 2027-02-01 --to 2027-07-16 --title Overleg --start 9:30 --form carrousel,casus --expect \"Klas 2B\" --dry-run",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s := meeting.Series{Every: every, OnFree: onFree}
				for _, f := range []struct{ flag, value string }{{"weekday", weekday}, {"from", from}, {"to", to}} {
					if f.value == "" {
						return command.Misuse("cli.flag-missing", "flag", "--"+f.flag)
					}
				}
				if every < 1 {
					return command.Misuse("cli.flag-value", "flag", "--every", "value", strconv.Itoa(every))
				}
				var err error
				if s.Weekday, err = visits.ParseWeekday(weekday); err != nil {
					return err
				}
				if s.From, err = command.ReadDay("from", from); err != nil {
					return err
				}
				if s.To, err = command.ReadDay("to", to); err != nil {
					return err
				}
				if err := g.series(ctx, session, cmd, &s); err != nil {
					return err
				}
				if s.Meeting.Title == "" && s.Meeting.Theme == "" {
					s.Meeting.Title = r.Say("meeting.called")
				}
				return plan(ctx, r, session, s, dry)
			})
		},
	}
	g.flags(r, cmd)
	cmd.Flags().StringVar(&weekday, "weekday", "", r.Say("cli.flag.meeting.weekday"))
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.flag.meeting.from"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.to"))
	cmd.Flags().IntVar(&every, "every", 1, r.Say("cli.flag.meeting.every"))
	cmd.Flags().BoolVar(&onFree, "on-free", false, r.Say("cli.flag.meeting.on-free"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.meeting.dry-run"))
	return cmd
}

// plan plans a series, or only says what it would be.
func plan(ctx context.Context, r *command.Run, session *model.Session, s meeting.Series, dry bool) error {
	if s.To.Before(s.From) { // free days have no words for that here
		_, _, err := s.Meetings(nil)
		return err
	}
	all, err := free.Read(ctx, session, s.From, s.To)
	if err != nil {
		return err
	}
	made, skipped, err := s.Meetings(all)
	if err != nil {
		return err
	}
	out := plannedJSON{Meetings: []meetingJSON{}, Skipped: skippedOut(r, skipped)}
	roster := meeting.Roster{}
	if dry {
		roster.Rows = make([]meeting.Row, len(made))
		for i := range made {
			roster.Rows[i].Meeting = made[i]
		}
		roster.Hint()
		people, err := meeting.Read(ctx, session, meeting.Query{From: s.From, To: s.To})
		if err != nil {
			return err
		}
		roster.People, roster.Groups = people.People, people.Groups
	} else {
		did, err := session.Do(ctx, meeting.Plan{Series: s})
		if err != nil {
			return err
		}
		if roster, err = meeting.Read(ctx, session, meeting.Query{From: s.From, To: s.To}); err != nil {
			return err
		}
		var rows []meeting.Row
		for _, id := range did.Created {
			for _, row := range roster.Rows {
				if row.ID == id {
					rows = append(rows, row)
					out.Series = row.Series.String()
				}
			}
		}
		roster.Rows = rows
	}
	if r.JSON {
		for i := range roster.Rows {
			out.Meetings = append(out.Meetings, rowOut(r, &roster, &roster.Rows[i]))
		}
		return output.JSON(r.Out, out)
	}
	said := "cli.meeting.planned"
	if dry {
		said = "cli.meeting.would"
	}
	fmt.Fprintln(r.Out, r.Words.Count(said, len(roster.Rows)))
	if len(skipped) > 0 {
		fmt.Fprintln(r.Out, r.Words.LeftOut(skipped))
	}
	return table(r, &roster, len(roster.Rows))
}

func meetingAdd(r *command.Run) *cobra.Command {
	var g agreed
	var on string
	cmd := &cobra.Command{
		Use: "add TITLE", Short: r.Say("cli.meeting.add"), Args: command.Arguments(1, 1, "TITLE"),
		Example: "  leerbalie meeting add \"Start met het werkveld\" --date 2027-02-05 --start 13:00 --expect Petra,\"Klas 2B\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if on == "" {
					return command.Misuse("cli.flag-missing", "flag", "--date")
				}
				day, err := command.ReadDay("date", on)
				if err != nil {
					return err
				}
				var s meeting.Series
				if err := g.series(ctx, session, cmd, &s); err != nil {
					return err
				}
				m := s.Meeting
				m.Title, m.Day, m.Form = args[0], day, strings.Join(s.Forms, ", ")
				for _, who := range s.Leaders {
					m.Leaders = append(m.Leaders, who...)
				}
				did, err := session.Do(ctx, meeting.Add{Meeting: m})
				if err != nil {
					return err
				}
				return tell(ctx, r, session, did.Entity, r.Say("did.act-meeting-add"))
			})
		},
	}
	g.flags(r, cmd)
	cmd.Flags().StringVar(&on, "date", "", r.Say("cli.flag.meeting.date"))
	return cmd
}
