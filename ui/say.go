package ui

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives what the window shows as structure, for those who do not see it: what is told on every screen, where one is, and what is
// there. What lies over a screen is said instead of it, and of a locked screen nothing else is.
func (a *App) Said() (l say.Lines) {
	defer a.hush(&l)
	if a.top() == nil || a.failure != nil {
		return nil
	}
	w := a.env.Words
	if a.seat.Busy() {
		l = a.seat.Said(a.env)
		a.notes(&l)
		return l
	}
	name := a.stack[len(a.stack)-1]
	if route, ok := a.route(name); ok {
		l.Heading("screen:"+string(name), w.Say(route.Word))
	}
	if a.over != nil {
		l.Add(a.over.picker.Said(w.Say("say.search"), nil))
	} else {
		l.Add(a.top().Said())
	}
	a.notes(&l)
	a.saidAround(&l)
	return l
}

// wide is room for all that a line of the frame can say.
const wide = 1 << 20

// saidAround adds what the frame draws around every screen and what is read when asked for: what is on whoever sits here, where and when that
// is, how much waits, who else is at work, and what nobody else has yet.
func (a *App) saidAround(l *say.Lines) {
	demo := ""
	if a.env.Demo {
		demo = a.env.Words.Say("frame.demo")
	}
	l.Aside(say.Join(a.satDown(), a.env.User.Name, a.env.Site.Name, demo, a.env.Clock(a.now)), a.waitsSaid())
	apart := ""
	if a.exchanges() {
		apart = a.apartSaid()[0]
	}
	l.Aside(a.withAround(apart, wide))
}

// notes adds what is told on every screen: what was just done or went wrong, and what stands until somebody does something about it.
func (a *App) notes(l *say.Lines) {
	w := a.env.Words
	if a.toast != nil && !slices.ContainsFunc(*l, func(line say.Line) bool {
		return line.Kind == say.Text && strings.HasSuffix(line.Text, say.Words(a.toast.Text))
	}) { // as in a report of it
		said := a.toast.Text
		if a.toast.Tone == screen.Fault {
			said = w.Say("say.warning") + ": " + said
		}
		l.Note("toast "+strconv.Itoa(a.toasted), said)
	}
	if a.seat.Busy() {
		return
	}
	if standing := a.standing(); standing != "" {
		l.Note("standing", standing)
	}
	if a.mine.said {
		l.Note("mine", a.satDown())
	}
	if a.unsaved != nil {
		l.Note("unsaved", w.Say("frame.unsaved"))
	}
}
