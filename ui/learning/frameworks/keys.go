package frameworks

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "frameworks"

// What keys do among lists of competences.
const (
	Open     keys.ID = "frameworks-open"
	Search   keys.ID = "frameworks-search"
	NextTab  keys.ID = "frameworks-next-tab"
	PrevTab  keys.ID = "frameworks-prev-tab"
	Pane     keys.ID = "frameworks-pane"
	Add      keys.ID = "frameworks-new"
	Beside   keys.ID = "frameworks-beside"
	Edit     keys.ID = "frameworks-edit"
	Lower    keys.ID = "frameworks-lower"
	Raise    keys.ID = "frameworks-raise"
	Under    keys.ID = "frameworks-under"
	Remove   keys.ID = "frameworks-remove"
	Scales   keys.ID = "frameworks-scales"
	Groups   keys.ID = "frameworks-groups"
	Archive  keys.ID = "frameworks-archive"
	Versions keys.ID = "frameworks-versions"
	Import   keys.ID = "frameworks-import"
	Export   keys.ID = "frameworks-export"
	Undo     keys.ID = "frameworks-undo"
	Redo     keys.ID = "frameworks-redo"

	Tick   keys.ID = "frameworks-tick"
	Stop   keys.ID = "frameworks-stop"
	Really keys.ID = "frameworks-really"
)

// Keys gives the keys of this screen, and of the dialogs over it.
func Keys() []keys.Key {
	return slices.Concat(actions().Keys(), tickActions().Keys(), []keys.Key{
		{ID: Stop, Scope: "frameworks-work", Keys: []string{"."}, Word: "key.frameworks.stop"},
		{ID: Really, Scope: "frameworks-report", Keys: []string{"i"}, Word: "key.frameworks.really"},
	})
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*Frameworks] {
	return slices.Concat(screen.Actions[*Frameworks]{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.frameworks.open", When: (*Frameworks).onRow, Do: (*Frameworks).open},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.frameworks.new", When: (*Frameworks).canAdd, Do: (*Frameworks).add, Why: (*Frameworks).whyNotAdd},
		{ID: Beside, Scope: Scope, Keys: []string{"N"}, Word: "key.frameworks.beside", When: (*Frameworks).canAlterPart, Do: edit((*Frameworks).startBeside), Why: (*Frameworks).whyNotPart},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.frameworks.edit", When: (*Frameworks).canAlter, Do: edit((*Frameworks).startEdit), Why: (*Frameworks).whyNotAlter},
		{ID: Lower, Scope: Scope, Keys: []string{"J"}, Word: "key.frameworks.lower", When: (*Frameworks).canAlterPart, Do: edit((*Frameworks).lower), Why: (*Frameworks).whyNotPart},
		{ID: Raise, Scope: Scope, Keys: []string{"K"}, Word: "key.frameworks.raise", When: (*Frameworks).canAlterPart, Do: edit((*Frameworks).raise), Why: (*Frameworks).whyNotPart},
		{ID: Under, Scope: Scope, Keys: []string{"m"}, Word: "key.frameworks.under", When: (*Frameworks).canAlterPart, Do: edit((*Frameworks).startMove), Why: (*Frameworks).whyNotPart},
		{ID: Remove, Scope: Scope, Keys: []string{"x"}, Word: "key.frameworks.remove", When: (*Frameworks).canAlterPart, Do: edit((*Frameworks).startRemove), Why: (*Frameworks).whyNotPart},
		{ID: Scales, Scope: Scope, Keys: []string{"s"}, Word: "key.frameworks.scales", When: (*Frameworks).canAlter, Do: edit((*Frameworks).startScales), Why: (*Frameworks).whyNotAlter},
		{ID: Groups, Scope: Scope, Keys: []string{"g"}, Word: "key.frameworks.groups", When: (*Frameworks).canUse, Do: with((*Frameworks).startGroups), Why: (*Frameworks).whyNotUse},
		{ID: Archive, Scope: Scope, Keys: []string{"a"}, Word: "key.frameworks.archive", When: (*Frameworks).canUse, Do: with((*Frameworks).startArchive), Why: (*Frameworks).whyNotUse},
		{ID: Versions, Scope: Scope, Keys: []string{"v"}, Word: "key.frameworks.versions", When: (*Frameworks).hasVersions, Do: with((*Frameworks).openVersions)},
		{ID: Import, Scope: Scope, Keys: []string{"i"}, Word: "key.frameworks.import", When: (*Frameworks).canImport, Do: (*Frameworks).startImport, Why: (*Frameworks).whyNotImport},
		{ID: Export, Scope: Scope, Keys: []string{"w"}, Word: "key.frameworks.export", When: (*Frameworks).canExport, Do: with((*Frameworks).startExport), Why: (*Frameworks).whyNotExport},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.frameworks.search", Do: (*Frameworks).startSearch},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.frameworks.next-tab", When: (*Frameworks).onLists, Do: (*Frameworks).turn},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.frameworks.prev-tab", When: (*Frameworks).onLists, Do: (*Frameworks).turn},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.frameworks.pane", When: (*Frameworks).onRow, Do: (*Frameworks).toDetails},
	}, dialog.Undoing[*Frameworks](Scope, Undo, Redo), screen.Actions[*Frameworks]{
		{ID: keys.Back, Do: (*Frameworks).back},
	})
}

// with does something with the list that keys mean.
func with(do func(*Frameworks, *competence.Framework) tea.Cmd) func(*Frameworks) tea.Cmd {
	return func(p *Frameworks) tea.Cmd { return do(p, p.about()) }
}

// edit alters the list that keys mean, at the row that the cursor is on.
func edit(do func(*Frameworks, *competence.Framework, *row) tea.Cmd) func(*Frameworks) tea.Cmd {
	return func(p *Frameworks) tea.Cmd {
		r, _ := p.current()
		return do(p, p.about(), r)
	}
}

// keyLine is what matters most on the page that shows, for the key line.
func (p *Frameworks) keyLine() []keys.ID {
	g := p.at()
	var out []keys.ID
	if p.focus || g.search.Text() != "" {
		out = append(out, keys.Back)
	}
	switch g.kind {
	case listsPage:
		return append(out, Open, Add, Edit, Groups, Archive, Scales, Versions, Import, Export, keys.Back)
	case versionsPage:
		return append(out, Open, keys.Back, Search, Export)
	}
	return append(out, Add, Beside, Edit, Remove, Raise, Lower, Under, Scales, keys.Back, Search, Open, Versions, Groups, Archive, Export)
}
