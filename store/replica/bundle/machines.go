package bundle

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store/replica"
)

// Machines are the other copies, as far as this one knows them, and the invitations that are open: all of them for who may invite, one's
// own for others. A laptop is among its own, and its invitation is not open. Errors: Refused for who may hold no copy.
func (d *Desk) Machines(ctx context.Context, session *model.Session) ([]transfer.Machine, error) {
	if !mayHold(session.Me()) {
		return nil, fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	all, err := replica.Peers(ctx, d.Store())
	if err != nil {
		return nil, err
	}
	here, ok, err := replica.Here(ctx, d.Store())
	if err != nil {
		return nil, err
	}
	if ok {
		all = append(slices.DeleteFunc(all, func(m transfer.Machine) bool { return m.Invited && m.Invitation == here.Invitation }), here)
	}
	if session.Check(ctx, model.ToInvite) == nil {
		return all, nil
	}
	var own []transfer.Machine
	for _, m := range all {
		if m.Centre || m.Person == session.Me().ID {
			own = append(own, m)
		}
	}
	return own, nil
}

// Revoke lets a machine exchange no longer, or takes an open invitation back. Errors: Refused for who may not; those of trust.
func (d *Desk) Revoke(ctx context.Context, session *model.Session, m transfer.Machine) error {
	if m.Invited {
		return trust.Withdraw(ctx, session, m.Invitation)
	}
	return trust.Revoke(ctx, session, m.Replica, nil)
}

// Accept takes in what waits of a machine. Errors: Refused for who may not.
func (d *Desk) Accept(ctx context.Context, session *model.Session, w transfer.Waiting) error {
	_, err := replica.Accept(ctx, d.Store(), session, w.Replica)
	return err
}

// Refusals are the bundles that were refused last as a whole, the oldest first. Errors: Refused for who may not invite.
func (d *Desk) Refusals(ctx context.Context, session *model.Session) ([]transfer.RefusedBundle, error) {
	if err := session.Check(ctx, model.ToInvite); err != nil {
		return nil, err
	}
	return replica.Refusals(ctx, d.Store())
}

// Standing is how this copy stands to the others.
func (d *Desk) Standing(ctx context.Context, _ *model.Session) (transfer.Standing, error) {
	return replica.Stands(ctx, d.Store())
}
