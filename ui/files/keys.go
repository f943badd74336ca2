package files

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "files"

// What keys do here.
const (
	Stop keys.ID = "files-stop"
	Keep keys.ID = "files-keep"
	Undo keys.ID = "files-undo"
	Redo keys.ID = "files-redo"

	TakeBack keys.ID = "files-import-undo" // in the report of an import
)

// Keys gives the keys of this screen, and that of its reports.
func Keys() []keys.Key {
	return slices.Concat(actions().Keys(), []keys.Key{
		{ID: Keep, Scope: "files-report", Keys: []string{"b"}, Word: "key.files.keep"},
		{ID: TakeBack, Scope: "files-report", Keys: []string{"u"}, Word: "key.import.undo"},
	}, dialog.ImportKeys(), wizard.Keys())
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*Files] {
	return screen.Actions[*Files]{
		{ID: Stop, Scope: Scope, Keys: []string{"x"}, Word: "key.files.stop", When: (*Files).working, Do: (*Files).stop},
		{ID: keys.Choose, When: (*Files).idle, Do: (*Files).startKind, Why: (*Files).whyBusy},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.undo", When: (*Files).idle, Do: func(f *Files) tea.Cmd { return f.TakeBack(false, nil) }, Why: (*Files).whyBusy},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.redo", When: (*Files).idle, Do: func(f *Files) tea.Cmd { return f.TakeBack(true, nil) }, Why: (*Files).whyBusy},
		{ID: keys.Back, Do: (*Files).back},
	}
}
