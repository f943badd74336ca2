package desk

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// AddMemo writes a note to colleagues on a request.
type AddMemo struct {
	ID   journal.ID
	Text string
	At   time.Time // zero: now; for imports
}

// Name is the code of the words for this action.
func (AddMemo) Name() string { return "act-memo" }

// Do adds the memo. Errors: NotFound; Invalid for an empty text or a citizen service number.
func (a AddMemo) Do(d *model.Doing) error {
	if err := d.Happened(a.At, "moment"); err != nil {
		return err
	}
	if err := model.Required(&a.Text, "memo"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	return a.write(d, r)
}

// write is Do for a request that has been read.
func (a AddMemo) write(d *model.Doing, r *Request) error {
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemMemo, journal.Fields{memoText.Is(journal.Text(a.Text)), memoAt.Is(journal.Int(journal.Millis(a.At)))})
	return err
}

// AddContact writes down one event with the resident; its text must be fit to show to that resident.
type AddContact struct {
	ID      journal.ID
	Channel string
	Text    string
	At      time.Time // zero: now
}

// Name is the code of the words for this action.
func (AddContact) Name() string { return "act-contact" }

// Do adds the contact. Errors as for AddMemo.
func (a AddContact) Do(d *model.Doing) error {
	if err := model.Required(&a.Text, "contact"); err != nil {
		return err
	}
	if err := d.Happened(a.At, "contact"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemContact,
		journal.Fields{contactText.Is(journal.Text(a.Text)), contactChannel.Is(journal.Text(a.Channel)), contactAt.Is(journal.Int(journal.Millis(a.At)))})
	return err
}

// AddTask promises something: a call-back, or a task among colleagues.
type AddTask struct {
	ID       journal.ID
	What     string
	Due      time.Time  // zero: none
	On       journal.ID // zero: whoever holds the request
	CallBack bool
}

// Name is the code of the words for this action.
func (AddTask) Name() string { return "act-task" }

// Do adds the task. Errors: NotFound; Invalid for an empty text; Conflict when the request is closed.
func (a AddTask) Do(d *model.Doing) error {
	if err := model.Required(&a.What, "task"); err != nil {
		return err
	}
	if err := d.Planned(a.Due, "due"); err != nil {
		return err
	}
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if !a.On.IsZero() {
		if _, err := d.Person(a.On); err != nil {
			return err
		}
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemTask,
		journal.Fields{taskWhat.Is(journal.Text(a.What)), taskDue.Is(journal.Int(journal.Millis(a.Due))), taskOn.Is(journal.Ref(a.On)), taskCallBack.Is(journal.Bool(a.CallBack))})
	return err
}

// FinishTask notes that a task is done, and what came of it: "called back" is a fact on a task.
type FinishTask struct {
	ID   journal.ID
	Task journal.Stamp
	Fact string
}

// Name is the code of the words for this action.
func (FinishTask) Name() string { return "act-task-done" }

// Do finishes the task. Errors: NotFound for an unknown task; Conflict for one that is done.
func (a FinishTask) Do(d *model.Doing) error {
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	for _, t := range r.Tasks {
		if t.Stamp != a.Task {
			continue
		}
		if t.Done != nil {
			return fault.New(fault.Conflict, "task-done")
		}
		_, err = d.Add(KindRequest, r.StandsOn(t.Of), r.Site, ItemTaskDone, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{a.Task})), taskFact.Is(journal.Text(a.Fact))})
		return err
	}
	return fault.New(fault.NotFound, "task-unknown")
}
