package partners

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// weeksOf is how long a placement is where neither the partner nor the study says when it ends.
const weeksOf = 20

// there is the partner that keys are about: on the board that of its row, or else the one of the list.
func (p *Partners) there() *row {
	if !p.onBoard() {
		return p.Chosen()
	}
	var found *row
	p.All(func(r *row) {
		if r.ID == p.partner {
			found = r
		}
	})
	return found
}

// mayPlace tells whether somebody can be placed at the partner that the cursor is on.
func (p *Partners) mayPlace() bool {
	r := p.there()
	return r != nil && r.State != partner.Ended && placement.MayPlace(p.Env.Session.Clearance())
}

func (p *Partners) whyNotPlace() string {
	switch r := p.there(); {
	case r == nil:
		return ""
	case r.State == partner.Ended:
		return p.Env.Words.Say("error.placement-at-ended", "name", r.Name)
	}
	return p.Env.Words.Say("partners.not-place")
}

// stays are the placements that x and w are about: the one that the cursor is on, or those of the week under it, or those that run or come.
func (p *Partners) stays() []*stay {
	r := p.there()
	switch {
	case r == nil || r.on == nil || !placement.MayPlace(p.Env.Session.Clearance()):
		return nil
	case p.onBoard():
		all := p.spans()
		week, _, _ := r.on.worst(all[p.column(all)])
		out, _ := r.on.there(week)
		return out
	case p.Fact() != nil:
		return []*stay{p.Fact().(*stay)}
	}
	var out []*stay
	for i := range r.on.here {
		if s := &r.on.here[i]; s.State(p.Env.Today()) != placement.Ended {
			out = append(out, s)
		}
	}
	return out
}

func (p *Partners) anyStay() bool { return len(p.stays()) > 0 }

func (p *Partners) whyNoStay() string {
	switch {
	case p.there() == nil:
		return ""
	case !placement.MayPlace(p.Env.Session.Clearance()):
		return p.Env.Words.Say("partners.not-place")
	}
	return p.Env.Words.Say("partners.nobody-here", "name", p.there().Name)
}

// choose goes on with a placement: the only one, or the one that is chosen.
func (p *Partners) choose(title string, then func(*stay) tea.Cmd) tea.Cmd {
	all, w := p.stays(), p.Env.Words
	if len(all) == 1 {
		return then(all[0])
	}
	d := &dialog.Choice{Picker: widget.Picker{Title: title, Empty: w.Say("pick.none")}}
	for _, s := range all {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: s.ID.String(), Label: cell.Safe(s.name, 60), Right: period(w, s.From, s.Last())})
	}
	d.Choose = func(id string) tea.Cmd {
		for _, s := range all {
			if s.ID.String() == id {
				return then(s)
			}
		}
		return nil
	}
	return p.Host.Show(d)
}

// draft is a placement at a partner as it would be from the week under the cursor on: as long as the partner gives places, with as many hours of
// supervision as the others take.
func (p *Partners) draft(r *row) placement.Placement {
	today := p.Env.Today()
	one := placement.Placement{Partner: r.ID, From: today, Minutes: placement.DefaultMinutes}
	if p.onBoard() {
		if p.week.After(today) {
			one.From = p.week
		}
		all := p.spans()
		week, _, _ := r.on.worst(all[p.column(all)])
		one.Minutes = need(r.on.weeks[week])
	}
	if r.From.After(one.From) {
		one.From = r.From
	}
	if one.To = r.To; one.To.Before(one.From) {
		one.To = one.From.AddDate(0, 0, 7*weeksOf-1)
	}
	if len(r.Guides) > 0 {
		one.Guide = r.Guides[0]
	}
	return one
}

// place asks which student comes, those without a place first, each with what stands in the way.
func (p *Partners) place() tea.Cmd {
	r := *p.there()
	one, w := p.draft(&r), p.Env.Words
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) ([]placement.Candidate, error) {
		return placement.Candidates(ctx, session, one)
	}, func(all []placement.Candidate) tea.Cmd {
		d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("partners.place", "name", cell.Safe(r.Name, 40), "day", text.Day(one.From)), Empty: w.Say("partners.place.nobody")}}
		for i := range all {
			c := &all[i]
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: c.Who.ID.String(), Label: cell.Safe(strings.TrimSpace(c.Who.Name+"  "+c.Who.Level), 60), Right: p.inTheWay(c, &r)})
		}
		d.Choose = func(id string) tea.Cmd {
			for i := range all {
				if all[i].Who.ID.String() == id {
					return p.fill(one, &all[i])
				}
			}
			return nil
		}
		return p.Host.Show(d)
	})
}

