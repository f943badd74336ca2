// Package research is a page of screen 6: what is looked into, by whom, for which project or goal, and what came of it.
package research

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/project"
	"leerbalie/model/research"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "research"

// What keys do here.
const (
	Add  keys.ID = "research-new"
	Edit keys.ID = "research-edit"
	End  keys.ID = "research-end"
	Away keys.ID = "research-archive"
)

// Page is the page.
type Page = page.Page[research.Row]

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[research.Row] {
	return page.Kind[research.Row]{Name: "research", Scope: Scope,
		Read: func(ctx context.Context, s *model.Session, _ screen.Env) ([]research.Row, error) {
			return research.List(ctx, s)
		},
		ID:    func(r *research.Row) journal.ID { return r.ID },
		Title: func(r *research.Row) string { return r.Question },
		Right: func(p *Page, r *research.Row) string {
			return strings.Join(some(r.Names(), r.Serves), " "+theme.Dot+" ")
		},
		Group: func(p *Page, r *research.Row) string { return p.Env.Words.ResearchState(r.State) },
		Past:  func(r *research.Row) bool { return r.State != research.Running },
		Words: func(r *research.Row) []string {
			return []string{r.Names(), r.Serves, r.Came, r.School, r.NameOf(r.Supervisor)}
		},
		Facts: facts, Empty: "research.begin", Count: "research.count", New: Add, First: []keys.ID{End, Edit}}
}

// some are the texts that say anything.
func some(texts ...string) (out []string) {
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func facts(p *Page, r *research.Row) (out []page.Fact) {
	w := p.Env.Words
	for _, f := range [][2]string{{"students", r.Names()}, {"supervisor", r.NameOf(r.Supervisor)}, {"school", r.School}, {"serves", r.Serves}, {"from", w.DayOr(r.From)}, {"to", w.DayOr(r.To)}, {"came", r.Came}} {
		if f[1] != "" {
			out = append(out, page.Fact{Label: w.Say("field.research-" + f[0]), Text: f[1]})
		}
	}
	return out
}

func actions() screen.Actions[*Page] {
	mine := func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayEdit(p.Env.User) }
	return screen.Actions[*Page]{
		{ID: End, Scope: Scope, Keys: []string{"x"}, Word: "key.research.end", When: mine, Do: end, Why: whyNot},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.research.new", When: func(p *Page) bool { return !p.Opened() }, Do: add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.research.edit", When: mine, Do: edit, Why: whyNot},
		{ID: Away, Scope: Scope, Keys: []string{"D"}, Word: "key.research.archive", When: func(p *Page) bool { return mine(p) && !p.Opened() }, Do: putAway, Why: whyNot},
	}
}

// whyNot says why it cannot be altered.
func whyNot(p *Page) string {
	if r := p.Chosen(); r != nil && !r.MayEdit(p.Env.User) {
		return p.Env.Words.Say("error.research-not-yours", "name", p.Env.User.Name, "title", r.Question)
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
	projects, err := project.All(ctx, s)
	if err != nil {
		return nil, err
	}
	goals, err := goal.All(ctx, s)
	for _, p := range projects {
		out["research-project"] = append(out["research-project"], page.Named{ID: p.ID, Name: p.Title})
	}
	for _, g := range goals {
		out["research-goal"] = append(out["research-goal"], page.Named{ID: g.ID, Name: g.Title})
	}
	return out, err
}

func form(p *Page, title, key string, r research.Research, act func(research.Research) model.Action) tea.Cmd {
	w := p.Env.Words
	return dialog.Look(&p.Host, named, func(names map[string][]page.Named) tea.Cmd {
		return page.Fill(p, page.Form[research.Research]{Title: w.Say(title), Key: key, About: r.ID, Table: research.Table(), Value: r,
			Fields: []string{"research-question", "research-students", "research-supervisor", "research-school", "research-project", "research-goal", "research-from", "research-to"},
			Names:  names, Long: []string{"research-question"}, Hints: map[string]string{"research-students": w.Say("research.names.hint"), "research-from": w.Say("goals.by.hint"), "research-to": w.Say("goals.by.hint")}, Act: act})
	})
}

func add(p *Page) tea.Cmd {
	return form(p, "research.new", "research", research.Research{Students: []journal.ID{p.Env.User.ID}}, func(r research.Research) model.Action { return research.Add{Research: r} })
}

func edit(p *Page) tea.Cmd {
	r := p.Chosen().Research
	return form(p, "research.edit", "research/"+r.ID.String(), r, func(r research.Research) model.Action { return research.Edit{Research: r} })
}

// end asks how it ends and what came of it; what ended goes on again.
func end(p *Page) tea.Cmd {
	r, w := p.Chosen().Research, p.Env.Words
	if r.State != research.Running {
		return p.Do(nil, research.End{ID: r.ID, State: research.Running})
	}
	r.State = research.Done
	options := []widget.Option{{ID: string(research.Done), Label: w.ResearchState(research.Done)}, {ID: string(research.Stopped), Label: w.ResearchState(research.Stopped)}}
	return page.Fill(p, page.Form[research.Research]{Title: w.Say("research.end"), Key: "research-end/" + r.ID.String(), About: r.ID, Table: research.Table(), Value: r, Fields: []string{"research-state", "research-came"},
		Options: map[string][]widget.Option{"research-state": options}, Long: []string{"research-came"},
		Act: func(r research.Research) model.Action { return research.End{ID: r.ID, State: r.State, Came: r.Came} }})
}

func putAway(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	id := r.ID
	return p.Ask(w.Say("research.archive", "title", r.Question), nil, w.Say("goals.archive.yes"), func() tea.Cmd { return p.Do(nil, research.Archive{ID: id}) })
}
