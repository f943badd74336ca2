package store

import (
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/clash"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// NameOf is the name of a resident, "" for nobody.
func (t *tx) NameOf(resident journal.ID) (name string, err error) {
	if resident.IsZero() {
		return "", nil
	}
	if name, known := t.names[resident]; known {
		return name, nil
	}
	rec, err := t.Record(desk.KindResident, resident)
	if rec != nil {
		name = rec.Get(desk.ResidentName).Text()
	}
	if t.names != nil && err == nil {
		t.names[resident] = name
	}
	return name, err
}

// Messages are the places of the messages that wait for somebody, oldest first.
func (t *tx) Messages(whom journal.ID) ([]desk.MessagePlace, error) {
	index, err := t.settledIndex()
	return derive.MessagePlaces(index.Below(append([]byte{'m'}, whom[:]...))), err
}

// Mine are the places of what is on somebody, by site and then in the order in which they came in.
func (t *tx) Mine(whom journal.ID) ([]desk.MinePlace, error) {
	return t.minePlaces(derive.OnPersonKey(whom))
}

// MinutesOn are the places of what somebody spent minutes on.
func (t *tx) MinutesOn(whom journal.ID, day int64) ([]desk.MinePlace, error) {
	return t.minePlaces(derive.MinutesKey(whom, day))
}

// minePlaces are the places at the ends of the keys that begin in a way.
func (t *tx) minePlaces(prefix []byte) ([]desk.MinePlace, error) {
	index, err := t.settledIndex()
	return derive.MinePlaces(index.Below(prefix)), err
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
