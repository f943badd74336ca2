package model

import (
	"slices"
	"sync"
	"time"

	"leerbalie/model/journal"
)

// Role is what a person may do here; one person can have several.
type Role string

// The roles. RoleDesk is front-desk staff, RoleSupervisor a practice supervisor; an administrator is a coordinator who
// also looks after keys and erasure. RoleGuest takes part in what the community does, and sees nothing else. RoleBoard is no person but the screen in a waiting room; see board.go.
const (
	RoleDesk        Role = "desk"
	RoleStudent     Role = "student"
	RoleTeacher     Role = "teacher"
	RoleSupervisor  Role = "supervisor"
	RoleCoordinator Role = "coordinator"
	RoleAdmin       Role = "admin"
	RoleGuest       Role = "guest"
	RoleBoard       Role = "board"
)

// Roles lists every role, in the order in which they are shown.
func Roles() []Role {
	return []Role{RoleDesk, RoleStudent, RoleTeacher, RoleSupervisor, RoleCoordinator, RoleAdmin, RoleGuest, RoleBoard}
}

// The fields of a person. Numbers are on disk and never reused.
const (
	PersonName       journal.Field = 1
	PersonRoles      journal.Field = 2
	PersonSite       journal.Field = 3
	PersonGroups     journal.Field = 4
	PersonLevel      journal.Field = 5
	PersonLanguages  journal.Field = 6
	PersonNumber     journal.Field = 7
	PersonEmail      journal.Field = 8
	PersonSupervisor journal.Field = 9
	PersonRescued    journal.Field = 28 // milliseconds since 1970; 29 is PersonClock; 10 to 27 and 31 to 33 are of a study
	PersonSourceID   journal.Field = 30
	PersonRemoved    journal.Field = 34
)

// Person is somebody who works or learns here. A student is a Person and can act.
type Person struct {
	ID         journal.ID
	Name       string
	Roles      []Role
	Site       journal.ID // where they work; zero for the whole organisation
	Groups     []journal.ID
	Level      string   // of a student: mbo-1 … mbo-4, ad, hbo
	Languages  []string // BCP 47 tags
	Number     string   // the school's or the organisation's own number
	Email      string
	Supervisor journal.ID // who answers for what this person does
	SourceID   string     // by which the file that it came from knows the person, such as OneRoster's sourcedId
	Study      Study      // of a student
	Rescued    time.Time  // when somebody else took the PIN of this person, who leads, away, until it was seen
	Archived   bool
	Removed    bool            // taken away as one who should never have come in; Archived as well
	Erased     bool            // a student whose records were erased: the name is gone
	ReadOnly   bool            // changed by a newer version of the program
	seen       *journal.Record // what it was read from, so that an edit replaces nothing that its writer had not seen
}

// PersonTable is the table of the fields of somebody who works or learns here, those of a study among them. It is made once
// and never altered.
func PersonTable() Table[Person] { return personTable() }

var personTable = sync.OnceValue(func() Table[Person] {
	return append(Table[Person]{
		TextField(PersonName, "name", func(p *Person) *string { return &p.Name }).AboutPerson(),
		TextsField(PersonRoles, "roles", func(p *Person) *[]Role { return &p.Roles }),
		EntityField(PersonSite, "site", func(p *Person) *journal.ID { return &p.Site }),
		EntitiesField(PersonGroups, "groups", func(p *Person) *[]journal.ID { return &p.Groups }),
		TextField(PersonLevel, "level", func(p *Person) *string { return &p.Level }),
		TextsField(PersonLanguages, "languages", func(p *Person) *[]string { return &p.Languages }).AboutPerson(),
		TextField(PersonNumber, "number", func(p *Person) *string { return &p.Number }).Numeral().AboutPerson(),
		TextField(PersonEmail, "email", func(p *Person) *string { return &p.Email }).AboutPerson(),
		EntityField(PersonSupervisor, "supervisor", func(p *Person) *journal.ID { return &p.Supervisor }).AboutPerson(),
	}, append(studyFields(), TextField(PersonSourceID, "source-id", func(p *Person) *string { return &p.SourceID }).Numeral().AboutPerson())...)
})

var numberedPerson = sync.OnceValue(func() Numbered[Person] { return personTable().Numbered() })

// PersonOf reads a person from its record.
func PersonOf(r *journal.Record) Person {
	p := Person{ID: r.ID, Study: Study{Status: StudyActive}, Archived: r.Archived() || r.Erased, Erased: r.Erased, ReadOnly: r.MinReader > journal.SchemaVersion}
	numberedPerson().Read(&p, r)
	p.seen = r
	p.Removed = r.Get(PersonRemoved).Bool()
	p.Rescued = journal.Moment(r.Get(PersonRescued).Int())
	return p
}

// fields is the person as a record holds it.
func (p Person) fields() journal.Fields { return numberedPerson().Values(&p) }

// Has tells whether the person has one of the roles. The screen of a waiting room has no other, whatever stands beside it.
func (p Person) Has(roles ...Role) bool {
	if p.IsBoard() {
		return slices.Contains(roles, RoleBoard)
	}
	for _, have := range p.Roles {
		for _, want := range roles {
			if have == want {
				return true
			}
		}
	}
	return false
}

// OnlyStudent tells whether the person learns here and has no role of a professional beside it.
func (p Person) OnlyStudent() bool {
	return p.Has(RoleStudent) && !p.Has(RoleDesk, RoleSupervisor, RoleCoordinator, RoleAdmin)
}

// IsGuest tells whether the person only takes part in what the community does: no desk, no dossiers, and of people nothing but names.
func (p Person) IsGuest() bool {
	return len(p.Roles) > 0 && !slices.ContainsFunc(p.Roles, func(r Role) bool { return r != RoleGuest })
}

// AsSeenIn is the person, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (p Person) AsSeenIn(was Person) Person {
	p.seen = was.seen
	return p
}
