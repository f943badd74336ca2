package desk

import (
	"bytes"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// IsMerged tells whether a row is that of a request that was merged into another: Linked is which.
func (r *RequestRow) IsMerged() bool {
	return !r.Archived && r.Status == StatusClosed && r.Outcome == OutcomeMerged && !r.Linked.IsZero()
}

// Regroups tells whether an item may alter which requests are merged into which.
func Regroups(k journal.ItemKind) bool {
	return k == ItemMerge || k == ItemReopen || k == ItemJoined || k == ItemLetGo || k == journal.ItemRetract
}

// Itself reads a request by itself; nil for an unknown one.
func Itself(tx model.Tx, id journal.ID) (*Request, error) {
	rec, err := tx.Record(KindRequest, id)
	if err != nil || rec == nil {
		return nil, err
	}
	items, err := tx.Items(KindRequest, id)
	if err != nil {
		return nil, err
	}
	return RequestOf(rec, items), nil
}

// GoesOn is the request that a merged one became part of, by itself; of one that was not merged, itself. Where what was merged into
// each other by an older program ends nowhere, it is the one that came first.
func GoesOn(tx model.Tx, r *Request) (*Request, error) {
	seen := []journal.ID{r.ID}
	for at := r; at.Merged != nil; {
		next, err := Itself(tx, at.Merged.Into)
		if err != nil {
			return nil, err
		}
		if next == nil {
			return at, nil // it has not arrived yet
		}
		if i := slices.Index(seen, next.ID); i >= 0 {
			first := slices.MinFunc(seen[i:], func(a, b journal.ID) int { return bytes.Compare(a[:], b[:]) })
			return Itself(tx, first)
		}
		if seen = append(seen, next.ID); next.Merged == nil {
			return next, nil
		}
		at = next
	}
	return r, nil
}

// leadTo are the requests that lead to one, directly or through others, by id.
func leadTo(tx model.Tx, site, id journal.ID) (out []journal.ID, err error) {
	for next := []journal.ID{id}; len(next) > 0; next = next[1:] {
		from, err := IndexOf(tx).Joined(site, next[0])
		if err != nil {
			return nil, err
		}
		for _, f := range from {
			if f != id && !slices.Contains(out, f) {
				out, next = append(out, f), append(next, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b journal.ID) int { return bytes.Compare(a[:], b[:]) })
	return out, nil
}

// Gather puts what was done about the requests that lead to one beside what was done about itself, each with the request that it stands
// on. Of one that leads elsewhere it takes what counts there. So everything is told, and counts, once, whatever was merged into what.
func Gather(tx model.Tx, r *Request) error {
	if r.Merged != nil {
		whole := *r
		r.Own = &whole
		r.Times, r.Minutes, r.Tasks, r.Referrals = nil, 0, nil, nil
		on, err := GoesOn(tx, r)
		if err == nil && on.ID != r.ID {
			into := *r.Merged
			into.On, r.Merged = on.Number, &into
		}
		return err
	}
	ids, err := leadTo(tx, r.Site, r.ID)
	if err != nil || len(ids) == 0 {
		return err
	}
	for _, id := range ids {
		o, err := Itself(tx, id)
		if err != nil {
			return err
		}
		if o != nil {
			r.Joined = append(r.Joined, o)
			r.join(o)
		}
	}
	sortByMoment(r.Memos, func(m *Memo) journal.Mark { return m.Mark })
	sortByMoment(r.Contacts, func(c *Contact) journal.Mark { return c.Mark })
	sortByMoment(r.Tasks, func(t *Task) journal.Mark { return t.Mark })
	sortByMoment(r.Referrals, func(f *Referral) journal.Mark { return f.Mark })
	sortByMoment(r.Times, func(t *TimeEntry) journal.Mark { return t.Mark })
	sortByMoment(r.Messages, func(m *Message) journal.Mark { return m.Mark })
	return nil
}

func (r *Request) join(o *Request) {
	r.Memos = take(r.Memos, o.Memos, func(m *Memo) { m.Of = o.ID })
	r.Contacts = take(r.Contacts, o.Contacts, func(c *Contact) { c.Of = o.ID })
	r.Tasks = take(r.Tasks, o.Tasks, func(t *Task) { t.Of = o.ID })
	r.Referrals = take(r.Referrals, o.Referrals, func(f *Referral) { f.Of = o.ID })
	r.Times = take(r.Times, o.Times, func(t *TimeEntry) { t.Of = o.ID })
	r.Messages = take(r.Messages, o.Messages, func(m *Message) { m.Of = o.ID })
	r.Noted = append(slices.Clip(r.Noted), o.Noted...)
	r.Minutes += o.Minutes
	if o.Changed.After(r.Changed) {
		r.Changed = o.Changed
	}
}

func take[T any](to, from []T, of func(*T)) []T {
	to = slices.Clip(to)
	for _, x := range from {
		of(&x)
		to = append(to, x)
	}
	return to
}

func sortByMoment[T any](all []T, mark func(*T) journal.Mark) {
	slices.SortStableFunc(all, func(a, b T) int { return mark(&a).Stamp.Compare(mark(&b).Stamp) })
}

// StandsOn is on which request something is that is shown with one.
func (r *Request) StandsOn(of journal.ID) journal.ID {
	if of.IsZero() {
		return r.ID
	}
	return of
}

// NumberOf is the number of the request that leads to this one on which something stands, "" for what stands on itself.
func (r *Request) NumberOf(of journal.ID) string {
	if o := r.JoinedAs(of); o != nil {
		return o.Number
	}
	return ""
}

// JoinedAs is the request that leads to this one on which something stands; nil for what stands on itself.
func (r *Request) JoinedAs(of journal.ID) *Request {
	if i := slices.IndexFunc(r.Joined, func(o *Request) bool { return o.ID == of }); i >= 0 {
		return r.Joined[i]
	}
	return nil
}

// foldRows lets rows tell what counts with each: with one that goes on what was done about those that lead to it, too, and nothing with
// those.
func foldRows(tx model.Tx, rows []RequestRow) error {
	for i := range rows {
		if err := foldRow(tx, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func foldRow(tx model.Tx, r *RequestRow) error {
	if r.IsMerged() {
		r.Minutes, r.OpenEnds, r.Due = 0, 0, time.Time{}
		whole, err := Itself(tx, r.ID)
		if err != nil || whole == nil {
			return err
		}
		on, err := GoesOn(tx, whole)
		if err == nil && on.ID != r.ID {
			r.MergedInto = on.Number
		}
		return err
	}
	from, err := leadTo(tx, r.Site, r.ID)
	if err != nil {
		return err
	}
	for _, id := range from {
		o, ok, err := IndexOf(tx).Row(r.Site, id)
		if err != nil {
			return err
		}
		if ok {
			r.Minutes, r.OpenEnds = r.Minutes+o.Minutes, r.OpenEnds+o.OpenEnds
			r.Due = sooner(r.Due, o.Due)
			r.MergedFrom = append(r.MergedFrom, o.Number)
		}
	}
	return nil
}

// sooner is the earlier of two moments; zero is never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// pageOf is a stretch of a list as people are to see it: see foldRows. Among those with a date, one that goes on stands once, at the
// earliest of its own and of those that lead to it.
func pageOf(tx model.Tx, q PageQuery) (Page, error) {
	p, err := IndexOf(tx).Page(q)
	if err != nil {
		return p, err
	}
	if q.View != ViewDue {
		return p, foldRows(tx, p.Rows)
	}
	kept := p.Rows[:0]
	for _, row := range p.Rows {
		on, ok, err := dueAt(tx, row)
		if err != nil {
			return p, err
		}
		if ok {
			kept = append(kept, on)
		}
	}
	p.Rows = kept
	return p, nil
}

// dueAt is what stands in the place of a row among those with a date; ok is false where it stands at another place.
func dueAt(tx model.Tx, row RequestRow) (on RequestRow, ok bool, err error) {
	on = row
	if row.IsMerged() {
		r, err := Itself(tx, row.ID)
		if err != nil || r == nil {
			return on, false, err
		}
		if r, err = GoesOn(tx, r); err != nil {
			return on, false, err
		}
		if on, ok, err = IndexOf(tx).Row(r.Site, r.ID); err != nil || !ok || on.Archived {
			return on, false, err
		}
	}
	first, due := on.ID, on.Due
	from, err := leadTo(tx, on.Site, on.ID)
	if err != nil {
		return on, false, err
	}
	for _, id := range from {
		o, ok, err := IndexOf(tx).Row(on.Site, id)
		if err != nil {
			return on, false, err
		}
		if ok && sooner(due, o.Due) != due {
			first, due = id, o.Due
		}
	}
	if first != row.ID {
		return on, false, nil
	}
	on.Key = row.Key
	return on, true, foldRow(tx, &on)
}
