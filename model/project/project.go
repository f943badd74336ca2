// Package project is the projects of a learning community in a district: their theme, the programme that professionals, teachers and schools set
// together, who takes part, the sessions and how many residents came, and what came of it. A project names no resident: those who came are a
// number. Who of the students was at a session stands in each student's ledger, see model/ledger.
package project

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindProject is the kind of a project. Its number is on disk and never reused.
const KindProject journal.Kind = 35

// The fields of a project. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy. 11 to 13 are not used: who takes
// part stands in items, so that two who name somebody apart from each other both did.
const (
	ProjectTitle      journal.Field = 1
	ProjectDistrict   journal.Field = 2
	ProjectTheme      journal.Field = 3
	ProjectTarget     journal.Field = 4
	ProjectWhy        journal.Field = 5
	ProjectProgramme  journal.Field = 6
	ProjectFrom       journal.Field = 7
	ProjectTo         journal.Field = 8
	ProjectHoursAWeek journal.Field = 9
	ProjectLeaders    journal.Field = 10
	ProjectPartners   journal.Field = 14
	ProjectNodes      journal.Field = 17
	ProjectWork       journal.Field = 18
	ProjectState      journal.Field = 19
	ProjectCame       journal.Field = 20
	ProjectNoHours    journal.Field = 21
)

// State is how far a project is.
type State string

// The states.
const (
	Planned State = "planned"
	Running State = "running"
	Done    State = "done"
	Stopped State = "stopped"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Planned, Running, Done, Stopped} }

// Project is one.
type Project struct {
	together.Base
	Title      string
	District   string
	Theme      string
	Target     string // for whom it is
	Why        string
	Programme  string
	From       time.Time
	To         time.Time
	HoursAWeek int          // of a student
	Leaders    []journal.ID // who lead it
	Partners   []journal.ID // model/partner
	Nodes      []journal.ID // what it is evidence of
	Work       string       // the kind of work; a code of together.WorkKinds
	State      State
	Came       string // what came of it
	NoHours    bool   // being there counts for no hours

	// What stands on it. For Add, Students, Pairs and Guests are who take part from the beginning.
	Students []journal.ID // who take part now, by themselves
	Pairs    []journal.ID // pairs of students that take part now
	Guests   []journal.ID // others who take part now
	Members  []Member     // all who take part or did, with since when and until when
	Agreed   []Agreement  // who agreed with the programme, as it is now or as it was, the earliest first
	Sessions []Session    // by day
	Results  []Result     // by day
	Notes    []Note       // the earliest first
}

var projects = together.Room[Project, *Project]{
	Kind: KindProject, Name: "project", Title: func(p *Project) string { return p.Title },
	Owners: func(p *Project) []journal.ID { return p.Leaders },
	Check:  check, Items: items(), Take: take,
	Fields: func() model.Table[Project] {
		return model.Table[Project]{
			model.TextField(ProjectTitle, "project-title", func(p *Project) *string { return &p.Title }),
			model.TextField(ProjectDistrict, "project-district", func(p *Project) *string { return &p.District }),
			model.TextField(ProjectTheme, "project-theme", func(p *Project) *string { return &p.Theme }),
			model.TextField(ProjectTarget, "project-target", func(p *Project) *string { return &p.Target }),
			model.TextField(ProjectWhy, "project-why", func(p *Project) *string { return &p.Why }),
			model.TextField(ProjectProgramme, "project-programme", func(p *Project) *string { return &p.Programme }),
			model.DayField(ProjectFrom, "project-from", func(p *Project) *time.Time { return &p.From }),
			model.DayField(ProjectTo, "project-to", func(p *Project) *time.Time { return &p.To }),
			model.NumberField(ProjectHoursAWeek, "project-hours-a-week", func(p *Project) *int { return &p.HoursAWeek }),
			model.EntitiesField(ProjectLeaders, "project-leaders", func(p *Project) *[]journal.ID { return &p.Leaders }),
			model.EntitiesField(ProjectPartners, "project-partners", func(p *Project) *[]journal.ID { return &p.Partners }),
			model.EntitiesField(ProjectNodes, "project-nodes", func(p *Project) *[]journal.ID { return &p.Nodes }),
			model.CodeField(ProjectWork, "work", model.Everywhere(together.WorkKinds), func(p *Project) *string { return &p.Work }),
			model.TextField(ProjectState, "project-state", func(p *Project) *State { return &p.State }),
			model.TextField(ProjectCame, "project-came", func(p *Project) *string { return &p.Came }),
			model.FlagField(ProjectNoHours, "project-no-hours", func(p *Project) *bool { return &p.NoHours }),
		}
	},
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow { return []journal.KindRow{projects.Row()} }

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return projects.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &projects }

// Table is every field of a project.
func Table() model.Table[Project] { return projects.Table() }

// Of reads a project from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Project { return projects.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (p Project) AsSeenIn(was Project) Project {
	p.Base.AsSeenIn(&was.Base)
	return p
}

// MayEdit tells whether somebody may alter it.
func (p *Project) MayEdit(by model.Person) bool { return projects.MayEdit(by, p) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Project, error) {
	return projects.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Project, error) {
	return projects.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Project, error) {
	return projects.One(ctx, session, id)
}
