package desk

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// NoticeKind is what somebody has to be told.
type NoticeKind string

// The kinds of notice.
const (
	NoticeInformed NoticeKind = "informed"  // a colleague told of the request
	NoticeGiven    NoticeKind = "given"     // somebody else gave it to whom it is for
	NoticeCallBack NoticeKind = "call-back" // a call-back of whom it is for is due
	NoticeNow      NoticeKind = "now"       // it is for now, and nobody has taken it yet
)

// Notice is something that waits until whom it is for has seen it. Nobody is told of what they did themselves, but of what they promised.
type Notice struct {
	Kind  NoticeKind
	Stamp journal.Stamp // of what it is about, the same as long as it waits
	By    journal.ID    // who did it
	At    time.Time     // when that was, or when the call-back is due
	Text  string        // the words of a message, or what was promised
	With  []journal.ID  // the other requests that a message hands over
	About Request
}

// Notice is the message as one of all that waits.
func (m WaitingMessage) Notice() Notice {
	return Notice{Kind: NoticeInformed, Stamp: m.Stamp, By: m.By, At: m.At, Text: m.Text, With: m.With, About: m.About}
}

// Noted is that somebody saw what they had to be told of the request.
type Noted struct {
	journal.Mark
	Of []journal.Stamp
}

// noted tells whether somebody saw a thing, at a moment or after it.
func (r *Request) noted(who journal.ID, of journal.Stamp, since time.Time) bool {
	return slices.ContainsFunc(r.Noted, func(n Noted) bool {
		return n.By == who && slices.Contains(n.Of, of) && !n.At.Before(since)
	})
}

// notices are what somebody has to be told of the request and has not seen yet, without messages.
func (r *Request) notices(who journal.ID, now time.Time) (out []Notice) {
	if r.Archived || r.Erased {
		return nil
	}
	if c := r.Claims; r.Status != StatusClosed && len(c) > 0 && slices.Contains(c[0].For, who) && !slices.Contains(c[0].For, c[0].By) && !r.noted(who, c[0].Stamp, time.Time{}) {
		out = append(out, Notice{Kind: NoticeGiven, Stamp: c[0].Stamp, By: c[0].By, At: c[0].At})
	}
	for i := range r.Tasks {
		t := &r.Tasks[i]
		if t.CallBack && t.Open() && !t.Due.IsZero() && !t.Due.After(now) && slices.Contains(r.onWhom(t), who) && !r.noted(who, t.Stamp, t.Due) {
			out = append(out, Notice{Kind: NoticeCallBack, Stamp: t.Stamp, By: t.By, At: t.Due, Text: t.What})
		}
	}
	if r.Status == StatusWaiting && r.Urgency == model.UrgencyNow && r.hurried.By != who && !r.hurried.Stamp.IsZero() && !r.noted(who, r.hurried.Stamp, time.Time{}) {
		out = append(out, Notice{Kind: NoticeNow, Stamp: r.hurried.Stamp, By: r.hurried.By, At: r.hurried.At})
	}
	return out
}

// note writes down that who acts saw what they had to be told of the request.
func (r *Request) note(d *model.Doing) error {
	var of []journal.Stamp
	for _, n := range r.notices(d.Actor.ID, d.Now()) {
		of = append(of, n.Stamp)
	}
	if len(of) == 0 {
		return nil
	}
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemNoted, journal.Fields{journal.FieldTarget.Is(journal.Stamps(of))})
	return err
}

// mostNow is the most requests for now that are looked at.
const mostNow = 50

// ReadNotices are what the session's person has to be told and has not seen yet, the newest first: messages, what somebody else gave
// them, their call-backs that are due at a moment, and what is for now and waits at the session's site. It reads what is on that person,
// where messages wait, and the head of the queue; never a whole list. Errors: Refused for who may not see the desk; the context's.
func ReadNotices(ctx context.Context, session *model.Session, now time.Time) ([]Notice, error) {
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
		take := func(r *Request) error {
			seen[r.ID] = true
			for _, n := range r.notices(me, now) {
				if n.Kind != NoticeGiven || !told[r.ID] {
					n.About = *r
					out = append(out, n)
				}
			}
			return nil
		}
		if err := eachMine(ctx, session, tx, me, take); err != nil {
			return err
		}
		first, err := IndexOf(tx).Page(PageQuery{Site: session.Site(), View: ViewWaiting, Limit: mostNow})
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
			r, err := readRequest(session, tx, row.ID)
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
