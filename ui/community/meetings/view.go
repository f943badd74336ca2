package meetings

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/free"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (p *Meetings) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Keys gives what keys do something now.
func (p *Meetings) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return append(p.actions.Now(p, Came, Absent, Excused, keys.Back, Yes, No, Maybe, Who, Plan, Add, Edit, Move, Cancel), keys.Up, keys.Down)
}

// Head gives what stands above the body: which half-year, and what waits for an answer.
func (p *Meetings) Head(size screen.Size) screen.Head {
	said := p.standing()
	if size.Width < 70 && len(said) > 1 {
		said = said[1:]
	}
	return screen.Head{Right: strings.Join(said, " "+theme.Dot+" ")}
}

func (p *Meetings) standing() (out []string) {
	w := p.Env.Words
	out = []string{w.Say("meetings.half-year", "from", p.from.Format("01-2006"), "to", p.from.AddDate(0, 5, 0).Format("01-2006"))}
	if p.mine {
		out = append(out, w.Say("meetings.mine"))
	}
	if n := p.waiting(); p.known && n > 0 {
		out = append(out, w.Count("meetings.waits", n))
	}
	return out
}

// The cells of a row.
const (
	dayAt   = 10
	clockAt = 6
	formAt  = 14
	leadAt  = 12
	countAt = 4
	narrow  = 70
	widest  = 74
)

// View draws the roster, or who is expected at one meeting, and below it what there is to know of the row that the cursor is on.
func (p *Meetings) View(size screen.Size) string {
	width := max(size.Width-2, 1)
	switch {
	case p.failed != "":
		return p.Over(plainly(p.failed, size), size)
	case !p.known:
		return p.Over("", size)
	case len(p.rows) == 0:
		return p.Over(plainly(p.empty(), size), size)
	}
	at := p.cursor()
	var below []string
	for _, said := range p.told(&p.rows[at]) {
		below = append(below, cell.Wrap(said, width, 3)...)
	}
	head := p.columns(width)
	room := max(size.Height-len(below)-2, size.Height/2, 1)
	below = below[:max(min(len(below), size.Height-room-2), 0)]
	lines := make([]string, len(p.rows))
	for i := range p.rows {
		lines[i] = p.row(&p.rows[i], i == at, width)
	}
	p.top = screen.Top(p.top, at, at+1, len(lines), room)
	top := p.top
	shown := p.Env.Window(lines, &top, room, "")
	for len(shown) < room {
		shown = append(shown, "")
	}
	shown = append([]string{p.Env.Theme.Faint.On(head)}, shown...)
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

func plainly(said string, size screen.Size) string {
	return "\n " + strings.Join(cell.Wrap(said, min(max(size.Width-2, 1), widest), 8), "\n ")
}

func (p *Meetings) empty() string {
	if p.of.IsZero() {
		return p.Env.Words.Say("meetings.none", "key", p.Env.Keys.Label(Plan))
	}
	return p.Env.Words.Say("meetings.nobody")
}

// columns is what stands above the rows: what the cells are, or of which meeting it is told who came.
func (p *Meetings) columns(width int) string {
	w := p.Env.Words
	if m := p.opened(); m != nil {
		return cell.Cut(p.Env.Words.ShortDay(m.Day)+" "+cell.Safe(title(m), 100), width)
	}
	line := "    " + cell.Fit(w.Say("field.date"), dayAt+clockAt)
	if width < narrow {
		return line + cell.Fit(w.Say("cli.col.meeting"), width-4-dayAt-clockAt-3*countAt-2) + p.counts(w.Say("meetings.expected"), w.Say("meetings.yes"), w.Say("meetings.came"))
	}
	return line + cell.Fit(w.Say("cli.col.meeting"), width-4-dayAt-clockAt-formAt-leadAt-3*countAt-2) + cell.Fit(w.Say("field.form"), formAt) + cell.Fit(w.Say("meetings.leads"), leadAt) +
		p.counts(w.Say("meetings.expected"), w.Say("meetings.yes"), w.Say("meetings.came"))
}

func (p *Meetings) counts(all ...string) (out string) {
	for _, n := range all {
		out += cell.Right(n, countAt)
	}
	return out
}

func title(m *meeting.Row) string {
	if m.Title != "" && m.Theme != "" {
		return m.Theme + " (" + m.Title + ")"
	}
	return m.Called()
}

// sign is what stands before a meeting: it is off, it waits for an answer, something is to be noticed, or what was answered.
func (p *Meetings) sign(m *meeting.Row) string {
	switch {
	case m.Cancelled:
		return "–"
	case m.Waits(p.Env.User.ID, p.today()):
		return "?"
	case !m.Free.From.IsZero() || len(m.Twice) > 0 || len(m.Hints) > 0:
		return theme.WarnSign
	case m.Answers[p.Env.User.ID].Reply == meeting.Yes:
		return theme.DoneSign
	}
	return " "
}

func (p *Meetings) row(r *row, on bool, width int) string {
	th := p.Env.Theme
	line, faint := "", false
	switch {
	case r.person != nil:
		line = p.personRow(r, width-2)
	case r.free != nil:
		line, faint = cell.Fit("", 2)+p.freeRow(r.free), true
	default:
		line, faint = p.meetingRow(r.meeting, width-2), r.meeting.Cancelled || r.meeting.Day.Before(p.today())
	}
	switch {
	case on:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(line, width-2))
	case faint:
		return "  " + th.Faint.On(cell.Cut(line, width-2))
	case r.person == nil && r.meeting.Day.Equal(p.today()):
		return "  " + th.Today.On(cell.Cut(line, width-2))
	}
	return "  " + cell.Cut(line, width-2)
}

