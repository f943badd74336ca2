package model

import "slices"

// ReferRequest proposes to hand a request over to another organisation.
type ReferRequest struct {
	ID      ID
	To      string
	Warm    bool // handed over in person
	Consent bool // the resident agreed
}

// Name is the code of the words for this action.
func (ReferRequest) Name() string { return "act-refer" }

// Do adds the referral, in the state proposed. Errors: NotFound; Invalid for a missing organisation; Conflict when closed.
func (a ReferRequest) Do(d *Doing) error {
	if err := required(&a.To, "referral"); err != nil {
		return err
	}
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemReferral,
		Fields{referralTo.Is(Text(a.To)), referralWarm.Is(Bool(a.Warm)), referralConsent.Is(Bool(a.Consent))})
	return err
}

// MoveReferral brings a referral into its next state.
type MoveReferral struct {
	ID       ID
	Referral Stamp
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
func (a MoveReferral) Do(d *Doing) error {
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(r.Referrals, func(f Referral) bool { return f.Stamp == a.Referral })
	if i < 0 {
		return Fail(NotFound, "referral-unknown")
	}
	f := r.Referrals[i]
	switch {
	case !slices.Contains(f.State.Next(), a.State):
		return Fail(Conflict, "referral-state", "from", string(f.State), "to", string(a.State))
	case a.State == ReferralSent && !f.Consent:
		return Fail(Refused, "referral-consent", "name", f.To)
	case a.State == ReferralDeclined && a.Reason == "":
		return Fail(Invalid, "missing", "field", "reason")
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemReferralState,
		Fields{FieldTarget.Is(Stamps([]Stamp{a.Referral})), referralState.Is(Text(string(a.State))), referralReason.Is(Text(a.Reason))})
	return err
}
