// Package ledger is what counts of a student and is no judgement: at which course or meeting the student was, what came of a test, hours that
// were written down by hand, weeks whose hours were confirmed, and what became of the student. It is kept by student and group, in the class
// learning, and travels with the group. What work at the desk counts for is no part of it: that is evidence, see model/learning.
package ledger

import (
	"cmp"
	"slices"
	"time"

	"leerbalie/model/journal"
)

// State is whether a student was there.
type State string

// The states. Excused is that the student said before that it would not be possible; why is kept nowhere.
const (
	Present State = "present"
	Absent  State = "absent"
	Excused State = "excused"
)

// States are those that can be noted, in the order in which a key goes through them.
func States() []State { return []State{Present, Absent, Excused} }

// Presence is that a student was at a course or a meeting on a day, or was not.
type Presence struct {
	journal.Mark            // who noted it, when
	Of           journal.ID // the course or the meeting
	Day          time.Time  // UTC midnight
	State        State      // "": what was noted was taken back
	Minutes      int        // how long the student was there; 0 where the student was not
}

// Result is what came of a test of a course.
type Result struct {
	journal.Mark
	Of    journal.ID // the course
	Test  string     // its form, in the course's words
	Scale string     // the name of the scale; "" for one that is not known here
	Level string     // as the scale has it; "": what was noted was taken back
	Day   time.Time  // UTC midnight
}

// Own is hours that somebody wrote down by hand.
type Own struct {
	journal.Mark
	ID      journal.ID
	Day     time.Time // UTC midnight
	Minutes int       // 0: it was taken away
	What    string    // "" also where that was erased
}

// Confirmed is that somebody confirmed the hours of a week.
type Confirmed struct {
	journal.Mark
	Week    time.Time // its Monday, UTC midnight
	Minutes int       // as many as there were
	Off     bool      // taken back
}

// Outcome is what became of a student.
type Outcome struct {
	journal.Mark
	Kind string // a code, see model/outcome
	Day  time.Time
	Off  bool // it does not hold after all
}

// Ledger is all of it for one student in one group, or in all groups that somebody may see. Of each thing the version that counts; what was
// taken back is left out.
type Ledger struct {
	ID        journal.ID // zero for one that several were put together in
	Student   journal.ID
	Group     journal.ID
	Presences []Presence  // by day
	Results   []Result    // by day
	Own       []Own       // by day
	Confirmed []Confirmed // by week
	Outcomes  []Outcome   // by day
}

// ID is the id of what counts of a student in a group; it is the same on every replica.
func ID(student, group journal.ID) journal.ID {
	return journal.KeyedID("ledger", string(student[:]), string(group[:]))
}

// The keys by which versions of one thing belong together.
func presenceKey(of journal.ID, day time.Time) journal.ID {
	return journal.KeyedID("presence", string(of[:]), day.Format(time.DateOnly))
}

func resultKey(of journal.ID, test string) journal.ID {
	return journal.KeyedID("result", string(of[:]), test)
}

func weekKey(week time.Time) journal.ID {
	return journal.KeyedID("week", week.Format(time.DateOnly))
}
func outcomeKey(kind string) journal.ID { return journal.KeyedID("outcome", kind) }

// Of reads a ledger from its record and items. The answer hangs on which items there are, never on the order in which they came.
func Of(rec *journal.Record, items []journal.Item) *Ledger {
	l := &Ledger{ID: rec.ID, Student: rec.Get(LedgerStudent).ID(), Group: rec.Part}
	last := map[journal.ID]*journal.Item{}
	var keys []journal.ID
	standing := journal.Standing(items)
	for i := range standing {
		it := &standing[i]
		key := it.Fields.Get(itemKey).ID()
		if key.IsZero() || it.Kind < ItemPresence || it.Kind > ItemOutcome {
			continue
		}
		if last[key] == nil {
			keys = append(keys, key)
		}
		last[key] = it
	}
	for _, key := range keys {
		l.take(last[key])
	}
	l.sort()
	return l
}

// Version is one version of something on a ledger, of whatever kind.
type Version struct {
	Presence  *Presence
	Result    *Result
	Own       *Own
	Confirmed *Confirmed
	Outcome   *Outcome
}

