package ui

import (
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// Only lets an app have these screens and no others, so that pictures of the frame show no real one.
func (a *App) Only(routes []Route) { a.routes = routes }

// Routes are the screens there are.
func Routes() []Route { return routes() }

// Heard is what an app has that is used without a screen, and lang what it has in another language by then.
func Heard(env screen.Env, lang text.Lang) (first, then screen.Env) {
	app, _ := Options{}.app(env, screen.Terminal{Linear: true, Term: "xterm"})
	first = app.env
	app.env.Words = app.env.Words.In(lang)
	return first, app.env
}
