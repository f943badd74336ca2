package desk

import (
	"bytes"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// PageOf is the resident under whose page everything of one stands: where it was merged into another, that one, or whom that was merged
// into. Where two were merged into each other apart, it is the one that came first. record reads a resident.
func PageOf(r Resident, record func(journal.ID) (*journal.Record, error)) (Resident, error) {
	seen := []Resident{r}
	for at := r; !at.MergedInto.IsZero(); {
		rec, err := record(at.MergedInto)
		if err != nil {
			return r, err
		}
		if rec == nil {
			return at, nil // it has not arrived yet
		}
		next := ResidentOf(rec)
		if i := slices.IndexFunc(seen, func(o Resident) bool { return o.ID == next.ID }); i >= 0 {
			return slices.MinFunc(seen[i:], func(a, b Resident) int { return bytes.Compare(a.ID[:], b.ID[:]) }), nil
		}
		seen, at = append(seen, next), next
	}
	return seen[len(seen)-1], nil
}

// AllMerged are those who were merged into a resident, also through others; direct are those who were at once.
func AllMerged(resident journal.ID, direct func(journal.ID) ([]journal.ID, error)) (out []journal.ID, err error) {
	for next := []journal.ID{resident}; len(next) > 0; next = next[1:] {
		from, err := direct(next[0])
		if err != nil {
			return nil, err
		}
		for _, id := range from {
			if id != resident && !slices.Contains(out, id) {
				out, next = append(out, id), append(next, id)
			}
		}
	}
	return out, nil
}

// FindMerged finds the residents of the session's site that were merged into another, by name: lists and searches show that other one.
// Errors: Refused; the context's.
func FindMerged(ctx context.Context, session *model.Session, text string) (out []Resident, err error) {
	words := plain.Fold(text)
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = nil
		return IndexOf(tx).EachResident(session.Site(), func(r Resident) error {
			if !r.MergedInto.IsZero() && !r.Erased && !r.Archived && (r.ID.String() == text || plain.ContainsWords(plain.FoldText(r.Name), words)) {
				out = append(out, r)
			}
			return ctx.Err()
		})
	})
	return out, err
}

// ReadInto reads whom a resident was merged into; an empty one for who was not. Errors: Refused.
func ReadInto(ctx context.Context, session *model.Session, r Resident) (into Resident, err error) {
	if r.MergedInto.IsZero() {
		return into, nil
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		into, err = PageOf(r, func(id journal.ID) (*journal.Record, error) { return tx.Record(KindResident, id) })
		if err == nil && into.ID == r.ID {
			into = Resident{}
		}
		return err
	})
	return into, err
}

// may refuses to merge residents where that cannot be.
func (a MergeResident) may(d *model.Doing, who, into *journal.Record) error {
	one, two := ResidentOf(who), ResidentOf(into)
	switch {
	case a.ID == a.Into:
		return fault.New(fault.Conflict, "merge-itself", "number", two.Name)
	case into.Part != who.Part:
		return fault.New(fault.Conflict, "merge-resident-site", "name", one.Name, "into", two.Name)
	case !two.MergedInto.IsZero():
		on, err := PageOf(two, func(id journal.ID) (*journal.Record, error) { return d.Record(KindResident, id) })
		if err != nil {
			return err
		}
		return fault.New(fault.Conflict, "merge-resident-merged", "name", two.Name, "into", on.Name)
	}
	return nil
}
