package model

import (
	"cmp"
	"fmt"
	"time"

	"leerbalie/model/daypart"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The fields of a person who learns. Numbers are on disk and never reused; 15 is FieldArchived.
const (
	PersonProgramme journal.Field = 10
	PersonCrebo     journal.Field = 11
	PersonCohort    journal.Field = 12
	PersonSchool    journal.Field = 13
	PersonYear      journal.Field = 14
	PersonDayParts  journal.Field = 16
	PersonThemes    journal.Field = 17
	PersonWishes    journal.Field = 18
	PersonStrong    journal.Field = 19
	PersonOpen      journal.Field = 20
	PersonStart     journal.Field = 21 // days since 1970, as for the end
	PersonEnd       journal.Field = 22
	PersonNormHours journal.Field = 23
	PersonStatus    journal.Field = 24
	PersonOutcome   journal.Field = 25
	PersonWaiting   journal.Field = 26 // days since 1970
	PersonTravel    journal.Field = 27
	PersonRoute     journal.Field = 31 // 28 to 30 are of a person
	PersonCompany   journal.Field = 32
	PersonGuide     journal.Field = 33
)

// Study is what is known of somebody who learns here: the programme, the placement, and what matters for a buddy.
type Study struct {
	Programme string
	Crebo     string // the programme's code; codes change by cohort
	Cohort    string
	School    string
	Year      int
	DayParts  DayParts     // when they can work
	Travel    []journal.ID // other sites where they can work
	Themes    []string     // codes of the site's themes, or as they were written elsewhere
	Wishes    []string     // what they would like in a buddy
	Strong    []string     // competences they have
	Open      []string     // competences they still have to show
	Start     time.Time
	End       time.Time
	NormHours int    // hours that the placement asks for
	Route     string // how the programme is followed, in the school's words: BOL, BBL, full-time
	Company   string // where the placement is, as the school calls it
	Guide     string // who guides the student there
	Status    StudyStatus
	Outcome   string    // how it ended: a code of StudyOutcomes
	Waiting   time.Time // since when they have been waiting for a buddy, where that is not since they began
}

// StudyStatus is how somebody who learns stands.
type StudyStatus string

// The statuses. The reason for a time-out is kept apart, for coordinators only.
const (
	StudyActive  StudyStatus = "active"
	StudyTimeOut StudyStatus = "time-out"
	StudyEnded   StudyStatus = "ended"
)

// StudyOutcomes are how learning here can end.
func StudyOutcomes() Codes {
	return Listed("study-outcome",
		Entry("diploma", "diploma", "diploma", "geslaagd", "graduated"),
		Entry("moved-up", "doorgestroomd naar een hoger niveau", "moved up a level", "doorstroom", "hoger niveau", "moved up"),
		Entry("job", "werk gevonden", "found a job", "baan", "werk", "employed"),
		Entry("left", "gestopt", "left", "uitgevallen", "vertrokken", "dropped out", "stopped"),
	)
}

// studyFields are the rows of the table of a person that tell of a study. Somebody active is kept without a status. What is counted
// stays when the student is erased: level, cohort, beginning, end, hours, and how it ended.
func studyFields() []Field[Person] {
	return []Field[Person]{
		TextField(PersonProgramme, "programme", func(p *Person) *string { return &p.Study.Programme }).AboutPerson(),
		TextField(PersonCrebo, "crebo", func(p *Person) *string { return &p.Study.Crebo }).Numeral().AboutPerson(),
		TextField(PersonCohort, "cohort", func(p *Person) *string { return &p.Study.Cohort }),
		TextField(PersonSchool, "school", func(p *Person) *string { return &p.Study.School }).AboutPerson(),
		NumberField(PersonYear, "year", func(p *Person) *int { return &p.Study.Year }).AboutPerson(),
		{On: PersonDayParts, Name: "dayparts", Kind: OfTexts, Personal: true, Get: func(p *Person) journal.Value { return journal.Texts(p.Study.DayParts.Codes()) },
			Put: func(p *Person, v journal.Value) { p.Study.DayParts = daypart.ReadDayParts(v.Texts()) }},
		TextsField(PersonThemes, "themes", func(p *Person) *[]string { return &p.Study.Themes }).AboutPerson(),
		TextsField(PersonWishes, "wishes", func(p *Person) *[]string { return &p.Study.Wishes }).AboutPerson(),
		TextsField(PersonStrong, "strong", func(p *Person) *[]string { return &p.Study.Strong }).AboutPerson(),
		TextsField(PersonOpen, "open", func(p *Person) *[]string { return &p.Study.Open }).AboutPerson(),
		DayField(PersonStart, "start", func(p *Person) *time.Time { return &p.Study.Start }),
		DayField(PersonEnd, "end", func(p *Person) *time.Time { return &p.Study.End }),
		NumberField(PersonNormHours, "norm-hours", func(p *Person) *int { return &p.Study.NormHours }),
		{On: PersonStatus, Name: "status", Get: func(p *Person) journal.Value {
			if p.Study.Status == StudyActive {
				return journal.Value{}
			}
			return journal.Text(string(p.Study.Status))
		}, Put: func(p *Person, v journal.Value) { p.Study.Status = StudyStatus(cmp.Or(v.Text(), string(StudyActive))) }},
		TextField(PersonOutcome, "outcome", func(p *Person) *string { return &p.Study.Outcome }),
		DayField(PersonWaiting, "waiting", func(p *Person) *time.Time { return &p.Study.Waiting }).AboutPerson(),
		EntitiesField(PersonTravel, "travel", func(p *Person) *[]journal.ID { return &p.Study.Travel }).AboutPerson(),
		TextField(PersonRoute, "route", func(p *Person) *string { return &p.Study.Route }).AboutPerson(),
		TextField(PersonCompany, "company", func(p *Person) *string { return &p.Study.Company }).AboutPerson(),
		TextField(PersonGuide, "guide", func(p *Person) *string { return &p.Study.Guide }).AboutPerson(),
	}
}

// check refuses what no student can be: years and hours out of reach, an end before the beginning.
func (s Study) check() error {
	switch {
	case s.Year < 0 || s.Year > 10:
		return fault.New(fault.Invalid, "study-year", "year", s.Year)
	case s.NormHours < 0 || s.NormHours > 10_000:
		return fault.New(fault.Invalid, "norm-hours", "hours", s.NormHours)
	case !s.End.IsZero() && s.End.Before(s.Start):
		return fault.New(fault.Invalid, "study-end", "start", s.Start.Format(time.DateOnly), "end", s.End.Format(time.DateOnly))
	}
	switch s.Status {
	case "", StudyActive, StudyTimeOut, StudyEnded:
		return nil
	}
	return fault.New(fault.Invalid, "study-status", "status", string(s.Status))
}

// placement is what a student does not say of themselves.
func (s Study) placement() string {
	status := s.Status
	if status == "" {
		status = StudyActive
	}
	return fmt.Sprint(status, s.Outcome, journal.DayNumber(s.Start), journal.DayNumber(s.End), s.NormHours, journal.DayNumber(s.Waiting), "\x00", s.Company, "\x00", s.Guide)
}

// At is the status on a calendar day: whose placement is over is not active.
func (s Study) At(day time.Time) StudyStatus {
	if s.Status == StudyActive && !s.End.IsZero() && days.Between(s.End, day) > 0 {
		return StudyEnded
	}
	return s.Status
}

// Begun tells whether the placement has begun on a calendar day.
func (s Study) Begun(day time.Time) bool { return s.Start.IsZero() || days.Between(s.Start, day) >= 0 }

// DayParts is a set of parts of the week.
type DayParts = daypart.DayParts

// AllDayParts is the whole week.
const AllDayParts = daypart.AllDayParts
