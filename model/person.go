package model

import "leerbalie/model/journal"

// Role is what a person may do here; one person can have several.
type Role string

// The roles. RoleDesk is front-desk staff, RoleSupervisor a practice supervisor; an administrator is a coordinator who
// also looks after keys and erasure.
const (
	RoleDesk        Role = "desk"
	RoleStudent     Role = "student"
	RoleTeacher     Role = "teacher"
	RoleSupervisor  Role = "supervisor"
	RoleCoordinator Role = "coordinator"
	RoleAdmin       Role = "admin"
)

// Roles lists every role, in the order in which they are shown.
func Roles() []Role {
	return []Role{RoleDesk, RoleStudent, RoleTeacher, RoleSupervisor, RoleCoordinator, RoleAdmin}
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
	Study      Study      // of a student
	Archived   bool
	ReadOnly   bool // changed by a newer version of the program
}

// PersonOf reads a person from its record.
func PersonOf(r *journal.Record) Person {
	p := Person{
		ID:         r.ID,
		Name:       r.Get(PersonName).Text(),
		Site:       r.Get(PersonSite).ID(),
		Groups:     r.Get(PersonGroups).IDs(),
		Level:      r.Get(PersonLevel).Text(),
		Languages:  r.Get(PersonLanguages).Texts(),
		Number:     r.Get(PersonNumber).Text(),
		Email:      r.Get(PersonEmail).Text(),
		Supervisor: r.Get(PersonSupervisor).ID(),
		Study:      studyOf(r),
		Archived:   r.Archived(),
		ReadOnly:   r.MinReader > journal.SchemaVersion,
	}
	for _, t := range r.Get(PersonRoles).Texts() {
		p.Roles = append(p.Roles, Role(t))
	}
	return p
}

// fields is the person as a record holds it.
func (p Person) fields() journal.Fields {
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	return append(journal.Fields{
		PersonName.Is(journal.Text(p.Name)), PersonRoles.Is(journal.Texts(roles)), PersonSite.Is(journal.Ref(p.Site)), PersonGroups.Is(journal.Refs(p.Groups)),
		PersonLevel.Is(journal.Text(p.Level)), PersonLanguages.Is(journal.Texts(p.Languages)), PersonNumber.Is(journal.Text(p.Number)),
		PersonEmail.Is(journal.Text(p.Email)), PersonSupervisor.Is(journal.Ref(p.Supervisor)),
	}, p.Study.fields()...)
}

// Has tells whether the person has one of the roles.
func (p Person) Has(roles ...Role) bool {
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
