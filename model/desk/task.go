package desk

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// MoveTask gives a promise another time, or one where none was agreed on.
type MoveTask struct {
	ID   journal.ID
	Task journal.Stamp
	Due  time.Time
}

// Name is the code of the words for this action.
func (MoveTask) Name() string { return "act-task-move" }

// Do moves the promise. Errors: NotFound for an unknown one; Invalid without a time, or one that cannot be; Conflict for one
// that is done, or stands at that time already.
func (a MoveTask) Do(d *model.Doing) error {
	if a.Due.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "due")
	}
	if err := d.Planned(a.Due, "due"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	t, err := r.openTask(a.Task)
	if err != nil {
		return err
	}
	if journal.Millis(t.Due) == journal.Millis(a.Due) {
		return fault.New(fault.Conflict, "task-then-already", "number", r.Number)
	}
	return moveTask(d, r, t, journal.Fields{moveDue.Is(journal.Int(journal.Millis(a.Due)))})
}

// openTask is a task that is still to be done. Errors: NotFound for an unknown one; Conflict for one that is done.
func (r *Request) openTask(stamp journal.Stamp) (*Task, error) {
	i := slices.IndexFunc(r.Tasks, func(t Task) bool { return t.Stamp == stamp })
	switch {
	case i < 0:
		return nil, fault.New(fault.NotFound, "task-unknown")
	case r.Tasks[i].Done != nil:
		return nil, fault.New(fault.Conflict, "task-done")
	}
	return &r.Tasks[i], nil
}

// moveTask writes what is another thing of a task from now on.
func moveTask(d *model.Doing, r *Request, t *Task, fields journal.Fields) error {
	_, err := d.Add(KindRequest, r.StandsOn(t.Of), r.Site, ItemTaskMove, append(journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{t.Stamp}))}, fields...))
	return err
}

// GiveTask puts a task on somebody else; zero: on whoever holds the request.
func (r *Request) GiveTask(d *model.Doing, t *Task, to journal.ID) error {
	if to.IsZero() {
		return moveTask(d, r, t, journal.Fields{moveToHolder.Is(journal.Bool(true))})
	}
	return moveTask(d, r, t, journal.Fields{moveOn.Is(journal.Ref(to))})
}

// takeMove takes in another time of a task, or on whom it is from then on. What was said last counts.
func (r *Request) takeMove(it *journal.Item) {
	for _, target := range it.Fields.Get(journal.FieldTarget).Stamps() {
		i := slices.IndexFunc(r.Tasks, func(t Task) bool { return t.Stamp == target })
		if i < 0 {
			continue
		}
		t := &r.Tasks[i]
		if due := it.Fields.Get(moveDue); !due.IsNone() {
			t.Due = journal.Moment(due.Int())
		}
		if on := it.Fields.Get(moveOn); !on.IsNone() {
			t.On = on.ID()
		}
		if it.Fields.Get(moveToHolder).Bool() {
			t.On = journal.ID{}
		}
	}
}

// Promised times are proposed at these hours of the day.
const (
	dayEnds    = 16 * time.Hour // of the same day
	nextBegins = 10 * time.Hour // of the next
	least      = 90 * time.Minute
)

// ProposedTime is when something that is promised now can be kept: this afternoon at four where that is far enough, or else at
// ten on the next day that is no Saturday or Sunday.
func ProposedTime(now time.Time, zone *time.Location) time.Time {
	today := days.Of(now, zone)
	weekend := func(day time.Time) bool { return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday }
	if at := days.On(today, dayEnds, zone); !weekend(today) && !at.Before(now.Add(least)) {
		return at
	}
	next := today.AddDate(0, 0, 1)
	for weekend(next) {
		next = next.AddDate(0, 0, 1)
	}
	return days.On(next, nextBegins, zone)
}
