package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/work"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// actions is all that can be done on the list, and with the request that the cursor is on.
func actions() screen.Actions[*Queue] {
	return append(onAllMarked(), screen.Actions[*Queue]{
		{ID: key.Intake, Scope: key.Scope, Keys: []string{"n"}, Word: "key.desk.new", Do: func(q *Queue) tea.Cmd { return q.intake.Start("") }},
		{ID: key.Claim, Scope: key.Scope, Keys: []string{"c"}, Word: "key.desk.claim", When: (*Queue).onFree, Do: on((*work.Work).Claim), Why: (*Queue).whyNotOpen},
		{ID: key.Release, Scope: "desk-mine", Keys: []string{"c"}, Word: "key.desk.release", When: (*Queue).onMine, Do: on((*work.Work).Claim)},
		{ID: key.TakeOver, Scope: "desk-theirs", Keys: []string{"c"}, Word: "key.desk.take-over", When: (*Queue).onTheirs, Do: on((*work.Work).Claim)},
		{ID: key.Memo, Scope: key.Scope, Keys: []string{"m"}, Word: "key.desk.memo", When: (*Queue).onRow, Do: on((*work.Work).Memo)},
		{ID: key.Minutes, Scope: key.Scope, Keys: []string{"t"}, Word: "key.desk.minutes", When: (*Queue).onRow, Do: on((*work.Work).Minutes)},
		{ID: key.Refer, Scope: key.Scope, Keys: []string{"d"}, Word: "key.desk.refer", When: (*Queue).onRow, Do: on((*work.Work).Refer)},
		{ID: key.Notify, Scope: key.Scope, Keys: []string{"W"}, Word: "key.desk.notify", When: (*Queue).onStanding, Do: on((*work.Work).Notify), Why: (*Queue).whyNotStanding},
		{ID: key.Park, Scope: key.Scope, Keys: []string{"p"}, Word: "key.desk.park", When: (*Queue).onUnparked, Do: on((*work.Work).Park), Why: (*Queue).whyNotOpen},
		{ID: key.Recall, Scope: "desk-parked", Keys: []string{"p"}, Word: "key.desk.recall", When: (*Queue).onParked, Do: on((*work.Work).Park)},
		{ID: key.Close, Scope: key.Scope, Keys: []string{"x"}, Word: "key.desk.close", When: (*Queue).onOpen, Do: on((*work.Work).Close)},
		{ID: key.Reopen, Scope: "desk-closed", Keys: []string{"x"}, Word: "key.desk.reopen", When: (*Queue).onClosed, Do: on((*work.Work).Close)},
		{ID: key.Promise, Scope: key.Scope, Keys: []string{"b"}, Word: "key.desk.task", When: (*Queue).onOpen, Do: on((*work.Work).Promise), Why: (*Queue).whyNotOpen},
		{ID: key.Contact, Scope: key.Scope, Keys: []string{"r"}, Word: "key.desk.contact", When: (*Queue).onRow, Do: on((*work.Work).Contact)},
		{ID: key.Edit, Scope: key.Scope, Keys: []string{"e"}, Word: "key.desk.edit", When: (*Queue).onRow, Do: (*Queue).edit},
		{ID: key.Assign, Scope: key.Scope, Keys: []string{"C"}, Word: "key.desk.assign", When: (*Queue).onOpen, Do: on((*work.Work).Assign), Why: (*Queue).whyNotOpen},
		{ID: key.Handover, Scope: key.Scope, Keys: []string{"O"}, Word: "key.desk.handover", When: (*Queue).onRow, Do: on((*work.Work).HandOver)},
		{ID: key.Split, Scope: key.Scope, Keys: []string{"s"}, Word: "key.desk.split", When: (*Queue).onOpen, Do: on((*work.Work).Split), Why: (*Queue).whyNotOpen},
		{ID: key.Merge, Scope: key.Scope, Keys: []string{"g"}, Word: "key.desk.merge", When: (*Queue).onOpen, Do: on((*work.Work).Merge), Why: (*Queue).whyNotOpen},
		{ID: key.Remove, Scope: key.Scope, Keys: []string{"X"}, Word: "key.desk.remove", When: (*Queue).onStanding, Do: on((*work.Work).Remove), Why: (*Queue).whyNotStanding},
		{ID: key.PutBack, Scope: key.Scope, Keys: []string{"Z"}, Word: "key.desk.put-back", Do: func(q *Queue) tea.Cmd { return q.work.PutBack() }},
		{ID: key.Steps, Scope: key.Scope, Keys: []string{"a"}, Word: "key.desk.steps", When: (*Queue).hasSteps, Do: on((*work.Work).Steps), Why: (*Queue).whyNoSteps},
		{ID: key.Resident, Scope: key.Scope, Keys: []string{"o"}, Word: "key.desk.resident", When: (*Queue).hasResident, Do: looked((*Queue).openResident), Why: (*Queue).whyNoResident},
		{ID: key.Search, Scope: key.Scope, Keys: []string{"/"}, Word: "key.desk.search", Do: (*Queue).startSearch},
		{ID: key.Views, Scope: key.Scope, Keys: []string{"v"}, Word: "key.desk.views", Do: (*Queue).startChoosing},
		{ID: key.Filter, Scope: key.Scope, Keys: []string{"f"}, Word: "key.desk.filter", Do: func(q *Queue) tea.Cmd { return filter.Choose(&q.Host, q.wording, &q.filter, q.filtered) }},
		{ID: key.Columns, Scope: key.Scope, Keys: []string{"w"}, Word: "key.desk.columns", Do: (*Queue).startColumns},
		{ID: key.Undo, Scope: key.Scope, Keys: []string{"u"}, Word: "key.undo", Do: func(q *Queue) tea.Cmd { return q.takeBack(false) }},
		{ID: key.Redo, Scope: key.Scope, Keys: []string{"ctrl+r"}, Word: "key.redo", Do: func(q *Queue) tea.Cmd { return q.takeBack(true) }},
		{ID: key.Inform, Scope: key.Scope, Keys: []string{"i"}, Word: "key.desk.inform", When: (*Queue).onRow, Do: on((*work.Work).Inform)},
		{ID: key.Messages, Scope: key.Scope, Keys: []string{"I"}, Word: "key.desk.messages", When: (*Queue).hasMessages, Do: func(q *Queue) tea.Cmd { return q.inbox.Show() }, Why: func(q *Queue) string { return q.Env.Words.Say("messages.none") }},
		{ID: key.Evidence, Scope: key.Scope, Keys: []string{"l"}, Word: "key.desk.evidence", When: (*Queue).onRow, Do: on((*work.Work).Evidence)},
		{ID: key.History, Scope: key.Scope, Keys: []string{"h"}, Word: "key.desk.history", When: (*Queue).onRow, Do: looked(func(q *Queue, r detail.Request) tea.Cmd { return q.detail.History(r) })},
		{ID: key.Settle, Scope: key.Scope, Keys: []string{"y"}, Word: "key.desk.settle", When: (*Queue).onContested, Do: looked(func(q *Queue, r detail.Request) tea.Cmd { return q.work.Settle(r) })},
		{ID: key.Copy, Scope: key.Scope, Keys: []string{"Y"}, Word: "key.desk.copy", When: (*Queue).onRow, Do: looked(func(q *Queue, r detail.Request) tea.Cmd { return q.work.Copy(r) })},
		{ID: key.Drafts, Scope: key.Scope, Keys: []string{"D"}, Word: "key.desk.drafts", When: func(q *Queue) bool { return len(q.Drafts()) > 0 }, Do: (*Queue).startDrafts, Why: func(q *Queue) string { return q.Env.Words.Say("drafts.none") }},
		{ID: key.OtherPane, Scope: key.Scope, Keys: []string{"tab"}, Word: "key.desk.pane", When: (*Queue).onRow, Do: (*Queue).toDetail},
		{ID: key.Open, Scope: key.Scope, Keys: []string{"enter"}, Word: "key.desk.detail", When: (*Queue).onRow, Do: (*Queue).showDetail},
		{ID: key.SaveView, Scope: "desk-views", Keys: []string{"+", "="}, Word: "key.desk.save-view", Do: (*Queue).startSaveView},
		{ID: key.AlterView, Scope: "desk-views", Keys: []string{"-"}, Word: "key.desk.alter-view", When: func(q *Queue) bool { return len(q.ownViews) > 0 }, Do: (*Queue).startAlterView, Why: (*Queue).whyNoView},
		{ID: key.Part, Scope: "desk-merged", Keys: []string{"g"}, Word: "key.desk.part", When: (*Queue).onMerged, Do: on((*work.Work).Part)},
		{ID: key.Mark, Scope: key.Scope, Keys: []string{" "}, Word: "key.desk.mark", When: (*Queue).onRow, Do: (*Queue).toggleMark},
		{ID: key.Stretch, Scope: key.Scope, Keys: []string{"V"}, Word: "key.desk.stretch", When: (*Queue).onRow, Do: (*Queue).stretchMark},
		{ID: key.MarkAll, Scope: key.Scope, Keys: []string{"*"}, Word: "key.desk.mark-all", When: (*Queue).onRow, Do: (*Queue).markAll},
		{ID: keys.Back, When: func(q *Queue) bool { return q.focus || q.finding || q.onMarked() }, Do: (*Queue).back},
	}...)
}

