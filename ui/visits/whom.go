package visits

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// goer is somebody who can go on visits, or a pair.
type goer struct {
	ids  []journal.ID
	name string
	pair bool
}

func (g goer) id() string {
	parts := make([]string, len(g.ids))
	for i, id := range g.ids {
		parts[i] = id.String()
	}
	return strings.Join(parts, "+")
}

// goers are the running pairs, and everybody who sees the desk, by name.
func goers(ctx context.Context, session *model.Session) (out []goer, err error) {
	people, err := session.People(ctx)
	if err != nil {
		return nil, err
	}
	names := map[journal.ID]string{}
	for _, p := range people {
		if desk.SeesDesk(p, session.Site()) {
			names[p.ID] = p.Name
			out = append(out, goer{ids: []journal.ID{p.ID}, name: p.Name})
		}
	}
	slices.SortFunc(out, func(a, b goer) int { return strings.Compare(plain.FoldText(a.name), plain.FoldText(b.name)) })
	all, err := pairs.Pairs(ctx, session)
	if err != nil {
		return nil, err
	}
	for i := range all {
		var said []string
		for _, id := range all[i].Members {
			said = append(said, names[id])
		}
		if all[i].Running() && !all[i].Paused() && !slices.Contains(said, "") {
			out = append(out, goer{all[i].Members, strings.Join(said, " + "), true})
		}
	}
	return out, nil
}

// whom asks who goes: somebody, a pair, or nobody yet.
func (v *Visits) whom(title string, then func([]journal.ID) tea.Cmd) tea.Cmd {
	head, w := v.title(title), v.Env.Words
	return dialog.Look(&v.Host, goers, func(all []goer) tea.Cmd {
		d := &dialog.Choice{Picker: widget.Picker{Title: head, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for _, g := range all {
			c := widget.Choice{ID: g.id(), Label: cell.Safe(g.name, 60)}
			if g.pair {
				c.Right = w.Say("assign.pair")
			}
			d.Picker.Choices = append(d.Picker.Choices, c)
		}
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "nobody", Label: w.Say("visit.nobody")})
		d.Choose = func(id string) tea.Cmd {
			for _, g := range all {
				if g.id() == id {
					return then(g.ids)
				}
			}
			return then(nil)
		}
		return v.Show(d)
	})
}

// asked is what the form of a new arrangement offers.
type asked struct {
	residents []desk.Resident
	goers     []goer
}

// plan asks with whom, and then what and when.
func (v *Visits) plan() tea.Cmd {
	w := v.Env.Words
	return dialog.Look(&v.Host, func(ctx context.Context, session *model.Session) (a asked, err error) {
		if a.residents, err = desk.ListResidents(ctx, session, "", 0); err == nil {
			a.goers, err = goers(ctx, session)
		}
		return a, err
	}, func(a asked) tea.Cmd {
		d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("visits.with"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for _, r := range a.residents {
			if r.MergedInto.IsZero() && !r.Erased && !r.Archived {
				d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: r.ID.String(), Label: cell.Safe(r.Name, 60), Right: cell.Safe(r.Postcode, 10)})
			}
		}
		d.Choose = func(id string) tea.Cmd {
			for _, r := range a.residents {
				if r.ID.String() == id {
					return v.form(r, a.goers)
				}
			}
			return nil
		}
		return v.Show(d)
	})
}

// form asks what is arranged with a resident.
func (v *Visits) form(r desk.Resident, all []goer) tea.Cmd {
	w := v.Env.Words
	var parts []widget.Option
	for _, p := range visits.Parts() {
		parts = append(parts, widget.Option{ID: string(p), Label: w.Say("part." + string(p))})
	}
	who := []widget.Option{{ID: "", Label: w.Say("visit.nobody")}}
	for _, g := range all {
		who = append(who, widget.Option{ID: g.id(), Label: cell.Safe(g.name, 40)})
	}
	d := &dialog.Sheet{Key: "visits/" + r.ID.String(), About: r.ID, Width: 100, Hint: w.Say("form.foot", "save", v.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say("visits.with") + " · " + cell.Safe(r.Name, 40), Entries: []widget.Entry{
		widget.TextEntry("what", w.Say("field.what"), "", 1),
		widget.TextEntry("weekdays", w.Say("field.weekdays"), "", 1).Hinted(w.Say("visits.weekdays.hint")),
		widget.ChoiceEntry("daypart", w.Say("field.daypart"), string(visits.Morning), parts),
		widget.ChoiceEntry("who", w.Say("field.who"), "", who),
		widget.TextEntry("minutes", w.Say("field.minutes"), "", 1).Hinted(w.Say("visits.expected.hint")),
		widget.TextEntry("from", w.Say("field.from"), "", 1).Hinted(w.Say("visits.from.hint")),
		widget.TextEntry("until", w.Say("field.until"), "", 1).Hinted(w.Say("visits.until.hint")),
		widget.TextEntry("every", w.Say("field.every"), "", 1).Hinted(w.Say("visits.every.hint")),
	}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		a, ok := v.arranged(f, all)
		if !ok {
			return nil
		}
		a.Resident = r.ID
		return v.Do(nil, visits.Plan{Arrangement: a})
	}
	return v.Fill(d)
}

// arranged reads the form; what cannot be read is blamed.
func (v *Visits) arranged(f *widget.Form, all []goer) (a visits.Arrangement, ok bool) {
	w := v.Env.Words
	a = visits.Arrangement{What: f.Text("what"), Part: visits.Part(f.Text("daypart")), From: v.today()}
	for _, typed := range strings.FieldsFunc(f.Text("weekdays"), func(c rune) bool { return c == ',' || c == ' ' }) {
		day, err := visits.ParseWeekday(typed)
		if err != nil {
			f.Blame("weekdays", w.Error(err))
			return a, false
		}
		a.Weekdays = append(a.Weekdays, day)
	}
	for _, g := range all {
		if g.id() == f.Text("who") && f.Text("who") != "" {
			a.Who = g.ids
		}
	}
	for name, to := range map[string]*int{"minutes": &a.Minutes, "every": &a.Every} {
		if typed := f.Text(name); typed != "" {
			if *to, ok = number(typed); !ok {
				f.Blame(name, w.Say("visits.number"))
				return a, false
			}
		}
	}
	if typed := f.Text("from"); typed != "" {
		if a.From, ok = v.day(typed); !ok {
			f.Blame("from", w.Say("error.visit-day", "text", typed))
			return a, false
		}
	}
	if typed := f.Text("until"); typed != "" {
		if a.Until, ok = v.day(typed); !ok {
			f.Blame("until", w.Say("error.visit-day", "text", typed))
			return a, false
		}
	}
	return a, true
}

func number(typed string) (n int, ok bool) {
	for _, c := range typed {
		if c < '0' || c > '9' || n > 10000 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n > 0
}
