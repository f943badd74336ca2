package together

import (
	"context"
	"slices"
	"strings"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// People are all who ever worked, learned or took part here, by their ids, also those who left: what they added still names them.
func People(tx model.Tx) (map[journal.ID]model.Person, error) {
	out := make(map[journal.ID]model.Person, 512)
	return out, tx.Each(model.KindPerson, func(rec *journal.Record) error {
		out[rec.ID] = model.PersonOf(rec)
		return nil
	})
}

// Names are all who can be named in what the community does, by name: of each only the id, the name and the roles. A guest reads of people nothing
// else. Errors: Refused for who may not read the community's.
func Names(ctx context.Context, session *model.Session) (out []model.Person, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := People(tx)
		for _, p := range all {
			if !p.Archived && !p.Erased && !p.IsBoard() {
				out = append(out, model.Person{ID: p.ID, Name: p.Name, Roles: p.Roles})
			}
		}
		return err
	})
	model.SortByName(out, func(p *model.Person) string { return p.Name })
	return out, err
}

// In is one as it stands; it asks nobody whether that may be. Errors: NotFound for what there never was.
func (r *Room[T, E]) In(tx model.Tx, id journal.ID) (t T, err error) {
	rec, err := tx.Record(r.Kind, id)
	if err != nil {
		return t, err
	}
	if rec == nil {
		return t, fault.New(fault.NotFound, r.Name+"-unknown", "name", id.String())
	}
	items, err := r.items(tx, id)
	return r.Of(rec, items), err
}

func (r *Room[T, E]) items(tx model.Tx, id journal.ID) ([]journal.Item, error) {
	if len(r.Items) == 0 {
		return nil, nil
	}
	return tx.Items(r.Kind, id)
}

// One reads one. Errors: NotFound, also for what was put away; Refused for who may not read the community's.
func (r *Room[T, E]) One(ctx context.Context, session *model.Session, id journal.ID) (t T, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		if t, err = r.In(tx, id); err == nil && E(&t).base().Archived {
			err = fault.New(fault.NotFound, r.Name+"-unknown", "name", id.String())
		}
		return err
	})
	return t, err
}

// All reads all that were not put away, by title. They must not be altered. Errors: Refused for who may not read the community's.
func (r *Room[T, E]) All(ctx context.Context, session *model.Session) (out []T, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = r.AllIn(ctx, session, tx)
		return err
	})
	return out, err
}

// AllIn is All on a state of the store that a room above looks at; it asks nobody whether that may be.
func (r *Room[T, E]) AllIn(ctx context.Context, session *model.Session, tx model.Tx) (out []T, err error) {
	k := session.KeptAtSeat(keptKey(r.Kind), func() any { return &kept[T]{of: map[journal.ID]marked[T]{}} }).(*kept[T])
	var found []marked[T]
	err = tx.Each(r.Kind, func(rec *journal.Record) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if rec.Archived() || rec.Erased {
			return nil
		}
		m, err := r.again(k, tx, rec)
		if err == nil {
			found = append(found, m)
		}
		return err
	})
	slices.SortStableFunc(found, func(a, b marked[T]) int { return strings.Compare(a.folded, b.folded) })
	if err == nil && len(found) > 0 {
		out = make([]T, 0, len(found))
	}
	for i := range found {
		out = append(out, *found[i].is)
	}
	return out, err
}

// keptKey is under which a seat keeps what was read of a kind.
type keptKey journal.Kind

// kept is what was read of a kind before, each with the mark of what it was made of. It depends on nobody who asks.
type kept[T any] struct {
	mu sync.Mutex
	of map[journal.ID]marked[T]
}

type marked[T any] struct {
	items  uint64
	erased bool
	is     *T
	folded string // its title, by which all are sorted
}

// again is one as it was read before, where nothing came to it since.
func (r *Room[T, E]) again(k *kept[T], tx model.Tx, rec *journal.Record) (now marked[T], err error) {
	mark, err := tx.ItemsMark(r.Kind, rec.ID) // every write of a field is an item, too
	if err != nil {
		return now, err
	}
	k.mu.Lock()
	was, ok := k.of[rec.ID]
	k.mu.Unlock()
	if ok && was.items == mark && was.erased == rec.Erased {
		return was, nil
	}
	items, err := r.items(tx, rec.ID)
	if err != nil {
		return now, err
	}
	t := r.Of(rec, items)
	now = marked[T]{items: mark, erased: rec.Erased, is: &t, folded: plain.FoldText(r.Title(&t))}
	k.mu.Lock()
	k.of[rec.ID] = now
	k.mu.Unlock()
	return now, nil
}
