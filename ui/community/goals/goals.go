// Package goals is a page of screen 6: the common agenda. What nobody owns any more and what is late stands first; of each goal its steps, small
// results, what is still to be learned and who offers that.
package goals

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "goals"

// What keys do here.
const (
	Add    keys.ID = "goals-new"
	Edit   keys.ID = "goals-edit"
	Step   keys.ID = "goals-step"
	Tick   keys.ID = "goals-tick"
	Result keys.ID = "goals-result"
	Need   keys.ID = "goals-need"
	Offer  keys.ID = "goals-offer"
	Remove keys.ID = "goals-remove"
	End    keys.ID = "goals-end"
	Away   keys.ID = "goals-archive"
)

// Page is the page.
type Page = page.Page[goal.Row]

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[goal.Row] {
	return page.Kind[goal.Row]{Name: "goals", Scope: Scope,
		Read: func(ctx context.Context, s *model.Session, env screen.Env) ([]goal.Row, error) {
			return goal.List(ctx, s, env.Today())
		},
		ID:    func(g *goal.Row) journal.ID { return g.ID },
		Title: func(g *goal.Row) string { return g.Title },
		Right: right, Group: group,
		Warn: func(_ *Page, g *goal.Row) bool { return g.Alone || g.Late || g.Behind > 0 },
		Past: func(g *goal.Row) bool { return g.State != goal.Open },
		Words: func(g *goal.Row) []string {
			return append([]string{g.Why, g.Theme, g.Phase, g.NameOf(g.Owner), g.Came}, texts(g)...)
		},
		Facts: facts, Empty: "goals.begin", Count: "goals.count", New: Add, First: []keys.ID{Tick, Step, Result, Need, Offer, End, Edit}}
}

// texts are the words of all that stands on a goal.
func texts(g *goal.Row) (out []string) {
	for _, s := range g.Steps {
		out = append(out, s.Text)
	}
	for _, r := range g.Results {
		out = append(out, r.Text)
	}
	for _, n := range g.Needs {
		out = append(out, n.Text)
	}
	return out
}

func group(p *Page, g *goal.Row) string { return p.Env.Words.GoalState(g.State) }

// right is who owns a goal, by when, and how many of its steps are done.
func right(p *Page, g *goal.Row) string {
	w := p.Env.Words
	out := []string{g.NameOf(g.Owner)}
	if g.Alone {
		out[0] = w.Say("goals.nobody")
	}
	switch {
	case g.State != goal.Open:
		out = append(out, w.ShortDay(g.Ended))
	case g.Late:
		out = append(out, w.Say("goals.late", "day", w.ShortDay(g.By)))
	case !g.By.IsZero():
		out = append(out, w.ShortDay(g.By))
	}
	if n := len(g.Steps); n > 0 {
		done := 0
		for _, s := range g.Steps {
			if !s.Done.IsZero() {
				done++
			}
		}
		out = append(out, w.Say("goals.steps-of", "n", done, "of", n))
	}
	return strings.Join(out, " "+theme.Dot+" ")
}

// facts are all that is known of a goal. The cursor can be on its steps, results, needs and offers.
func facts(p *Page, g *goal.Row) (out []page.Fact) {
	w := p.Env.Words
	add := func(field, text string) {
		if text != "" {
			out = append(out, page.Fact{Label: w.Say("field.goal-" + field), Text: text})
		}
	}
	if g.Alone {
		out = append(out, page.Fact{Text: w.Say("goals.alone", "name", g.NameOf(g.Owner)), Warn: true})
	} else {
		add("owner", g.NameOf(g.Owner))
	}
	var names []string
	for _, id := range g.Members {
		names = append(names, g.NameOf(id))
	}
	add("members", strings.Join(names, ", "))
	if !g.By.IsZero() {
		out = append(out, page.Fact{Label: w.Say("field.goal-by"), Text: w.ShortDay(g.By), Warn: g.Late})
	}
	add("why", g.Why)
	add("phase", g.Phase)
	add("expect", g.Expect)
	add("theme", g.Theme)
	add("came", g.Came)
	head := func(id string, n int) {
		if n > 0 {
			out = append(out, page.Fact{Text: w.Say(id), Head: true})
		}
	}
	head("goals.steps", len(g.Steps))
	for _, s := range g.Steps {
		sign := "[ ] "
		if !s.Done.IsZero() {
			sign = "[x] "
		}
		late := s.Done.IsZero() && !s.Until.IsZero() && s.Until.Before(p.Env.Today()) && g.State == goal.Open
		out = append(out, page.Fact{Text: sign + w.GoalStep(s, g.NameOf(s.Person)), Is: s, Warn: late})
	}
	head("goals.results", len(g.Results))
	for _, r := range g.Results {
		out = append(out, page.Fact{Text: w.ShortDay(r.Day) + " " + r.Text, Is: r})
	}
	head("goals.needs", len(g.Needs))
	for _, n := range g.Needs {
		out = append(out, page.Fact{Text: n.Text, Is: n})
		for _, o := range n.Offers {
			out = append(out, page.Fact{Label: w.Say("goals.offered"), Text: strings.TrimSpace(g.NameOf(o.Person) + " " + o.Text), Is: o})
		}
	}
	return out
}

