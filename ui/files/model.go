// Package files is the screen for what goes in and out of the store as a file: a copy to keep, requests to bring in or to
// write, and a check whether all is in order.
//
// The work is done by powers that main hands in, in a command with a context: the app stays usable, a bar shows how far it
// is, and it can be stopped. One piece of work runs at a time.
package files

import (
	"leerbalie/model"
	"leerbalie/ui/screen"
)

// The kinds of work, in the order of the list.
const (
	backup  = "backup"
	exports = "export"
	imports = "import"
	check   = "check"
)

// Files is the screen.
type Files struct {
	env    screen.Env
	size   screen.Size
	cursor int
	page   page // what lies over the list

	job   *job // that runs
	last  *report
	top   int // first line of the report that shows
	done  screen.Asker
	clock screen.Asker
}

var _ screen.Screen = (*Files)(nil)

// New makes the screen.
func New(env screen.Env) screen.Screen { return &Files{env: env} }

// kinds lists the work there is.
func kinds() []string { return []string{backup, exports, imports, check} }

// allowed says why whoever sits here may not do a piece of work, "" when that is allowed. A copy holds everything,
// whoever may see what; bringing in and writing out many requests at once is not for somebody who learns here.
func (f *Files) allowed(kind string) string {
	who := f.env.User
	switch {
	case f.env.Files == nil || f.env.View == nil:
		return "files.no-power"
	case kind == backup && !who.Has(model.RoleCoordinator, model.RoleAdmin):
		return "files.only-coordinator"
	case (kind == exports || kind == imports) && !who.Has(model.RoleDesk, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin):
		return "files.not-learning"
	}
	return ""
}
