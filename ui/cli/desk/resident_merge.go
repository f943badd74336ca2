package desk

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// residentMerge says that two residents are one person, or parts them again.
func residentMerge(r *command.Run) *cobra.Command {
	var into string
	var part, sure bool
	cmd := &cobra.Command{
		Use:   "merge NAME INTO",
		Short: r.Say("cli.resident.merge"),
		Args:  command.Arguments(1, -1, "NAME INTO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if part && into != "" || !part && into == "" && len(args) != 2 {
				return command.Misuse("cli.argument-missing", "what", "INTO")
			}
			if !part && into == "" {
				args, into = args[:1], args[1]
			}
			name := strings.Join(args, " ")
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if part {
					return partResident(ctx, r, session, name)
				}
				who, err := lookup.Resident(ctx, session, name)
				if err != nil {
					return err
				}
				other, err := lookup.Resident(ctx, session, into)
				if err != nil {
					return err
				}
				if one, two := who.BirthYear, other.BirthYear; !sure && one != 0 && two != 0 && one != two {
					return fault.New(fault.Conflict, "merge-born", "name", who.Name, "one", one, "into", other.Name, "two", two)
				}
				if _, err := session.Do(ctx, desk.MergeResident{ID: who.ID, Into: other.ID}); err != nil {
					return err
				}
				return output.Did(r, "cli.resident.merged", who.ID)
			})
		},
	}
	cmd.Flags().BoolVar(&sure, "yes", false, r.Say("cli.flag.merge-born"))
	cmd.Flags().StringVar(&into, "into", "", r.Say("cli.flag.into"))
	cmd.Flags().BoolVar(&part, "undo", false, r.Say("cli.flag.part"))
	return cmd
}

// partResident parts who was merged, by the name of that one; or, where only one was, by the name of whom it was merged into.
func partResident(ctx context.Context, r *command.Run, session *model.Session, name string) error {
	merged, err := desk.FindMerged(ctx, session, name)
	if err != nil {
		return err
	}
	if len(merged) == 0 {
		into, err := lookup.Resident(ctx, session, name)
		if err != nil {
			return err
		}
		if merged, err = desk.ReadMergedResidents(ctx, session, into.ID); err != nil {
			return err
		}
		switch len(merged) {
		case 0:
			return fault.New(fault.Conflict, "resident-not-merged", "name", name)
		case 1:
		default:
			return fault.New(fault.Conflict, "cli-several", "name", name, "candidates", candidates(merged))
		}
	}
	who, err := lookup.One(name, merged, func(p desk.Resident) journal.ID { return p.ID }, func(p desk.Resident) string { return p.Name })
	if fault.KindOf(err) == fault.NotFound && len(merged) == 1 {
		who, err = merged[0], nil
	}
	if err != nil {
		return err
	}
	if _, err := session.Do(ctx, desk.MergeResident{ID: who.ID}); err != nil {
		return err
	}
	return output.Did(r, "cli.resident.parted", who.ID)
}

func candidates(of []desk.Resident) string {
	var list []string
	for _, p := range of {
		list = append(list, cell.Safe(p.Name, 60)+" ("+p.ID.String()+")")
	}
	return strings.Join(list, ", ")
}
