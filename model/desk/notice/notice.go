// Package notice tells what somebody has to be told and has not seen yet, and notes that they saw it.
package notice

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Kind is what somebody has to be told.
type Kind string

// The kinds of notice.
const (
	Informed Kind = "informed"  // a colleague told of the request
	Given    Kind = "given"     // somebody else gave it to whom it is for
	CallBack Kind = "call-back" // a call-back of whom it is for is due
	Now      Kind = "now"       // it is for now, and nobody has taken it yet
)

// Notice is something that waits until whom it is for has seen it. Nobody is told of what they did themselves, but of what they promised.
type Notice struct {
	Kind  Kind
	Stamp journal.Stamp // of what it is about, the same as long as it waits
	By    journal.ID    // who did it
	At    time.Time     // when that was, or when the call-back is due
	Text  string        // the words of a message, or what was promised
	With  []journal.ID  // the other requests that a message hands over
	About desk.Request
}

// Notice is the message as one of all that waits.
func (m WaitingMessage) Notice() Notice {
	return Notice{Kind: Informed, Stamp: m.Stamp, By: m.By, At: m.At, Text: m.Text, With: m.With, About: m.About}
}

// noted tells whether somebody saw a thing, at a moment or after it.
func noted(r *desk.Request, who journal.ID, of journal.Stamp, since time.Time) bool {
	return slices.ContainsFunc(r.Noted, func(n desk.Noted) bool {
		return n.By == who && slices.Contains(n.Of, of) && !n.At.Before(since)
	})
}

// notices are what somebody has to be told of the request and has not seen yet, without messages.
func notices(r *desk.Request, who journal.ID, now time.Time) (out []Notice) {
	if r.Archived || r.Erased {
		return nil
	}
	if c := r.Claims; r.Status != desk.StatusClosed && len(c) > 0 && slices.Contains(c[0].For, who) && !slices.Contains(c[0].For, c[0].By) && !noted(r, who, c[0].Stamp, time.Time{}) {
		out = append(out, Notice{Kind: Given, Stamp: c[0].Stamp, By: c[0].By, At: c[0].At})
	}
	for i := range r.Tasks {
		t := &r.Tasks[i]
		if t.CallBack && t.Open() && !t.Due.IsZero() && !t.Due.After(now) && slices.Contains(r.OnWhom(t), who) && !noted(r, who, t.Stamp, t.Due) {
			out = append(out, Notice{Kind: CallBack, Stamp: t.Stamp, By: t.By, At: t.Due, Text: t.What})
		}
	}
	if r.Status == desk.StatusWaiting && r.Urgency == model.UrgencyNow && r.Hurried().By != who && !r.Hurried().Stamp.IsZero() && !noted(r, who, r.Hurried().Stamp, time.Time{}) {
		out = append(out, Notice{Kind: Now, Stamp: r.Hurried().Stamp, By: r.Hurried().By, At: r.Hurried().At})
	}
	return out
}

// note writes down that who acts saw what they had to be told of the request.
func note(d *model.Doing, r *desk.Request) error {
	var of []journal.Stamp
	for _, n := range notices(r, d.Actor.ID, d.Now()) {
		of = append(of, n.Stamp)
	}
	if len(of) == 0 {
		return nil
	}
	_, err := d.Add(desk.KindRequest, r.ID, r.Site, desk.ItemNoted, journal.Fields{journal.FieldTarget.Is(journal.Stamps(of))})
	return err
}

// mostNow is the most requests for now that are looked at.
const mostNow = 50

// Read are what the session's person has to be told and has not seen yet, the newest first: messages, what somebody else gave
// them, their call-backs that are due at a moment, and what is for now and waits at the session's site. It reads what is on that person,
// where messages wait, and the head of the queue; never a whole list. Errors: Refused for who may not see the desk; the context's.
func Read(ctx context.Context, session *model.Session, now time.Time) ([]Notice, error) {
	messages, err := ReadMessages(ctx, session)
	if err != nil {
		return nil, err
	}
	me := session.Me().ID
	var out []Notice
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = nil
		told := map[journal.ID]bool{} // that a message tells of already
		for _, m := range messages {
			out = append(out, m.Notice())
			told[m.About.ID] = true
			for _, id := range m.With {
				told[id] = true
			}
		}
		seen := map[journal.ID]bool{}
		take := func(r *desk.Request) error {
			seen[r.ID] = true
			for _, n := range notices(r, me, now) {
				if n.Kind != Given || !told[r.ID] {
					n.About = *r
					out = append(out, n)
				}
			}
			return nil
		}
		if err := desk.EachMine(ctx, session, tx, me, take); err != nil {
			return err
		}
		first, err := desk.IndexOf(tx).Page(desk.PageQuery{Site: session.Site(), View: desk.ViewWaiting, Limit: mostNow})
		if err != nil {
			return err
		}
		for _, row := range first.Rows {
			if row.Urgency != model.UrgencyNow {
				break
			}
			if seen[row.ID] {
				continue
			}
			r, err := desk.RequestIn(session, tx, row.ID)
			if err != nil {
				return err
			}
			if err := take(&r); err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Notice) int { return b.At.Compare(a.At) })
	return out, err
}
