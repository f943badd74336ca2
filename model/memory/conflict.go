package memory

import (
	"cmp"
	"slices"

	"leerbalie/model/conflict"
	"leerbalie/model/journal"
)

// entities are all entities, in the order of the kinds of their places.
func (t *tx) entities() (out []*journal.Record) {
	for _, rec := range t.records {
		out = append(out, rec)
	}
	slices.SortFunc(out, func(a, b *journal.Record) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), compareIDs(a.Part, b.Part), cmp.Compare(a.Kind, b.Kind), compareIDs(a.ID, b.ID))
	})
	return out
}

func (t *tx) itemsOf(r *journal.Record) func() []journal.Item {
	return func() []journal.Item { return t.items[entity{r.Kind, r.ID}] }
}

// Contested visits the entities on which something clashes.
func (t *tx) Contested(visit func(journal.Kind, journal.ID) error) error {
	for _, r := range t.entities() {
		if len(t.Kinds().Clashes(r, t.itemsOf(r))) > 0 {
			if err := visit(r.Kind, r.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// Rivals visits the stakes that are about the same and say different things.
func (t *tx) Rivals(visit func([]conflict.Staked) error) error {
	all := t.staked(func(journal.Stake) bool { return true })
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(s conflict.Staked) bool { return !s.Same(all[0].Stake) })
		if n < 0 {
			n = len(all)
		}
		if same := all[:n:n]; conflict.Differ(same) {
			if err := visit(slices.Clone(same)); err != nil {
				return err
			}
		}
		all = all[n:]
	}
	return nil
}

// StakesLike are all stakes about what one is about.
func (t *tx) StakesLike(s journal.Stake) ([]conflict.Staked, error) { return t.staked(s.Same), nil }

func (t *tx) staked(fits func(journal.Stake) bool) (out []conflict.Staked) {
	for _, r := range t.entities() {
		for _, s := range t.Kinds().Stakes(r, t.itemsOf(r)) {
			if fits(s) {
				out = append(out, conflict.Staked{Stake: s, Kind: r.Kind, Entity: r.ID})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b conflict.Staked) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), compareIDs(a.Of, b.Of), compareIDs(a.In, b.In), cmp.Compare(a.Kind, b.Kind), compareIDs(a.Entity, b.Entity), a.Stamp.Compare(b.Stamp))
	})
	return out
}
