package report

import (
	"strings"

	"leerbalie/model/attention"
	"leerbalie/ui/text"
)

// mostNamed is how many parts or themes a reason names; of more it says how many.
const mostNamed = 4

// Reason is a reason to look at a student, in words, without since when.
func (m Maker) Reason(s *attention.Student, r attention.Reason) string {
	w := m.Words
	switch r.Sort {
	case attention.Absent:
		if r.Of == 0 {
			return w.Say("attention.absent", "n", r.N)
		}
		return w.Say("attention.absent-of", "n", r.N, "of", r.Of)
	case attention.Contact:
		return w.Count("attention.contact", r.Weeks)
	case attention.Hours:
		return w.Say("attention.hours", "n", r.Weeks, "done", m.Hours(r.N), "norm", r.Of/60)
	case attention.Gap:
		return w.Say("attention.gap", "nodes", m.partNames(r), "n", r.Weeks)
	case attention.Without:
		return w.Say("attention.without", "left", WeeksLeft(w, r.Weeks), "nodes", m.partNames(r))
	case attention.Unjudged:
		return w.Count("attention.unjudged", r.N, "weeks", r.Weeks)
	case attention.Theme:
		return w.Say("attention.not-theme", "themes", someOf(w, len(r.Themes), func(i int) string { return w.ThemeName(s.Site(), r.Themes[i]) }))
	}
	return w.Say("attention."+string(r.Sort), "n", r.Weeks)
}

// Since is since when a reason holds, "" where no day can be told.
func (m Maker) Since(r attention.Reason) string {
	if r.Since.IsZero() {
		return ""
	}
	return m.Words.Say("attention.since", "day", m.day(r.Since))
}

// WeeksLeft is how long it is to the end.
func WeeksLeft(w text.Words, n int) string {
	if n == 0 {
		return w.Say("attention.left.0")
	}
	return w.Count("attention.left", n)
}

func (m Maker) partNames(r attention.Reason) string {
	return someOf(m.Words, len(r.Nodes), func(i int) string { return r.Nodes[i].Short() })
}

// someOf lists so many names, the first of many.
func someOf(w text.Words, n int, name func(i int) string) string {
	shown := n
	if n > mostNamed+1 {
		shown = mostNamed
	}
	names := make([]string, shown)
	for i := range names {
		names[i] = name(i)
	}
	out := strings.Join(names, ", ")
	if shown < n {
		out += " " + w.Say("attention.more", "n", n-shown)
	}
	return out
}

// AttentionTitle is of whom it is told, and AttentionCount of how many.
func (m Maker) AttentionTitle(l *attention.List) string {
	if l.Group.Name == "" {
		return m.Words.Say("attention.title")
	}
	return m.Words.Say("attention.title-of", "group", l.Group.Name)
}

// AttentionCount is beside AttentionTitle.
func (m Maker) AttentionCount(l *attention.List) string {
	switch {
	case l.Looked == 0:
		return m.Words.Say("attention.none")
	case len(l.Students) == 0:
		return m.Words.Say("attention.nobody", "of", l.Looked)
	}
	return m.Words.Count("attention.count", len(l.Students), "of", l.Looked)
}

// Attention is who needs somebody to look and why, as a document for who may see those students.
func (m Maker) Attention(l *attention.List) Document {
	w := m.Words
	d := m.document(m.AttentionTitle(l))
	d.line(m.AttentionCount(l))
	if len(l.Students) > 0 {
		t := Table{Heads: []string{w.Say("attention.student"), w.Say("attention.why"), w.Say("attention.from")}}
		for i := range l.Students {
			s := &l.Students[i]
			for n, r := range s.Reasons {
				name, since := "", ""
				if n == 0 {
					name = s.Name
				}
				if !r.Since.IsZero() {
					since = m.day(r.Since)
				}
				t.Rows = append(t.Rows, []string{name, m.Reason(s, r), since})
			}
		}
		d.table(t)
	}
	d.line(w.Say("attention.how"))
	return d
}
