// Package mine reads what is on whoever sits there: in numbers, and as a day.
package mine

import (
	"bytes"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
)

// DayQuery asks what is on somebody on a day.
type DayQuery struct {
	Now  time.Time
	Zone *time.Location // of the day; nil: UTC
	Away Away
}

// Day is what is on somebody on a day.
type Day struct {
	Requests []DayRequest            // those that they hold, the most urgent first, then the longest waiting
	Promises []DayPromise            // the earliest first, those without a time last
	Messages []notice.WaitingMessage // the newest first
	Minutes  int                     // that they spent today
}

// DayRequest is a request that somebody holds.
type DayRequest struct {
	desk.RequestRow
	GivenBy journal.ID // somebody else who gave it; zero: they took it themselves
	Since   time.Time  // when it came to lie with them
	New     bool       // since they left
	Promise bool       // something is promised about it, and stands among the promises
}

// DayPromise is a promise on somebody, with the words that the desk may see.
type DayPromise struct {
	desk.Promise
	Task    journal.Stamp // zero for a follow-up date
	What    string        // of a task
	Summary string        // of the request
	Status  desk.Status   // of the request
}

// ReadDay reads what is on the session's person today. It reads only what is on that person. Errors: Refused for who may not see
// the desk; the context's.
func ReadDay(ctx context.Context, session *model.Session, q DayQuery) (day Day, err error) {
	me := session.Me().ID
	if day.Messages, err = notice.ReadMessages(ctx, session); err != nil {
		return day, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		day.Requests, day.Promises, day.Minutes = nil, nil, 0
		names := desk.NamesOf(tx)
		err := desk.EachMine(ctx, session, tx, me, func(r *desk.Request) error {
			row := r.Row()
			had := len(day.Promises)
			for _, p := range PromisesOf(r) {
				if !slices.Contains(p.On, me) {
					continue
				}
				var err error
				if p.Names, err = names(p.On); err != nil {
					return err
				}
				day.Promises = append(day.Promises, p)
			}
			if !r.HeldBy(me) {
				return nil
			}
			var err error
			if row.HolderNames, err = names(row.Holder); err != nil {
				return err
			}
			mine := DayRequest{RequestRow: row, Since: r.Claims[0].At, Promise: len(day.Promises) > had}
			if by := r.Claims[0].By; by != me {
				mine.GivenBy, mine.New = by, !q.Away.Left.IsZero() && mine.Since.After(q.Away.Left)
			}
			day.Requests = append(day.Requests, mine)
			return nil
		})
		if err != nil {
			return err
		}
		day.Minutes, err = minutesOn(session, tx, me, q)
		return err
	})
	slices.SortStableFunc(day.Requests, func(a, b DayRequest) int {
		if d := int(a.Urgency.Rank()) - int(b.Urgency.Rank()); d != 0 {
			return d
		}
		if d := a.Created.Compare(b.Created); d != 0 {
			return d
		}
		return bytes.Compare(a.ID[:], b.ID[:])
	})
	slices.SortStableFunc(day.Promises, func(a, b DayPromise) int { return desk.Earlier(&a.Promise, &b.Promise) })
	return day, err
}

// PromisesOf are the promises about the request that are not kept yet, with their words.
func PromisesOf(r *desk.Request) (out []DayPromise) {
	all := r.Promises()
	for i := range r.Tasks {
		if t := &r.Tasks[i]; t.Open() && len(out) < len(all) {
			out = append(out, DayPromise{Promise: all[len(out)], Task: t.Stamp, What: t.What, Summary: r.Summary, Status: r.Status})
		}
	}
	for _, p := range all[len(out):] {
		out = append(out, DayPromise{Promise: p, Summary: r.Summary, Status: r.Status})
	}
	return out
}

// minutesOn is how many minutes somebody spent on the day of a moment.
func minutesOn(session *model.Session, tx model.Tx, who journal.ID, q DayQuery) (n int, err error) {
	zone := q.Zone
	if zone == nil {
		zone = time.UTC
	}
	today := days.Of(q.Now, zone)
	places, err := desk.IndexOf(tx).MinutesOn(who, journal.DayNumber(today))
	if err != nil {
		return 0, err
	}
	for _, at := range desk.MinePlaces(session, places) {
		r, err := desk.Itself(tx, at.Request) // by itself: what was merged into another has a place of its own
		if err != nil || r == nil {
			return 0, err
		}
		for _, t := range r.Times {
			if t.Person == who && t.Day.Equal(today) {
				n += t.Minutes
			}
		}
	}
	return n, nil
}
