package desk

import (
	"bytes"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// MinePlace is where something is on somebody: a request that is not closed and that they hold, or on which they have a promise to
// keep, whatever its status; or a request on which they spent minutes on a day.
type MinePlace struct{ Site, Request journal.ID }

// OnPeople are those on whom something of the request is, each once: who holds it while it is not closed, and whoever has a
// promise to keep. Nobody of one that was taken back.
func (r *Request) OnPeople(visit func(whom journal.ID)) {
	if r.Archived {
		return
	}
	var seen []journal.ID
	see := func(people ...journal.ID) {
		for _, id := range people {
			if !id.IsZero() && !slices.Contains(seen, id) {
				seen = append(seen, id)
				visit(id)
			}
		}
	}
	if r.Status != StatusClosed {
		see(r.Holder()...)
	}
	for i := range r.Tasks {
		if t := &r.Tasks[i]; t.Open() {
			see(r.onWhom(t)...)
		}
	}
}

// MinuteDays are the days, counted from 1970, on which somebody spent minutes on the request; a person can come more than once.
func (r *Request) MinuteDays(visit func(whom journal.ID, day int64)) {
	if r.Archived {
		return
	}
	for _, t := range r.Times {
		if !t.Person.IsZero() {
			visit(t.Person, journal.DayNumber(t.Day))
		}
	}
}

// Open tells whether the task is still to be done.
func (t *Task) Open() bool { return t.Done == nil && !t.Erased }

// onWhom is on whom a task is: who was asked to, or else who holds the request.
func (r *Request) onWhom(t *Task) []journal.ID {
	if !t.On.IsZero() {
		return []journal.ID{t.On}
	}
	return r.Holder()
}

// minePlaces are the places that the session's person may see.
func minePlaces(session *model.Session, places []MinePlace) []MinePlace {
	return slices.DeleteFunc(places, func(at MinePlace) bool {
		return !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: at.Site})
	})
}

// eachMine visits the requests on which something is on somebody, of all sites whose desk the session's person may see.
func eachMine(ctx context.Context, session *model.Session, tx model.Tx, whom journal.ID, visit func(*Request) error) error {
	places, err := IndexOf(tx).Mine(whom)
	if err != nil {
		return err
	}
	visited := map[journal.ID]bool{}
	for _, at := range minePlaces(session, places) {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := readRequest(session, tx, at.Request)
		if err == nil && r.Merged != nil { // what is on somebody there counts with the one that goes on
			var on *Request
			if on, err = goesOn(tx, &r); err == nil {
				r, err = readRequest(session, tx, on.ID)
			}
		}
		if err != nil {
			return err
		}
		if visited[r.ID] {
			continue
		}
		visited[r.ID] = true
		if err := visit(&r); err != nil {
			return err
		}
	}
	return nil
}

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
		err := eachMine(ctx, session, tx, me, func(r *Request) error {
			if r.mineBy(me) {
				l.Mine++
				if c := r.Claims[0]; c.By != me && !away.Left.IsZero() && c.At.After(away.Left) {
					l.Given++
				}
			}
			for _, p := range r.promises() {
				if !slices.Contains(p.On, me) {
					continue
				}
				l.Promised++
				switch {
				case p.Due.IsZero():
					l.Untimed++
				case p.Due.Before(now):
					l.Late++
					if p.Kind == PromiseCallBack {
						l.LateCalls++
					}
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		waiting, err := IndexOf(tx).Messages(me)
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

// mineBy tells whether somebody holds the request, and it is not closed.
func (r *Request) mineBy(who journal.ID) bool {
	return r.Status != StatusClosed && !r.Archived && slices.Contains(r.Holder(), who)
}

// newSince counts the requests that came in while somebody was away and still wait.
func newSince(tx model.Tx, site journal.ID, away Away) (n int, err error) {
	if away.Left.IsZero() || !away.Left.Before(away.Back) {
		return 0, nil
	}
	q := PageQuery{Site: site, View: ViewAll, From: placeKey(-1, -away.Back.UnixMilli(), journal.ID{}), Limit: newFirst}
	for looked, again := 0, 0; ; again = 1 {
		page, err := IndexOf(tx).Page(q)
		if err != nil {
			return 0, err
		}
		for _, row := range page.Rows[again:] { // the page before ended with the first
			if n == NewMost || !row.Created.After(away.Left) {
				return n, nil
			}
			if row.Status == StatusWaiting {
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

// DayQuery asks what is on somebody on a day.
type DayQuery struct {
	Now  time.Time
	Zone *time.Location // of the day; nil: UTC
	Away Away
}

// Day is what is on somebody on a day.
type Day struct {
	Requests []DayRequest     // those that they hold, the most urgent first, then the longest waiting
	Promises []DayPromise     // the earliest first, those without a time last
	Messages []WaitingMessage // the newest first
	Minutes  int              // that they spent today
}

// DayRequest is a request that somebody holds.
type DayRequest struct {
	RequestRow
	GivenBy journal.ID // somebody else who gave it; zero: they took it themselves
	Since   time.Time  // when it came to lie with them
	New     bool       // since they left
	Promise bool       // something is promised about it, and stands among the promises
}

// DayPromise is a promise on somebody, with the words that the desk may see.
type DayPromise struct {
	Promise
	Task    journal.Stamp // zero for a follow-up date
	What    string        // of a task
	Summary string        // of the request
	Status  Status        // of the request
}

// ReadDay reads what is on the session's person today. It reads only what is on that person. Errors: Refused for who may not see
// the desk; the context's.
func ReadDay(ctx context.Context, session *model.Session, q DayQuery) (day Day, err error) {
	me := session.Me().ID
	if day.Messages, err = ReadMessages(ctx, session); err != nil {
		return day, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		day.Requests, day.Promises, day.Minutes = nil, nil, 0
		names := namesOf(tx)
		err := eachMine(ctx, session, tx, me, func(r *Request) error {
			row := r.Row()
			had := len(day.Promises)
			for _, p := range r.dayPromises() {
				if !slices.Contains(p.On, me) {
					continue
				}
				var err error
				if p.Names, err = names(p.On); err != nil {
					return err
				}
				day.Promises = append(day.Promises, p)
			}
			if !r.mineBy(me) {
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
	slices.SortStableFunc(day.Promises, func(a, b DayPromise) int { return earlier(&a.Promise, &b.Promise) })
	return day, err
}

// dayPromises are the promises about the request that are not kept yet, with their words.
func (r *Request) dayPromises() (out []DayPromise) {
	all := r.promises()
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
	today := model.DayOf(q.Now, zone)
	places, err := IndexOf(tx).MinutesOn(who, journal.DayNumber(today))
	if err != nil {
		return 0, err
	}
	for _, at := range minePlaces(session, places) {
		r, err := own(tx, at.Request) // by itself: what was merged into another has a place of its own
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
