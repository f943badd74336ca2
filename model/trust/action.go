package trust

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// decision is something that a person decides about who may hold and write what. It cannot be taken back by undoing: laptops may have
// heard of it.
type decision struct {
	name  string
	right bool // it asks for model.ToInvite
	do    func(d *model.Doing) error
}

// Name is the code of the words for this action.
func (a decision) Name() string { return a.name }

// Do carries it out. Errors: Refused for who may not.
func (a decision) Do(d *model.Doing) error {
	if a.right {
		if err := d.Clearance().CheckRight(model.ToInvite); err != nil {
			return err
		}
	}
	return a.do(d)
}

func decide(ctx context.Context, session *model.Session, name string, right bool, do func(d *model.Doing) error) error {
	_, err := session.DoQuietly(ctx, decision{name, right, do})
	return err
}

// Invite is InviteIn as the session's person does it: with the right, or for oneself where no resident goes along and nothing that was
// said in private.
func Invite(ctx context.Context, session *model.Session, inv Invitation, self *Replica) error {
	asks := inv.Person != session.Me().ID || slices.ContainsFunc(inv.Scopes, func(s journal.Scope) bool { return s.Class == journal.Desk || s.Class == journal.Private })
	return decide(ctx, session, "act-invite", asks, func(d *model.Doing) error { return InviteIn(d, d.Actor.ID, inv, self) })
}

// Admit admits a replica as somebody decides who has the right: also one that came second with an invitation, or with one that was
// taken back. Errors as for AdmitIn.
func Admit(ctx context.Context, session *model.Session, r Replica) error {
	return decide(ctx, session, "act-admit", true, func(d *model.Doing) error { return AdmitAlsoIn(d, d.Actor.ID, r) })
}

// ChangeScopes is ChangeScopesIn for who has the right.
func ChangeScopes(ctx context.Context, session *model.Session, r journal.Replica, scopes []journal.Scope, ended map[journal.Scope]uint64) error {
	return decide(ctx, session, "act-change-scopes", true, func(d *model.Doing) error { return ChangeScopesIn(d, d.Actor.ID, r, scopes, ended) })
}

// Revoke is RevokeIn for who has the right.
func Revoke(ctx context.Context, session *model.Session, r journal.Replica, last map[journal.Scope]uint64) error {
	return decide(ctx, session, "act-revoke", true, func(d *model.Doing) error { return RevokeIn(d, d.Actor.ID, r, last) })
}

// Withdraw is WithdrawIn for who has the right.
func Withdraw(ctx context.Context, session *model.Session, invitation journal.ID) error {
	return decide(ctx, session, "act-withdraw", true, func(d *model.Doing) error { return WithdrawIn(d, d.Actor.ID, invitation) })
}

// TakeIn is TakeInIn for who has the right.
func TakeIn(ctx context.Context, session *model.Session, r journal.Replica, upTo map[journal.Scope]uint64) error {
	return decide(ctx, session, "act-take-in", true, func(d *model.Doing) error { return TakeInIn(d, d.Actor.ID, r, upTo) })
}
