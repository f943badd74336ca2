package desk

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// requestPromise promises to call back, or something else. A call-back for which no time is given gets the one that is proposed.
func requestPromise(r *command.Run) *cobra.Command {
	var at, on string
	var task bool
	cmd := &cobra.Command{
		Use:     "promise NR TEXT",
		Short:   r.Say("cli.request.promise"),
		Args:    command.Arguments(2, -1, "NR TEXT"),
		Example: "  leerbalie request promise ZW-0412 \"bellen over de brief\" --at \"morgen 9:00\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], "cli.request.promised", func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
				a := desk.AddTask{ID: q.ID, What: strings.Join(args[1:], " "), CallBack: !task}
				zone := r.Zone(ctx, session)
				if at != "" {
					due, ok := r.Words.Moment(at, r.Now(), zone)
					if !ok {
						return nil, command.Misuse("cli.moment", "flag", "--at", "value", at)
					}
					a.Due = due
				} else if a.CallBack {
					a.Due = desk.ProposedTime(r.Now(), zone)
					r.Tell(r.Say("cli.request.promise-at", "when", a.Due.In(zone).Format("02-01-2006 15:04")))
				}
				if on != "" {
					p, err := lookup.Person(ctx, session, on)
					if err != nil {
						return nil, err
					}
					a.On = p.ID
				}
				return []model.Action{a}, nil
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", r.Say("cli.flag.promise.at"))
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.promise.on"))
	cmd.Flags().BoolVar(&task, "task", false, r.Say("cli.flag.promise.task"))
	return cmd
}
