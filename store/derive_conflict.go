package store

import (
	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/store/clash"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// conflicts is where people wrote apart from each other what does not go together, and of what only one thing can hold.
func conflicts() projection {
	return projection{name: "conflict", kinds: kinds.All().All(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		clash.Entries(kinds.All(), now.rec, now.items, func(e clash.Entry) { to = append(to, entry{e.Key, e.Value}) })
		return to
	}}
}

// settledIndex is the bucket index with all that has been done in this transaction.
func (t *tx) settledIndex() (*disk.Bucket, error) { return t.bucket(wire.BucketIndex), t.flush() }

// Contested visits the entities on which something clashes.
func (t *tx) Contested(visit func(journal.Kind, journal.ID) error) error {
	index, err := t.settledIndex()
	if err != nil {
		return err
	}
	return clash.Contested(index, visit)
}

// Rivals visits the stakes that are about the same and say different things.
func (t *tx) Rivals(visit func([]conflict.Staked) error) error {
	index, err := t.settledIndex()
	if err != nil {
		return err
	}
	return clash.Rivals(index, visit)
}

// StakesLike are all stakes about what one is about.
func (t *tx) StakesLike(s journal.Stake) ([]conflict.Staked, error) {
	index, err := t.settledIndex()
	if err != nil {
		return nil, err
	}
	return clash.Like(index, s)
}
