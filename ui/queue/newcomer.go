package queue

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// contactEntries are the entries of a form in which somebody becomes known: what is kept, why, and whether that was told.
func (q *Queue) contactEntries(r model.Resident) []widget.Entry {
	w := q.env.Words
	keep := []widget.Option{{ID: string(model.KeepThrowaway), Label: w.Say("keep.throwaway")}, {ID: string(model.KeepRegister), Label: w.Say("keep.register")}}
	told := ""
	if r.Told {
		told = "yes"
	}
	out := []widget.Entry{
		widget.TextEntry("phone", w.Say("field.phone"), r.Phone, 1),
		widget.ChoiceEntry("keep", w.Say("field.keep"), string(r.Keep), keep),
		widget.ChoiceEntry("told", w.Say("field.told"), told, q.yesNo()),
	}
	out[0].Hint, out[1].Hint, out[2].Hint = w.Say("form.phone.hint"), w.Say("form.keep.hint"), w.Say("form.told.hint")
	return out
}

func (q *Queue) yesNo() []widget.Option {
	w := q.env.Words
	return []widget.Option{{ID: "yes", Label: w.Say("answer.yes")}, {ID: "no", Label: w.Say("answer.no")}}
}

// similar looks for known residents who may be the one that a form names.
type similar struct {
	was    string // the name that was there before: not looked for
	asked  string
	ask    screen.Asker
	people []model.Candidate
	foot   []string // of the form, without the warning
}

// watch lets a form look for residents who may be the same.
func watch(s *sheet, was string) { s.similar = &similar{was: was} }

func (s *similar) look(q *Queue, f *widget.Form) tea.Cmd {
	name, phone := f.Text("who"), f.Text("phone")
	if name == s.was {
		name = ""
	}
	if name+"\n"+phone == s.asked {
		return nil
	}
	s.asked = name + "\n" + phone
	view := q.env.View
	return screen.Ask(q.env.Ctx, s.ask.Next(), func(ctx context.Context) ([]model.Candidate, error) {
		if name == "" {
			return nil, nil
		}
		return view.Similar(ctx, model.Resident{Name: name, Phone: phone})
	})
}

// same is the entry that shows the candidates: a warning, never a block.
const same, newcomer = "same", "new"

func (s *similar) found(q *Queue, f *widget.Form, people []model.Candidate) {
	w := q.env.Words
	typed := model.Fold(f.Text("who"))
	slices.SortStableFunc(people, func(a, b model.Candidate) int {
		return cmp.Or(len(b.Reasons)-len(a.Reasons), apart(typed, a.Name)-apart(typed, b.Name))
	})
	s.people = people[:min(len(people), candidates)]
	picked, at := f.Text(same), f.Focused()
	f.Entries = slices.DeleteFunc(f.Entries, func(e widget.Entry) bool { return e.ID == same })
	if s.foot == nil {
		s.foot = f.Foot
	}
	f.Foot = s.foot
	if len(s.people) > 0 {
		options := []widget.Option{{ID: newcomer, Label: w.Say("same.new")}}
		known := picked == newcomer
		for _, c := range s.people {
			var why []string
			for _, r := range c.Reasons {
				why = append(why, w.Say("same."+r))
			}
			label := joinFacts([]string{c.Name, where(c.Resident), strings.Join(why, ", ")})
			options = append(options, widget.Option{ID: c.ID.String(), Label: cell.Safe(label, 70)})
			known = known || picked == c.ID.String()
		}
		if !known {
			picked = ""
		}
		e := widget.ChoiceEntry(same, w.Say("field.same"), picked, options)
		e.Hint = w.Say("same.hint")
		f.Entries = slices.Insert(f.Entries, 1+slices.IndexFunc(f.Entries, func(e widget.Entry) bool { return e.ID == "told" }), e)
		warning := q.env.Theme.Today.On(theme.WarnSign + " " + w.Count("same.warning", len(s.people), "who", options[1].Label))
		f.Foot = append([]string{warning}, s.foot...)
	} else if at == same {
		at = "who"
	}
	f.Focus(at)
}

// apart is how far a name is from what was typed: for each word the letters by which the nearest word of the name differs.
func apart(typed []string, name string) (sum int) {
	words := model.Fold(name)
	for _, w := range typed {
		near := model.MaxNameDistance + 1
		for _, other := range words {
			near = min(near, model.Levenshtein(w, other, near))
		}
		sum += near
	}
	return sum
}

// alike is the error of somebody new who may be known already. It is raised once: saving again makes a new one.
type alike struct{ people []model.Candidate }

func (alike) Error() string { return "this may be a known resident" }

func (s *similar) warn(q *Queue, f *widget.Form, a alike) {
	s.ask.Drop()
	s.found(q, f, a.people)
	for i := range f.Entries {
		if f.Entries[i].ID == same {
			f.Entries[i].Picked = []string{newcomer}
		}
	}
	f.Blame(same, q.env.Words.Say("same.choose"))
}

// arrival is what a form says about the resident, to be settled in a command.
type arrival struct {
	typed, was string
	known      model.ID // whom was means
	same       string
	resident   model.Resident // as it would be made
	words      text.Words
	fresh      bool // it is to be made
}

