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
	"leerbalie/ui/widget/cell"
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

// residentErase empties a resident for good, and names other places where the name still stands, for a person to judge.
func residentErase(r *command.Run) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "erase NAME",
		Short: r.Say("cli.resident.erase"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !yes {
				return command.Misuse("cli.argument-missing", "what", "--yes")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Resident(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				file, err := desk.OpenResident(ctx, session, who.ID)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, desk.EraseResident{ID: who.ID}); err != nil {
					return err
				}
				if err := session.Compact(ctx); err != nil {
					return err
				}
				elsewhere, err := desk.FindRequests(ctx, session, file.Name, 20)
				if err != nil {
					return err
				}
				for _, row := range elsewhere {
					r.Tell(r.Say("cli.resident.name-elsewhere", "number", row.Number, "summary", cell.Safe(row.Summary, 60)))
				}
				return output.Did(r, "cli.resident.erased", who.ID)
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.flag.yes"))
	return cmd
}
