package desk

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
)

// closingCodes are, of what a closing tells, what is an entry of a list.
func closingCodes() (codes model.Table[desk.Closing]) {
	for _, f := range desk.ClosingTable() {
		if f.Kind == model.OfCode {
			codes = append(codes, f)
		}
	}
	return codes
}

// closed reads those from their flags. Errors: a misuse for what is on no list.
func closed(r *command.Run, codes model.Table[desk.Closing], typed map[string]*string) (how desk.Closing, err error) {
	for _, f := range codes {
		code, err := r.Choose("--"+flagName(f.Name), *typed[f.Name], f.Codes(model.Site{}))
		if err != nil {
			return how, err
		}
		f.Put(&how, journal.Text(code))
	}
	return how, nil
}

// requestClose ends a request. Open tasks and referrals warn and do not block.
func requestClose(r *command.Run) *cobra.Command {
	codes := closingCodes()
	var tags, minutes []string
	var note string
	var typed map[string]*string
	cmd := &cobra.Command{
		Use:   "close NR --outcome OUTCOME",
		Short: r.Say("cli.request.close"),
		Args:  command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request close ZW-0412 --outcome \"direct geholpen\" --minutes 20\n" +
			"  leerbalie request close ZW-0412 --outcome \"direct geholpen\" --minutes Ali=20,Noor=25",
		RunE: func(cmd *cobra.Command, args []string) error {
			how, err := closed(r, codes, typed)
			if err != nil {
				return err
			}
			if how.Tags = tags; how.Outcome == "" {
				return command.Misuse("cli.flag-missing", "flag", "--outcome")
			}
			if err := checkMinutes(minutes); err != nil {
				return err
			}
			return actSpent(r, cmd, args[0], "cli.request.closed", minutes, func(_ context.Context, _ *model.Session, q *desk.Request, each []desk.Spent) ([]model.Action, error) {
				if n := q.OpenTasks() + q.OpenReferrals(); n > 0 {
					r.Tell(r.Words.Count("cli.request.open-ends", n, "number", q.Number))
				}
				a := how.Again(q.ID)
				a.Spent, a.Note = each, note
				return []model.Action{a}, nil
			})
		},
	}
	typed = flagsFor(r, cmd, codes)
	cmd.Flags().StringArrayVar(&tags, "tag", nil, r.Say("cli.flag.tag"))
	cmd.Flags().StringArrayVar(&minutes, "minutes", nil, r.Say("cli.flag.minutes-each"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.note"))
	return cmd
}
