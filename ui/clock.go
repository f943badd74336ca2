package ui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// clockRight is the choice that this computer's clock is right.
const clockRight = "clock:right"

// last is the last moment of the journal.
type last journal.Logical

// lookAtClock reads the last moment of the journal, beside which the computer's clock is held.
func (a *App) lookAtClock() tea.Cmd {
	session := a.env.Session
	if session == nil {
		return nil
	}
	return screen.Ask(a.env.Ctx, a.looks.Next(), func(ctx context.Context) (last, error) {
		l, err := session.LastMoment(ctx)
		return last(l), err
	})
}

// tookLast takes in the last moment; what is shown is told the time where that is another now.
func (a *App) tookLast(answer screen.Answer[last]) tea.Cmd {
	if !a.looks.Fits(answer.Ticket) || answer.Err != nil {
		return nil
	}
	a.clocks.Learn(journal.Logical(answer.Value))
	was := a.now
	if a.now = a.env.Now(); a.now.Sub(was).Abs() < journal.Behind {
		return nil
	}
	return a.tell(screen.Tick{Now: a.now})
}

// oddClock is the sentence on a clock that is far from the last work, with how it stands; "" for one that is not. It stays until
// that is put right.
func (a *App) oddClock() string {
	wall, last, doubt := a.clocks.Wall()
	id := map[journal.Doubt]string{journal.FarAhead: "clock.ahead", journal.FarBehind: "clock.behind"}[doubt]
	if id == "" || a.env.Session == nil {
		return ""
	}
	return a.env.Words.Say(id, "clock", a.day(wall), "last", a.day(last))
}

func (a *App) day(t time.Time) string { return text.Day(a.env.Local(t)) }

// clockAhead tells whether the computer's clock is doubted because it is far ahead.
func (a *App) clockAhead() bool {
	_, _, doubt := a.clocks.Wall()
	return a.env.Session != nil && doubt == journal.FarAhead
}

// askClock asks whether the date is right.
func (a *App) askClock() tea.Cmd {
	w := a.env.Words
	wall, _, _ := a.clocks.Wall()
	a.over = &overlay{run: true, picker: widget.Picker{Title: w.Say("clock.ask", "clock", a.day(wall)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"),
		Choices: []widget.Choice{{ID: "clock:wrong", Label: w.Say("clock.wrong")}, {ID: clockRight, Label: w.Say("clock.right", "clock", a.day(wall))}}}}
	return nil
}

// trustClock lets the journal go on from the computer's clock.
func (a *App) trustClock() tea.Cmd {
	session, ctx, w := a.env.Session, a.env.Ctx, a.env.Words
	return tea.Sequence(func() tea.Msg {
		if _, err := session.Do(ctx, model.ClockIsRight{}); err != nil {
			return screen.Toast{Tone: screen.Fault, Text: w.Error(err)}
		}
		return screen.Toast{Tone: screen.Done, Text: w.Say("clock.trusted")}
	}, a.guard(a.lookAtClock()))
}
