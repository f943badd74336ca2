package meetings

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/plain"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

func dayOf(at time.Time, zone *time.Location) time.Time { return days.Of(at, zone) }

// wrong is what is wrong with an entry of a form, in words.
type wrong struct{ entry, said string }

// reading reads the entries of a form; after the first that is wrong it reads no more.
type reading struct {
	p   *Meetings
	f   *widget.Form
	bad *wrong
}

func (r *reading) blame(entry, said string) {
	if r.bad == nil {
		r.bad = &wrong{entry, said}
	}
}

// ok blames what was wrong; false where something was.
func (r *reading) ok() bool {
	if r.bad != nil {
		r.f.Blame(r.bad.entry, r.bad.said)
	}
	return r.bad == nil
}

func (r *reading) day(entry string) time.Time {
	typed := r.f.Text(entry)
	if typed == "" {
		return time.Time{}
	}
	day, ok := r.p.day(typed)
	if !ok {
		r.blame(entry, r.p.Env.Words.Say("error.visit-day", "text", typed))
	}
	return day
}

func (r *reading) clock(entry string) int {
	minutes, ok := text.ParseClock(r.f.Text(entry))
	if !ok {
		r.blame(entry, r.p.Env.Words.Say("error.meeting-start"))
	}
	return minutes
}

func (r *reading) number(entry string, otherwise int) int {
	typed := r.f.Text(entry)
	if typed == "" {
		return otherwise
	}
	n, err := strconv.Atoi(typed)
	if err != nil {
		r.blame(entry, r.p.Env.Words.Say("visits.number"))
	}
	return n
}

