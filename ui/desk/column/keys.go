package column

import (
	"leerbalie/ui/desk/key"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// scope is where the keys of the dialog work.
const scope keys.Scope = "desk-columns"

// actions are what can be done with the column that the cursor is on.
func actions() screen.Actions[*choosing] {
	return screen.Actions[*choosing]{
		{ID: key.ColumnShow, Scope: scope, Keys: []string{" ", "tab"}, Word: "key.desk.columns.show", Do: (*choosing).tick},
		{ID: key.ColumnUp, Scope: scope, Keys: []string{"K"}, Word: "key.desk.columns.up", When: (*choosing).canRise, Do: (*choosing).rise},
		{ID: key.ColumnDown, Scope: scope, Keys: []string{"J"}, Word: "key.desk.columns.down", When: (*choosing).canSink, Do: (*choosing).sink},
		{ID: key.ColumnSort, Scope: scope, Keys: []string{"s"}, Word: "key.desk.columns.sort", When: (*choosing).maySort, Do: (*choosing).sort, Why: (*choosing).whyNoSort},
		{ID: key.ColumnStandard, Scope: scope, Keys: []string{"0"}, Word: "key.desk.columns.standard", When: (*choosing).altered, Do: (*choosing).standard},
	}
}

// Keys gives the keys of the dialog.
func Keys() []keys.Key { return actions().Keys() }