func (p *Meetings) meetingRow(m *meeting.Row, width int) string {
	clock := ""
	if !m.WholeDay() {
		clock = text.ClockTime(m.Start)
	}
	line := cell.Fit(p.sign(m), 2) + cell.Fit(p.Env.Words.ShortDay(m.Day), dayAt) + cell.Fit(clock, clockAt)
	called := title(m)
	if width < 98 {
		called = cmp.Or(m.Theme, m.Title)
	}
	counts := p.counts(strconv.Itoa(len(m.Invited)), strconv.Itoa(m.Count(meeting.Yes)), p.came(m))
	room := width - 2 - dayAt - clockAt - cell.Width(counts) - 2
	if width+2 < narrow {
		return line + cell.Fit(cell.Safe(called, 100), room) + counts
	}
	return line + cell.Fit(cell.Safe(called, 100), room-formAt-leadAt-1) + " " + cell.Fit(cell.Safe(m.Form, 60), formAt-1) + " " + cell.Fit(cell.Safe(p.firstNames(m), 60), leadAt) + counts
}

// came is how many came, as far as whoever sits here may know.
func (p *Meetings) came(m *meeting.Row) string {
	n := len(m.There(p.data.People))
	switch {
	case n > 0 && m.Partly:
		return strconv.Itoa(n) + "+"
	case n == 0 && (m.Partly || m.Day.After(p.today()) || len(m.Presence) == 0):
		return theme.Dash
	}
	return strconv.Itoa(n)
}

func (p *Meetings) firstNames(m *meeting.Row) string {
	var out []string
	for _, id := range m.Leaders {
		first, _, _ := strings.Cut(p.data.People[id].Name, " ")
		out = append(out, first)
	}
	return strings.Join(out, "+")
}

func (p *Meetings) freeRow(f *free.Stretch) string { return cell.Safe(p.freeSaid(f), 120) }

func (p *Meetings) freeSaid(f *free.Stretch) string {
	w := p.Env.Words
	if f.From.Equal(f.To) {
		return cell.Fit(w.ShortDay(f.From), dayAt) + w.Say("meetings.free-day", "name", w.FreeDays(*f))
	}
	return cell.Fit(w.ShortDay(f.From), dayAt) + w.Say("meetings.free-until", "name", w.FreeDays(*f), "day", w.ShortDay(f.To))
}

func (p *Meetings) personRow(r *row, width int) string {
	w := p.Env.Words
	names := 28
	if width+2 < narrow {
		names = 24
	}
	sign := map[ledger.State]string{ledger.Present: theme.DoneSign, ledger.Absent: "–", ledger.Excused: "o"}[r.meeting.Presence[r.person.ID]]
	return cell.Fit(sign, 2) + cell.Fit(cell.Safe(r.person.Name, 60), names) + " " + cell.Fit(p.stateSaid(r), 14) + " " + w.Say("meetings.reply."+string(orNone(r.meeting.Answers[r.person.ID].Reply)))
}

func orNone(r meeting.Reply) meeting.Reply {
	if r == "" {
		return "none"
	}
	return r
}

// stateSaid is whether somebody came, in words; "" where that is not known or not to be known.
func (p *Meetings) stateSaid(r *row) string {
	if s := r.meeting.Presence[r.person.ID]; s != "" {
		return p.Env.Words.Say("meetings.state." + string(s))
	}
	return ""
}

