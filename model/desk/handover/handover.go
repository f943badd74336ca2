// Package handover gives what is on who acts to a colleague or to a pair, and reads the sheet that the next one needs.
package handover

import (
	"context"
	"errors"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// HandOver gives requests of who acts to a colleague or to a pair, with the promises about them that are on who acts, and tells the
// new ones. What is parked stays parked.
type HandOver struct {
	To       []journal.ID // one colleague, or the members of a pair
	Requests []journal.ID // which; none: everything that is on who acts
	Note     string       // what the next one must know; may be empty
	Went     *HandedOver  // what became of it, filled in when it was done; may be nil
}

// HandedOver is what became of handing over.
type HandedOver struct {
	Requests []HandedRequest // those that went, in order
	Promises int             // how many promises went with them, or alone
	Kept     []KeptRequest   // those that did not go
}

// HandedRequest is a request that was handed over.
type HandedRequest struct {
	ID      journal.ID
	Number  string
	Summary string
}

// KeptRequest is a request that cannot be handed over, and why.
type KeptRequest struct {
	HandedRequest
	Why error // a fault.Error
}

// Name is the code of the words for this action.
func (HandOver) Name() string { return "act-hand-over" }

// Do hands over whatever can be; where that is nothing it writes nothing. Errors: NotFound for an unknown request or person;
// Invalid for nobody, or only oneself, to give it to; Refused for somebody who left. Of nothing that can be handed over: why the only
// one stays, or Conflict.
func (a HandOver) Do(d *model.Doing) error {
	plan := &handing{tx: d, me: d.Actor.ID, may: d.Clearance().CheckWrite}
	if err := plan.work(a); err != nil {
		return err
	}
	if err := plan.fails(); err != nil {
		return err
	}
	d.About(plan.moves[0].r.ID, plan.moves[0].r.Number)
	for i := range plan.moves {
		if err := plan.moves[i].write(d, a.To); err != nil {
			return err
		}
	}
	if err := plan.tell(d, strings.TrimSpace(a.Note)); err != nil {
		return err
	}
	if a.Went != nil {
		*a.Went = plan.told()
	}
	return nil
}

// ReadHandOver tells what would become of handing over, and does nothing. Errors as for HandOver, but where nothing can be handed over
// it says what stays.
func ReadHandOver(ctx context.Context, session *model.Session, a HandOver) (out HandedOver, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		plan := &handing{tx: tx, me: session.Me().ID, may: session.Clearance().CheckWrite}
		if err := plan.work(a); err != nil {
			return err
		}
		out = plan.told()
		return nil
	})
	return out, err
}

// handing is what is about to be handed over, as far as it was worked out.
type handing struct {
	tx  model.Tx
	me  journal.ID
	may func(journal.Scope) error // whether who acts may write there

	moves []handMove
	kept  []KeptRequest
	to    []model.Person
}

// handMove is one request that goes: its claim, or only promises about it.
type handMove struct {
	r     *desk.Request
	claim bool
	tasks []*desk.Task
	on    journal.ID // of those tasks from then on; zero: whoever holds the request
}

func handed(r *desk.Request) HandedRequest { return HandedRequest{r.ID, r.Number, r.Summary} }

// told is the plan without what is needed to carry it out.
func (h *handing) told() (out HandedOver) {
	for i := range h.moves {
		out.Requests = append(out.Requests, handed(h.moves[i].r))
		out.Promises += h.moves[i].promises()
	}
	out.Kept = h.kept
	return out
}

// fails is why nothing can be handed over.
func (h *handing) fails() error {
	switch {
	case len(h.moves) > 0:
		return nil
	case len(h.kept) == 1:
		return h.kept[0].Why
	}
	return fault.New(fault.Conflict, "handover-nothing")
}

// promises is how many promises go with the request.
func (m *handMove) promises() (n int) {
	for i := range m.r.Tasks {
		if t := &m.r.Tasks[i]; t.Open() && (m.claim && t.On.IsZero() || slices.Contains(m.tasks, t)) {
			n++
		}
	}
	return n
}

// person reads somebody. Errors: NotFound.
func (h *handing) person(id journal.ID) (model.Person, error) {
	rec, err := h.tx.Record(model.KindPerson, id)
	if err == nil && rec == nil {
		err = fault.New(fault.NotFound, "person-unknown", "name", id.String())
	}
	if err != nil {
		return model.Person{}, err
	}
	return model.PersonOf(rec), nil
}

