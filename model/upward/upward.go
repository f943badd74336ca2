// Package upward is the signals that students, teachers and professionals send to who decides: what needs attention in an organisation, in a
// curriculum, in a district; where it was seen, with counts and without residents; to whom it went and what came of it.
package upward

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// KindSignal is the kind of a signal. Its number is on disk and never reused.
const KindSignal journal.Kind = 38

// The fields of a signal. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	SignalText       journal.Field = 1
	SignalWhere      journal.Field = 2
	SignalTheme      journal.Field = 3
	SignalTo         journal.Field = 4
	SignalAbout      journal.Field = 5
	SignalState      journal.Field = 6
	SignalAnswer     journal.Field = 7
	SignalAnsweredOn journal.Field = 8
	SignalCases      journal.Field = 9
	SignalWeeks      journal.Field = 10
	SignalBefore     journal.Field = 11
	SignalSince      journal.Field = 12
	SignalMeeting    journal.Field = 13
	SignalGoal       journal.Field = 14
	SignalSite       journal.Field = 20
	SignalTakenOn    journal.Field = 21
)

// About is what a signal is about.
type About string

// What a signal is about.
const (
	Organisation About = "organisation"
	Curriculum   About = "curriculum"
	District     About = "district"
	Other        About = "other"
)

// Abouts are those that can be chosen, in their order.
func Abouts() []About { return []About{Organisation, Curriculum, District, Other} }

// State is how far a signal is.
type State string

// The states.
const (
	Open     State = "open"
	Taken    State = "taken"
	Done     State = "done"
	Declined State = "declined"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Open, Taken, Done, Declined} }

// Signal is one.
type Signal struct {
	together.Base
	Text       string
	Where      string // where it was seen
	Theme      string
	To         journal.ID
	About      About
	State      State
	Answer     string // what came of it
	AnsweredOn time.Time
	Cases      int        // how many were counted when it was sent; 0: not counted
	Weeks      int        // in how many weeks
	Before     int        // how many in the weeks before, of a statistical signal
	Since      time.Time  // the first day of those weeks
	Meeting    journal.ID // of which the minutes it is from; zero: none
	Goal       journal.ID // that it became; zero: none
	Site       journal.ID // whose figures the counts are; zero: somebody counted
	TakenOn    time.Time  // when it was taken up

	searched string // what it is found by; see Has
}

var signals = together.Room[Signal, *Signal]{
	Kind: KindSignal, Name: "signal", Title: func(s *Signal) string { return s.Text },
	Owners: func(s *Signal) []journal.ID { return []journal.ID{s.To} },
	Hidden: []journal.Field{SignalMeeting, SignalGoal, SignalSite},
	Writes: writes, Check: check,
	Take: func(s *Signal, _ []journal.Item) {
		s.searched = plain.Searched(strings.Join([]string{s.Text, s.Where, s.Theme, s.Answer}, "\n"))
	},
	Fields: func() model.Table[Signal] {
		return model.Table[Signal]{
			model.TextField(SignalText, "signal-text", func(s *Signal) *string { return &s.Text }),
			model.TextField(SignalWhere, "signal-where", func(s *Signal) *string { return &s.Where }),
			model.TextField(SignalTheme, "signal-theme", func(s *Signal) *string { return &s.Theme }),
			model.EntityField(SignalTo, "signal-to", func(s *Signal) *journal.ID { return &s.To }),
			model.TextField(SignalAbout, "signal-about", func(s *Signal) *About { return &s.About }),
			model.TextField(SignalState, "signal-state", func(s *Signal) *State { return &s.State }),
			model.TextField(SignalAnswer, "signal-answer", func(s *Signal) *string { return &s.Answer }),
			model.DayField(SignalAnsweredOn, "signal-answered-on", func(s *Signal) *time.Time { return &s.AnsweredOn }),
			model.NumberField(SignalCases, "signal-cases", func(s *Signal) *int { return &s.Cases }),
			model.NumberField(SignalWeeks, "signal-weeks", func(s *Signal) *int { return &s.Weeks }),
			model.NumberField(SignalBefore, "signal-before", func(s *Signal) *int { return &s.Before }),
			model.DayField(SignalSince, "signal-since", func(s *Signal) *time.Time { return &s.Since }),
			model.EntityField(SignalMeeting, "signal-meeting", func(s *Signal) *journal.ID { return &s.Meeting }),
			model.EntityField(SignalGoal, "signal-goal", func(s *Signal) *journal.ID { return &s.Goal }),
			model.EntityField(SignalSite, "signal-site", func(s *Signal) *journal.ID { return &s.Site }),
			model.DayField(SignalTakenOn, "signal-taken-on", func(s *Signal) *time.Time { return &s.TakenOn }),
		}
	},
}

// answers are the fields of what came of a signal: the one to whom it went writes them.
var answers = []journal.Field{SignalState, SignalAnswer, SignalAnsweredOn, SignalTakenOn, SignalGoal}

// writes lets the one to whom a signal went say what comes of it and hand it on, and who added it write all else.
func writes(s *Signal, by *model.Person, f journal.Field, alters bool) bool {
	switch {
	case model.ClearanceOf(*by).MayWrite(together.Scope()):
		return true
	case !alters:
		return false
	case f == SignalTo:
		return true
	case slices.Contains(answers, f):
		return s.To == by.ID
	}
	return s.AddedBy == by.ID
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow { return []journal.KindRow{signals.Row()} }

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return signals.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &signals }

// Table is every field of a signal.
func Table() model.Table[Signal] { return signals.Table() }

// Of reads a signal from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Signal { return signals.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (s Signal) AsSeenIn(was Signal) Signal {
	s.Base.AsSeenIn(&was.Base)
	return s
}

// MayEdit tells whether somebody may alter it.
func (s *Signal) MayEdit(by model.Person) bool { return signals.MayEdit(by, s) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Signal, error) {
	return signals.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Signal, error) {
	return signals.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Signal, error) {
	return signals.One(ctx, session, id)
}
