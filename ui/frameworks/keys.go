package frameworks

import "leerbalie/ui/keys"

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

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.frameworks.open"},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.frameworks.new"},
		{ID: Beside, Scope: Scope, Keys: []string{"N"}, Word: "key.frameworks.beside"},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.frameworks.edit"},
		{ID: Lower, Scope: Scope, Keys: []string{"J"}, Word: "key.frameworks.lower"},
		{ID: Raise, Scope: Scope, Keys: []string{"K"}, Word: "key.frameworks.raise"},
		{ID: Under, Scope: Scope, Keys: []string{"m"}, Word: "key.frameworks.under"},
		{ID: Remove, Scope: Scope, Keys: []string{"x"}, Word: "key.frameworks.remove"},
		{ID: Scales, Scope: Scope, Keys: []string{"s"}, Word: "key.frameworks.scales"},
		{ID: Groups, Scope: Scope, Keys: []string{"g"}, Word: "key.frameworks.groups"},
		{ID: Archive, Scope: Scope, Keys: []string{"a"}, Word: "key.frameworks.archive"},
		{ID: Versions, Scope: Scope, Keys: []string{"v"}, Word: "key.frameworks.versions"},
		{ID: Import, Scope: Scope, Keys: []string{"i"}, Word: "key.frameworks.import"},
		{ID: Export, Scope: Scope, Keys: []string{"w"}, Word: "key.frameworks.export"},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.frameworks.search"},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.frameworks.next-tab"},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.frameworks.prev-tab"},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.frameworks.pane"},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.redo"},
		{ID: Tick, Scope: "frameworks-groups", Keys: []string{" "}, Word: "key.frameworks.tick"},
		{ID: Stop, Scope: "frameworks-work", Keys: []string{"."}, Word: "key.frameworks.stop"},
		{ID: Really, Scope: "frameworks-report", Keys: []string{"i"}, Word: "key.frameworks.really"},
	}
}
