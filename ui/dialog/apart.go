package dialog

import (
	"slices"
	"strings"

	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// IsApart tells whether people wrote something apart from each other on something, or about it.
func (h *Host) IsApart(id journal.ID) bool {
	return slices.ContainsFunc(h.apart, func(c conflict.Conflict) bool { return c.Touches(id) })
}

// apart is one place where people wrote something apart from each other: what it is called, and all that stands there with who wrote it.
type apart struct {
	field  string
	values []string
}

// apartOn tells of all that people wrote apart on something.
func (h *Host) apartOn(id journal.ID) (out []apart) {
	m := report.Maker{Words: h.Env.Words, Zone: h.Env.Local(h.Env.Now()).Location(), Now: h.Env.Now()}
	for i := range h.apart {
		c := &h.apart[i]
		if !c.Touches(id) {
			continue
		}
		a := apart{field: m.ConflictField(c)}
		for j := range c.Values {
			v := &c.Values[j]
			a.values = append(a.values, m.ConflictValue(c, v)+" ("+m.ConflictBy(v, h.Env.When(v.At))+")")
		}
		out = append(out, a)
	}
	return out
}

// ApartLines tells of what people wrote apart on something: where, all that stands there with who wrote it, and the key to say
// what holds; none where nothing was.
func (h *Host) ApartLines(id journal.ID, width int) (out []string) {
	w, th := h.Env.Words, h.Env.Theme
	for _, a := range h.apartOn(id) {
		for j, line := range cell.Wrap(cell.Safe(a.field+": "+strings.Join(a.values, " "+theme.ClashSign+" "), 600), max(width-2, 10), 6) {
			mark := "  "
			if j == 0 {
				mark = th.Today.On(theme.ClashSign) + " "
			}
			out = append(out, mark+line)
		}
	}
	if len(out) > 0 {
		out = append(out, th.Faint.On(cell.Cut("  "+w.Say("conflicts.mark", "key", h.Env.Keys.Label(keys.Conflicts)), width)))
	}
	return out
}
