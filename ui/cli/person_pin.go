package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/widget/cell"
)

// personDropPIN takes away the PIN that somebody forgot. Whoever may read the file may do that: a PIN keeps colleagues
// apart at one screen, and protects no file.
func (r *run) personDropPIN() *cobra.Command {
	return &cobra.Command{
		Use:   "drop-pin NAME",
		Short: r.say("cli.person.drop-pin"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findPerson(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				had, err := pin.Has(ctx, v, who.ID)
				if err == nil && had {
					err = pin.Drop(ctx, v, who.ID)
				}
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, map[string]any{"id": who.ID.String(), "name": who.Name, "dropped": had})
				}
				id := "cli.person.no-pin"
				if had {
					id = "cli.person.pin-dropped"
				}
				_, err = fmt.Fprintln(r.s.Out, r.say(id, "name", cell.Safe(who.Name, 100)))
				return err
			})
		},
	}
}