// split are texts with a comma between.
func split(typed, at string) (out []string) {
	for t := range strings.SplitSeq(typed, at) {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// person is who is meant by a name: the one who is called so, or the only one whose name begins so.
func (p *Meetings) person(name string) (id journal.ID, ok bool) {
	typed, n := plain.FoldText(name), 0
	for who, one := range p.data.People {
		switch folded := plain.FoldText(one.Name); {
		case one.Archived || one.Erased || one.IsBoard():
		case folded == typed:
			return who, true
		case strings.HasPrefix(folded, typed):
			id, n = who, n+1
		}
	}
	return id, n == 1
}

func (p *Meetings) group(name string) (id journal.ID, ok bool) {
	for g, called := range p.data.Groups {
		if plain.FoldText(called) == plain.FoldText(name) {
			return g, true
		}
	}
	return id, false
}

// people reads who is named in an entry, and which groups.
func (r *reading) people(entry, typed, at string, groups bool) (who, of []journal.ID) {
	for _, name := range split(typed, at) {
		if id, ok := r.p.person(name); ok {
			who = append(who, id)
		} else if id, ok := r.p.group(name); ok && groups {
			of = append(of, id)
		} else {
			r.blame(entry, r.p.Env.Words.Say("meetings.who-unknown", "name", name))
		}
	}
	return who, of
}

// plan asks by what a series is planned, and shows the days that it would have.
func (p *Meetings) plan() tea.Cmd {
	today := p.today()
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (free.Days, error) {
		return free.Read(ctx, session, today.AddDate(-2, 0, 0), today.AddDate(4, 0, 0))
	}, func(all free.Days) tea.Cmd {
		w := p.Env.Words
		from, to := p.from, p.from.AddDate(0, 6, -1)
		if from.Before(today) {
			from = today
		}
		if to.Before(from) {
			_, to = meeting.HalfYear(today)
		}
		var weekdays []widget.Option
		for i := range 7 {
			code := visits.DayCode(time.Weekday((i + 1) % 7))
			weekdays = append(weekdays, widget.Option{ID: code, Label: w.Say("day." + code)})
		}
		d := &dialog.Sheet{Key: "meetings/plan", Width: 100, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
		d.Form = widget.Form{Title: w.Say("meetings.plan"), Entries: []widget.Entry{
			widget.TextEntry("title", w.Say("meetings.field.title"), w.Say("meeting.called"), 1),
			widget.ChoiceEntry("weekday", w.Say("field.weekdays"), "fri", weekdays),
			widget.TextEntry("from", w.Say("field.from"), text.Day(from), 1),
			widget.TextEntry("to", w.Say("field.to"), text.Day(to), 1),
			widget.TextEntry("start", w.Say("field.meeting-start"), "09:30", 1),
			widget.TextEntry("minutes", w.Say("field.minutes"), "90", 1),
			widget.TextEntry("expect", w.Say("field.expected"), "", 1).Hinted(w.Say("meetings.expect.hint")),
			widget.TextEntry("leaders", w.Say("field.leaders"), "", 1).Hinted(w.Say("meetings.turns.hint")),
			widget.TextEntry("forms", w.Say("field.form"), "", 1).Hinted(w.Say("meetings.forms.hint")),
			widget.TextEntry("themes", w.Say("field.theme"), "", 1).Hinted(w.Say("meetings.themes.hint")),
			widget.TextEntry("place", w.Say("meetings.field.place"), "", 1),
			widget.TextEntry("every", w.Say("field.every"), "1", 1),
		}}
		d.Changed = func(f *widget.Form) tea.Cmd {
			d.Below(p.preview(f, all)...)
			return nil
		}
		d.Submit = func(f *widget.Form) tea.Cmd {
			r := &reading{p: p, f: f}
			s := r.series()
			if !r.ok() {
				return nil
			}
			return p.Do(nil, meeting.Plan{Series: s})
		}
		return p.Fill(d)
	})
}

// series reads by what a series is planned.
func (r *reading) series() (s meeting.Series) {
	s.Weekday, _ = visits.ParseWeekday(r.f.Text("weekday"))
	s.From, s.To, s.Every = r.day("from"), r.day("to"), r.number("every", 1)
	s.Meeting = meeting.Meeting{Title: r.f.Text("title"), Place: r.f.Text("place"), Start: r.clock("start"), Minutes: r.number("minutes", 0)}
	s.Meeting.Expected, s.Meeting.Groups = r.people("expect", r.f.Text("expect"), ",", true)
	for _, turn := range split(r.f.Text("leaders"), ",") {
		who, _ := r.people("leaders", turn, "+", false)
		s.Leaders = append(s.Leaders, who)
	}
	s.Forms, s.Themes = split(r.f.Text("forms"), ","), split(r.f.Text("themes"), ",")
	return s
}

// preview are the days that a series would have, those that it leaves out, and what would repeat.
func (p *Meetings) preview(f *widget.Form, all free.Days) []string {
	w := p.Env.Words
	r := &reading{p: p, f: f}
	s := r.series()
	made, skipped, err := s.Meetings(all)
	if err != nil {
		return []string{p.Env.Theme.Faint.On(cell.Cut(w.Error(err), 90))}
	}
	var names []string
	for i := range made {
		names = append(names, made[i].Day.Format("02-01"))
	}
	width := min(90, max(p.size.Width-8, 20))
	out := cell.Wrap(w.Count("meetings.would", len(made), "days", strings.Join(names, " ")), width, 3)
	if len(skipped) > 0 {
		out = append(out, cell.Wrap(w.LeftOut(skipped), width, 2)...)
	}
	roster := make([]*meeting.Meeting, len(made))
	for i := range made {
		roster[i] = &made[i]
	}
	for _, hints := range meeting.HintsOf(roster) {
		if len(hints) > 0 {
			return append(out, cell.Cut("! "+w.MeetingHint(hints[0], func(id journal.ID) string { return p.data.People[id].Name }), width))
		}
	}
	return out
}

// entries are those of one meeting.
func (p *Meetings) entries(m *meeting.Meeting) []widget.Entry {
	w := p.Env.Words
	var expect []string
	for _, g := range m.Groups {
		expect = append(expect, p.data.Groups[g])
	}
	if len(m.Expected) > 0 {
		expect = append(expect, p.data.Names(m.Expected))
	}
	return []widget.Entry{
		widget.TextEntry("title", w.Say("meetings.field.title"), m.Title, 1),
		widget.TextEntry("theme", w.Say("field.theme"), m.Theme, 1),
		widget.TextEntry("day", w.Say("field.date"), text.Day(m.Day), 1),
		widget.TextEntry("start", w.Say("field.meeting-start"), text.ClockTime(m.Start), 1),
		widget.TextEntry("minutes", w.Say("field.minutes"), strconv.Itoa(m.Minutes), 1).Hinted(w.Say("meetings.minutes.hint")),
		widget.TextEntry("form", w.Say("field.form"), m.Form, 1),
		widget.TextEntry("leaders", w.Say("field.leaders"), p.data.Names(m.Leaders), 1),
		widget.TextEntry("expect", w.Say("field.expected"), strings.Join(expect, ", "), 1).Hinted(w.Say("meetings.expect.hint")),
		widget.TextEntry("place", w.Say("meetings.field.place"), m.Place, 1),
		widget.TextEntry("note", w.Say("meetings.field.note"), m.Note, 2),
	}
}

// over reads the entries of one meeting over it. Who was there under a name that nobody has any more stays.
func (r *reading) over(m *meeting.Meeting) {
	f := r.f
	m.Title, m.Theme, m.Form, m.Place, m.Note = f.Text("title"), f.Text("theme"), f.Text("form"), f.Text("place"), f.Text("note")
	m.Day, m.Start, m.Minutes = r.day("day"), r.clock("start"), r.number("minutes", 0)
	if typed := f.Text("leaders"); typed != r.p.data.Names(m.Leaders) {
		m.Leaders, _ = r.people("leaders", typed, ",", false)
	}
	before := ""
	for _, e := range r.p.entries(m) {
		if e.ID == "expect" {
			before = e.Input.Text()
		}
	}
	if typed := f.Text("expect"); typed != before {
		m.Expected, m.Groups = r.people("expect", typed, ",", true)
	}
}

// add asks for one meeting.
func (p *Meetings) add() tea.Cmd {
	w := p.Env.Words
	m := meeting.Meeting{Day: p.today(), Start: 9*60 + 30, Minutes: 90}
	if r := p.chosen(); r != nil && r.meeting != nil && r.meeting.Day.After(m.Day) {
		m.Day = r.meeting.Day
	}
	d := &dialog.Sheet{Key: "meetings/new", Width: 100, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say("meetings.new"), Entries: p.entries(&m)}
	d.Submit = func(f *widget.Form) tea.Cmd {
		is, r := m, &reading{p: p, f: f}
		if r.over(&is); !r.ok() {
			return nil
		}
		return p.Do(nil, meeting.Add{Meeting: is})
	}
	return p.Fill(d)
}

// reach asks which of a series is meant; nothing for a meeting by itself.
func (p *Meetings) reach(m *meeting.Meeting) []widget.Entry {
	if m.Series.IsZero() {
		return nil
	}
	var options []widget.Option
	words := map[meeting.Reach]string{meeting.Only: "meetings.reach.only", meeting.Following: "meetings.reach.following", meeting.Whole: "meetings.reach.series"}
	for _, r := range meeting.Reaches() {
		options = append(options, widget.Option{ID: string(r), Label: p.Env.Words.Say(words[r])})
	}
	return []widget.Entry{widget.ChoiceEntry("reach", p.Env.Words.Say("meetings.reach"), string(meeting.Only), options)}
}

// sheet asks something about the meeting that the cursor is on.
func (p *Meetings) sheet(kind, word string, entries func(m *meeting.Meeting) []widget.Entry, submit func(r *reading, m meeting.Meeting, of meeting.Reach) model.Action) tea.Cmd {
	m, w := p.meant().Meeting, p.Env.Words
	d := &dialog.Sheet{Key: "meetings/" + kind + "/" + m.ID.String(), About: m.ID, Width: 100, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say(word) + " · " + cell.Safe(m.Called(), 40) + " · " + w.ShortDay(m.Day), Entries: append(entries(&m), p.reach(&m)...)}
	d.Submit = func(f *widget.Form) tea.Cmd {
		r := &reading{p: p, f: f}
		of := meeting.Only
		if !m.Series.IsZero() {
			of = meeting.Reach(f.Text("reach"))
		}
		a := submit(r, m, of)
		if !r.ok() {
			return nil
		}
		return p.Do(nil, a)
	}
	return p.Fill(d)
}

func (p *Meetings) edit() tea.Cmd {
	return p.sheet("edit", "key.meetings.edit", p.entries, func(r *reading, m meeting.Meeting, of meeting.Reach) model.Action {
		r.over(&m)
		return meeting.Edit{Meeting: m, Reach: of}
	})
}

func (p *Meetings) move() tea.Cmd {
	w := p.Env.Words
	return p.sheet("move", "key.meetings.move", func(m *meeting.Meeting) []widget.Entry {
		return []widget.Entry{widget.TextEntry("day", w.Say("field.date"), text.Day(m.Day), 1), widget.TextEntry("start", w.Say("field.meeting-start"), text.ClockTime(m.Start), 1)}
	}, func(r *reading, m meeting.Meeting, of meeting.Reach) model.Action {
		return meeting.Move{ID: m.ID, Day: r.day("day"), Start: r.clock("start"), Reach: of}
	})
}

// cancel asks why a meeting is off; one that is off takes place after all.
func (p *Meetings) cancel() tea.Cmd {
	back, word := p.meant().Cancelled, "key.meetings.cancel"
	if back {
		word = "act-meeting-restore"
	}
	return p.sheet("cancel", word, func(m *meeting.Meeting) []widget.Entry {
		if back {
			return nil
		}
		return []widget.Entry{widget.TextEntry("why", p.Env.Words.Say("meetings.field.why"), "", 1)}
	}, func(r *reading, m meeting.Meeting, of meeting.Reach) model.Action {
		if back {
			return meeting.Cancel{ID: m.ID, Reach: of, Back: true}
		}
		return meeting.Cancel{ID: m.ID, Reach: of, Why: r.f.Text("why")}
	})
}

// free asks for free days.
func (p *Meetings) free() tea.Cmd {
	w := p.Env.Words
	d := &dialog.Sheet{Key: "meetings/free", Width: 76, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say("key.meetings.free"), Entries: []widget.Entry{
		widget.TextEntry("name", w.Say("meetings.field.name"), "", 1), widget.TextEntry("from", w.Say("field.from"), "", 1), widget.TextEntry("to", w.Say("field.to"), "", 1)}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		r := &reading{p: p, f: f}
		s := free.Stretch{Name: f.Text("name"), From: r.day("from"), To: r.day("to")}
		if !r.ok() {
			return nil
		}
		return p.Do(nil, free.Add{Days: s})
	}
	return p.Fill(d)
}

// remove takes free days away, or a meeting that should never have stood there, once that is agreed.
func (p *Meetings) remove() tea.Cmd {
	r, w := p.chosen(), p.Env.Words
	if r.free != nil {
		id := r.free.ID
		return p.AskReady(w.Say("meetings.remove"), []string{cell.Safe(strings.Join(strings.Fields(p.freeSaid(r.free)), " "), 70)}, w.Say("meetings.remove.yes"), func() tea.Cmd { return p.Do(nil, free.Remove{ID: id}) })
	}
	id := r.meeting.ID
	return p.AskReady(w.Say("meetings.remove"), []string{w.ShortDay(r.meeting.Day) + " " + cell.Safe(title(r.meeting), 60), w.Say("meetings.remove.hint", "key", p.Env.Keys.Label(Cancel))}, w.Say("meetings.remove.yes"), func() tea.Cmd {
		return p.Do(nil, meeting.Remove{ID: id})
	})
}
