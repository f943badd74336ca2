package desk

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
)

// requestClose ends a request. Open tasks and referrals warn and do not block.
func requestClose(r *command.Run) *cobra.Command {
	var outcome, note string
	var tags []string
	var minutes int
	cmd := &cobra.Command{
		Use:     "close NR --outcome OUTCOME",
		Short:   r.Say("cli.request.close"),
		Args:    command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request close ZW-0412 --outcome \"direct geholpen\" --minutes 20",
		RunE: func(cmd *cobra.Command, args []string) error {
			code, err := r.Choose("--outcome", outcome, model.Outcomes())
			if err != nil {
				return err
			}
			if code == "" {
				return command.Misuse("cli.flag-missing", "flag", "--outcome")
			}
			if minutes < 0 {
				return command.Misuse("cli.minutes", "value", minutes)
			}
			return act(r, cmd, args[0], "cli.request.closed", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				if n := q.OpenTasks() + q.OpenReferrals(); n > 0 {
					r.Tell(r.Words.Count("cli.request.open-ends", n, "number", q.Number))
				}
				return []model.Action{desk.CloseRequest{ID: q.ID, Outcome: code, Tags: tags, Minutes: minutes, Note: note}}, nil
			})
		},
	}
	cmd.Flags().StringVar(&outcome, "outcome", "", r.Say("cli.flag.outcome"))
	cmd.Flags().StringArrayVar(&tags, "tag", nil, r.Say("cli.flag.tag"))
	cmd.Flags().IntVar(&minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}
