package ui

import (
	"leerbalie/model/journal"
	"leerbalie/ui/community"
	"leerbalie/ui/conflicts"
	"leerbalie/ui/day"
	"leerbalie/ui/desk"
	"leerbalie/ui/files"
	"leerbalie/ui/keys"
	"leerbalie/ui/laptops"
	"leerbalie/ui/learning"
	"leerbalie/ui/learning/frameworks"
	"leerbalie/ui/overview"
	"leerbalie/ui/pairs"
	"leerbalie/ui/people"
	"leerbalie/ui/screen"
	"leerbalie/ui/settings"
	"leerbalie/ui/visits"
	"leerbalie/ui/welcome"
)

// Listed stands in the place of a digit for a screen that has none, and no key of its own on every screen: the palette
// lists it.
const Listed = -1

// Route is a screen that can be opened: the digit that opens it (0 for none), its word, how it is made, and its own keys.
type Route struct {
	Name  screen.Name
	Digit int
	Word  string
	New   func(screen.Env) screen.Screen
	Keys  func() []keys.Key
}

// routes lists the screens there are. A new screen is one line here; digits that have no line do not show.
func routes() []Route {
	return []Route{
		{screen.Welcome, 0, "screen.welcome", welcome.New, welcome.Keys},
		{screen.Desk, 1, "screen.desk", desk.New, desk.Keys},
		{screen.Pairs, 2, "screen.pairs", pairs.New, pairs.Keys},
		{screen.Learning, 3, "screen.learning", learning.New, learning.Keys},
		{screen.People, 4, "screen.people", people.New, people.Keys},
		{screen.Overview, 5, "screen.overview", overview.New, overview.Keys},
		{screen.Community, 6, "screen.community", community.New, community.Keys},
		{screen.Settings, 0, "screen.settings", settings.New, settings.Keys},
		{screen.Files, 0, "screen.files", files.New, files.Keys},
		{screen.Laptops, Listed, "screen.laptops", laptops.New, laptops.Keys},
		{screen.Day, 0, "screen.day", day.New, day.Keys},
		{screen.Conflicts, 0, "screen.conflicts", conflicts.New, conflicts.Keys},
		{screen.Visits, Listed, "screen.visits", visits.New, visits.Keys},
		{screen.Frameworks, Listed, "screen.frameworks", frameworks.New, frameworks.Keys},
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
		if r.Digit == n && a.holds(r.Name) {
			return r, true
		}
	}
	return Route{}, false
}

// digits reports whether digits open screens now: not before the store has a site and a person.
func (a *App) digits() bool { return a.env.Session != nil }

// holds tells whether this copy can have what a screen shows. A laptop has no residents and no queue where its holder may not see
// them: it shows no tab that could only be empty. A guest has what the community does, and what is her own.
func (a *App) holds(name screen.Name) bool {
	if a.env.Session != nil && a.env.User.IsGuest() {
		return name == screen.Community || name == screen.Settings || name == screen.Day
	}
	if !a.env.Laptop || a.env.Session == nil || name != screen.Desk && name != screen.Overview && name != screen.Visits {
		return true
	}
	return a.env.Session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: a.env.Session.Site()})
}

// first is the screen to begin with: the desk, or on a laptop without one what its holder came for; a guest begins with the community.
func (a *App) first() screen.Name {
	switch {
	case a.env.Session == nil:
		return screen.Welcome
	case a.holds(screen.Desk):
		return screen.Desk
	case a.env.User.IsGuest():
		return screen.Community
	}
	return screen.Learning
}
