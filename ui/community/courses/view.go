package courses

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/course"
	"leerbalie/model/ledger"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// The cells of a row before its text, how wide a sentence is at most, and the columns of the grid.
const (
	margin   = 1
	widest   = 74
	nameAt   = 24
	nameLow  = 16
	dayAt    = 6
	testAt   = 12
	narrow   = 70
	titleAt  = 32
	titleLow = 26
)

// Head gives what stands above the body: which course shows, and how many there are.
func (p *Courses) Head(screen.Size) screen.Head {
	if p.lists() && len(p.all) > 0 {
		return screen.Head{Right: p.Env.Words.Count("courses.count", len(p.all))}
	}
	return screen.Head{}
}

// View draws the list, or the course that shows.
func (p *Courses) View(size screen.Size) string {
	width := max(size.Width-2*margin, 1)
	var lines []string
	switch {
	case p.failed != "":
		lines = append([]string{""}, cell.Wrap(p.failed, min(width, widest), 8)...)
	case p.lists() && len(p.all) == 0:
		lines = append([]string{""}, cell.Wrap(p.Env.Words.Say("courses.begin", "key", p.Env.Keys.Label(Add)), min(width, widest), 8)...)
	case p.lists():
		lines = p.list(width, size.Height)
	case p.shows():
		lines = p.course(width, size.Height)
	}
	for i, line := range lines {
		if line != "" {
			lines[i] = cell.Space(margin) + line
		}
	}
	return p.Over(strings.Join(lines, "\n"), size)
}

// list is the courses under the words of their terms.
func (p *Courses) list(width, height int) []string {
	var lines []string
	from, to, at, term := 0, 0, p.cursor(), "\x00"
	for i := range p.all {
		c := &p.all[i]
		if i == at {
			from = len(lines)
		}
		if c.Term != term {
			term = c.Term
			lines = append(lines, p.Env.Theme.Brand.On(cell.Cut(cell.Safe(term, 60), width)))
		}
		names := titleAt
		if width < narrow {
			names = titleLow
		}
		lines = append(lines, p.line(cell.Fit(cell.Safe(c.Title, 100), names)+" "+p.spanIn(c, width-names-3), i == at, c.Last().Before(p.Env.Today()), width))
		if i == at {
			to = len(lines)
		}
	}
	p.top = screen.Top(p.top, from, to, len(lines), height)
	top := p.top
	return p.Env.Window(lines, &top, height, "")
}

func (p *Courses) line(text string, on, past bool, width int) string {
	th := p.Env.Theme
	switch {
	case on:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(text, width-2))
	case past:
		return "  " + th.Faint.On(cell.Cut(text, width-2))
	}
	return "  " + cell.Cut(text, width-2)
}

// span is from when to when a course is, and when it is next.
func (p *Courses) span(c *course.Course) string {
	w := p.Env.Words
	out := w.Count("courses.days", len(c.Dates), "from", c.First().Format("02-01"), "to", c.Last().Format("02-01"))
	for _, day := range c.ByDay() {
		if !day.Before(p.Env.Today()) && !c.Off(day) {
			return out + " " + theme.Dot + " " + w.Say("courses.next", "day", w.ShortDay(day))
		}
	}
	return out
}

// spanIn is span where there is room for it, or else without when it is next.
func (p *Courses) spanIn(c *course.Course, room int) string {
	if out := p.span(c); cell.Width(out) <= room {
		return out
	}
	out, _, _ := strings.Cut(p.span(c), " "+theme.Dot+" ")
	return out
}

// course is one course: what is planned where the cursor is, and the grid.
func (p *Courses) course(width, height int) []string {
	th := p.Env.Theme
	lines := []string{th.Strong.On(cell.Cut(cell.Safe(p.title(), 200), width)), cell.Cut(cell.Safe(p.about(), 300), width)}
	for _, t := range p.toldHere() {
		lines = append(lines, th.Now.On(cell.Cut(theme.WarnSign+" "+cell.Safe(p.Env.Words.CourseTold(t), 200), width)))
		if len(lines) > 3 {
			break
		}
	}
	if count := p.count(); count != "" {
		lines = append(lines, th.Faint.On(cell.Cut(count, width)))
	}
	if len(p.view.People) == 0 {
		return append(append(lines, ""), cell.Wrap(p.nobody(), min(width, widest), 6)...)
	}
	names := nameAt
	if width < narrow {
		names = nameLow
	}
	first, last := p.shown(width - 2 - names)
	head := "  " + cell.Fit(p.Env.Words.Say("course.student"), names)
	for c := first; c < last; c++ {
		word := p.heading(c)
		if c == p.column {
			word = "[" + cell.Cut(word, wide(p, c)-3) + "]"
		}
		head += cell.Fit(word, wide(p, c))
	}
	lines = append(lines, th.Faint.On(cell.Cut(head, width)))
	p.taker()
	room := max(height-len(lines), 1)
	p.rows = max(min(p.rows, p.row), p.row-room+1, 0)
	for i := p.rows; i < min(p.rows+room, len(p.view.People)); i++ {
		one := &p.view.People[i]
		text := cell.Fit(cell.Safe(one.Student.Name, 60), names-1) + " "
		for c := first; c < last; c++ {
			text += cell.Fit(p.sign(one, c), wide(p, c))
		}
		lines = append(lines, p.line(text, i == p.row, one.Student.Archived, width))
	}
	return lines
}

