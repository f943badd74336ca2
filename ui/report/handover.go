package report

import (
	"strings"

	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/mine"
)

// Handover is the sheet for whoever takes over from somebody: what is promised and when, and of each request what the next one must
// know.
func (m Maker) Handover(s *handover.Sheet) Document {
	d := m.document(m.say("handover", "name", s.Person.Name))
	if len(s.Requests) == 0 {
		d.line(m.say("handover.none"))
		return d
	}
	t := Table{Heads: m.heads("due", "number", "promise")}
	for i := range s.Requests {
		for j := range s.Requests[i].Promises {
			p := &s.Requests[i].Promises[j]
			t.Rows = append(t.Rows, []string{m.due(p), p.Number, m.promised(p)})
		}
	}
	if len(t.Rows) > 0 {
		d.heading(m.say("handover.promised"))
		d.table(t)
	}
	d.heading(m.Words.Count("report.handover.requests", len(s.Requests)))
	for i := range s.Requests {
		r := &s.Requests[i]
		d.item(strings.TrimSpace(r.Number + "  " + r.Summary))
		facts := []string{m.Words.Say("status." + string(r.Status)), m.Words.Say("urgency." + string(r.Urgency)), m.say("handover.since", "when", r.Created.In(m.Zone).Format("02-01-2006 15:04"))}
		if len(r.HolderNames) > 0 {
			facts = append(facts, m.say("handover.with", "names", strings.Join(r.HolderNames, ", ")))
		}
		if r.Resident != "" {
			facts = append(facts, m.say("handover.resident", "name", r.Resident))
		}
		d.line(strings.Join(facts, " · "))
		for _, n := range r.Told {
			d.line(m.noted("handover.told", n))
		}
		for _, n := range r.Notes {
			d.line(m.noted("handover.note", n))
		}
	}
	return d
}

// noted is a note with who wrote it and when.
func (m Maker) noted(id string, n handover.SheetNote) string {
	return m.say(id, "when", n.At.In(m.Zone).Format("02-01 15:04"), "who", m.name(n.By), "text", n.Text)
}

// due is when something was promised; what is late is said so.
func (m Maker) due(p *mine.DayPromise) string {
	switch {
	case p.Due.IsZero():
		return m.say("handover.untimed")
	case p.Due.Before(m.Now):
		return m.say("handover.late", "when", p.Due.In(m.Zone).Format("02-01-2006 15:04"))
	}
	return p.Due.In(m.Zone).Format("02-01-2006 15:04")
}

// promised is what was promised.
func (m Maker) promised(p *mine.DayPromise) string {
	switch p.Kind {
	case desk.PromiseCallBack:
		return m.say("handover.call-back", "what", p.What)
	case desk.PromiseFollowUp:
		return m.say("handover.follow-up")
	}
	return p.What
}