func actions() screen.Actions[*Page] {
	chosen := func(p *Page) bool { return p.Chosen() != nil }
	runs := func(p *Page) bool { return chosen(p) && p.Chosen().State == goal.Open }
	mine := func(p *Page) bool { return chosen(p) && p.Chosen().MayEdit(p.Env.User) }
	on := func(fits func(any) bool) func(*Page) bool {
		return func(p *Page) bool { return p.Fact() != nil && fits(p.Fact()) }
	}
	isStep := on(func(f any) bool { _, is := f.(goal.Step); return is })
	isNeed := on(func(f any) bool { _, is := f.(goal.Need); return is })
	return screen.Actions[*Page]{
		{ID: Tick, Scope: Scope, Keys: []string{" "}, Word: "key.goals.tick", When: isStep, Do: tick},
		{ID: Step, Scope: Scope, Keys: []string{"s"}, Word: "key.goals.step", When: runs, Do: step},
		{ID: Result, Scope: Scope, Keys: []string{"r"}, Word: "key.goals.result", When: chosen, Do: line("goal-result", func(id journal.ID, n goal.Noted) model.Action {
			return goal.PutResult{Goal: id, Result: goal.Result{Noted: n}}
		})},
		{ID: Need, Scope: Scope, Keys: []string{"l"}, Word: "key.goals.need", When: runs, Do: line("goal-need", func(id journal.ID, n goal.Noted) model.Action {
			return goal.PutNeed{Goal: id, Need: goal.Need{Noted: n}}
		})},
		{ID: Offer, Scope: Scope, Keys: []string{"a"}, Word: "key.goals.offer", When: isNeed, Do: offer},
		{ID: End, Scope: Scope, Keys: []string{"x"}, Word: "key.goals.end", When: mine, Do: end, Why: whyNot},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.goals.new", When: func(p *Page) bool { return !p.Opened() }, Do: add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.goals.edit", When: mine, Do: edit, Why: whyNot},
		{ID: Remove, Scope: Scope, Keys: []string{"-"}, Word: "key.goals.remove", When: func(p *Page) bool { return p.Fact() != nil }, Do: remove},
		{ID: Away, Scope: Scope, Keys: []string{"D"}, Word: "key.goals.archive", When: func(p *Page) bool { return mine(p) && !p.Opened() }, Do: putAway, Why: whyNot},
	}
}

// whyNot says why a goal cannot be altered.
func whyNot(p *Page) string {
	if g := p.Chosen(); g != nil && !g.MayEdit(p.Env.User) {
		return p.Env.Words.Say("error.goal-not-yours", "name", p.Env.User.Name, "title", g.Title)
	}
	return ""
}

func tick(p *Page) tea.Cmd {
	s := p.Fact().(goal.Step)
	return p.Do(nil, goal.Tick{Goal: p.Chosen().ID, Step: s.Key, Off: !s.Done.IsZero()})
}

// form asks for fields of a goal.
func form(p *Page, title, key string, g goal.Goal, act func(goal.Goal) model.Action) tea.Cmd {
	return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
		hint := func(id string) string { return p.Env.Words.Say(id) }
		return page.Fill(p, page.Form[goal.Goal]{Title: p.Env.Words.Say(title), Key: key, About: g.ID, Table: goal.Table(), Value: g,
			Fields: []string{"goal-title", "goal-owner", "goal-by", "goal-why", "goal-phase", "goal-expect", "goal-theme", "goal-members"},
			Names:  map[string][]page.Named{"": people}, Long: []string{"goal-why", "goal-expect"},
			Hints: map[string]string{"goal-owner": hint("goals.owner.hint"), "goal-by": hint("goals.by.hint"), "goal-phase": hint("goals.phase.hint"), "goal-members": hint("goals.members.hint")}, Act: act})
	})
}

