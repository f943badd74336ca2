package wizard

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// samplesBeside is the width from which the values of every column stand beside it; below it only those of one stand under the list.
const samplesBeside = 100

// roomy is the height from which what keys do stands below the list, and blank lines keep the parts apart.
const roomy = 14

// heading is what a column is called, in at most so many cells.
func (c *columns) heading(i, width int) string {
	if name := plain.Masked(cell.Safe(c.rows[i].Name, 200), plain.InWords); strings.TrimSpace(name) != "" {
		return cell.Short(name, width)
	}
	return cell.Short(c.z.Host.Env.Words.Say("files.col.untitled", "n", i+1), width)
}

// becomes is what a column becomes, in words.
func (c *columns) becomes(i int) string {
	w, row := c.z.Host.Env.Words, &c.rows[i]
	switch {
	case row.BSN:
		return w.Say("files.col.bsn")
	case row.Field == "":
		return w.Say("files.col.left")
	}
	return w.MapField(c.survey.What.Recalls(), row.Field)
}

// how says by what a column was recognised.
func (c *columns) how(i int) string {
	id := "files.how.none"
	switch row := &c.rows[i]; {
	case row.own:
		id = "files.how.own"
	case row.By == transfer.ByMapping:
		id = "files.how.mapping"
	case row.By == transfer.ByHeading:
		id = "files.how.heading"
	case row.By == transfer.ByContent:
		id = "files.how.content"
	}
	return c.z.Host.Env.Words.Say(id)
}

// samples are some values of a column, in at most so many cells: where there is no room for all, the long ones are cut.
func (c *columns) samples(i, width int) string {
	between := " " + theme.Dot + " "
	var out []string
	var widths []int
	for _, s := range c.rows[i].Samples {
		out = append(out, cell.Safe(s, 200))
		widths = append(widths, cell.Width(s))
	}
	most := share(widths, width-cell.Width(between)*(len(out)-1))
	for k := range out {
		out[k] = cell.Short(out[k], most)
	}
	return strings.Join(out, between)
}

// share is how wide each of several things may be at most so that all fit: what the narrow ones leave is for the others.
func share(widths []int, room int) int {
	slices.Sort(widths)
	for i, w := range widths {
		if each := room / (len(widths) - i); w > each {
			return max(each, 1)
		}
		room -= w
	}
	return max(room, 1) + 1000
}

// title says which file it is, and what it is taken for.
func (c *columns) title() string {
	return c.z.title() + " " + theme.Dot + " " + c.z.Host.Env.Words.Say("files.what."+c.survey.What.Recalls())
}

// notes are what is to be known before it is tried: what is wrong (warns), or else which mapping it is read by.
func (c *columns) notes() (text string, warns bool) {
	w := c.z.Host.Env.Words
	switch wrong := c.wrong(); {
	case wrong != "":
		return wrong, true
	case c.survey.Mapping != "":
		return w.Say("files.columns.mapping", "name", cell.Safe(c.survey.Mapping, 100)), false
	}
	return w.Count("files.columns.rows", c.survey.Rows), false
}

// hint says what keys do.
func (c *columns) hint() string {
	set := c.z.Host.Env.Keys
	return c.z.Host.Env.Words.Say("files.columns.hint", "prev", set.Label(PrevField), "next", set.Label(NextField), "leave", set.Label(LeaveOut), "try", set.Label(Try))
}

// View draws the columns of the file, one a line.
func (c *columns) View(h *dialog.Host, width, height int) []string {
	th, w := h.Env.Theme, h.Env.Words
	inner, beside := width-4, width >= samplesBeside
	name, field, how := inner*2/5-2, inner*2/5-4, 8
	rest := inner - 2 - name - field - how - 6
	if beside {
		name, field = inner/4, inner/5+4
		rest = inner - 2 - name - field - how - 6
	} else {
		field += rest + 2
	}
	line := func(a, b, d, e string) string {
		out := cell.Fit(a, name) + "  " + cell.Fit(b, field) + "  " + cell.Fit(d, how)
		if beside {
			out += "  " + cell.Fit(e, rest)
		}
		return out
	}
	var below []string
	text, warns := c.notes()
	if height >= roomy {
		below = append(below, "")
	}
	if !beside {
		name := c.heading(c.at, 24)
		said := w.Say("files.columns.samples", "column", name, "samples", c.samples(c.at, inner-cell.Width(name)-2))
		if len(c.rows[c.at].Samples) == 0 {
			said = w.Say("files.columns.no-samples", "column", name)
		}
		below = append(below, cell.Short(said, inner))
	}
	for i, part := range cell.Wrap(text, inner-2, 2) {
		switch {
		case warns && i == 0:
			below = append(below, th.Now.On(theme.WarnSign+" "+part))
		case warns:
			below = append(below, th.Now.On("  "+part))
		case i == 0:
			below = append(below, th.Faint.On(part))
		}
	}
	if height >= roomy {
		below = append(below, th.Faint.On(cell.Cut(c.hint(), inner)))
	}
	c.height = max(min(height-3-len(below), len(c.rows)), 1)
	c.top = max(min(c.top, c.at, len(c.rows)-c.height), c.at-c.height+1, 0)
	out := []string{"  " + th.Faint.On(line(w.Say("files.col.heading"), w.Say("files.col.field"), w.Say("files.col.how"), w.Say("files.col.samples")))}
	for i := c.top; i < c.top+c.height; i++ {
		becomes := c.becomes(i)
		if i == c.at && c.alters() {
			becomes = "‹ " + cell.Short(becomes, field-4) + " ›"
		}
		drawn := line(c.heading(i, name), becomes, c.how(i), c.samples(i, rest))
		switch {
		case i == c.at:
			out = append(out, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+drawn))
		case c.rows[i].Field == "":
			out = append(out, "  "+th.Faint.On(drawn))
		default:
			out = append(out, "  "+drawn)
		}
	}
	return widget.Box(th, cell.Cut(c.title(), inner), append(out, below...), width)
}

// Said gives the columns as rows, each with some of its values.
func (c *columns) Said(h *dialog.Host) (l say.Lines) {
	w := h.Env.Words
	l.Heading("files.columns", c.title())
	text, warns := c.notes()
	if warns {
		text = w.Say("say.warning") + ": " + text
	}
	l.Text(text)
	l.Help(w.Say("say.columns", "columns", say.Join(w.Say("files.col.heading"), w.Say("files.col.field"), w.Say("files.col.how"), w.Say("files.col.samples"))))
	for i := range c.rows {
		how := ""
		if c.rows[i].own || c.rows[i].By != transfer.Unrecognised {
			how = say.Pair(w.Say("files.col.how"), c.how(i))
		}
		var samples []string
		for _, text := range c.rows[i].Samples {
			samples = append(samples, cell.Safe(text, 200))
		}
		l.Row("column-"+strconv.Itoa(i), i+1, i == c.at, say.Join(c.heading(i, 1000), say.Pair(w.Say("files.col.field"), c.becomes(i)), how, say.Pair(w.Say("files.col.samples"), say.Join(samples...))))
	}
	if len(c.rows[c.at].Samples) == 0 {
		l.Aside(w.Say("files.columns.no-samples", "column", c.heading(c.at, 1000)))
	}
	l.Help(c.hint())
	return l
}
