package modeltest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Draw picks a number from low to high, both included; the label tells what for.
type Draw func(low, high int, label string) int

// Even makes a Draw that picks every number as often as any other, from a source of bits. Tools that look for small examples
// mostly draw small numbers, and a history of those is all beginnings.
func Even(bit func(label string) bool) Draw {
	return func(low, high int, label string) int {
		n := 0
		for span := high - low; span > 0; span >>= 1 {
			for range 2 { // twice the bits that are needed, so that the remainder is even enough
				n <<= 1
				if bit(label) {
					n++
				}
			}
		}
		return low + n%(high-low+1)
	}
}

// Desk is a replica on which somebody works, with a clock that may be wrong.
type Desk struct {
	Store   model.Backend
	Session *model.Session
	Clock   *time.Time // read by Store; Act lets it go on, or back
}

// Word is what every text that Act writes begins with, so that a test can look for what should be gone.
const Word = "woorden"

// Act does one thing that a desk does, the n-th of a history, and returns only errors that are faults: what the rules
// refuse is refused.
func (d *Desk) Act(ctx context.Context, draw Draw, n int) error {
	*d.Clock = d.Clock.Add(time.Duration(draw(-90, 240, "minutes")) * time.Minute)
	requests, err := d.ids(ctx, desk.KindRequest)
	if err != nil {
		return err
	}
	residents, err := d.ids(ctx, desk.KindResident)
	if err != nil {
		return err
	}
	what := draw(0, 31, "what")
	if len(requests) == 0 && (what < 25 || what > 27) {
		what = 0
	}
	pick := func(ids []journal.ID, label string) (id journal.ID) {
		if len(ids) > 0 {
			id = ids[draw(0, len(ids)-1, label)]
		}
		return id
	}
	err = d.act(ctx, what, n, chosen{pick(requests, "request"), pick(requests, "other"), pick(residents, "resident"), pick(residents, "neighbour")})
	switch fault.KindOf(err) {
	case fault.Conflict, fault.Refused, fault.NotFound:
		return nil
	}
	return err
}

// chosen is what an action is about.
type chosen struct{ request, other, resident, neighbour journal.ID }

func (d *Desk) act(ctx context.Context, what, n int, about chosen) (err error) {
	id, other, resident, neighbour := about.request, about.other, about.resident, about.neighbour
	words := fmt.Sprintf("%s %d van %.4s", Word, n, d.Session.Replica().String()) // more digits could be a citizen service number
	urgency := []model.Urgency{model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine}[n%3]
	var actions []model.Action
	switch what {
	case 0:
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: words, Urgency: urgency, Resident: resident}})
	case 1: // another desk may take in the same file
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: words, Source: fmt.Sprint("bron-", n%5)}})
	case 2:
		actions = append(actions, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = words }})
	case 3:
		actions = append(actions, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Urgency, r.Theme = urgency, words }})
	case 4:
		actions = append(actions, desk.ClaimRequest{ID: id, Over: n%2 == 0})
	case 5:
		actions = append(actions, desk.ReleaseRequest{ID: id})
	case 6:
		actions = append(actions, desk.ParkRequest{ID: id})
	case 7:
		actions = append(actions, desk.RecallRequest{ID: id})
	case 8:
		actions = append(actions, desk.AddMemo{ID: id, Text: words}, desk.LogTime{ID: id, Minutes: 1 + n%60})
	case 9:
		actions = append(actions, desk.CloseRequest{ID: id, Outcome: "referred", Minutes: 5, Note: words})
	case 10:
		actions = append(actions, desk.ReopenRequest{ID: id})
	case 11:
		_, err = d.Session.Undo(ctx)
	case 12:
		_, err = d.Session.Redo(ctx)
	case 13:
		actions = append(actions, desk.AddResident{Resident: desk.Resident{Name: words}})
	case 14:
		actions = append(actions, desk.EditResident{Resident: desk.Resident{ID: resident, Name: words, City: "Den Haag"}})
	case 15:
		actions = append(actions, desk.EraseResident{ID: resident})
	case 16:
		actions = append(actions, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Details, r.Resident = words, resident }})
	case 17:
		actions = append(actions, desk.AddTask{ID: id, What: words, CallBack: n%2 == 0}, desk.ReferRequest{ID: id, To: "Wijkteam", Consent: true})
	case 18:
		return d.finish(ctx, id, words)
	case 19:
		return d.settle(ctx, id)
	case 20:
		actions = append(actions, desk.AddContact{ID: id, Text: words})
	case 21:
		actions = append(actions, desk.SplitRequest{ID: id, Summary: words, Details: words})
	case 22:
		actions = append(actions, desk.MergeRequest{ID: id, Into: other})
	case 23:
		actions = append(actions, desk.MergeResident{ID: resident, Into: neighbour})
	case 24:
		actions = append(actions, desk.TickStep{ID: id, Step: fmt.Sprint(Word, " stap ", n%3)})
	case 25, 26, 27:
		return d.pair(ctx, n, words)
	case 28:
		return d.inform(ctx, id, n, words)
	case 29:
		return d.see(ctx, id)
	case 30:
		actions = append(actions, desk.RemoveRequest{ID: id, Why: words})
	case 31:
		actions = append(actions, desk.RestoreRequest{ID: id})
	}
	if len(actions) > 0 {
		_, err = d.Session.Do(ctx, actions...)
	}
	return err
}

