package desk

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/plain"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startSaveView asks for the name, the order and the columns under which what shows now is kept.
func (q *Queue) startSaveView() tea.Cmd {
	w := q.Env.Words
	name, shown := "", ownView{Words: strings.TrimSpace(q.search.Text()), Filter: q.filter, Layout: q.layout()}
	if q.own != nil {
		name = q.own.Name
	}
	var orders []widget.Option
	for _, o := range []string{"", string(desk.OrderQueue), string(desk.OrderDue)} {
		orders = append(orders, widget.Option{ID: "by-" + o, Label: w.Say("order." + o)})
	}
	order := widget.ChoiceEntry("order", w.Say("field.order"), "by-"+string(q.order), orders)
	if !q.finding {
		order = order.Hinted(w.Say("view.save.order-hint"))
		shown.Words, shown.List = "", lists()[q.view].word
	}
	d := &dialog.Sheet{Width: 100, Hint: w.Say("form.foot", "save", q.Env.Keys.Label(keys.Save)), Lead: []string{cell.Cut(strings.Join(q.chips(), " "), 90)},
		Form: widget.Form{Title: w.Say("view.save.title"), Entries: []widget.Entry{
			widget.TextEntry("view-name", w.Say("field.view-name"), name, 1),
			order,
		}}}
	d.Submit = func(f *widget.Form) tea.Cmd { return q.saveView(f, shown) }
	return q.Fill(d)
}

// saveView keeps what showed as the form says, and shows it.
func (q *Queue) saveView(f *widget.Form, o ownView) tea.Cmd {
	w := q.Env.Words
	o.Name, o.Order = cell.Safe(f.Text("view-name"), 40), desk.Order(strings.TrimPrefix(f.Text("order"), "by-"))
	all := slices.Clone(q.ownViews)
	at := slices.IndexFunc(all, func(other ownView) bool { return plain.SameCode(other.Name, o.Name) })
	switch {
	case o.Name == "":
		f.Blame("view-name", w.Say("view.save.no-name"))
		return nil
	case plain.Refuses(o.Name, plain.InWords), plain.Refuses(o.Words, plain.InWords):
		f.Blame("view-name", w.Say("view.bsn"))
		return nil
	case at >= 0:
		all[at] = o
	case len(all) >= maxOwnViews:
		f.Blame("view-name", w.Say("view.save.full", "n", maxOwnViews))
		return nil
	default:
		all, at = append(all, o), len(all)
	}
	shortcut := q.Env.Keys.Label(key.Views) + " " + viewKey(len(lists())+at)
	return tea.Batch(q.Show(nil), q.keepOwnViews(all, w.Say("view.saved", "name", o.Name, "key", shortcut)), q.showOwnView(o))
}

// startAlterView offers to rename own views or take them away.
func (q *Queue) startAlterView() tea.Cmd {
	w := q.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("view.alter.title"), Empty: w.Say("view.none", "key", q.Env.Keys.Label(key.SaveView)), Hint: w.Say("pick.hint")}}
	for i, o := range q.ownViews {
		n := strconv.Itoa(i)
		d.Picker.Choices = append(d.Picker.Choices,
			widget.Choice{ID: "name " + n, Label: w.Say("view.rename", "name", o.Name)},
			widget.Choice{ID: "gone " + n, Label: w.Say("view.remove", "name", o.Name)})
	}
	d.Choose = func(id string) tea.Cmd {
		what, n, _ := strings.Cut(id, " ")
		i, err := strconv.Atoi(n)
		if err != nil || i >= len(q.ownViews) {
			return nil
		}
		if what == "name" {
			return q.renameView(i)
		}
		return q.removeView(i)
	}
	return q.Show(d)
}

// removeView takes an own view away, after a question.
func (q *Queue) removeView(i int) tea.Cmd {
	w, name := q.Env.Words, q.ownViews[i].Name
	return q.Ask(w.Say("view.remove", "name", name), []string{w.Say("view.remove.ask", "name", name)}, w.Say("view.remove.yes"), func() tea.Cmd {
		if q.own != nil && q.own.Name == name {
			q.own = nil
		}
		return q.keepOwnViews(slices.Delete(slices.Clone(q.ownViews), i, i+1), w.Say("view.removed", "name", name))
	})
}

// renameView asks another name for an own view.
func (q *Queue) renameView(i int) tea.Cmd {
	w, was := q.Env.Words, q.ownViews[i].Name
	d := &dialog.Prompt{Width: 100, Prompt: widget.Prompt{Title: w.Say("view.rename", "name", was), Input: widget.NewInput(was, 1)}}
	d.Submit = func(text string) tea.Cmd {
		name := cell.Safe(text, 40)
		taken := slices.IndexFunc(q.ownViews, func(other ownView) bool { return plain.SameCode(other.Name, name) })
		switch {
		case name == "":
			d.Fault = w.Say("view.save.no-name")
			return nil
		case plain.Refuses(name, plain.InWords):
			d.Fault = w.Say("view.bsn")
			return nil
		case taken >= 0 && taken != i:
			d.Fault = w.Say("view.taken", "name", name)
			return nil
		}
		all := slices.Clone(q.ownViews)
		all[i].Name = name
		if q.own != nil && q.own.Name == was {
			q.own = &all[i]
		}
		return tea.Batch(q.Show(nil), q.keepOwnViews(all, w.Say("view.renamed", "name", name)))
	}
	return q.Show(d)
}
