package model

import "time"

// AddMemo writes a note to colleagues on a request.
type AddMemo struct {
	ID   ID
	Text string
	At   time.Time // zero: now; for imports
}

// Name is the code of the words for this action.
func (AddMemo) Name() string { return "act-memo" }

// Do adds the memo. Errors: NotFound; Invalid for an empty text or a citizen service number.
func (a AddMemo) Do(d *Doing) error {
	if err := required(&a.Text, "memo"); err != nil {
		return err
	}
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	return a.write(d, r)
}

// write is Do for a request that has been read.
func (a AddMemo) write(d *Doing, r *Request) error {
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemMemo, Fields{memoText.Is(Text(a.Text)), memoAt.Is(Int(millis(a.At)))})
	return err
}

// AddContact writes down one event with the resident; its text must be fit to show to that resident.
type AddContact struct {
	ID      ID
	Channel string
	Text    string
	At      time.Time // zero: now
}

// Name is the code of the words for this action.
func (AddContact) Name() string { return "act-contact" }

// Do adds the contact. Errors as for AddMemo.
func (a AddContact) Do(d *Doing) error {
	if err := required(&a.Text, "contact"); err != nil {
		return err
	}
	if err := notAfter(a.At, d.Now(), "contact"); err != nil {
		return err
	}
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemContact,
		Fields{contactText.Is(Text(a.Text)), contactChannel.Is(Text(a.Channel)), contactAt.Is(Int(millis(a.At)))})
	return err
}

// AddTask promises something: a call-back, or a task among colleagues.
type AddTask struct {
	ID       ID
	What     string
	Due      time.Time // zero: none
	On       ID        // zero: whoever holds the request
	CallBack bool
}

// Name is the code of the words for this action.
func (AddTask) Name() string { return "act-task" }

// Do adds the task. Errors: NotFound; Invalid for an empty text; Conflict when the request is closed.
func (a AddTask) Do(d *Doing) error {
	if err := required(&a.What, "task"); err != nil {
		return err
	}
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	if !a.On.IsZero() {
		if _, err := d.Person(a.On); err != nil {
			return err
		}
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemTask,
		Fields{taskWhat.Is(Text(a.What)), taskDue.Is(Int(millis(a.Due))), taskOn.Is(Ref(a.On)), taskCallBack.Is(Bool(a.CallBack))})
	return err
}

// FinishTask notes that a task is done, and what came of it: "called back" is a fact on a task.
type FinishTask struct {
	ID   ID
	Task Stamp
	Fact string
}

// Name is the code of the words for this action.
func (FinishTask) Name() string { return "act-task-done" }

// Do finishes the task. Errors: NotFound for an unknown task; Conflict for one that is done.
func (a FinishTask) Do(d *Doing) error {
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	for _, t := range r.Tasks {
		if t.Stamp != a.Task {
			continue
		}
		if t.Done != nil {
			return Fail(Conflict, "task-done")
		}
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemTaskDone, Fields{FieldTarget.Is(Stamps([]Stamp{a.Task})), taskFact.Is(Text(a.Fact))})
		return err
	}
	return Fail(NotFound, "task-unknown")
}
