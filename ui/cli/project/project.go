// Package project is the commands of projects in a district: who takes part, who agreed with the programme, the sessions, what came of them, and
// making them evidence.
package project

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/lookup"
)

// Project is the family.
func Project(r *command.Run) *cobra.Command {
	return r.Family("project", "cli.project", room().Commands(command.Commands{
		"join": join, "leave": leave, "agree": agree, "session": session, "present": present, "note": note, "result": result, "evidence": evidence, "end": end,
	}))
}

// row is a project as it is listed: with names, who was there, and how it stands to its plan.
type row struct {
	project.View
	plan  hours.ProjectPlan
	plans map[journal.ID]hours.ProjectPlan // by student
}

func room() fields.Room[project.Project, row] {
	return fields.Room[project.Project, row]{
		Name: "project", Arg: "PROJECT", Title: "project-title",
		Of: fields.Of[project.Project]{Table: project.Table(), Prefix: "project-",
			Fields: []string{"project-theme", "work", "project-district", "project-target", "project-why", "project-programme", "project-from", "project-to", "project-hours-a-week", "project-leaders", "project-partners",
				"project-nodes", "project-state", "project-came", "project-no-hours"},
			Flags: map[string]string{"project-leaders": "leader", "project-partners": "partner", "project-nodes": "node"},
			Finds: map[string]fields.Find{"project-nodes": nodeOf,
				"project-partners": fields.Named(partner.All, func(p partner.Partner) journal.ID { return p.ID }, func(p partner.Partner) string { return p.Name })}},
		Examples: map[string]string{
			"add":  "  leerbalie project add \"Samen eten\" --theme eenzaamheid --district Zuid --from 2027-01-11 --to 2027-12-17 --hours-a-week 16 --leader Samira",
			"edit": "  leerbalie project edit \"Samen eten\" --programme \"elke week koken met de buurt\"",
			"list": "  leerbalie project list --all --json",
		},
		Read:   read,
		Entity: func(p *row) *project.Project { return &p.Project }, ID: func(p *row) journal.ID { return p.ID },
		Words: func(p *row) []string { return append(p.names(p.Leaders), p.District, p.Theme, p.Target) },
		Open:  func(p *row) bool { return p.State == project.Planned || p.State == project.Running },
		Add:   func(p project.Project) model.Action { return project.Add{Project: p} }, Edit: func(p project.Project) model.Action { return project.Edit{Project: p} },
		Archive: func(id journal.ID) model.Action { return project.Archive{ID: id} },
		Heads:   []string{"field.project-title", "field.project-district", "field.project-theme", "field.project-state", "field.project-leaders", "project.sessions", "project.participants", "project.hours"},
		Cells: func(r *command.Run, p *row) []string {
			return []string{p.Title, p.District, p.Theme, r.Words.ProjectState(p.State), strings.Join(p.names(p.Leaders), ", "), strconv.Itoa(len(p.Sessions)), strconv.Itoa(p.Participants()), r.Words.ProjectPlan(p.plan)}
		},
		Card: card, JSON: func(_ *command.Run, p *row) any { return jsonOf(p) },
	}
}

func read(ctx context.Context, r *command.Run, s *model.Session) ([]row, error) {
	all, err := project.ReadAll(ctx, s)
	if err != nil {
		return nil, err
	}
	free, err := hours.ReadFree(ctx, s)
	if err != nil {
		return nil, err
	}
	today := r.Today(ctx, s)
	out := make([]row, len(all))
	for i := range all {
		out[i] = row{View: all[i], plan: hours.PlanOfAll(&all[i], free, today), plans: map[journal.ID]hours.ProjectPlan{}}
		for j := range all[i].People {
			p := &all[i].People[j]
			out[i].plans[p.Student.ID] = hours.PlanOf(&all[i].Project, p, free, today)
		}
	}
	return out, nil
}

// names are what people, partners and the members of pairs are called.
func (p *row) names(ids []journal.ID) (out []string) {
	for _, id := range ids {
		out = append(out, p.Called[id])
	}
	return out
}

func nodeOf(ctx context.Context, s *model.Session, text string) (journal.ID, error) {
	ids, err := course.FindNodes(ctx, s, []string{text}, nil)
	if err != nil || len(ids) == 0 {
		return journal.ID{}, err
	}
	return ids[0], nil
}

// who finds people by their names, and pairs by their ids.
func who(ctx context.Context, s *model.Session, texts []string) (out []journal.ID, err error) {
	for _, t := range texts {
		if id, err := journal.ParseID(strings.TrimSpace(t)); err == nil {
			if _, err := pairs.ReadPair(ctx, s, id); err == nil {
				out = append(out, id)
				continue
			}
		}
		p, err := lookup.Person(ctx, s, t)
		if err != nil {
			return nil, err
		}
		out = append(out, p.ID)
	}
	return out, nil
}

