package conflict

import (
	"cmp"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/rooms"
	"leerbalie/model/trust"
)

// Read reads the conflicts that the session may see, what was written last first.
func Read(ctx context.Context, session *model.Session) (out []Conflict, err error) {
	err = session.ReadOwn(ctx, func(tx model.Tx) error {
		all, err := All(tx)
		if err != nil {
			return err
		}
		if out, err = seenBy(tx, session.Clearance(), all); err == nil {
			err = machines(tx, session.Replica(), out)
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b Conflict) int { return b.last().Compare(a.last()) })
	return out, err
}

// ReadOf reads the conflicts that an entity has a part in and that the session may see.
func ReadOf(ctx context.Context, session *model.Session, kind journal.Kind, id journal.ID) (out []Conflict, err error) {
	err = session.ReadOwn(ctx, func(tx model.Tx) error {
		all, err := Of(tx, kind, id)
		if err != nil {
			return err
		}
		if out, err = seenBy(tx, session.Clearance(), all); err == nil {
			err = machines(tx, session.Replica(), out)
		}
		return err
	})
	return out, err
}

// machines says on which computers what stands against each other was written, as the organisation calls them.
func machines(tx model.Tx, here journal.Replica, all []Conflict) error {
	if len(all) == 0 {
		return nil
	}
	keys, err := trust.In(tx)
	for _, c := range all {
		for i := range c.Values {
			v := &c.Values[i]
			if r := v.Stamp.Replica; r != here {
				known, _ := keys.Replica(r)
				v.Machine = cmp.Or(known.Label, r.String()[:4])
			}
			var err error
			if v.Who, err = titleOf(tx, model.KindPerson, v.By); err != nil {
				return err
			}
		}
	}
	return err
}

// Find finds a conflict by its id. Errors: NotFound.
func Find(ctx context.Context, session *model.Session, id string) (Conflict, error) {
	all, err := Read(ctx, session)
	if err != nil {
		return Conflict{}, err
	}
	for _, c := range all {
		if c.ID == id {
			return c, nil
		}
	}
	return Conflict{}, fault.New(fault.NotFound, "conflict-unknown", "id", id)
}

// last is when the newest of the values was written.
func (c *Conflict) last() (s journal.Stamp) {
	for _, v := range c.Values {
		if v.Stamp.Compare(s) > 0 {
			s = v.Stamp
		}
	}
	return s
}

// seenBy leaves out what somebody may not see, and says of the rest who may settle it.
func seenBy(tx model.Tx, c model.Clearance, all []Conflict) (out []Conflict, err error) {
	for _, x := range all {
		may, settle := true, true
		for _, v := range x.Values {
			see, write, err := reach(tx, c, &x, v)
			if err != nil {
				return nil, err
			}
			may, settle = may && see, settle && write
		}
		if may {
			x.Settle = settle
			out = append(out, x)
		}
	}
	return out, nil
}

// reach tells whether somebody may see a value and write where it stands.
func reach(tx model.Tx, c model.Clearance, x *Conflict, v Value) (see, write bool, err error) {
	rec, err := tx.Record(v.Kind, v.Entity)
	if err != nil || rec == nil {
		return false, false, err
	}
	if v.Kind == ledger.KindLedger {
		return reachLedger(tx, c, rec, x.Item)
	}
	if v.Kind == meeting.KindMeeting {
		return c.MayRead(rec.Scope()), meeting.MaySettle(c, rec, x.Item, x.Of), nil
	}
	if room := rooms.Of(v.Kind); room != nil {
		items, err := tx.Items(v.Kind, v.Entity)
		return c.MayRead(rec.Scope()), room.MaySettle(c.Person(), rec, items, x.Item, v.Fields), err
	}
	if v.Kind != learning.KindDossier {
		own := v.Kind == model.KindPerson && v.Entity == c.Person().ID
		return c.MayRead(rec.Scope()), c.MayWrite(rec.Scope()) || own, nil
	}
	student, err := tx.Record(model.KindPerson, rec.Get(learning.DossierStudent).ID())
	if err != nil || student == nil {
		return false, false, err
	}
	p := model.PersonOf(student)
	sight := learning.SightOf(c, p, rec.Part)
	switch {
	case x.Code == Decisions:
		write = slices.Contains(sight.MayJudgeAs, learning.AssessorSchool)
	case x.Item == learning.ItemReflection:
		write = p.ID == c.Person().ID
	default:
		write = sight.Write
	}
	return sight.Read, sight.Read && write, nil
}

// reachLedger is reach for what counts of a student.
func reachLedger(tx model.Tx, c model.Clearance, rec *journal.Record, item journal.ItemKind) (see, write bool, err error) {
	student, err := tx.Record(model.KindPerson, rec.Get(ledger.LedgerStudent).ID())
	if err != nil || student == nil {
		return false, false, err
	}
	s := ledger.SightOf(c, model.PersonOf(student), rec.Part)
	switch item {
	case ledger.ItemOwn:
		write = s.Own
	case ledger.ItemConfirmed:
		write = s.Confirm
	default:
		write = s.Note
	}
	return s.Read, s.Read && write, nil
}
