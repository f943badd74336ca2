// Package key names what keys do at the desk: on the list, on a request, and in the dialogs about it.
package key

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "queue"

// What keys do at the desk.
const (
	Intake    keys.ID = "queue-new"
	Claim     keys.ID = "queue-claim"
	Assign    keys.ID = "queue-assign"
	Memo      keys.ID = "queue-memo"
	Minutes   keys.ID = "queue-minutes"
	Contact   keys.ID = "queue-contact"
	Refer     keys.ID = "queue-refer"
	Promise   keys.ID = "queue-task"
	Park      keys.ID = "queue-park"
	Close     keys.ID = "queue-close"
	Edit      keys.ID = "queue-edit"
	Undo      keys.ID = "queue-undo"
	Redo      keys.ID = "queue-redo"
	Search    keys.ID = "queue-search"
	Views     keys.ID = "queue-views"
	History   keys.ID = "queue-history"
	Drafts    keys.ID = "queue-drafts"
	Settle    keys.ID = "queue-settle"
	OtherPane keys.ID = "queue-pane"
	Open      keys.ID = "queue-detail"
	Form      keys.ID = "queue-form"
	Split     keys.ID = "queue-split"
	Merge     keys.ID = "queue-merge"
	Steps     keys.ID = "queue-steps"
	Pick      keys.ID = "queue-pick"

	Filter       keys.ID = "queue-filter"
	SaveView     keys.ID = "queue-save-view"
	AlterView    keys.ID = "queue-alter-view"
	Tick         keys.ID = "queue-tick"
	Resident     keys.ID = "queue-resident"
	Part         keys.ID = "queue-part"
	Another      keys.ID = "queue-beside"
	NextIntake   keys.ID = "queue-turn"
	CallBack     keys.ID = "queue-call-back"
	EditResident keys.ID = "queue-alter-resident"
	Copy         keys.ID = "queue-copy"
	Evidence     keys.ID = "queue-evidence"
)

// Typed gives the keys of the dialogs in which something is typed: the line and the form of a new request, and lists in which
// typing narrows down what shows. What can be done on the list and on a resident's page says itself with which key.
func Typed() []keys.Key {
	return []keys.Key{
		{ID: Form, Scope: "queue-line", Keys: []string{"tab"}, Word: "key.queue.form"},
		{ID: Pick, Scope: "queue-line", Keys: []string{"up", "down"}, Word: "key.queue.pick"},
		{ID: Another, Scope: "queue-line", Keys: []string{"ctrl+n"}, Word: "key.queue.beside"},
		{ID: NextIntake, Scope: "queue-line", Keys: []string{"ctrl+t"}, Word: "key.queue.turn"},
		{ID: Tick, Scope: "queue-list", Keys: []string{"tab"}, Word: "key.queue.tick"},
	}
}
