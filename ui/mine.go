package ui

import (
	"context"
	"errors"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk/mine"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
	"leerbalie/model/pairs"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// leftSetting is the key under which this machine keeps when each person left it, in milliseconds since 1970.
const leftSetting = "left"

// myLoad is what is on whoever sits here, as the frame last heard: the top line says it on every screen, and a line when they sit down.
type myLoad struct {
	mine.Load
	contacts int // appointments of pairs of theirs that should have been
	terms    int // of notifications that are theirs: those that are over
	visits   visitsOnMe
	away     mine.Away
	said     bool // the line that says it shows, until a key is pressed
	sitting  bool // it is being read for somebody who just sat down
	asked    screen.Tickets
}

// onMe is what was read of it.
type onMe struct {
	load     mine.Load
	contacts int
	terms    int
	visits   visitsOnMe
	away     mine.Away
	sat      bool // somebody sat down
}

// seesDesk tells whether whoever sits here may see the desk.
func (a *App) seesDesk() bool {
	return a.env.Session != nil && a.env.Session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: a.env.Session.Site()})
}

// lookMine asks what is on whoever sits here: after each commit, and when the clock turns.
func (a *App) lookMine() tea.Cmd {
	if a.mine.sitting || !a.seesDesk() {
		return nil
	}
	return a.askMine(false)
}

// sitDown asks it for somebody who sits down, with when they left.
func (a *App) sitDown() tea.Cmd {
	if !a.seesDesk() {
		return nil
	}
	a.mine.sitting = true
	return a.askMine(true)
}

func (a *App) askMine(sat bool) tea.Cmd {
	session, now, away := a.env.Session, a.env.Now(), a.mine.away
	today := days.Of(now, a.env.Local(now).Location())
	return screen.Ask(a.env.Ctx, a.mine.asked.Next(), func(ctx context.Context) (m onMe, err error) {
		m = onMe{away: away, sat: sat}
		if sat {
			kept, err := session.Setting(ctx, screen.OwnSetting(leftSetting, session.Me().ID))
			if err != nil {
				return m, err
			}
			m.away = mine.Away{Back: now}
			if left, err := strconv.ParseInt(kept, 10, 64); err == nil {
				m.away.Left = time.UnixMilli(left)
			}
		}
		if m.load, err = mine.ReadLoad(ctx, session, m.away, now); err == nil && session.Me().Has(model.RoleStudent) {
			m.contacts, err = lateContacts(ctx, session, now)
		}
		if err == nil {
			m.terms, err = lateTerms(ctx, session, now)
		}
		if err == nil {
			m.visits, err = readVisitsOnMe(ctx, session, today)
		}
		return m, err
	})
}

// lateContacts counts what was planned for the pairs of whoever sits here and should have been.
func lateContacts(ctx context.Context, session *model.Session, now time.Time) (n int, err error) {
	planned, err := pairs.ReadOwnAppointments(ctx, session, now, 0)
	for _, p := range planned {
		if p.Due.Before(now) {
			n++
		}
	}
	return n, err
}

// lateTerms counts the terms that are over of the notifications that are on whoever sits here.
func lateTerms(ctx context.Context, session *model.Session, now time.Time) (n int, err error) {
	late, err := notification.Read(ctx, session, notification.Query{Now: now, Late: true, Mine: true})
	for _, l := range late {
		n += len(l.Late(l.Today))
	}
	return n, err
}

// late is how much is late that is on whoever sits here, as their day counts it.
func (m *myLoad) late() int { return m.Late + m.contacts + m.terms + m.visits.late }

// tookMine takes in what is on whoever sits here. What cannot be read stays as it was heard last.
func (a *App) tookMine(m screen.Answer[onMe]) tea.Cmd {
	if !a.mine.asked.Fits(m.Ticket) {
		return nil
	}
	a.mine.sitting = false
	if m.Err != nil {
		return nil
	}
	a.mine.Load, a.mine.contacts, a.mine.terms, a.mine.visits, a.mine.away = m.Value.load, m.Value.contacts, m.Value.terms, m.Value.visits, m.Value.away
	if m.Value.sat {
		a.mine.said = a.satDown() != ""
	}
	return nil
}

