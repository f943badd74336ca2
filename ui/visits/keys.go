package visits

import (
	"context"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "visits"

// What keys do here.
const (
	Done     keys.ID = "visits-done"
	Skip     keys.ID = "visits-skip"
	Move     keys.ID = "visits-move"
	Give     keys.ID = "visits-give"
	Always   keys.ID = "visits-always"
	Plan     keys.ID = "visits-new"
	End      keys.ID = "visits-end"
	Mine     keys.ID = "visits-mine"
	Earlier  keys.ID = "visits-earlier"
	Later    keys.ID = "visits-later"
	ThisWeek keys.ID = "visits-now"
	Undo     keys.ID = "visits-undo"
	Redo     keys.ID = "visits-redo"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Visits] {
	return append(screen.Actions[*Visits]{
		{ID: Done, Scope: Scope, Keys: []string{"b"}, Word: "key.visits.done", When: (*Visits).isDue, Do: (*Visits).done, Why: (*Visits).whyNotDue},
		{ID: Skip, Scope: Scope, Keys: []string{"x"}, Word: "key.visits.skip", When: (*Visits).has, Do: (*Visits).skip, Why: (*Visits).whyNone},
		{ID: Move, Scope: Scope, Keys: []string{"w"}, Word: "key.visits.move", When: (*Visits).isOpen, Do: (*Visits).move, Why: (*Visits).whyNotOpen},
		{ID: Give, Scope: Scope, Keys: []string{"g"}, Word: "key.visits.give", When: (*Visits).isOpen, Do: (*Visits).give, Why: (*Visits).whyNotOpen},
		{ID: Always, Scope: Scope, Keys: []string{"G"}, Word: "key.visits.always", When: (*Visits).has, Do: (*Visits).always, Why: (*Visits).whyNone},
		{ID: Plan, Scope: Scope, Keys: []string{"n"}, Word: "key.visits.new", When: func(v *Visits) bool { return v.known }, Do: (*Visits).plan},
		{ID: End, Scope: Scope, Keys: []string{"D"}, Word: "key.visits.end", When: (*Visits).has, Do: (*Visits).end, Why: (*Visits).whyNone},
		{ID: Mine, Scope: Scope, Keys: []string{"m"}, Word: "key.visits.mine", When: func(v *Visits) bool { return v.known }, Do: (*Visits).onlyMine},
		{ID: Earlier, Scope: Scope, Keys: []string{"left"}, Word: "key.visits.earlier", Do: func(v *Visits) tea.Cmd { return v.turn(-7) }},
		{ID: Later, Scope: Scope, Keys: []string{"right"}, Word: "key.visits.later", Do: func(v *Visits) tea.Cmd { return v.turn(7) }},
		{ID: ThisWeek, Scope: Scope, Keys: []string{"T"}, Word: "key.visits.now", When: func(v *Visits) bool { return !v.week.Equal(visits.Monday(v.today())) }, Do: (*Visits).thisWeek},
		{ID: keys.Back, Do: func(*Visits) tea.Cmd { return screen.Send(screen.Close{}) }},
	}, dialog.Undoing[*Visits](Scope, Undo, Redo)...)
}

func (v *Visits) has() bool { return v.chosen() != nil }

func (v *Visits) whyNone() string {
	if v.known && v.chosen() == nil {
		return v.Env.Words.Say("visits.choose")
	}
	return ""
}

// isOpen tells whether the visit is still to be done, isDue whether it can have been.
func (v *Visits) isOpen() bool { return v.has() && v.chosen().Open() }

func (v *Visits) isDue() bool { return v.has() && !v.chosen().On.After(v.today()) }

func (v *Visits) whyNotOpen() string {
	if v.has() {
		return v.Env.Words.Say("visits.not-open")
	}
	return v.whyNone()
}

func (v *Visits) whyNotDue() string {
	if v.has() {
		return v.Env.Words.Say("error.visit-future", "day", text.Day(v.chosen().On))
	}
	return v.whyNone()
}

// turn shows another week.
func (v *Visits) turn(days int) tea.Cmd {
	v.week, v.known, v.on, v.at, v.top = v.week.AddDate(0, 0, days), false, journal.ID{}, 0, 0
	v.Hold()
	return v.read()
}

func (v *Visits) thisWeek() tea.Cmd {
	v.week = visits.Monday(v.today())
	return v.turn(0)
}

func (v *Visits) onlyMine() tea.Cmd {
	v.mine = !v.mine
	v.arrange()
	return nil
}

// title names the visit that a question is about.
func (v *Visits) title(what string) string {
	one := v.chosen()
	return v.Env.Words.Say(what) + " · " + cell.Safe(one.ResidentName, 30) + " · " + v.Env.Words.ShortDay(one.On)
}

// line asks one line of text about the visit that the cursor is on.
func (v *Visits) line(kind, title, value, hint string, submit func(prompt *dialog.Prompt, one visits.Visit, typed string) tea.Cmd) tea.Cmd {
	one := *v.chosen()
	p := &dialog.Prompt{Key: kind + "/" + one.Key().String(), About: one.Arrangement, Prompt: widget.Prompt{Title: v.title(title), Input: widget.NewInput(value, 1)},
		Help: func(string) []string { return []string{v.Env.Theme.Faint.On(v.Env.Words.Say(hint))} }}
	p.Submit = func(typed string) tea.Cmd { return submit(p, one, typed) }
	return v.Type(p)
}

// done asks the minutes, with those that are expected filled in.
func (v *Visits) done() tea.Cmd {
	minutes := ""
	if one := v.chosen(); one.Minutes > 0 || one.Expected > 0 {
		if minutes = strconv.Itoa(one.Expected); one.Minutes > 0 {
			minutes = strconv.Itoa(one.Minutes)
		}
	}
	return v.line("visit-done", "visits.minutes", minutes, "visits.minutes.hint", func(p *dialog.Prompt, one visits.Visit, typed string) tea.Cmd {
		n, err := strconv.Atoi(typed)
		if err != nil {
			p.Fault = v.Env.Words.Say("error.minutes", "minutes", typed, "limit", model.MaxMinutes)
			return nil
		}
		return v.Do(nil, visits.Finish{Arrangement: one.Arrangement, Date: one.Date, Minutes: n})
	})
}

// skip asks why a visit does not go ahead.
func (v *Visits) skip() tea.Cmd {
	return v.line("visit-skip", "visits.why", "", "visits.why.hint", func(_ *dialog.Prompt, one visits.Visit, typed string) tea.Cmd {
		return v.Do(nil, visits.Skip{Arrangement: one.Arrangement, Date: one.Date, Why: typed})
	})
}

// move asks another day, with a part of it where that is another one as well.
func (v *Visits) move() tea.Cmd {
	return v.line("visit-move", "visits.move", "", "visits.move.hint", func(p *dialog.Prompt, one visits.Visit, typed string) tea.Cmd {
		a := visits.Move{Arrangement: one.Arrangement, Date: one.Date}
		words := typed
		if i := lastBlank(typed); i > 0 {
			if part, err := visits.ParsePart(typed[i+1:]); err == nil {
				a.Part, words = part, typed[:i]
			}
		}
		day, ok := v.day(words)
		if !ok {
			p.Fault = v.Env.Words.Say("error.visit-day", "text", typed)
			return nil
		}
		a.To = day
		return v.Do(nil, a)
	})
}

func lastBlank(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == ' ' {
			return i
		}
	}
	return -1
}

