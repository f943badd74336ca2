package desk

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Message is a request brought to a colleague's notice. It waits until that colleague has seen it.
type Message struct {
	journal.Mark
	To     journal.ID    // whom it is for; zero once it is erased
	Text   string        // may be empty: the request says it all
	With   []journal.ID  // other requests that were handed over with this one
	Seen   *journal.Mark // when the colleague saw it; nil while it waits
	Erased bool
	Of     journal.ID // the request that it stands on, where that was merged into this one; zero: this one
}

// Waits tells whether somebody has yet to see the message.
func (m Message) Waits() bool { return m.Seen == nil && !m.To.IsZero() }

// Noted is that somebody saw what they had to be told of the request.
type Noted struct {
	journal.Mark
	Of []journal.Stamp
}

// Inform tells a colleague of a request, whatever its status, with a few words where they are needed.
type Inform struct {
	ID   journal.ID
	To   journal.ID
	Text string
}

// Name is the code of the words for this action.
func (Inform) Name() string { return "act-inform" }

// Do adds the message. Errors: NotFound; Invalid for oneself or a citizen service number; Refused for a colleague who left or
// may not see the desk of the request's site, and on an erased request.
func (a Inform) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	to, err := d.Person(a.To)
	switch {
	case err != nil:
		return err
	case to.ID == d.Actor.ID:
		return fault.New(fault.Invalid, "inform-yourself")
	case to.Archived:
		return fault.New(fault.Refused, "person-left", "name", to.Name)
	case !SeesDesk(to, r.Site):
		return fault.New(fault.Refused, "inform-no-desk", "name", to.Name)
	}
	return r.Tell(d, to.ID, strings.TrimSpace(a.Text), nil)
}

// Tell writes a message to somebody on the request, with the other requests that are handed over with it.
func (r *Request) Tell(d *model.Doing, to journal.ID, text string, with []journal.ID) error {
	d.For(to)
	fields := journal.Fields{informTo.Is(journal.Ref(to)), informText.Is(journal.Text(text))}
	if len(with) > 0 {
		fields = append(fields, informWith.Is(journal.Refs(with)))
	}
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemInform, fields)
	return err
}

// SeesDesk tells whether somebody may see the requests of a site, and so can be told of them.
func SeesDesk(p model.Person, site journal.ID) bool {
	return model.ClearanceOf(p).MayRead(journal.Scope{Class: journal.Desk, Part: site})
}

// takeSeen notes who saw which messages. Only whom a message is for can have seen it.
func (r *Request) takeSeen(it *journal.Item) {
	for _, target := range it.Fields.Get(journal.FieldTarget).Stamps() {
		for i := range r.Messages {
			if m := &r.Messages[i]; m.Stamp == target && m.Seen == nil && m.To == it.Actor {
				at := it.Mark(0)
				m.Seen = &at
			}
		}
	}
}

// MessagePlace is where a message stands that waits for somebody.
type MessagePlace struct {
	Site    journal.ID
	Request journal.ID
	Stamp   journal.Stamp
}

// MessagePlaces are the places of the messages on the request that wait, each with whom it waits for; none on one that was
// taken back.
func (r Request) MessagePlaces(visit func(whom journal.ID, at MessagePlace)) {
	if r.Archived {
		return
	}
	for _, m := range r.Messages {
		if m.Waits() {
			visit(m.To, MessagePlace{Site: r.Site, Request: r.ID, Stamp: m.Stamp})
		}
	}
}
