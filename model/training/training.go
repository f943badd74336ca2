// Package training is what organisations ask of the school: a training day, expertise; who asks, who gives it, when, for how many, and what came
// of it.
package training

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindTraining is the kind of a training. Its number is on disk and never reused.
const KindTraining journal.Kind = 40

// The fields of a training. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	TrainingWhat    journal.Field = 1
	TrainingPartner journal.Field = 2
	TrainingAsker   journal.Field = 3
	TrainingAsked   journal.Field = 4
	TrainingGivers  journal.Field = 5
	TrainingDay     journal.Field = 6
	TrainingMinutes journal.Field = 7
	TrainingPeople  journal.Field = 8
	TrainingState   journal.Field = 9
	TrainingCame    journal.Field = 10
	TrainingTheme   journal.Field = 11
)

// State is how far a training is.
type State string

// The states.
const (
	Asked    State = "asked"
	Planned  State = "planned"
	Given    State = "given"
	Declined State = "declined"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Asked, Planned, Given, Declined} }

// Training is one.
type Training struct {
	together.Base
	What    string
	Partner journal.ID   // who asks; zero: somebody who is no partner
	Asker   string       // who asks, where that is no partner
	Asked   time.Time    // when it was asked
	Givers  []journal.ID // who give it
	Day     time.Time    // when it is given; zero: not known yet
	Minutes int
	People  int // who came, as a number
	State   State
	Came    string // what came of it
	Theme   string
}

var trainings = together.Room[Training, *Training]{
	Kind: KindTraining, Name: "training", Title: func(t *Training) string { return t.What },
	Owners: func(t *Training) []journal.ID { return t.Givers },
	Check:  check,
	Fields: func() model.Table[Training] {
		return model.Table[Training]{
			model.TextField(TrainingWhat, "training-what", func(t *Training) *string { return &t.What }),
			model.EntityField(TrainingPartner, "training-partner", func(t *Training) *journal.ID { return &t.Partner }),
			model.TextField(TrainingAsker, "training-asker", func(t *Training) *string { return &t.Asker }),
			model.DayField(TrainingAsked, "training-asked", func(t *Training) *time.Time { return &t.Asked }),
			model.EntitiesField(TrainingGivers, "training-givers", func(t *Training) *[]journal.ID { return &t.Givers }),
			model.DayField(TrainingDay, "training-day", func(t *Training) *time.Time { return &t.Day }),
			model.NumberField(TrainingMinutes, "minutes", func(t *Training) *int { return &t.Minutes }),
			model.NumberField(TrainingPeople, "training-people", func(t *Training) *int { return &t.People }),
			model.TextField(TrainingState, "training-state", func(t *Training) *State { return &t.State }),
			model.TextField(TrainingCame, "training-came", func(t *Training) *string { return &t.Came }),
			model.TextField(TrainingTheme, "training-theme", func(t *Training) *string { return &t.Theme }),
		}
	},
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow { return []journal.KindRow{trainings.Row()} }

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return trainings.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &trainings }

// Table is every field of a training.
func Table() model.Table[Training] { return trainings.Table() }

// Of reads a training from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Training { return trainings.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (t Training) AsSeenIn(was Training) Training {
	t.Base.AsSeenIn(&was.Base)
	return t
}

// MayEdit tells whether somebody may alter it.
func (t *Training) MayEdit(by model.Person) bool { return trainings.MayEdit(by, t) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Training, error) {
	return trainings.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Training, error) {
	return trainings.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Training, error) {
	return trainings.One(ctx, session, id)
}
