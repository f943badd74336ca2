package queue

import (
	"context"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// residentPage is the page of the resident of a request: contact data and everything that was asked. That it was opened
// is noted in the journal.
type residentPage struct {
	row  model.RequestRow // from which it was opened; zero: from a draft
	file model.ResidentFile
	same []model.Resident // merged into this one
	was  string           // the name under which it was asked for, where that one was merged into this
	at   int              // the request the cursor is on
}

// pageOpened brings a resident's page.
type pageOpened struct {
	to   *Queue
	page *residentPage
	err  error
	then func(*Queue, *residentPage) tea.Cmd
}

// startResident opens the page of a request's resident; without one it says how to add somebody.
func startResident(q *Queue, f file) tea.Cmd {
	if f.request.Resident.IsZero() {
		return screen.Say(screen.Note, q.env.Words.Say("resident.nobody", "key", q.env.Keys.Label(Edit)))
	}
	return q.openResident(f.request.Resident, f.request.Row(), nil)
}

func (q *Queue) openResident(id model.ID, row model.RequestRow, then func(*Queue, *residentPage) tea.Cmd) tea.Cmd {
	q.hold = true
	view, ctx := q.env.View, q.env.Ctx
	return func() tea.Msg {
		p := &residentPage{row: row}
		err := p.read(ctx, view.OpenResident, view, id)
		return pageOpened{q, p, err, then}
	}
}

// read brings the page; of somebody who was merged into another, the page that shows everything.
func (d *residentPage) read(ctx context.Context, open func(context.Context, model.ID) (model.ResidentFile, error), view *model.View, id model.ID) (err error) {
	if d.file, err = open(ctx, id); err != nil {
		return err
	}
	if into := d.file.MergedInto; !into.IsZero() {
		d.was = d.file.Name
		if d.file, err = open(ctx, into); err != nil {
			return err
		}
	}
	d.same, err = view.MergedResidents(ctx, d.file.ID)
	return err
}

// freshen reads an open page anew when something changed.
func (d *residentPage) freshen(q *Queue) tea.Cmd {
	view, ctx, id, row, was := q.env.View, q.env.Ctx, d.file.ID, d.row, d.was
	return func() tea.Msg {
		p := &residentPage{row: row, was: was}
		err := p.read(ctx, view.ResidentAgain, view, id)
		return pageRead{d, p, err}
	}
}

// pageRead brings an open page anew.
type pageRead struct {
	old, new *residentPage
	err      error
}

func (q *Queue) tookAgain(m pageRead) {
	if q.dialog != m.old || m.err != nil {
		return
	}
	m.new.at = max(min(m.old.at, len(m.new.file.Requests)-1), 0)
	q.dialog = m.new
}

// tookPage shows the page, or why this person may not see it.
func (q *Queue) tookPage(m pageOpened) tea.Cmd {
	if m.to != q {
		return nil
	}
	q.hold = false
	if m.err != nil {
		return screen.Say(screen.Fault, q.env.Words.Error(m.err))
	}
	for i, r := range m.page.file.Requests {
		if r.ID == m.page.row.ID {
			m.page.at = i
		}
	}
	q.open(m.page)
	if m.then != nil {
		return m.then(q, m.page)
	}
	return nil
}

func (d *residentPage) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	if msg.Type == tea.KeyRunes && len(msg.Runes) > 1 { // keys that came in one read
		var cmds []tea.Cmd
		for _, r := range msg.Runes {
			if q.dialog != d {
				cmds = append(cmds, q.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
				continue
			}
			cmds = append(cmds, d.update(q, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
		}
		return tea.Batch(cmds...)
	}
	set, n := q.env.Keys, len(d.file.Requests)
	switch {
	case set.Is(msg, keys.Cancel):
		q.dialog = nil
	case set.Is(msg, keys.Up):
		d.at = max(d.at-1, 0)
	case set.Is(msg, keys.Down):
		d.at = max(min(d.at+1, n-1), 0)
	case set.Is(msg, keys.PageUp, keys.First):
		d.at = 0
	case set.Is(msg, keys.PageDown, keys.Last):
		d.at = max(n-1, 0)
	case set.Is(msg, Alter):
		return d.alter(q)
	case set.Is(msg, Part) && len(d.same) > 0:
		return d.part(q)
	case set.Is(msg, CallBack) && n > 0:
		row := d.file.Requests[d.at]
		if row.Status == model.StatusClosed {
			return screen.Say(screen.Note, q.env.Words.Say("resident.closed", "number", row.Number))
		}
		q.dialog = nil
		return q.newTask(row)
	case set.Is(msg, keys.Choose) && n > 0:
		q.dialog = nil
		return q.look(d.file.Requests[d.at], func(q *Queue, f file) tea.Cmd {
			q.shown = &f
			return q.goTo(f.request, allView)
		})
	}
	return nil
}

// allView is the place of the list of all requests in views().
const allView = 4

// part lets one who was merged into this resident stand apart again.
func (d *residentPage) part(q *Queue) tea.Cmd {
	w := q.env.Words
	pick := &choice{picker: widget.Picker{Title: w.Say("resident.part", "name", cell.Safe(d.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for i, r := range d.same {
		pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(r.Name, 50), Right: cell.Safe(where(r), 40)})
	}
	pick.choose = func(q *Queue, id string) tea.Cmd {
		i, err := strconv.Atoi(id)
		if err != nil {
			return nil
		}
		gone := d.same[i]
		return q.do(func(q *Queue, _ acted) tea.Cmd {
			said := screen.Say(screen.Done, w.Say("resident.parted", "name", cell.Safe(gone.Name, 40))+"  "+w.Say("queue.undo-hint", "key", q.env.Keys.Label(Undo)))
			return tea.Batch(said, q.reload())
		}, nil, model.MergeResident{ID: gone.ID})
	}
	q.open(pick)
	return nil
}

func (d *residentPage) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *residentPage) refused(*Queue, error)                        {}
func (d *residentPage) keys() []keys.ID {
	if len(d.same) > 0 {
		return []keys.ID{keys.Choose, CallBack, Alter, Part, keys.Cancel}
	}
	return []keys.ID{keys.Choose, CallBack, Alter, keys.Cancel}
}
