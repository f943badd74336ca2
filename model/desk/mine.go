package desk

import (
	"context"
	"slices"

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
			see(r.OnWhom(t)...)
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

// OnWhom is on whom a task is: who was asked to, or else who holds the request.
func (r *Request) OnWhom(t *Task) []journal.ID {
	if !t.On.IsZero() {
		return []journal.ID{t.On}
	}
	return r.Holder()
}

// MinePlaces are the places that the session's person may see.
func MinePlaces(session *model.Session, places []MinePlace) []MinePlace {
	return slices.DeleteFunc(places, func(at MinePlace) bool {
		return !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: at.Site})
	})
}

// EachMine visits the requests on which something is on somebody, of all sites whose desk the session's person may see.
func EachMine(ctx context.Context, session *model.Session, tx model.Tx, whom journal.ID, visit func(*Request) error) error {
	places, err := IndexOf(tx).Mine(whom)
	if err != nil {
		return err
	}
	visited := map[journal.ID]bool{}
	for _, at := range MinePlaces(session, places) {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := RequestIn(session, tx, at.Request)
		if err == nil && r.Merged != nil { // what is on somebody there counts with the one that goes on
			var on *Request
			if on, err = GoesOn(tx, &r); err == nil {
				r, err = RequestIn(session, tx, on.ID)
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

// HeldBy tells whether somebody holds the request, and it is not closed.
func (r *Request) HeldBy(who journal.ID) bool {
	return r.Status != StatusClosed && !r.Archived && slices.Contains(r.Holder(), who)
}
