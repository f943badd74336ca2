package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
	m.decidedHours(&d, &s)
	names := make([]string, len(s.Assessors))
	for i, a := range s.Assessors {
		names[i] = a.Name
	}
	d.line(m.say("assessors", "names", strings.Join(names, ", ")))
	m.lacked(&d, &s)
	for _, w := range s.Withdrawn {
		d.line(m.say("withdrawn-before", "kind", m.Words.Say("decision."+string(w.Kind)), "met", m.Met(w.Met), "by", w.By.Name, "on", m.day(w.At.In(m.Zone)), "name", w.Withdrawn.Name, "day", m.day(w.On.In(m.Zone)), "why", w.Why))
	}
	d.line(m.DecisionState(x))
	d.line("SHA-256 " + x.Hash)
	m.signatures(&d, &s)
	d.Blocks = append(d.Blocks, Block{Heading: m.say("levels"), Page: true})
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

// decidedHours tells what was worked against the norm, how much of it was confirmed and where it came from.
func (m Maker) decidedHours(d *Document, s *learning.Snapshot) {
	h := s.Hours
	if h == nil {
		d.line(m.say("hours", "done", m.Hours(s.Minutes)))
		return
	}
	if h.NormMinutes > 0 {
		d.line(m.say("hours-norm", "done", m.Hours(s.Minutes), "norm", h.NormMinutes/60, "percent", 100*s.Minutes/h.NormMinutes))
	} else {
		d.line(m.say("hours", "done", m.Hours(s.Minutes)) + "; " + m.say("hours-no-norm"))
	}
	d.line(m.say("decided-confirmed", "hours", m.Hours(h.Confirmed)))
	if h.Start != "" || h.End != "" {
		d.line(m.say("placement-days", "start", m.isoDay(h.Start), "end", m.isoDay(h.End)))
	}
}

// isoDay is a day as people write it.
func (m Maker) isoDay(text string) string {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "…"
	}
	return m.day(day)
}

// lacked tells what was missing when it was decided, by what was frozen alone.
func (m Maker) lacked(d *Document, s *learning.Snapshot) {
	var out []string
	short := s.Lacking
	for _, n := range s.Framework.Nodes {
		if s.Lacking == nil && !n.Enough { // as older ones have it
			short = append(short, cmp.Or(n.Code, n.Title))
		}
	}
	if len(short) > 0 {
		out = append(out, m.say("doubt.short", "nodes", strings.Join(short, ", ")))
	}
	if s.Hours != nil && s.Hours.NormMinutes > s.Minutes {
		out = append(out, m.say("doubt.hours", "hours", m.Hours(s.Hours.NormMinutes-s.Minutes)))
	}
	open, differ := learning.Open{}, 0
	for i := range s.Evidence {
		schools := latestOfSchool(&s.Evidence[i])
		if len(schools) == 0 {
			open.School++
		}
		if disagree(schools) {
			differ++
		}
	}
	if s.Open != nil { // older ones have only whether the school judged it
		open = learning.Open(*s.Open)
	}
	out = append(out, m.doubtsOpen(open)...)
	if differ > 0 {
		out = append(out, m.Words.Count("report.doubt.differ", differ))
	}
	if len(s.Assessors) < 2 {
		out = append(out, m.say("doubt.one-assessor"))
	}
	if len(out) == 0 {
		d.line(m.say("lacked") + " " + m.say("lacked-nothing"))
		return
	}
	d.line(m.say("lacked"))
	for _, line := range out {
		d.line("– " + line)
	}
}

// latestOfSchool are the last judgements of each assessor of the school.
func latestOfSchool(e *learning.SnapshotEvidence) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, j := range e.Judgements {
		if j.Part == learning.AssessorSchool {
			out[j.By.ID] = j.Levels
		}
	}
	return out
}

// disagree tells whether two gave one part different levels.
func disagree(by map[string]map[string]string) bool {
	first := map[string]string{}
	for _, levels := range by {
		for node, level := range levels {
			if was, known := first[node]; known && was != level {
				return true
			}
			first[node] = level
		}
	}
	return false
}

// signatures has a line for each who signs: both assessors, who decided, and the student. A second assessor that there was not is left
// open.
func (m Maker) signatures(d *Document, s *learning.Snapshot) {
	t := Table{Heads: m.heads("as", "name", "day", "signature"), Written: true}
	row := func(as, name string) {
		t.Rows = append(t.Rows, []string{as, name, blank, blank + blank})
	}
	for i := range max(len(s.Assessors), 2) {
		name := blank
		if i < len(s.Assessors) {
			name = s.Assessors[i].Name
		}
		row(m.say("assessor", "n", i+1), name)
	}
	row(m.say("decider"), s.Decided.Name)
	row(m.say("student-signs"), s.Student.Name)
	d.heading(m.say("signatures"))
	d.table(t)
	d.line(m.say("signatures-note"))
}

// blank is where somebody writes.
const blank = "…………………"
