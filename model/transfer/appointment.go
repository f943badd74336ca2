package transfer

import (
	"time"

	"leerbalie/model/journal"
)

// Appointments are what a calendar of another program holds.
type Appointments struct {
	Name    string // of the calendar; "" where it has none
	All     []Appointment
	Series  []Series
	Read    int // appointments, each of a series, with those that were refused
	Refused []Refusal
	Remarks []Remark
}

// Appointment is one of them, as plain values.
type Appointment struct {
	UID string // by which the program that made it knows it
	// Instance tells which of a series it is: the day on which it was to be at first, with its time where there are several a day; "" for
	// one by itself. It stays the same when it moves.
	Instance string
	Line     int       // in the file
	Start    time.Time // in the zone of the place; of a whole day that day in UTC; zero only of what is cancelled as a whole
	Minutes  int       // how long; of whole days 0
	Days     int       // how many whole days; 0 for one that has a time
	Title    string    // on one line
	Place    string
	// Cancelled: it does not take place. Of a series as a whole Instance is "" and Start may be zero.
	Cancelled bool
	Changed   time.Time // when it was altered last; zero where nothing is said
}

// Series is something that comes back: what of it lies from From to To, both days included, and is not among the appointments, is not in it
// any more.
type Series struct {
	UID      string
	From, To time.Time // days in UTC; zero: no bound
}

// CalendarOptions say how a calendar is brought in.
type CalendarOptions struct {
	ImportOptions
	Free bool // its whole days are free days, and no meetings
}

// CalendarReport is what came of a calendar that was brought in. Its counts are of appointments, each of a series.
type CalendarReport struct {
	ID        journal.ID // under which the whole of it can be undone; zero where nothing was kept
	Read      int
	Imported  int
	Changed   int // they stood here, and the calendar says something else since
	Cancelled int // they stood here, and do not take place
	Unchanged int
	Refused   []Refusal // by their lines
	Remarks   []Remark  // each that moved or was cancelled among them
	DryRun    bool      // nothing was kept
}

// Done is how many came in or were altered.
func (r CalendarReport) Done() int { return r.Imported + r.Changed + r.Cancelled }
