package report

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/overview"
)

// Split is what a site handled, told apart in one way.
type Split struct {
	By    string // theme, outcome or channel
	Title string
	Parts []Part // the most first
}

// Part is how much of it was of one kind.
type Part struct {
	Label            string
	Handled, Minutes int
}

// Splits tell what a site handled apart by theme, by outcome and by channel. One without parts is left out.
func (m Maker) Splits(r *overview.SiteReport) []Split {
	var out []Split
	for _, way := range []struct {
		by    string
		list  []overview.Tally
		codes model.Codes
	}{
		{"theme", r.ByTheme, r.Site.ThemeCodes()}, {"outcome", r.ByOutcome, model.Outcomes()}, {"channel", r.ByChannel, model.Channels()},
	} {
		s := Split{By: way.by, Title: m.say("by-" + way.by)}
		for _, x := range way.list {
			s.Parts = append(s.Parts, Part{m.label(way.codes, x.Code), x.Handled, x.Minutes})
		}
		if len(s.Parts) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// label is what a code is called; nothing filled in has a word, too.
func (m Maker) label(codes model.Codes, code string) string {
	switch code {
	case "":
		return m.say("not-said")
	case desk.OutcomeMerged:
		return m.Words.Say("outcome.merged")
	}
	return m.Words.Name(codes, code)
}

// Site is the report of a service point over a period.
func (m Maker) Site(r *overview.SiteReport) Document {
	d := m.document(m.say("site", "name", r.Site.Name))
	d.line(m.say("since", "day", m.day(r.Since.In(m.Zone))))
	d.line(m.say("now", "waiting", r.Counts.Waiting, "claimed", r.Counts.Claimed, "parked", r.Counts.Parked))
	d.line(m.say("handled", "n", r.Handled, "hours", m.Hours(r.Minutes), "students", r.WithStudent))
	for _, s := range m.Splits(r) {
		t := Table{Heads: m.heads(s.By, "handled", "hours"), Right: []int{1, 2}}
		for _, p := range s.Parts {
			t.Rows = append(t.Rows, []string{p.Label, itoa(p.Handled), m.Hours(p.Minutes)})
		}
		d.heading(s.Title)
		d.table(t)
	}
	return d
}