// onAllMarked is what keys do to all that is marked, where something is.
func onAllMarked() screen.Actions[*Queue] {
	return screen.Actions[*Queue]{
		{ID: key.Claim, When: (*Queue).onMarked, Do: onMany((*work.Work).ClaimMany)},
		{ID: key.Memo, When: (*Queue).onMarked, Do: onMany((*work.Work).MemoMany)},
		{ID: key.Park, When: (*Queue).onMarked, Do: onMany((*work.Work).ParkMany)},
		{ID: key.Close, When: (*Queue).onMarked, Do: onMany((*work.Work).CloseMany)},
		{ID: key.Edit, When: (*Queue).onMarked, Do: onMany((*work.Work).EditMany)},
		{ID: key.Assign, When: (*Queue).onMarked, Do: onMany((*work.Work).AssignMany)},
		{ID: key.Handover, When: (*Queue).onMarked, Do: onMany((*work.Work).HandOverMany)},
	}
}

// keyLine is what matters most now: with a request that is open or closed, or where there is none.
func (q *Queue) keyLine() []keys.ID {
	if q.onMarked() {
		return []keys.ID{keys.Back, key.Claim, key.Close, key.Assign, key.Handover, key.Edit, key.Park, key.Memo, key.Mark, key.Stretch, key.MarkAll, key.Undo}
	}
	row, ok := q.current()
	if !ok {
		return []keys.ID{key.Intake, key.Search, key.Messages, key.Views, key.Filter, key.Columns, keys.Back, key.Undo, key.Redo, key.PutBack}
	}
	out := []keys.ID{key.Settle} // what is needed first stands first: a narrow window shows no more
	if row.Status == desk.StatusClosed {
		out = append(out, key.Part, key.Reopen, key.Intake, keys.Back, key.Memo, key.Contact, key.Minutes, key.History, key.Messages, key.Edit)
	} else {
		out = append(out, key.Claim, key.Release, key.TakeOver, key.Intake, key.Close, keys.Back, key.Memo, key.Minutes, key.Refer, key.Park, key.Recall, key.Messages, key.Promise, key.Contact, key.Edit, key.Assign, key.Handover, key.Split, key.Merge, key.History, key.Steps, key.Notify)
	}
	if q.work.StudentsHandled(row) {
		out = append(out, key.Evidence)
	}
	return append(out, key.Inform, key.Resident, key.Search, key.Filter, key.Views, key.Columns, key.Undo, key.Redo, key.Copy, key.Open, key.OtherPane, key.Mark, key.Stretch, key.MarkAll, key.SaveView, key.AlterView, key.Drafts)
}

