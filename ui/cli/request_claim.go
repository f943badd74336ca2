package cli

import (
	"context"

	"github.com/spf13/cobra"

	"leerbalie/model"
)

// requestClaim takes a request up, for who acts or for others.
func (r *run) requestClaim() *cobra.Command {
	var whom []string
	var over bool
	cmd := &cobra.Command{
		Use:     "claim NR",
		Short:   r.say("cli.request.claim"),
		Args:    words(1, 1, "NR"),
		Example: "  leerbalie request claim ZW-0412\n  leerbalie request claim ZW-0412 --for Ali --for Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.act(cmd, args[0], "cli.request.claimed", func(ctx context.Context, v *model.View, q *model.Request) ([]model.Action, error) {
				claim := model.ClaimRequest{ID: q.ID, Over: over}
				for _, name := range whom {
					members, err := pairNamed(ctx, v, name)
					if err != nil {
						return nil, err
					}
					if len(members) > 0 {
						claim.For = append(claim.For, members...)
						continue
					}
					p, err := findPerson(ctx, v, name)
					if err != nil {
						return nil, err
					}
					claim.For = append(claim.For, p.ID)
				}
				return []model.Action{claim}, nil
			})
		},
	}
	cmd.Flags().StringArrayVar(&whom, "for", nil, r.say("cli.flag.for"))
	cmd.Flags().BoolVar(&over, "over", false, r.say("cli.flag.over"))
	return cmd
}

// requestRelease puts a request back in the queue.
func (r *run) requestRelease() *cobra.Command {
	return &cobra.Command{
		Use:   "release NR",
		Short: r.say("cli.request.release"),
		Args:  words(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.act(cmd, args[0], "cli.request.released", func(_ context.Context, _ *model.View, q *model.Request) ([]model.Action, error) {
				return []model.Action{model.ReleaseRequest{ID: q.ID}}, nil
			})
		},
	}
}

// requestPark sets a request aside, or brings it back to its old place.
func (r *run) requestPark() *cobra.Command {
	var back bool
	cmd := &cobra.Command{
		Use:   "park NR",
		Short: r.say("cli.request.park"),
		Args:  words(1, 1, "NR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			said := "cli.request.parked"
			if back {
				said = "cli.request.recalled"
			}
			return r.act(cmd, args[0], said, func(_ context.Context, _ *model.View, q *model.Request) ([]model.Action, error) {
				if back {
					return []model.Action{model.RecallRequest{ID: q.ID}}, nil
				}
				return []model.Action{model.ParkRequest{ID: q.ID}}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&back, "back", false, r.say("cli.flag.back"))
	return cmd
}
