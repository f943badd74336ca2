// Package mark is which requests are marked, to do one thing to all of them. It knows ids, not rows: a mark stays whatever comes and goes
// around it.
package mark

import (
	"slices"

	"leerbalie/model/journal"
)

// Marks are the requests that are marked, in the order in which that was done. The zero value has none.
type Marks struct {
	order []journal.ID
	on    map[journal.ID]bool
}

// Has tells whether a request is marked.
func (m *Marks) Has(id journal.ID) bool { return m.on[id] }

// Count is how many are marked.
func (m *Marks) Count() int { return len(m.order) }

// All are those that are marked.
func (m *Marks) All() []journal.ID { return slices.Clone(m.order) }

// Toggle marks a request, or takes the mark away.
func (m *Marks) Toggle(id journal.ID) {
	if !m.on[id] {
		m.Add(id)
		return
	}
	delete(m.on, id)
	m.order = slices.DeleteFunc(m.order, func(other journal.ID) bool { return other == id })
}

// Add marks requests.
func (m *Marks) Add(ids ...journal.ID) {
	if m.on == nil {
		m.on = make(map[journal.ID]bool, len(ids))
	}
	for _, id := range ids {
		if !m.on[id] {
			m.on[id] = true
			m.order = append(m.order, id)
		}
	}
}

// Only leaves those marked that are named.
func (m *Marks) Only(ids ...journal.ID) {
	*m = Marks{}
	m.Add(ids...)
}