func join(r *command.Run) *cobra.Command {
	var since string
	cmd := &cobra.Command{
		Use: "join PROJECT NAME…", Short: r.Say("cli.project.join"), Long: r.Say("cli.project.join-long"), Args: command.Arguments(2, -1, "PROJECT NAME"),
		Example: "  leerbalie project join \"Samen eten\" Noor Ali",
		RunE: func(cmd *cobra.Command, args []string) error {
			on, err := command.ReadDay("since", since)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, p *row) (model.Action, error) {
				ids, err := who(ctx, s, args[1:])
				return project.Join{ID: p.ID, Who: ids, On: on}, err
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "", r.Say("field.project-since"))
	return cmd
}

func leave(r *command.Run) *cobra.Command {
	var until string
	cmd := &cobra.Command{
		Use: "leave PROJECT NAME…", Short: r.Say("cli.project.leave"), Args: command.Arguments(2, -1, "PROJECT NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			on, err := command.ReadDay("until", until)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, p *row) (model.Action, error) {
				ids, err := who(ctx, s, args[1:])
				return project.Leave{ID: p.ID, Who: ids, On: on}, err
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", r.Say("field.project-until"))
	return cmd
}

func agree(r *command.Run) *cobra.Command {
	var party, of, partnerName, on, whose string
	var off bool
	cmd := &cobra.Command{
		Use: "agree PROJECT", Short: r.Say("cli.project.agree"), Long: r.Say("cli.project.agree-long"), Args: command.Arguments(1, 1, "PROJECT"),
		Example: "  leerbalie project agree \"Samen eten\" --as-party school --for \"ROC Zuid\" --on 2027-01-11",
		RunE: func(cmd *cobra.Command, args []string) error {
			if party == "" {
				return command.Misuse("cli.flag-missing", "flag", "--as-party")
			}
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, p *row) (model.Action, error) {
				a := project.Agree{ID: p.ID, Party: project.Party(party), For: whose, On: day, Off: off}
				var err error
				switch {
				case partnerName != "":
					a.Who, err = fields.Named(partner.All, func(p partner.Partner) journal.ID { return p.ID }, func(p partner.Partner) string { return p.Name })(ctx, s, partnerName)
				case of != "":
					a.Who, err = fields.Person(ctx, s, of)
				}
				return a, err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&party, "as-party", "", r.Say("cli.project.as-party"))
	f.StringVar(&of, "who", "", r.Say("cli.project.who"))
	f.StringVar(&partnerName, "partner", "", r.Say("cli.project.partner"))
	f.StringVar(&whose, "for", "", r.Say("cli.project.for"))
	f.StringVar(&on, "on", "", r.Say("field.project-agreed-on"))
	f.BoolVar(&off, "off", false, r.Say("cli.project.off"))
	return cmd
}

// sessionOf is the session that a text means: its id, or its day where there is one then.
func sessionOf(p *row, text string) (project.Session, error) {
	day, _ := command.ReadDay("session", text)
	var found []project.Session
	for _, s := range p.Sessions {
		if s.ID.String() == text || !day.IsZero() && s.Day.Equal(day) {
			found = append(found, s)
		}
	}
	switch len(found) {
	case 0:
		return project.Session{}, fault.New(fault.NotFound, "project-session-unknown", "title", p.Title)
	case 1:
		return found[0], nil
	}
	return project.Session{}, fault.New(fault.Conflict, "project-session-several", "day", text, "title", p.Title)
}

func session(r *command.Run) *cobra.Command {
	var date, what, id string
	var came, minutes int
	var names []string
	var off bool
	cmd := &cobra.Command{
		Use: "session PROJECT", Short: r.Say("cli.project.session"), Long: r.Say("cli.project.session-long"), Args: command.Arguments(1, 1, "PROJECT"),
		Example: "  leerbalie project session \"Samen eten\" --date 2027-01-18 --participants 14 --minutes 150 --present Noor,Ali",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			if day.IsZero() && id == "" {
				return command.Misuse("cli.flag-missing", "flag", "--date")
			}
			return also(r, cmd, args[0], func(ctx context.Context, s *model.Session, p *row) ([]model.Action, error) {
				now := project.Session{Day: day}
				if id != "" {
					was, err := sessionOf(p, id)
					if err != nil {
						return nil, err
					}
					if now = was; !day.IsZero() {
						now.Day = day
					}
				}
				for flag, put := range map[string]func(){"participants": func() { now.Came = came }, "minutes": func() { now.Minutes = minutes }, "what": func() { now.What = what }} {
					if cmd.Flags().Changed(flag) {
						put()
					}
				}
				actions := []model.Action{project.NoteSession{Project: p.ID, Session: now, Off: off}}
				if len(names) > 0 && !off {
					marks, err := marked(ctx, s, names, "present")
					if err != nil {
						return nil, err
					}
					actions = append(actions, project.NotePresence{Project: p.ID, Day: now.Day, Marks: marks})
				}
				return actions, nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&date, "date", "", r.Say("field.project-session-day"))
	f.IntVar(&came, "participants", 0, r.Say("cli.project.participants"))
	f.IntVar(&minutes, "minutes", 0, r.Say("cli.project.minutes"))
	f.StringVar(&what, "what", "", r.Say("cli.project.what"))
	f.StringSliceVar(&names, "present", nil, r.Say("cli.project.present-names"))
	f.StringVar(&id, "session", "", r.Say("cli.project.which"))
	f.BoolVar(&off, "off", false, r.Say("cli.project.off"))
	return cmd
}

func end(r *command.Run) *cobra.Command {
	var came string
	var stopped bool
	cmd := &cobra.Command{
		Use: "end PROJECT", Short: r.Say("cli.project.end"), Args: command.Arguments(1, 1, "PROJECT"),
		Example: "  leerbalie project end \"Samen eten\" --came \"vier buren eten nu elke week samen\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				now := p.Project
				if now.State = project.Done; stopped {
					now.State = project.Stopped
				}
				if came != "" {
					now.Came = came
				}
				return project.Edit{Project: now}, nil
			})
		},
	}
	cmd.Flags().StringVar(&came, "came", "", r.Say("field.project-came"))
	cmd.Flags().BoolVar(&stopped, "stopped", false, r.Say("cli.project.stopped"))
	return cmd
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
