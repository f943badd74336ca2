package attention

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// marking is a state of the store that remembers the marks it gave: evidence, hours and the ledger ask for the same ones.
type marking struct {
	model.Tx
	of map[marked]uint64
}

type marked struct {
	kind journal.Kind
	id   journal.ID
}

// ItemsMark is that of the state beneath, asked once.
func (m *marking) ItemsMark(kind journal.Kind, id journal.ID) (uint64, error) {
	key := marked{kind, id}
	if mark, known := m.of[key]; known {
		return mark, nil
	}
	mark, err := m.Tx.ItemsMark(kind, id)
	if err == nil {
		m.of[key] = mark
	}
	return mark, err
}
