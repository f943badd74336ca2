package pairs

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields of a time-out and of an answer on how a pair fits. Numbers are on disk and never reused.
const (
	TimeOutPerson journal.Field = 1
	TimeOutReason journal.Field = 2
	TimeOutFrom   journal.Field = 3 // days since 1970
	TimeOutUntil  journal.Field = 4 // days since 1970; when it is expected to end
	TimeOutEnded  journal.Field = 5 // days since 1970

	FitPair   journal.Field = 1
	FitPerson journal.Field = 2
	FitSaid   journal.Field = 3
	FitNote   journal.Field = 4
	FitAt     journal.Field = 5 // milliseconds since 1970
)

// TimeOut is a stretch in which a student cannot be in a pair. That there is one shows from the student; the reason is for
// coordinators.
type TimeOut struct {
	ID     journal.ID
	Person journal.ID
	Reason string
	From   time.Time
	Until  time.Time // when it is expected to end; zero: not known
	Ended  time.Time // zero: it goes on
}

// TimeOutOf reads a time-out from its record.
func TimeOutOf(r *journal.Record) TimeOut {
	return TimeOut{ID: r.ID, Person: r.Get(TimeOutPerson).ID(), Reason: r.Get(TimeOutReason).Text(), From: journal.CalendarDay(r.Get(TimeOutFrom).Int()),
		Until: journal.CalendarDay(r.Get(TimeOutUntil).Int()), Ended: journal.CalendarDay(r.Get(TimeOutEnded).Int())}
}

// FitAnswer is what one member says about how a pair fits, after the first weeks.
type FitAnswer string

// The answers.
const (
	FitGood     FitAnswer = "good"
	FitDeciding FitAnswer = "deciding"
	FitNot      FitAnswer = "not"
)

// FitAnswers are the answers to choose from.
func FitAnswers() model.Codes {
	return model.Listed("fit",
		model.Entry(string(FitGood), "past goed", "a good fit", "goed", "good fit"),
		model.Entry(string(FitDeciding), "weet het nog niet", "still deciding", "twijfel", "undecided"),
		model.Entry(string(FitNot), "past niet goed", "not a good fit", "niet", "no fit"),
	)
}

// Fit is one member's answer, given in private.
type Fit struct {
	ID     journal.ID
	Pair   journal.ID
	Person journal.ID
	Answer FitAnswer
	Note   string
	At     time.Time
}

// FitOf reads an answer from its record.
func FitOf(r *journal.Record) Fit {
	return Fit{ID: r.ID, Pair: r.Get(FitPair).ID(), Person: r.Get(FitPerson).ID(), Answer: FitAnswer(r.Get(FitSaid).Text()),
		Note: r.Get(FitNote).Text(), At: journal.Moment(r.Get(FitAt).Int())}
}
