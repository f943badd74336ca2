package desk

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
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

// requestTime writes down minutes that somebody spent.
func requestTime(r *command.Run) *cobra.Command {
	var whose, day string
	cmd := &cobra.Command{
		Use:     "time NR MINUTES",
		Short:   r.Say("cli.request.time"),
		Args:    command.Arguments(2, 2, "NR MINUTES"),
		Example: "  leerbalie request time ZW-0412 25 --person Noor --day 2026-03-09",
		RunE: func(cmd *cobra.Command, args []string) error {
			minutes, err := strconv.Atoi(args[1])
			if err != nil || minutes < 1 {
				return command.Misuse("cli.minutes", "value", args[1])
			}
			log := desk.LogTime{Minutes: minutes}
			if log.Day, err = command.ReadDay("day", day); err != nil {
				return err
			}
			return act(r, cmd, args[0], "cli.request.timed", func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
				log.ID = q.ID
				if !log.Day.IsZero() {
					log.Day = model.DayStart(log.Day, r.Zone(ctx, session))
				}
				if whose != "" {
					p, err := lookup.Person(ctx, session, whose)
					if err != nil {
						return nil, err
					}
					log.Person = p.ID
				}
				return []model.Action{log}, nil
			})
		},
	}
	cmd.Flags().StringVar(&whose, "person", "", r.Say("cli.flag.person"))
	cmd.Flags().StringVar(&day, "day", "", r.Say("cli.flag.day"))
	return cmd
}
