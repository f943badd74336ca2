package question

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/together"
)

// The kinds of item of a question. Numbers are on disk and never reused.
const (
	ItemAnswer journal.ItemKind = 101 // an answer, or another version of one
	ItemAccept journal.ItemKind = 102 // which answer is the one, or that none is
	ItemReopen journal.ItemKind = 103 // what was said until now is no answer
)

// The fields of these items. Numbers are on disk and never reused.
const (
	answerID   journal.Field = 2 // of which answer it is a version
	answerText journal.Field = 3

	acceptAnswer journal.Field = 2 // none: none is
)

var items = []together.ItemKind[Question]{
	{Kind: ItemAnswer, Said: "question-answer", Version: answerID, May: together.Anybody[Question]},
	{Kind: ItemAccept, Said: "question-accepted", May: func(q *Question, by *model.Person, _ journal.Fields) bool { return slices.Contains(q.To, by.ID) }},
	{Kind: ItemReopen, Said: "question-reopened"},
}

// Answer is what somebody answered, as it was said last.
type Answer struct {
	journal.Mark // of its first version
	ID           journal.ID
	Text         string
	Earlier      []string        // what it said before, the oldest first
	stamps       []journal.Stamp // of all its versions
}

// take reads what stands on a question. Another version of an answer counts where it is of who gave the answer.
func take(q *Question, standing []journal.Item) {
	var reopened, accepted journal.Stamp
	for i := range standing {
		it := &standing[i]
		switch it.Kind {
		case ItemAnswer:
			q.answer(it)
		case ItemAccept:
			q.Accepted, accepted = it.Fields.Get(acceptAnswer).ID(), it.Stamp
		case ItemReopen:
			reopened = it.Stamp
		}
	}
	if q.At(q.Accepted) == nil {
		q.Accepted = journal.ID{}
	}
	q.answered = !q.Accepted.IsZero() && accepted.Compare(reopened) > 0
	parts := []string{q.Title, q.Details, q.Theme, q.Kept}
	for i := range q.Answers {
		a := &q.Answers[i]
		q.answered = q.answered || a.stamps[len(a.stamps)-1].Compare(reopened) > 0
		parts = append(parts, a.Text)
	}
	q.searched = plain.Searched(strings.Join(parts, "\n"))
}

func (q *Question) answer(it *journal.Item) {
	id, text := it.Fields.Get(answerID).ID(), it.Fields.Get(answerText).Text()
	if id.IsZero() || text == "" {
		return
	}
	a := q.At(id)
	if a == nil {
		q.Answers = append(q.Answers, Answer{Mark: it.Mark(0), ID: id, Text: text, stamps: []journal.Stamp{it.Stamp}})
		return
	}
	if a.By == it.Actor {
		a.Earlier, a.Text, a.stamps = append(a.Earlier, a.Text), text, append(a.stamps, it.Stamp)
	}
}

