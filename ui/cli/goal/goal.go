// Package goal is the commands of the common agenda: goals, their steps and small results, what is still to be learned and who offers that, and
// what came of them.
package goal

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/lookup"
)

// Goal is the family.
func Goal(r *command.Run) *cobra.Command {
	return r.Family("goal", "cli.goal", room().Commands(command.Commands{
		"step": step, "tick": tick, "result": result, "need": need, "offer": offer, "end": end, "reopen": reopen,
	}))
}

func room() fields.Room[goal.Goal, goal.Row] {
	return fields.Room[goal.Goal, goal.Row]{
		Name: "goal", Arg: "GOAL", Title: "goal-title", Needs: []string{"goal-owner"},
		Of: fields.Of[goal.Goal]{Table: goal.Table(), Prefix: "goal-", Fields: []string{"goal-owner", "goal-why", "goal-by", "goal-phase", "goal-expect", "goal-theme", "work", "goal-members"}},
		Examples: map[string]string{
			"add":  "  leerbalie goal add \"Iedereen vindt het taalcafé\" --owner Samira --by 2027-02-01 --phase verkennen",
			"edit": "  leerbalie goal edit taalcafé --owner Noor --phase proberen",
			"list": "  leerbalie goal list --all --json",
		},
		Read: func(ctx context.Context, r *command.Run, s *model.Session) ([]goal.Row, error) {
			return goal.List(ctx, s, r.Today(ctx, s))
		},
		Entity: func(g *goal.Row) *goal.Goal { return &g.Goal }, ID: func(g *goal.Row) journal.ID { return g.ID },
		Words: func(g *goal.Row) []string { return []string{g.Why, g.Theme, g.Phase, g.NameOf(g.Owner)} },
		Open:  func(g *goal.Row) bool { return g.State == goal.Open },
		Add:   func(g goal.Goal) model.Action { return goal.Add{Goal: g} }, Edit: func(g goal.Goal) model.Action { return goal.Edit{Goal: g} },
		Archive: func(id journal.ID) model.Action { return goal.Archive{ID: id} },
		Heads:   []string{"field.goal-title", "field.goal-owner", "field.goal-by", "field.goal-phase", "field.goal-state", "cli.goal.steps"},
		Cells: func(r *command.Run, g *goal.Row) []string {
			return []string{g.Title, owner(r, g), day(r, g.By), g.Phase, r.Words.GoalState(g.State), steps(r, g)}
		},
		Card: card, JSON: func(_ *command.Run, g *goal.Row) any { return jsonOf(g) },
	}
}

func day(r *command.Run, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return r.Words.ShortDay(t)
}

func owner(r *command.Run, g *goal.Row) string {
	if g.Alone {
		return r.Say("goals.alone", "name", g.NameOf(g.Owner))
	}
	return g.NameOf(g.Owner)
}

func steps(r *command.Run, g *goal.Row) string {
	done := 0
	for _, s := range g.Steps {
		if !s.Done.IsZero() {
			done++
		}
	}
	return r.Say("goals.steps-of", "n", done, "of", len(g.Steps))
}

// stepOf is the step that a text means: its id, or its words.
func stepOf(g *goal.Row, text string) (goal.Step, error) {
	return lookup.One(text, g.Steps, func(s goal.Step) journal.ID { return s.Key }, func(s goal.Step) string { return s.Text })
}

func personOf(ctx context.Context, s *model.Session, text string) (journal.ID, error) {
	if text == "" {
		return journal.ID{}, nil
	}
	return fields.Person(ctx, s, text)
}

