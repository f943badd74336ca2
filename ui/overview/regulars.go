package overview

import (
	"leerbalie/ui/say"
	"leerbalie/ui/widget/cell"
)

// withRegulars adds what came of visits to regular clients, and how the paths of residents go; nothing where there are none.
func (o *Overview) withRegulars(out []block, width int) []block {
	w := o.Env.Words
	if v := o.data.Visits; v != nil && v.Clients+v.Planned+v.Done+v.Skipped > 0 {
		b := block{title: w.Say("report.visits"), short: true}
		o.counted(&b, "overview.clients", itoa(v.Clients), "", "")
		hours := o.maker().Hours(v.Minutes) + " " + w.Say("overview.hour")
		o.counted(&b, "report.visits-done", itoa(v.Done), hours, hours)
		o.counted(&b, "overview.skipped", itoa(v.Skipped), "", "")
		o.counted(&b, "overview.to-do", itoa(v.Planned), "", "")
		out = append(out, b)
	}
	if len(o.data.Paths) == 0 {
		return out
	}
	m := o.maker()
	const wide = 11
	name := max(min(width-4*wide, 30), nameWide)
	heads := []string{w.Say("report.col.running"), w.Say("report.col.begun"), w.Say("overview.reached"), w.Say("report.col.ended")}
	b := block{title: w.Say("report.paths"), wide: name + 4*wide}
	for _, h := range heads {
		b.over += cell.Right(h, wide)
	}
	for _, c := range o.data.Paths {
		kind := m.PathKind(o.data.Printed, c)
		line, said := cell.Fit(kind, name), kind
		for i, n := range []int{c.Running, c.Begun, c.Reached, c.Ended} {
			line += cell.Right(itoa(n), wide)
			said = say.Join(said, say.Pair(heads[i], itoa(n)))
		}
		b.add(line, said)
	}
	return append(out, b)
}
