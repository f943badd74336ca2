package question

import (
	"bytes"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Keep says what is kept of a question as knowledge, in words that stand alone. Every member may.
type Keep struct {
	ID   journal.ID
	Text string     // "": nothing is kept
	By   journal.ID // who keeps it up to date; zero: who did so, or who acts
}

// Name is the code of the words for this action.
func (a Keep) Name() string {
	if a.Text == "" {
		return "act-question-keep-none"
	}
	return "act-question-keep"
}

// Do writes it. Errors: NotFound; Invalid for a citizen service number; Refused for who may not read the community's.
func (a Keep) Do(d *model.Doing) error {
	q, err := questions.Found(d, a.ID)
	if err != nil {
		return err
	}
	q.Kept = a.Text
	switch {
	case a.Text == "":
		q.KeptBy = journal.ID{}
	case !a.By.IsZero():
		q.KeptBy = a.By
	case q.KeptBy.IsZero():
		q.KeptBy = d.Actor.ID
	}
	return Edit{Question: q}.Do(d)
}

// Close closes a question: it needs nobody any more.
type Close struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Close) Name() string { return "act-question-close" }

// Do closes it. Errors: NotFound; Refused for what is somebody else's.
func (a Close) Do(d *model.Doing) error {
	q, err := questions.Meant(d, a.ID)
	if err != nil {
		return err
	}
	q.State = Closed
	return questions.Write(d, &q)
}

// Reopen opens a question again: what was said until now does not answer it.
type Reopen struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Reopen) Name() string { return "act-question-reopen" }

// Do opens it. Errors: NotFound; Conflict for what is open; Refused for what is somebody else's.
func (a Reopen) Do(d *model.Doing) error {
	q, err := questions.Meant(d, a.ID)
	if err != nil {
		return err
	}
	if q.Stands() == Open {
		return fault.New(fault.Conflict, "question-open", "title", q.Title)
	}
	answered := q.answered
	q.State = Open
	if err := questions.Write(d, &q); err != nil || !answered {
		return err
	}
	_, err = questions.Note(d, &q, ItemReopen, nil)
	return err
}

// Became says which course a question became. Whoever plans that course out of it does so in one action with it.
func Became(d *model.Doing, id, course journal.ID) error {
	q, err := questions.Found(d, id)
	if err != nil {
		return err
	}
	q.Course = course
	return questions.Write(d, &q)
}

// To reads the open questions that were put to somebody, those that wait longest first. Errors: Refused.
func To(ctx context.Context, session *model.Session, person journal.ID) (out []Question, err error) {
	all, err := All(ctx, session)
	for i := range all {
		q := &all[i]
		if q.Stands() == Open && slices.Contains(q.To, person) {
			out = append(out, *q)
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return out, err
}

// Query is which questions are meant.
type Query struct {
	Open  bool
	Kept  bool       // something is kept of it
	Theme string     // "": any
	Text  string     // as somebody types it who searches
	To    journal.ID // put to; zero: whomever
}

// Read reads the questions that are meant, the newest first. They must not be altered. Errors: Refused.
func Read(ctx context.Context, session *model.Session, ask Query) (out []Question, err error) {
	all, err := All(ctx, session)
	terms, theme := plain.TermsOf(ask.Text), plain.FoldText(ask.Theme)
	found := make([]*Question, 0, len(all)) // moved about instead of what they are of, which is large
	for i := range all {
		q := &all[i]
		switch {
		case ask.Open && q.Stands() != Open,
			ask.Kept && q.Kept == "",
			ask.Theme != "" && plain.FoldText(q.Theme) != theme,
			!ask.To.IsZero() && !slices.Contains(q.To, ask.To),
			!q.Has(terms):
			continue
		}
		found = append(found, q)
	}
	slices.SortFunc(found, func(a, b *Question) int { return bytes.Compare(b.ID[:], a.ID[:]) })
	for _, q := range found {
		out = append(slices.Grow(out, len(found)-len(out)), *q)
	}
	return out, err
}
