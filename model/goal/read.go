package goal

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// Row is a goal as lists show it: with names, and what asks for attention on a day.
type Row struct {
	Goal
	People map[journal.ID]model.Person // of all who ever were here; shared by all rows
	Alone  bool                        // nobody owns it any more: its owner left
	Late   bool                        // it should have been reached
	Behind int                         // how many steps should have been done
}

// NameOf is what somebody is called; "" for nobody.
func (r *Row) NameOf(id journal.ID) string {
	p := r.People[id]
	return p.Name
}

// List reads all goals as they stand on a day: those that nobody owns first, then those that are late, then by when they are to be reached, and those
// that ended last. Errors: Refused for who may not read the community's.
func List(ctx context.Context, session *model.Session, on time.Time) (out []Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = ListIn(ctx, session, tx, on)
		return err
	})
	return out, err
}

// ListIn is List on a state of the store; it asks nobody whether that may be.
func ListIn(ctx context.Context, session *model.Session, tx model.Tx, on time.Time) ([]Row, error) {
	all, err := AllIn(ctx, session, tx)
	if err != nil {
		return nil, err
	}
	people, err := together.People(tx)
	if err != nil {
		return nil, err
	}
	out := make([]Row, len(all))
	for i := range all {
		r := Row{Goal: all[i], People: people}
		if r.State == Open {
			owner, known := people[r.Owner]
			r.Alone = !known || owner.Archived || owner.Erased
			r.Late = !r.By.IsZero() && r.By.Before(on)
			for _, s := range r.Steps {
				if s.Done.IsZero() && !s.Until.IsZero() && s.Until.Before(on) {
					r.Behind++
				}
			}
		}
		out[i] = r
	}
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), a.until().Compare(b.until()), b.Ended.Compare(a.Ended), strings.Compare(plain.FoldText(a.Title), plain.FoldText(b.Title)))
	})
	return out, nil
}

// rank is in which part of a list it stands, and until by which day within that.
func (r *Row) rank() int {
	switch {
	case r.State != Open:
		return 3
	case r.Alone:
		return 0
	case r.Late || r.Behind > 0:
		return 1
	}
	return 2
}

func (r *Row) until() time.Time {
	if r.By.IsZero() {
		return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return r.By
}

// Due is a goal, or a step of one, that is on somebody.
type Due struct {
	Goal  Goal
	Step  *Step // nil: the goal itself
	Until time.Time
}

// On are the goals and steps that are on a person and should be done by a day, or before it, the earliest first. Errors: Refused.
func On(ctx context.Context, session *model.Session, person journal.ID, until time.Time) (out []Due, err error) {
	all, err := All(ctx, session)
	for _, g := range all {
		if g.State != Open {
			continue
		}
		if g.Owner == person && !g.By.IsZero() && !g.By.After(until) {
			out = append(out, Due{Goal: g, Until: g.By})
		}
		for i := range g.Steps {
			if s := &g.Steps[i]; s.Person == person && s.Done.IsZero() && !s.Until.IsZero() && !s.Until.After(until) {
				out = append(out, Due{g, s, s.Until})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int { return a.Until.Compare(b.Until) })
	return out, err
}
