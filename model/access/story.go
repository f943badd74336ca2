// Package access is all that is held about one resident: as a story over every channel, the latest first, and as what somebody gets who asks
// what is known of them, with who looked and what is left out of it.
package access

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/model/visits"
)

// The kinds of entry. Scripts count on them.
const (
	Asked    = "request"
	Details  = "details"
	Spoken   = "contact"
	Memo     = "note"
	Promised = "promise"
	Kept     = "promise-kept"
	Referred = "referral"
	Moved    = "referral-state"
	Spent    = "minutes"
	Closed   = "closing"
	Told     = "message"
	Removed  = "removed"
	Visited  = "visit"
	Arranged = "arrangement"
	Begun    = "path"
	Step     = "step"
	Reached  = "step-reached"
	Ended    = "path-end"
)

// Entry is one thing that happened with a resident.
type Entry struct {
	At      time.Time
	Day     bool // the day is known, not the hour: At is its midnight in UTC
	Kind    string
	On      string     // the number of the request, or the goal of the path
	Request journal.ID // zero: it is on none
	Text    string     // words, as they were written
	Code    string     // how it ended, came in or stands, by the kind
	Minutes int
	By      journal.ID // whoever wrote it
}

// gathered is all of a resident under every page.
type gathered struct {
	residents []desk.Resident // the page first
	requests  []*desk.Request
	paths     []paths.Path
	visits    []visits.Visit
	arranged  []visits.Arranged
}

// all reads everything of a resident. Errors: NotFound; Conflict for who was erased.
func all(tx model.Tx, may model.Clearance, id journal.ID) (g gathered, site journal.ID, err error) {
	rec, err := tx.Record(desk.KindResident, id)
	if err != nil {
		return g, site, err
	}
	if rec == nil || !may.MayRead(rec.Scope()) {
		return g, site, fault.New(fault.NotFound, "resident-unknown", "name", id.String())
	}
	residents, requests, err := desk.ErasedWith(tx, id)
	if err != nil {
		return g, site, err
	}
	slices.Reverse(residents) // the page stands last
	for _, id := range residents {
		rec, err := tx.Record(desk.KindResident, id)
		if err != nil {
			return g, site, err
		}
		if rec != nil {
			g.residents = append(g.residents, desk.ResidentOf(rec))
		}
	}
	for _, id := range requests {
		r, err := desk.Itself(tx, id)
		if err != nil {
			return g, site, err
		}
		if r != nil {
			g.requests = append(g.requests, r)
		}
	}
	g.paths, err = paths.Under(tx, rec)
	return g, rec.Part, err
}

// ReadStory reads everything that happened with a resident, over all channels and under every page that there is, the latest first.
// Errors: NotFound, Refused; none, and nothing, for who was erased.
func ReadStory(ctx context.Context, session *model.Session, id journal.ID, today time.Time) ([]Entry, error) {
	g, err := read(ctx, session, id, today)
	if fault.KindOf(err) == fault.Conflict {
		return nil, nil
	}
	return g.story(), err
}

func read(ctx context.Context, session *model.Session, id journal.ID, today time.Time) (g gathered, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		g, _, err = all(tx, session.Clearance(), id)
		return err
	})
	if err != nil {
		return g, err
	}
	if g.arranged, err = visits.ReadOf(ctx, session, g.residents[0].ID); err != nil {
		return g, err
	}
	g.visits, err = visits.Read(ctx, session, visits.Query{From: today.AddDate(-20, 0, 0), To: today, Today: today, Resident: g.residents[0].ID})
	return g, err
}

// story is everything as entries, the latest first.
func (g *gathered) story() (out []Entry) {
	for _, r := range g.requests {
		out = append(out, ofRequest(r)...)
	}
	for i := range g.paths {
		out = append(out, ofPath(&g.paths[i])...)
	}
	for i := range g.visits {
		if v := &g.visits[i]; !v.Open() || v.Late {
			out = append(out, Entry{At: v.On, Day: true, Kind: Visited, On: v.What, Text: cmp.Or(v.Note, v.Why), Code: string(v.State), Minutes: v.Minutes, By: v.Told.By})
		}
	}
	for i := range g.arranged {
		if a := &g.arranged[i]; !a.Erased {
			out = append(out, Entry{At: a.From, Day: true, Kind: Arranged, On: a.What})
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int { return b.At.Compare(a.At) })
	return out
}

func ofRequest(r *desk.Request) (out []Entry) {
	add := func(m journal.Mark, kind, text, code string, minutes int) {
		out = append(out, Entry{At: m.At, Kind: kind, On: r.Number, Request: r.ID, Text: text, Code: code, Minutes: minutes, By: m.By})
	}
	first := journal.Mark{At: r.Created}
	add(first, Asked, r.Summary, r.Channel, 0)
	if r.Details != "" {
		add(first, Details, r.Details, "", 0)
	}
	for _, c := range r.Contacts {
		add(c.Mark, Spoken, c.Text, c.Channel, 0)
	}
	for _, m := range r.Memos {
		add(m.Mark, Memo, m.Text, "", 0)
	}
	for _, m := range r.Messages {
		add(m.Mark, Told, m.Text, "", 0)
	}
	for _, t := range r.Tasks {
		code := "task"
		if t.CallBack {
			code = "call-back"
		}
		add(t.Mark, Promised, t.What, code, 0)
		if t.Done != nil {
			add(*t.Done, Kept, t.Fact, code, 0)
		}
	}
	for _, f := range r.Referrals {
		add(f.Mark, Referred, f.To, string(desk.ReferralProposed), 0)
		if f.State != desk.ReferralProposed {
			text := f.To
			if f.Reason != "" {
				text += ": " + f.Reason
			}
			add(f.Since, Moved, text, string(f.State), 0)
		}
	}
	for _, t := range r.Times {
		m := t.Mark
		m.By = t.Person
		add(m, Spent, "", "", t.Minutes)
	}
	for i := range r.Closings {
		add(r.Closings[i].Mark, Closed, "", r.Closings[i].Outcome, 0)
	}
	if r.Removed != nil {
		add(r.Removed.Mark, Removed, r.Removed.Why, "", 0)
	}
	return out
}

func ofPath(p *paths.Path) (out []Entry) {
	out = append(out, Entry{At: p.Since.At, Kind: Begun, On: p.Title, Code: p.Kind, By: p.Since.By})
	for i := range p.Steps {
		s := &p.Steps[i]
		out = append(out, Entry{At: s.At, Kind: Step, On: p.Title, Text: s.Text, By: s.By})
		if s.Reached != nil {
			at, day := s.Reached.At, false
			if s.Reached.Day.AddDate(0, 0, 1).Before(at) { // it was written down on a later day
				at, day = s.Reached.Day, true
			}
			out = append(out, Entry{At: at, Day: day, Kind: Reached, On: p.Title, Text: s.Text, By: s.Reached.By})
		}
	}
	if p.Ended != nil {
		out = append(out, Entry{At: p.Ended.At, Kind: Ended, On: p.Title, Text: p.Ended.Text, Code: p.Ended.Outcome, By: p.Ended.By})
	}
	return out
}
