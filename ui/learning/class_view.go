package learning

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/learning/gaps"
	"leerbalie/ui/learning/telling"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// A column of the matrix holds a letter, a sign, three pieces of evidence and a blank; it is wider where its name asks for
// that and there is room.
const (
	leastCell = 6
	mostCell  = 11
)

// leastMarks is how wide it has to be for the letters of attention: where it is less a column of the matrix is worth more.
const leastMarks = 80

// foot is how many lines stand below the matrix: what the column is about, what brought the first evidence, the legend, and where there is room
// what the letters of attention mean.
func (k *class) foot(size screen.Size) int {
	if size.Height >= leastLegend && k.layout(size.Width).marks > 0 {
		return 4
	}
	return 3
}

func (k *class) tableHeight(size screen.Size) int { return max(size.Height-1-k.foot(size), 1) }

// layout is how wide the parts of a row are.
type layout struct {
	name, columns, cell        int // columns is how many are shown, cell how wide each is
	last, pieces, hours, weeks int // 0: left out
	marks                      int // letters of attention; 0: nobody has one, or there is no room
}

func (k *class) layout(width int) layout {
	l := layout{name: 18, last: 9, pieces: 9, cell: leastCell}
	if width >= sideBySide {
		l = layout{name: 24, last: 10, pieces: 13, hours: 9, weeks: 7, cell: leastCell}
	}
	if k.anyMarks() && width >= leastMarks {
		l.marks = 5
	}
	n := len(k.data.matrix.Columns)
	room := width - 2 - l.name - 1 - l.last - l.pieces - l.hours - l.weeks - l.marks
	if room/l.cell < min(n, 8) && l.hours+l.weeks > 0 {
		room += l.hours + l.weeks // where columns are many the hours go first
		l.hours, l.weeks = 0, 0
	}
	if want := min(k.wide+3, mostCell); want > l.cell && want*n <= room {
		l.cell = want
	}
	l.columns = max(min(room/l.cell, n), 0)
	return l
}

// columnAt is the column at a cell of the body.
func (k *class) columnAt(x int) (int, bool) {
	l := k.layout(k.size.Width)
	i := (x - 2 - l.name - 1)
	if i < 0 || i/l.cell >= l.columns {
		return 0, false
	}
	return k.first + i/l.cell, true
}

// head tells which class this is, and what waits.
func (k *class) head(size screen.Size) screen.Head {
	w, th := k.c.Env.Words, k.c.Env.Theme
	h := screen.Head{}
	switch {
	case k.search.Shows():
		return k.search.Head(k.c.Env, size, k.list.Len())
	case !k.known:
		return h
	}
	m := &k.data.matrix
	h.Left = th.Strong.On(k.groupName()) + " " + theme.Dot + " " + w.Count("learning.students", len(m.Rows)) + " " + theme.Dot + " " +
		cell.Short(m.Framework.LabelIn(string(w.Lang())), max(size.Width/3, 16))
	if m.Waiting > 0 {
		h.Right = th.Today.On(w.Count("learning.waiting", m.Waiting))
	}
	if k.order != byName && size.Width >= sideBySide {
		h.Right = w.Say(k.order.word()) + "   " + h.Right
	}
	return h
}

func (k *class) groupName() string {
	if name := k.data.matrix.Group.Name; name != "" {
		return cell.Short(name, 30)
	}
	return k.c.Env.Words.Say("learning.everybody")
}

// view draws the matrix: its heading, the rows that show, and what the column is about.
func (k *class) view(size screen.Size) string {
	if text, ok := k.insteadOfRows(); ok {
		return k.c.only(text, size)
	}
	l := k.layout(size.Width)
	k.first = max(min(k.first, k.column, len(k.data.matrix.Columns)-l.columns), k.column-l.columns+1, 0)
	out := make([]string, 0, size.Height)
	out = append(out, k.heading(l, size.Width))
	letters := k.letters(l)
	from, to := k.list.Window()
	cursor, _, _ := k.list.Cursor()
	for i := from; i < to && i < len(k.rows); i++ {
		out = append(out, k.line(&k.data.matrix.Rows[k.rows[i]], i == cursor, l, letters, size.Width))
	}
	if len(k.rows) == 0 {
		out = append(out, k.c.nothing(k.noRows(), size.Width)...)
	}
	foot := k.foot(size)
	for len(out) < size.Height-foot {
		out = append(out, "")
	}
	about := k.about(size.Width)
	if foot > len(about) {
		about = append(about, "  "+k.c.Env.Theme.Faint.On(cell.Short(k.marksLegend(), size.Width-4)))
	}
	return strings.Join(append(out[:max(size.Height-foot, 1)], about...), "\n")
}

