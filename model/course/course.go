// Package course is the courses of a learning community: when and where, who teaches, which groups take part and rotate, how it is tested and
// what it is evidence of. A course names no student but those who teach: who came and what came of the tests stands in each student's ledger,
// see model/ledger, and is written and read from here.
package course

import (
	"slices"
	"strings"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// KindCourse is the kind of a course. Its number is on disk and never reused.
const KindCourse journal.Kind = 26

// The fields of a course. Numbers are on disk and never reused; 15 is FieldArchived.
const (
	CourseTitle     journal.Field = 1
	CourseTerm      journal.Field = 2
	CourseTheme     journal.Field = 3
	CourseDates     journal.Field = 4 // as 2026-12-04, in the order of the rotation
	CourseCancelled journal.Field = 5
	CourseStart     journal.Field = 6
	CourseMinutes   journal.Field = 7
	CoursePlace     journal.Field = 8
	CourseGroups    journal.Field = 9 // in the order of the rotation
	CourseStations  journal.Field = 10
	CourseTeachers  journal.Field = 11
	CourseTests     journal.Field = 12
	CourseVaries    journal.Field = 13
	CourseNodes     journal.Field = 14
	CourseNoHours   journal.Field = 16
	CourseAddedBy   journal.Field = 17
	CourseScale     journal.Field = 18
)

// Varying is whether all students of a course do the same tests.
type Varying string

// The ways: all do the same, each student chooses one, or each group has its own.
const (
	Same     Varying = ""
	ByChoice Varying = "choice"
	ByGroup  Varying = "group"
)

// Varyings are those that can be chosen.
func Varyings() []Varying { return []Varying{Same, ByChoice, ByGroup} }

// Course is one course.
type Course struct {
	ID        journal.ID
	Title     string
	Term      string // half a school year, as TermOf writes it, or the school's own word
	Theme     string // in the course's words
	Dates     []time.Time
	Cancelled []time.Time // those of Dates that do not go on
	Start     string      // 09:30, at the place; "" where that is not said
	Minutes   int         // of one date
	Place     string
	Groups    []journal.ID // that take part, in the order in which they rotate; none: everybody who learns here
	Stations  []string     // of a carousel, in the order in which a group goes past them; none: it is no carousel
	Teachers  []journal.ID // who lead it, students too
	Tests     []string     // the forms of test, in the course's words
	Varies    Varying
	Nodes     []journal.ID // what it is evidence of
	Scale     string       // the name of the scale of its tests; "": see ScaleIn
	NoHours   bool         // being there counts for no hours
	AddedBy   journal.ID

	Archived bool
	ReadOnly bool            // changed by a newer version of the program
	seen     *journal.Record // what it was read from; see model.Doing.SetFrom
}

// Scope is where courses are kept: everybody reads them.
func Scope() journal.Scope {
	return journal.Scope{Class: journal.Community, Part: journal.Organisation()}
}

var table = sync.OnceValue(func() model.Table[Course] {
	return model.Table[Course]{
		model.TextField(CourseTitle, "course-title", func(c *Course) *string { return &c.Title }),
		model.TextField(CourseTerm, "course-term", func(c *Course) *string { return &c.Term }),
		model.TextField(CourseTheme, "course-theme", func(c *Course) *string { return &c.Theme }),
		daysField(CourseDates, "course-dates", func(c *Course) *[]time.Time { return &c.Dates }),
		daysField(CourseCancelled, "course-cancelled", func(c *Course) *[]time.Time { return &c.Cancelled }),
		model.TextField(CourseStart, "course-start", func(c *Course) *string { return &c.Start }),
		model.NumberField(CourseMinutes, "minutes", func(c *Course) *int { return &c.Minutes }),
		model.TextField(CoursePlace, "course-place", func(c *Course) *string { return &c.Place }),
		model.EntitiesField(CourseGroups, "groups", func(c *Course) *[]journal.ID { return &c.Groups }),
		model.TextsField(CourseStations, "course-stations", func(c *Course) *[]string { return &c.Stations }),
		model.EntitiesField(CourseTeachers, "course-teachers", func(c *Course) *[]journal.ID { return &c.Teachers }),
		model.TextsField(CourseTests, "course-tests", func(c *Course) *[]string { return &c.Tests }),
		model.TextField(CourseVaries, "course-varies", func(c *Course) *Varying { return &c.Varies }),
		model.EntitiesField(CourseNodes, "course-nodes", func(c *Course) *[]journal.ID { return &c.Nodes }),
		model.TextField(CourseScale, "course-scale", func(c *Course) *string { return &c.Scale }),
		model.FlagField(CourseNoHours, "course-no-hours", func(c *Course) *bool { return &c.NoHours }),
		model.EntityField(CourseAddedBy, "added-by", func(c *Course) *journal.ID { return &c.AddedBy }),
	}
})

// daysField is a field that holds several calendar days, as texts that can be read.
func daysField(on journal.Field, name string, at func(*Course) *[]time.Time) model.Field[Course] {
	return model.Field[Course]{On: on, Name: name, Kind: model.OfTexts, Get: func(c *Course) journal.Value {
		texts := make([]string, len(*at(c)))
		for i, d := range *at(c) {
			texts[i] = d.Format(time.DateOnly)
		}
		return journal.Texts(texts)
	}, Put: func(c *Course, v journal.Value) {
		*at(c) = nil
		for _, t := range v.Texts() {
			if d, err := time.Parse(time.DateOnly, t); err == nil {
				*at(c) = append(*at(c), d)
			}
		}
	}}
}

var numbered = sync.OnceValue(func() model.Numbered[Course] { return table().Numbered() })

// Table is every field of a course.
func Table() model.Table[Course] { return table() }

// Of reads a course from its record.
func Of(r *journal.Record) Course {
	c := Course{ID: r.ID, Archived: r.Archived() || r.Erased, ReadOnly: r.MinReader > journal.SchemaVersion, seen: r}
	numbered().Read(&c, r)
	return c
}

// AsSeenIn is the course, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (c Course) AsSeenIn(was Course) Course {
	c.seen = was.seen
	return c
}

