package language

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Sentences are all sentences of a language and its names of codes, by id. The tables are made one after another, as far as what is
// asked for needs: a command says what stands in one or two of some fifty, and making them all takes longer than all else at its start.
// Who needs more than a few of them, as the app does, gets them all, in one table in which a sentence is found at once. The names of
// codes have a table of their own, in which alone they are looked for: a list names them and says little else.
type Sentences struct {
	made  atomic.Pointer[made]
	lock  sync.Mutex // of making the next
	rest  []func() Table
	codes func() Table // made once
}

// OfCode is how the id of a code's name begins, and no other.
const OfCode = "code."

// made is what there is so far. It is never altered.
type made struct {
	tables []Table // an id that stands in two is said as in the first
	all    bool    // there are no more: tables has one with everything
}

// NewSentences makes the sentences of a language. They may be asked from several goroutines at once.
func NewSentences(l Language) *Sentences {
	s := &Sentences{codes: sync.OnceValue(l.Codes)}
	s.rest = append(slices.Clone(l.Tables), s.codes)
	s.made.Store(&made{})
	return s
}

// few is how many tables are looked through one by one.
const few = 6

// Find gives the sentence of an id. Nil has none.
func (s *Sentences) Find(id string) (sentence string, ok bool) {
	if s == nil {
		return "", false
	}
	if strings.HasPrefix(id, OfCode) {
		sentence, ok = s.codes()[id]
		return sentence, ok
	}
	for {
		m := s.made.Load()
		for _, table := range m.tables {
			if sentence, ok = table[id]; ok {
				return sentence, true
			}
		}
		if m.all {
			return "", false
		}
		s.more(m)
	}
}

// All is every sentence in one table, which nobody alters.
func (s *Sentences) All() Table {
	for {
		m := s.made.Load()
		if m.all {
			return m.tables[0]
		}
		s.more(m)
	}
}

// more makes the table that comes after those that somebody saw, unless it has come since.
func (s *Sentences) more(seen *made) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.made.Load() != seen {
		return
	}
	tables := seen.tables[:len(seen.tables):len(seen.tables)]
	if len(tables) < few && len(s.rest) > 0 {
		s.made.Store(&made{tables: append(tables, s.rest[0]())})
		s.rest = s.rest[1:]
		return
	}
	for _, table := range s.rest {
		tables = append(tables, table())
	}
	s.rest = nil
	n := 0
	for _, table := range tables {
		n += len(table)
	}
	whole := make(Table, n)
	for _, table := range slices.Backward(tables) {
		maps.Copy(whole, table)
	}
	s.made.Store(&made{tables: []Table{whole}, all: true})
}
