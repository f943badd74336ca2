package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
)

// requestRefer proposes to hand a request over to another organisation, or brings such a referral further.
func requestRefer(r *command.Run) *cobra.Command {
	var warm bool
	var state, reason, consents, service, with string
	cmd := &cobra.Command{
		Use:     "refer NR [ORGANISATION] [--service ID]",
		Short:   r.Say("cli.request.refer"),
		Args:    command.Arguments(1, -1, "NR"),
		Example: "  leerbalie request refer ZW-0412 Stedin --warm --with \"Noor Visser\" --consent\n  leerbalie request refer ZW-0412 Stedin --state sent\n  leerbalie request refer ZW-0412 --service Taalcafé --consent",
		RunE: func(cmd *cobra.Command, args []string) error {
			to := strings.Join(args[1:], " ")
			if to == "" && service == "" {
				return command.Misuse("cli.argument-missing", "what", "ORGANISATION")
			}
			if !slices.Contains([]string{"", "yes", "no", "later"}, consents) {
				return command.Misuse("cli.choice", "what", "--consent", "value", consents, "choices", "yes, no, later")
			}
			consent := consents == "yes"
			states := []desk.ReferralState{
				desk.ReferralSent, desk.ReferralAccepted, desk.ReferralDeclined, desk.ReferralDone, desk.ReferralWithdrawn,
			}
			if state != "" && !slices.Contains(states, desk.ReferralState(state)) {
				return command.Misuse("cli.choice", "what", "--state", "value", state, "choices", "sent, accepted, declined, done, withdrawn")
			}
			switch {
			case state == "" && reason != "":
				return command.Misuse("cli.flag-missing", "flag", "--state")
			case state != "" && warm:
				return command.Misuse("cli.not-both", "a", "--state", "b", "--warm")
			case state != "" && with != "":
				return command.Misuse("cli.not-both", "a", "--state", "b", "--with")
			case state != "" && consent:
				return command.Misuse("cli.not-both", "a", "--state", "b", "--consent")
			}
			return act(r, cmd, args[0], "cli.request.referred", func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error) {
				of, err := serviceMeant(ctx, session, service)
				if err != nil {
					return nil, err
				}
				is := func(f desk.Referral) bool {
					return (of.IsZero() || f.Service == of) && (to == "" || plain.FoldText(f.To) == plain.FoldText(to))
				}
				if state == "" && consent { // the resident agrees later to what was proposed before
					for _, f := range slices.Backward(q.Referrals) {
						if later := f.WithConsent(q.ID); later != nil && is(f) {
							return later, nil
						}
					}
				}
				if state == "" && !of.IsZero() {
					return []model.Action{directory.Refer{ID: q.ID, Service: of, To: to, Warm: warm, With: with, Consent: consent}}, nil
				}
				if state == "" {
					return []model.Action{desk.ReferRequest{ID: q.ID, To: to, Warm: warm, With: with, Consent: consent}}, nil
				}
				for _, f := range slices.Backward(q.Referrals) {
					if is(f) {
						return []model.Action{desk.MoveReferral{ID: q.ID, Referral: f.Stamp, State: desk.ReferralState(state), Reason: reason}}, nil
					}
				}
				return nil, fault.New(fault.NotFound, "cli-no-referral", "number", q.Number, "name", cmp.Or(to, service))
			})
		},
	}
	cmd.Flags().BoolVar(&warm, "warm", false, r.Say("cli.flag.warm"))
	cmd.Flags().StringVar(&consents, "consent", "", r.Say("cli.flag.consent"))
	cmd.Flags().Lookup("consent").NoOptDefVal = "yes"
	cmd.Flags().StringVar(&with, "with", "", r.Say("cli.flag.refer-with"))
	cmd.Flags().StringVar(&service, "service", "", r.Say("cli.flag.service"))
	cmd.Flags().StringVar(&state, "state", "", r.Say("cli.flag.state"))
	cmd.Flags().StringVar(&reason, "reason", "", r.Say("cli.flag.reason"))
	return cmd
}

// serviceMeant is the service of the directory that a name or an id means; zero for "".
func serviceMeant(ctx context.Context, session *model.Session, text string) (journal.ID, error) {
	if text == "" {
		return journal.ID{}, nil
	}
	return directory.Named(ctx, session, text)
}