// work works out what goes and what stays.
func (h *handing) work(a HandOver) error {
	for _, id := range a.To {
		p, err := h.person(id)
		switch {
		case err != nil:
			return err
		case p.Archived:
			return fault.New(fault.Refused, "person-left", "name", p.Name)
		}
		h.to = append(h.to, p)
	}
	if len(a.To) == 0 || len(a.To) == 1 && a.To[0] == h.me {
		return fault.New(fault.Invalid, "handover-yourself")
	}
	requests := a.Requests
	if len(requests) == 0 {
		places, err := desk.IndexOf(h.tx).Mine(h.me)
		if err != nil {
			return err
		}
		for _, at := range places {
			r, err := desk.Itself(h.tx, at.Request)
			if err == nil && r != nil {
				r, err = desk.GoesOn(h.tx, r)
			}
			if err != nil {
				return err
			}
			if r != nil {
				requests = append(requests, r.ID)
			}
		}
	}
	done := map[journal.ID]bool{}
	for _, id := range requests {
		if done[id] {
			continue
		}
		done[id] = true
		if err := h.one(id, len(a.Requests) > 0); err != nil {
			return err
		}
	}
	return nil
}

// one works out whether one request goes.
func (h *handing) one(id journal.ID, asked bool) error {
	rec, err := h.tx.Record(desk.KindRequest, id)
	if err == nil && rec == nil {
		err = fault.New(fault.NotFound, "request-unknown", "number", id.String())
	}
	if err != nil {
		return err
	}
	if why := h.may(journal.Scope{Class: journal.Desk, Part: rec.Part}); why != nil {
		h.kept = append(h.kept, KeptRequest{HandedRequest{ID: id, Number: rec.Get(desk.RequestNumber).Text()}, why})
		return nil
	}
	items, err := h.tx.Items(desk.KindRequest, id)
	if err != nil {
		return err
	}
	r := desk.RequestOf(rec, items)
	if err := desk.Gather(h.tx, r); err != nil {
		return err
	}
	m, why := h.moveOf(r, asked)
	switch {
	case why == nil:
		h.moves = append(h.moves, *m)
	case !errors.As(why, new(*fault.Error)):
		return why
	default:
		h.kept = append(h.kept, KeptRequest{handed(r), why})
	}
	return nil
}

// moveOf is what goes of a request, or why it stays. asked tells that this very request is to go: then one that nobody holds goes too.
func (h *handing) moveOf(r *desk.Request, asked bool) (*handMove, error) {
	me := h.me
	m := &handMove{r: r, claim: r.HeldBy(me) || asked && r.Status != desk.StatusClosed && !r.Archived && len(r.Claims) == 0}
	for i := range r.Tasks {
		if t := &r.Tasks[i]; t.Open() && (t.On == me || !m.claim && slices.Contains(r.OnWhom(t), me)) {
			m.tasks = append(m.tasks, t)
		}
	}
	switch {
	case r.ReadOnly:
		return nil, fault.New(fault.Newer, "update-needed")
	case !m.claim && len(m.tasks) == 0:
		return nil, h.whyNotMine(r)
	case len(h.to) == 1:
		m.on = h.to[0].ID
	case !m.claim:
		return nil, fault.New(fault.Conflict, "handover-promise-one", "number", r.Number)
	}
	for _, p := range h.to {
		if !desk.SeesDesk(p, r.Site) {
			return nil, fault.New(fault.Refused, "inform-no-desk", "name", p.Name)
		}
	}
	if !m.claim {
		return m, nil
	}
	if err := r.MayHandle(h.to); err != nil {
		return nil, err
	}
	to := make([]journal.ID, len(h.to))
	for i := range h.to {
		to[i] = h.to[i].ID
	}
	if journal.SameIDs(r.Holder(), to) {
		return nil, fault.New(fault.Conflict, "handover-theirs", "number", r.Number, "name", h.to[0].Name)
	}
	return m, nil
}

// whyNotMine says why nothing of a request can be given away by who acts.
func (h *handing) whyNotMine(r *desk.Request) error {
	if r.Status == desk.StatusClosed || r.Archived || len(r.Claims) == 0 {
		return fault.New(fault.Conflict, "request-closed", "number", r.Number)
	}
	holder, err := h.person(r.Holder()[0])
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, "handover-not-yours", "number", r.Number, "name", holder.Name)
}

// write hands one request over.
func (m *handMove) write(d *model.Doing, to []journal.ID) error {
	for _, t := range m.tasks {
		if err := m.r.GiveTask(d, t, m.on); err != nil {
			return err
		}
	}
	if !m.claim {
		return nil
	}
	return m.r.GiveTo(d, to, pairs.OfferNotKnown)
}

// tell tells the new ones, by one message each on the first of the requests that went whose words were not erased.
func (h *handing) tell(d *model.Doing, note string) error {
	at := slices.IndexFunc(h.moves, func(m handMove) bool { return !m.r.Erased })
	if at < 0 {
		return nil
	}
	var with []journal.ID
	for i := range h.moves {
		if i != at {
			with = append(with, h.moves[i].r.ID)
		}
	}
	for _, p := range h.to {
		if p.ID == h.me {
			continue
		}
		if err := h.moves[at].r.Tell(d, p.ID, note, with); err != nil {
			return err
		}
	}
	return nil
}
