package partners

import (
	"cmp"
	"strconv"
	"strings"

	"leerbalie/model/partner"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// The cells of a row before its text, the names of partners, and a column.
const (
	margin  = 1
	nameAt  = 26
	nameLow = 18
	columnW = 6
	narrow  = 70
	tall    = 16 // from this height on a cell is explained in three lines
)

func (p *Partners) spans() []span {
	if p.grid == nil {
		return nil
	}
	return p.grid.spans(p.months)
}

// drawn is the board: the weeks, what is free in all, the rows that fit, and the cell under the cursor in words.
func (p *Partners) drawn(size screen.Size) string {
	width, th, w := max(size.Width-2*margin, 1), p.Env.Theme, p.Env.Words
	names := nameAt
	if width < narrow {
		names = nameLow
	}
	all := p.spans()
	on, fit := p.column(all), max((width-2-names)/columnW, 1)
	if p.left < 0 { // the first time: the week before shows, too
		p.left = on - 1
	}
	p.left = max(min(p.left, on), on-fit+1, 0)
	shown := all[p.left:min(p.left+fit, len(all))]

	head, free := "  "+cell.Fit(w.Say("partners.partner"), names), "  "+cell.Fit(w.Say("partners.free-in-all"), names)
	for i, c := range shown {
		word := p.heading(c)
		if p.left+i == on {
			word = theme.CursorSign + word
		} else {
			word = " " + word
		}
		head += cell.Fit(word, columnW)
		free += " " + cell.Fit(strconv.Itoa(p.grid.leastFree(c).free), columnW-1)
	}
	lines := []string{th.Strong.On(cell.Cut(p.total(all[on]), width)), th.Faint.On(cell.Cut(head, width)), cell.Cut(free, width)}

	most := 2
	if size.Height >= tall {
		most = 4
	}
	told := p.toldIn(all[on], width, most)
	room := max(size.Height-len(lines)-len(told)-1, 1)
	lines = append(lines, p.drawnRows(shown, on-p.left, names, width, room)...)
	for len(lines) < size.Height-len(told)-1 {
		lines = append(lines, "")
	}
	lines = append(lines, th.Faint.On(strings.Repeat(theme.RuleSign, width)))
	lines = append(lines, told...)
	for i, line := range lines {
		if line != "" {
			lines[i] = cell.Space(margin) + line
		}
	}
	return strings.Join(lines, "\n")
}

// drawnRows draws the rows that fit under their networks, and no others.
func (p *Partners) drawnRows(shown []span, on, names, width, height int) (out []string) {
	th, at := p.Env.Theme, 0
	for i := range p.lines {
		if p.lines[i].row == p.at {
			at = i
			break
		}
	}
	from := at
	if at > 0 && p.lines[at-1].row < 0 && height > 1 {
		from--
	}
	p.top = max(min(screen.Top(p.top, from, at+1, len(p.lines), height), len(p.lines)-height), 0)
	for i := p.top; i < min(p.top+height, len(p.lines)); i++ {
		l := p.lines[i]
		if l.row < 0 {
			out = append(out, th.Brand.On(cell.Cut(cell.Safe(l.head, 100), width)))
			continue
		}
		r := &p.grid.rows[l.row]
		line := cell.Fit(cell.Safe(r.of.Name, 100), names-1) + " "
		for j, c := range shown {
			_, n, why := r.worst(c)
			sign := p.sign(n, why)
			if l.row == p.at && j == on {
				line += cell.Fit("["+sign+"]", columnW)
			} else {
				line += " " + cell.Fit(sign, columnW-1)
			}
		}
		if l.row == p.at {
			line = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(line, width-2))
		} else {
			line = "  " + cell.Cut(line, width-2)
		}
		out = append(out, line)
	}
	return out
}

// heading is the word above a column: the day on which its week begins, or its month.
func (p *Partners) heading(c span) string {
	if p.months {
		return p.Env.Words.Say("partners.month." + strconv.Itoa(int(p.grid.week(c.from).Month())))
	}
	return p.grid.week(c.from).Format("02-01")[:5]
}