// insteadOfRows is what stands where no matrix can; "" where nothing is known yet.
func (k *class) insteadOfRows() (text string, ok bool) {
	w := k.c.Env.Words
	switch {
	case !k.c.Env.User.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin):
		return w.Say("learning.empty.closed"), true
	case k.bare():
		return w.Say("learning.empty.laptop", "take", k.c.Env.Keys.Label(Take), "return", k.c.Env.Keys.Label(Return)), true
	case k.failed != "" || !k.known:
		return k.insteadText()
	case len(k.data.matrix.Rows) == 0:
		return w.Say("learning.empty.group", "group", k.c.Env.Keys.Label(Group)), true
	}
	return "", false
}

// noRows says that nobody fits what was asked for.
func (k *class) noRows() string {
	if k.without {
		return k.c.Env.Words.Say("learning.empty.without")
	}
	return k.c.Env.Words.Say("people.empty.found")
}

// heading names the columns; the one the cursor is on stands between brackets.
func (k *class) heading(l layout, width int) string {
	w, th := k.c.Env.Words, k.c.Env.Theme
	var b strings.Builder
	b.WriteString("  " + th.Faint.On(cell.Fit(w.Say("report.col.student"), l.name)))
	lead := " "
	if k.first > 0 {
		lead = th.Faint.On("‹")
	}
	for i := k.first; i < k.first+l.columns; i++ {
		short := k.data.matrix.Columns[i].Short()
		if i == k.column {
			short = cell.Short(short, l.cell-2)
			b.WriteString(lead + th.Strong.On("["+short+"]") + cell.Space(l.cell-2-cell.Width(short)))
			lead = ""
			continue
		}
		b.WriteString(lead + th.Faint.On(cell.Fit(cell.Short(short, l.cell-1), l.cell)))
		lead = ""
	}
	latest := cell.Fit(w.Say("report.col.latest"), l.last)
	if k.first+l.columns < len(k.data.matrix.Columns) {
		latest = theme.MoreSign + cell.Fit(w.Say("report.col.latest"), l.last-1)
	}
	rest := latest + cell.Fit(w.Say("report.col.pieces"), l.pieces)
	if l.hours > 0 {
		rest += cell.Fit(w.Say("report.col.hours"), l.hours) + cell.Fit(w.Say("learning.col.weeks"), l.weeks)
	}
	if l.marks > 0 {
		rest += cell.Fit(w.Say("learning.col.marks"), l.marks)
	}
	return cell.Line(b.String()+th.Faint.On(rest), width)
}

// letters are what stands for the levels of each column that shows.
func (k *class) letters(l layout) [][]string {
	out := make([][]string, len(k.data.matrix.Columns))
	for i := k.first; i < k.first+l.columns; i++ {
		out[i] = k.data.matrix.Framework.ScaleOf(k.data.matrix.Columns[i]).Letters(string(k.c.Env.Words.Lang()))
	}
	return out
}

// line draws a student's row.
func (k *class) line(r *learning.MatrixRow, on bool, l layout, letters [][]string, width int) string {
	w, th := k.c.Env.Words, k.c.Env.Theme
	var b strings.Builder
	sign, paint := "", th.Plain
	if pressing(r, k.c.Env.Today()) {
		sign, paint = theme.TodaySign+" ", th.Today
	}
	if r.Contested || k.c.IsApart(r.Student.ID) {
		sign, paint = theme.ClashSign+" "+sign, th.Today
	}
	b.WriteString(cell.Fit(sign+r.Student.Name, l.name) + " ")
	for i := k.first; i < k.first+l.columns; i++ {
		b.WriteString(mark(&r.Cells[i], letters[i], l.cell))
	}
	pieces := strconv.Itoa(r.Evidence)
	if open := r.Open.School; open > 0 {
		if pieces = w.Say("learning.open", "n", r.Evidence, "open", open); cell.Width(pieces) >= l.pieces { // a number is never cut
			pieces = w.Say("learning.open.short", "n", r.Evidence, "open", open)
		}
	}
	b.WriteString(cell.Fit(k.c.agoOrDash(r.Last), l.last) + cell.Fit(pieces, l.pieces))
	if l.hours > 0 {
		hours := strconv.Itoa(r.Placement.Minutes / 60)
		if r.Placement.NormMinutes > 0 {
			hours += "/" + strconv.Itoa(r.Placement.NormMinutes/60)
		}
		b.WriteString(cell.Fit(hours, l.hours) + cell.Fit(cmp.Or(k.weeks(r), theme.Dash), l.weeks))
	}
	if l.marks > 0 {
		b.WriteString(cell.Fit(k.marksOf(r.Student.ID), l.marks))
	}
	return k.c.row(b.String(), on, paint, width)
}

// weeks is how long a placement lasts still; "" where that is not known.
func (k *class) weeks(r *learning.MatrixRow) string {
	if r.Placement.End.IsZero() {
		return ""
	}
	weeks := learning.WeeksUntil(r.Placement.End, k.c.Env.Today())
	if weeks < 0 {
		return k.c.Env.Words.Say("learning.over")
	}
	return strconv.Itoa(weeks)
}