// day reads a day as people type it: a date, morgen, donderdag.
func (v *Visits) day(typed string) (day time.Time, ok bool) {
	if day, ok = text.ReadDay(typed); ok {
		return day, true
	}
	at, ok := v.Env.Words.Moment(typed, v.Env.Now(), v.zone())
	return days.Of(at, v.zone()), ok
}

// give asks who goes this time, always who goes from now on.
func (v *Visits) give() tea.Cmd {
	one := *v.chosen()
	return v.whom("visits.give", func(who []journal.ID) tea.Cmd {
		return v.Do(nil, visits.Give{Arrangement: one.Arrangement, Date: one.Date, To: who})
	})
}

func (v *Visits) always() tea.Cmd {
	one := *v.chosen()
	return v.whom("visits.always", func(who []journal.ID) tea.Cmd {
		return dialog.Look(&v.Host, func(ctx context.Context, session *model.Session) (visits.Arrangement, error) {
			return visits.FindArrangement(ctx, session, one.Arrangement.String())
		}, func(a visits.Arrangement) tea.Cmd {
			a.Who = who
			return v.Do(nil, visits.Edit{Arrangement: a})
		})
	})
}

// end asks why an arrangement ends; today is its last day.
func (v *Visits) end() tea.Cmd {
	return v.line("visits-end", "visits.end", "", "visits.end.hint", func(_ *dialog.Prompt, one visits.Visit, typed string) tea.Cmd {
		return v.Do(nil, visits.End{ID: one.Arrangement, Why: typed})
	})
}
