package hours

import (
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "hours"

// What keys do here.
const (
	Confirm   keys.ID = "hours-confirm"
	Skip      keys.ID = "hours-skip"
	Unconfirm keys.ID = "hours-unconfirm"
	Add       keys.ID = "hours-new"
	Edit      keys.ID = "hours-edit"
	Remove    keys.ID = "hours-remove"
	Look      keys.ID = "hours-look"
	Write     keys.ID = "hours-write"
	Mine      keys.ID = "hours-mine"
	Earlier   keys.ID = "hours-earlier"
	Later     keys.ID = "hours-later"
	ThisWeek  keys.ID = "hours-now"
	Waiting   keys.ID = "hours-waiting"
	Undo      keys.ID = "hours-undo"
	Redo      keys.ID = "hours-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Hours] {
	weeks := func(p *Hours) bool { return p.known && !p.own() }
	return append(screen.Actions[*Hours]{
		{ID: Confirm, Scope: Scope, Keys: []string{"b"}, Word: "key.hours.confirm", When: func(p *Hours) bool { return len(p.toConfirm()) > 0 }, Do: (*Hours).confirm, Why: (*Hours).whyNotConfirm},
		{ID: Skip, Scope: Scope, Keys: []string{" "}, Word: "key.hours.skip", When: func(p *Hours) bool { r := p.chosen(); return r != nil && p.confirmable(r) }, Do: (*Hours).skip, Why: (*Hours).whyNotConfirm},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.hours.new", When: (*Hours).mayWrite, Do: func(p *Hours) tea.Cmd { return p.form(hours.Entry{}) }},
		{ID: Look, Scope: Scope, Keys: []string{"enter"}, Word: "key.hours.look", When: func(p *Hours) bool { return p.whose() != nil }, Do: (*Hours).look},
		{ID: Earlier, Scope: Scope, Keys: []string{"left"}, Word: "key.hours.earlier", When: weeks, Do: func(p *Hours) tea.Cmd { return p.turn(p.week.AddDate(0, 0, -7)) }},
		{ID: Later, Scope: Scope, Keys: []string{"right"}, Word: "key.hours.later", When: func(p *Hours) bool { return weeks(p) && p.week.Before(ledger.Week(p.today())) }, Do: func(p *Hours) tea.Cmd { return p.turn(p.week.AddDate(0, 0, 7)) }},
		{ID: Waiting, Scope: Scope, Keys: []string{"w"}, Word: "key.hours.waiting", When: func(p *Hours) bool { n, _ := p.waiting(); return n > 0 }, Do: func(p *Hours) tea.Cmd { _, oldest := p.waiting(); return p.turn(oldest) }, Why: (*Hours).whyNoneWaits},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.hours.edit", When: (*Hours).hasOwn, Do: func(p *Hours) tea.Cmd { return p.which(p.form) }, Why: (*Hours).whyNoOwn},
		{ID: Remove, Scope: Scope, Keys: []string{"delete"}, Word: "key.hours.remove", When: (*Hours).hasOwn, Do: func(p *Hours) tea.Cmd { return p.which(p.remove) }, Why: (*Hours).whyNoOwn},
		{ID: Unconfirm, Scope: Scope, Keys: []string{"x"}, Word: "key.hours.unconfirm", When: (*Hours).confirmed, Do: (*Hours).unconfirm, Why: (*Hours).whyNotConfirmed},
		{ID: Mine, Scope: Scope, Keys: []string{"m"}, Word: "key.hours.mine", When: func(p *Hours) bool { return weeks(p) && p.data.mine }, Do: (*Hours).switchMine},
		{ID: ThisWeek, Scope: Scope, Keys: []string{"T"}, Word: "key.hours.now", When: func(p *Hours) bool { return weeks(p) && !p.week.Equal(ledger.Week(p.today())) }, Do: func(p *Hours) tea.Cmd { return p.turn(ledger.Week(p.today())) }},
		{ID: Write, Scope: Scope, Keys: []string{"f"}, Word: "key.hours.write", When: func(p *Hours) bool { return p.whose() != nil }, Do: (*Hours).write},
	}, dialog.Undoing[*Hours](Scope, Undo, Redo)...)
}

// whose is the student that the cursor is on, or who looks; nil where there is none.
func (p *Hours) whose() *hours.Student {
	if r := p.chosen(); r != nil {
		return r.student
	}
	if p.known && p.own() && len(p.data.all) > 0 {
		return p.data.all[0]
	}
	return nil
}

func (p *Hours) mayWrite() bool { s := p.whose(); return s != nil && s.Sight.Own }

// toConfirm are those whose week is confirmed by one key.
func (p *Hours) toConfirm() (out []journal.ID) {
	if p.own() || !p.known {
		return nil
	}
	for i := range p.rows {
		if r := &p.rows[i]; p.confirmable(r) && !p.left[r.student.Person.ID] {
			out = append(out, r.student.Person.ID)
		}
	}
	return out
}

func (p *Hours) confirm() tea.Cmd {
	return p.Do(nil, hours.Confirm{Week: p.week, Students: p.toConfirm()})
}

// skip leaves a student out, or takes one in again, and goes to the next.
func (p *Hours) skip() tea.Cmd {
	id := p.chosen().student.Person.ID
	p.left[id] = !p.left[id]
	p.goTo(p.cursor() + 1)
	return nil
}

func (p *Hours) confirmed() bool {
	r := p.chosen()
	return r != nil && r.week.Confirmed != nil && r.student.Sight.Confirm
}

func (p *Hours) unconfirm() tea.Cmd {
	r := p.chosen()
	return p.Do(nil, hours.Confirm{Week: r.week.Monday, Students: []journal.ID{r.student.Person.ID}, Off: true})
}

func (p *Hours) whyNotConfirm() string {
	switch r := p.chosen(); {
	case p.own():
		return p.Env.Words.Say("hours.why.own")
	case r != nil && !r.student.Sight.Confirm:
		return p.Env.Words.Say("hours.why.sight")
	case p.known:
		return p.Env.Words.Say("hours.why.nothing")
	}
	return ""
}

func (p *Hours) whyNotConfirmed() string {
	if r := p.chosen(); r != nil && r.student.Sight.Confirm {
		return p.Env.Words.Say("hours.why.not-confirmed")
	}
	return p.whyNotConfirm()
}

func (p *Hours) whyNoneWaits() string { return p.Env.Words.Say("hours.why.none-wait") }

// turn shows another week.
func (p *Hours) turn(week time.Time) tea.Cmd {
	p.week, p.left = week, map[journal.ID]bool{}
	p.arrange()
	return nil
}

func (p *Hours) switchMine() tea.Cmd {
	p.mine, p.left = !p.mine, map[journal.ID]bool{}
	p.arrange()
	return nil
}

func (p *Hours) document() dialog.Writing {
	return dialog.DocumentWriting(p.Env.Words.Say("hours.file"), p.maker().StudentHours(p.whose()))
}

func (p *Hours) write() tea.Cmd { return p.WriteFile(p.document()) }

func (p *Hours) look() tea.Cmd {
	return p.Show(&dialog.Reading{Document: p.maker().StudentHours(p.whose()), WriteKey: Write, Write: p.write})
}

// handmade are the entries of the row that were written down by hand.
func (p *Hours) handmade() (out []hours.Entry) {
	if r := p.chosen(); r != nil && r.student.Sight.Own {
		for _, e := range r.week.From {
			if e.Kind == hours.FromOwn {
				out = append(out, e)
			}
		}
	}
	return out
}

func (p *Hours) hasOwn() bool { return len(p.handmade()) > 0 }

func (p *Hours) whyNoOwn() string {
	if p.chosen() == nil {
		return ""
	}
	return p.Env.Words.Say("hours.why.no-own")
}

// which asks which entry is meant, where there are several.
func (p *Hours) which(then func(hours.Entry) tea.Cmd) tea.Cmd {
	all, w := p.handmade(), p.Env.Words
	if len(all) == 1 {
		return then(all[0])
	}
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("hours.which"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for _, e := range all {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: e.ID.String(), Label: cell.Safe(e.Title, 60), Right: text.Day(e.Day) + " " + p.maker().Hours(e.Minutes)})
	}
	d.Choose = func(id string) tea.Cmd {
		for _, e := range all {
			if e.ID.String() == id {
				return then(e)
			}
		}
		return nil
	}
	return p.Show(d)
}

