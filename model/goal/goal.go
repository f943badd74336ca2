// Package goal is the common agenda of a learning community: goals, each with somebody who owns it, why, by when, in which phase and what may be
// expected of that, the steps and small results on the way, and what the community still has to learn for it and who offers that.
package goal

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindGoal is the kind of a goal. Its number is on disk and never reused.
const KindGoal journal.Kind = 33

// The fields of a goal. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	GoalTitle    journal.Field = 1
	GoalWhy      journal.Field = 2
	GoalOwner    journal.Field = 3
	GoalBy       journal.Field = 4
	GoalPhase    journal.Field = 5
	GoalExpect   journal.Field = 6
	GoalTheme    journal.Field = 7
	GoalState    journal.Field = 8
	GoalCame     journal.Field = 9
	GoalEnded    journal.Field = 10
	GoalMeeting  journal.Field = 11
	GoalWork     journal.Field = 12
	GoalMembers  journal.Field = 13
	GoalProjects journal.Field = 14
)

// State is how far a goal is.
type State string

// The states.
const (
	Open    State = "open"
	Reached State = "reached"
	Dropped State = "dropped"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Open, Reached, Dropped} }

// Goal is one.
type Goal struct {
	together.Base
	Title    string
	Why      string
	Owner    journal.ID // of any role
	By       time.Time  // until when; zero: not said
	Phase    string     // in the community's words
	Expect   string     // what may be expected of that phase
	Theme    string
	State    State
	Came     string       // what came of it, once it is reached or let go
	Ended    time.Time    // when; zero while it runs
	Meeting  journal.ID   // of which the minutes it is from; zero: none
	Work     string       // the kind of work; a code of together.WorkKinds
	Members  []journal.ID // who work on it with its owner
	Projects []journal.ID // that serve it

	Steps   []Step // in the order in which they were added, as those below
	Results []Result
	Needs   []Need
}

var goals = together.Room[Goal, *Goal]{
	Kind: KindGoal, Name: "goal", Title: func(g *Goal) string { return g.Title },
	Owners: func(g *Goal) []journal.ID { return append([]journal.ID{g.Owner}, g.Members...) },
	Items:  itemKinds(), Take: take,
	Check: check,
	Fields: func() model.Table[Goal] {
		return model.Table[Goal]{
			model.TextField(GoalTitle, "goal-title", func(g *Goal) *string { return &g.Title }),
			model.TextField(GoalWhy, "goal-why", func(g *Goal) *string { return &g.Why }),
			model.EntityField(GoalOwner, "goal-owner", func(g *Goal) *journal.ID { return &g.Owner }),
			model.DayField(GoalBy, "goal-by", func(g *Goal) *time.Time { return &g.By }),
			model.TextField(GoalPhase, "goal-phase", func(g *Goal) *string { return &g.Phase }),
			model.TextField(GoalExpect, "goal-expect", func(g *Goal) *string { return &g.Expect }),
			model.TextField(GoalTheme, "goal-theme", func(g *Goal) *string { return &g.Theme }),
			model.TextField(GoalState, "goal-state", func(g *Goal) *State { return &g.State }),
			model.TextField(GoalCame, "goal-came", func(g *Goal) *string { return &g.Came }),
			model.DayField(GoalEnded, "goal-ended", func(g *Goal) *time.Time { return &g.Ended }),
			model.EntityField(GoalMeeting, "goal-meeting", func(g *Goal) *journal.ID { return &g.Meeting }),
			model.CodeField(GoalWork, "work", model.Everywhere(together.WorkKinds), func(g *Goal) *string { return &g.Work }),
			model.EntitiesField(GoalMembers, "goal-members", func(g *Goal) *[]journal.ID { return &g.Members }),
			model.EntitiesField(GoalProjects, "goal-projects", func(g *Goal) *[]journal.ID { return &g.Projects }),
		}
	},
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow { return []journal.KindRow{goals.Row()} }

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return goals.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &goals }

// Table is every field of a goal.
func Table() model.Table[Goal] { return goals.Table() }

// Of reads a goal from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Goal { return goals.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (g Goal) AsSeenIn(was Goal) Goal {
	g.Base.AsSeenIn(&was.Base)
	return g
}

// MayEdit tells whether somebody may alter it.
func (g *Goal) MayEdit(by model.Person) bool { return goals.MayEdit(by, g) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Goal, error) { return goals.All(ctx, session) }

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Goal, error) {
	return goals.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Goal, error) {
	return goals.One(ctx, session, id)
}
