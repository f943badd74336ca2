package settings

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// The scopes in which the keys of this screen work: the list of settings, and one of the site's own lists.
const (
	Scope     keys.Scope = "settings"
	ListScope keys.Scope = "settings-list"
)

// What keys do here.
const (
	Undo   keys.ID = "settings-undo"
	Redo   keys.ID = "settings-redo"
	Add    keys.ID = "settings-new"
	Remove keys.ID = "settings-remove"
	Raise  keys.ID = "settings-raise"
	Lower  keys.ID = "settings-lower"
	Rename keys.ID = "settings-rename"
)

// Keys gives the keys of this screen, and of the site's own lists.
func Keys() []keys.Key { return append(actions().Keys(), listActions().Keys()...) }

// actions is all that can be done with the list of settings.
func actions() screen.Actions[*Settings] {
	return slices.Concat(screen.Actions[*Settings]{
		{ID: keys.Choose, Do: (*Settings).startSetting},
		{ID: keys.Back, Do: func(*Settings) tea.Cmd { return screen.Send(screen.Close{}) }},
	}, dialog.Undoing[*Settings](Scope, Undo, Redo))
}

// listActions is all that can be done with one of the site's own lists.
func listActions() screen.Actions[*codeList] {
	some := func(p *codeList) bool { return len(p.codes()) > 0 }
	return screen.Actions[*codeList]{
		{ID: Rename, Scope: ListScope, Keys: []string{"enter", "e"}, Word: "key.settings.rename", When: some, Do: func(p *codeList) tea.Cmd { return p.startName(p.codes()[p.cursor]) }},
		{ID: Add, Scope: ListScope, Keys: []string{"n"}, Word: "key.settings.new", Do: (*codeList).startNew},
		{ID: Remove, Scope: ListScope, Keys: []string{"x", "delete"}, Word: "key.settings.remove", When: some, Do: (*codeList).startRemove},
		{ID: Raise, Scope: ListScope, Keys: []string{"K"}, Word: "key.settings.raise", When: some, Do: func(p *codeList) tea.Cmd { return p.shift(-1) }},
		{ID: Lower, Scope: ListScope, Keys: []string{"J"}, Word: "key.settings.lower", When: some, Do: func(p *codeList) tea.Cmd { return p.shift(1) }},
		{ID: Undo, Do: func(p *codeList) tea.Cmd { return p.s.TakeBack(false, nil) }},
		{ID: keys.Back, Do: func(p *codeList) tea.Cmd { return p.s.Show(nil) }},
		{ID: Redo, Do: func(p *codeList) tea.Cmd { return p.s.TakeBack(true, nil) }},
	}
}
