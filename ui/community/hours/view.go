package hours

import (
	"cmp"
	"slices"
	"strings"

	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	saymet "leerbalie/ui/report/met"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (p *Hours) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Keys gives what keys do something now.
func (p *Hours) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return append(p.actions.Now(p, Confirm, Skip, Add, Look, Earlier, Later, Waiting), keys.Up, keys.Down)
}

// Head gives what stands above the body: the week, how much of it is confirmed, and whether earlier weeks wait.
func (p *Hours) Head(size screen.Size) screen.Head {
	said := p.standing()
	if size.Width < 70 {
		said = said[:min(len(said), 1)]
	}
	if cell.Width(strings.Join(said, " "+theme.Dot+" ")) > size.Width-pageAt { // that weeks wait says more than which days this one has
		said[0], _, _ = strings.Cut(said[0], " (")
	}
	return screen.Head{Right: strings.Join(said, " "+theme.Dot+" ")}
}

func (p *Hours) standing() (out []string) {
	w := p.Env.Words
	if p.own() {
		return []string{w.Say("hours.own")}
	}
	out = append(out, p.maker().WeekName(p.week))
	if !p.known || p.failed != "" {
		return out
	}
	if n := len(p.toConfirm()); n > 0 {
		out = append(out, w.Say("hours.waits", "n", n))
	}
	if n, _ := p.waiting(); n > 0 {
		out = append(out, w.Count("hours.wait-weeks", n))
	}
	return out
}

// sortGroups puts groups in the order of their names, who is in none last.
func sortGroups(order []journal.ID, names map[journal.ID]string) {
	slices.SortFunc(order, func(a, b journal.ID) int {
		if (names[a] == "") != (names[b] == "") {
			return cmp.Compare(names[b], names[a])
		}
		return cmp.Compare(plain.FoldText(names[a]), plain.FoldText(names[b]))
	})
}

// The cells of a row.
const (
	pageAt  = 12 // the name of the page, at the left of the head
	nameAt  = 24
	nameLow = 15
	hoursAt = 7
	narrow  = 70
	widest  = 74
)

// View draws the rows, and what there is to know of the one that the cursor is on below them.
func (p *Hours) View(size screen.Size) string {
	width := max(size.Width-2, 1)
	w := p.Env.Words
	switch {
	case p.failed != "":
		return p.Over(p.plain(p.failed, size), size)
	case !p.known:
		return p.Over("", size)
	case len(p.rows) == 0 && p.own():
		return p.Over(p.plain(w.Say("hours.none.mine", "key", p.Env.Keys.Label(Add)), size), size)
	case len(p.rows) == 0:
		return p.Over(p.plain(w.Say("hours.none"), size), size)
	}
	at := p.cursor()
	below := p.details(&p.rows[at], width)
	room := max(size.Height-len(below)-1, size.Height/2, 1)
	below = below[:max(min(len(below), size.Height-room-1), 0)]
	var lines []string
	from, to, group := 0, 0, ""
	for i := range p.rows {
		r := &p.rows[i]
		if i == at {
			from = len(lines)
		}
		if g := p.group(r); g != group {
			group = g
			lines = append(lines, p.Env.Theme.Brand.On(cell.Cut(g, width)))
		}
		lines = append(lines, p.row(r, i == at, width))
		if i == at {
			to = len(lines)
		}
	}
	p.top = screen.Top(p.top, from, to, len(lines), room)
	top := p.top
	shown := p.Env.Window(lines, &top, room, "")
	for len(shown) < room {
		shown = append(shown, "")
	}
	if len(below) > 0 {
		shown = append(append(shown, p.Env.Theme.Faint.On(strings.Repeat(theme.RuleSign, width))), below...)
	}
	for i, line := range shown {
		if line != "" {
			shown[i] = " " + line
		}
	}
	return p.Over(strings.Join(shown, "\n"), size)
}

func (p *Hours) plain(said string, size screen.Size) string {
	return "\n " + strings.Join(cell.Wrap(said, min(max(size.Width-2, 1), widest), 8), "\n ")
}

// group is the word above a row; "" where rows are not told apart by group.
func (p *Hours) group(r *row) string {
	if p.own() || p.onlyMine() {
		return ""
	}
	return cmp.Or(p.data.groups[learning.HomeGroup(r.student.Person)], p.Env.Words.Say("hours.group.none"))
}

// sign is what stands before a row, and how that is said.
func (p *Hours) sign(r *row) (sign, said string) {
	switch {
	case r.week.State() == hours.Confirmed:
		return theme.DoneSign, ""
	case p.own() || !p.confirmable(r):
		return " ", ""
	case p.left[r.student.Person.ID]:
		return theme.FreeSign, p.Env.Words.Say("hours.left-out")
	}
	return theme.SavedSign, p.Env.Words.Say("hours.will")
}

func (p *Hours) name(r *row) string {
	if p.own() {
		return p.maker().WeekName(r.week.Monday)
	}
	return r.student.Person.Name
}

