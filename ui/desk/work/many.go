package work

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// few is to how many something is done without a question.
const few = 5

// many reads the rows of what is marked, and goes on with them.
func (w *Work) many(of []journal.ID, then func(rows []desk.RequestRow) tea.Cmd) tea.Cmd {
	return dialog.Look(w.Host, func(ctx context.Context, session *model.Session) ([]desk.RequestRow, error) {
		return desk.ReadRows(ctx, session, of)
	}, then)
}

// ClaimMany takes requests up, or gives them back where all of them are those of who sits here.
func (w *Work) ClaimMany(of []journal.ID) tea.Cmd {
	return w.many(of, func(rows []desk.RequestRow) tea.Cmd {
		b := bulk.Bulk{What: bulk.Release, Of: of}
		for i := range rows {
			if rows[i].Status != desk.StatusClaimed || !w.Mine(rows[i].Holder) {
				b.What = bulk.Claim
			}
		}
		return w.askMany(b)
	})
}

// ParkMany sets requests aside, or brings them back where all of them are parked.
func (w *Work) ParkMany(of []journal.ID) tea.Cmd {
	return w.many(of, func(rows []desk.RequestRow) tea.Cmd {
		b := bulk.Bulk{What: bulk.Recall, Of: of}
		for i := range rows {
			if rows[i].Status != desk.StatusParked {
				b.What = bulk.Park
			}
		}
		return w.askMany(b)
	})
}

// AssignMany gives requests to a colleague, or to two or three together.
func (w *Work) AssignMany(of []journal.ID) tea.Cmd {
	d := &assigning{work: w, many: of}
	d.picker = widget.Picker{Title: w.Env.Words.Count("many.assign.title", len(of)), Empty: w.Env.Words.Say("pick.none"), Hint: w.Env.Words.Say("assign.hint")}
	d.list()
	return w.Host.Show(d)
}

// MemoMany writes the same note on requests.
func (w *Work) MemoMany(of []journal.ID) tea.Cmd {
	d := &dialog.Prompt{Width: 100, Submit: func(text string) tea.Cmd {
		return w.askMany(bulk.Bulk{What: bulk.Memo, Of: of, Text: text})
	}, Help: w.hint("many.memo.hint")}
	d.Prompt = widget.Prompt{Title: w.Env.Words.Count("many.memo.title", len(of)), Input: widget.NewInput("", 5)}
	return w.Host.Type(d)
}

// EditMany asks for another theme and urgency of requests.
func (w *Work) EditMany(of []journal.ID) tea.Cmd {
	words := w.Env.Words
	stays := widget.Option{ID: "", Label: words.Say("many.stays")}
	themes := append([]widget.Option{stays}, dialog.CodeOptions(w.Env.Site.ThemeCodes(), words)...)
	urgencies := append([]widget.Option{stays}, dialog.CodeOptions(w.Env.Site.UrgencyCodes(), words)...)
	d := w.manySheet("many.edit.title", of,
		widget.ChoiceEntry("theme", words.Say("field.theme"), "", themes), widget.ChoiceEntry("urgency", words.Say("field.urgency"), "", urgencies))
	d.Submit = func(f *widget.Form) tea.Cmd {
		b := bulk.Bulk{What: bulk.Edit, Of: of, Urgency: model.Urgency(f.Text("urgency"))}
		if theme := f.Text("theme"); theme != "" {
			b.Theme = &theme
		}
		if b.Theme == nil && b.Urgency == "" {
			f.Blame("theme", words.Say("many.edit.nothing"))
			return nil
		}
		return w.askMany(b)
	}
	return w.Host.Fill(d)
}

// CloseMany opens the form that ends requests: one outcome for all, and the minutes of each. It tells with how many something was promised and
// is not done yet.
func (w *Work) CloseMany(of []journal.ID) tea.Cmd {
	return w.many(of, func(rows []desk.RequestRow) tea.Cmd {
		n := 0
		for i := range rows {
			if rows[i].Status != desk.StatusClosed && rows[i].OpenEnds > 0 {
				n++
			}
		}
		return w.closeMany(of, n)
	})
}

func (w *Work) closeMany(of []journal.ID, open int) tea.Cmd {
	spent := w.spentByAll()
	entries := w.closeEntries(spent.entries(w.Env.Words.Say("many.minutes.hint")))
	d := w.manySheet("many.close.title", of, entries...)
	if open > 0 {
		d.Lead = []string{w.Env.Theme.Today.On("! " + w.Env.Words.Count("many.open", open))}
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		a, ok := w.closing(d, f)
		if !ok {
			return nil
		}
		each, ok := spent.read(f)
		if !ok {
			return nil
		}
		for _, s := range each {
			a.Minutes = s.Minutes
		}
		if err := model.Required(&a.Outcome, "outcome"); err != nil { // before it is asked about all
			d.Refused(w.Host, err)
			return nil
		}
		return w.askMany(bulk.Bulk{What: bulk.Close, Of: of, How: a})
	}
	return w.Host.Fill(d)
}