// VersionOf reads a version from the fields of its item; all nil for what is none.
func VersionOf(kind journal.ItemKind, f journal.Fields, mark journal.Mark) (v Version) {
	switch kind {
	case ItemPresence:
		v.Presence = &Presence{mark, f.Get(presenceOf).ID(), day(f, presenceDay), State(f.Get(presenceState).Text()), number(f, presenceMinutes)}
	case ItemResult:
		v.Result = &Result{mark, f.Get(resultOf).ID(), f.Get(resultTest).Text(), f.Get(resultScale).Text(), f.Get(resultLevel).Text(), day(f, resultDay)}
	case ItemOwn:
		v.Own = &Own{mark, f.Get(itemKey).ID(), day(f, ownDay), number(f, ownMinutes), f.Get(ownWhat).Text()}
	case ItemConfirmed:
		v.Confirmed = &Confirmed{mark, day(f, confirmedWeek), number(f, confirmedMinutes), f.Get(confirmedOff).Bool()}
	case ItemOutcome:
		v.Outcome = &Outcome{mark, f.Get(outcomeKind).Text(), day(f, outcomeDay), f.Get(outcomeOff).Bool()}
	}
	return v
}

// take takes in the version that counts of one thing, unless it says that there is nothing.
func (l *Ledger) take(it *journal.Item) {
	switch v := VersionOf(it.Kind, it.Fields, it.Mark(0)); {
	case v.Presence != nil && v.Presence.State != "":
		l.Presences = append(l.Presences, *v.Presence)
	case v.Result != nil && v.Result.Level != "":
		l.Results = append(l.Results, *v.Result)
	case v.Own != nil && v.Own.Minutes > 0:
		l.Own = append(l.Own, *v.Own)
	case v.Confirmed != nil && !v.Confirmed.Off:
		l.Confirmed = append(l.Confirmed, *v.Confirmed)
	case v.Outcome != nil && !v.Outcome.Off:
		l.Outcomes = append(l.Outcomes, *v.Outcome)
	}
}

func day(f journal.Fields, on journal.Field) time.Time { return journal.CalendarDay(f.Get(on).Int()) }
func number(f journal.Fields, on journal.Field) int    { return int(f.Get(on).Int()) }

// add puts what another ledger of the same student holds beside what this one does.
func (l *Ledger) add(o *Ledger) {
	l.Presences = append(l.Presences, o.Presences...)
	l.Results = append(l.Results, o.Results...)
	l.Own = append(l.Own, o.Own...)
	l.Confirmed = append(l.Confirmed, o.Confirmed...)
	l.Outcomes = append(l.Outcomes, o.Outcomes...)
}

func (l *Ledger) sort() {
	slices.SortStableFunc(l.Presences, func(a, b Presence) int {
		return cmp.Or(a.Day.Compare(b.Day), a.Stamp.Compare(b.Stamp))
	})
	slices.SortStableFunc(l.Results, func(a, b Result) int { return cmp.Or(a.Day.Compare(b.Day), a.Stamp.Compare(b.Stamp)) })
	slices.SortStableFunc(l.Own, func(a, b Own) int { return cmp.Or(a.Day.Compare(b.Day), a.Stamp.Compare(b.Stamp)) })
	slices.SortStableFunc(l.Confirmed, func(a, b Confirmed) int {
		return cmp.Or(a.Week.Compare(b.Week), a.Stamp.Compare(b.Stamp))
	})
	slices.SortStableFunc(l.Outcomes, func(a, b Outcome) int { return cmp.Or(a.Day.Compare(b.Day), a.Stamp.Compare(b.Stamp)) })
}

// At is what was noted of a day of a course or a meeting; ok is false where nothing was.
func (l *Ledger) At(of journal.ID, day time.Time) (p Presence, ok bool) {
	for _, p := range l.Presences {
		if p.Of == of && p.Day.Equal(day) {
			return p, true
		}
	}
	return p, false
}

// ResultOf is what came of a test of a course; ok is false where nothing was noted.
func (l *Ledger) ResultOf(of journal.ID, test string) (r Result, ok bool) {
	for _, r := range l.Results {
		if r.Of == of && r.Test == test {
			return r, true
		}
	}
	return r, false
}
