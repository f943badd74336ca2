// Package placement is the commands of who is placed where: to place by hand, with the checks that a coordinator expects, and what was seen and said
// after that.
package placement

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/outcome"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// row is a placement with the names of the people it names.
type row struct {
	placement.Row
	names map[journal.ID]string
	today time.Time
}

// Placement is the family.
func Placement(r *command.Run) *cobra.Command {
	return r.Family("placement", "cli.placement", room().Commands(command.Commands{
		"add": add, "edit": edit, "end": end, "visit": note("visit", placement.ItemVisit), "evaluate": note("evaluate", placement.ItemEvaluation),
		"agree": note("agree", placement.ItemAgreement), "kickoff": kickoff, "offer": offer,
	}))
}

// room is what the commands have in common. A placement is called by its student and its partner.
func room() fields.Room[row, row] {
	return fields.Room[row, row]{
		Name: "placement", Arg: "PLACEMENT", Title: "called",
		Of: fields.Of[row]{Table: model.Table[row]{{Name: "called", Get: func(p *row) journal.Value { return journal.Text(called(p)) }}}},
		Read: func(ctx context.Context, r *command.Run, s *model.Session) ([]row, error) {
			today := r.Today(ctx, s)
			all, err := placement.List(ctx, s, today)
			if err != nil {
				return nil, err
			}
			names, err := s.PersonNames(ctx, r.Say("person.removed"))
			out := make([]row, len(all))
			for i := range all {
				out[i] = row{all[i], names, today}
			}
			return out, err
		},
		Entity: func(p *row) *row { return p }, ID: func(p *row) journal.ID { return p.ID },
		Words: func(p *row) []string {
			return []string{p.Level, p.GuideName, p.names[p.Guide], p.names[p.School]}
		},
		Open:    func(p *row) bool { return p.State(p.today) != placement.Ended },
		Archive: func(id journal.ID) model.Action { return placement.Archive{ID: id} },
		Heads:   []string{"field.placement-student", "field.placement-partner", "field.placement-from", "field.placement-to", "field.placement-minutes", "field.placement-guide", "cli.placement.state"},
		Cells: func(r *command.Run, p *row) []string {
			return []string{p.names[p.Student], p.Where.Name, day(p.From), day(p.Last()), hours(p.Minutes), p.guide(), r.Words.PlacementState(p.State(p.today))}
		},
		Card: card, JSON: func(_ *command.Run, p *row) any { return jsonOf(p) },
	}
}

func called(p *row) string { return p.names[p.Student] + " · " + p.Where.Name }

func (p *row) guide() string {
	if p.GuideName != "" {
		return p.GuideName
	}
	return p.names[p.Guide]
}

// said are the flags that add and edit have in common.
type said struct {
	of         *fields.Flags[placement.Placement]
	supervisor string
	cmd        *cobra.Command
}

func flags(r *command.Run, cmd *cobra.Command) *said {
	f := &said{cmd: cmd, of: fields.Add(r, cmd, fields.Of[placement.Placement]{Table: placement.Table(), Prefix: "placement-",
		Fields: []string{"placement-partner", "placement-from", "placement-to", "placement-minutes", "placement-level", "placement-school", "placement-agreed", "placement-terms", "placement-anyway"},
		Flags:  map[string]string{"placement-minutes": "hours-a-week", "placement-school": "school-guide"}, Hours: []string{"placement-minutes"},
		Finds: map[string]fields.Find{"placement-partner": fields.Named(partner.All, func(p partner.Partner) journal.ID { return p.ID }, func(p partner.Partner) string { return p.Name })}})}
	cmd.Flags().StringVar(&f.supervisor, "supervisor", "", r.Say("field.placement-guide"))
	return f
}

// over puts what was said over a placement. The guide of the company is somebody who is known here, or else a name.
func (f *said) over(ctx context.Context, s *model.Session, p *placement.Placement) error {
	if err := f.of.Over(ctx, s, p); err != nil || !f.cmd.Flags().Changed("supervisor") {
		return err
	}
	p.Guide, p.GuideName = journal.ID{}, ""
	name := strings.TrimSpace(f.supervisor)
	if name == "" {
		return nil
	}
	found, err := lookup.Person(ctx, s, name)
	switch {
	case err == nil:
		p.Guide = found.ID
	case fault.KindOf(err) == fault.NotFound:
		p.GuideName, err = name, nil
	}
	return err
}