// manySheet makes a form about many. What is typed in it is kept as long as it is open, and no longer: it is about nobody in particular, so that
// no erasure would find it.
func (w *Work) manySheet(title string, of []journal.ID, entries ...widget.Entry) *dialog.Sheet {
	d := &dialog.Sheet{Width: 100, Hint: w.Env.Words.Say("many.form.foot", "save", w.Env.Keys.Label(keys.Save))}
	d.Form = widget.Form{Title: w.Env.Words.Count(title, len(of)), Entries: entries}
	return d
}

// askMany does something to many, after a question where they are more than a few.
func (w *Work) askMany(b bulk.Bulk) tea.Cmd {
	if len(b.Of) <= few {
		return w.doToMany(b)
	}
	words := w.Env.Words
	what := words.Count("many.ask."+string(b.What), len(b.Of), "outcome", w.Outcome(b.How.Outcome), "name", w.Names(b.For))
	return w.Host.Ask(words.Say("many.ask.title"), []string{what, words.Say("many.ask.undo", "key", w.Env.Keys.Label(key.Undo))}, words.Say("many.ask.yes"),
		func() tea.Cmd { return w.doToMany(b) })
}

// doToMany does something to many, and tells what did not fit.
func (w *Work) doToMany(b bulk.Bulk) tea.Cmd {
	var done bulk.Done
	return w.Host.Perform(dialog.Deed{
		Act: func(ctx context.Context, session *model.Session) (r model.Receipt, err error) {
			done, err = bulk.DoToAll(ctx, session, b)
			return done.Receipt, err
		},
		Done: func(model.Receipt) tea.Cmd { return tea.Batch(w.toldMany(b, done), w.Host.Reload()) },
	})
}

func (w *Work) toldMany(b bulk.Bulk, done bulk.Done) tea.Cmd {
	words := w.Env.Words
	left := make([]journal.ID, len(done.Refused))
	for i, r := range done.Refused {
		left[i] = r.ID
	}
	w.Marked(left)
	said := words.Count("many.did."+string(b.What), done.Count, "outcome", w.Outcome(b.How.Outcome), "name", w.Names(b.For))
	if len(left) == 0 && done.Undoable() {
		return w.Host.SayDone(said)
	}
	d := &dialog.Report{Title: words.Count("many.title", len(b.Of)), Head: said, Bad: done.Count == 0, AgainKey: key.Over}
	if len(left) == 0 {
		d.Head = words.Say("many.nothing")
	} else {
		d.Head += " " + words.Count("many.left", len(left))
	}
	var others []journal.ID
	for _, r := range done.Refused {
		d.Text = append(d.Text, w.Refusal(r))
		if r.Others() {
			others = append(others, r.ID)
		}
	}
	if done.Undoable() {
		d.Text = append(d.Text, "", words.Say("many.undo", "key", w.Env.Keys.Label(key.Undo)))
	}
	if len(others) > 0 {
		d.Hint = words.Count("many.over", len(others), "key", w.Env.Keys.Label(key.Over))
		d.Again = func() tea.Cmd {
			again := b
			again.Of, again.Over = others, true
			return w.doToMany(again)
		}
	}
	return w.Host.Show(d)
}

// Refusal says why something was not done to one of many, with its number.
func (w *Work) Refusal(r bulk.Refusal) string {
	why := w.Env.Words.Error(r.Err)
	if r.Number == "" || strings.Contains(why, r.Number) {
		return why
	}
	return r.Number + ": " + why
}

// LeftAlone tells which of many stay as they are, since somebody went on with them before they were taken back.
func (w *Work) LeftAlone(receipt model.Receipt) tea.Cmd {
	return dialog.Look(w.Host, func(ctx context.Context, session *model.Session) (map[journal.ID]string, error) {
		return bulk.Numbers(ctx, session, receipt.Left)
	}, func(numbers map[journal.ID]string) tea.Cmd {
		words := w.Env.Words
		d := &dialog.Report{Title: words.Count("many.title", receipt.Count+len(receipt.Left)), Bad: true, Head: words.Count("many.stay", len(receipt.Left))}
		for _, id := range receipt.Left {
			d.Text = append(d.Text, numbers[id])
		}
		return w.Host.Show(d)
	})
}
