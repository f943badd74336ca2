// Package key names what keys do at the desk: on the list, on a request, and in the dialogs about it.
package key

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "queue"

// What keys do at the desk.
const (
	Intake  keys.ID = "queue-new"
	Claim   keys.ID = "queue-claim"
	Assign  keys.ID = "queue-assign"
	Memo    keys.ID = "queue-memo"
	Minutes keys.ID = "queue-minutes"
	Contact keys.ID = "queue-contact"
	Refer   keys.ID = "queue-refer"
	Task    keys.ID = "queue-task"
	Park    keys.ID = "queue-park"
	CloseIt keys.ID = "queue-close"
	Edit    keys.ID = "queue-edit"
	Undo    keys.ID = "queue-undo"
	Redo    keys.ID = "queue-redo"
	Search  keys.ID = "queue-search"
	Views   keys.ID = "queue-views"
	History keys.ID = "queue-history"
	Drafts  keys.ID = "queue-drafts"
	Settle  keys.ID = "queue-settle"
	Pane    keys.ID = "queue-pane"
	Detail  keys.ID = "queue-detail"
	Form    keys.ID = "queue-form"
	Split   keys.ID = "queue-split"
	Merge   keys.ID = "queue-merge"
	Steps   keys.ID = "queue-steps"
	Pick    keys.ID = "queue-pick"

	Filter    keys.ID = "queue-filter"
	SaveView  keys.ID = "queue-save-view"
	AlterView keys.ID = "queue-alter-view"
	Tick      keys.ID = "queue-tick"
	Resident  keys.ID = "queue-resident"
	Part      keys.ID = "queue-part"
	Beside    keys.ID = "queue-beside"
	Turn      keys.ID = "queue-turn"
	CallBack  keys.ID = "queue-call-back"
	Alter     keys.ID = "queue-alter-resident"
	Copy      keys.ID = "queue-copy"
	Evidence  keys.ID = "queue-evidence"
)

// All gives the keys of the desk.
func All() []keys.Key {
	return []keys.Key{
		{ID: Intake, Scope: Scope, Keys: []string{"n"}, Word: "key.queue.new"},
		{ID: Claim, Scope: Scope, Keys: []string{"c"}, Word: "key.queue.claim"},
		{ID: Memo, Scope: Scope, Keys: []string{"m"}, Word: "key.queue.memo"},
		{ID: Minutes, Scope: Scope, Keys: []string{"t"}, Word: "key.queue.minutes"},
		{ID: Refer, Scope: Scope, Keys: []string{"d"}, Word: "key.queue.refer"},
		{ID: Park, Scope: Scope, Keys: []string{"p"}, Word: "key.queue.park"},
		{ID: CloseIt, Scope: Scope, Keys: []string{"x"}, Word: "key.queue.close"},
		{ID: Task, Scope: Scope, Keys: []string{"b"}, Word: "key.queue.task"},
		{ID: Contact, Scope: Scope, Keys: []string{"r"}, Word: "key.queue.contact"},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.queue.edit"},
		{ID: Assign, Scope: Scope, Keys: []string{"C"}, Word: "key.queue.assign"},
		{ID: Split, Scope: Scope, Keys: []string{"s"}, Word: "key.queue.split"},
		{ID: Merge, Scope: Scope, Keys: []string{"g"}, Word: "key.queue.merge"},
		{ID: Steps, Scope: Scope, Keys: []string{"a"}, Word: "key.queue.steps"},
		{ID: Resident, Scope: Scope, Keys: []string{"o"}, Word: "key.queue.resident"},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.queue.search"},
		{ID: Views, Scope: Scope, Keys: []string{"v"}, Word: "key.queue.views"},
		{ID: Filter, Scope: Scope, Keys: []string{"f"}, Word: "key.queue.filter"},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.queue.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.queue.redo"},
		{ID: Evidence, Scope: Scope, Keys: []string{"l"}, Word: "key.queue.evidence"},
		{ID: History, Scope: Scope, Keys: []string{"h"}, Word: "key.queue.history"},
		{ID: Settle, Scope: Scope, Keys: []string{"y"}, Word: "key.queue.settle"},
		{ID: Copy, Scope: Scope, Keys: []string{"Y"}, Word: "key.queue.copy"},
		{ID: Drafts, Scope: Scope, Keys: []string{"D"}, Word: "key.queue.drafts"},
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.queue.pane"},
		{ID: Detail, Scope: Scope, Keys: []string{"enter"}, Word: "key.queue.detail"},
		{ID: Form, Scope: "queue-line", Keys: []string{"tab"}, Word: "key.queue.form"},
		{ID: Pick, Scope: "queue-line", Keys: []string{"up", "down"}, Word: "key.queue.pick"},
		{ID: Beside, Scope: "queue-line", Keys: []string{"ctrl+n"}, Word: "key.queue.beside"},
		{ID: Turn, Scope: "queue-line", Keys: []string{"ctrl+t"}, Word: "key.queue.turn"},
		{ID: SaveView, Scope: "queue-views", Keys: []string{"+", "="}, Word: "key.queue.save-view"},
		{ID: AlterView, Scope: "queue-views", Keys: []string{"-"}, Word: "key.queue.alter-view"},
		{ID: Tick, Scope: "queue-list", Keys: []string{"tab"}, Word: "key.queue.tick"},
		{ID: Part, Scope: "queue-merged", Keys: []string{"g"}, Word: "key.queue.part"},
		{ID: CallBack, Scope: "queue-resident", Keys: []string{"b"}, Word: "key.queue.call-back"},
		{ID: Alter, Scope: "queue-resident", Keys: []string{"e"}, Word: "key.queue.alter-resident"},
	}
}
