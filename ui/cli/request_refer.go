package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
)

// requestRefer proposes to hand a request over to another organisation, or brings such a referral further.
func (r *run) requestRefer() *cobra.Command {
	var warm, consent bool
	var state, reason string
	cmd := &cobra.Command{
		Use:     "refer NR ORGANISATION",
		Short:   r.say("cli.request.refer"),
		Args:    words(2, -1, "NR ORGANISATION"),
		Example: "  leerbalie request refer ZW-0412 Stedin --warm --consent\n  leerbalie request refer ZW-0412 Stedin --state sent",
		RunE: func(cmd *cobra.Command, args []string) error {
			to := strings.Join(args[1:], " ")
			states := []model.ReferralState{
				model.ReferralSent, model.ReferralAccepted, model.ReferralDeclined, model.ReferralDone, model.ReferralWithdrawn,
			}
			if state != "" && !slices.Contains(states, model.ReferralState(state)) {
				return misuse("cli.choice", "what", "--state", "value", state, "choices", "sent, accepted, declined, done, withdrawn")
			}
			return r.act(cmd, args[0], "cli.request.referred", func(_ context.Context, _ *model.View, q *model.Request) ([]model.Action, error) {
				if state == "" {
					return []model.Action{model.ReferRequest{ID: q.ID, To: to, Warm: warm, Consent: consent}}, nil
				}
				for _, f := range slices.Backward(q.Referrals) {
					if model.FoldText(f.To) == model.FoldText(to) {
						return []model.Action{model.MoveReferral{ID: q.ID, Referral: f.Stamp, State: model.ReferralState(state), Reason: reason}}, nil
					}
				}
				return nil, model.Fail(model.NotFound, "cli-no-referral", "number", q.Number, "name", to)
			})
		},
	}
	cmd.Flags().BoolVar(&warm, "warm", false, r.say("cli.flag.warm"))
	cmd.Flags().BoolVar(&consent, "consent", false, r.say("cli.flag.consent"))
	cmd.Flags().StringVar(&state, "state", "", r.say("cli.flag.state"))
	cmd.Flags().StringVar(&reason, "reason", "", r.say("cli.flag.reason"))
	return cmd
}