func step(r *command.Run) *cobra.Command {
	var by, on string
	cmd := &cobra.Command{
		Use: "step GOAL TEXT", Short: r.Say("cli.goal.step"), Args: command.Arguments(2, -1, "GOAL TEXT"),
		Example: "  leerbalie goal step taalcafé \"flyer maken\" --on Ali --by 2026-12-18",
		RunE: func(cmd *cobra.Command, args []string) error {
			until, err := command.ReadDay("by", by)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, g *goal.Row) (model.Action, error) {
				who, err := personOf(ctx, s, on)
				return goal.PutStep{Goal: g.ID, Step: goal.Step{Noted: goal.Noted{Text: strings.Join(args[1:], " ")}, Until: until, Person: who}}, err
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", r.Say("field.goal-by"))
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.goal.on"))
	return cmd
}

func tick(r *command.Run) *cobra.Command {
	var off bool
	cmd := &cobra.Command{
		Use: "tick GOAL STEP", Short: r.Say("cli.goal.tick"), Args: command.Arguments(2, -1, "GOAL STEP"),
		Example: "  leerbalie goal tick taalcafé flyer",
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, g *goal.Row) (model.Action, error) {
				s, err := stepOf(g, strings.Join(args[1:], " "))
				return goal.Tick{Goal: g.ID, Step: s.Key, Off: off}, err
			})
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, r.Say("cli.goal.off"))
	return cmd
}

func result(r *command.Run) *cobra.Command {
	var date string
	cmd := &cobra.Command{
		Use: "result GOAL TEXT", Short: r.Say("cli.goal.result"), Args: command.Arguments(2, -1, "GOAL TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, g *goal.Row) (model.Action, error) {
				return goal.PutResult{Goal: g.ID, Result: goal.Result{Noted: goal.Noted{Text: strings.Join(args[1:], " ")}, Day: day}}, nil
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("field.goal-result-day"))
	return cmd
}

func need(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "need GOAL TEXT", Short: r.Say("cli.goal.need"), Args: command.Arguments(2, -1, "GOAL TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, g *goal.Row) (model.Action, error) {
				return goal.PutNeed{Goal: g.ID, Need: goal.Need{Noted: goal.Noted{Text: strings.Join(args[1:], " ")}}}, nil
			})
		},
	}
}

func offer(r *command.Run) *cobra.Command {
	var who string
	cmd := &cobra.Command{
		Use: "offer GOAL NEED TEXT", Short: r.Say("cli.goal.offer"), Args: command.Arguments(3, -1, "GOAL NEED TEXT"),
		Example: "  leerbalie goal offer taalcafé schrijven \"les op dinsdag\" --by Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, g *goal.Row) (model.Action, error) {
				n, err := lookup.One(args[1], g.Needs, func(n goal.Need) journal.ID { return n.Key }, func(n goal.Need) string { return n.Text })
				if err != nil {
					return nil, err
				}
				person, err := personOf(ctx, s, who)
				return goal.PutOffer{Goal: g.ID, Offer: goal.Offer{Noted: goal.Noted{Text: strings.Join(args[2:], " ")}, Need: n.Key, Person: person}}, err
			})
		},
	}
	cmd.Flags().StringVar(&who, "by", "", r.Say("field.goal-offer"))
	return cmd
}

func end(r *command.Run) *cobra.Command {
	var dropped bool
	cmd := &cobra.Command{
		Use: "end GOAL TEXT", Short: r.Say("cli.goal.end"), Args: command.Arguments(2, -1, "GOAL TEXT"),
		Example: "  leerbalie goal end taalcafé \"er komen twaalf gasten per week\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			state := goal.Reached
			if dropped {
				state = goal.Dropped
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, g *goal.Row) (model.Action, error) {
				return goal.End{ID: g.ID, State: state, Came: strings.Join(args[1:], " ")}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&dropped, "dropped", false, r.Say("cli.goal.dropped"))
	return cmd
}

func reopen(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "reopen GOAL", Short: r.Say("cli.goal.reopen"), Args: command.Arguments(1, 1, "GOAL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, g *goal.Row) (model.Action, error) {
				return goal.End{ID: g.ID, State: goal.Open}, nil
			})
		},
	}
}
