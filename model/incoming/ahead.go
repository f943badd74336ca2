package incoming

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Ahead is what is known before an import is taken back.
type Ahead struct {
	Import
	Residents int  // that it brought, on which nobody built and whom nobody else needs
	Erases    bool // whoever asks may erase them
}

// LookAhead tells what taking an import back is about. Where there is nothing to take back any more, the session's own step for it is let
// go of, so that what was done before it can be undone. Errors: those of Undo before it writes.
func LookAhead(ctx context.Context, session *model.Session, id journal.ID) (a Ahead, err error) {
	u := &undoing{ctx: ctx, session: session}
	if err := u.prepare(id); err != nil {
		if k := fault.KindOf(err); k == fault.Conflict || k == fault.NotFound {
			session.Undid(id)
		}
		return a, err
	}
	a.Import, a.Erases = u.im, u.erases
	err = reading(ctx, session, func(tx model.Tx) error {
		l := newLook(tx, &u.im, session.Clearance())
		for _, r := range u.late[desk.KindResident] {
			free, err := l.isFreeResident(r.id)
			if err != nil {
				return err
			}
			if free {
				a.Residents++
			}
		}
		return nil
	})
	return a, err
}

// isFreeResident tells whether nobody would need a resident once the import is taken back.
func (l look) isFreeResident(id journal.ID) (bool, error) {
	free := func(kind journal.Kind, id journal.ID) (bool, error) {
		f, err := l.whole(kind, id)
		if err != nil || f.rec == nil || f.rec.Erased || !f.fresh {
			return false, err
		}
		_, built := l.builtOn(&f)
		return !built, nil
	}
	if ok, err := free(desk.KindResident, id); !ok {
		return false, err
	}
	rec, err := l.Record(desk.KindResident, id)
	if err != nil {
		return false, err
	}
	index := desk.IndexOf(l)
	if merged, err := index.MergedResidents(rec.Part, id); err != nil || len(merged) > 0 {
		return false, err
	}
	rows, err := index.RequestsOf(rec.Part, id, false)
	if err != nil {
		return false, err
	}
	for _, row := range rows {
		if ok, err := free(desk.KindRequest, row.ID); !ok {
			return false, err
		}
		f, err := l.find(unit{kind: desk.KindRequest, id: row.ID})
		if err != nil {
			return false, err
		}
		if _, used, err := l.usedElsewhere(&f); used || err != nil {
			return false, err
		}
	}
	return true, nil
}
