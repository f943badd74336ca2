package work

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// Settle lets somebody decide between what two people did apart from each other.
func (w *Work) Settle(r detail.Request) tea.Cmd {
	words := w.Env.Words
	if !r.Contested() {
		return nil
	}
	d := &dialog.Choice{Picker: w.picker(words.Say("settle.title", "number", r.Number))}
	var ways [][]model.Action
	add := func(label, right string, actions ...model.Action) {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: strconv.Itoa(len(ways)), Label: label, Right: right})
		ways = append(ways, actions)
	}
	if len(r.Claims) > 1 {
		for _, c := range r.Claims {
			add(words.Say("settle.holder", "who", w.Names(c.For)), w.Env.When(c.At), desk.ClaimRequest{ID: r.ID, For: c.For, Over: true})
		}
	}
	if len(r.Closings) > 1 {
		for _, c := range r.Closings {
			add(words.Say("settle.closing", "who", w.Name(c.By), "outcome", w.Detail.Ended(c)), w.Env.When(c.At),
				desk.ReopenRequest{ID: r.ID}, c.Again(r.ID))
		}
	}
	seen := map[journal.Field]bool{}
	value := func(f journal.Field, v journal.Value) string {
		return words.Say("settle.field", "field", w.Detail.FieldName(f), "value", w.Detail.FieldValue(&r, f, v))
	}
	for _, s := range r.Siblings {
		if !seen[s.Field] {
			seen[s.Field] = true
			v := detail.Shown(&r, s.Field)
			add(value(s.Field, v), words.Say("settle.shown"), desk.Settle{ID: r.ID, Field: s.Field, Value: v})
		}
		add(value(s.Field, s.Value), w.Name(s.By)+" "+w.Env.When(s.At), desk.Settle{ID: r.ID, Field: s.Field, Value: s.Value})
	}
	d.Choose = func(id string) tea.Cmd {
		i, err := strconv.Atoi(id)
		if err != nil {
			return nil
		}
		return w.Host.Do(nil, ways[i]...)
	}
	return w.Host.Show(d)
}
