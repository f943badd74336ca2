package clitest

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
)

// Carrier stands for what makes bundles and brings them in. It asks who may, as the real one does, and writes nothing.
type Carrier struct {
	To      []transfer.Recipient // nil: everybody who may hold a copy, with no machine yet
	Of      transfer.Plan
	Wrote   transfer.Taken // what every take gives
	Fails   error          // with this
	Brought transfer.Returned
	Asked   *[]transfer.Recipient // for whom it was taken
	Decided *[]transfer.Choice
	Have    []transfer.Machine
	Left    []transfer.Machine       // what there is once something was decided
	Did     *[]string                // what was
	Refused []transfer.RefusedBundle // as a whole
	Stands  transfer.Standing
}

func (c Carrier) may(session *model.Session) error {
	if !session.Me().Has(model.RoleDesk, model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin) {
		return fault.New(fault.Refused, "no-right-bundle", "name", session.Me().Name)
	}
	return nil
}

// Recipients are for whom the person may make a bundle.
func (c Carrier) Recipients(ctx context.Context, session *model.Session) ([]transfer.Recipient, error) {
	if err := c.may(session); err != nil || c.To != nil {
		return c.To, err
	}
	people := []model.Person{session.Me()}
	if session.Check(ctx, model.ToInvite) == nil {
		all, err := session.People(ctx)
		if err != nil {
			return nil, err
		}
		people = all
	}
	var out []transfer.Recipient
	for _, p := range people {
		out = append(out, transfer.Recipient{Person: p.ID, Name: p.Name})
	}
	return out, nil
}

// Plan tells what would travel.
func (c Carrier) Plan(context.Context, *model.Session, transfer.Recipient) (transfer.Plan, error) {
	return c.Of, nil
}

// Decide keeps what was decided.
func (c Carrier) Decide(ctx context.Context, session *model.Session, _ transfer.Hit, choice transfer.Choice) error {
	if choice != transfer.StaysHome && session.Check(ctx, model.ToInvite) != nil {
		return fault.New(fault.Refused, "bundle-text-coordinator", "name", session.Me().Name)
	}
	if c.Decided != nil {
		*c.Decided = append(*c.Decided, choice)
	}
	return nil
}

// Take tells what was written.
func (c Carrier) Take(_ context.Context, _ *model.Session, to transfer.Recipient, _ string, _ func(done, total int64)) (transfer.Taken, error) {
	if c.Asked != nil {
		*c.Asked = append(*c.Asked, to)
	}
	return c.Wrote, c.Fails
}

// Return tells what came.
func (c Carrier) Return(_ context.Context, session *model.Session, _ string, _ func(done, total int64)) (transfer.Returned, error) {
	if err := c.may(session); err != nil {
		return transfer.Returned{}, err
	}
	return c.Brought, c.Fails
}

// Machines tells which there are: all of them to who may invite, and to others the own and the centre.
func (c Carrier) Machines(ctx context.Context, session *model.Session) ([]transfer.Machine, error) {
	if err := c.may(session); err != nil {
		return nil, err
	}
	have := c.Have
	if c.Did != nil && len(*c.Did) > 0 {
		have = c.Left
	}
	all := session.Check(ctx, model.ToInvite) == nil
	return slices.DeleteFunc(slices.Clone(have), func(m transfer.Machine) bool { return !all && !m.Centre && m.Person != session.Me().ID }), nil
}

// Standing tells how this copy stands.
func (c Carrier) Standing(context.Context, *model.Session) (transfer.Standing, error) {
	return c.Stands, nil
}

// Refusals tells which bundles were refused.
func (c Carrier) Refusals(ctx context.Context, session *model.Session) ([]transfer.RefusedBundle, error) {
	return c.Refused, session.Check(ctx, model.ToInvite)
}

// Revoke tells whom.
func (c Carrier) Revoke(ctx context.Context, session *model.Session, m transfer.Machine) error {
	return c.decide(ctx, session, "revoke "+m.Label)
}

// Accept tells of whom.
func (c Carrier) Accept(ctx context.Context, session *model.Session, w transfer.Waiting) error {
	return c.decide(ctx, session, "accept "+w.Label)
}

func (c Carrier) decide(ctx context.Context, session *model.Session, what string) error {
	if err := session.Check(ctx, model.ToInvite); err != nil {
		return err
	}
	if c.Did != nil {
		*c.Did = append(*c.Did, what)
	}
	return c.Fails
}

// Machine is the name of a machine.
func Machine(n byte) journal.Replica { return journal.Replica{n} }
