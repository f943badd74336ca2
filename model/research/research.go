// Package research is what is looked into in a learning community, as a graduation project or otherwise: the question, who looks, who supervises,
// which project or goal it serves, and what came of it.
package research

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindResearch is the kind of a piece of research. Its number is on disk and never reused.
const KindResearch journal.Kind = 39

// The fields of a piece of research. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	ResearchQuestion   journal.Field = 1
	ResearchStudents   journal.Field = 2
	ResearchSupervisor journal.Field = 3
	ResearchProject    journal.Field = 4
	ResearchGoal       journal.Field = 5
	ResearchFrom       journal.Field = 6
	ResearchTo         journal.Field = 7
	ResearchState      journal.Field = 8
	ResearchCame       journal.Field = 9
	ResearchSchool     journal.Field = 10
)

// State is how far a piece of research is.
type State string

// The states.
const (
	Running State = "running"
	Done    State = "done"
	Stopped State = "stopped"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Running, Done, Stopped} }

// Research is one.
type Research struct {
	together.Base
	Question   string
	Students   []journal.ID // who look into it
	Supervisor journal.ID
	Project    journal.ID // that it serves; zero: none
	Goal       journal.ID // that it serves; zero: none
	From       time.Time
	To         time.Time
	State      State
	Came       string // what came of it
	School     string
}

var looks = together.Room[Research, *Research]{
	Kind: KindResearch, Name: "research", Title: func(r *Research) string { return r.Question },
	Owners: func(r *Research) []journal.ID { return append(slices.Clone(r.Students), r.Supervisor) },
	Check:  check,
	Fields: func() model.Table[Research] {
		return model.Table[Research]{
			model.TextField(ResearchQuestion, "research-question", func(r *Research) *string { return &r.Question }),
			model.EntitiesField(ResearchStudents, "research-students", func(r *Research) *[]journal.ID { return &r.Students }),
			model.EntityField(ResearchSupervisor, "research-supervisor", func(r *Research) *journal.ID { return &r.Supervisor }),
			model.EntityField(ResearchProject, "research-project", func(r *Research) *journal.ID { return &r.Project }),
			model.EntityField(ResearchGoal, "research-goal", func(r *Research) *journal.ID { return &r.Goal }),
			model.DayField(ResearchFrom, "research-from", func(r *Research) *time.Time { return &r.From }),
			model.DayField(ResearchTo, "research-to", func(r *Research) *time.Time { return &r.To }),
			model.TextField(ResearchState, "research-state", func(r *Research) *State { return &r.State }),
			model.TextField(ResearchCame, "research-came", func(r *Research) *string { return &r.Came }),
			model.TextField(ResearchSchool, "research-school", func(r *Research) *string { return &r.School }),
		}
	},
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow { return []journal.KindRow{looks.Row()} }

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return looks.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &looks }

// Table is every field of a piece of research.
func Table() model.Table[Research] { return looks.Table() }

// Of reads a piece of research from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Research { return looks.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (r Research) AsSeenIn(was Research) Research {
	r.Base.AsSeenIn(&was.Base)
	return r
}

// MayEdit tells whether somebody may alter it.
func (r *Research) MayEdit(by model.Person) bool { return looks.MayEdit(by, r) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Research, error) {
	return looks.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Research, error) {
	return looks.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Research, error) {
	return looks.One(ctx, session, id)
}
