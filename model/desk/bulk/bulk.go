// Package bulk does one thing to many requests, in one step that is taken back as a whole: what fits is done, and what does not fit is left
// out and named.
package bulk

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// What is what is done to many requests at once.
type What string

// The things that can be done to many.
const (
	Claim   What = "claim"
	Assign  What = "assign"
	Release What = "release"
	Park    What = "park"
	Recall  What = "recall"
	Theme   What = "theme"
	Urgency What = "urgency"
	Edit    What = "edit" // theme and urgency
	Close   What = "close"
	Memo    What = "memo"
)

// Bulk is one thing that is done to many requests.
type Bulk struct {
	What    What
	Of      []journal.ID
	For     []journal.ID      // to whom they are assigned: one person or the members of a pair
	Theme   *string           // nil: it stays
	Urgency model.Urgency     // "": it stays
	Until   time.Time         // when what is parked is looked at again; zero: that stays as it is
	How     desk.CloseRequest // how all are closed, with the minutes for each; its ID is not looked at
	Text    string            // of a memo
	Over    bool              // also what somebody else holds
	Dry     bool              // everything is checked and nothing is kept
}

// Done is what became of something that was done to many.
type Done struct {
	model.Receipt
	Refused []Refusal // in the order of Bulk.Of
}

// Refusal is a request that something was not done to, and why.
type Refusal struct {
	ID     journal.ID
	Number string // "" where the session may not read it, or there is none
	Err    error
}

// Others tells whether a request was left alone only because somebody else holds it.
func (r Refusal) Others() bool {
	e, ok := r.Err.(*fault.Error)
	return ok && e.Msg == "claimed-by"
}

// DoToAll does it, in one transaction that Undo takes back as a whole. What does not fit is left out and named, and the rest is done:
// what each single action refuses, and what somebody who looks at one request is asked about, but nobody is who looks at many: one
// in which people wrote apart what does not go together, and one that somebody else holds, unless Over is set.
// Errors: Invalid for more than model.MaxEach, and for what is wrong with what was typed.
func DoToAll(ctx context.Context, session *model.Session, b Bulk) (Done, error) {
	of := make([]journal.ID, 0, len(b.Of))
	seen := make(map[journal.ID]bool, len(b.Of))
	for _, id := range b.Of {
		if !seen[id] {
			seen[id] = true
			of = append(of, id)
		}
	}
	groups := make([][]model.Action, len(of))
	for i, id := range of {
		groups[i] = b.Actions(id)
	}
	r, refused, err := session.DoEach(ctx, groups, b.Dry)
	if err != nil {
		return Done{}, err
	}
	out := Done{Receipt: r}
	for i, err := range refused {
		if err != nil {
			out.Refused = append(out.Refused, Refusal{ID: of[i], Err: err})
		}
	}
	return out, out.number(ctx, session)
}

// number fills in the numbers of what was refused.
func (d *Done) number(ctx context.Context, session *model.Session) error {
	if len(d.Refused) == 0 {
		return nil
	}
	ids := make([]journal.ID, len(d.Refused))
	for i := range d.Refused {
		ids[i] = d.Refused[i].ID
	}
	numbers, err := Numbers(ctx, session, ids)
	for i := range d.Refused {
		d.Refused[i].Number = numbers[d.Refused[i].ID]
	}
	return err
}

// Numbers are the numbers of requests, those that the session may read.
func Numbers(ctx context.Context, session *model.Session, ids []journal.ID) (map[journal.ID]string, error) {
	out := make(map[journal.ID]string, len(ids))
	err := session.ReadOwn(ctx, func(tx model.Tx) error {
		for _, id := range ids {
			rec, err := tx.Record(desk.KindRequest, id)
			if err != nil {
				return err
			}
			if rec != nil && session.Clearance().CheckRead(journal.Scope{Class: journal.Desk, Part: rec.Part}) == nil {
				out[id] = rec.Get(desk.RequestNumber).Text()
			}
		}
		return nil
	})
	return out, err
}

// Actions is what is done to one of them.
func (b Bulk) Actions(id journal.ID) []model.Action {
	fits := func(a model.Action) fitting { return fitting{Action: a, id: id, over: b.Over} }
	alter := desk.EditRequest{ID: id, Alter: func(r *desk.Request) {
		if b.Theme != nil {
			r.Theme = *b.Theme
		}
		if b.Urgency != "" {
			r.Urgency = b.Urgency
		}
		if !b.Until.IsZero() {
			r.FollowUp = b.Until
		}
	}}
	switch b.What {
	case Claim:
		return []model.Action{fits(desk.ClaimRequest{ID: id, Over: b.Over})}
	case Assign:
		return []model.Action{fits(desk.ClaimRequest{ID: id, For: b.For, Over: true})}
	case Release:
		return []model.Action{fits(desk.ReleaseRequest{ID: id})}
	case Recall:
		return []model.Action{fits(desk.RecallRequest{ID: id})}
	case Park:
		if b.Until.IsZero() {
			return []model.Action{fits(desk.ParkRequest{ID: id})}
		}
		return []model.Action{fits(desk.ParkRequest{ID: id}), alter}
	case Close:
		a := b.How
		a.ID = id
		return []model.Action{fits(a)}
	case Memo:
		return []model.Action{desk.AddMemo{ID: id, Text: b.Text}}
	}
	edit := fits(alter)
	edit.over = true // whose it is does not matter for that
	return []model.Action{edit}
}

// fitting is an action that many are tried with: it is done where nobody has to be asked something first.
type fitting struct {
	model.Action
	id   journal.ID
	over bool
}

// Do does the action. Errors: the action's own; Refused by the clearance; Conflict where people wrote apart what does not go together,
// and where somebody else holds the request and over is not set.
func (f fitting) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, f.id)
	if err != nil {
		return err
	}
	if err := d.Allowed(desk.KindRequest, r.Site); err != nil {
		return err
	}
	if r.Contested() {
		return fault.New(fault.Conflict, "bulk-contested", "number", r.Number)
	}
	if r.Status == desk.StatusClaimed && !f.over && !slices.Contains(r.Holder(), d.Actor.ID) {
		holder, err := d.Person(r.Holder()[0])
		if err != nil {
			return err
		}
		return fault.New(fault.Conflict, "claimed-by", "number", r.Number, "name", holder.Name)
	}
	return f.Action.Do(d)
}

// ReadAll reads the requests of a list or a search up to model.MaxEach, with one more where there are more.
func ReadAll(ctx context.Context, session *model.Session, view desk.QueueView, find *desk.SearchQuery) ([]desk.RequestRow, error) {
	if find != nil {
		q := *find
		q.Limit = model.MaxEach + 1
		f, err := desk.SearchRequests(ctx, session, q)
		return f.Rows, err
	}
	page, err := desk.ReadPage(ctx, session, desk.PageQuery{View: view, Limit: model.MaxEach + 1})
	return page.Rows, err
}
