package report

import (
	"leerbalie/model"
	"leerbalie/model/overview"
)

// Site is the report of a service point over a period.
func (m Maker) Site(r *overview.SiteReport) Document {
	d := m.document(m.say("site", "name", r.Site.Name))
	d.line(m.say("since", "day", m.day(r.Since.In(m.Zone))))
	d.line(m.say("now", "waiting", r.Counts.Waiting, "claimed", r.Counts.Claimed, "parked", r.Counts.Parked))
	d.line(m.say("handled", "n", r.Handled, "hours", m.Hours(r.Minutes), "students", r.WithStudent))
	for _, part := range []struct {
		id    string
		list  []overview.Tally
		codes model.Codes
	}{
		{"theme", r.ByTheme, r.Site.ThemeCodes()}, {"outcome", r.ByOutcome, model.Outcomes()}, {"channel", r.ByChannel, model.Channels()},
	} {
		t := Table{Heads: m.heads(part.id, "handled", "hours"), Right: []int{1, 2}}
		for _, x := range part.list {
			label := m.Words.Name(part.codes, x.Code)
			if label == "" {
				label = "–"
			}
			t.Rows = append(t.Rows, []string{label, itoa(x.Handled), m.Hours(x.Minutes)})
		}
		if len(t.Rows) > 0 {
			d.heading(m.say("by-" + part.id))
			d.table(t)
		}
	}
	return d
}
