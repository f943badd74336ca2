package placement

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// readBefore keeps at a seat the placements that were read, each with the mark of what it was made of: they are the same whoever reads them, and who
// may is asked each time.
type readBefore struct {
	mu sync.Mutex
	of map[journal.ID]kept
}

type kept struct {
	mark uint64
	is   *Placement
}

type readKey struct{}

// AllIn are all placements that were not put away, by their first day, whoever asks: for a room that hands out of it only what the session may know.
// They must not be altered.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Placement, error) {
	k := session.KeptAtSeat(readKey{}, func() any { return &readBefore{of: map[journal.ID]kept{}} }).(*readBefore)
	k.mu.Lock()
	defer k.mu.Unlock()
	return all(tx, func(rec *journal.Record) (*Placement, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		mark, err := tx.ItemsMark(KindPlacement, rec.ID)
		if err != nil {
			return nil, err
		}
		if was, ok := k.of[rec.ID]; ok && was.mark == mark && was.is.Archived == rec.Archived() && !rec.Erased {
			return was.is, nil
		}
		p, err := read(tx, rec)
		if err == nil {
			k.of[rec.ID] = kept{mark, p}
		}
		return p, err
	})
}

func all(tx model.Tx, of func(*journal.Record) (*Placement, error)) (out []Placement, err error) {
	err = tx.Each(KindPlacement, func(rec *journal.Record) error {
		p, err := of(rec)
		if err == nil && !p.Archived && !p.Student.IsZero() {
			out = append(out, *p)
		}
		return err
	})
	slices.SortFunc(out, func(a, b Placement) int { return cmp.Or(a.From.Compare(b.From), bytes.Compare(a.ID[:], b.ID[:])) })
	return out, err
}

func read(tx model.Tx, rec *journal.Record) (*Placement, error) {
	items, err := tx.Items(KindPlacement, rec.ID)
	if err != nil {
		return nil, err
	}
	p := Of(rec, items)
	return &p, nil
}

// In is one as it stands; it asks nobody whether that may be. Errors: NotFound.
func In(tx model.Tx, id journal.ID) (p Placement, err error) {
	rec, err := tx.Record(KindPlacement, id)
	if err != nil {
		return p, err
	}
	if rec == nil || rec.Archived() {
		return p, fault.New(fault.NotFound, "placement-unknown", "name", id.String())
	}
	is, err := read(tx, rec)
	if err != nil {
		return p, err
	}
	return *is, nil
}

// Row is one placement, with what people call what it names.
type Row struct {
	Placement
	Who     model.Person    // the student
	Where   partner.Partner // only its name may be known where the partner was put away
	Sight   Sight
	Found   []Finding // what does not fit
	Differs []Differing
	Reason  string // why it ended early, for who may know
}

// List are the placements that somebody may read, those that run or come first, each by its first day. Errors: Refused.
func List(ctx context.Context, session *model.Session, today time.Time) (out []Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = listIn(ctx, session, tx, func(*Placement) bool { return true })
		return err
	})
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Compare(order(a.State(today)), order(b.State(today)))
	})
	return out, err
}

func order(s State) int { return slices.Index([]State{Running, Planned, Ended}, s) }

// OfStudent are those of a student that somebody may read, by their first day. Errors: Refused.
func OfStudent(ctx context.Context, session *model.Session, student journal.ID) (out []Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = listIn(ctx, session, tx, func(p *Placement) bool { return p.Student == student })
		return err
	})
	return out, err
}

// One is one. Errors: NotFound, also for who may not read it: that there is one is the student's.
func One(ctx context.Context, session *model.Session, id journal.ID) (r Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err := listIn(ctx, session, tx, func(p *Placement) bool { return p.ID == id })
		if err != nil {
			return err
		}
		if len(out) == 0 {
			return fault.New(fault.NotFound, "placement-unknown", "name", id.String())
		}
		r = out[0]
		if r.Ended.IsZero() || !MayKnowWhy(session.Clearance()) {
			return nil
		}
		r.Reason, err = reasonIn(tx, id)
		return err
	})
	return r, err
}

func reasonIn(tx model.Tx, id journal.ID) (string, error) {
	rec, err := tx.Record(KindReason, ReasonID(id))
	if err != nil || rec == nil || rec.Archived() {
		return "", err
	}
	return rec.Get(EndedText).Text(), nil
}

func listIn(ctx context.Context, session *model.Session, tx model.Tx, want func(*Placement) bool) (out []Row, err error) {
	all, err := AllIn(ctx, session, tx)
	if err != nil {
		return nil, err
	}
	partners, err := partner.AllIn(ctx, session, tx)
	if err != nil {
		return nil, err
	}
	at := map[journal.ID]*partner.Partner{}
	for i := range partners {
		at[partners[i].ID] = &partners[i]
	}
	people, err := together.People(tx)
	if err != nil {
		return nil, err
	}
	c, with := session.Clearance(), byPartner(all)
	for i := range all {
		p := &all[i]
		if !want(p) {
			continue
		}
		r := Row{Placement: *p, Who: people[p.Student]}
		if r.Sight = SightOf(c, r.Who, p); !r.Sight.Read {
			continue
		}
		if found := at[p.Partner]; found != nil {
			r.Where = *found
			r.Found = Check(found, r.Who, *p, with.beside(p))
		} else if r.Where, err = partner.In(tx, p.Partner); err != nil && fault.KindOf(err) != fault.NotFound {
			return nil, err
		}
		for j := range r.Found {
			r.Found[j].Told = p.Anyway
		}
		r.Differs = Differ(p, r.Where.Name, r.Who)
		out = append(out, r)
	}
	return out, nil
}

// sorted are placements by partner and by student.
type sorted struct{ at, of map[journal.ID][]Placement }

// beside are those that matter to one: at the same partner, and of the same student elsewhere, each once.
func (s sorted) beside(p *Placement) []Placement {
	return append(slices.Clone(s.at[p.Partner]), slices.DeleteFunc(slices.Clone(s.of[p.Student]), func(o Placement) bool { return o.Partner == p.Partner })...)
}

func byPartner(all []Placement) sorted {
	s := sorted{map[journal.ID][]Placement{}, map[journal.ID][]Placement{}}
	for _, p := range all {
		s.at[p.Partner] = append(s.at[p.Partner], p)
		s.of[p.Student] = append(s.of[p.Student], p)
	}
	return s
}

// whole tells whether this copy of the store holds the placements of all groups: where it does not, it counts what is here.
func whole(session *model.Session, tx model.Tx) (bool, error) {
	here, err := ledger.Kept(tx, session.Replica(), session.Me().ID)
	if err != nil {
		return false, err
	}
	all := here(journal.Organisation())
	err = tx.Each(model.KindGroup, func(r *journal.Record) error {
		all = all && (r.Archived() || here(r.ID))
		return nil
	})
	return all, err
}