// Leads tells whether a person teaches the course.
func (c *Course) Leads(person journal.ID) bool { return slices.Contains(c.Teachers, person) }

// ledBy tells whether somebody teaches the course and may know who was there: a guest may not.
func (c *Course) ledBy(by *model.Person) bool { return c.Leads(by.ID) && !by.IsGuest() }

// Has tells whether a day is one of the course, and Off whether it does not go on.
func (c *Course) Has(day time.Time) bool { return slices.ContainsFunc(c.Dates, day.Equal) }

// Off tells whether a day of the course does not go on.
func (c *Course) Off(day time.Time) bool { return slices.ContainsFunc(c.Cancelled, day.Equal) }

// ByDay are the days of the course, the first first. Dates has them in the order of the rotation: a date that was moved keeps its stations.
func (c *Course) ByDay() []time.Time {
	out := slices.Clone(c.Dates)
	slices.SortFunc(out, time.Time.Compare)
	return out
}

// First and Last are the first and the last day; zero for a course without any.
func (c *Course) First() time.Time {
	if all := c.ByDay(); len(all) > 0 {
		return all[0]
	}
	return time.Time{}
}

// Last is the last day of the course; zero for one without any.
func (c *Course) Last() time.Time {
	if all := c.ByDay(); len(all) > 0 {
		return all[len(all)-1]
	}
	return time.Time{}
}

// Station is at which station of the carousel a group is on a day: on date i, group j is at station (i+j) mod n. "" where it is no carousel, and for
// another group or day.
func (c *Course) Station(day time.Time, group journal.ID) string {
	i, j := slices.IndexFunc(c.Dates, day.Equal), slices.Index(c.Groups, group)
	if i < 0 || j < 0 || len(c.Stations) == 0 {
		return ""
	}
	return c.Stations[(i+j)%len(c.Stations)]
}

// GroupOf is with which of its groups a student takes part; ok is false for who does not. Where everybody takes part it is the student's own.
func (c *Course) GroupOf(student *model.Person) (group journal.ID, ok bool) {
	if !student.Has(model.RoleStudent) || student.Archived {
		return group, false
	}
	if len(c.Groups) == 0 {
		if len(student.Groups) > 0 {
			group = student.Groups[0]
		}
		return group, true
	}
	for _, g := range c.Groups {
		if slices.Contains(student.Groups, g) {
			return g, true
		}
	}
	return group, false
}

// TermOf is the half of a school year in which a day lies: 2026-2027/1 from August to January, /2 from February to July.
func TermOf(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	year, half := day.Year(), "/1"
	if day.Month() < time.August {
		year--
		if day.Month() > time.January {
			half = "/2"
		}
	}
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + "-" + time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + half
}

// TermDays are the first and the last day of a term that TermOf wrote; ok is false for a word of the school's own.
func TermDays(term string) (from, to time.Time, ok bool) {
	years, half, found := strings.Cut(term, "/")
	first, second, both := strings.Cut(years, "-")
	a, err := time.Parse("2006", first)
	b, err2 := time.Parse("2006", second)
	if !found || !both || err != nil || err2 != nil || b.Year() != a.Year()+1 {
		return from, to, false
	}
	switch half {
	case "1":
		return time.Date(a.Year(), time.August, 1, 0, 0, 0, 0, time.UTC), time.Date(b.Year(), time.January, 31, 0, 0, 0, 0, time.UTC), true
	case "2":
		return time.Date(b.Year(), time.February, 1, 0, 0, 0, 0, time.UTC), time.Date(b.Year(), time.July, 31, 0, 0, 0, 0, time.UTC), true
	}
	return from, to, false
}

// EvidenceID is the id of the evidence that a course is for a student: made twice, or on two copies, it is one piece.
func EvidenceID(course, student journal.ID) journal.ID {
	return journal.KeyedID("course-evidence", string(course[:]), string(student[:]))
}

// TestEvidenceID is the same of one test of a course.
func TestEvidenceID(course journal.ID, test string, student journal.ID) journal.ID {
	return journal.KeyedID("course-test-evidence", string(course[:]), test, string(student[:]))
}
