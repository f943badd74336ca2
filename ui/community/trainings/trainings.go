// Package trainings is a page of screen 6: what organisations ask of the school, who gives it and when, and what came of it.
package trainings

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/training"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "trainings"

// What keys do here.
const (
	Add     keys.ID = "trainings-new"
	Edit    keys.ID = "trainings-edit"
	Plan    keys.ID = "trainings-plan"
	Give    keys.ID = "trainings-give"
	Decline keys.ID = "trainings-decline"
	Away    keys.ID = "trainings-archive"
)

// Page is the page.
type Page = page.Page[training.Row]

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[training.Row] {
	return page.Kind[training.Row]{Name: "trainings", Scope: Scope,
		Read: func(ctx context.Context, s *model.Session, _ screen.Env) ([]training.Row, error) {
			return training.List(ctx, s)
		},
		ID:    func(t *training.Row) journal.ID { return t.ID },
		Title: func(t *training.Row) string { return t.What },
		Right: right,
		Group: func(p *Page, t *training.Row) string { return p.Env.Words.TrainingState(t.State) },
		Warn:  func(p *Page, t *training.Row) bool { return late(p, t) },
		Past:  func(t *training.Row) bool { return t.State == training.Given || t.State == training.Declined },
		Words: func(t *training.Row) []string { return []string{t.Asks, t.Names(), t.Theme, t.Came} },
		Facts: facts, Empty: "trainings.begin", Count: "trainings.count", New: Add, First: []keys.ID{Plan, Give, Decline, Edit}}
}

// late tells whether nobody gives a training that was asked, or its day has been.
func late(p *Page, t *training.Row) bool {
	return t.State == training.Asked && len(t.Givers) == 0 || t.State == training.Planned && t.Day.Before(p.Env.Today())
}

func right(p *Page, t *training.Row) string {
	var out []string
	for _, text := range []string{t.Asks, t.Names(), p.Env.Words.DayOr(t.Day)} {
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " "+theme.Dot+" ")
}

func facts(p *Page, t *training.Row) (out []page.Fact) {
	w := p.Env.Words
	add := func(field, text string, warn bool) {
		if text != "" {
			out = append(out, page.Fact{Label: w.Say("field." + field), Text: text, Warn: warn})
		}
	}
	add("training-asker", t.Asks, false)
	add("training-asked", w.DayOr(t.Asked), false)
	if len(t.Givers) == 0 && t.State == training.Asked {
		out = append(out, page.Fact{Text: w.Say("trainings.nobody", "key", p.Env.Keys.Label(Plan)), Warn: true})
	}
	add("training-givers", t.Names(), false)
	add("training-day", w.DayOr(t.Day), late(p, t))
	if t.Minutes > 0 {
		add("minutes", strconv.Itoa(t.Minutes), false)
	}
	if t.People > 0 {
		add("training-people", strconv.Itoa(t.People), false)
	}
	add("training-theme", t.Theme, false)
	add("training-came", t.Came, false)
	return out
}

func actions() screen.Actions[*Page] {
	mine := func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayEdit(p.Env.User) }
	open := func(p *Page) bool {
		return mine(p) && (p.Chosen().State == training.Asked || p.Chosen().State == training.Planned)
	}
	return screen.Actions[*Page]{
		{ID: Plan, Scope: Scope, Keys: []string{"p"}, Word: "key.trainings.plan", When: open, Do: plan, Why: whyNot},
		{ID: Give, Scope: Scope, Keys: []string{"g"}, Word: "key.trainings.give", When: open, Do: give, Why: whyNot},
		{ID: Decline, Scope: Scope, Keys: []string{"x"}, Word: "key.trainings.decline", When: open, Do: decline, Why: whyNot},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.trainings.new", When: func(p *Page) bool { return !p.Opened() }, Do: add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.trainings.edit", When: mine, Do: edit, Why: whyNot},
		{ID: Away, Scope: Scope, Keys: []string{"D"}, Word: "key.trainings.archive", When: func(p *Page) bool { return mine(p) && !p.Opened() }, Do: putAway, Why: whyNot},
	}
}

// whyNot says why it cannot be altered.
func whyNot(p *Page) string {
	if t := p.Chosen(); t != nil && !t.MayEdit(p.Env.User) {
		return p.Env.Words.Say("error.training-not-yours", "name", p.Env.User.Name, "title", t.What)
	}
	return ""
}

// named are those whom a form can name, by field.
func named(ctx context.Context, s *model.Session) (map[string][]page.Named, error) {
	people, err := page.People(ctx, s)
	if err != nil {
		return nil, err
	}
	out := map[string][]page.Named{"": people}
	partners, err := partner.All(ctx, s)
	for _, p := range partners {
		out["training-partner"] = append(out["training-partner"], page.Named{ID: p.ID, Name: p.Name})
	}
	return out, err
}

// form asks for fields of a training.
func form(p *Page, title, key string, t training.Training, fields []string, act func(training.Training) model.Action) tea.Cmd {
	w := p.Env.Words
	return dialog.Look(&p.Host, named, func(names map[string][]page.Named) tea.Cmd {
		return page.Fill(p, page.Form[training.Training]{Title: w.Say(title, "title", t.What), Key: key, About: t.ID, Table: training.Table(), Value: t, Fields: fields, Names: names, Long: []string{"training-came"},
			Hints: map[string]string{"training-partner": w.Say("trainings.partner.hint"), "training-givers": w.Say("research.names.hint"), "training-day": w.Say("goals.by.hint"), "training-asked": w.Say("goals.by.hint")}, Act: act})
	})
}

// asked are the fields of a training that was asked.
func asked() []string {
	return []string{"training-what", "training-partner", "training-asker", "training-asked", "training-givers", "training-day", "minutes", "training-theme"}
}

func add(p *Page) tea.Cmd {
	return form(p, "trainings.new", "training", training.Training{}, asked(), func(t training.Training) model.Action { return training.Add{Training: t} })
}

func edit(p *Page) tea.Cmd {
	t := p.Chosen().Training
	return form(p, "trainings.edit", "training/"+t.ID.String(), t, asked(), func(t training.Training) model.Action { return training.Edit{Training: t} })
}

func plan(p *Page) tea.Cmd {
	t := p.Chosen().Training
	return form(p, "trainings.plan", "training-plan/"+t.ID.String(), t, []string{"training-day", "training-givers"}, func(t training.Training) model.Action { return training.Plan{ID: t.ID, Day: t.Day, Givers: t.Givers} })
}

func give(p *Page) tea.Cmd {
	t := p.Chosen().Training
	if t.Day.IsZero() || t.Day.After(p.Env.Today()) {
		t.Day = p.Env.Today()
	}
	return form(p, "trainings.give", "training-give/"+t.ID.String(), t, []string{"training-day", "training-people", "training-came"}, func(t training.Training) model.Action {
		return training.Give{ID: t.ID, Day: t.Day, People: t.People, Came: t.Came}
	})
}

func decline(p *Page) tea.Cmd {
	t := p.Chosen().Training
	return form(p, "trainings.decline", "training-decline/"+t.ID.String(), t, []string{"training-came"}, func(t training.Training) model.Action { return training.Decline{ID: t.ID, Why: t.Came} })
}

func putAway(p *Page) tea.Cmd {
	t, w := p.Chosen(), p.Env.Words
	id := t.ID
	return p.Ask(w.Say("trainings.archive", "title", t.What), nil, w.Say("goals.archive.yes"), func() tea.Cmd { return p.Do(nil, training.Archive{ID: id}) })
}
