package wizard

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of the columns of a file work.
const Scope keys.Scope = "files-columns"

// What keys do in the steps.
const (
	Try       keys.ID = "files-columns-try"
	NextField keys.ID = "files-columns-next"
	PrevField keys.ID = "files-columns-prev"
	LeaveOut  keys.ID = "files-columns-leave"
	Search    keys.ID = "files-columns-search"
	Other     keys.ID = "files-columns-other"

	Stop   keys.ID = "files-look-stop"
	Really keys.ID = "files-outlook-really"
)

// Keys gives the keys of the steps.
func Keys() []keys.Key {
	return append(actions().Keys(),
		keys.Key{ID: Stop, Scope: "files-look", Keys: []string{"."}, Word: "key.files.stop"},
		keys.Key{ID: Really, Scope: "files-outlook", Keys: []string{"i"}, Word: "key.files.really"})
}

// actions is all that can be done with the columns of a file.
func actions() screen.Actions[*columns] {
	return screen.Actions[*columns]{
		{ID: Try, Scope: Scope, Keys: []string{"enter"}, Word: "key.files.columns.try", When: (*columns).ready, Do: (*columns).try, Why: (*columns).whyNotReady},
		{ID: NextField, Scope: Scope, Keys: []string{"right"}, Word: "key.files.columns.next", When: (*columns).alters, Do: turn(1), Why: (*columns).whyNotAlter},
		{ID: PrevField, Scope: Scope, Keys: []string{"left"}, Word: "key.files.columns.prev", When: (*columns).alters, Do: turn(-1), Why: (*columns).whyNotAlter},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.files.columns.search", When: (*columns).alters, Do: (*columns).search, Why: (*columns).whyNotAlter},
		{ID: LeaveOut, Scope: Scope, Keys: []string{"delete", "backspace"}, Word: "key.files.columns.leave", When: (*columns).isTaken, Do: (*columns).leave},
		{ID: Other, Scope: Scope, Keys: []string{"tab"}, Word: "key.files.columns.other", When: (*columns).mayBeOther, Do: (*columns).other},
		{ID: keys.Back, Do: (*columns).back},
	}
}

// turn gives the column that the cursor is on another field, n further.
func turn(n int) func(*columns) tea.Cmd {
	return func(c *columns) tea.Cmd { return c.turn(n) }
}
