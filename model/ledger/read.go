package ledger

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// readBefore keeps the ledgers that were read at a seat, with the mark of the items they were made of: they are the same whoever reads them, and
// who may is asked each time.
type readBefore struct{ ledgers model.Cache[kept] }

type readKey struct{}

type kept struct {
	mark   uint64
	ledger *Ledger
}

// In reads a student's ledger in a group, nil where there is none yet. It must not be altered. It asks nobody whether that may be.
func In(session *model.Session, tx model.Tx, student, group journal.ID) (*Ledger, error) {
	id := ID(student, group)
	mark, err := tx.ItemsMark(KindLedger, id)
	if err != nil || mark == 0 {
		return nil, err
	}
	cache := &session.KeptAtSeat(readKey{}, func() any { return &readBefore{} }).(*readBefore).ledgers
	if k, ok := cache.Get(id); ok && k.mark == mark {
		return k.ledger, nil
	}
	l, err := read(tx, id)
	if err == nil && l != nil {
		cache.Put(id, kept{mark, l})
	}
	return l, err
}

// ReadIn reads a student's ledger in a group as it is while something is done, nil where there is none yet. It asks nobody whether that may be.
func ReadIn(tx model.Tx, student, group journal.ID) (*Ledger, error) {
	return read(tx, ID(student, group))
}

func read(tx model.Tx, id journal.ID) (*Ledger, error) {
	rec, err := tx.Record(KindLedger, id)
	if err != nil || rec == nil {
		return nil, err
	}
	items, err := tx.Items(KindLedger, id)
	if err != nil {
		return nil, err
	}
	return Of(rec, items), nil
}

// groupsIn are all groups, and the organisation for who is in none.
func groupsIn(tx model.Tx) ([]journal.ID, error) {
	out := []journal.ID{journal.Organisation()}
	err := tx.Each(model.KindGroup, func(r *journal.Record) error {
		out = append(out, r.ID)
		return nil
	})
	return out, err
}

// Reading is a look at ledgers on one state of the store.
type Reading struct {
	session *model.Session
	tx      model.Tx
	groups  []journal.ID
	held    *learning.Held
}

// Held tells in which groups students have a ledger.
func Held(tx model.Tx) *learning.Held {
	return learning.NewHeld(tx, KindLedger, LedgerStudent, ID)
}

// NewReading begins to look. The rooms above ask whether that may be by Of.
func NewReading(session *model.Session, tx model.Tx) (*Reading, error) {
	groups, err := groupsIn(tx)
	return &Reading{session, tx, groups, Held(tx)}, err
}

// Of is what counts of a student in all groups that the session may see, put together; empty, never nil, where there is nothing. ok tells
// whether there is one that it may see, or could be.
func (r *Reading) Of(student model.Person) (l *Ledger, ok bool, err error) {
	all, ok, err := r.each(student, func(group journal.ID) bool { return SightOf(r.session.Clearance(), student, group).Read })
	return all, ok || SightOf(r.session.Clearance(), student, learning.HomeGroup(student)).Read, err
}

// Whole is what counts of a student in all groups, whoever asks: for a room that hands out of it only what the session may know.
func (r *Reading) Whole(student model.Person) (*Ledger, error) {
	l, _, err := r.each(student, func(journal.ID) bool { return true })
	return l, err
}

func (r *Reading) each(student model.Person, may func(group journal.ID) bool) (out *Ledger, ok bool, err error) {
	groups, err := r.held.Groups(student.ID, r.groups)
	if err != nil {
		return nil, false, err
	}
	var found []*Ledger
	for _, g := range groups {
		if !may(g) {
			continue
		}
		l, err := In(r.session, r.tx, student.ID, g)
		if err != nil {
			return nil, false, err
		}
		if l != nil {
			found, ok = append(found, l), true
		}
	}
	if len(found) == 1 {
		return found[0], ok, nil
	}
	out = &Ledger{Student: student.ID}
	for _, l := range found {
		out.add(l)
	}
	out.sort()
	return out, ok, nil
}

// Read is what counts of a student, as far as the session may see it. Errors: NotFound; Refused for who may see nothing of it.
func Read(ctx context.Context, session *model.Session, student journal.ID) (l *Ledger, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindPerson, student)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "person-unknown", "name", student.String())
		}
		p := model.PersonOf(rec)
		r, err := NewReading(session, tx)
		if err != nil {
			return err
		}
		var ok bool
		if l, ok, err = r.Of(p); err == nil && !ok {
			return fault.New(fault.Refused, "dossier-closed", "name", session.Me().Name, "student", p.Name)
		}
		return err
	})
	return l, err
}

// groupWith is the group in whose ledger something of a student already stands, or else the one in which what is new goes: who has moved on
// to another class keeps one version of each thing.
func groupWith(d *model.Doing, student model.Person, key journal.ID) (journal.ID, error) {
	groups, err := groupsIn(d)
	if err != nil {
		return journal.ID{}, err
	}
	for _, g := range append(slices.Clone(student.Groups), groups...) {
		rec, err := d.Record(KindLedger, ID(student.ID, g))
		if err != nil {
			return journal.ID{}, err
		}
		if rec == nil {
			continue
		}
		items, err := d.Items(KindLedger, rec.ID)
		if err != nil {
			return journal.ID{}, err
		}
		if slices.ContainsFunc(journal.Standing(items), func(it journal.Item) bool { return it.Fields.Get(itemKey).ID() == key }) {
			return g, nil
		}
	}
	return learning.HomeGroup(student), nil
}
