package resident

import (
	"context"
	"slices"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// The choices of a list of paths and of the steps of one that are no path and no step.
const (
	newOne = "new"
	endOne = "end"
	goOn   = "go-on"
)

// paths lists the paths of the resident, with how far each is, and begins a new one.
func (d *page) paths() tea.Cmd {
	id := d.file.ID
	return dialog.Look(d.Host, func(ctx context.Context, session *model.Session) ([]paths.Path, error) {
		return paths.ReadOf(ctx, session, id)
	}, func(all []paths.Path) tea.Cmd {
		d.walks = all
		w, env := d.Host.Env.Words, &d.Host.Env
		list := &dialog.Choice{Back: d, Picker: widget.Picker{Title: w.Say("resident.paths", "name", cell.Safe(d.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i := range all {
			p := &all[i]
			right := w.Say("path.of", "n", p.Done(), "of", len(p.Steps))
			if p.Ended != nil {
				right = w.Name(paths.Outcomes(), p.Ended.Outcome)
			}
			list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(p.Title, 60) + "  (" + w.Entry("path-kind", env.Site.PathKindCodes(), p.Kind) + ")", Right: right})
		}
		list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: newOne, Label: w.Say("resident.path.new"), Last: true})
		list.Choose = func(id string) tea.Cmd {
			if i, err := strconv.Atoi(id); err == nil {
				return d.steps(all[i].ID)
			}
			return d.newPath()
		}
		return d.Host.Show(list)
	})
}

// steps lists the steps of a path: choosing one that is open says that it was reached today, one that was reached takes that back.
func (d *page) steps(of journal.ID) tea.Cmd {
	id := d.file.ID
	return dialog.Look(d.Host, func(ctx context.Context, session *model.Session) ([]paths.Path, error) {
		return paths.ReadOf(ctx, session, id)
	}, func(all []paths.Path) tea.Cmd {
		d.walks = all
		at := slices.IndexFunc(all, func(p paths.Path) bool { return p.ID == of })
		if at < 0 {
			return d.Host.Show(d)
		}
		p := all[at]
		w, env := d.Host.Env.Words, &d.Host.Env
		list := &dialog.Choice{Back: d, Picker: widget.Picker{Title: cell.Safe(p.Title, 50), Empty: w.Say("pick.none"), Hint: w.Say("resident.path.hint")}}
		add := func(id, label, right string) {
			list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: id, Label: label, Right: right})
		}
		for i := range p.Steps {
			state := w.Say("resident.path.open")
			if r := p.Steps[i].Reached; r != nil {
				state = w.Say("resident.path.reached", "day", env.Day(r.Day.Add(12*time.Hour)))
			}
			add(strconv.Itoa(i), cell.Safe(p.Steps[i].Text, 70), state)
		}
		if p.Running() {
			add(newOne, w.Say("resident.path.step"), "")
			add(endOne, w.Say("resident.path.end"), "")
		} else {
			add(goOn, w.Say("resident.path.go-on"), w.Name(paths.Outcomes(), p.Ended.Outcome))
		}
		list.Choose = func(id string) tea.Cmd { return d.stepped(p, id) }
		return d.Host.Show(list)
	})
}

// stepped does what was chosen among the steps of a path, and comes back to them.
func (d *page) stepped(p paths.Path, id string) tea.Cmd {
	again := func(said string) func(model.Receipt) tea.Cmd {
		return func(model.Receipt) tea.Cmd {
			return tea.Batch(d.Host.SayDone(d.Host.Env.Words.Say(said)), d.steps(p.ID), d.Host.Reload())
		}
	}
	switch i, err := strconv.Atoi(id); {
	case id == newOne:
		return d.newStep(p)
	case id == endOne:
		return d.endPath(p)
	case id == goOn:
		return d.Host.Perform(dialog.Deed{Act: dialog.Doing(paths.Resume{ID: p.ID}), Done: again("did.act-path-resume")})
	case err != nil || !p.Running():
		return d.steps(p.ID)
	case p.Steps[i].Reached != nil:
		return d.Host.Perform(dialog.Deed{Act: dialog.Doing(paths.TakeBack{ID: p.ID, Step: p.Steps[i].Stamp}), Done: again("did.act-path-back")})
	default:
		return d.Host.Perform(dialog.Deed{Act: dialog.Doing(paths.ReachStep{ID: p.ID, Step: p.Steps[i].Stamp, Day: d.Host.Env.Today()}), Done: again("did.act-path-reach")})
	}
}