// on does something about the request that the cursor is on.
func on(do func(*work.Work, desk.RequestRow) tea.Cmd) func(*Queue) tea.Cmd {
	return func(q *Queue) tea.Cmd {
		row, _ := q.current()
		return do(q.work, row)
	}
}

// looked does something with the request that the cursor is on, as it is now.
func looked(do func(*Queue, detail.Request) tea.Cmd) func(*Queue) tea.Cmd {
	return func(q *Queue) tea.Cmd {
		row, _ := q.current()
		return q.look(row.ID, func(r detail.Request) tea.Cmd { return do(q, r) })
	}
}

// onRow tells whether the cursor is on a request.
func (q *Queue) onRow() bool {
	_, ok := q.current()
	return ok
}

// onOpen tells whether the cursor is on a request that is not closed.
func (q *Queue) onOpen() bool {
	row, ok := q.current()
	return ok && row.Status != desk.StatusClosed
}

// onFree tells whether the cursor is on a request that nobody is helping with.
func (q *Queue) onFree() bool {
	row, ok := q.current()
	return ok && (row.Status == desk.StatusWaiting || row.Status == desk.StatusParked)
}

// onMine tells whether the cursor, and no mark, is on a request that whoever sits here helps with.
func (q *Queue) onMine() bool {
	row, ok := q.current()
	return ok && !q.onMarked() && row.Status == desk.StatusClaimed && q.work.Mine(row.Holder)
}

