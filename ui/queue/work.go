package queue

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// looked brings a request that a dialog needs before it can open.
type looked struct {
	to   *Queue
	file file
	err  error
	then func(*Queue, file) tea.Cmd
}

// look hands over the request of a row: at once where the detail pane has it, after reading it otherwise.
func (q *Queue) look(row model.RequestRow, then func(*Queue, file) tea.Cmd) tea.Cmd {
	if q.shown != nil && q.shown.request.ID == row.ID {
		return then(q, *q.shown)
	}
	q.hold = true
	view, ctx := q.env.View, q.env.Ctx
	return func() tea.Msg {
		f, err := readFile(ctx, view, row.ID)
		return looked{q, f, err, then}
	}
}

func (q *Queue) tookLooked(m looked) tea.Cmd {
	if m.to != q {
		return nil
	}
	q.hold = false
	if m.err != nil {
		return tea.Batch(screen.Say(screen.Fault, q.env.Words.Error(m.err)), q.reload())
	}
	return m.then(q, m.file)
}

// openLine opens a dialog with one field about a request, with what was left in it.
func (q *Queue) openLine(kind, title string, row model.RequestRow, lines int, submit func(q *Queue, text string) tea.Cmd, hint func(*Queue, string) []string) tea.Cmd {
	d := &line{key: kind + "/" + row.ID.String(), about: row.ID, submit: submit, hint: hint}
	d.prompt = widget.Prompt{Title: title + " · " + row.Number + " " + cell.Safe(row.Summary, 40), Input: widget.NewInput("", lines)}
	q.open(d)
	if fields, ok := q.left(d.key); ok {
		d.prompt.Input.Set(fields["text"])
		return screen.Say(screen.Note, q.env.Words.Say("queue.draft-back"))
	}
	return nil
}

func (q *Queue) startMemo(row model.RequestRow) tea.Cmd {
	return q.openLine("memo", q.env.Words.Say("memo.title"), row, 5, func(q *Queue, text string) tea.Cmd {
		return q.do(nil, nil, model.AddMemo{ID: row.ID, Text: text})
	}, faintHint("memo.hint"))
}

func (q *Queue) startContact(row model.RequestRow) tea.Cmd {
	return q.openLine("contact", q.env.Words.Say("contact.title"), row, 5, func(q *Queue, text string) tea.Cmd {
		return q.do(nil, nil, model.AddContact{ID: row.ID, Text: text, Channel: row.Channel})
	}, faintHint("contact.hint"))
}

func faintHint(id string) func(*Queue, string) []string {
	return func(q *Queue, _ string) []string { return []string{q.env.Theme.Faint.On(q.env.Words.Say(id))} }
}

func (q *Queue) startMinutes(row model.RequestRow) tea.Cmd {
	return q.openLine("minutes", q.env.Words.Say("minutes.title"), row, 1, func(q *Queue, text string) tea.Cmd {
		n, ok := q.env.Words.Minutes(text)
		if !ok {
			if d, open := q.dialog.(*line); open {
				d.prompt.Fault = q.env.Words.Say("minutes.fault")
			}
			return nil
		}
		return q.do(nil, nil, model.LogTime{ID: row.ID, Minutes: n})
	}, func(q *Queue, text string) []string {
		w := q.env.Words
		said := w.Say("minutes.hint", "n", row.Minutes)
		if n, ok := q.env.Words.Minutes(text); ok {
			said = w.Say("minutes.sum", "n", n, "sum", row.Minutes+n)
		}
		return []string{q.env.Theme.Faint.On(said)}
	})
}

// startClose opens the form that ends a request; open tasks and referrals are named, and do not block.
func (q *Queue) startClose(row model.RequestRow) tea.Cmd {
	if row.Status == model.StatusClosed {
		w := q.env.Words
		q.open(&question{
			confirm: widget.Confirm{Title: w.Say("reopen.title"), Lines: []string{w.Say("reopen.ask", "number", row.Number, "summary", row.Summary)},
				Yes: w.Say("reopen.yes"), No: w.Say("confirm.no"), YesKeys: w.Yes(), NoKeys: w.No()}.Ready(),
			yes: func(q *Queue) tea.Cmd { return q.do(keepInPlace(row), nil, model.ReopenRequest{ID: row.ID}) },
		})
		return nil
	}
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w, th := q.env.Words, q.env.Theme
		s := &sheet{key: "close/" + row.ID.String(), about: row.ID}
		s.form = widget.Form{Title: w.Say("close.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40), Entries: []widget.Entry{
			widget.ChoiceEntry("outcome", w.Say("field.outcome"), "", options(model.Outcomes(), w)),
			widget.TextEntry("minutes", w.Say("field.minutes"), "", 1),
			widget.TextEntry("tags", w.Say("field.tags"), "", 1),
			widget.TextEntry("note", w.Say("field.note"), "", 1),
		}}
		if own := q.env.Site.Tags; len(own) > 0 {
			s.form.Entries[2] = widget.ManyEntry("tags", w.Say("field.tags"), nil, options(own, w))
		}
		s.form.Entries[1].Hint = w.Say("minutes.hint", "n", f.request.Minutes)
		if len(q.env.Site.Tags) == 0 {
			s.form.Entries[2].Hint = w.Say("close.tags.hint")
		}
		for _, t := range f.request.Tasks {
			if t.Done == nil && !t.Erased {
				s.form.Foot = append(s.form.Foot, th.Today.On("! "+w.Say("close.open-task", "what", cell.Safe(t.What, 60))))
			}
		}
		for _, r := range f.request.Referrals {
			if r.Open() {
				s.form.Foot = append(s.form.Foot, th.Today.On("! "+w.Say("close.open-referral", "name", cell.Safe(r.To, 60))))
			}
		}
		s.form.Foot = append(s.form.Foot, th.Faint.On(w.Say("form.foot", "save", q.env.Keys.Label("save"))))
		s.submit = func(q *Queue, form *widget.Form) tea.Cmd {
			a := model.CloseRequest{ID: row.ID, Outcome: form.Text("outcome"), Note: form.Text("note"), Tags: tags(form.Text("tags"))}
			if len(q.env.Site.Tags) > 0 {
				a.Tags = form.Many("tags")
			}
			if spent := form.Text("minutes"); spent != "" {
				n, ok := q.env.Words.Minutes(spent)
				if !ok {
					form.Blame("minutes", q.env.Words.Say("minutes.fault"))
					return nil
				}
				a.Minutes = n
			}
			return q.do(nil, nil, a)
		}
		q.open(s)
		if fields, ok := q.left(s.key); ok {
			refill(&s.form, fields)
			return screen.Say(screen.Note, w.Say("queue.draft-back"))
		}
		return nil
	})
}

func tags(text string) (out []string) {
	for _, t := range strings.Split(text, ",") {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}
