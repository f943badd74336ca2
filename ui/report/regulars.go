package report

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/paths"
	"leerbalie/ui/report/smallcells"
)

// regulars adds what came of the visits to regular clients; nothing where there are none.
func (m Maker) regulars(d *Document, p Printed) {
	v := p.Visits
	if v == nil || v.Clients+v.Planned+v.Done+v.Skipped == 0 {
		return
	}
	d.heading(m.say("visits"))
	marks, ok := m.hideAll([]int{v.Done, v.Skipped, v.Planned})
	if !ok {
		marks = []smallcells.Mark{smallcells.Beside, smallcells.Beside, smallcells.Beside}
	}
	t := m.grid("visits", m.heads("what", "n"), "n")
	for _, row := range []struct {
		code, id string
		n        figure
	}{
		{"regular_clients", "clients", m.alone(v.Clients)}, {"done", "done", m.count(v.Done, marks[0])}, {"hours", "hours", m.duration(v.Minutes, marks[0])},
		{"skipped", "skipped", m.count(v.Skipped, marks[1])}, {"planned", "planned", m.count(v.Planned, marks[2])},
	} {
		t.add(row.code, m.word(m.say("visits-"+row.id)), row.n)
	}
	d.table(t.Table)
}

// paths adds how many paths of residents there are of each kind; nothing where there are none. Those that ended without their goal are hidden
// with those that reached it where either are few: the one is the rest of the other.
func (m Maker) paths(d *Document, p Printed) {
	if len(p.Paths) == 0 {
		return
	}
	d.heading(m.say("paths"))
	t := m.grid("paths", m.heads("path-kind", "running", "begun", "steps", "reached", "ended"), "running", "begun", "steps", "reached", "ended")
	for _, c := range p.Paths {
		reached := m.hide(c.Reached, c.Ended-c.Reached)[0]
		if m.small(c.Ended) {
			reached = smallcells.Beside
		}
		t.add(c.Kind, m.word(m.PathKind(p, c)), m.alone(c.Running), m.alone(c.Begun), m.alone(c.Steps), m.count(c.Reached, reached), m.alone(c.Ended))
	}
	d.table(t.Table)
}

// PathKind is the name of a kind of path at the site of a report.
func (m Maker) PathKind(p Printed, c paths.Count) string {
	return m.Words.Entry("path-kind", slices.Concat(p.Figures.Site.PathKindCodes(), model.PathKinds()), c.Kind)
}
