package queue

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startTask promises something: a new task or call-back, or the end of one that is open.
func (q *Queue) startTask(row model.RequestRow) tea.Cmd {
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		pick := &choice{picker: widget.Picker{Title: w.Say("task.title") + " · " + row.Number, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i, t := range f.request.Tasks {
			if t.Done == nil && !t.Erased {
				pick.picker.Choices = append(pick.picker.Choices, widget.Choice{
					ID: strconv.Itoa(i), Label: w.Say("task.finish", "what", cell.Safe(t.What, 60)), Right: q.env.When(t.Due)})
			}
		}
		if len(pick.picker.Choices) == 0 || row.Status == model.StatusClosed {
			return q.newTask(row)
		}
		pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: "new", Label: w.Say("task.new")})
		pick.choose = func(q *Queue, id string) tea.Cmd {
			i, err := strconv.Atoi(id)
			if err != nil {
				return q.newTask(row)
			}
			task := f.request.Tasks[i]
			return q.openLine("fact", w.Say("task.fact"), row, 2, func(q *Queue, text string) tea.Cmd {
				return q.do(nil, nil, model.FinishTask{ID: row.ID, Task: task.Stamp, Fact: text})
			}, faintHint("task.fact.hint"))
		}
		q.open(pick)
		return nil
	})
}

func (q *Queue) newTask(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	people := []widget.Option{{ID: "", Label: w.Say("task.on-holder")}}
	for _, p := range q.crewByName() {
		people = append(people, widget.Option{ID: p.ID.String(), Label: p.Name})
	}
	s := &sheet{key: "task/" + row.ID.String(), about: row.ID}
	s.form = widget.Form{Title: w.Say("task.new") + " · " + row.Number + " " + cell.Safe(row.Summary, 40), Entries: []widget.Entry{
		widget.ChoiceEntry("kind", w.Say("field.kind"), "call", []widget.Option{{ID: "call", Label: w.Say("task.call")}, {ID: "task", Label: w.Say("task.task")}}),
		widget.TextEntry("task", w.Say("field.task"), "", 2),
		widget.TextEntry("due", w.Say("field.due"), "", 1),
		widget.ChoiceEntry("on", w.Say("field.on"), "", people),
	}}
	s.form.Entries[2].Hint = w.Say("task.due.hint")
	s.form.Focus("task")
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		a := model.AddTask{ID: row.ID, What: f.Text("task"), CallBack: f.Text("kind") == "call"}
		if text := f.Text("due"); text != "" {
			due, ok := q.env.Words.Moment(text, q.env.Now(), q.zone())
			if !ok {
				f.Blame("due", q.env.Words.Say("task.due.fault"))
				return nil
			}
			a.Due = due
		}
		if id, err := model.ParseID(f.Text("on")); err == nil {
			a.On = id
		}
		return q.do(nil, nil, a)
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}

// startRefer proposes a referral, or brings an open one into its next state.
func (q *Queue) startRefer(row model.RequestRow) tea.Cmd {
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		pick := &choice{picker: widget.Picker{Title: w.Say("refer.title") + " · " + row.Number, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i, r := range f.request.Referrals {
			for _, next := range r.State.Next() {
				pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: strconv.Itoa(i) + " " + string(next),
					Label: w.Say("refer.move", "name", cell.Safe(r.To, 40), "state", w.Say("referral."+string(next))), Right: w.Say("referral." + string(r.State))})
			}
		}
		if len(pick.picker.Choices) == 0 {
			return q.newReferral(row)
		}
		if row.Status != model.StatusClosed {
			pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: "new", Label: w.Say("refer.new")})
		}
		pick.choose = func(q *Queue, id string) tea.Cmd {
			n, state, ok := strings.Cut(id, " ")
			i, err := strconv.Atoi(n)
			if !ok || err != nil {
				return q.newReferral(row)
			}
			a := model.MoveReferral{ID: row.ID, Referral: f.request.Referrals[i].Stamp, State: model.ReferralState(state)}
			if a.State != model.ReferralDeclined {
				return q.do(nil, nil, a)
			}
			return q.openLine("declined", w.Say("refer.reason"), row, 2, func(q *Queue, text string) tea.Cmd {
				a.Reason = strings.TrimSpace(text)
				return q.do(nil, nil, a)
			}, nil)
		}
		q.open(pick)
		return nil
	})
}

func (q *Queue) newReferral(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	yesNo := q.yesNo()
	s := &sheet{key: "refer/" + row.ID.String(), about: row.ID}
	s.form = widget.Form{Title: w.Say("refer.new") + " · " + row.Number + " " + cell.Safe(row.Summary, 40), Entries: []widget.Entry{
		widget.TextEntry("referral", w.Say("field.referral"), "", 1),
		widget.ChoiceEntry("warm", w.Say("field.warm"), "yes", yesNo),
		widget.ChoiceEntry("consent", w.Say("field.consent"), "", yesNo),
	}}
	s.form.Entries[1].Hint = w.Say("refer.warm.hint")
	s.form.Entries[2].Hint = w.Say("refer.consent.hint")
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		return q.do(nil, nil, model.ReferRequest{ID: row.ID, To: f.Text("referral"), Warm: f.Text("warm") == "yes", Consent: f.Text("consent") == "yes"})
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}
