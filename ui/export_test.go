package ui

// Only lets an app have these screens and no others, so that pictures of the frame show no real one.
func (a *App) Only(routes []Route) { a.routes = routes }

// Routes are the screens there are.
func Routes() []Route { return routes() }