func add(r *command.Run) *cobra.Command {
	var f *said
	cmd := &cobra.Command{
		Use: "add STUDENT", Short: r.Say("cli.placement.add"), Args: command.Arguments(1, -1, "STUDENT"),
		Example: "  leerbalie placement add \"Noor Visser\" --partner schuur --from 2027-02-01 --to 2027-07-16 --supervisor \"Piet de Boer\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, name := range []string{"partner", "from", "to", "supervisor"} {
				if !cmd.Flags().Changed(name) {
					return command.Misuse("cli.flag-missing", "flag", "--"+name)
				}
			}
			return r.With(cmd, func(ctx context.Context, s *model.Session) error {
				student, err := lookup.Learner(ctx, s, strings.Join(args, " "))
				if err != nil {
					return err
				}
				p := placement.Placement{Student: student.ID}
				if err := f.over(ctx, s, &p); err != nil {
					return err
				}
				did, err := s.Do(ctx, placement.Add{Placement: p})
				if err != nil {
					return err
				}
				return tell(ctx, r, s, did.Entity, "did.act-placement-add")
			})
		},
	}
	f = flags(r, cmd)
	return cmd
}

// tell says what was done, or gives the JSON of one.
func tell(ctx context.Context, r *command.Run, s *model.Session, id journal.ID, did string) error {
	if !r.JSON {
		return output.Did(r, r.Say(did), id)
	}
	one, err := room().Meant(ctx, r, s, id.String())
	if err != nil {
		return err
	}
	return output.JSON(r.Out, jsonOf(&one))
}

func edit(r *command.Run) *cobra.Command {
	var f *said
	cmd := &cobra.Command{
		Use: "edit PLACEMENT", Short: r.Say("cli.placement.edit"), Args: command.Arguments(1, 1, "PLACEMENT"),
		Example: "  leerbalie placement edit Noor --to 2027-06-30",
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, one *row) (model.Action, error) {
				p := one.Placement
				err := f.over(ctx, s, &p)
				return placement.Edit{Placement: p}, err
			})
		},
	}
	f = flags(r, cmd)
	return cmd
}

func end(r *command.Run) *cobra.Command {
	var date, why string
	cmd := &cobra.Command{
		Use: "end PLACEMENT", Short: r.Say("cli.placement.end"), Args: command.Arguments(1, 1, "PLACEMENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				return placement.End{ID: p.ID, Day: day, Why: why}, nil
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.placement.last-day"))
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.placement.why"))
	return cmd
}

// note is a command that writes something down of a placement.
func note(name string, kind journal.ItemKind) func(*command.Run) *cobra.Command {
	return func(r *command.Run) *cobra.Command {
		var date, from string
		cmd := &cobra.Command{
			Use: name + " PLACEMENT TEXT", Short: r.Say("cli.placement." + name), Args: command.Arguments(2, -1, "PLACEMENT TEXT"),
			RunE: func(cmd *cobra.Command, args []string) error {
				day, err := command.ReadDay("date", date)
				if err != nil {
					return err
				}
				return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
					return placement.Write{ID: p.ID, Kind: kind, Day: day, Text: strings.Join(args[1:], " "), From: from}, nil
				})
			},
		}
		cmd.Flags().StringVar(&date, "date", "", r.Say("cli.partner.date"))
		if kind == placement.ItemEvaluation {
			cmd.Flags().StringVar(&from, "from", "", r.Say("field.placement-from-whom"))
		}
		return cmd
	}
}

func kickoff(r *command.Run) *cobra.Command {
	var date string
	cmd := &cobra.Command{
		Use: "kickoff PLACEMENT [TEXT]", Short: r.Say("cli.placement.kickoff"), Args: command.Arguments(1, -1, "PLACEMENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				return placement.KickOff{ID: p.ID, Day: day, Terms: strings.Join(args[1:], " ")}, nil
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("field.placement-kickoff"))
	return cmd
}

// offer notes what was offered. A job that the student takes is an outcome, too: both are written in one, or neither is.
func offer(r *command.Run) *cobra.Command {
	var date string
	var taken bool
	cmd := &cobra.Command{
		Use: "offer PLACEMENT job|apprenticeship", Short: r.Say("cli.placement.offer"), Args: command.Arguments(2, 2, "PLACEMENT OFFER"),
		Example: "  leerbalie placement offer Noor job --taken",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, s *model.Session) error {
				p, err := room().Meant(ctx, r, s, args[0])
				if err != nil {
					return err
				}
				actions := []model.Action{placement.Offer{ID: p.ID, What: placement.Offered(args[1]), Day: day, Taken: taken}}
				if taken && placement.Offered(args[1]) == placement.Job {
					actions = append(actions, outcome.Add{Student: p.Student, Kind: outcome.Job, Day: day})
				}
				if _, err := s.Do(ctx, actions...); err != nil {
					return err
				}
				return tell(ctx, r, s, p.ID, "did.act-placement-offer")
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("field.placement-offer-day"))
	cmd.Flags().BoolVar(&taken, "taken", false, r.Say("field.placement-taken"))
	return cmd
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
