package report

import (
	"leerbalie/model/learning"
	"leerbalie/model/learning/gaps"
)

// gaps tells what brought the first evidence for the parts of the students.
func (m Maker) gaps(d *Document, x *learning.Matrix) {
	if len(x.Rows) == 0 || len(x.Columns) == 0 {
		return
	}
	d.heading(m.say("gaps"))
	d.line(m.say("gaps.about"))
	t := Table{Heads: m.heads("gaps.days", "gaps.offered", "gaps.other", "gaps.not-known", "gaps.elsewhere", "gaps.open"), Right: []int{1, 2, 3, 4, 5}}
	few, unknown := false, false
	for i, c := range gaps.Both(x, m.Today()) {
		row, mark := []string{m.say("gaps.all")}, ""
		if i > 0 {
			row[0] = m.say("period", "from", m.day(c.From), "until", m.day(c.Until))
		}
		if c.Few() {
			few, mark = true, " *"
		}
		unknown = unknown || c.Closed[gaps.NotKnown] > 0
		row = append(row, itoa(c.Closed[gaps.Offered])+mark, itoa(c.Closed[gaps.Other])+mark, itoa(c.Closed[gaps.NotKnown]), itoa(c.Closed[gaps.Elsewhere]), itoa(c.Open))
		t.Rows = append(t.Rows, row)
	}
	d.table(t)
	if few {
		d.line(m.say("gaps.few", "enough", gaps.Enough))
	}
	if unknown {
		d.line(m.say("gaps.unknown"))
	}
}
