package desk

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// ReferRequest proposes to hand a request over to another organisation.
type ReferRequest struct {
	ID      journal.ID
	To      string
	Warm    bool       // handed over in person
	With    string     // to whom, or by whom, as people say it: a warm one alone has it
	Consent bool       // the resident agreed
	Service journal.ID // of the directory, where it was chosen from that; see directory.Refer
	Done    bool       // that was long ago: a file says so. Whether there was consent it does not say
}

// Name is the code of the words for this action.
func (ReferRequest) Name() string { return "act-refer" }

// Do adds the referral, in the state proposed, or done. Errors: NotFound; Invalid for a missing organisation; Conflict when closed.
func (a ReferRequest) Do(d *model.Doing) error {
	if err := model.Required(&a.To, "referral"); err != nil {
		return err
	}
	if a.With = strings.TrimSpace(a.With); a.With != "" && !a.Warm {
		return fault.New(fault.Invalid, "referral-with")
	}
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	stamp, err := d.Add(KindRequest, r.ID, r.Site, ItemReferral,
		journal.Fields{referralTo.Is(journal.Text(a.To)), referralWarm.Is(journal.Bool(a.Warm)), referralConsent.Is(journal.Bool(a.Consent)), referralService.Is(journal.Ref(a.Service)), referralWith.Is(journal.Text(a.With))})
	if err != nil || !a.Done {
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemReferralState,
		journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{stamp})), referralState.Is(journal.Text(string(ReferralDone)))})
	return err
}

// MoveReferral brings a referral into its next state.
type MoveReferral struct {
	ID       journal.ID
	Referral journal.Stamp
	State    ReferralState
	Reason   string // required for a refusal
}

// Name is the code of the words for this action.
func (MoveReferral) Name() string { return "act-referral-state" }

// Next are the states that a referral can come into from a state (after Primero's referral life).
func (s ReferralState) Next() []ReferralState {
	switch s {
	case ReferralProposed:
		return []ReferralState{ReferralSent, ReferralWithdrawn}
	case ReferralSent:
		return []ReferralState{ReferralAccepted, ReferralDeclined, ReferralWithdrawn}
	case ReferralAccepted:
		return []ReferralState{ReferralDone, ReferralWithdrawn}
	}
	return nil
}

// Do moves the referral. Errors: NotFound; Conflict for a state that does not follow; Refused to send without consent;
// Invalid for a refusal without a reason.
func (a MoveReferral) Do(d *model.Doing) error {
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(r.Referrals, func(f Referral) bool { return f.Stamp == a.Referral })
	if i < 0 {
		return fault.New(fault.NotFound, "referral-unknown")
	}
	f := r.Referrals[i]
	switch {
	case !slices.Contains(f.State.Next(), a.State):
		return fault.New(fault.Conflict, "referral-state", "from", string(f.State), "to", string(a.State))
	case a.State == ReferralSent && !f.Consent:
		return fault.New(fault.Refused, "referral-consent", "name", f.To)
	case a.State == ReferralDeclined && a.Reason == "":
		return fault.New(fault.Invalid, "missing", "field", "reason")
	}
	_, err = d.Add(KindRequest, r.StandsOn(f.Of), r.Site, ItemReferralState, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{a.Referral})), referralState.Is(journal.Text(string(a.State))), referralReason.Is(journal.Text(a.Reason))})
	return err
}

// WithConsent gives what notes that a resident agreed later to a referral that is proposed: the one without consent is withdrawn, and the
// same is proposed with it, in one step. Nil where it needs none.
func (f Referral) WithConsent(request journal.ID) []model.Action {
	if f.Consent || f.State != ReferralProposed {
		return nil
	}
	again := ReferRequest{ID: request, To: f.To, Service: f.Service, Warm: f.Warm, With: f.With, Consent: true}
	return []model.Action{again, MoveReferral{ID: request, Referral: f.Stamp, State: ReferralWithdrawn}}
}