// row is a student, or a week: how many hours, how it stands, from what, and whether the norm is in danger.
func (p *Hours) row(r *row, on bool, width int) string {
	th, m := p.Env.Theme, p.maker()
	names := nameAt
	switch {
	case p.own():
		names = 30
	case width < narrow:
		names = nameLow
	}
	sign, _ := p.sign(r)
	short := ""
	if !p.own() {
		short = m.Short(r.student.Placement())
	}
	worked := theme.Dash
	if r.week.Minutes > 0 {
		worked = m.Hours(r.week.Minutes)
	}
	rest := m.WeekState(&r.week)
	if r.week.State() == hours.Open || width >= narrow {
		rest = strings.Join(slices.DeleteFunc([]string{changedOnly(rest, r.week.State()), m.WeekFrom(&r.week)}, func(s string) bool { return s == "" }), " "+theme.Dot+" ")
	}
	room := width - 2 - 2 - names - hoursAt - 1
	line := sign + " " + cell.Fit(cell.Safe(p.name(r), 80), names-1) + " " + cell.Right(worked, hoursAt) + " "
	if n := cell.Width(short); n > 0 && room > n+8 {
		line += cell.Fit(" "+rest, room-n-1) + " " + short
	} else {
		line += cell.Cut(" "+rest, room)
	}
	switch {
	case on:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(line, width-2))
	case r.week.State() == hours.Changed:
		return "  " + th.Today.On(line)
	case r.week.Minutes == 0:
		return "  " + th.Faint.On(line)
	}
	return "  " + line
}

// changedOnly is how a week stands where the sign does not say so.
func changedOnly(said string, s hours.State) string {
	if s == hours.Changed {
		return said
	}
	return ""
}

// details are the lines about the row that the cursor is on: the norm, the pace, and each thing that counts.
func (p *Hours) details(r *row, width int) (out []string) {
	th, m := p.Env.Theme, p.maker()
	for i, said := range p.told(r) {
		lines := cell.Wrap(said, width, 3)
		if i == 0 {
			for j := range lines {
				lines[j] = th.Strong.On(lines[j])
			}
		}
		out = append(out, lines...)
	}
	for i := range r.week.From {
		e := &r.week.From[i]
		out = append(out, cell.Cut(p.Env.Words.ShortDay(e.Day)+"  "+cell.Fit(m.HoursKind(e.Kind), 12)+cell.Right(m.Hours(e.Minutes), 6)+"  "+cell.Safe(m.HoursTitle(r.student, e), 100), width))
	}
	for _, said := range p.met() {
		out = append(out, cell.Wrap(said, width, 3)...)
	}
	return out
}

// met is which themes and target groups a student who looks at the own weeks has met.
func (p *Hours) met() []string {
	if p.data.met == nil {
		return nil
	}
	return saymet.Sentences(p.Env.Words, p.Env.Site.ThemeCodes(), p.data.met)
}

// told are the sentences about a row.
func (p *Hours) told(r *row) (out []string) {
	m, placement := p.maker(), r.student.Placement()
	head := r.student.Person.Name + ": " + m.Placement(placement)
	if said := m.WeekState(&r.week); said != "" {
		head += " " + theme.Dot + " " + said
	}
	if !r.student.Sight.Confirm || p.own() {
		if by := m.ConfirmedBy(r.student); by != "" {
			out = append(out, by)
		}
	}
	if pace := m.Pace(placement); pace != "" {
		out = append([]string{pace}, out...)
	}
	return append([]string{head}, out...)
}

// Said gives the page as structure.
func (p *Hours) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	w, m := p.Env.Words, p.maker()
	l.State(say.Join(p.standing()...))
	switch {
	case p.failed != "":
		l.Text(p.failed)
	case !p.known:
	case len(p.rows) == 0 && p.own():
		l.Text(w.Say("hours.none.mine", "key", p.Env.Keys.Label(Add)))
	case len(p.rows) == 0:
		l.Text(w.Say("hours.none"))
	default:
		at := p.cursor()
		for i := range p.rows {
			r := &p.rows[i]
			_, sign := p.sign(r)
			l.Row(p.key(r), i+1, i == at, say.Join(p.group(r), cell.Safe(p.name(r), 80), m.Hours(r.week.Minutes), m.WeekState(&r.week), sign, m.WeekFrom(&r.week), m.Short(r.student.Placement())))
		}
		for _, said := range p.told(&p.rows[at]) {
			l.Text(said)
		}
		for i := range p.rows[at].week.From {
			e := &p.rows[at].week.From[i]
			l.Text(say.Join(text.Day(e.Day), m.HoursKind(e.Kind), m.Hours(e.Minutes), cell.Safe(m.HoursTitle(p.rows[at].student, e), 100)))
		}
		for _, said := range p.met() {
			l.Text(said)
		}
	}
	return l
}
