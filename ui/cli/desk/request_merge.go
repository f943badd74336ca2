package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

// requestMerge lets a request go on in another that is the same question, or parts the two again.
func requestMerge(r *command.Run) *cobra.Command {
	var sure, undo bool
	cmd := &cobra.Command{
		Use:   "merge NR INTO",
		Short: r.Say("cli.request.merge"),
		Args:  command.Arguments(1, 2, "NR INTO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case undo && len(args) == 2:
				return command.Misuse("cli.merge-undo-one")
			case !undo && len(args) == 1:
				return command.Misuse("cli.argument-missing", "what", "INTO")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := desk.ReadRequestByNumber(ctx, session, args[0])
				if err != nil {
					return err
				}
				if undo {
					if len(q.Merges) == 0 {
						return fault.New(fault.Conflict, "not-merged", "number", q.Number)
					}
					if _, err := session.Do(ctx, desk.ReopenRequest{ID: q.ID}); err != nil {
						return err
					}
					return nowReads(ctx, r, session, q.ID, "cli.request.parted")
				}
				into, err := desk.ReadRequestByNumber(ctx, session, args[1])
				if err != nil {
					return err
				}
				if err := mayMerge(ctx, r, session, &q, &into, sure); err != nil {
					return err
				}
				if _, err := session.Do(ctx, desk.MergeRequest{ID: q.ID, Into: into.ID}); err != nil {
					return err
				}
				if !r.JSON {
					_, err = fmt.Fprintln(r.Out, r.Say("cli.request.merged", "number", q.Number, "into", into.Number, "summary", cell.Safe(into.Summary, 100)))
					return err
				}
				return nowReads(ctx, r, session, into.ID, "cli.request.merged")
			})
		},
	}
	cmd.Flags().BoolVar(&sure, "yes", false, r.Say("cli.flag.merge-yes"))
	cmd.Flags().BoolVar(&undo, "undo", false, r.Say("cli.flag.part-request"))
	return cmd
}

// mayMerge refuses to merge what differs in a way that is asked about, unless somebody is sure.
func mayMerge(ctx context.Context, r *command.Run, session *model.Session, q, into *desk.Request, sure bool) error {
	a, b := q.Row(), into.Row()
	if sure || q.Merged != nil || into.Merged != nil || q.ID == into.ID {
		return nil // what cannot be at all is told by the action
	}
	differ := desk.Differences(&a, &b)
	if len(differ) == 0 {
		return nil
	}
	var why []string
	for _, d := range differ {
		one, two := string(q.Urgency), string(into.Urgency)
		switch d {
		case desk.DifferentResident:
			var err error
			if one, err = residentOf(ctx, r, session, q); err != nil {
				return err
			}
			if two, err = residentOf(ctx, r, session, into); err != nil {
				return err
			}
		case desk.DifferentUrgency:
			one, two = r.Words.Code("urgency", one), r.Words.Code("urgency", two)
		case desk.DifferentSupervision:
			one, two = r.Words.Code("supervision", string(q.Supervision)), r.Words.Code("supervision", string(into.Supervision))
		}
		why = append(why, r.Say("merge.differ."+string(d), "number", q.Number, "one", one, "into", into.Number, "two", two))
	}
	return fault.New(fault.Conflict, "merge-differ", "number", q.Number, "into", into.Number, "why", strings.Join(why, " "))
}

// residentOf is who asks, in words for nobody who is known.
func residentOf(ctx context.Context, r *command.Run, session *model.Session, q *desk.Request) (string, error) {
	name, err := desk.ReadResidentName(ctx, session, q.Resident)
	if err == nil && name == "" {
		name = r.Say("merge.nobody")
	}
	return name, err
}

// requestRemove takes a request away that should never have been there.
func requestRemove(r *command.Run) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use:   "remove NR",
		Short: r.Say("cli.request.remove"),
		Args:  command.Arguments(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return command.Misuse("cli.argument-missing", "what", "--why")
			}
			return act(r, cmd, args[0], "cli.request.removed", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				return []model.Action{desk.RemoveRequest{ID: q.ID, Why: why}}, nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.why"))
	return cmd
}

// requestRestore puts a request back that was taken away.
func requestRestore(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "restore NR",
		Short: r.Say("cli.request.restore"),
		Args:  command.Arguments(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], "cli.request.restored", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				return []model.Action{desk.RestoreRequest{ID: q.ID}}, nil
			})
		},
	}
}
