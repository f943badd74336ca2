package desk

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
)

// requestClose ends a request. Open tasks and referrals warn and do not block.
func requestClose(r *command.Run) *cobra.Command {
	var codes model.Table[desk.Closing] // of what a closing tells, what is an entry of a list
	for _, f := range desk.ClosingTable() {
		if f.Kind == model.OfCode {
			codes = append(codes, f)
		}
	}
	var how desk.Closing
	var note string
	var minutes int
	var typed map[string]*string
	cmd := &cobra.Command{
		Use:     "close NR --outcome OUTCOME",
		Short:   r.Say("cli.request.close"),
		Args:    command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request close ZW-0412 --outcome \"direct geholpen\" --minutes 20",
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, f := range codes {
				code, err := r.Choose("--"+flagName(f.Name), *typed[f.Name], f.Codes(model.Site{}))
				if err != nil {
					return err
				}
				f.Put(&how, journal.Text(code))
			}
			if how.Outcome == "" {
				return command.Misuse("cli.flag-missing", "flag", "--outcome")
			}
			if minutes < 0 {
				return command.Misuse("cli.minutes", "value", minutes)
			}
			return act(r, cmd, args[0], "cli.request.closed", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				if n := q.OpenTasks() + q.OpenReferrals(); n > 0 {
					r.Tell(r.Words.Count("cli.request.open-ends", n, "number", q.Number))
				}
				a := how.Again(q.ID)
				a.Minutes, a.Note = minutes, note
				return []model.Action{a}, nil
			})
		},
	}
	typed = flagsFor(r, cmd, codes)
	cmd.Flags().StringArrayVar(&how.Tags, "tag", nil, r.Say("cli.flag.tag"))
	cmd.Flags().IntVar(&minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}
