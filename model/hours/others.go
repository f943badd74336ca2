package hours

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
)

// What is asked of the rooms of courses, meetings and free days.

// The kinds of a course and a meeting.
const (
	kindCourse  journal.Kind = 26
	kindMeeting journal.Kind = 27
)

// fromCourse are the ids of the evidence that is made of a student's having been at a course.
func fromCourse(of, student journal.ID) []journal.ID {
	return []journal.ID{course.EvidenceID(of, student)}
}

// kindIn tells what a course or a meeting is, by its id.
func kindIn(tx model.Tx, id journal.ID) (string, error) {
	for _, k := range []struct {
		kind journal.Kind
		from string
	}{{kindCourse, FromCourse}, {kindMeeting, FromMeeting}} {
		if _, known := tx.Kinds().Class(k.kind); !known {
			continue
		}
		rec, err := tx.Record(k.kind, id)
		if err != nil {
			return FromPresence, err
		}
		if rec != nil {
			return k.from, nil
		}
	}
	return FromPresence, nil
}

// freeDays tells of each site which days are free there; nil where none is known.
func freeDays(model.Tx) (func(site journal.ID) func(time.Time) bool, error) {
	return func(journal.ID) func(time.Time) bool { return nil }, nil
}