// sign is what stands in a cell: how many more fit, with what is scarce where it is hours.
func (p *Partners) sign(n int, why scarce) string {
	switch why {
	case closed:
		return theme.Dot
	case hours:
		return p.Env.Words.Say("partners.sign.hours", "n", n)
	case places:
		if n < 0 {
			return theme.WarnSign + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// total is what there is in all in the column that the cursor is on.
func (p *Partners) total(c span) string {
	w, s := p.Env.Words, p.grid.leastFree(c)
	return w.Say("partners.total", "when", p.when(c), "free", s.free, "places", s.places, "left", hoursOf(w, s.minutes), "given", hoursOf(w, s.supervision))
}

// when is a column in words: a month, or a week by its Monday.
func (p *Partners) when(c span) string {
	w := p.Env.Words
	if p.months {
		return w.Say("partners.month", "month", w.Say("partners.month."+strconv.Itoa(int(p.grid.week(c.from).Month()))), "year", p.grid.week(c.from).Year())
	}
	return w.Say("partners.week", "day", w.ShortDay(p.grid.week(c.from)))
}

// told is the cell under the cursor in words: what is free and scarce, until when, for which levels; who is there; and what helps.
func (p *Partners) told(c span) (out []string) {
	r, w := p.here(), p.Env.Words
	week, n, why := r.worst(c)
	s := r.weeks[week]
	left := s.FreeMinutes()
	switch {
	case why == closed && r.of.State == partner.Contact:
		out = append(out, w.Say("partners.cell.contact", "name", r.of.Name))
	case why == closed && r.of.State == partner.Ended:
		out = append(out, w.Say("partners.cell.ended", "name", r.of.Name))
	case why == closed:
		out = append(out, w.Say("partners.cell.closed", "name", r.of.Name, "period", period(w, r.of.From, r.of.To)))
	case why == places && n < 0:
		out = append(out, w.Say("partners.cell.over", "name", r.of.Name, "placed", s.Taken, "places", r.of.Places))
	case why == places:
		out = append(out, w.Say("partners.cell.full", "name", r.of.Name, "places", r.of.Places))
	case why == hours && r.of.Supervision == 0:
		out = append(out, w.Say("partners.cell.no-hours", "name", r.of.Name))
	case why == hours:
		out = append(out, w.Count("partners.cell.hours", s.Free(), "name", r.of.Name, "left", hoursOf(w, max(left, 0)), "need", hoursOf(w, need(s))))
	default:
		out = append(out, w.Count("partners.cell.free", n, "name", r.of.Name, "places", r.of.Places))
	}
	var more []string
	if why == nothing {
		more = append(more, w.Say("partners.cell.left", "left", hoursOf(w, left)))
	}
	if len(r.of.Levels) > 0 {
		more = append(more, strings.Join(r.of.Levels, ", "))
	}
	if when := period(w, r.of.From, r.of.To); when != "" && why != closed {
		more = append(more, when)
	}
	if len(more) > 0 {
		out[0] += " " + theme.Dot + " " + strings.Join(more, " "+theme.Dot+" ")
	}
	if who := p.who(r, week); who != "" {
		out = append(out, who)
	}
	if end := p.ends(r, week); end != "" && (why == places || why == hours) {
		out = append(out, end)
	}
	return out
}

// who is at a partner in a week, as far as whoever sits here may see; others as a number.
func (p *Partners) who(r *boardRow, week int) string {
	w := p.Env.Words
	there, others := r.there(week)
	var names []string
	for _, s := range there {
		names = append(names, w.Say("partners.cell.until", "name", s.name, "day", text.Day(s.Last())))
	}
	if others > 0 {
		names = append(names, w.Count("partners.others", others))
	}
	if len(names) == 0 {
		return ""
	}
	return w.Say("partners.cell.there", "names", strings.Join(names, ", "))
}

// ends is when a place comes free at a partner that has none.
func (p *Partners) ends(r *boardRow, week int) string {
	for i := week + 1; i < len(r.weeks); i++ {
		if n, why := r.free(i); n > 0 && why != closed {
			return p.Env.Words.Say("partners.cell.next", "day", text.Day(r.weeks[i].Monday))
		}
	}
	return ""
}

// toldIn is told in lines, at most so many.
func (p *Partners) toldIn(c span, width, most int) (out []string) {
	all := p.told(c)
	for i, said := range all {
		room := most - len(out) - (len(all) - 1 - i) // each of the others has a line
		if len(out) == most {
			break
		}
		room = max(room, 1)
		out = append(out, cell.Wrap(cell.Safe(said, 600), width, room)...)
	}
	return out
}

// boardSaid gives the board as structure: of each partner the week under the cursor in words.
func (p *Partners) boardSaid() (l say.Lines) {
	all := p.spans()
	c := all[p.column(all)]
	l.Text(p.total(c))
	l.Text(say.Join(p.Env.Words.Say("partners.partner"), p.Env.Words.Say("partners.free-in-all"), strconv.Itoa(p.grid.leastFree(c).free)))
	head := ""
	for _, line := range p.lines {
		if line.row < 0 {
			head = line.head
			continue
		}
		r := &p.grid.rows[line.row]
		_, n, why := r.worst(c)
		l.Row(r.of.ID.String(), line.row+1, line.row == p.at, say.Join(cell.Safe(r.of.Name, 100), p.signSaid(r, n, why), cell.Safe(head, 100)))
	}
	for _, said := range p.told(c) {
		l.Text(cell.Safe(said, 600))
	}
	return l
}

// signSaid is a cell in words.
func (p *Partners) signSaid(r *boardRow, n int, why scarce) string {
	w := p.Env.Words
	switch {
	case why == closed:
		return w.Say("partners.said.closed")
	case why == hours:
		return w.Say("partners.said.hours", "n", n, "of", r.of.Places)
	case why == places && n < 0:
		return w.Say("partners.said.over", "n", -n)
	case why == places:
		return w.Say("partners.said.full", "of", r.of.Places)
	}
	return w.Count("partners.said.free", n, "of", r.of.Places)
}

// hoursOf are minutes as hours: 12 or 12,5.
func hoursOf(w text.Words, minutes int) string {
	return cmp.Or(w.Number(float64(minutes*100/60)/100, -1), "0")
}
