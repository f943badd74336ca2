package screen

import (
	"strconv"

	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// The settings of this machine, by their keys in the store. Their values: a language; auto, light or dark; a set of
// colours; auto, 16 or none; minutes, "" for never.
const (
	LangSetting   = "lang"
	GroundSetting = "colours"
	SetSetting    = "colour-set"
	DepthSetting  = "colour-depth"
	LockSetting   = "lock-after"
	LastPerson    = "last-person" // the id of who acted last
)

// Machine is how this machine is set: the root keeps it, screens show it, and Set alters it.
type Machine struct {
	Lang   text.Lang // the tag of a language; whoever has the languages knows whether it is one of them
	Ground string    // "" is auto: as the terminal is
	Set    theme.Set
	Depth  string // "" is auto: all that the terminal has
	Lock   int    // minutes without a key after which the screen is locked; 0 is never
}

// The values of Ground and Depth beside "".
const (
	Light = "light"
	Dark  = "dark"
	Few   = "16"
	None  = "none"
)

// maxLock is the longest time that the lock can wait, in minutes: a day.
const maxLock = 24 * 60

// With gives the settings with one of them altered; what makes no sense, as a later version may write, is the default.
func (m Machine) With(setting, value string) Machine {
	switch setting {
	case LangSetting:
		if value != "" {
			m.Lang = text.Lang(value)
		}
	case GroundSetting:
		m.Ground = oneOf(value, Light, Dark)
	case SetSetting:
		m.Set = theme.Set(oneOf(value, string(theme.Safe)))
	case DepthSetting:
		m.Depth = oneOf(value, Few, None)
	case LockSetting:
		m.Lock = 0
		if n, err := strconv.Atoi(value); err == nil && n > 0 {
			m.Lock = min(n, maxLock)
		}
	}
	return m
}

func oneOf(value string, known ...string) string {
	for _, k := range known {
		if value == k {
			return value
		}
	}
	return ""
}

// Look is how a terminal that shows so many colours, on a ground that is dark or not, is painted by these settings.
func (m Machine) Look(depth theme.Depth, dark bool) theme.Look {
	switch m.Depth {
	case Few:
		depth = min(depth, theme.Colours16)
	case None:
		depth = theme.NoColour
	}
	switch m.Ground {
	case Light:
		dark = false
	case Dark:
		dark = true
	}
	return theme.Look{Depth: depth, Dark: dark, Set: m.Set}
}

// Set asks the root to alter a setting of this machine: at once, and for the next time.
type Set struct{ Setting, Value string }

// Keep tells screens to write what was typed into the draft now: the screen is about to be covered, and nobody may come
// back to it.
type Keep struct{}
