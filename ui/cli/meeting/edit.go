package meeting

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/text"
)

// act does something with the meeting that was named, and gives it as it is then.
func act(r *command.Run, cmd *cobra.Command, named string, do func(ctx context.Context, session *model.Session, id journal.ID) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		id, err := find(ctx, session, named)
		if err != nil {
			return err
		}
		a, err := do(ctx, session, id)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		return tell(ctx, r, session, id, r.Say("did."+a.Name()))
	})
}

// reach reads which of a series is meant.
func reach(r *command.Run, cmd *cobra.Command, typed *string) {
	cmd.Flags().StringVar(typed, "reach", string(meeting.Only), r.Say("cli.flag.meeting.reach"))
}

func meetingEdit(r *command.Run) *cobra.Command {
	var g agreed
	var on, of string
	cmd := &cobra.Command{
		Use: "edit ID", Short: r.Say("cli.meeting.edit"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie meeting edit 3fa9c1 --place Buurthuis --reach following",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(ctx context.Context, session *model.Session, id journal.ID) (model.Action, error) {
				_, row, err := meeting.ReadOne(ctx, session, id)
				if err != nil {
					return nil, err
				}
				m := row.Meeting
				if err := g.over(ctx, session, cmd, &m); err != nil {
					return nil, err
				}
				if cmd.Flags().Changed("form") {
					m.Form = strings.Join(names(g.forms), ", ")
				}
				if cmd.Flags().Changed("leader") {
					m.Leaders = nil
					for _, typed := range names(g.leaders) {
						who, err := together(ctx, session, typed)
						if err != nil {
							return nil, err
						}
						m.Leaders = append(m.Leaders, who...)
					}
				}
				if m.Day, err = dayOr("date", on, m.Day); err != nil {
					return nil, err
				}
				return meeting.Edit{Meeting: m, Reach: meeting.Reach(of)}, nil
			})
		},
	}
	g.flags(r, cmd)
	cmd.Flags().StringVar(&on, "date", "", r.Say("cli.flag.meeting.date"))
	reach(r, cmd, &of)
	return cmd
}

func meetingMove(r *command.Run) *cobra.Command {
	var to, start, of string
	cmd := &cobra.Command{
		Use: "move ID", Short: r.Say("cli.meeting.move"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie meeting move 3fa9c1 --to 2027-03-11 --start 13:00",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(_ context.Context, _ *model.Session, id journal.ID) (model.Action, error) {
				a := meeting.Move{ID: id, Start: -1, Reach: meeting.Reach(of)}
				if to == "" && start == "" {
					return nil, command.Misuse("cli.flag-missing", "flag", "--to")
				}
				var err error
				if a.Day, err = dayOr("to", to, a.Day); err != nil {
					return nil, err
				}
				if start != "" {
					var ok bool
					if a.Start, ok = text.ParseClock(start); !ok {
						return nil, command.Misuse("cli.flag-value", "flag", "--start", "value", start)
					}
				}
				return a, nil
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.date"))
	cmd.Flags().StringVar(&start, "start", "", r.Say("cli.flag.meeting.start"))
	reach(r, cmd, &of)
	return cmd
}

func meetingCancel(r *command.Run) *cobra.Command {
	var why, of string
	var back bool
	cmd := &cobra.Command{
		Use: "cancel ID", Short: r.Say("cli.meeting.cancel"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie meeting cancel 3fa9c1 --why ziek",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(_ context.Context, _ *model.Session, id journal.ID) (model.Action, error) {
				return meeting.Cancel{ID: id, Why: why, Reach: meeting.Reach(of), Back: back}, nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.meeting.why"))
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.meeting.back"))
	reach(r, cmd, &of)
	return cmd
}

func meetingRemove(r *command.Run) *cobra.Command {
	var of string
	cmd := &cobra.Command{
		Use: "remove ID", Short: r.Say("cli.meeting.remove"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := find(ctx, session, args[0])
				if err != nil {
					return err
				}
				a := meeting.Remove{ID: id, Reach: meeting.Reach(of)}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				return did(r, r.Say("did."+a.Name()), id)
			})
		},
	}
	reach(r, cmd, &of)
	return cmd
}

func meetingAnswer(r *command.Run) *cobra.Command {
	var person string
	cmd := &cobra.Command{
		Use: "answer ID yes|no|maybe|none", Short: r.Say("cli.meeting.answer"), Args: command.Arguments(2, 2, "ID yes|no|maybe|none"),
		Example: "  leerbalie meeting answer 3fa9c1 yes",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(ctx context.Context, session *model.Session, id journal.ID) (model.Action, error) {
				a := meeting.Answer{ID: id, Reply: meeting.Reply(strings.ToLower(args[1]))}
				if a.Reply == "none" {
					a.Reply = ""
				}
				if person != "" {
					p, err := lookup.Person(ctx, session, person)
					if err != nil {
						return nil, err
					}
					a.Person = p.ID
				}
				return a, nil
			})
		},
	}
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.meeting.answer-for"))
	return cmd
}

func meetingPresent(r *command.Run) *cobra.Command {
	var state string
	cmd := &cobra.Command{
		Use: "present ID NAME…", Short: r.Say("cli.meeting.present"), Args: command.Arguments(2, -1, "ID NAME"),
		Example: "  leerbalie meeting present 3fa9c1 Noor Ali Petra",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(ctx context.Context, session *model.Session, id journal.ID) (model.Action, error) {
				a := meeting.Attend{ID: id, State: ledger.State(state)}
				if state == "none" {
					a.State = ""
				}
				for _, name := range names(args[1:]) {
					p, err := lookup.Person(ctx, session, name)
					if err != nil {
						return nil, err
					}
					a.People = append(a.People, p.ID)
				}
				return a, nil
			})
		},
	}
	cmd.Flags().StringVar(&state, "state", string(ledger.Present), r.Say("cli.flag.meeting.state"))
	return cmd
}
