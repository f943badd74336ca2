package model

import (
	"context"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// undoKept is how many things a session can take back, one after the other; what it did before them stays done. Each
// holds the values that it replaced, so that a session of days would hold all that it ever overwrote.
const undoKept = 100

// push puts something on a stack of what can be taken back, and lets go of the oldest when there are too many.
func push(stack []done, d done) []done {
	if over := len(stack) + 1 - undoKept; over > 0 {
		stack = slices.Delete(stack, 0, over)
	}
	return append(stack, d)
}

// done is something that this session did and can take back.
type done struct {
	receipt Receipt
	groups  [][]step // one, or one for each of many to which it was done at once
	apart   bool     // it is taken back by a door of its own; see Did
}

// Did puts something on the stack that was done in many transactions, such as an import: Undo leaves it to a door of its own, which asks
// and takes time. Done again, such as when an import is resumed, it stands there once.
func (s *Session) Did(r Receipt) {
	s.Undid(r.Entity)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.undo, s.redo = push(s.undo, done{receipt: r, apart: true}), nil
}

// Undid takes what Did put there off the stack: its own door took it back. What was undone before that cannot be done again: it was
// about what is gone now.
func (s *Session) Undid(about journal.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.undo = slices.DeleteFunc(s.undo, func(d done) bool { return d.apart && d.receipt.Entity == about })
	s.redo = nil
}

// Apart is what Undo would take back next, where that has a door of its own; ok is false for all else.
func (s *Session) Apart() (r Receipt, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.undo); n > 0 && s.undo[n-1].apart {
		return s.undo[n-1].receipt, true
	}
	return Receipt{}, false
}

// Undo takes back what this session did last, by appending the inverse changes. The receipt names what was undone.
// Errors: NotFound when there is nothing left; Conflict when somebody has changed it since.
func (s *Session) Undo(ctx context.Context) (Receipt, error) {
	return s.back(ctx, &s.undo, &s.redo, "nothing-to-undo")
}

// Redo does again what was undone last. Errors as for Undo.
func (s *Session) Redo(ctx context.Context) (Receipt, error) {
	return s.back(ctx, &s.redo, &s.undo, "nothing-to-redo")
}

func (s *Session) back(ctx context.Context, from, to *[]done, empty string) (Receipt, error) {
	s.mu.Lock()
	if len(*from) == 0 {
		s.mu.Unlock()
		return Receipt{}, fault.New(fault.NotFound, empty)
	}
	last := (*from)[len(*from)-1]
	if last.apart {
		s.mu.Unlock()
		return Receipt{}, fault.New(fault.Refused, "undo-apart")
	}
	*from = (*from)[:len(*from)-1]
	s.mu.Unlock()
	var left []journal.ID
	r, err := s.write(Vouching(ctx), inverse{last.groups, &left}) // what comes back stood there
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		if k := fault.KindOf(err); k != fault.Conflict && k != fault.Newer {
			*from = push(*from, last)
		}
		return Receipt{}, err
	}
	standsAgain(*from, r.again)
	back := last.receipt
	back.steps, back.ends, back.Left, back.Created = r.steps, r.ends, left, nil
	if back.Count > 0 {
		back.Count = len(last.groups) - len(left)
	}
	*to = push(*to, done{receipt: back, groups: back.groups()})
	return back, nil
}

// broughtBack is a version that an undo wrote, and the one that showed the same before, which it stands for from now on.
type broughtBack struct {
	field    journal.Field
	was, now journal.Stamp
}

// standsAgain lets what was done earlier be taken back over what an undo brought back of it: that is nobody else's.
func standsAgain(stack []done, all []broughtBack) {
	for _, d := range stack {
		for _, group := range d.groups {
			for _, st := range group {
				for i := range st.fields {
					b := &st.fields[i]
					for _, a := range all {
						if a.field == b.field && (a.was == st.stamp || slices.Contains(b.again, a.was)) {
							b.again = append(b.again, a.now)
						}
					}
				}
			}
		}
	}
}

// inverse takes back the steps of something done, the last first. Where it was done to many at once, those stay on which somebody
// built; left is told which.
type inverse struct {
	groups [][]step
	left   *[]journal.ID
}

func (inverse) Name() string { return "act-undo" }

