package people

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// personDropPIN takes away a PIN: one's own, that of a colleague who forgot it, or one that nobody else can take away.
func personDropPIN(r *command.Run) *cobra.Command {
	var rescue bool
	cmd := &cobra.Command{
		Use:   "drop-pin NAME",
		Short: r.Say("cli.person.drop-pin"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			if rescue {
				return r.Rescue(cmd, name, func(ctx context.Context, session *model.Session) error {
					had, err := session.RescuePIN(ctx)
					if err != nil {
						return err
					}
					return dropped(r, session.Me(), had, "cli.person.rescued")
				})
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Person(ctx, session, name)
				if err != nil {
					return err
				}
				had, err := session.DropPIN(ctx, who.ID)
				if err != nil {
					return err
				}
				return dropped(r, who, had, "cli.person.pin-dropped")
			})
		},
	}
	cmd.Flags().BoolVar(&rescue, "rescue", false, r.Say("cli.flag.rescue"))
	return cmd
}

// dropped tells that somebody's PIN was taken away, if there was one.
func dropped(r *command.Run, who model.Person, had bool, said string) error {
	if r.JSON {
		return output.JSON(r.Out, map[string]any{"id": who.ID.String(), "name": who.Name, "dropped": had})
	}
	if !had {
		said = "cli.person.no-pin"
	}
	_, err := fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(who.Name, 100)))
	return err
}
