package desk

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
)

// requestMemo writes a note to colleagues.
func requestMemo(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "memo NR TEXT",
		Short: r.Say("cli.request.memo"),
		Args:  command.Arguments(2, -1, "NR TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], "cli.request.noted", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				return []model.Action{desk.AddMemo{ID: q.ID, Text: strings.Join(args[1:], " ")}}, nil
			})
		},
	}
}

// requestTime writes down minutes that were spent, by each who has the question unless it says by whom.
func requestTime(r *command.Run) *cobra.Command {
	var who []string
	var person, day string
	cmd := &cobra.Command{
		Use:   "time NR MINUTES",
		Short: r.Say("cli.request.time"),
		Args:  command.Arguments(2, -1, "NR MINUTES"),
		Example: "  leerbalie request time ZW-0412 25 --for Noor --day 2026-03-09\n" +
			"  leerbalie request time ZW-0412 Ali=20 Noor=25",
		RunE: func(cmd *cobra.Command, args []string) error {
			typed := args[1:]
			if err := checkMinutes(typed); err != nil {
				return err
			}
			if person != "" {
				who = append(who, person)
			}
			if len(who) > 0 && (len(typed) > 1 || strings.Contains(typed[0], "=")) {
				return command.Misuse("cli.minutes.twice")
			}
			if len(who) > 0 {
				minutes := typed[0]
				typed = nil
				for _, name := range who {
					typed = append(typed, name+"="+minutes)
				}
			}
			at, err := command.ReadDay("day", day)
			if err != nil {
				return err
			}
			return actSpent(r, cmd, args[0], "cli.request.timed", typed, func(ctx context.Context, session *model.Session, q *desk.Request, each []desk.Spent) ([]model.Action, error) {
				if !at.IsZero() {
					at = days.Start(at, r.Zone(ctx, session))
				}
				logs := desk.Logs(q.ID, each, at)
				if len(logs) == 0 {
					return nil, command.Misuse("cli.minutes", "value", strings.Join(args[1:], " "))
				}
				return logs, nil
			})
		},
	}
	cmd.Flags().StringArrayVar(&who, "for", nil, r.Say("cli.flag.person"))
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.person"))
	cmd.Flags().StringVar(&day, "day", "", r.Say("cli.flag.day"))
	return cmd
}