func (a inverse) Do(d *Doing) error {
	*a.left = nil
	own := map[journal.Stamp]bool{}
	for _, group := range a.groups {
		for _, st := range group {
			own[st.stamp] = true
		}
	}
	free := make([][]step, 0, len(a.groups))
	for _, group := range a.groups {
		switch err := d.allUntouched(group, own); {
		case err == nil:
			free = append(free, group)
		case len(a.groups) == 1 || fault.KindOf(err) != fault.Conflict:
			return err
		default:
			*a.left = append(*a.left, group[0].id)
		}
	}
	if len(free) == 0 {
		return fault.New(fault.Conflict, "undo-changed")
	}
	for i := len(free) - 1; i >= 0; i-- {
		for k := len(free[i]) - 1; k >= 0; k-- {
			st := free[i][k]
			rec, err := d.Record(st.kind, st.id)
			if err != nil {
				return err
			}
			if err := d.Granted(st.grant, func() error { return d.takeBack(st, rec) }); err != nil {
				return err
			}
		}
		if len(a.groups) > 1 {
			d.receipt.ends = append(d.receipt.ends, len(d.receipt.steps))
		}
	}
	return nil
}

// allUntouched is untouched for all steps of a group.
func (d *Doing) allUntouched(group []step, own map[journal.Stamp]bool) error {
	for _, st := range group {
		if err := d.untouched(st, own); err != nil {
			return err
		}
	}
	return nil
}

// takeBack writes the inverse of one step.
func (d *Doing) takeBack(st step, rec *journal.Record) (err error) {
	switch {
	case st.item:
		_, err = d.Add(st.kind, st.id, rec.Part, journal.ItemRetract, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{st.stamp}))})
	case st.fresh && d.Kinds().Builtin(st.kind, st.id): // it was there before its record
		err = d.Set(st.kind, st.id, rec.Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(false))})
	case st.fresh:
		err = d.Set(st.kind, st.id, rec.Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
	default:
		err = d.restore(st, rec)
	}
	return err
}

// untouched refuses when somebody else, or a later action, built on a step; own are the steps that are taken back together.
func (d *Doing) untouched(st step, own map[journal.Stamp]bool) error {
	rec, err := d.Record(st.kind, st.id)
	if err != nil {
		return err
	}
	if rec == nil || rec.Erased {
		return fault.New(fault.Conflict, "undo-erased")
	}
	items, err := d.Items(st.kind, st.id)
	if err != nil {
		return err
	}
	for _, b := range st.fields {
		for _, s := range rec.Live(b.field) {
			if !own[s] && !slices.Contains(b.left, s) && !slices.Contains(b.again, s) {
				return fault.New(fault.Conflict, "undo-changed")
			}
		}
	}
	for _, it := range journal.Standing(items) {
		if own[it.Stamp] || it.Stamp.Compare(st.stamp) < 0 || d.Kinds().Look(st.kind, it.Kind) {
			continue
		}
		if st.fresh && it.Actor != d.Actor.ID {
			return fault.New(fault.Conflict, "undo-changed")
		}
		if st.item {
			for _, t := range it.Fields.Get(journal.FieldTarget).Stamps() {
				if t == st.stamp {
					return fault.New(fault.Conflict, "undo-changed")
				}
			}
		}
	}
	return nil
}

// restore writes back what fields showed before. Values that stood side by side do so again: each is written as if
// apart from the other, against what replaced them.
func (d *Doing) restore(st step, rec *journal.Record) error {
	if err := d.Allowed(st.kind, rec.Part); err != nil {
		return err
	}
	if rec.MinReader > journal.SchemaVersion {
		return fault.New(fault.Newer, "update-needed")
	}
	again := step{kind: st.kind, id: st.id, part: rec.Part, grant: st.grant}
	bases := map[journal.Field][]journal.Stamp{}
	for _, b := range st.fields {
		bf := before{field: b.field, left: b.left}
		if reg := rec.Register(b.field); reg != nil {
			for _, v := range reg.Live {
				if !slices.Contains(b.left, v.Stamp) {
					bf.versions, bf.base = append(bf.versions, v.Value), append(bf.base, v.Stamp)
				}
			}
		}
		bases[b.field] = bf.base
		again.fields = append(again.fields, bf)
	}
	for round := 0; ; round++ {
		c := d.NewChange(st.kind, st.id, rec.Part, journal.OpSet)
		for _, b := range st.fields {
			value := journal.Value{}
			switch {
			case round < len(b.versions):
				value = b.versions[round]
			case round > 0:
				continue
			case len(b.left) > 0: // it replaced nothing: what it left stands alone again
				value = leftIn(rec, b)
			}
			c.Writes = append(c.Writes, journal.Write{Field: b.field, Value: value, Base: bases[b.field]})
		}
		if len(c.Writes) == 0 {
			break
		}
		if err := d.Emit(c); err != nil {
			return err
		}
		for _, b := range st.fields {
			if round < len(b.base) {
				d.receipt.again = append(d.receipt.again, broughtBack{b.field, b.base[round], c.Stamp()})
			}
		}
		if round == 0 {
			again.stamp = c.Stamp()
			d.receipt.steps = append(d.receipt.steps, again)
			continue
		}
		d.receipt.steps = append(d.receipt.steps, step{kind: st.kind, id: st.id, part: rec.Part, stamp: c.Stamp(), grant: st.grant})
	}
	return nil
}
