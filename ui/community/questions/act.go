package questions

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/community/taught"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// What keys do here.
const (
	Add     keys.ID = "questions-new"
	Answer  keys.ID = "questions-answer"
	Accept  keys.ID = "questions-accept"
	Keep    keys.ID = "questions-keep"
	Course  keys.ID = "questions-course"
	Edit    keys.ID = "questions-edit"
	Unsay   keys.ID = "questions-unsay"
	Close   keys.ID = "questions-close"
	Reopen  keys.ID = "questions-reopen"
	PutAway keys.ID = "questions-archive"
)

func actions() screen.Actions[*Page] {
	mine := func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayEdit(p.Env.User) }
	return screen.Actions[*Page]{
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.questions.new", When: func(p *Page) bool { return !p.Opened() }, Do: add},
		{ID: Answer, Scope: Scope, Keys: []string{"a"}, Word: "key.questions.answer", When: func(p *Page) bool { return p.Chosen() != nil && p.Chosen().State != question.Closed }, Do: answer, Why: closedNow},
		{ID: Accept, Scope: Scope, Keys: []string{"+", "="}, Word: "key.questions.accept", When: func(p *Page) bool { return on(p) != nil && p.Chosen().MayAccept(p.Env.User) }, Do: accept, Why: whyNotAccept},
		{ID: Keep, Scope: Scope, Keys: []string{"b"}, Word: "key.questions.keep", When: func(p *Page) bool { return p.Chosen() != nil }, Do: keep},
		{ID: Course, Scope: Scope, Keys: []string{"c"}, Word: "key.questions.course", When: func(p *Page) bool { return p.Chosen() != nil && p.Chosen().Kept != "" && p.Chosen().course == "" }, Do: teach, Why: whyNotTeach},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.questions.edit", When: func(p *Page) bool { return own(p) || mine(p) }, Do: edit, Why: notMine},
		{ID: Unsay, Scope: Scope, Keys: []string{"-"}, Word: "key.questions.unsay", When: own, Do: unsay, Why: whyNotUnsay},
		{ID: Close, Scope: Scope, Keys: []string{"x"}, Word: "key.questions.close", When: func(p *Page) bool { return mine(p) && p.Chosen().State != question.Closed }, Do: func(p *Page) tea.Cmd { return p.Do(nil, question.Close{ID: p.Chosen().ID}) }, Why: notMine},
		{ID: Reopen, Scope: Scope, Keys: []string{"o"}, Word: "key.questions.reopen", When: func(p *Page) bool { return mine(p) && p.Chosen().Stands() != question.Open }, Do: func(p *Page) tea.Cmd { return p.Do(nil, question.Reopen{ID: p.Chosen().ID}) }, Why: notMine},
		{ID: PutAway, Scope: Scope, Keys: []string{"D"}, Word: "key.questions.archive", When: mine, Do: putAway, Why: notMine},
	}
}

func notMine(p *Page) string {
	if r := p.Chosen(); r != nil && !r.MayEdit(p.Env.User) {
		return p.Env.Words.Say("error.question-not-yours", "name", p.Env.User.Name, "title", cell.Safe(r.Title, 60))
	}
	return ""
}

func closedNow(p *Page) string {
	if r := p.Chosen(); r != nil {
		return p.Env.Words.Say("error.question-closed", "title", cell.Safe(r.Title, 60))
	}
	return ""
}

func whyNotAccept(p *Page) string {
	switch r := p.Chosen(); {
	case r == nil:
		return ""
	case !r.MayAccept(p.Env.User):
		return p.Env.Words.Say("error.question-not-yours", "name", p.Env.User.Name, "title", cell.Safe(r.Title, 60))
	}
	return p.Env.Words.Say("questions.choose-answer")
}

func whyNotUnsay(p *Page) string {
	switch r := p.Chosen(); {
	case r == nil:
		return ""
	case on(p) == nil:
		return p.Env.Words.Say("questions.choose-answer")
	default:
		return p.Env.Words.Say("error.answer-not-own", "title", cell.Safe(r.Title, 60))
	}
}

func whyNotTeach(p *Page) string {
	switch r := p.Chosen(); {
	case r == nil:
		return ""
	case r.Kept == "":
		return p.Env.Words.Say("error.question-nothing-kept", "title", cell.Safe(r.Title, 60))
	default:
		return p.Env.Words.Say("error.question-has-course", "title", cell.Safe(r.Title, 60), "course", cell.Safe(r.course, 60))
	}
}

// form asks for fields of a question, with those who can be named.
func form(p *Page, title, key string, q question.Question, fields []string, act func(question.Question) model.Action) tea.Cmd {
	return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
		w := p.Env.Words
		return page.Fill(p, page.Form[question.Question]{Title: w.Say(title), Key: key, About: q.ID, Table: question.Table(), Value: q, Fields: fields, Names: map[string][]page.Named{"": people},
			Long: []string{"question-details", "question-kept"}, Hints: map[string]string{"question-to": w.Say("questions.to.hint"), "question-kept": w.Say("questions.kept.hint")}, Act: act})
	})
}

