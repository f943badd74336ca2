// Package signals is the page of screen 6 with what is signalled upward: what needs attention, where it was seen and how often, to whom it went
// and what came of it.
package signals

import (
	"cmp"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/upward"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "signals"

// Page is the page, row what it lists.
type (
	Page = page.Page[row]
	row  struct {
		upward.Signal
		names map[journal.ID]string
		sites map[journal.ID]model.Site
		goal  string // the title of the one that it became
		place int
	}
)

// The parts of the list.
const (
	mine = iota // waits for whoever sits here
	open
	taken
	ended
)

var parts = [...]string{"upward.part.mine", "upward.part.open", "upward.part.taken", "upward.part.ended"}

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[row] {
	return page.Kind[row]{
		Name: "signals", Scope: Scope, Read: read,
		ID:    func(r *row) journal.ID { return r.ID },
		Title: func(r *row) string { return r.Text },
		Right: func(p *Page, r *row) string {
			if r.place == mine || r.place == ended {
				return p.Env.Words.SignalState(r.State)
			}
			return r.names[r.To]
		},
		Group: func(p *Page, r *row) string { return p.Env.Words.Say(parts[r.place]) },
		Warn:  func(_ *Page, r *row) bool { return r.place == mine },
		Past:  func(r *row) bool { return r.place == ended },
		Words: func(r *row) []string {
			return []string{r.Where, r.Theme, r.Answer, r.names[r.To], r.names[r.AddedBy]}
		},
		Facts: facts,
		Empty: "upward.begin", Count: "upward.count", New: Add, First: []keys.ID{Take, Answer}, Wanted: wanted,
	}
}

func read(ctx context.Context, session *model.Session, _ screen.Env) (out []row, err error) {
	all, err := upward.Read(ctx, session, upward.Query{})
	if err != nil {
		return nil, err
	}
	names, err := session.PersonNames(ctx, "")
	if err != nil {
		return nil, err
	}
	sites, err := session.Sites(ctx)
	if err != nil {
		return nil, err
	}
	known := map[journal.ID]model.Site{}
	for _, s := range sites {
		known[s.ID] = s
	}
	goals, err := goal.All(ctx, session)
	if err != nil {
		return nil, err
	}
	titles := map[journal.ID]string{}
	for i := range goals {
		titles[goals[i].ID] = goals[i].Title
	}
	me := session.Me().ID
	for i := range all {
		r := row{Signal: all[i], names: names, sites: known, goal: titles[all[i].Goal], place: ended}
		switch {
		case r.Waits() && r.To == me:
			r.place = mine
		case r.State == upward.Open:
			r.place = open
		case r.State == upward.Taken:
			r.place = taken
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b row) int { return cmp.Compare(a.place, b.place) })
	return out, nil
}

// theme is what its theme is called at the site whose figures it has, or else here.
func (r *row) theme(p *Page) string {
	site := p.Env.Site
	if s, ok := r.sites[r.Site]; ok {
		site = s
	}
	return p.Env.Words.ThemeWord(site, r.Theme)
}

func facts(p *Page, r *row) (out []page.Fact) {
	w := p.Env.Words
	zone := p.Env.Local(p.Env.Now()).Location()
	add := func(field, text string) {
		if text != "" {
			out = append(out, page.Fact{Label: w.Say("field." + field), Text: text})
		}
	}
	add("signal-state", w.SignalState(r.State))
	somebody := w.Say("questions.somebody")
	out = append(out, page.Fact{Text: w.Say("upward.sent", "name", cmp.Or(r.names[r.AddedBy], somebody), "day", w.ShortDay(days.Of(journal.Moment(r.ID.Millis()), zone)), "to", cmp.Or(r.names[r.To], somebody))})
	add("signal-about", w.SignalAbout(r.About))
	add("signal-where", r.Where)
	add("signal-theme", r.theme(p))
	add("signal-cases", w.SignalCounts(&r.Signal))
	if !r.Since.IsZero() {
		add("signal-since", w.ShortDay(r.Since))
	}
	if s, ok := r.sites[r.Site]; ok {
		add("signal-site", s.Name)
	}
	if !r.TakenOn.IsZero() {
		add("signal-taken-on", w.ShortDay(r.TakenOn))
	}
	if r.Answer != "" {
		out = append(out, page.Fact{Text: w.Say("field.signal-answer"), Head: true}, page.Fact{Text: r.Answer})
		if !r.AnsweredOn.IsZero() {
			add("signal-answered-on", w.ShortDay(r.AnsweredOn))
		}
	}
	add("signal-goal", r.goal)
	return out
}
