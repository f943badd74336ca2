package notice

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SeeMessages notes that who acts has seen what waited for them on a request: messages, and what else they had to be told, see Notice.
type SeeMessages struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (SeeMessages) Name() string { return "act-see-messages" }

// Do notes it for every message to who acts that waits, with the requests that it hands over, and for every other notice; where there is
// none it writes nothing. Errors: NotFound.
func (a SeeMessages) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if err := note(d, r); err != nil {
		return err
	}
	seen := map[journal.ID][]journal.Stamp{} // by the request that they stand on
	var on []journal.ID
	for _, m := range r.Messages {
		if m.To != d.Actor.ID || !m.Waits() {
			continue
		}
		at := r.StandsOn(m.Of)
		if seen[at] == nil {
			on = append(on, at)
		}
		seen[at] = append(seen[at], m.Stamp)
		for _, id := range m.With {
			if id == r.ID {
				continue
			}
			given, err := desk.RequestFor(d, journal.ID{}, id)
			if err == nil {
				err = note(d, given)
			}
			if err != nil && fault.KindOf(err) != fault.NotFound { // it may not be here yet
				return err
			}
		}
		d.About(r.ID, r.Number)
	}
	for _, id := range on {
		if _, err := d.Add(desk.KindRequest, id, r.Site, desk.ItemSeen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(seen[id]))}); err != nil {
			return err
		}
	}
	return nil
}

// WaitingMessage is a message that waits for who reads it, with the request that it is about.
type WaitingMessage struct {
	desk.Message
	About desk.Request
}

// ReadMessages are the messages that wait for the session's person, of all sites whose desk that person may see, the newest
// first. It reads only the requests on which one waits. Errors: Refused for who may not see the desk.
func ReadMessages(ctx context.Context, session *model.Session) (out []WaitingMessage, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = nil
		places, err := desk.IndexOf(tx).Messages(session.Me().ID)
		if err != nil {
			return err
		}
		read := map[journal.ID]desk.Request{}
		for _, at := range slices.Backward(places) {
			if !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: at.Site}) {
				continue
			}
			r, known := read[at.Request]
			if !known {
				if r, err = desk.RequestIn(session, tx, at.Request); err != nil {
					return err
				}
				read[at.Request] = r
			}
			if i := slices.IndexFunc(r.Messages, func(m desk.Message) bool { return m.Stamp == at.Stamp }); i >= 0 {
				out = append(out, WaitingMessage{Message: r.Messages[i], About: r})
			}
		}
		return nil
	})
	return out, err
}
