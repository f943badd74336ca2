package screen

import (
	"context"
	"strconv"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// What can be set, by its key in the store. The values: a language; auto, light or dark; a set of colours; auto, 16 or none;
// minutes, "" for never; bell or notification, "" for neither; on, "" for off.
const (
	LangSetting       = "lang"
	BackgroundSetting = "colours"
	ColourSetSetting  = "colour-set"
	DepthSetting      = "colour-depth"
	LockSetting       = "lock-after"
	AlertSetting      = "alert"
	LinearSetting     = "linear"
	ScrollSetting     = "scroll" // on, off; "" for whatever suits the terminal
)

// Preferences are a person's own: they are kept for each person, and go with that person to whatever screen the store is
// shown on. Who chose nothing has what is kept for the machine.
type Preferences struct {
	Lang       text.Lang // the tag of a language; whoever has the languages knows whether it is one of them
	Background string    // "" is auto: as the terminal is
	Set        theme.Set
	Linear     string // On: without a screen; "" is with one
	Alert      string // how a message that comes is told of beside the screen; "" is not
}

// Machine is how this machine is set, whoever sits at it.
type Machine struct {
	Depth  string // "" is auto: all that the terminal has
	Scroll string // whether lines that move are moved by the terminal: On, Off; "" is where it is known to do so well
	Lock   int    // minutes without a key after which the screen is locked; 0 is never
}

// The values of Background and Depth beside "". Auto is how "" is kept of a person, who may want another thing than the machine.
const (
	Auto  = "auto"
	Light = "light"
	Dark  = "dark"
	Few   = "16"
	None  = "none"
)

// The values of Alert beside "".
const (
	Bell         = "bell"
	Notification = "notification"
)

// The values of Scroll beside "", of which Linear has the first.
const (
	On  = "on"
	Off = "off"
)

// maxLock is the longest time that the lock can wait, in minutes: a day.
const maxLock = 24 * 60

// setting is one thing that can be set: its key, whether it is a person's own, and how a value is taken. What makes no
// sense, as a later version may write, is the default.
type setting struct {
	key string
	own bool
	put func(e *Env, value string)
}

func settings() []setting {
	return []setting{
		{LangSetting, true, func(e *Env, value string) {
			if c := e.Words.Catalogue(); c.Has(value) {
				e.Preferences.Lang = text.Lang(value)
			}
		}},
		{BackgroundSetting, true, func(e *Env, value string) { e.Preferences.Background = oneOf(value, Light, Dark) }},
		{ColourSetSetting, true, func(e *Env, value string) { e.Preferences.Set = theme.Set(oneOf(value, string(theme.Safe))) }},
		{AlertSetting, true, func(e *Env, value string) { e.Preferences.Alert = oneOf(value, Bell, Notification) }},
		{LinearSetting, true, func(e *Env, value string) { e.Preferences.Linear = oneOf(value, On) }},
		{DepthSetting, false, func(e *Env, value string) { e.Machine.Depth = oneOf(value, Few, None) }},
		{ScrollSetting, false, func(e *Env, value string) { e.Machine.Scroll = oneOf(value, On, Off) }},
		{LockSetting, false, func(e *Env, value string) {
			e.Machine.Lock = 0
			if n, err := strconv.Atoi(value); err == nil && n > 0 {
				e.Machine.Lock = min(n, maxLock)
			}
		}},
	}
}

func oneOf(value string, known ...string) string {
	for _, k := range known {
		if value == k {
			return value
		}
	}
	return ""
}

// over gives the preferences with what others say in their place.
func (p Preferences) over(others Preferences) Preferences {
	if others.Lang != "" {
		p.Lang = others.Lang
	}
	if others.Background != "" {
		p.Background = others.Background
	}
	if others.Alert != "" {
		p.Alert = others.Alert
	}
	if others.Linear != "" {
		p.Linear = others.Linear
	}
	if others.Set != "" {
		p.Set = others.Set
	}
	return p
}

// With gives the session with a setting altered. Where nobody sits yet nothing is kept: it is as if it were asked for.
func (e Env) With(key, value string) Env {
	for _, s := range settings() {
		if s.key == key {
			s.put(&e, value)
		}
	}
	switch {
	case e.Session == nil:
		e.Asked = e.Preferences
	case key == LangSetting:
		e.Asked.Lang = ""
	case key == BackgroundSetting:
		e.Asked.Background = ""
	}
	return e.spoken()
}

// prefer gives the Env with the preferences and the machine's settings that hold for it: what is usual, what is kept, and
// before that what was asked for. session is nil where nobody sits yet. Errors are those of the session.
func (e Env) prefer(ctx context.Context, session *model.Session) (Env, error) {
	e.Preferences, e.Machine = e.Usual, Machine{}
	for _, s := range settings() {
		if session == nil || !s.own && !e.Here {
			continue
		}
		kept := ""
		var err error
		if s.own {
			kept, err = session.Setting(ctx, OwnSetting(s.key, session.Me().ID))
		}
		if kept == "" && err == nil {
			kept, err = session.Setting(ctx, s.key)
		}
		if err != nil {
			return e, err
		}
		s.put(&e, kept)
	}
	e.Preferences = e.Preferences.over(e.Asked)
	return e.spoken(), nil
}

// spoken gives the session with the words of its language.
func (e Env) spoken() Env {
	if e.Preferences.Lang != "" && e.Words.Lang() != e.Preferences.Lang {
		e.Words = e.Words.In(e.Preferences.Lang)
	}
	return e
}

// OwnSetting is the key under which a setting of one person is kept.
func OwnSetting(key string, who journal.ID) string { return key + "/" + who.String() }

// KeepSetting keeps a setting for the next time: a person's own for whoever acts, the others for this machine; a
// session that is not at this machine leaves those alone. Errors are those of the session.
func (e Env) KeepSetting(ctx context.Context, key, value string) error {
	for _, s := range settings() {
		switch {
		case s.key != key:
		case s.own && value == "":
			return e.Session.SetSetting(ctx, OwnSetting(key, e.Session.Me().ID), Auto)
		case s.own:
			return e.Session.SetSetting(ctx, OwnSetting(key, e.Session.Me().ID), value)
		case e.Here:
			return e.Session.SetSetting(ctx, key, value)
		}
	}
	return nil
}

// Look is how a terminal that shows so many colours, on a background that is dark or not, is painted by the settings.
func (e Env) Look(depth theme.Depth, dark bool) theme.Look {
	switch e.Machine.Depth {
	case Few:
		depth = min(depth, theme.Colours16)
	case None:
		depth = theme.NoColour
	}
	switch e.Preferences.Background {
	case Light:
		dark = false
	case Dark:
		dark = true
	}
	return theme.Look{Depth: depth, Dark: dark, Set: e.Preferences.Set}
}

// Scrolls reports whether lines that move are moved by the terminal itself, by the setting. A terminal at the other end of a connection,
// of which nobody knows what stands between, never does.
func (e Env) Scrolls(t Terminal) bool {
	switch {
	case !t.Scrolls:
		return false
	case e.Machine.Scroll == "":
		return t.Well
	}
	return e.Machine.Scroll == On
}

// Set asks the root to alter a setting: at once, and for the next time.
type Set struct{ Setting, Value string }

// Keep tells screens to write what was typed into the draft now: the screen is about to be covered, and nobody may come
// back to it.
type Keep struct{}
