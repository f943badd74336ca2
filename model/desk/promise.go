package desk

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// PromiseKind says what was promised.
type PromiseKind string

// The kinds of promise.
const (
	PromiseCallBack PromiseKind = "call-back"
	PromiseTask     PromiseKind = "task"
	PromiseFollowUp PromiseKind = "follow-up"
)

// Promise is something that somebody still has to do about a request. It has none of the words that were typed, in which a
// resident might be known: it may leave the desk.
type Promise struct {
	ID      journal.ID // the same for the same promise, also when its time moves
	Request journal.ID
	Number  string // of the request
	Kind    PromiseKind
	Due     time.Time    // zero: no time was agreed on
	On      []journal.ID // whom it is on: whoever was asked to, or else those who hold the request; nobody yet: none
	Names   []string     // theirs
	Changed time.Time    // when something was last done about the request
}

// ReadPromises reads what is promised at the session's site and not done yet: tasks and call-backs, and the follow-up dates of
// requests that are not closed. Mine is only what is on the session's person. The earliest stands first; what has no time
// last, and only of requests that are not closed. Errors: Refused; the context's.
func ReadPromises(ctx context.Context, session *model.Session, mine bool) (out []Promise, err error) {
	site, me := session.Site(), session.Me().ID
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: site}, func(tx model.Tx) error {
		rows, err := withPromises(tx, site)
		if err != nil {
			return err
		}
		names := NamesOf(tx)
		for i := range rows {
			if err := ctx.Err(); err != nil {
				return err
			}
			rec, err := tx.Record(KindRequest, rows[i].ID)
			if err != nil {
				return err
			}
			items, err := tx.Items(KindRequest, rows[i].ID)
			if err != nil {
				return err
			}
			r := RequestOf(rec, items)
			if err := Gather(tx, r); err != nil {
				return err
			}
			for _, p := range r.Promises() {
				if mine && !slices.Contains(p.On, me) {
					continue
				}
				if p.Names, err = names(p.On); err != nil {
					return err
				}
				out = append(out, p)
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Promise) int { return Earlier(&a, &b) })
	return out, err
}

// Earlier is how promises stand below each other: the earliest first, what has no time last.
func Earlier(a, b *Promise) int {
	if a.Due.IsZero() != b.Due.IsZero() {
		return b.Due.Compare(a.Due)
	}
	return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Number, b.Number), bytes.Compare(a.ID[:], b.ID[:]))
}

// withPromises gives the requests of a site of which something is promised: those with a date, and the open ones with an
// open end and none.
func withPromises(tx model.Tx, site journal.ID) ([]RequestRow, error) {
	due, err := pageOf(tx, PageQuery{Site: site, View: ViewDue})
	if err != nil {
		return nil, err
	}
	open, err := pageOf(tx, PageQuery{Site: site, View: ViewOpen})
	if err != nil {
		return nil, err
	}
	for _, row := range open.Rows {
		if row.Due.IsZero() && row.OpenEnds > 0 {
			due.Rows = append(due.Rows, row)
		}
	}
	return due.Rows, nil
}

// Promises are what is promised of a request and not done yet, without the names.
func (r *Request) Promises() (out []Promise) {
	promise := func(kind PromiseKind, name string, due time.Time, on []journal.ID) {
		out = append(out, Promise{ID: journal.KeyedID(string(kind), r.ID.String(), name), Request: r.ID, Number: r.Number, Kind: kind, Due: due, On: on, Changed: r.Changed})
	}
	for i := range r.Tasks {
		t, kind := &r.Tasks[i], PromiseTask
		if t.CallBack {
			kind = PromiseCallBack
		}
		if t.Open() {
			promise(kind, fmt.Sprintf("%x-%d", t.Stamp.Replica, t.Stamp.Seq), t.Due, r.OnWhom(t))
		}
	}
	if r.Status != StatusClosed && !r.FollowUp.IsZero() {
		promise(PromiseFollowUp, "", r.FollowUp, r.Holder())
	}
	return out
}
