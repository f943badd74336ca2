// Package files is the screen for what goes in and out of the store as a file: a copy to keep, requests to bring in or to
// write, promises for a calendar, and a check whether all is in order. What travels with a laptop has a screen of its own, to which
// three of the rows lead.
//
// The work is done by powers that main hands in, in a command with a context: the app stays usable, a bar shows how far it
// is, and it can be stopped. One piece of work runs at a time.
package files

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/screen"
)

// The kinds of work, in the order of the list.
const (
	backup   = "backup"
	exports  = "export"
	promises = "promises"
	imports  = "import"
	came     = "imports"
	take     = "take"
	returns  = "return"
	machines = "laptops"
	check    = "check"
)

// Files is the screen.
type Files struct {
	dialog.Host
	size    screen.Size
	cursor  int // index in kinds()
	top     int // the first row that shows
	actions screen.Actions[*Files]
	wizard  wizard.Wizard
	sent    string // the draft of the columns with which a file came in
}

var (
	_ screen.Screen = (*Files)(nil)
	_ screen.Holder = (*Files)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	f := &Files{Host: dialog.Host{Env: env, Name: string(screen.Files), UndoKey: Undo, RedoKey: Redo}, actions: actions()}
	f.Reload = func() tea.Cmd { // what is kept of a file does not show here
		f.Arrived()
		return nil
	}
	f.wizard = wizard.Wizard{Host: &f.Host, Bring: f.bring, Calendar: f.startCalendar}
	f.Arrived() // there is nothing to read first
	return f
}

// kinds lists the work there is.
func kinds() []string {
	return []string{backup, exports, promises, imports, came, take, returns, machines, check}
}

// barred says why whoever sits here may not do a piece of work, "" when that is allowed. A copy holds everything,
// whoever may see what; bringing in and writing out many requests at once is not for somebody who learns here. Promises are
// for whoever reads the desk.
func (f *Files) barred(kind string) string {
	may := func(r model.Right) bool { return f.Env.Session.Clearance().Has(r) }
	switch {
	case f.Env.Session == nil:
		return "files.no-power"
	case kind == came:
		if !may(model.ToBringIn) {
			return "files.not-learning"
		}
		return ""
	case f.Env.Files == nil:
		return "files.no-power"
	case kind == take || kind == returns || kind == machines:
		switch {
		case f.Env.Bundles == nil:
			return "files.no-power"
		case !f.Env.Bundles.MayTake(f.Env.Session.Clearance()):
			return "files.only-holders"
		}
		return ""
	case f.Env.Laptop && kind == imports:
		return "files.not-on-laptop"
	case kind == backup && !may(model.ToBackUp):
		return "files.only-coordinator"
	case kind == exports && !may(model.ToTakeOut), kind == imports && !may(model.ToBringIn):
		return "files.not-learning"
	case kind == promises && !f.Env.Session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: f.Env.Session.Site()}):
		return "files.only-desk"
	}
	return ""
}
