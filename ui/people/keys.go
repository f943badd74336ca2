package people

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "people"

// What keys do among people.
const (
	Open    keys.ID = "people-open"
	Add     keys.ID = "people-new"
	Edit    keys.ID = "people-edit"
	Search  keys.ID = "people-search"
	NextTab keys.ID = "people-next-tab"
	PrevTab keys.ID = "people-prev-tab"
	Views   keys.ID = "people-views"
	Pane    keys.ID = "people-pane"
	Merge   keys.ID = "people-merge"
	Part    keys.ID = "people-part"
	Looked  keys.ID = "people-looked"
	Leave   keys.ID = "people-leave"
	Erase   keys.ID = "people-erase"
	TimeOut keys.ID = "people-time-out"
	Done    keys.ID = "people-done"
	Undo    keys.ID = "people-undo"
	Redo    keys.ID = "people-redo"
	Pick    keys.ID = "people-pick"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.people.open"},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.people.new"},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.people.search"},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.people.next-tab"},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.people.prev-tab"},
		{ID: Views, Scope: Scope, Keys: []string{"v"}, Word: "key.people.views"},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.people.edit"},
		{ID: Merge, Scope: Scope, Keys: []string{"g"}, Word: "key.people.merge"},
		{ID: Part, Scope: Scope, Keys: []string{"G"}, Word: "key.people.part"},
		{ID: Looked, Scope: Scope, Keys: []string{"h"}, Word: "key.people.looked"},
		{ID: Leave, Scope: Scope, Keys: []string{"x"}, Word: "key.people.leave"},
		{ID: Erase, Scope: Scope, Keys: []string{"X"}, Word: "key.people.erase"},
		{ID: TimeOut, Scope: Scope, Keys: []string{"t"}, Word: "key.people.time-out"},
		{ID: Done, Scope: Scope, Keys: []string{"d"}, Word: "key.people.done"},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.people.pane"},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.people.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.people.redo"},
		{ID: Pick, Scope: "people-line", Keys: []string{"up", "down"}, Word: "key.people.pick"},
	}
}
