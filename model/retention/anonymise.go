package retention

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

// stands reads how one resident stands. Errors: NotFound; Conflict for who was erased before.
func stands(ctx context.Context, tx model.Tx, may model.Clearance, id journal.ID, now time.Time) (*Kept, error) {
	rec, err := tx.Record(desk.KindResident, id)
	switch {
	case err != nil:
		return nil, err
	case rec == nil || !may.MayRead(rec.Scope()):
		return nil, fault.New(fault.NotFound, "resident-unknown", "name", id.String())
	case rec.Erased:
		return nil, fault.New(fault.Conflict, "erased-already")
	}
	page, err := desk.PageOf(desk.ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) })
	if err != nil {
		return nil, err
	}
	b, err := gather(ctx, tx, rec.Part, page.ID, now)
	if err != nil {
		return nil, err
	}
	if k := b.of[page.ID]; k != nil {
		return k, nil
	}
	return nil, fault.New(fault.Conflict, "erased-already")
}

// Anonymise takes the name, the contact data and every word of a resident who is due, as an erasure does: now and for whatever arrives
// later. Minutes, themes, outcomes and days stay. It cannot be undone.
type Anonymise struct {
	ID    journal.ID
	Early bool // also who is not due yet, for who may erase anybody; never who is held
}

// Name is the code of the words for this action.
func (Anonymise) Name() string { return "act-anonymise" }

// Do puts the resident, the requests and the looks for that one on the erase list. Errors: NotFound; Conflict for who was erased before;
// Refused for who is not due or held by something that runs, for who may not, and on a laptop, whose word on that counts nowhere.
func (a Anonymise) Do(d *model.Doing) error {
	if err := d.Clearance().CheckRight(model.ToErase); err != nil {
		return err
	}
	if err := trust.CheckHere(d); err != nil {
		return err
	}
	k, err := stands(context.Background(), d, d.Clearance(), a.ID, d.Now())
	if err != nil {
		return err
	}
	if len(k.Held) > 0 {
		return fault.New(fault.Refused, "retention-held-"+k.Held[0], "name", k.Name)
	}
	if !k.DueAt(d.Now()) {
		if k.Since.IsZero() && !a.Early {
			return fault.New(fault.Refused, "retention-never", "name", k.Name)
		}
		if !a.Early {
			return fault.New(fault.Refused, "retention-early", "name", k.Name, "day", k.Since.Format(time.DateOnly))
		}
		if err := d.Allowed(journal.KindErasure, journal.Organisation()); err != nil {
			return err
		}
	}
	all, err := desk.AllErasedWith(d, k.ID)
	if err != nil {
		return err
	}
	d.About(k.ID, "")
	return d.Erase(all...)
}

// All anonymises who is due at a moment, of those that are named: whoever is not due any more stays, and is told by its place in refused.
// Each is a group of one transaction. Errors: those of Session.DoEach.
func All(ctx context.Context, session *model.Session, due []Kept) (n int, refused []error, err error) {
	for len(due) > 0 {
		part := due[:min(len(due), batch)]
		due = due[len(part):]
		groups := make([][]model.Action, len(part))
		for i := range part {
			groups[i] = []model.Action{Anonymise{ID: part[i].ID}}
		}
		receipt, some, err := session.DoEach(ctx, groups, false)
		if err != nil {
			return n, refused, err
		}
		n, refused = n+receipt.Count, append(refused, some...)
	}
	return n, refused, nil
}

// batch is how many are anonymised in one transaction, for which whoever else writes waits.
const batch = 100
