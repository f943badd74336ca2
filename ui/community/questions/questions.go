// Package questions is the page of screen 6 with what the community asks itself: who put what to whom, the answers, which of them was the one, and
// what is kept of it as knowledge. It is found as somebody types, by all of these words.
package questions

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "questions"

// Page is the page, row what it lists.
type (
	Page = page.Page[row]
	row  struct {
		question.Question
		names  map[journal.ID]string
		course string // the title of the one that it became and that is still there
		place  int    // in which part of the list it stands
	}
)

// The parts of the list.
const (
	mine = iota // put to whoever sits here, and open
	open
	answered
	kept
	closed
)

// parts are the ids of their headings.
var parts = [...]string{"questions.part.mine", "questions.part.open", "questions.part.answered", "questions.part.kept", "questions.part.closed"}

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[row] {
	return page.Kind[row]{
		Name: "questions", Scope: Scope, Read: read,
		ID:    func(r *row) journal.ID { return r.ID },
		Title: func(r *row) string { return r.Title },
		Right: right,
		Group: func(p *Page, r *row) string { return p.Env.Words.Say(parts[r.place]) },
		Warn:  func(_ *Page, r *row) bool { return r.place == mine },
		Past:  func(r *row) bool { return r.place == closed },
		Words: words, Facts: facts,
		Empty: "questions.begin", Count: "questions.count", New: Add,
		First: []keys.ID{Answer, Accept, Keep, Course},
	}
}

func read(ctx context.Context, session *model.Session, _ screen.Env) (out []row, err error) {
	all, err := question.Read(ctx, session, question.Query{})
	if err != nil {
		return nil, err
	}
	names, err := session.PersonNames(ctx, "")
	if err != nil {
		return nil, err
	}
	courses, err := course.List(ctx, session)
	if err != nil {
		return nil, err
	}
	titles := map[journal.ID]string{}
	for i := range courses {
		titles[courses[i].ID] = courses[i].Title
	}
	me := session.Me().ID
	var in [len(parts)][]*question.Question
	for i := range all {
		place := placeOf(&all[i], me)
		in[place] = append(in[place], &all[i])
	}
	out = make([]row, 0, len(all))
	for place := range in {
		for _, q := range in[place] {
			out = append(out, row{Question: *q, names: names, course: titles[q.Course], place: place})
		}
	}
	return out, nil
}

// placeOf is in which part of the list a question stands for somebody.
func placeOf(q *question.Question, me journal.ID) int {
	switch state := q.Stands(); {
	case state == question.Open && slices.Contains(q.To, me):
		return mine
	case state == question.Open:
		return open
	case q.Kept != "":
		return kept
	case state == question.Closed:
		return closed
	}
	return answered
}

func right(p *Page, r *row) string {
	if n := len(r.Answers); n > 0 {
		return p.Env.Words.Count("questions.answers-n", n)
	}
	return p.Env.Words.ThemeWord(p.Env.Site, r.Theme)
}

func words(r *row) []string {
	out := []string{r.Details, r.Theme, r.Kept, r.names[r.AddedBy]}
	for i := range r.Answers {
		out = append(out, r.Answers[i].Text)
	}
	return out
}

func facts(p *Page, r *row) (out []page.Fact) {
	w := p.Env.Words
	zone := p.Env.Local(p.Env.Now()).Location()
	add := func(field, text string) {
		if text != "" {
			out = append(out, page.Fact{Label: w.Say("field." + field), Text: text})
		}
	}
	add("question-state", w.QuestionState(r.Stands()))
	add("added-by", r.names[r.AddedBy])
	var to []string
	for _, id := range r.To {
		if name := r.names[id]; name != "" {
			to = append(to, name)
		}
	}
	add("question-to", strings.Join(to, ", "))
	add("question-theme", w.ThemeWord(p.Env.Site, r.Theme))
	add("question-details", r.Details)
	if r.Kept != "" {
		out = append(out, page.Fact{Text: w.Say("field.question-kept"), Head: true}, page.Fact{Text: r.Kept})
		add("question-kept-by", r.names[r.KeptBy])
	}
	add("question-course", r.course)
	out = append(out, page.Fact{Text: w.Say("questions.answers"), Head: true})
	if len(r.Answers) == 0 {
		out = append(out, page.Fact{Text: w.Say("questions.no-answer", "key", p.Env.Keys.Label(Answer))})
	}
	for i := range r.Answers {
		a := &r.Answers[i]
		id := "questions.answer"
		if a.ID == r.Accepted {
			id = "questions.answer-chosen"
		}
		out = append(out, page.Fact{Text: w.Say(id, "name", cmp.Or(r.names[a.By], w.Say("questions.somebody")), "day", w.ShortDay(days.Of(a.At, zone)), "text", a.Text), Is: a.ID})
	}
	return out
}

// on is the answer that the cursor is on; nil for none.
func on(p *Page) *question.Answer {
	id, is := p.Fact().(journal.ID)
	if !is {
		return nil
	}
	return p.Chosen().At(id)
}

// own tells whether the cursor is on an answer of whoever sits here.
func own(p *Page) bool {
	a := on(p)
	return a != nil && a.By == p.Env.User.ID
}
