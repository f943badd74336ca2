package work

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Promise promises something: a new task or call-back, or the end of one that is open.
func (w *Work) Promise(row desk.RequestRow) tea.Cmd {
	return w.Look(row.ID, func(r detail.Request) tea.Cmd {
		words := w.Env.Words
		d := &dialog.Choice{Picker: w.picker(words.Say("task.title") + " · " + row.Number)}
		for i, t := range r.Tasks {
			if t.Done == nil && !t.Erased {
				d.Picker.Choices = append(d.Picker.Choices, widget.Choice{
					ID: strconv.Itoa(i), Label: words.Say("task.finish", "what", cell.Safe(t.What, 60)), Right: w.Env.When(t.Due)})
			}
		}
		if len(d.Picker.Choices) == 0 || row.Status == desk.StatusClosed {
			return w.NewTask(row)
		}
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "new", Label: words.Say("task.new")})
		d.Choose = func(id string) tea.Cmd {
			i, err := strconv.Atoi(id)
			if err != nil {
				return w.NewTask(row)
			}
			return w.finishTask(row, r.Tasks[i])
		}
		return w.Host.Show(d)
	})
}

// finishTask asks what came of a task.
func (w *Work) finishTask(row desk.RequestRow, task desk.Task) tea.Cmd {
	_, cmd := w.line("fact", w.Env.Words.Say("task.fact"), row, 2, func(text string) tea.Cmd {
		return w.Host.Do(nil, desk.FinishTask{ID: row.ID, Task: task.Stamp, Fact: text})
	}, w.hint("task.fact.hint"))
	return cmd
}

// NewTask opens the form of a new task or call-back. Of a call-back for which no time is typed the one that is proposed is taken.
func (w *Work) NewTask(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	people := []widget.Option{{ID: "", Label: words.Say("task.on-holder")}}
	for _, p := range w.Colleagues() {
		people = append(people, widget.Option{ID: p.ID.String(), Label: p.Name})
	}
	kinds := []widget.Option{{ID: "call", Label: words.Say("task.call")}, {ID: "task", Label: words.Say("task.task")}}
	d := w.sheet("task", row)
	d.Form = widget.Form{Title: about(words.Say("task.new"), row), Entries: []widget.Entry{
		widget.ChoiceEntry("kind", words.Say("field.kind"), "call", kinds),
		widget.TextEntry("task", words.Say("field.task"), "", 2),
		widget.TextEntry("due", words.Say("field.due"), "", 1).Hinted(words.Say("task.due.hint")),
		widget.ChoiceEntry("on", words.Say("field.on"), "", people),
	}}
	d.Form.Focus("task")
	proposed := desk.ProposedTime(w.Env.Now(), w.Zone())
	d.Lead = []string{words.Say("task.due.proposed", "when", w.Env.When(proposed))}
	d.Submit = func(f *widget.Form) tea.Cmd {
		a := desk.AddTask{ID: row.ID, What: f.Text("task"), CallBack: f.Text("kind") == "call"}
		if text := f.Text("due"); text != "" {
			due, ok := words.Moment(text, w.Env.Now(), w.Zone())
			if !ok {
				f.Blame("due", words.Say("task.due.fault"))
				return nil
			}
			a.Due = due
		} else if a.CallBack {
			a.Due = proposed
		}
		if id, err := journal.ParseID(f.Text("on")); err == nil {
			a.On = id
		}
		return w.Host.Do(nil, a)
	}
	return w.Host.Fill(d)
}
