package desk

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// residentMerge says that two residents are one person, or parts them again.
func residentMerge(r *command.Run) *cobra.Command {
	var into string
	var part bool
	cmd := &cobra.Command{
		Use:   "merge NAME",
		Short: r.Say("cli.resident.merge"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if (into == "") != part {
				return command.Misuse("cli.argument-missing", "what", "--into")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Resident(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				done, other := "cli.resident.parted", desk.Resident{}
				if !part {
					if other, err = lookup.Resident(ctx, session, into); err != nil {
						return err
					}
					done = "cli.resident.merged"
				}
				if _, err := session.Do(ctx, desk.MergeResident{ID: who.ID, Into: other.ID}); err != nil {
					return err
				}
				return output.Did(r, done, who.ID)
			})
		},
	}
	cmd.Flags().StringVar(&into, "into", "", r.Say("cli.flag.into"))
	cmd.Flags().BoolVar(&part, "undo", false, r.Say("cli.flag.part"))
	return cmd
}
