package screen

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/plain/phrase"
	"leerbalie/ui/keys"
	"leerbalie/ui/presence"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Env is all that a screen knows of the world while a session lasts. It is a value, handed to a screen when it is made and again
// with Renewed, so that two sessions can live in one process.
type Env struct {
	Ctx     context.Context  // ends with the session; commands hand it on
	Session *model.Session   // the data, as this person may see them; nil before the first start is done
	Now     func() time.Time // the clock
	Zone    *time.Location   // the site's time zone
	Words   text.Words
	Theme   theme.Theme
	Keys    keys.Set
	Site    model.Site
	User    model.Person
	Demo    bool // the data are an example and will be thrown away

	Preferences Preferences // of whoever sits here
	Machine     Machine     // how this machine is set
	Usual       Preferences // where nothing is kept
	Asked       Preferences // for this session; goes before what is kept
	Here        bool        // the session is at this machine: its settings hold, and it keeps who sat here last
	Laptop      bool        // an invitation made this copy: only its holder acts in it

	// How the session waits. Both are nil but in tests, which keep their own time.
	Timer func(d time.Duration, msg tea.Msg) tea.Cmd // brings a message after a while
	Await func(wait func() tea.Msg) tea.Cmd          // brings what a function gives that blocks for long

	// Present is this session among those of the store. The root tells it where the session is, and screens who else is there; nil: it
	// is alone.
	Present *presence.Guest

	// First is what the welcome screen may do; nil when the store has a site and a person already.
	First *First

	// Local powers. Each may be nil: a session over a network has none of them.
	Clipboard func(text string) error
	Edit      Edit
	Files     *LocalFiles
	Bundles   *Bundles
}

// First makes the first store of this machine. Both give the session of the person who acts from then on; Create gives the
// organisation's recovery phrase as well, which cannot be had again.
type First struct {
	Create func(ctx context.Context, site, code, me string) (*model.Session, phrase.Phrase, error)
	Demo   func(ctx context.Context) (*model.Session, error)
	// Unseal opens a store that is sealed, and is there then instead of all others. Errors: Refused for a wrong passphrase.
	Unseal func(ctx context.Context, passphrase string) (*model.Session, error)
	Bundle *Opening // a bundle can be opened; nil: it cannot be
}

// Local gives a moment in the site's time zone.
func (e Env) Local(t time.Time) time.Time { return t.In(e.zone()) }

// Midnight is when the day of a moment began in the site's time zone.
func (e Env) Midnight(t time.Time) time.Time {
	return days.Midnight(t, e.zone())
}

// Today is the calendar day in the site's time zone, as days are kept.
func (e Env) Today() time.Time { return days.Of(e.Now(), e.zone()) }

// Clock gives a moment as hours and minutes in the site's time zone.
func (e Env) Clock(t time.Time) string { return t.In(e.zone()).Format("15:04") }

// Day gives the day of a moment in the site's time zone, "" for none.
func (e Env) Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return text.Day(e.Local(t))
}

// SameDay tells whether two moments are on one day in the site's time zone.
func (e Env) SameDay(a, b time.Time) bool { return e.Midnight(a).Equal(e.Midnight(b)) }

// When gives a moment as people need it: the time today, and the date with it on another day.
func (e Env) When(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(e.zone())
	switch now := e.Now().In(e.zone()); {
	case e.SameDay(t, now):
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("02-01 15:04")
	}
	return text.Day(t)
}

// Wait gives how long something waits: minutes, hours or days, rounded down.
func (e Env) Wait(since, now time.Time) string {
	id, n := waits(since, now)
	return e.Words.Say(id, "n", n)
}

// waits is the unit in which a wait is told, and how many of it.
func waits(since, now time.Time) (id string, n int) {
	switch d := now.Sub(since); {
	case d < 0:
		return "wait.minutes", 0
	case d < time.Hour:
		return "wait.minutes", int(d.Minutes())
	case d < 48*time.Hour:
		return "wait.hours", int(d.Hours())
	default:
		return "wait.days", int(d.Hours() / 24)
	}
}

// Date gives a moment with its date and time in full, "" for none; it can be typed back.
func (e Env) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(e.zone()).Format("02-01-2006 15:04")
}

func (e Env) zone() *time.Location {
	if e.Zone == nil {
		return time.UTC
	}
	return e.Zone
}

// Use gives the Env of a session that was just begun: its site, person, time zone and settings; nil is nobody yet. It
// reads, so only commands call it. The colours are the root's: it knows the terminal. Errors are those of the session.
func (e Env) Use(ctx context.Context, session *model.Session) (Env, error) {
	e, err := e.prefer(ctx, session)
	if err != nil || session == nil {
		return e, err
	}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return e, err
	}
	e.Session, e.Site, e.User, e.First = session, site, session.Me(), nil
	e.Zone, e.Laptop = site.Location(), false
	if e.Bundles != nil {
		standing, err := e.Bundles.Standing(ctx, session)
		if err != nil {
			return e, err
		}
		e.Laptop = standing.Laptop
	}
	return e, nil
}

// After gives the command that brings a message after a while.
func (e Env) After(d time.Duration, msg tea.Msg) tea.Cmd {
	if e.Timer != nil {
		return e.Timer(d, msg)
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// Listen gives the command that waits for something that may never come.
func (e Env) Listen(wait func() tea.Msg) tea.Cmd {
	if e.Await != nil {
		return e.Await(wait)
	}
	return wait
}

// ShortName gives a name as colleagues say it: the first name and the letter of the last, "Samira B.".
func ShortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return words[0] + " " + string(unicode.ToUpper(last)) + "."
}
