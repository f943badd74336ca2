package transfer

import "time"

// Calendar is appointments on their way to a file.
type Calendar struct {
	Name   string         // for people
	Made   time.Time      // when it was made; with events that tell when they changed it alters nothing
	Zone   *time.Location // in which times are told; nil: UTC
	Events []Event
}

// Event is one appointment, on a day or at a time.
type Event struct {
	ID       string    // the same for the same appointment, so that a calendar that reads it again keeps one
	Changed  time.Time // when it became as it is; zero: when the calendar was made
	Start    time.Time // of a whole day only the date counts
	WholeDay bool
	Minutes  int // how long, when it is no whole day
	Remind   int // how many minutes before it begins somebody is reminded; 0: not at all
	Title    string
	Text     string
	Place    string

	UID       string // of one that has an own one; "": it is made of ID
	Version   int    // how often it was altered; a calendar that knows an earlier one takes the new one
	Cancelled bool
}
