package report

import (
	"cmp"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/learning"
)

// Decision is a decision with all that was frozen, for printing. It is made of the snapshot alone, and says whether that
// is unaltered. Errors: Refused while judgements are in it that the session may not see yet; Damaged for one that cannot be
// read.
func (m Maker) Decision(x *learning.Decision) (Document, error) {
	if x.Hidden > 0 {
		return Document{}, fault.New(fault.Refused, "decision-blind", "n", x.Hidden)
	}
	s, err := learning.ParseSnapshot(x.Snapshot)
	if err != nil {
		return Document{}, err
	}
	d := m.document(m.say("decision", "name", s.Student.Name))
	if w := x.Withdrawn; w != nil { // first of all: whoever reads one line has to know
		d.line(m.Words.Say("decision."+string(s.Kind)) + ": " + m.Words.Say("decision.was", "day", m.day(w.At.In(m.Zone)), "name", m.name(w.By), "met", m.Met(s.Met), "why", x.Why))
	} else {
		d.line(m.Words.Say("decision."+string(s.Kind)) + ": " + m.Met(s.Met))
	}
	d.line(m.say("decided", "name", s.Decided.Name, "when", s.At.In(m.Zone).Format("02-01-2006 15:04")))
	if s.Reason != "" {
		d.line(s.Reason)
	}
	d.line(m.say("framework", "title", s.Framework.Title, "version", s.Framework.Version))
	d.line(m.say("hours", "done", m.Hours(s.Minutes)))
	names := make([]string, len(s.Assessors))
	for i, a := range s.Assessors {
		names[i] = a.Name
	}
	d.line(m.say("assessors", "names", strings.Join(names, ", ")))
	d.line(m.DecisionState(x))
	d.line("SHA-256 " + x.Hash)
	d.heading(m.say("levels"))
	t := Table{Heads: m.heads("code", "part", "level")}
	short := map[string]string{}
	named := append(slices.Clone(s.Framework.Nodes), s.Framework.Gone...)
	for _, n := range named {
		short[n.ID] = cmp.Or(n.Code, n.Title)
	}
	for _, n := range s.Framework.Nodes {
		level := n.Level
		if level == "" {
			level = "–"
		}
		t.Rows = append(t.Rows, []string{n.Code, n.Title, level})
	}
	d.table(t)
	d.heading(m.say("evidence"))
	for _, e := range s.Evidence {
		of := learning.Evidence{Title: e.Title, Theme: e.Theme}
		d.item(m.Title(&of))
		d.line(e.Day + " · " + m.Words.Count("evidence.minutes", e.Minutes))
		if e.Reflection != "" {
			d.line(m.say("reflection") + "\n" + strings.TrimSpace(e.Reflection))
		}
		t := Table{Heads: m.heads("by", "as", "day", "level", "reason")}
		for _, j := range e.Judgements {
			var given []string
			for _, n := range named {
				if l := j.Levels[n.ID]; l != "" {
					given = append(given, short[n.ID]+" "+l)
				}
			}
			t.Rows = append(t.Rows, []string{j.By.Name, m.Words.Say("by." + string(j.Part)), m.day(j.At.In(m.Zone)), strings.Join(given, ", "), j.Reason})
		}
		d.table(t)
	}
	return d, nil
}