// keepLeft writes down that whoever sits here leaves.
func (a *App) keepLeft() tea.Cmd {
	if !a.seesDesk() || a.seat.Covered() {
		return nil
	}
	env, now := a.env, a.env.Now()
	return func() tea.Msg {
		if err := env.Session.SetSetting(env.Ctx, screen.OwnSetting(leftSetting, env.Session.Me().ID), strconv.FormatInt(now.UnixMilli(), 10)); err != nil && !errors.Is(err, context.Canceled) {
			return screen.Saved{Err: err}
		}
		return nil
	}
}

// satDown is the line for somebody who sits down: what is theirs, late and new, "" for nothing.
func (a *App) satDown() string {
	w, l := a.env.Words, &a.mine.Load
	said := ""
	add := func(id string, n int) {
		if n > 0 {
			if said != "" {
				said += ", "
			}
			said += w.Count(id, n)
		}
	}
	add("mine.yours", l.Mine)
	add("mine.late-calls", l.LateCalls)
	add("mine.late-others", l.Late-l.LateCalls)
	add("mine.late-contacts", a.mine.contacts)
	add("mine.late-wmo", a.mine.terms)
	add("mine.late-visits", a.mine.visits.late)
	add("mine.visits-alone", a.mine.visits.alone)
	add("mine.untimed", l.Untimed)
	add("mine.given", l.Given)
	add("mine.messages", l.Messages)
	add("mine.new", l.New)
	if said == "" {
		return ""
	}
	return w.Say("mine.said", "what", said, "key", a.env.Keys.Label(keys.MyDay))
}

// satDownLines draw it in the place of the lower rule; none where it does not show.
func (a *App) satDownLines() []string {
	if !a.mine.said {
		return nil
	}
	said := a.satDown()
	if said == "" {
		return nil
	}
	paint := a.env.Theme.Info
	if a.mine.late() > 0 {
		paint = a.env.Theme.Now
	}
	return a.told(paint, theme.Dot+" "+said)
}

// part is a piece of the top line in its colour.
type part struct {
	text string
	late bool
}

// mineForms are the forms in which the top line says what is on whoever sits here, the longest first; the last can be nothing, but
// what is late shows in each.
func (a *App) mineForms() [][]part {
	w, l := a.env.Words, &a.mine.Load
	say := func(id string, n int) []part {
		if n == 0 {
			return nil
		}
		return []part{{text: w.Count(id, n)}}
	}
	late := []part(nil)
	overdue := a.mine.late()
	if overdue > 0 {
		late = []part{{theme.WarnSign + " " + w.Count("mine.top.late", overdue), true}}
	}
	yours, promised, given, fresh := say("mine.top.yours", l.Mine), say("mine.top.promised", l.Promised), say("mine.top.given", l.Given), say("mine.top.new", l.New)
	forms := [][]part{
		slicesOf(yours, promised, late, given, fresh), slicesOf(yours, late, given, fresh), slicesOf(yours, late, fresh), slicesOf(yours, late), late,
	}
	if overdue > 0 {
		return append(forms, []part{{theme.WarnSign + strconv.Itoa(overdue), true}})
	}
	return forms
}

// wholeForms is the place of the last form that still says what is theirs beside what is late.
const wholeForms = 3

// wordForms is that of the last form that says with a word what is late.
const wordForms = 4

// slicesOf puts pieces behind each other.
func slicesOf(parts ...[]part) (out []part) {
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// partsSaid is pieces of the top line as text, with the room that keeps them apart from what follows.
func partsSaid(parts []part, paint func(part) string) string {
	said := ""
	for _, p := range parts {
		if said != "" {
			said += " " + theme.Dot + " "
		}
		said += paint(p)
	}
	if said != "" {
		said += "  "
	}
	return said
}

// mineWidth is how wide pieces of the top line are.
func mineWidth(parts []part) int {
	return cell.Width(partsSaid(parts, func(p part) string { return p.text }))
}

// minePainted draws pieces of the top line: red where they are late.
func (a *App) minePainted(parts []part) string {
	th := a.env.Theme
	return partsSaid(parts, func(p part) string {
		if p.late {
			return th.Now.On(p.text)
		}
		return th.Faint.On(p.text)
	})
}
