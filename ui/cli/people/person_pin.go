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

// personDropPIN takes away a PIN: one's own, or that of a colleague who forgot it.
func personDropPIN(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "drop-pin NAME",
		Short: r.Say("cli.person.drop-pin"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Person(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				had, err := session.DropPIN(ctx, who.ID)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, map[string]any{"id": who.ID.String(), "name": who.Name, "dropped": had})
				}
				id := "cli.person.no-pin"
				if had {
					id = "cli.person.pin-dropped"
				}
				_, err = fmt.Fprintln(r.Out, r.Say(id, "name", cell.Safe(who.Name, 100)))
				return err
			})
		},
	}
}
