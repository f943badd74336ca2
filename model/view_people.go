package model

import (
	"context"
	"slices"
	"strings"
	"sync"
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
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		ids, err := IndexOf(tx).MergedResidents(v.Site(), id)
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
	if !pagesOf(v).has(id) {
		return ResidentFile{}, Fail(Refused, "page-not-open")
	}
	return v.residentFile(ctx, id)
}

// pages are the residents whose page a session has opened.
type pages struct {
	mu     sync.Mutex
	opened map[ID]bool
}

// pagesKey is where a session keeps its pages.
type pagesKey struct{}

func pagesOf(v *View) *pages {
	return v.Kept(pagesKey{}, func() any { return &pages{opened: map[ID]bool{}} }).(*pages)
}

func (p *pages) has(id ID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.opened[id]
}

func (p *pages) add(id ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.opened[id] = true
}
