package model

import (
	"context"
	"slices"
	"strings"
)

// PeopleWhoLeft are those who worked or learned here and left, by name.
func (v *View) PeopleWhoLeft(ctx context.Context) ([]Person, error) {
	out, err := all(ctx, v, KindPerson, PersonOf)
	out = slices.DeleteFunc(out, func(p Person) bool { return !p.Archived })
	slices.SortFunc(out, func(a, b Person) int { return strings.Compare(FoldText(a.Name), FoldText(b.Name)) })
	return out, err
}

// MergedResidents are the residents that were merged into one, so that they can be parted again. Errors: Refused.
func (v *View) MergedResidents(ctx context.Context, id ID) (out []Resident, err error) {
	err = v.read(ctx, Desk, func(tx Tx) error {
		ids, err := tx.MergedResidents(v.Site(), id)
		if err != nil {
			return err
		}
		for _, other := range ids {
			rec, err := tx.Record(KindResident, other)
			if err != nil {
				return err
			}
			if rec != nil {
				out = append(out, ResidentOf(rec))
			}
		}
		return nil
	})
	return out, err
}

// ResidentAgain reads the page of a resident that this session has opened: what changed since is part of the same look,
// and is not written down once more. Errors: Refused for a page that the session has not opened; NotFound.
func (v *View) ResidentAgain(ctx context.Context, id ID) (ResidentFile, error) {
	v.mu.Lock()
	open := v.opened[id]
	v.mu.Unlock()
	if !open {
		return ResidentFile{}, Fail(Refused, "page-not-open")
	}
	return v.residentFile(ctx, id)
}

// noteOpened remembers that this session opened a page.
func (v *View) noteOpened(id ID) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.opened == nil {
		v.opened = map[ID]bool{}
	}
	v.opened[id] = true
}
