package work

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/notification"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// Notify makes a formal notification of a request, or notes a step of the one that runs.
func (w *Work) Notify(row desk.RequestRow) tea.Cmd {
	return w.Look(row.ID, func(r detail.Request) tea.Cmd {
		n, words := notification.Last(r.Notified), w.Env.Words
		if n == nil {
			return w.report(row)
		}
		d := &dialog.Choice{Picker: w.picker(words.Say("notify.title") + " · " + row.Number)}
		terms := map[notification.Step]notification.Term{}
		for _, t := range n.Terms(w.Env.Today()) {
			terms[t.Step] = t
		}
		for _, s := range notification.Steps() {
			if !w.canNote(n, s) {
				continue
			}
			right := ""
			switch t, ok := terms[s]; {
			case !n.On(s).IsZero():
				right = words.Say("notify.was", "day", text.Day(n.On(s)))
			case ok && t.Late:
				right = words.Say("notify.until", "day", text.Day(t.Due)) + " " + words.Say("notify.late")
			case ok && t.Runs:
				right = words.Say("notify.until", "day", text.Day(t.Due))
			}
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: string(s), Label: words.Say("notify.step." + string(s)), Right: right})
		}
		if !n.Running() {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "new", Label: words.Say("notify.again")})
		}
		d.Choose = func(id string) tea.Cmd {
			if id == "new" {
				return w.report(row)
			}
			return w.noteStep(row, n, notification.Step(id))
		}
		return w.Host.Show(d)
	})
}

// canNote tells whether a step, or its day, can be noted now. What was done last comes first to be corrected by undo.
func (w *Work) canNote(n *notification.Notification, s notification.Step) bool {
	switch s {
	case notification.Helped:
		return n.Running() && n.Urgent
	case notification.Applied:
		return n.Running() && !n.MayApply().After(w.Env.Today())
	case notification.Decided:
		return !n.Applied.IsZero() && n.Withdrawn.IsZero()
	case notification.Withdrawn:
		return n.Decided.IsZero()
	}
	return n.Running()
}

// report asks when the notification was made, and whether it is urgent.
func (w *Work) report(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	d := w.sheet("notify", row)
	d.Form = widget.Form{Title: about(words.Say("notify.title"), row), Entries: []widget.Entry{
		widget.TextEntry("notify-day", words.Say("field.notify-day"), "", 1).Hinted(words.Say("notify.day.hint")),
		widget.ChoiceEntry("notify-urgent", words.Say("field.notify-urgent"), "no", dialog.YesNo(words)),
	}}
	d.Lead = []string{words.Say("notify.lead")}
	d.Submit = func(f *widget.Form) tea.Cmd {
		return w.onDay(f, func(day time.Time) model.Action {
			return notification.Report{Request: row.ID, Day: day, Urgent: f.Text("notify-urgent") == "yes"}
		})
	}
	return w.Host.Fill(d)
}

// noteStep asks on which day a step was.
func (w *Work) noteStep(row desk.RequestRow, n *notification.Notification, s notification.Step) tea.Cmd {
	words := w.Env.Words
	d := w.sheet("", row)
	d.Key = "" // a day is typed again as fast as it is found back
	d.Form = widget.Form{Title: about(words.Say("notify.step."+string(s)), row), Entries: []widget.Entry{
		widget.TextEntry("notify-day", words.Say("field.notify-day"), text.Day(n.On(s)), 1).Hinted(words.Say("notify.step.hint")),
	}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		return w.onDay(f, func(day time.Time) model.Action { return notification.Note{ID: n.ID, Step: s, Day: day} })
	}
	return w.Host.Fill(d)
}

// onDay does something on the day that was typed, today where none was.
func (w *Work) onDay(f *widget.Form, do func(time.Time) model.Action) tea.Cmd {
	var day time.Time
	if typed := f.Text("notify-day"); typed != "" {
		read, ok := text.ReadDay(typed)
		if !ok {
			var at time.Time
			at, ok = w.Env.Words.Moment(typed, w.Env.Now(), w.Zone())
			read = days.Of(at, w.Zone())
		}
		if !ok {
			f.Blame("notify-day", w.Env.Words.Say("notify.day.fault"))
			return nil
		}
		day = read
	}
	return w.Host.Do(nil, do(day))
}
