package model

import (
	"fmt"
	"time"
)

// The fields of a person who learns. Numbers are on disk and never reused; 15 is FieldArchived.
const (
	PersonProgramme Field = 10
	PersonCrebo     Field = 11
	PersonCohort    Field = 12
	PersonSchool    Field = 13
	PersonYear      Field = 14
	PersonDayParts  Field = 16
	PersonThemes    Field = 17
	PersonWishes    Field = 18
	PersonStrong    Field = 19
	PersonOpen      Field = 20
	PersonStart     Field = 21 // days since 1970, as for the end
	PersonEnd       Field = 22
	PersonNormHours Field = 23
	PersonStatus    Field = 24
	PersonOutcome   Field = 25
	PersonWaiting   Field = 26 // days since 1970
	PersonTravel    Field = 27
)

// Study is what is known of somebody who learns here: the programme, the placement, and what matters for a buddy.
type Study struct {
	Programme string
	Crebo     string // the programme's code; codes change by cohort
	Cohort    string
	School    string
	Year      int
	DayParts  DayParts // when they can work
	Travel    []ID     // other sites where they can work
	Themes    []string // codes of the site's themes, or as they were written elsewhere
	Wishes    []string // what they would like in a buddy
	Strong    []string // competences they have
	Open      []string // competences they still have to show
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
	return listed("study-outcome",
		entry("diploma", "diploma", "diploma", "geslaagd", "graduated"),
		entry("moved-up", "doorgestroomd naar een hoger niveau", "moved up a level", "doorstroom", "hoger niveau", "moved up"),
		entry("job", "werk gevonden", "found a job", "baan", "werk", "employed"),
		entry("left", "gestopt", "left", "uitgevallen", "vertrokken", "dropped out", "stopped"),
	)
}

func studyOf(r *Record) Study {
	s := Study{
		Programme: r.Get(PersonProgramme).Text(), Crebo: r.Get(PersonCrebo).Text(), Cohort: r.Get(PersonCohort).Text(),
		School: r.Get(PersonSchool).Text(), Year: int(r.Get(PersonYear).Int()), DayParts: readDayParts(r.Get(PersonDayParts).Texts()),
		Travel: r.Get(PersonTravel).IDs(), Themes: r.Get(PersonThemes).Texts(), Wishes: r.Get(PersonWishes).Texts(),
		Strong: r.Get(PersonStrong).Texts(), Open: r.Get(PersonOpen).Texts(), Start: dayOf(r.Get(PersonStart).Int()),
		End: dayOf(r.Get(PersonEnd).Int()), NormHours: int(r.Get(PersonNormHours).Int()),
		Status: StudyStatus(r.Get(PersonStatus).Text()), Outcome: r.Get(PersonOutcome).Text(), Waiting: dayOf(r.Get(PersonWaiting).Int()),
	}
	if s.Status == "" {
		s.Status = StudyActive
	}
	return s
}

func (s Study) fields() Fields {
	status := s.Status
	if status == StudyActive {
		status = ""
	}
	return Fields{
		PersonProgramme.Is(Text(s.Programme)), PersonCrebo.Is(Text(s.Crebo)), PersonCohort.Is(Text(s.Cohort)), PersonSchool.Is(Text(s.School)),
		PersonYear.Is(Int(int64(s.Year))), PersonDayParts.Is(Texts(s.DayParts.Codes())), PersonThemes.Is(Texts(s.Themes)),
		PersonWishes.Is(Texts(s.Wishes)), PersonStrong.Is(Texts(s.Strong)), PersonOpen.Is(Texts(s.Open)), PersonStart.Is(Int(days(s.Start))),
		PersonEnd.Is(Int(days(s.End))), PersonNormHours.Is(Int(int64(s.NormHours))), PersonStatus.Is(Text(string(status))),
		PersonOutcome.Is(Text(s.Outcome)), PersonWaiting.Is(Int(days(s.Waiting))), PersonTravel.Is(Refs(s.Travel)),
	}
}

// check refuses what no student can be: years and hours out of reach, an end before the beginning.
func (s Study) check() error {
	switch {
	case s.Year < 0 || s.Year > 10:
		return Fail(Invalid, "study-year", "year", s.Year)
	case s.NormHours < 0 || s.NormHours > 10_000:
		return Fail(Invalid, "norm-hours", "hours", s.NormHours)
	case !s.End.IsZero() && s.End.Before(s.Start):
		return Fail(Invalid, "study-end", "start", s.Start.Format(time.DateOnly), "end", s.End.Format(time.DateOnly))
	}
	switch s.Status {
	case "", StudyActive, StudyTimeOut, StudyEnded:
		return nil
	}
	return Fail(Invalid, "study-status", "status", string(s.Status))
}

// placement is what a student does not say of themselves.
func (s Study) placement() string {
	status := s.Status
	if status == "" {
		status = StudyActive
	}
	return fmt.Sprint(status, s.Outcome, days(s.Start), days(s.End), s.NormHours, days(s.Waiting))
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