// inTheWay is what stands in the way of a student, in few words; the gravest first.
func (p *Partners) inTheWay(c *placement.Candidate, r *row) string {
	w := p.Env.Words
	var out []string
	for _, f := range c.Found {
		switch f.Code {
		case placement.Twice:
			out = append(out, w.Say("partners.way.twice", "name", cell.Safe(c.Where.Name, 30), "day", text.Day(c.Until)))
		case placement.OtherLevel:
			out = append(out, w.Say("partners.way.level", "levels", strings.Join(r.Levels, ", ")))
		default:
			out = append(out, w.Say("partners.way."+f.Code))
		}
	}
	if len(out) == 0 {
		return w.Say("partners.way.nothing")
	}
	return strings.Join(out, " "+theme.Dot+" ")
}

// fields are those that the form of a placement asks for.
func fields(first ...string) []string {
	return append(first, "placement-from", "placement-to", "placement-minutes", "placement-guide", "placement-guide-name", "placement-school", "placement-level", "placement-anyway")
}

// fill asks for what is agreed about a student's placement.
func (p *Partners) fill(one placement.Placement, c *placement.Candidate) tea.Cmd {
	w := p.Env.Words
	one.Student, one.Level = c.Who.ID, c.Who.Level
	if end := c.Who.Study.End; !end.IsZero() && end.Before(one.To) && end.After(one.From) {
		one.To = end
	}
	return p.asked("placement-new/"+one.Partner.String()+"/"+one.Student.String(), w.Say("partners.place.form", "student", cell.Safe(c.Who.Name, 40)), one, fields(),
		func(v placement.Placement) []model.Action { return []model.Action{placement.Add{Placement: v}} })
}

// move asks from when, until when and where somebody is. Who has begun and goes elsewhere ends the day before, and begins there: what was, stays.
func (p *Partners) move() tea.Cmd {
	w := p.Env.Words
	return p.choose(w.Say("partners.move.who"), func(s *stay) tea.Cmd {
		was := s.Placement
		return p.asked("placement-move/"+was.ID.String(), w.Say("partners.move", "student", cell.Safe(s.name, 40)), was, fields("placement-partner"), func(v placement.Placement) []model.Action {
			if v.Partner == was.Partner || !v.From.After(was.From) {
				return []model.Action{placement.Edit{Placement: v.AsSeenIn(was)}}
			}
			next := placement.Placement{Student: was.Student, Partner: v.Partner, From: v.From, To: v.To, Minutes: v.Minutes, Level: v.Level, Guide: v.Guide, GuideName: v.GuideName, School: v.School, Anyway: v.Anyway}
			return []model.Action{placement.End{ID: was.ID, Day: v.From.AddDate(0, 0, -1)}, placement.Add{Placement: next}}
		})
	})
}

// asked opens the form of a placement.
func (p *Partners) asked(key, title string, v placement.Placement, names []string, act func(placement.Placement) []model.Action) tea.Cmd {
	w := p.Env.Words
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (a asked, err error) {
		if a.people, err = page.People(ctx, session); err != nil {
			return a, err
		}
		all, err := partner.All(ctx, session)
		for i := range all {
			a.networks = append(a.networks, page.Named{ID: all[i].ID, Name: all[i].Name})
		}
		return a, err
	}, func(a asked) tea.Cmd {
		var levels []widget.Option
		for _, l := range model.Levels() {
			levels = append(levels, widget.Option{ID: l, Label: l})
		}
		return page.Fill(p.Page, page.Form[placement.Placement]{Title: title, Key: key, About: v.Student, Table: placement.Table(), Value: v, Fields: names,
			Names:   map[string][]page.Named{"placement-guide": a.people, "placement-school": a.people, "placement-partner": a.networks},
			Options: map[string][]widget.Option{"placement-level": levels}, Hours: []string{"placement-minutes"},
			Hints: map[string]string{"placement-guide-name": w.Say("partners.hint.guide-name"), "placement-anyway": w.Say("partners.hint.anyway")},
			Acts:  act, Then: p.done})
	})
}