// told are the sentences about the row that the cursor is on.
func (p *Meetings) told(r *row) (out []string) {
	w, m := p.Env.Words, r.meeting
	if m == nil {
		if len(p.data.Rows) == 0 {
			out = append(out, p.empty())
		}
		return out
	}
	line := w.Say("meetings.counts", "expected", len(m.Invited), "yes", m.Count(meeting.Yes), "maybe", m.Count(meeting.Maybe), "no", m.Count(meeting.No), "came", p.came(m))
	if r.person != nil && !p.canNote() { // who comes may be looked at long before
		return []string{line, p.whyNoNote()}
	}
	if r.person != nil {
		return []string{line, w.Say("meetings.note.hint", "came", p.Env.Keys.Label(Came), "absent", p.Env.Keys.Label(Absent), "excused", p.Env.Keys.Label(Excused))}
	}
	head := title(m)
	for _, part := range []string{m.Form, p.data.Names(m.Leaders), m.Place} {
		if part != "" {
			head += " " + theme.Dot + " " + part
		}
	}
	out = append(out, cell.Safe(head, 300), line)
	if remarks := w.MeetingRemarks(m, &p.data); len(remarks) > 0 {
		out = append(out, theme.WarnSign+" "+cell.Safe(strings.Join(remarks, " "+theme.Dot+" "), 300))
	}
	if m.Note != "" {
		out = append(out, cell.Safe(m.Note, 300))
	}
	if came := p.cameOf(m.ID); len(came) > 0 {
		out = append(out, cell.Safe(strings.Join(came, " "+theme.Dot+" "), 300))
	}
	if p.IsApart(m.ID) {
		out = append(out, p.ApartSaid(m.ID)...)
	}
	return out
}

// Said gives the page as structure.
func (p *Meetings) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	l.State(say.Join(p.standing()...))
	switch {
	case p.failed != "":
		l.Text(p.failed)
	case !p.known:
	case len(p.rows) == 0:
		l.Text(p.empty())
	default:
		if m := p.opened(); m != nil {
			l.Text(say.Join(p.Env.Words.ShortDay(m.Day), cell.Safe(title(m), 100)))
		} else {
			l.Text(say.Join(p.Env.Words.Say("field.date"), p.Env.Words.Say("cli.col.meeting"), p.Env.Words.Say("field.form"), p.Env.Words.Say("meetings.leads")))
		}
		at := p.cursor()
		for i := range p.rows {
			l.Row(p.rows[i].key(), i+1, i == at, p.rowSaid(&p.rows[i]))
		}
		for _, said := range p.told(&p.rows[at]) {
			l.Text(said)
		}
	}
	return l
}

func (p *Meetings) rowSaid(r *row) string {
	w := p.Env.Words
	switch {
	case r.person != nil:
		return say.Join(cell.Safe(r.person.Name, 60), p.stateSaid(r), w.Say("meetings.reply."+string(orNone(r.meeting.Answers[r.person.ID].Reply))))
	case r.free != nil:
		return strings.Join(strings.Fields(cell.Safe(p.freeSaid(r.free), 120)), " ")
	}
	m := r.meeting
	clock, waits := "", ""
	if !m.WholeDay() {
		clock = text.ClockTime(m.Start)
	}
	if m.Waits(p.Env.User.ID, p.today()) {
		waits = w.Say("meetings.waits-you")
	}
	if reply := m.Answers[p.Env.User.ID].Reply; reply != "" {
		waits = w.Say("meetings.reply." + string(reply))
	}
	return say.Join(w.ShortDay(m.Day), clock, cell.Safe(title(m), 100), waits, cell.Safe(m.Form, 60), cell.Safe(p.data.Names(m.Leaders), 200),
		w.Say("meetings.counts", "expected", len(m.Invited), "yes", m.Count(meeting.Yes), "maybe", m.Count(meeting.Maybe), "no", m.Count(meeting.No), "came", p.came(m)),
		cell.Safe(strings.Join(w.MeetingRemarks(m, &p.data), ", "), 300))
}

// day reads a day as people type it: a date, morgen, donderdag.
func (p *Meetings) day(typed string) (time.Time, bool) {
	if day, ok := text.ReadDay(typed); ok {
		return day, true
	}
	at, ok := p.Env.Words.Moment(typed, p.Env.Now(), p.zone())
	return dayOf(at, p.zone()), ok
}
