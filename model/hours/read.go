package hours

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// readBefore keeps what was counted for a session, with the marks of what it was counted from: a list of all students counts again only what
// changed.
type readBefore struct{ students model.Cache[kept] }

type readKey struct{}

type kept struct {
	marks   uint64
	student *Student
}

// Reading is a look at hours on one state of the store.
type Reading struct {
	session *model.Session
	tx      model.Tx
	c       model.Clearance
	groups  []journal.ID
	held    [2]*learning.Held // of dossiers, and of ledgers
	at      *gatherings
	free    func(time.Time) bool
	before  *model.Cache[kept]
}

// NewReading begins to look.
func NewReading(session *model.Session, tx model.Tx) (*Reading, error) {
	groups, err := groupsIn(tx)
	if err != nil {
		return nil, err
	}
	free, err := freeDays(tx)
	if err != nil {
		return nil, err
	}
	at, err := gather(tx)
	return &Reading{session: session, tx: tx, c: session.Clearance(), groups: groups, held: [2]*learning.Held{learning.DossiersHeld(tx), ledger.Held(tx)}, at: at, free: free,
		before: &session.Kept(readKey{}, func() any { return &readBefore{} }).(*readBefore).students}, err
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

// Of counts what a student worked, as far as the session may see it; nil where it may see nothing of that student.
func (r *Reading) Of(p model.Person) (*Student, error) {
	sight := ledger.SightOf(r.c, p, learning.HomeGroup(p))
	see, marks := sight.Read, uint64(1+len(r.at.courses)+len(r.at.meetings)+len(r.at.projects)) // what was a presence may be known by now
	for i := 0; i < len(r.groups) && !see; i++ {
		see = ledger.SightOf(r.c, p, r.groups[i]).Read
	}
	if !see {
		return nil, nil
	}
	var found []journal.ID
	for k, held := range r.held {
		may, err := held.Groups(p.ID, r.groups)
		if err != nil {
			return nil, err
		}
		for _, g := range may {
			if !ledger.SightOf(r.c, p, g).Read {
				continue
			}
			kind, id := learning.KindDossier, learning.DossierID
			if k > 0 {
				kind, id = ledger.KindLedger, ledger.ID
			}
			mark, err := r.tx.ItemsMark(kind, id(p.ID, g))
			if err != nil {
				return nil, err
			}
			if mark == 0 {
				continue
			}
			if marks = marks*1099511628211 + mark + uint64(k); !slices.Contains(found, g) {
				found = append(found, g)
			}
		}
	}
	var out Student
	if was, ok := r.before.Get(p.ID); ok && was.marks == marks {
		out = *was.student
	} else {
		counted, err := r.count(p, inOrder(found, r.groups))
		if err != nil {
			return nil, err
		}
		out = counted
		r.before.Put(p.ID, kept{marks, &counted})
	}
	out.Person, out.Sight, out.free, out.at = p, sight, r.free, r.at
	out.Mine = p.Supervisor == r.c.Person().ID
	return &out, nil
}

// inOrder are some of all groups, in the order of those.
func inOrder(some, all []journal.ID) (out []journal.ID) {
	for _, g := range all {
		if slices.Contains(some, g) {
			out = append(out, g)
		}
	}
	return out
}

func (r *Reading) count(p model.Person, groups []journal.ID) (Student, error) {
	dossiers, err := learning.Worked(r.session, r.tx, p, groups)
	if err != nil {
		return Student{}, err
	}
	var ledgers []*ledger.Ledger
	for _, g := range groups {
		l, err := ledger.In(r.session, r.tx, p.ID, g)
		if err != nil {
			return Student{}, err
		}
		if l != nil {
			ledgers = append(ledgers, l)
		}
	}
	return count(p.ID, dossiers, ledgers, r.at), nil
}

// Read counts what a student worked, as far as the session may see it. Errors: NotFound; Refused for who may see nothing of it.
func Read(ctx context.Context, session *model.Session, student journal.ID) (out *Student, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindPerson, student)
		if err != nil {
			return err
		}
		if rec == nil || !model.PersonOf(rec).Has(model.RoleStudent) {
			return fault.New(fault.NotFound, "person-unknown", "name", student.String())
		}
		p := model.PersonOf(rec)
		r, err := NewReading(session, tx)
		if err != nil {
			return err
		}
		if out, err = r.Of(p); err == nil && out == nil {
			return fault.New(fault.Refused, "dossier-closed", "name", session.Me().Name, "student", p.Name)
		}
		return err
	})
	return out, err
}

// ReadAll counts what all students worked that are here and of whom the session may see it, by name.
func ReadAll(ctx context.Context, session *model.Session) (out []*Student, err error) {
	return readThose(ctx, session, func(model.Person) bool { return true })
}

// ReadMine is ReadAll of the students whom the session's person supervises.
func ReadMine(ctx context.Context, session *model.Session) ([]*Student, error) {
	me := session.Me().ID
	return readThose(ctx, session, func(p model.Person) bool { return p.Supervisor == me })
}

func readThose(ctx context.Context, session *model.Session, those func(model.Person) bool) (out []*Student, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out = nil
		r, err := NewReading(session, tx)
		if err != nil {
			return err
		}
		var people []model.Person
		err = tx.Each(model.KindPerson, func(rec *journal.Record) error {
			if p := model.PersonOf(rec); p.Has(model.RoleStudent) && !p.Archived && those(p) && ledger.SightOf(r.c, p, learning.HomeGroup(p)).Read {
				people = append(people, p)
			}
			return nil
		})
		model.SortPeople(people)
		for _, p := range people {
			if err != nil {
				break
			}
			var s *Student
			if s, err = r.Of(p); s != nil {
				out = append(out, s)
			}
		}
		return err
	})
	return out, err
}
