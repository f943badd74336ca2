package journal

import "time"

// Mark is who did something when.
type Mark struct {
	Stamp       Stamp
	At          time.Time
	By          ID
	Responsible ID
	Clock       time.Time // what the writer's clock said, where that is doubted; zero otherwise
}

// Moment is the time of a number of milliseconds since 1970, in UTC; the zero time for 0.
func Moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// Millis counts the milliseconds from 1970 to a time; 0 for the zero time.
func Millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// Told is when the item was written, as people are told: what the writer's clock said, or its place in the order where that clock was
// far ahead.
func (it *Item) Told() time.Time { return it.Stamp.Time.Believe(Moment(it.Wall)) }

// Mark is who put the item down and when: the moment that the field holds, or else the one of writing; no field: 0.
func (it *Item) Mark(at Field) Mark {
	m := Mark{Stamp: it.Stamp, At: it.Told(), By: it.Actor, Responsible: it.Responsible}
	if wall := Moment(it.Wall); it.Stamp.Time.Doubt(wall) != NoDoubt {
		m.Clock = wall
	}
	if at != 0 {
		if ms := it.Fields.Get(at).Int(); ms != 0 {
			m.At = Moment(ms)
		}
	}
	return m
}

// DayNumber is a day as the journal keeps it: it counts the days from 1970 to the calendar day of a moment; 0 for none.
func DayNumber(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// CalendarDay is the day of a number, at midnight UTC; zero for 0.
func CalendarDay(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(n*86400, 0).UTC()
}
