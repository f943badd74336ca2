package journal

import "time"

// Logical is a moment on the hybrid logical clock: 48 bits of milliseconds since 1970 and 16 bits of counter
// (Kulkarni and others, "Logical Physical Clocks", 2014). It orders changes; wall time never does.
type Logical uint64

// latest is the last moment that is accepted from elsewhere, the year 3000: beyond it a clock could run out of room.
const latest = Logical(32503680000000) << 16

// How far a wall clock may be from the last moment before it is doubted: a store that was not used over a long summer is not, and
// nobody is bothered about a time zone or an hour.
const (
	Ahead  = 400 * 24 * time.Hour
	Behind = 24 * time.Hour
)

// Doubt is what is odd about a wall clock beside the last moment of the journal.
type Doubt int8

// The doubts.
const (
	NoDoubt Doubt = iota
	FarAhead
	FarBehind
)

// Doubt holds a wall clock against the last moment. Nothing is odd about the clock of an empty journal.
func (last Logical) Doubt(wall time.Time) Doubt {
	switch at := last.Time(); {
	case last == 0:
	case wall.Sub(at) > Ahead:
		return FarAhead
	case at.Sub(wall) > Behind:
		return FarBehind
	}
	return NoDoubt
}

// Believe is the time by which a writer works: that of the wall clock, or the last moment where the clock is far ahead of it,
// so that a clock in another century puts nothing into that century.
func (last Logical) Believe(wall time.Time) time.Time {
	if last.Doubt(wall) == FarAhead {
		return last.Time()
	}
	return wall
}

// Next is the clock's next moment: the wall clock where that is ahead, one more than the last moment where it is not, or where
// it is so far ahead that it is doubted. A wall clock that stands still, goes back or jumps never makes the clock do so.
func (last Logical) Next(wall time.Time) Logical {
	if last.Doubt(wall) == FarAhead {
		return last + 1
	}
	return last.Jump(wall)
}

// Jump is Next with a wall clock that somebody has vouched for, however far ahead it is.
func (last Logical) Jump(wall time.Time) Logical {
	ms := wall.UnixMilli()
	if ms > 0 {
		if now := Logical(ms) << 16; now > last && now <= latest {
			return now
		}
	}
	return last + 1
}

// Seen is the clock after it has met a moment from elsewhere.
func (last Logical) Seen(other Logical) Logical { return max(last, other) }

// Time is the moment as a time, in UTC.
func (l Logical) Time() time.Time { return time.UnixMilli(l.Millis()).UTC() }

// Millis is the moment's part in milliseconds since 1970: for people only.
func (l Logical) Millis() int64 { return int64(l >> 16) }

// Stamp is the place of a change in the order that all replicas agree on: by time, then by replica, then by sequence.
type Stamp struct {
	Time    Logical
	Replica Replica
	Seq     uint64
}

// IsZero tells whether the stamp names no change.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// Compare orders stamps: negative when s comes first, zero when both are the same change.
func (s Stamp) Compare(o Stamp) int {
	switch {
	case s.Time != o.Time:
		return order(s.Time < o.Time)
	case s.Replica != o.Replica:
		return order(string(s.Replica[:]) < string(o.Replica[:]))
	case s.Seq != o.Seq:
		return order(s.Seq < o.Seq)
	}
	return 0
}

func order(first bool) int {
	if first {
		return -1
	}
	return 1
}
