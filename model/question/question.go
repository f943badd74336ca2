// Package question is what a learning community asks itself and knows: questions that are asked and answered, and answers that are kept as
// knowledge, which are found later and can become a course.
package question

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindQuestion is the kind of a question. Its number is on disk and never reused.
const KindQuestion journal.Kind = 34

// The fields of a question. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	QuestionTitle   journal.Field = 1
	QuestionDetails journal.Field = 2
	QuestionTheme   journal.Field = 3
	QuestionTo      journal.Field = 4
	QuestionKept    journal.Field = 5
	QuestionCourse  journal.Field = 6
	QuestionMeeting journal.Field = 7
	QuestionState   journal.Field = 8
	QuestionKeptBy  journal.Field = 9
)

// State is how far a question is.
type State string

// The states.
const (
	Open     State = "open"
	Answered State = "answered"
	Closed   State = "closed"
)

// States are those that can be chosen, in their order.
func States() []State { return []State{Open, Answered, Closed} }

// Question is one.
type Question struct {
	together.Base
	Title   string
	Details string
	Theme   string
	To      []journal.ID // to whom it is put in the first place; none: everybody
	Kept    string       // what is kept of it as knowledge, in words that stand alone
	Course  journal.ID   // that it became; zero: none
	Meeting journal.ID   // of which the minutes it is from; zero: none
	State   State
	KeptBy  journal.ID // who keeps it up to date

	Answers  []Answer   // that stand, the oldest first
	Accepted journal.ID // the answer that was the one; zero: none
	answered bool       // an answer stands that came after the question was opened again
	searched string     // what it is found by; see Has
}

var questions = together.Room[Question, *Question]{
	Kind: KindQuestion, Name: "question", Title: func(q *Question) string { return q.Title },
	Hidden: []journal.Field{QuestionCourse, QuestionMeeting},
	Items:  items, Take: take, Writes: writes, Check: check,
	Fields: func() model.Table[Question] {
		return model.Table[Question]{
			model.TextField(QuestionTitle, "question-title", func(q *Question) *string { return &q.Title }),
			model.TextField(QuestionDetails, "question-details", func(q *Question) *string { return &q.Details }),
			model.TextField(QuestionTheme, "question-theme", func(q *Question) *string { return &q.Theme }),
			model.EntitiesField(QuestionTo, "question-to", func(q *Question) *[]journal.ID { return &q.To }),
			model.TextField(QuestionKept, "question-kept", func(q *Question) *string { return &q.Kept }),
			model.EntityField(QuestionCourse, "question-course", func(q *Question) *journal.ID { return &q.Course }),
			model.EntityField(QuestionMeeting, "question-meeting", func(q *Question) *journal.ID { return &q.Meeting }),
			model.TextField(QuestionState, "question-state", func(q *Question) *State { return &q.State }),
			model.EntityField(QuestionKeptBy, "question-kept-by", func(q *Question) *journal.ID { return &q.KeptBy }),
		}
	},
}

// writes lets every member keep what is to be kept of a question, and say which course it became.
func writes(_ *Question, _ *model.Person, f journal.Field, alters bool) bool {
	return alters || f == QuestionKept || f == QuestionKeptBy || f == QuestionCourse
}

// Kinds are the rows of this kind. Of a question one answer is the one: who says so later says it instead.
func Kinds() []journal.KindRow {
	row := questions.Row()
	row.Versions[ItemAccept] = 0
	return []journal.KindRow{row}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled { return questions.FilledIn(k) }

// Shared is the room of this package, as those ask that go over all rooms of the community.
func Shared() together.Shared { return &questions }

// Table is every field of a question.
func Table() model.Table[Question] { return questions.Table() }

// Of reads a question from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Question { return questions.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (q Question) AsSeenIn(was Question) Question {
	q.Base.AsSeenIn(&was.Base)
	return q
}

// MayEdit tells whether somebody may alter it.
func (q *Question) MayEdit(by model.Person) bool { return questions.MayEdit(by, q) }

// All reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func All(ctx context.Context, session *model.Session) ([]Question, error) {
	return questions.All(ctx, session)
}

// AllIn is All on a state of the store; it asks nobody whether that may be.
func AllIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Question, error) {
	return questions.AllIn(ctx, session, tx)
}

// One reads one. Errors: NotFound, Refused.
func One(ctx context.Context, session *model.Session, id journal.ID) (Question, error) {
	return questions.One(ctx, session, id)
}
