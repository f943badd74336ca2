package mine

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Away is when somebody was not there: from when they left until they sat down. Without a beginning it is not known.
type Away struct{ Left, Back time.Time }

// Load is what is on somebody, counted.
type Load struct {
	Mine      int // requests that are not closed and that they hold
	Promised  int // promises on them that are not kept yet
	Late      int // of those: the time is over
	LateCalls int // of those: call-backs
	Untimed   int // promises for which no time was agreed on
	Given     int // of Mine: those that somebody else gave since they left
	Messages  int // messages that wait for them
	New       int // requests that came in while they were away and wait for whoever takes them; NewMost and more count as that
}

// NewMost is the most requests that are counted as new.
const NewMost = 99

// ReadLoad counts what is on the session's person at a moment. It reads what is on that person, and what came in while they were
// away; never a whole list. Errors: Refused for who may not see the desk; the context's.
func ReadLoad(ctx context.Context, session *model.Session, away Away, now time.Time) (l Load, err error) {
	me := session.Me().ID
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		l = Load{}
		err := desk.EachMine(ctx, session, tx, me, func(r *desk.Request) error {
			if r.HeldBy(me) {
				l.Mine++
				if c := r.Claims[0]; c.By != me && !away.Left.IsZero() && c.At.After(away.Left) {
					l.Given++
				}
			}
			for _, p := range r.Promises() {
				if !slices.Contains(p.On, me) {
					continue
				}
				l.Promised++
				switch {
				case p.Due.IsZero():
					l.Untimed++
				case p.Due.Before(now):
					l.Late++
					if p.Kind == desk.PromiseCallBack {
						l.LateCalls++
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		waiting, err := desk.IndexOf(tx).Messages(me)
		if err != nil {
			return err
		}
		for _, at := range waiting {
			if session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: at.Site}) {
				l.Messages++
			}
		}
		l.New, err = newSince(tx, session.Site(), away)
		return err
	})
	return l, err
}

// newSince counts the requests that came in while somebody was away and still wait.
func newSince(tx model.Tx, site journal.ID, away Away) (n int, err error) {
	if away.Left.IsZero() || !away.Left.Before(away.Back) {
		return 0, nil
	}
	q := desk.PageQuery{Site: site, View: desk.ViewAll, From: desk.FromClosed(away.Back), Limit: newFirst}
	for looked, again := 0, 0; ; again = 1 {
		page, err := desk.IndexOf(tx).Page(q)
		if err != nil {
			return 0, err
		}
		for _, row := range page.Rows[again:] { // the page before ended with the first
			if n == NewMost || !row.Created.After(away.Left) {
				return n, nil
			}
			if row.Status == desk.StatusWaiting {
				n++
			}
		}
		if looked += len(page.Rows) - again; !page.More || looked == newLooked {
			return n, nil
		}
		q.From, q.Limit = page.Rows[len(page.Rows)-1].Key, min(3*q.Limit, newLooked-looked+1)
	}
}

// newLooked is how many requests are looked at to count the new ones, and newFirst how many to begin with: mostly few are new.
const (
	newLooked = 300
	newFirst  = 8
)