func (q *Queue) arrival(f *widget.Form, was string, known model.ID) *arrival {
	return &arrival{typed: f.Text("who"), was: was, known: known, same: f.Text(same), words: q.env.Words, resident: model.Resident{
		Name: f.Text("who"), Phone: f.Text("phone"), Keep: model.Keep(f.Text("keep")), Told: f.Text("told") == "yes",
	}}
}

// settle gives the resident that the form names: the one known when the name was not touched, nobody when it is empty,
// one that was picked or found, and otherwise a new one. What else was typed of a known one goes along as actions.
func (a *arrival) settle(ctx context.Context, v *model.View) (id model.ID, acts []model.Action, err error) {
	w := a.words
	some := a.resident.Phone != "" || a.resident.Keep != model.KeepNothing
	if a.typed == "" {
		if some {
			return id, nil, fault{"who", w.Say("form.who.name")}
		}
		return id, nil, nil
	}
	if picked, err := model.ParseID(a.same); err == nil {
		return a.update(ctx, v, picked)
	}
	if a.typed == a.was && !a.known.IsZero() {
		return a.update(ctx, v, a.known)
	}
	if a.same != newcomer && some {
		people, err := v.Similar(ctx, a.resident)
		if err != nil {
			return id, nil, err
		}
		if len(people) > 0 {
			return id, nil, alike{people}
		}
	} else if a.same != newcomer {
		people, err := v.Residents(ctx, a.typed, candidates)
		if err != nil {
			return id, nil, err
		}
		if len(people) == 1 {
			return people[0].ID, nil, nil
		}
		var names []string
		for _, p := range people[:min(len(people), 3)] {
			names = append(names, strings.TrimSuffix(p.Name+", "+where(p), ", "))
		}
		if len(people) > 1 {
			return id, nil, fault{"who", w.Say("form.who.several", "names", strings.Join(names, "; "))}
		}
	}
	if a.resident.Keep == model.KeepNothing {
		if a.resident.Phone != "" || a.same == newcomer {
			return id, nil, fault{"keep", w.Say("form.keep.ask")}
		}
		return id, nil, fault{"who", w.Say("form.who.none")}
	}
	a.fresh = true
	return id, nil, nil
}

// update keeps a phone number that was typed for somebody who had none here.
func (a *arrival) update(ctx context.Context, v *model.View, id model.ID) (model.ID, []model.Action, error) {
	if a.resident.Phone == "" {
		return id, nil, nil
	}
	people, err := v.Residents(ctx, a.typed, 0)
	if err != nil {
		return id, nil, err
	}
	for _, p := range people {
		if p.ID != id || p.Phone == a.resident.Phone {
			continue
		}
		p.Phone = a.resident.Phone
		if a.resident.Keep != model.KeepNothing {
			p.Keep = a.resident.Keep
		}
		p.Told = p.Told || a.resident.Told
		return id, []model.Action{model.EditResident{Resident: p}}, nil
	}
	return id, nil, nil
}

// startForm opens the full form with what the line says so far.
func (q *Queue) startForm(d *intake) tea.Cmd {
	kept := q.keep()
	r := d.request()
	r.Supervision = model.SupervisionAlone
	who := d.parsed.Who
	if who == d.parsed.Phone {
		who = ""
	}
	if d.at >= 0 && d.at < len(d.people) {
		who = d.people[d.at].Name
	}
	s := &sheet{key: slotKey("new", d.slot), form: q.requestForm(q.env.Words.Say("form.new"), r, who), intake: true}
	known := r.Resident
	if known.IsZero() {
		watch(s, "")
	} else {
		watch(s, who)
	}
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		r, ok := q.filled(f, model.Request{})
		if !ok {
			return nil
		}
		asker := q.arrival(f, who, known)
		q.desk.waiting = false
		return q.run(s, added, nil, func(ctx context.Context, v *model.View) (model.Receipt, error) {
			id, acts, err := asker.settle(ctx, v)
			if err != nil {
				return model.Receipt{}, err
			}
			if asker.fresh {
				return v.Do(ctx, model.TakeIn{Resident: asker.resident, Request: r})
			}
			r.Resident = id
			return v.Do(ctx, append([]model.Action{model.AddRequest{Request: r}}, acts...)...)
		})
	}
	var said tea.Cmd
	fields, left := q.left(s.key)
	if left && r.Summary == "" {
		refill(&s.form, fields)
		said = screen.Say(screen.Note, q.env.Words.Say("queue.draft-back"))
	}
	q.open(s)
	if !known.IsZero() || d.parsed.Who == "" {
	} else if phone := d.parsed.Phone; phone != "" {
		for i := range s.form.Entries {
			if e := &s.form.Entries[i]; e.ID == "phone" {
				e.Input.Set(phone)
			}
		}
		s.form.Focus("keep")
		if who == "" {
			s.form.Focus("who")
		}
	} else if d.newcomer() {
		s.form.Focus("phone")
	}
	look := s.similar.look(q, &s.form)
	if r.Summary == "" {
		return tea.Batch(kept, said, look)
	}
	q.dirty = true // what the line said goes on in the form, and its draft with it
	return tea.Batch(kept, q.keep(), q.throwAway(draftPrefix+slotKey("line", d.slot)), look)
}