func (p *Hours) remove(e hours.Entry) tea.Cmd {
	w, student := p.Env.Words, p.whose().Person.ID
	return p.AskReady(w.Say("hours.remove"), []string{text.Day(e.Day) + " " + p.maker().Hours(e.Minutes) + " " + cell.Safe(e.Title, 60)}, w.Say("hours.remove.yes"), func() tea.Cmd {
		return p.Do(nil, ledger.WriteHours{Student: student, Own: ledger.Own{ID: e.ID, Day: e.Day}})
	})
}

// form asks for hours that are written down by hand: new ones where the entry is empty.
func (p *Hours) form(e hours.Entry) tea.Cmd {
	w, s := p.Env.Words, p.whose().Person
	day, long, key := p.today(), "", "hours/"+s.ID.String()
	if !p.own() && p.week.Before(ledger.Week(day)) {
		day = p.week
	}
	if !e.ID.IsZero() {
		day, long, key = e.Day, p.maker().Hours(e.Minutes), key+"/"+e.ID.String()
	}
	minutes := widget.TextEntry("minutes", w.Say("hours.field.minutes"), long, 1)
	minutes.Hint = w.Say("hours.field.minutes.hint")
	d := &dialog.Sheet{Key: key, About: s.ID, Width: 76, Form: widget.Form{Title: w.Say("hours.write", "name", cell.Short(s.Name, 40)), Entries: []widget.Entry{
		widget.TextEntry("what", w.Say("field.what"), e.Title, 1), minutes, widget.TextEntry("date", w.Say("field.day"), text.Day(day), 1)}}}
	for _, line := range cell.Wrap(w.Say("hours.write.hint"), min(72, max(p.size.Width-8, 20)), 3) {
		d.Lead = append(d.Lead, p.Env.Theme.Faint.On(line))
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		on, ok := text.ReadDay(f.Text("date"))
		if !ok {
			d.Refused(&p.Host, dialog.FieldError{Field: "date", Text: w.Say("hours.fault.day")})
			return nil
		}
		n, ok := readMinutes(f.Text("minutes"))
		if !ok {
			d.Refused(&p.Host, dialog.FieldError{Field: "minutes", Text: w.Say("hours.fault.minutes")})
			return nil
		}
		return p.Do(nil, ledger.WriteHours{Student: s.ID, Own: ledger.Own{ID: e.ID, Day: on, Minutes: n, What: f.Text("what")}})
	}
	return p.Fill(d)
}

// readMinutes reads minutes, or hours with minutes: 90 or 1:30.
func readMinutes(typed string) (int, bool) {
	h, rest, clock := strings.Cut(typed, ":")
	if !clock {
		n, err := strconv.Atoi(typed)
		return n, err == nil && n > 0
	}
	whole, err := strconv.Atoi(h)
	m, wrong := strconv.Atoi(rest)
	return 60*whole + m, err == nil && wrong == nil && whole >= 0 && whole < 1000 && m >= 0 && m < 60 && 60*whole+m > 0
}