func add(p *Page) tea.Cmd {
	return form(p, "questions.new", "question", question.Question{}, []string{"question-title", "question-details", "question-theme", "question-to"}, func(q question.Question) model.Action { return question.Add{Question: q} })
}

// edit alters the own answer that the cursor is on, or else the question.
func edit(p *Page) tea.Cmd {
	r := p.Chosen()
	if own(p) {
		a := on(p)
		return reply(p, "questions.correct", "answer/"+a.ID.String(), question.Reply{ID: r.ID, Answer: a.ID, Text: a.Text})
	}
	return form(p, "questions.edit", "question/"+r.ID.String(), r.Question, []string{"question-title", "question-details", "question-theme", "question-to", "question-kept-by"},
		func(q question.Question) model.Action { return question.Edit{Question: q} })
}

func answer(p *Page) tea.Cmd {
	r := p.Chosen()
	return reply(p, "questions.reply", "answer/"+r.ID.String(), question.Reply{ID: r.ID})
}

// reply asks for the words of an answer.
func reply(p *Page, title, key string, value question.Reply) tea.Cmd {
	table := model.Table[question.Reply]{model.TextField(1, "question-answer", func(a *question.Reply) *string { return &a.Text })}
	return page.Fill(p, page.Form[question.Reply]{Title: p.Env.Words.Say(title, "title", cell.Safe(p.Chosen().Title, 50)), Key: key, About: value.ID, Table: table, Value: value,
		Fields: []string{"question-answer"}, Long: []string{"question-answer"}, Act: func(a question.Reply) model.Action { return a }})
}

func keep(p *Page) tea.Cmd {
	q := p.Chosen().Question
	if q.KeptBy.IsZero() {
		q.KeptBy = p.Env.User.ID
	}
	return form(p, "questions.keep", "keep/"+q.ID.String(), q, []string{"question-kept", "question-kept-by"}, func(q question.Question) model.Action {
		return question.Keep{ID: q.ID, Text: strings.TrimSpace(q.Kept), By: q.KeptBy}
	})
}

// accept says that the answer that the cursor is on is the one, or takes that back.
func accept(p *Page) tea.Cmd {
	r, id := p.Chosen(), on(p).ID
	if r.Accepted == id && r.Stands() != question.Open {
		id = journal.ID{}
	}
	return p.Do(nil, question.Accept{ID: r.ID, Answer: id})
}

func unsay(p *Page) tea.Cmd {
	return p.Do(nil, question.Unsay{ID: p.Chosen().ID, Answer: on(p).ID})
}

func putAway(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	id := r.ID
	return p.Ask(w.Say("questions.archive", "title", cell.Safe(r.Title, 50)), []string{w.Say("questions.archive.what")}, w.Say("questions.archive.yes"), func() tea.Cmd {
		return p.Do(nil, question.Archive{ID: id})
	})
}

// teach asks what is to be known of a course that is made of what is kept.
func teach(p *Page) tea.Cmd {
	w, q := p.Env.Words, p.Chosen().Question
	c := taught.CourseOf(&q)
	d := &dialog.Sheet{Key: "teach/" + q.ID.String(), About: q.ID, Width: 100, Hint: w.Say("form.foot", "save", p.Env.Keys.Label(keys.Save))}
	entry := func(id, value string) widget.Entry { return widget.TextEntry(id, w.Say("field."+id), value, 1) }
	d.Form = widget.Form{Title: w.Say("questions.teach"), Entries: []widget.Entry{entry("course-title", c.Title), entry("course-dates", "").Hinted(w.Say("courses.dates.hint")), entry("course-theme", c.Theme), entry("course-place", ""), entry("minutes", "")}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		c := c
		c.Title, c.Theme, c.Place = f.Text("course-title"), f.Text("course-theme"), f.Text("course-place")
		for _, t := range strings.FieldsFunc(f.Text("course-dates"), func(r rune) bool { return r == ',' || r == ';' }) {
			day, ok := text.ReadDay(strings.TrimSpace(t))
			if !ok {
				f.Blame("course-dates", w.Say("error.visit-day", "text", t))
				return nil
			}
			c.Dates = append(c.Dates, day)
		}
		if typed := f.Text("minutes"); typed != "" {
			n, err := strconv.Atoi(typed)
			if err != nil {
				f.Blame("minutes", w.Say("error.minutes", "minutes", typed, "limit", model.MaxMinutes))
				return nil
			}
			c.Minutes = n
		}
		return p.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			return session.Do(ctx, taught.Teach{Question: q.ID, Course: c})
		}})
	}
	return p.Fill(d)
}