func add(p *Page) tea.Cmd {
	return form(p, "goals.new", "goal", goal.Goal{Owner: p.Env.User.ID}, func(g goal.Goal) model.Action { return goal.Add{Goal: g} })
}

func edit(p *Page) tea.Cmd {
	g := p.Chosen().Goal
	return form(p, "goals.edit", "goal/"+g.ID.String(), g, func(g goal.Goal) model.Action { return goal.Edit{Goal: g} })
}

// step asks for a step: what, on whom, until when.
func step(p *Page) tea.Cmd {
	id, w := p.Chosen().ID, p.Env.Words
	return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
		return page.Fill(p, page.Form[goal.Step]{Title: w.Say("goals.step.new"), Key: "step/" + id.String(), About: id, Table: goal.StepTable(), Fields: []string{"goal-step", "goal-step-on", "goal-by"},
			Names: map[string][]page.Named{"": people}, Hints: map[string]string{"goal-by": w.Say("goals.by.hint"), "goal-step-on": w.Say("goals.owner.hint")}, Then: p.Stays,
			Act: func(s goal.Step) model.Action { return goal.PutStep{Goal: id, Step: s} }})
	})
}

// line asks for one line that stands on a goal.
func line(field string, act func(goal journal.ID, n goal.Noted) model.Action) func(*Page) tea.Cmd {
	return func(p *Page) tea.Cmd {
		id := p.Chosen().ID
		return page.Fill(p, page.Form[goal.Noted]{Title: p.Env.Words.Say("field." + field), Key: field + "/" + id.String(), About: id, Table: goal.LineTable(field), Fields: []string{field}, Then: p.Stays,
			Act: func(n goal.Noted) model.Action { return act(id, n) }})
	}
}

func offer(p *Page) tea.Cmd {
	id, n := p.Chosen().ID, p.Fact().(goal.Need)
	return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
		return page.Fill(p, page.Form[goal.Offer]{Title: p.Env.Words.Say("goals.offer.new", "text", n.Text), Key: "offer/" + n.Key.String(), About: id, Table: goal.OfferTable(), Fields: []string{"goal-offer", "goal-offer-what"},
			Value: goal.Offer{Need: n.Key, Person: p.Env.User.ID}, Names: map[string][]page.Named{"": people}, Then: p.Stays,
			Act: func(o goal.Offer) model.Action { return goal.PutOffer{Goal: id, Offer: o} }})
	})
}

// remove takes away the line that the cursor is on.
func remove(p *Page) tea.Cmd {
	id := p.Chosen().ID
	switch f := p.Fact().(type) {
	case goal.Step:
		f.Gone = true
		return p.Do(p.Stays, goal.PutStep{Goal: id, Step: f})
	case goal.Result:
		f.Gone = true
		return p.Do(p.Stays, goal.PutResult{Goal: id, Result: f})
	case goal.Need:
		f.Gone = true
		return p.Do(p.Stays, goal.PutNeed{Goal: id, Need: f})
	case goal.Offer:
		f.Gone = true
		return p.Do(p.Stays, goal.PutOffer{Goal: id, Offer: f})
	}
	return nil
}

// end asks whether a goal is reached or let go, and what came of it; one that ended goes on again.
func end(p *Page) tea.Cmd {
	g, w := p.Chosen().Goal, p.Env.Words
	if g.State != goal.Open {
		return p.Do(nil, goal.End{ID: g.ID, State: goal.Open})
	}
	options := []widget.Option{{ID: string(goal.Reached), Label: w.GoalState(goal.Reached)}, {ID: string(goal.Dropped), Label: w.GoalState(goal.Dropped)}}
	g.State = goal.Reached
	return page.Fill(p, page.Form[goal.Goal]{Title: w.Say("goals.end", "title", g.Title), Key: "goal-end/" + g.ID.String(), About: g.ID, Table: goal.Table(), Value: g, Fields: []string{"goal-state", "goal-came"},
		Options: map[string][]widget.Option{"goal-state": options}, Long: []string{"goal-came"}, Act: func(g goal.Goal) model.Action { return goal.End{ID: g.ID, State: g.State, Came: g.Came} }})
}

func putAway(p *Page) tea.Cmd {
	g, w := p.Chosen(), p.Env.Words
	id := g.ID
	return p.Ask(w.Say("goals.archive", "title", g.Title), []string{w.Say("goals.archive.what")}, w.Say("goals.archive.yes"), func() tea.Cmd { return p.Do(nil, goal.Archive{ID: id}) })
}