// At is one of the answers; nil for what stands there no more.
func (q *Question) At(id journal.ID) *Answer {
	i := slices.IndexFunc(q.Answers, func(a Answer) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	return &q.Answers[i]
}

// Stands is how far the question is: what somebody wrote of it, and otherwise whether it was answered since it was opened last.
func (q *Question) Stands() State {
	if q.State == Open && q.answered {
		return Answered
	}
	return q.State
}

// Has tells whether a question is found by what was typed: in what was asked, its details, theme, what is kept, and the answers.
func (q *Question) Has(terms plain.Terms) bool { return terms.In(q.searched) }

// MayAccept tells whether somebody may say which answer is the one: who asked, whom it was put to, and coordinators.
func (q *Question) MayAccept(by model.Person) bool {
	return model.ClearanceOf(by).MayRead(together.Scope()) && (q.MayEdit(by) || slices.Contains(q.To, by.ID))
}

// Reply answers a question, or says the own answer anew. Made on its receipt is the answer.
type Reply struct {
	ID     journal.ID
	Answer journal.ID // the own one that this corrects; zero: a new one
	Text   string
}

// Name is the code of the words for this action.
func (a Reply) Name() string {
	if a.Answer.IsZero() {
		return "act-question-answer"
	}
	return "act-question-correct"
}

// Do keeps the answer; what was corrected stays in the history. Errors: NotFound; Invalid for no words, and a citizen service number; Conflict for a
// question that was closed; Refused for another's answer, and for who may not read the community's.
func (a Reply) Do(d *model.Doing) error {
	q, err := questions.Found(d, a.ID)
	if err != nil {
		return err
	}
	if err := model.Required(&a.Text, "question-answer"); err != nil {
		return err
	}
	id := a.Answer
	if id.IsZero() {
		if q.State == Closed {
			return fault.New(fault.Conflict, "question-closed", "title", q.Title)
		}
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
	} else {
		was, err := q.own(d, id)
		if err != nil {
			return err
		}
		apart, err := contested(d, q.ID, ItemAnswer, id)
		if err != nil || was.Text == a.Text && !apart {
			d.About(q.ID, "")
			return err
		}
		d.Stands(was.Text)
	}
	if _, err = questions.Note(d, &q, ItemAnswer, journal.Fields{answerID.Is(journal.Ref(id)), answerText.Is(journal.Text(a.Text))}); err == nil && a.Answer.IsZero() {
		d.AddMade(id)
	}
	return err
}

// own is an answer of who acts. Errors: NotFound; Refused for another's.
func (q *Question) own(d *model.Doing, id journal.ID) (*Answer, error) {
	a := q.At(id)
	if a == nil {
		return nil, fault.New(fault.NotFound, "answer-unknown", "title", q.Title, "name", id.String())
	}
	if a.By != d.Actor.ID {
		return nil, fault.New(fault.Refused, "answer-not-own", "title", q.Title)
	}
	return a, nil
}

// Unsay takes an answer of who acts back, in whatever session it was given. It stays in the history.
type Unsay struct {
	ID, Answer journal.ID
}

// Name is the code of the words for this action.
func (Unsay) Name() string { return "act-question-unsay" }

// Do takes the answer back with all its versions. Errors: NotFound; Refused for another's.
func (a Unsay) Do(d *model.Doing) error {
	q, err := questions.Found(d, a.ID)
	if err != nil {
		return err
	}
	was, err := q.own(d, a.Answer)
	if err != nil {
		return err
	}
	d.About(q.ID, "")
	return d.Granted(together.Mine, func() error {
		_, err := d.Add(KindQuestion, q.ID, together.Scope().Part, journal.ItemRetract, journal.Fields{journal.FieldTarget.Is(journal.Stamps(was.stamps))})
		return err
	})
}

// Accept says which answer is the one.
type Accept struct {
	ID     journal.ID
	Answer journal.ID // zero: none is
}

// Name is the code of the words for this action.
func (a Accept) Name() string {
	if a.Answer.IsZero() {
		return "act-question-accept-none"
	}
	return "act-question-accept"
}

// Do notes it; what stands already is not written again, but where people said different things apart. Errors: NotFound; Refused for who
// neither asked nor was asked.
func (a Accept) Do(d *model.Doing) error {
	q, err := questions.Found(d, a.ID)
	if err != nil {
		return err
	}
	of := journal.Value{}
	if !a.Answer.IsZero() {
		if q.At(a.Answer) == nil {
			return fault.New(fault.NotFound, "answer-unknown", "title", q.Title, "name", a.Answer.String())
		}
		of = journal.Ref(a.Answer)
	}
	if !q.MayAccept(d.Actor) {
		return fault.New(fault.Refused, "question-not-yours", "name", d.Actor.Name, "title", q.Title)
	}
	if d.About(q.ID, ""); q.Accepted == a.Answer {
		apart, err := contested(d, q.ID, ItemAccept, journal.ID{})
		if err != nil || !apart && (a.Answer.IsZero() || q.answered) {
			return err
		}
	}
	_, err = questions.Note(d, &q, ItemAccept, journal.Fields{acceptAnswer.Is(of)})
	return err
}

// contested tells whether people wrote different things of the same apart from each other: then writing one settles it.
func contested(d *model.Doing, id journal.ID, kind journal.ItemKind, of journal.ID) (bool, error) {
	rec, err := d.Record(KindQuestion, id)
	if err != nil || rec == nil {
		return false, err
	}
	items, err := d.Items(KindQuestion, id)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(d.Kinds().Clashes(rec, func() []journal.Item { return items }), func(c journal.Clash) bool {
		return c.Item == kind && c.Of.ID() == of
	}), nil
}