// onTheirs tells the same of a request of somebody else.
func (q *Queue) onTheirs() bool {
	row, ok := q.current()
	return ok && !q.onMarked() && row.Status == desk.StatusClaimed && !q.work.Mine(row.Holder)
}

func (q *Queue) onParked() bool {
	row, ok := q.current()
	return ok && !q.onMarked() && row.Status == desk.StatusParked
}

func (q *Queue) onUnparked() bool {
	row, ok := q.current()
	return ok && row.Status != desk.StatusClosed && row.Status != desk.StatusParked
}

func (q *Queue) onClosed() bool {
	row, ok := q.current()
	return ok && !q.onMarked() && row.Status == desk.StatusClosed
}

func (q *Queue) whyNotOpen() string {
	if row, ok := q.current(); ok {
		return q.Env.Words.Say("error.request-closed", "number", row.Number)
	}
	return ""
}

// onStanding tells whether the cursor is on a request that is not part of another one.
func (q *Queue) onStanding() bool { return q.onRow() && !q.onMerged() }

func (q *Queue) whyNotStanding() string {
	if row, ok := q.current(); ok {
		return q.Env.Words.Say("error.request-merged", "number", row.Number, "into", row.MergedInto)
	}
	return ""
}

// onMerged tells whether the cursor is on a request that went on in another one.
func (q *Queue) onMerged() bool {
	row, ok := q.current()
	return ok && row.Status == desk.StatusClosed && row.Outcome == desk.OutcomeMerged
}

// onContested tells whether people have done apart what does not go together.
func (q *Queue) onContested() bool {
	row, ok := q.current()
	return ok && row.Contested
}

// hasSteps tells whether the theme of the request has a checklist.
func (q *Queue) hasSteps() bool {
	row, ok := q.current()
	return ok && len(q.Env.Site.Steps(row.Theme)) > 0
}

func (q *Queue) whyNoSteps() string {
	if q.onRow() {
		return q.Env.Words.Say("steps.none")
	}
	return ""
}

// hasMessages tells whether messages wait for who sits here.
func (q *Queue) hasMessages() bool { return q.inbox.Count() > 0 }

func (q *Queue) hasResident() bool {
	row, ok := q.current()
	return ok && !row.Resident.IsZero()
}

func (q *Queue) whyNoResident() string {
	if q.onRow() {
		return q.Env.Words.Say("resident.nobody", "key", q.Env.Keys.Label(key.Edit))
	}
	return ""
}

func (q *Queue) whyNoView() string {
	return q.Env.Words.Say("view.none", "key", q.Env.Keys.Label(key.SaveView))
}
