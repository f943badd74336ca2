package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// residentMerge says that two residents are one person, or parts them again.
func (r *run) residentMerge() *cobra.Command {
	var into string
	var part bool
	cmd := &cobra.Command{
		Use:   "merge NAME",
		Short: r.say("cli.resident.merge"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if (into == "") != part {
				return misuse("cli.argument-missing", "what", "--into")
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findResident(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				done, other := "cli.resident.parted", model.Resident{}
				if !part {
					if other, err = findResident(ctx, v, into); err != nil {
						return err
					}
					done = "cli.resident.merged"
				}
				if _, err := v.Do(ctx, model.MergeResident{ID: who.ID, Into: other.ID}); err != nil {
					return err
				}
				return r.did(done, who.ID)
			})
		},
	}
	cmd.Flags().StringVar(&into, "into", "", r.say("cli.flag.into"))
	cmd.Flags().BoolVar(&part, "undo", false, r.say("cli.flag.part"))
	return cmd
}

// residentErase empties a resident for good, and names other places where the name still stands, for a person to judge.
func (r *run) residentErase() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "erase NAME",
		Short: r.say("cli.resident.erase"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !yes {
				return misuse("cli.argument-missing", "what", "--yes")
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				who, err := findResident(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				file, err := v.OpenResident(ctx, who.ID)
				if err != nil {
					return err
				}
				if _, err := v.Do(ctx, model.EraseResident{ID: who.ID}); err != nil {
					return err
				}
				if err := v.Compact(ctx); err != nil {
					return err
				}
				elsewhere, err := v.Search(ctx, file.Name, 20)
				if err != nil {
					return err
				}
				for _, row := range elsewhere {
					r.tell(r.say("cli.resident.name-elsewhere", "number", row.Number, "summary", cell.Safe(row.Summary, 60)))
				}
				return r.did("cli.resident.erased", who.ID)
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.say("cli.flag.yes"))
	return cmd
}

// did tells, to a person or a script, what was done to whom.
func (r *run) did(sentence string, id model.ID) error {
	if r.json {
		return writeJSON(r.s.Out, struct {
			ID string `json:"id"`
		}{id.String()})
	}
	_, err := fmt.Fprintln(r.s.Out, r.say(sentence))
	return err
}
