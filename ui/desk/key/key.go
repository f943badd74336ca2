// Package key names what keys do at the desk: on the list, on a request, and in the dialogs about it.
package key

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "desk"

// What keys do at the desk.
const (
	Intake    keys.ID = "desk-new"
	Claim     keys.ID = "desk-claim"
	Assign    keys.ID = "desk-assign"
	Memo      keys.ID = "desk-memo"
	Minutes   keys.ID = "desk-minutes"
	Contact   keys.ID = "desk-contact"
	Refer     keys.ID = "desk-refer"
	Promise   keys.ID = "desk-task"
	Park      keys.ID = "desk-park"
	Close     keys.ID = "desk-close"
	Edit      keys.ID = "desk-edit"
	Undo      keys.ID = "desk-undo"
	Redo      keys.ID = "desk-redo"
	Search    keys.ID = "desk-search"
	Views     keys.ID = "desk-views"
	History   keys.ID = "desk-history"
	Drafts    keys.ID = "desk-drafts"
	Settle    keys.ID = "desk-settle"
	OtherPane keys.ID = "desk-pane"
	Open      keys.ID = "desk-detail"
	Form      keys.ID = "desk-form"
	Split     keys.ID = "desk-split"
	Merge     keys.ID = "desk-merge"
	Steps     keys.ID = "desk-steps"
	Pick      keys.ID = "desk-pick"

	Filter       keys.ID = "desk-filter"
	SaveView     keys.ID = "desk-save-view"
	AlterView    keys.ID = "desk-alter-view"
	Tick         keys.ID = "desk-tick"
	Resident     keys.ID = "desk-resident"
	Part         keys.ID = "desk-part"
	Another      keys.ID = "desk-beside"
	NextIntake   keys.ID = "desk-turn"
	CallBack     keys.ID = "desk-call-back"
	EditResident keys.ID = "desk-alter-resident"
	Copy         keys.ID = "desk-copy"
	Evidence     keys.ID = "desk-evidence"
	Inform       keys.ID = "desk-inform"
	Messages     keys.ID = "desk-messages"
	Seen         keys.ID = "desk-seen"
)