// newStep asks for a step.
func (d *page) newStep(p paths.Path) tea.Cmd {
	w := d.Host.Env.Words
	return d.Host.Fill(&dialog.Sheet{Back: d, Form: widget.Form{Title: w.Say("resident.path.step"), Entries: []widget.Entry{
		widget.TextEntry("step", w.Say("field.step"), "", 1)}}, Submit: func(f *widget.Form) tea.Cmd {
		return d.Host.Perform(dialog.Deed{Act: dialog.Doing(paths.AddStep{ID: p.ID, Text: f.Text("step")}), Done: func(model.Receipt) tea.Cmd {
			return tea.Batch(d.Host.SayDone(w.Say("did.act-path-step")), d.steps(p.ID), d.Host.Reload())
		}})
	}})
}

// newPath asks for a goal, its kind, and a first step. Whoever writes it down helps.
func (d *page) newPath() tea.Cmd {
	w, env, of := d.Host.Env.Words, &d.Host.Env, d.file.ID
	var kinds []widget.Option
	for _, c := range env.Site.PathKindCodes() {
		kinds = append(kinds, widget.Option{ID: c.Code, Label: w.Label(c)})
	}
	return d.Host.Fill(&dialog.Sheet{Back: d, Form: widget.Form{Title: w.Say("resident.path.new"), Entries: []widget.Entry{
		widget.TextEntry("path-title", w.Say("field.path-title"), "", 1), widget.ChoiceEntry("path-kind", w.Say("field.path-kind"), kinds[0].ID, kinds),
		widget.TextEntry("step", w.Say("field.step"), "", 1), widget.ChoiceEntry("helpers", w.Say("field.helpers.me"), "yes", dialog.YesNo(w))}},
		Submit: func(f *widget.Form) tea.Cmd {
			a := paths.Add{Path: paths.Path{Title: f.Text("path-title"), Kind: f.Text("path-kind"), Resident: of}}
			if f.Text("helpers") == "yes" {
				a.Path.Helpers = []journal.ID{env.User.ID}
			}
			if step := f.Text("step"); step != "" {
				a.Steps = []string{step}
			}
			return d.Host.Perform(dialog.Deed{Act: dialog.Doing(a), Done: func(r model.Receipt) tea.Cmd {
				return tea.Batch(d.Host.SayDone(w.Say("did.act-path-add")), d.steps(r.Entity), d.Host.Reload())
			}})
		}})
}

// endPath asks how a path ended.
func (d *page) endPath(p paths.Path) tea.Cmd {
	w := d.Host.Env.Words
	var ways []widget.Option
	for _, c := range slices.Clone(paths.Outcomes()) {
		ways = append(ways, widget.Option{ID: c.Code, Label: w.Label(c)})
	}
	return d.Host.Fill(&dialog.Sheet{Back: d, Form: widget.Form{Title: w.Say("resident.path.end"), Entries: []widget.Entry{
		widget.ChoiceEntry("outcome", w.Say("field.outcome"), ways[0].ID, ways), widget.TextEntry("why", w.Say("field.path-why"), "", 2)}},
		Submit: func(f *widget.Form) tea.Cmd {
			return d.Host.Perform(dialog.Deed{Act: dialog.Doing(paths.EndPath{ID: p.ID, Outcome: f.Text("outcome"), Text: f.Text("why"), Day: d.Host.Env.Today()}), Done: func(model.Receipt) tea.Cmd {
				return tea.Batch(d.Host.SayDone(w.Say("did.act-path-end")), d.paths(), d.Host.Reload())
			}})
		}})
}
