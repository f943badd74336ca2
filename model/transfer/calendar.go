package transfer

import "time"

// Calendar is appointments on their way to a file.
type Calendar struct {
	Name   string // for people
	Made   time.Time
	Events []Event
}

// Event is one appointment, on a day or at a time.
type Event struct {
	ID       string    // the same for the same appointment, so that a calendar that reads it again keeps one
	Start    time.Time // of a whole day only the date counts
	WholeDay bool
	Minutes  int // how long, when it is no whole day
	Title    string
	Text     string
}
