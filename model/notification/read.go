package notification

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Listed is a notification with the request that it is about.
type Listed struct {
	Notification
	On      journal.ID // the request in which that of the notification goes on, mostly itself
	Number  string     // of that request
	Summary string     // "" where it was erased
	Whom    []journal.ID
	Today   time.Time // the calendar day at its site, by which it is told what is late
}

// IsLate tells whether a term is over.
func (l Listed) IsLate() bool { return len(l.Late(l.Today)) > 0 }

// Query asks for notifications.
type Query struct {
	Now  time.Time
	All  bool // those that do not go on as well
	Late bool // only those of which a term is over
	Mine bool // only those that are on the session's person, of all sites that this person may see; else those of the session's site
}

// Read reads notifications, the one whose next term ends first at the beginning and those that do not go on at the end. A notification
// is on whoever holds its request, or else on who wrote it down. Errors: Refused for who may not see the desk.
func Read(ctx context.Context, session *model.Session, q Query) (out []Listed, err error) {
	read := func(tx model.Tx) error {
		out = nil
		return each(tx, func(n Notification) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if !q.Mine && n.Site != session.Site() || !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: n.Site}) || !q.All && !n.Running() {
				return nil
			}
			zone, err := model.ZoneAt(tx, n.Site)
			if err != nil {
				return err
			}
			l := Listed{Notification: n, Today: days.Of(q.Now, zone)}
			if q.Late && !l.IsLate() {
				return nil
			}
			if ok, err := l.about(tx); !ok || err != nil {
				return err
			}
			if !q.Mine || slices.Contains(l.Whom, session.Me().ID) {
				out = append(out, l)
			}
			return nil
		})
	}
	if q.Mine {
		err = session.ReadClass(ctx, journal.Desk, read)
	} else {
		err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: session.Site()}, read)
	}
	slices.SortFunc(out, func(a, b Listed) int {
		x, runs := a.Next(a.Today)
		y, others := b.Next(b.Today)
		switch {
		case runs != others && runs:
			return -1
		case runs != others:
			return 1
		}
		return cmp.Or(x.Due.Compare(y.Due), b.Reported.Compare(a.Reported), cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return out, err
}

// about fills in the request; ok is false where that is not here, or was taken away.
func (l *Listed) about(tx model.Tx) (ok bool, err error) {
	r, err := desk.Itself(tx, l.Request)
	if err != nil || r == nil {
		return false, err
	}
	if r, err = desk.GoesOn(tx, r); err != nil {
		return false, err
	}
	l.On, l.Number, l.Summary, l.Whom = r.ID, r.Number, r.Summary, r.Holder()
	if len(l.Whom) == 0 {
		l.Whom = []journal.ID{l.By}
	}
	return !r.Archived, nil
}

// ReadOf reads the notifications about a request and about those that lead to it, the newest first. Errors: NotFound; Refused.
func ReadOf(ctx context.Context, session *model.Session, request journal.ID) (out []Notification, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		r, err := desk.RequestIn(session, tx, request)
		if err == nil {
			out, err = ofRequest(tx, &r)
		}
		return err
	})
	return out, err
}

// ofRequest are the notifications about a request that was read with those that lead to it, the newest first.
func ofRequest(tx model.Tx, r *desk.Request) (out []Notification, err error) {
	err = each(tx, func(n Notification) error {
		if n.Request == r.ID || r.JoinedAs(n.Request) != nil {
			out = append(out, n)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Notification) int {
		return cmp.Or(b.Reported.Compare(a.Reported), cmp.Compare(b.ID.String(), a.ID.String()))
	})
	return out, err
}

// each visits the notifications that were not taken back. There are few: one in hundreds of requests.
func each(tx model.Tx, visit func(Notification) error) error {
	return tx.Each(KindNotification, func(r *journal.Record) error {
		n := Of(r)
		if n.Archived || n.Request.IsZero() {
			return nil
		}
		return visit(n)
	})
}

// Last is which of the notifications of a request something is noted of: the one that goes on, or else the newest; nil where there is none.
func Last(of []Notification) *Notification {
	if i := slices.IndexFunc(of, func(n Notification) bool { return n.Running() }); i >= 0 {
		return &of[i]
	}
	if len(of) > 0 {
		return &of[0]
	}
	return nil
}
