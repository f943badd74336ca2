package queue

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// residentPage is the page of the resident of a request: contact data and everything that was asked. That it was opened
// is noted in the journal.
type residentPage struct {
	row  model.RequestRow // from which it was opened; zero: from a draft
	file model.ResidentFile
	at   int // the request the cursor is on
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
		file, err := view.OpenResident(ctx, id)
		return pageOpened{q, &residentPage{row: row, file: file}, err, then}
	}
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

// alter opens the form of the resident.
func (d *residentPage) alter(q *Queue) tea.Cmd {
	w, r := q.env.Words, d.file.Resident
	year := ""
	if r.BirthYear != 0 {
		year = strconv.Itoa(r.BirthYear)
	}
	regular := ""
	if r.Regular {
		regular = "yes"
	}
	s := &sheet{key: "resident/" + r.ID.String(), about: r.ID}
	s.form = widget.Form{Title: w.Say("resident.edit", "name", r.Name), Entries: []widget.Entry{widget.TextEntry("name", w.Say("field.name"), r.Name, 1)}}
	s.form.Entries = append(s.form.Entries, q.contactEntries(r)...)
	for _, e := range []struct{ id, word, value string }{
		{"email", "field.email", r.Email}, {"street", "field.street", r.Street}, {"postcode", "field.postcode", r.Postcode},
		{"city", "field.city", r.City}, {"area", "field.neighbourhood", r.Neighbourhood}, {"year", "field.birth-year", year},
		{"language", "field.language", languageName(w, r.Language)},
	} {
		s.form.Entries = append(s.form.Entries, widget.TextEntry(e.id, w.Say(e.word), e.value, 1))
	}
	if r.Language == "" {
		s.form.Entries[len(s.form.Entries)-1].Input.Set("")
	}
	s.form.Entries = append(s.form.Entries, widget.ChoiceEntry("regular", w.Say("field.regular"), regular, q.yesNo()))
	s.form.Foot = []string{q.env.Theme.Faint.On(w.Say("form.foot", "save", q.env.Keys.Label(keys.Save)))}
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		r := r
		r.Name, r.Phone, r.Keep, r.Told = f.Text("name"), f.Text("phone"), model.Keep(f.Text("keep")), f.Text("told") == "yes"
		r.Email, r.Street, r.Postcode, r.City = f.Text("email"), f.Text("street"), f.Text("postcode"), f.Text("city")
		r.Neighbourhood, r.Regular, r.BirthYear, r.Language = f.Text("area"), f.Text("regular") == "yes", 0, f.Text("language")
		if tag, ok := languageFinder(w)(r.Language); ok {
			r.Language = tag
		}
		if text := f.Text("year"); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil {
				f.Blame("year", w.Say("resident.year"))
				return nil
			}
			r.BirthYear = n
		}
		return q.do(func(q *Queue, a acted) tea.Cmd {
			d.file.Resident = r
			q.open(d)
			said := screen.Say(screen.Done, w.Say("did.act-edit-resident", "name", cell.Safe(r.Name, 60))+"  "+w.Say("queue.undo-hint", "key", q.env.Keys.Label(Undo)))
			return tea.Batch(said, q.reload())
		}, nil, model.EditResident{Resident: r})
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}

func (d *residentPage) view(q *Queue, width, height int) []string {
	w, th, r := q.env.Words, q.env.Theme, d.file.Resident
	width = min(width, 96)
	inner := width - 4
	lang := ""
	if r.Language != "" {
		lang = w.Say("detail.language", "name", languageName(w, r.Language))
	}
	lines := factLines([]string{r.Phone, r.Email}, inner)
	lines = append(lines, factLines([]string{r.Street, strings.TrimSpace(r.Postcode + " " + r.City), r.Neighbourhood}, inner)...)
	year := ""
	if r.BirthYear != 0 {
		year = w.Say("resident.born", "year", r.BirthYear)
	}
	lines = append(lines, factLines([]string{year, lang, d.kept(q)}, inner)...)
	lines = append(lines, "", th.Faint.On(w.Count("resident.requests", len(d.file.Requests))))
	foot := []string{th.Faint.On(cell.Cut(w.Say("resident.double"), inner))}
	if !r.MergedInto.IsZero() {
		foot = []string{th.Today.On(cell.Cut(w.Say("resident.merged"), inner))}
	}
	room := max(height-2-len(lines)-len(foot), 1)
	from := max(min(d.at-room/2, len(d.file.Requests)-room), 0)
	for i := from; i < min(from+room, len(d.file.Requests)); i++ {
		row := &d.file.Requests[i]
		summary := row.Summary
		if summary == "" {
			summary = w.Say("request.erased")
		}
		line := cell.Ends(row.Number+"  "+cell.Safe(summary, inner), w.Say("status."+string(row.Status))+"  "+cell.Fit(q.env.When(row.Created), 11), inner-2)
		if i == d.at {
			lines = append(lines, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+line))
		} else {
			lines = append(lines, "  "+line)
		}
	}
	title := r.Name
	if title == "" {
		title = w.Say("request.erased")
	}
	return widget.Box(th, cell.Safe(title, inner), append(lines, foot...), width)
}

// kept says why the data of a resident are kept, and whether that was told.
func (d *residentPage) kept(q *Queue) string {
	w, r := q.env.Words, d.file.Resident
	if r.Keep == model.KeepNothing {
		return ""
	}
	word := "keep.register"
	if r.Keep == model.KeepThrowaway {
		word = "keep.throwaway"
	}
	told := "keep.not-told"
	if r.Told {
		told = "keep.told"
	}
	return w.Say("keep.why", "why", w.Say(word)) + " (" + w.Say(told) + ")"
}

func (d *residentPage) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *residentPage) refused(*Queue, error)                        {}
func (d *residentPage) keys() []keys.ID {
	return []keys.ID{keys.Choose, CallBack, Alter, keys.Cancel}
}