// inform tells one of the colleagues of a request, where there are any.
func (d *Desk) inform(ctx context.Context, id journal.ID, n int, words string) error {
	people, err := d.ids(ctx, model.KindPerson)
	if err != nil {
		return err
	}
	people = slices.DeleteFunc(people, func(p journal.ID) bool { return p == d.Session.Me().ID })
	if len(people) == 0 {
		return nil
	}
	_, err = d.Session.Do(ctx, desk.Inform{ID: id, To: people[n%len(people)], Text: words})
	return err
}

// see lets a colleague see the messages that wait on a request, as one who sits down at this desk.
func (d *Desk) see(ctx context.Context, id journal.ID) error {
	r, err := desk.ReadRequest(ctx, d.Session, id)
	if err != nil {
		return err
	}
	for _, m := range r.Messages {
		if m.Waits() {
			colleague, err := d.Session.Switch(ctx, m.To)
			if err != nil {
				return err
			}
			_, err = colleague.Do(ctx, notice.SeeMessages{ID: id})
			return err
		}
	}
	return nil
}

// finish ends a task or moves a referral on, where the request has one.
func (d *Desk) finish(ctx context.Context, id journal.ID, fact string) error {
	r, err := desk.ReadRequest(ctx, d.Session, id)
	if err != nil {
		return err
	}
	var actions []model.Action
	for _, t := range r.Tasks {
		if t.Done == nil {
			actions = append(actions, desk.FinishTask{ID: id, Task: t.Stamp, Fact: fact})
			break
		}
	}
	for _, f := range r.Referrals {
		if next := f.State.Next(); len(next) > 0 {
			actions = append(actions, desk.MoveReferral{ID: id, Referral: f.Stamp, State: next[0], Reason: "vol"})
			break
		}
	}
	_, err = d.Session.Do(ctx, actions...)
	return err
}

// settle picks the oldest of the values that clash, where some do.
func (d *Desk) settle(ctx context.Context, id journal.ID) error {
	r, err := desk.ReadRequest(ctx, d.Session, id)
	if err != nil || len(r.Siblings) == 0 {
		return err
	}
	s := r.Siblings[len(r.Siblings)-1]
	_, err = d.Session.Do(ctx, desk.Settle{ID: id, Field: s.Field, Value: s.Value})
	return err
}

// ids lists the entities of a kind that the desk knows of.
func (d *Desk) ids(ctx context.Context, k journal.Kind) (out []journal.ID, err error) {
	err = d.Store.Read(ctx, func(tx model.Tx) error {
		return tx.Each(k, func(r *journal.Record) error {
			out = append(out, r.ID)
			return nil
		})
	})
	return out, err
}
