package screen

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/presence"
)

// Open asks the root to show a screen in the place of the one shown; With says what to show there and is known to that
// screen only (nil: as it was left).
type Open struct {
	Name Name
	With any
}

// AtList goes with Open: the desk shows this one of its lists, from the beginning; with a theme, all requests of that which came in
// in some days of the calendar, both among them.
type AtList struct {
	List        desk.QueueView
	Theme       string
	From, Until time.Time
}

// AtRequest goes with Open: the queue shows this request, in whichever of its lists it stands.
type AtRequest struct{ ID journal.ID }

// AtReferral goes with Open: the request that the desk has its cursor on is referred to a service of the directory.
type AtReferral struct {
	Service journal.ID
	To      string // what the referral calls it
}

// AtPage goes with Open: a screen of several pages shows the one of this name, and hands it With (nil: as it was left).
type AtPage struct {
	Page string
	With any
}

// AtStudent goes with Open: the screen of competences shows this student.
type AtStudent struct{ ID journal.ID }

// Close asks the root to leave the screen on top.
type Close struct{}

// Quit asks the root to end the app.
type Quit struct{}

// Tone is what a toast is about.
type Tone uint8

// The tones.
const (
	Done Tone = iota
	Note
	Fault
)

// Toast is one sentence that shows for a while at the bottom.
type Toast struct {
	Tone Tone
	Text string
}

// Resized tells a screen the size of its body.
type Resized struct{ Size Size }

// Renewed tells a screen that what it was given has changed: colours, language, who is acting.
type Renewed struct{ Env Env }

// Changed tells screens that the data changed, here or elsewhere. Screens that show data fetch again what they show.
type Changed struct {
	Kinds map[journal.Kind]bool // what was touched; nil: perhaps everything
}

// Has reports whether something of a kind was touched.
func (c Changed) Has(k journal.Kind) bool { return c.Kinds == nil || c.Kinds[k] }

// Tick comes when the clock that is shown moves, each minute: waiting times go by it, and what is of an hour or a day.
type Tick struct{ Now time.Time }

// Started replaces the session once it has a site and a person: the welcome screen sends it. Locked says that the person has a PIN,
// which is asked for before anything is drawn.
type Started struct {
	Env    Env
	Locked bool
}

// Say gives a command that shows a toast.
func Say(tone Tone, text string) tea.Cmd {
	return func() tea.Msg { return Toast{Tone: tone, Text: text} }
}

// Send gives a command that brings a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Leaving tells screens that the app is about to end: what was typed goes into the draft now.
type Leaving struct{}

// Saved tells the root how the last write ended, for the mark in the bottom line.
type Saved struct{ Err error }

// Erased tells the root that somebody was erased, and whatever could be wiped then was: it looks what is still owed.
type Erased struct{}

// Exchanged tells the root that a bundle was made or brought in: it asks how this copy stands to the others, which no commit tells.
type Exchanged struct{}

// Pasted is text that the terminal says was pasted while no text field was open.
type Pasted struct{ Text string }

// Mouse is a mouse event inside the body; X and Y count from the body's upper left cell.
type Mouse struct {
	X, Y  int
	Wheel int  // rows to move: negative is up
	Click bool // the left button went down
}

// Around tells screens who else is at work on the store, and on which request.
type Around struct{ Others []presence.Present }

// Waits tells the root how many things wait for whoever sits here until they are seen.
type Waits struct{ N int }

// Ring tells the root that something came that somebody has to be told of.
type Ring struct{ Kind notice.Kind }

// TwoWays tells screens what people wrote apart from each other, as far as who sits here may see it.
type TwoWays struct{ All []conflict.Conflict }
