package ui

import (
	"leerbalie/ui/desk"
	"leerbalie/ui/files"
	"leerbalie/ui/learning"
	"leerbalie/ui/learning/frameworks"
	"leerbalie/ui/pairs"
	"leerbalie/ui/people"
	"leerbalie/ui/screen"
	"leerbalie/ui/settings"
	"leerbalie/ui/welcome"
)

// Listed stands in the place of a digit for a screen that has none, and no key of its own on every screen: the palette
// lists it.
const Listed = -1

// Route is a screen that can be opened: the digit that opens it (0 for none), its word, and how it is made.
type Route struct {
	Name  screen.Name
	Digit int
	Word  string
	New   func(screen.Env) screen.Screen
}

// routes lists the screens there are. A new screen is one line here; digits that have no line do not show.
func routes() []Route {
	return []Route{
		{screen.Welcome, 0, "screen.welcome", welcome.New},
		{screen.Desk, 1, "screen.desk", desk.New},
		{screen.Pairs, 2, "screen.pairs", pairs.New},
		{screen.Learning, 3, "screen.learning", learning.New},
		{screen.People, 4, "screen.people", people.New},
		{screen.Settings, 0, "screen.settings", settings.New},
		{screen.Files, 0, "screen.files", files.New},
		{screen.Frameworks, Listed, "screen.frameworks", frameworks.New},
	}
}

func (a *App) route(name screen.Name) (Route, bool) {
	for _, r := range a.routes {
		if r.Name == name {
			return r, true
		}
	}
	return Route{}, false
}

// digit gives the route of a digit.
func (a *App) digit(n int) (Route, bool) {
	for _, r := range a.routes {
		if r.Digit == n {
			return r, true
		}
	}
	return Route{}, false
}

// digits reports whether digits open screens now: not before the store has a site and a person.
func (a *App) digits() bool { return a.env.Session != nil }