// mark is one cell of the matrix: the level in a letter, a sign where assessors differ or something is left, and a dot for
// each piece of evidence, three at most: full ones were judged, open ones wait.
func mark(s *learning.NodeState, letters []string, width int) string {
	letter := theme.Dash
	if s.Level >= 0 && s.Level < len(letters) {
		letter = telling.Upper(letters[s.Level])
	}
	sign := " "
	switch {
	case s.Differs:
		sign = theme.ClashSign
	case s.Partial && s.Level >= 0:
		sign = cell.Ellipsis
	}
	done, open := s.Evidence-s.Open.All(), s.Open.All()
	if open > 0 {
		done = min(done, 2)
	}
	done = min(done, 3)
	open = min(open, 3-done)
	return letter + sign + strings.Repeat(theme.MineSign, done) + strings.Repeat(theme.FreeSign, open) + cell.Space(width-2-done-open)
}

// about tells what the column is about, and what the signs mean.
func (k *class) about(width int) []string {
	w, th := k.c.Env.Words, k.c.Env.Theme
	if len(k.data.matrix.Columns) == 0 {
		return []string{"", "", th.Faint.On(cell.Cut("  "+w.Say("learning.empty.framework"), width))}
	}
	n := k.data.matrix.Columns[k.column]
	title := n.Short() + "  " + n.LabelIn(string(w.Lang()))
	right := k.bareText()
	return []string{
		"  " + cell.Ends(cell.Short(title, max(width-cell.Width(right)-6, 10)), right, width-4),
		"  " + k.gaps(width-4),
		"  " + th.Faint.On(cell.Short(k.c.legend(&k.data.matrix.Framework, n, width-4), width-4)),
	}
}

// gaps tells by what work there began to be evidence, shorter where there is no room.
func (k *class) gaps(room int) string {
	w, c := k.c.Env.Words, gaps.Of(&k.data.matrix, time.Time{}, time.Time{})
	few := ""
	if c.Few() {
		few = " (" + w.Say("learning.gaps.few") + ")"
	}
	out := w.Say("learning.gaps", "offered", c.Closed[gaps.Offered], "other", c.Closed[gaps.Other], "unknown", c.Closed[gaps.NotKnown], "elsewhere", c.Closed[gaps.Elsewhere]) + few
	if cell.Width(out) > room {
		out = w.Say("learning.gaps.short", "offered", c.Closed[gaps.Offered], "other", c.Closed[gaps.Other]) + few
	}
	return cell.Cut(out, room)
}

// bareText tells how many have no evidence in the column.
func (k *class) bareText() string {
	bare := 0
	for i := range k.data.matrix.Rows {
		if k.data.matrix.Rows[i].Cells[k.column].Evidence == 0 {
			bare++
		}
	}
	return k.c.Env.Words.Count("learning.bare", bare)
}

// legend tells what letters and signs stand for, as far as there is room.
func (c *Learning) legend(f *competence.Framework, n competence.Node, room int) string {
	w := c.Env.Words
	out := strings.Join(c.scaleLetters(f, n), "  ") + "  " + w.Say("learning.legend")
	pieces, open := "  "+w.Say("learning.legend.pieces"), "  "+w.Say("learning.legend.open")
	for _, more := range []string{pieces + open, pieces, "  " + w.Say("learning.legend.open.short")} {
		if cell.Width(out+more) <= room {
			return out + more
		}
	}
	return out
}

// scaleLetters are the levels of a scale with the letter of each, the best first.
func (c *Learning) scaleLetters(f *competence.Framework, n competence.Node) (out []string) {
	lang := string(c.Env.Words.Lang())
	scale := f.ScaleOf(n)
	letters := scale.Letters(lang)
	for i := len(letters) - 1; i >= 0; i-- {
		out = append(out, telling.Upper(letters[i])+" "+scale.Levels[i].LabelIn(lang))
	}
	return out
}

// agoOrDash is how long ago a day was, as a list shows it.
func (c *Learning) agoOrDash(day time.Time) string {
	return cmp.Or(c.ago(c.Env.Words, day), theme.Dash)
}

// ago is how long ago a day was, short; the date where that is long, and "" for none.
func (c *Learning) ago(w text.Words, day time.Time) string {
	if day.IsZero() {
		return ""
	}
	switch days := days.Between(day, c.Env.Today()); {
	case days <= 0:
		return w.Say("learning.today")
	case days == 1:
		return w.Say("learning.yesterday")
	case days < 100:
		return w.Count("learning.days", days)
	}
	return day.Format("02-01-06")
}

// report is the report of the class, to read and to write.
func (k *class) report() documentKind {
	return classDocument(k.group, k.data.matrix.Framework.ID)
}
