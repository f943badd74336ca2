package desk

import (
	"context"
	"slices"
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
	d.For(to.ID)
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemInform, journal.Fields{informTo.Is(journal.Ref(to.ID)), informText.Is(journal.Text(strings.TrimSpace(a.Text)))})
	return err
}

// SeesDesk tells whether somebody may see the requests of a site, and so can be told of them.
func SeesDesk(p model.Person, site journal.ID) bool {
	return model.ClearanceOf(p).MayRead(journal.Scope{Class: journal.Desk, Part: site})
}

// SeeMessages notes that who acts has seen what waited for them on a request: messages, and what else they had to be told, see Notice.
type SeeMessages struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (SeeMessages) Name() string { return "act-see-messages" }

// Do notes it for every message to who acts that waits, with the requests that it hands over, and for every other notice; where there is
// none it writes nothing. Errors: NotFound.
func (a SeeMessages) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if err := r.note(d); err != nil {
		return err
	}
	seen := map[journal.ID][]journal.Stamp{} // by the request that they stand on
	var on []journal.ID
	for _, m := range r.Messages {
		if m.To != d.Actor.ID || !m.Waits() {
			continue
		}
		at := r.stands(m.Of)
		if seen[at] == nil {
			on = append(on, at)
		}
		seen[at] = append(seen[at], m.Stamp)
		for _, id := range m.With {
			if id == r.ID {
				continue
			}
			given, err := RequestFor(d, journal.ID{}, id)
			if err == nil {
				err = given.note(d)
			}
			if err != nil && fault.KindOf(err) != fault.NotFound { // it may not be here yet
				return err
			}
		}
		d.About(r.ID, r.Number)
	}
	for _, id := range on {
		if _, err := d.Add(KindRequest, id, r.Site, ItemSeen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(seen[id]))}); err != nil {
			return err
		}
	}
	return nil
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

// WaitingMessage is a message that waits for who reads it, with the request that it is about.
type WaitingMessage struct {
	Message
	About Request
}

// ReadMessages are the messages that wait for the session's person, of all sites whose desk that person may see, the newest
// first. It reads only the requests on which one waits. Errors: Refused for who may not see the desk.
func ReadMessages(ctx context.Context, session *model.Session) (out []WaitingMessage, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = nil
		places, err := IndexOf(tx).Messages(session.Me().ID)
		if err != nil {
			return err
		}
		read := map[journal.ID]Request{}
		for _, at := range slices.Backward(places) {
			if !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: at.Site}) {
				continue
			}
			r, known := read[at.Request]
			if !known {
				if r, err = readRequest(session, tx, at.Request); err != nil {
					return err
				}
				read[at.Request] = r
			}
			if i := slices.IndexFunc(r.Messages, func(m Message) bool { return m.Stamp == at.Stamp }); i >= 0 {
				out = append(out, WaitingMessage{Message: r.Messages[i], About: r})
			}
		}
		return nil
	})
	return out, err
}
