package model

import (
	"fmt"
	"time"

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
	NormHours int // hours that the placement asks for
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

func studyOf(r *journal.Record) Study {
	s := Study{
		Programme: r.Get(PersonProgramme).Text(), Crebo: r.Get(PersonCrebo).Text(), Cohort: r.Get(PersonCohort).Text(),
		School: r.Get(PersonSchool).Text(), Year: int(r.Get(PersonYear).Int()), DayParts: readDayParts(r.Get(PersonDayParts).Texts()),
		Travel: r.Get(PersonTravel).IDs(), Themes: r.Get(PersonThemes).Texts(), Wishes: r.Get(PersonWishes).Texts(),
		Strong: r.Get(PersonStrong).Texts(), Open: r.Get(PersonOpen).Texts(), Start: journal.CalendarDay(r.Get(PersonStart).Int()),
		End: journal.CalendarDay(r.Get(PersonEnd).Int()), NormHours: int(r.Get(PersonNormHours).Int()),
		Status: StudyStatus(r.Get(PersonStatus).Text()), Outcome: r.Get(PersonOutcome).Text(), Waiting: journal.CalendarDay(r.Get(PersonWaiting).Int()),
	}
	if s.Status == "" {
		s.Status = StudyActive
	}
	return s
}

func (s Study) fields() journal.Fields {
	status := s.Status
	if status == StudyActive {
		status = ""
	}
	return journal.Fields{
		PersonProgramme.Is(journal.Text(s.Programme)), PersonCrebo.Is(journal.Text(s.Crebo)), PersonCohort.Is(journal.Text(s.Cohort)), PersonSchool.Is(journal.Text(s.School)),
		PersonYear.Is(journal.Int(int64(s.Year))), PersonDayParts.Is(journal.Texts(s.DayParts.Codes())), PersonThemes.Is(journal.Texts(s.Themes)),
		PersonWishes.Is(journal.Texts(s.Wishes)), PersonStrong.Is(journal.Texts(s.Strong)), PersonOpen.Is(journal.Texts(s.Open)), PersonStart.Is(journal.Int(journal.DayNumber(s.Start))),
		PersonEnd.Is(journal.Int(journal.DayNumber(s.End))), PersonNormHours.Is(journal.Int(int64(s.NormHours))), PersonStatus.Is(journal.Text(string(status))),
		PersonOutcome.Is(journal.Text(s.Outcome)), PersonWaiting.Is(journal.Int(journal.DayNumber(s.Waiting))), PersonTravel.Is(journal.Refs(s.Travel)),
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
	return fmt.Sprint(status, s.Outcome, journal.DayNumber(s.Start), journal.DayNumber(s.End), s.NormHours, journal.DayNumber(s.Waiting))
}

// At is the status on a day: who has not begun, or whose placement is over, is not active.
func (s Study) At(day time.Time) StudyStatus {
	if s.Status == StudyActive && !s.End.IsZero() && s.End.Before(day.Truncate(24*time.Hour)) {
		return StudyEnded
	}
	return s.Status
}

// Begun tells whether the placement has begun on a day.
func (s Study) Begun(day time.Time) bool { return s.Start.IsZero() || !s.Start.After(day) }
