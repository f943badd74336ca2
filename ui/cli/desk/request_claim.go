package desk

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// requestClaim takes a request up, for who acts or for others.
func requestClaim(r *command.Run) *cobra.Command {
	var whom []string
	var over bool
	cmd := &cobra.Command{
		Use:     "claim NR",
		Short:   r.Say("cli.request.claim"),
		Args:    command.Arguments(1, 1, "NR"),
		Example: "  leerbalie request claim ZW-0412\n  leerbalie request claim ZW-0412 --for Ali --for Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], "cli.request.claimed", func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
				people, err := whoFor(ctx, session, whom)
				return []model.Action{desk.ClaimRequest{ID: q.ID, For: people, Over: over}}, err
			})
		},
	}
	cmd.Flags().StringArrayVar(&whom, "for", nil, r.Say("cli.flag.for"))
	cmd.Flags().BoolVar(&over, "over", false, r.Say("cli.flag.over"))
	return cmd
}

// whoFor are those who are named: people, or the members of a pair.
func whoFor(ctx context.Context, session *model.Session, names []string) (out []journal.ID, err error) {
	for _, name := range names {
		members, err := lookup.PairMembers(ctx, session, name)
		if err != nil {
			return nil, err
		}
		if len(members) == 0 {
			p, err := lookup.Person(ctx, session, name)
			if err != nil {
				return nil, err
			}
			members = []journal.ID{p.ID}
		}
		out = append(out, members...)
	}
	return out, nil
}

// requestRelease puts a request back in the queue.
func requestRelease(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "release NR",
		Short: r.Say("cli.request.release"),
		Args:  command.Arguments(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], "cli.request.released", func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				return []model.Action{desk.ReleaseRequest{ID: q.ID}}, nil
			})
		},
	}
}

// requestPark sets a request aside, or brings it back to its old place.
func requestPark(r *command.Run) *cobra.Command {
	var back bool
	cmd := &cobra.Command{
		Use:   "park NR",
		Short: r.Say("cli.request.park"),
		Args:  command.Arguments(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			said := "cli.request.parked"
			if back {
				said = "cli.request.recalled"
			}
			return act(r, cmd, args[0], said, func(_ context.Context, _ *model.Session, q *desk.Request) ([]model.Action, error) {
				if back {
					return []model.Action{desk.RecallRequest{ID: q.ID}}, nil
				}
				return []model.Action{desk.ParkRequest{ID: q.ID}}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.back"))
	return cmd
}
