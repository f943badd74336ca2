package root

import (
	"context"
	"errors"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
)

// Door is how somebody comes to the root key of a store: by its file, under a name, admitted, and with the right to it.
type Door struct {
	Keeper  Keeper
	Path    string
	Options store.Options
	As      string // as model.EnterAs takes it
	Admit   func(context.Context, *model.Session) error
}

func (d Door) through(ctx context.Context, do func(s *store.Store, me journal.ID) error) error {
	s, err := store.Open(d.Path, d.Options)
	if err != nil {
		return err
	}
	me, err := d.Enter(ctx, s, model.ToKeepKeys)
	if err == nil {
		err = do(s, me)
	}
	return errors.Join(err, s.Close())
}

// Enter begins a session of who is admitted and has a right, and gives that person. Errors: Refused; those of model.EnterAs.
func (d Door) Enter(ctx context.Context, b model.Backend, right model.Right) (me journal.ID, err error) {
	session, err := model.EnterAs(ctx, b, d.As)
	if err == nil {
		err = d.Admit(ctx, session)
	}
	if err == nil {
		me, err = session.Me().ID, session.Check(ctx, right)
	}
	return me, err
}

// Open opens the store, to stay in it, for somebody who is admitted; where Admit is nil, who that is is asked elsewhere.
func (d Door) Open(ctx context.Context) (*store.Store, *model.Session, error) {
	s, err := store.Open(d.Path, d.Options)
	if err != nil {
		return nil, nil, err
	}
	session, err := model.EnterAs(ctx, s, d.As)
	if err == nil && d.Admit != nil {
		err = d.Admit(ctx, session)
	}
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return s, session, nil
}

// Repair does check, which makes anew what is derived, for somebody who leads. Where nobody does, or it is so damaged that this cannot
// be read, nobody is asked: nothing but what is derived is altered.
func (d Door) Repair(ctx context.Context, check func() (transfer.Verdict, error)) (transfer.Verdict, error) {
	o := d.Options
	o.Looks = true
	s, err := store.Open(d.Path, o)
	if err == nil {
		var led bool
		if led, err = model.Led(ctx, s); err == nil && led {
			_, err = d.Enter(ctx, s, model.ToRepair)
		}
		err = errors.Join(err, s.Close())
	}
	if err != nil && fault.KindOf(err) != fault.Damaged {
		return transfer.Verdict{}, err
	}
	return check()
}

// NewPhrase is Keeper.New.
func (d Door) NewPhrase(ctx context.Context, anew bool) (p phrase.Phrase, err error) {
	err = d.through(ctx, func(s *store.Store, me journal.ID) error {
		p, err = d.Keeper.New(ctx, s, me, anew)
		return err
	})
	return p, err
}

// ChangePhrase is Keeper.Change with the phrase that somebody gives. Errors: Refused when nobody does.
func (d Door) ChangePhrase(ctx context.Context, recall Recall) (p phrase.Phrase, err error) {
	err = d.through(ctx, func(s *store.Store, me journal.ID) error {
		return given(asked(ctx, recall, func(old phrase.Phrase) error {
			p, err = d.Keeper.Change(ctx, s, me, old)
			return err
		}))
	})
	return p, err
}

// UsePhrase is Keeper.Succeed with the phrase that somebody gives. Errors: Refused when nobody does.
func (d Door) UsePhrase(ctx context.Context, recall Recall) error {
	return d.through(ctx, func(s *store.Store, me journal.ID) error {
		return given(asked(ctx, recall, func(p phrase.Phrase) error { return d.Keeper.Succeed(ctx, s, me, p) }))
	})
}

func given(is bool, err error) error {
	if err == nil && !is {
		err = fault.New(fault.Refused, "phrase-nobody")
	}
	return err
}

// Restore is store.Restore for somebody who leads in the copy. Where that holds a root key, and somebody gives the phrase, the
// new store is the centre before anybody can read in it; and whoever was erased since is erased before that.
func (d Door) Restore(ctx context.Context, from string, recall Recall) (became transfer.Succession, told transfer.Forgotten, err error) {
	b, shut, err := store.Look(from, d.Options)
	if err != nil {
		return became, told, err
	}
	_, err = d.Enter(ctx, b, model.ToRestore)
	if err = errors.Join(err, shut()); err != nil {
		return became, told, err
	}
	forgotten, forget, err := store.Forgetting(ctx, from, d.Options.State)
	if err != nil {
		return became, told, err
	}
	err = store.Restore(ctx, d.Options, from, d.Path, forget, func(s *store.Store) error {
		t, err := trust.Read(ctx, s)
		if err != nil || t.Root == nil {
			return err
		}
		became = transfer.NoPhrase
		centre, err := asked(ctx, recall, func(p phrase.Phrase) error { return d.Keeper.Succeed(ctx, s, journal.ID{}, p) })
		if centre {
			became = transfer.Centre
		}
		return err
	})
	return became, transfer.Forgotten(*forgotten), err
}