// wide is how wide a column is.
func wide(p *Courses, column int) int {
	if column < len(p.days) {
		return dayAt + 2
	}
	return testAt
}

// shown is which columns there is room for, with the one that the cursor is on.
func (p *Courses) shown(room int) (first, last int) {
	for first = 0; ; first++ {
		left := room
		for last = first; last < p.columns() && left >= wide(p, last); last++ {
			left -= wide(p, last)
		}
		if p.column < last || first >= p.column {
			return first, max(last, min(first+1, p.columns()))
		}
	}
}

// heading is the word above a column.
func (p *Courses) heading(c int) string {
	if c < len(p.days) {
		return p.days[c].Format("02-01")
	}
	return cell.Safe(p.view.Tests[c-len(p.days)], 40)
}

// sign is what stands in a cell of the grid.
func (p *Courses) sign(one *course.Participant, c int) string {
	if c >= len(p.days) {
		return p.levelName(one.Results[c-len(p.days)].Level)
	}
	switch one.Presences[c].State {
	case ledger.Present:
		return "✓"
	case ledger.Absent:
		return "–"
	case ledger.Excused:
		return "o"
	}
	if p.view.Off(p.days[c]) {
		return "x"
	}
	return "."
}

// levelName is a level in the language of the screen.
func (p *Courses) levelName(level string) string {
	for _, l := range p.view.Scale.Levels {
		if l.Name == level {
			return cell.Safe(l.LabelIn(string(p.Env.Words.Lang())), 40)
		}
	}
	return cell.Safe(level, 40)
}

// title is the course with who teaches it.
func (p *Courses) title() string {
	names := make([]string, len(p.view.Teachers))
	for i, t := range p.view.Teachers {
		names[i] = t.Name
	}
	return joined(p.view.Title, p.view.Term, strings.Join(names, ", "))
}

func joined(parts ...string) string {
	var out []string
	for _, part := range parts {
		if part != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, " "+theme.Dot+" ")
}

// about is the day or the test that the cursor is on.
func (p *Courses) about() string {
	w := p.Env.Words
	if test, ok := p.test(); ok {
		return joined(w.Say("courses.test", "test", test), w.CourseVaries(p.view.Varies), p.view.Scale.Name)
	}
	day, ok := p.day()
	if !ok {
		return ""
	}
	out := []string{w.ShortDay(day)}
	if p.view.Off(day) {
		out = append(out, w.Say("course.off"))
	}
	out = append(out, p.view.Start, p.minutes(), p.view.Place, p.stations(day))
	return joined(out...)
}

func (p *Courses) minutes() string {
	if p.view.Minutes == 0 {
		return ""
	}
	return strconv.Itoa(p.view.Minutes) + " min"
}

// stations is at which station each group is on a day.
func (p *Courses) stations(day time.Time) string {
	var out []string
	for i, g := range p.view.Groups {
		if at := p.view.Station(day, p.view.Course.Groups[i]); at != "" {
			out = append(out, g.Name+": "+at)
		}
	}
	return strings.Join(out, ", ")
}

// toldHere is what should be known of the day that the cursor is on.
func (p *Courses) toldHere() (out []course.Told) {
	day, ok := p.day()
	for _, t := range p.told {
		if ok && t.Day.Equal(day) {
			out = append(out, t)
		}
	}
	return out
}

// count is how many were there, and were not, on the day that the cursor is on; of a test how many have a result.
func (p *Courses) count() string {
	if len(p.view.People) == 0 {
		return ""
	}
	w := p.Env.Words
	n := map[ledger.State]int{}
	results := 0
	for i := range p.view.People {
		one := &p.view.People[i]
		if c := p.column - len(p.days); c >= 0 && c < len(one.Results) && one.Results[c].Level != "" {
			results++
		}
		if p.column < len(p.days) {
			n[one.Presences[p.column].State]++
		}
	}
	out := w.Say("courses.present", "n", n[ledger.Present], "absent", n[ledger.Absent], "excused", n[ledger.Excused], "open", n[""])
	if _, ok := p.test(); ok {
		out = w.Say("courses.results", "n", results, "of", len(p.view.People))
	}
	if p.view.Hidden > 0 {
		out += " " + theme.Dot + " " + w.Count("courses.hidden", p.view.Hidden)
	}
	return out
}

// nobody says why there is no grid.
func (p *Courses) nobody() string {
	if p.view.Hidden > 0 {
		return p.Env.Words.Say("courses.not-yours")
	}
	return p.Env.Words.Say("courses.nobody")
}
