package model

import (
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Stretch is what one transaction wrote in one stream: the changes from one to another, both among them.
type Stretch struct {
	Scope       journal.Scope
	First, Last journal.Stamp
}

// Len is how many changes there are in it.
func (s Stretch) Len() int { return int(s.Last.Seq-s.First.Seq) + 1 }

// Holds tells whether a change of a scope is in one of the stretches.
func Holds(all []Stretch, scope journal.Scope, st journal.Stamp) bool {
	return slices.ContainsFunc(all, func(s Stretch) bool {
		return s.First.Replica == st.Replica && s.First.Seq <= st.Seq && st.Seq <= s.Last.Seq && s.Scope == scope
	})
}

// addStretches takes what steps wrote into stretches of one transaction.
func addStretches(kinds *journal.Kinds, to []Stretch, steps []step) []Stretch {
	for i := range steps {
		st := &steps[i]
		class, _ := kinds.Class(st.kind)
		scope := journal.Scope{Class: class, Part: st.part}
		at := slices.IndexFunc(to, func(s Stretch) bool { return s.Scope == scope })
		if at < 0 {
			to = append(to, Stretch{scope, st.stamp, st.stamp})
			continue
		}
		if st.stamp.Seq < to[at].First.Seq {
			to[at].First = st.stamp
		}
		if st.stamp.Seq > to[at].Last.Seq {
			to[at].Last = st.stamp
		}
	}
	return to
}

// Wrote is what the action wrote so far.
func (d *Doing) Wrote() []Stretch { return addStretches(d.Kinds(), nil, d.receipt.steps) }

// TakeBackChanges takes back what changes of the journal did to one entity, which was there before them: fields show again what they
// showed, and items no longer stand. Whoever asks for it has seen that nobody built on them.
func (d *Doing) TakeBackChanges(kind journal.Kind, id journal.ID, changes []*journal.Change) error {
	for _, c := range slices.Backward(changes) {
		if c.Op == journal.OpAdd && (c.Item == journal.ItemVouch || c.Item == journal.ItemWords) { // parts of others
			continue
		}
		rec, err := d.Record(kind, id)
		if err != nil {
			return err
		}
		if rec == nil || rec.Erased {
			return fault.New(fault.Conflict, "undo-erased")
		}
		st := step{kind: kind, id: id, part: rec.Part, stamp: c.Stamp(), item: c.Op == journal.OpAdd}
		if !st.item {
			if st.fields, err = d.replaced(rec, c); err != nil {
				return err
			}
			if len(st.fields) == 0 {
				continue
			}
		}
		if err := d.takeBack(st, rec); err != nil {
			return err
		}
	}
	return nil
}

// replaced is what the fields of a change held before it, of those that still hold what it wrote.
func (d *Doing) replaced(rec *journal.Record, c *journal.Change) (out []before, err error) {
	for _, w := range c.Writes {
		if !slices.Contains(rec.Live(w.Field), c.Stamp()) && !rec.Get(w.Field).Equal(w.Value) {
			continue
		}
		b := before{field: w.Field, base: w.Base}
		for _, base := range w.Base {
			was, err := d.Change(journal.Stream{Replica: base.Replica, Scope: rec.Scope()}, base.Seq)
			if fault.KindOf(err) == fault.NotFound || err == nil && was == nil {
				continue
			}
			if err != nil {
				return nil, err
			}
			for _, of := range was.Writes {
				if of.Field == w.Field {
					b.versions = append(b.versions, of.Value)
				}
			}
		}
		for _, live := range rec.Live(w.Field) {
			if live != c.Stamp() && live.Compare(c.Stamp()) < 0 && !slices.Contains(w.Base, live) {
				b.left = append(b.left, live) // who wrote the change had not seen it
			}
		}
		out = append(out, b)
	}
	return out, nil
}
