package model

import "time"

// The fields of a time-out and of an answer on how a pair fits. Numbers are on disk and never reused.
const (
	TimeOutPerson Field = 1
	TimeOutReason Field = 2
	TimeOutFrom   Field = 3 // days since 1970
	TimeOutUntil  Field = 4 // days since 1970; when it is expected to end
	TimeOutEnded  Field = 5 // days since 1970

	FitPair   Field = 1
	FitPerson Field = 2
	FitSaid   Field = 3
	FitNote   Field = 4
	FitAt     Field = 5 // milliseconds since 1970
)

// TimeOut is a stretch in which a student cannot be in a pair. That there is one shows from the student; the reason is for
// coordinators.
type TimeOut struct {
	ID     ID
	Person ID
	Reason string
	From   time.Time
	Until  time.Time // when it is expected to end; zero: not known
	Ended  time.Time // zero: it goes on
}

// TimeOutOf reads a time-out from its record.
func TimeOutOf(r *Record) TimeOut {
	return TimeOut{ID: r.ID, Person: r.Get(TimeOutPerson).ID(), Reason: r.Get(TimeOutReason).Text(), From: dayOf(r.Get(TimeOutFrom).Int()),
		Until: dayOf(r.Get(TimeOutUntil).Int()), Ended: dayOf(r.Get(TimeOutEnded).Int())}
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
func FitAnswers() Codes {
	return listed("fit",
		entry(string(FitGood), "past goed", "a good fit", "goed", "good fit"),
		entry(string(FitDeciding), "weet het nog niet", "still deciding", "twijfel", "undecided"),
		entry(string(FitNot), "past niet goed", "not a good fit", "niet", "no fit"),
	)
}

// Fit is one member's answer, given in private.
type Fit struct {
	ID     ID
	Pair   ID
	Person ID
	Answer FitAnswer
	Note   string
	At     time.Time
}

// FitOf reads an answer from its record.
func FitOf(r *Record) Fit {
	return Fit{ID: r.ID, Pair: r.Get(FitPair).ID(), Person: r.Get(FitPerson).ID(), Answer: FitAnswer(r.Get(FitSaid).Text()),
		Note: r.Get(FitNote).Text(), At: moment(r.Get(FitAt).Int())}
}