// end asks the last day of a placement, and why it ends.
func (p *Partners) end() tea.Cmd {
	w := p.Env.Words
	return p.choose(w.Say("partners.end.who"), func(s *stay) tea.Cmd {
		id, day := s.ID, p.Env.Today()
		if s.From.After(day) {
			return p.Ask(w.Say("partners.cancel", "student", cell.Safe(s.name, 40)), []string{w.Say("partners.cancel.what")}, w.Say("partners.cancel.yes"), func() tea.Cmd {
				return p.Do(nil, placement.Archive{ID: id})
			})
		}
		if s.Last().Before(day) {
			day = s.Last()
		}
		d := &dialog.Sheet{Key: "placement-end/" + id.String(), About: s.Student, Width: 90, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
		d.Form = widget.Form{Title: w.Say("partners.end", "student", cell.Safe(s.name, 40)), Entries: []widget.Entry{
			widget.TextEntry("placement-ended", w.Say("field.placement-ended"), text.Day(day), 1),
			widget.TextEntry("reason-ended", w.Say("field.reason-ended"), "", 2).Hinted(w.Say("partners.hint.reason")),
		}}
		d.Submit = func(f *widget.Form) tea.Cmd {
			last, ok := p.day(f, "placement-ended")
			if !ok {
				return nil
			}
			return p.Do(nil, placement.End{ID: id, Day: last, Why: f.Text("reason-ended")})
		}
		return p.Host.Fill(d)
	})
}

// day reads a day of a form; what is none is blamed.
func (p *Partners) day(f *widget.Form, field string) (time.Time, bool) {
	day, ok := text.ReadDay(strings.TrimSpace(f.Text(field)))
	if !ok {
		f.Blame(field, p.Env.Words.Say("error.visit-day", "text", f.Text(field)))
	}
	return day, ok
}

// note asks what is to be written down: of the placement that the cursor is on, or else of the partner.
func (p *Partners) note() tea.Cmd {
	r, w := *p.there(), p.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("partners.note", "name", cell.Safe(r.Name, 50)), Empty: w.Say("pick.none")}}
	for _, k := range partner.NoteKinds() {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: partner.SaidKind(k), Label: w.Say("partners.note." + partner.SaidKind(k))})
	}
	d.Choose = func(id string) tea.Cmd {
		for _, k := range partner.NoteKinds() {
			if partner.SaidKind(k) == id {
				return p.writeNote(&r, k)
			}
		}
		return nil
	}
	return p.Host.Show(d)
}

// writeNote asks the day and the words of a note.
func (p *Partners) writeNote(r *row, kind journal.ItemKind) tea.Cmd {
	w, id := p.Env.Words, r.ID
	d := &dialog.Sheet{Key: "partner-note/" + partner.SaidKind(kind) + "/" + id.String(), About: id, Width: 90, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say("partners.note."+partner.SaidKind(kind)) + " " + theme.Dot + " " + cell.Safe(r.Name, 40), Entries: []widget.Entry{
		widget.TextEntry("date", w.Say("field.date"), text.Day(p.Env.Today()), 1),
		widget.TextEntry("note", w.Say("field.note"), "", 4),
	}}
	if kind == partner.ItemEvaluation {
		d.Form.Entries = append(d.Form.Entries, widget.TextEntry("from", w.Say("partners.note.from"), "", 1))
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		day, ok := p.day(f, "date")
		if !ok {
			return nil
		}
		from := ""
		if kind == partner.ItemEvaluation {
			from = f.Text("from")
		}
		return p.Do(nil, partner.Write{ID: id, Note: partner.Note{Kind: kind, Day: day, Text: f.Text("note"), From: from}})
	}
	return p.Host.Fill(d)
}

// state asks how far a partner is. One that ends while students are there says so first, and asks once more.
func (p *Partners) state(r *row) tea.Cmd {
	w, was := p.Env.Words, r.Partner
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("partners.state", "name", cell.Safe(r.Name, 50)), Empty: w.Say("pick.none")}}
	for _, s := range partner.States() {
		c := widget.Choice{ID: string(s), Label: w.PartnerState(s)}
		if s == was.State {
			c.Right = w.Say("partners.state.now")
		}
		d.Picker.Choices = append(d.Picker.Choices, c)
	}
	d.Picker.GoTo(string(was.State))
	d.Choose = func(id string) tea.Cmd {
		if partner.State(id) == was.State {
			return nil
		}
		to := partner.State(id)
		return p.anyway(w.Say("partners.state.sure", "name", cell.Safe(was.Name, 50), "state", w.PartnerState(to)), func(told bool) model.Action { return partner.SetState{ID: was.ID, State: to, Told: told} })
	}
	return p.Host.Show(d)
}

// anyway does something, and where it is refused with what stands in the way, asks whether it is to be done all the same.
func (p *Partners) anyway(title string, act func(told bool) model.Action) tea.Cmd {
	return p.Perform(dialog.Deed{Act: dialog.Doing(act(false)), Refused: func(err error) (tea.Cmd, bool) {
		if fault.KindOf(err) != fault.Conflict {
			return nil, false
		}
		return tea.Batch(p.Reload(), p.Ask(title, cell.Wrap(p.Env.Words.Error(err), 60, 6), p.Env.Words.Say("partners.sure.yes"), func() tea.Cmd { return p.Do(nil, act(true)) })), true
	}})
}

func (p *Partners) putAway(r *row) tea.Cmd {
	w, id, name := p.Env.Words, r.ID, cell.Safe(r.Name, 50)
	return p.Ask(w.Say("partners.archive", "name", name), []string{w.Say("partners.archive.what")}, w.Say("partners.archive.yes"), func() tea.Cmd {
		return p.anyway(w.Say("partners.archive", "name", name), func(told bool) model.Action { return partner.Archive{ID: id, Told: told} })
	})
}
