package work

import (
	"cmp"
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Split makes a second request out of one in which two questions turned out to stand.
func (w *Work) Split(row desk.RequestRow) tea.Cmd {
	_, cmd := w.line("split", w.Env.Words.Say("split.title"), row, 2, func(text string) tea.Cmd {
		return w.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.SplitRequest{ID: row.ID, Summary: text}), Done: func(r model.Receipt) tea.Cmd {
			return tea.Batch(w.Host.Say(r), w.Arrive(r.Entity))
		}})
	}, w.hint("split.hint"))
	return cmd
}

// merging looks for the request that is the same question.
type merging struct {
	row    desk.RequestRow
	prompt widget.Prompt
	dialog.Seeking[desk.RequestRow]
	rows []desk.RequestRow
	at   int
}

// mergeLimit is how many requests are offered.
const mergeLimit = 8

// Merge lets a request go on in another that is the same question.
func (w *Work) Merge(row desk.RequestRow) tea.Cmd {
	title := w.Env.Words.Say("merge.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40)
	return w.Host.Show(&merging{row: row, prompt: widget.Prompt{Title: title}})
}

// Update takes a key press.
func (d *merging) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if picks := h.Env.Keys.Is(msg, key.Pick); (picks || h.Env.Keys.Is(msg, keys.Accept)) && d.Waits(h, msg) {
		return nil
	} else if picks && len(d.rows) > 0 {
		step := 1
		if msg.Type == tea.KeyUp {
			step = len(d.rows) - 1
		}
		d.at = (d.at + step) % len(d.rows)
		return nil
	}
	reply, changed := d.prompt.Update(msg, h.Env.Keys)
	switch {
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed && d.at < len(d.rows):
		return d.chosen(h, d.rows[d.at])
	case reply == widget.Agreed && d.prompt.Input.Text() != "":
		d.prompt.Fault = h.Env.Words.Say("pick.none")
	case changed:
		session, words := h.Env.Session, d.prompt.Input.Text()
		return d.Find(h, func(ctx context.Context) ([]desk.RequestRow, error) {
			return desk.FindRequests(ctx, session, words, mergeLimit+1)
		})
	}
	return nil
}

// chosen merges into the request that was chosen; where the two differ in what matters it is asked first, naming both.
func (d *merging) chosen(h *dialog.Host, into desk.RequestRow) tea.Cmd {
	if len(desk.Differences(&d.row, &into)) == 0 {
		return d.merge(h, into)
	}
	one := d.row.Resident
	return dialog.Look(h, func(ctx context.Context, session *model.Session) (of differing, err error) {
		of.into = into
		if of.one, err = desk.ReadResidentName(ctx, session, one); err == nil {
			of.two, err = desk.ReadResidentName(ctx, session, into.Resident)
		}
		return of, err
	}, func(of differing) tea.Cmd { return d.askMerge(h, of) })
}

// differing is another request with who asks in either.
type differing struct {
	into     desk.RequestRow
	one, two string
}

func (d *merging) merge(h *dialog.Host, into desk.RequestRow) tea.Cmd {
	said := h.Env.Words.Say("merge.done", "number", d.row.Number, "into", into.Number)
	return h.Perform(dialog.Deed{Act: dialog.Doing(desk.MergeRequest{ID: d.row.ID, Into: into.ID}), Done: func(model.Receipt) tea.Cmd {
		return tea.Batch(h.SayDone(said), h.Reload())
	}})
}

// askMerge asks whether two that differ are the same all the same; Enter leaves them apart.
func (d *merging) askMerge(h *dialog.Host, of differing) tea.Cmd {
	w, into := h.Env.Words, of.into
	lines := []string{w.Say("merge.goes-on", "number", d.row.Number, "summary", cell.Safe(d.row.Summary, 60), "into", into.Number, "other", cell.Safe(into.Summary, 60))}
	for _, x := range desk.Differences(&d.row, &into) {
		one, two := cmp.Or(cell.Safe(of.one, 60), w.Say("merge.nobody")), cmp.Or(cell.Safe(of.two, 60), w.Say("merge.nobody"))
		switch x {
		case desk.DifferentUrgency:
			one, two = w.Code("urgency", string(d.row.Urgency)), w.Code("urgency", string(into.Urgency))
		case desk.DifferentSupervision:
			one, two = w.Code("supervision", string(d.row.Supervision)), w.Code("supervision", string(into.Supervision))
		}
		lines = append(lines, w.Say("merge.differ."+string(x), "number", d.row.Number, "one", one, "into", into.Number, "two", two))
	}
	return h.Ask(w.Say("merge.ask-title"), lines, w.Say("merge.ask-yes", "into", into.Number), func() tea.Cmd { return d.merge(h, into) })
}

// Answered takes in the requests that were found.
func (d *merging) Answered(h *dialog.Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	a, took := d.Took(msg)
	if !took {
		return nil, false
	}
	if a.Err != nil {
		d.Refused(h, a.Err)
	}
	d.rows = slices.DeleteFunc(a.Value, func(r desk.RequestRow) bool { return r.ID == d.row.ID })
	d.rows, d.at = d.rows[:min(len(d.rows), mergeLimit)], 0
	return nil, true
}

// View draws the line and what was found.
func (d *merging) View(h *dialog.Host, width, _ int) []string {
	th, w := h.Env.Theme, h.Env.Words
	width = min(width, 100)
	d.prompt.Hint = nil
	for i, r := range d.rows {
		line := cell.Ends(r.Number+"  "+cell.Safe(r.Summary, 60), w.Say("status."+string(r.Status)), width-6)
		if i == d.at {
			d.prompt.Hint = append(d.prompt.Hint, th.Info.On("›")+" "+th.Strong.On(line))
		} else {
			d.prompt.Hint = append(d.prompt.Hint, "  "+line)
		}
	}
	if len(d.rows) == 0 {
		d.prompt.Hint = []string{th.Faint.On(w.Say("merge.hint"))}
	}
	return d.prompt.View(th, width)
}

// Said gives the line and what was found.
func (d *merging) Said(h *dialog.Host) say.Lines {
	w := h.Env.Words
	d.prompt.Hint = nil
	if len(d.rows) == 0 {
		d.prompt.Hint = []string{w.Say("merge.hint")}
	}
	l := d.prompt.Said()
	for i, r := range d.rows {
		l.Row(r.ID.String(), i+1, i == d.at, say.Join(r.Number, r.Summary, w.Say("status."+string(r.Status))))
	}
	return l
}

// Refused shows why they cannot be merged.
func (d *merging) Refused(h *dialog.Host, err error) { dialog.Complain(h, &d.prompt, err) }

// Short says that the line leaves room for what it is about.
func (d *merging) Short() {}

// Keys gives the keys of the line.
func (d *merging) Keys() []keys.ID { return []keys.ID{keys.Accept, key.Pick, keys.Cancel} }

// Part parts a request from the one it was merged into.
func (w *Work) Part(row desk.RequestRow) tea.Cmd {
	return w.Look(row.ID, func(r detail.Request) tea.Cmd {
		words := w.Env.Words
		ask := words.Say("part.ask", "number", row.Number, "summary", row.Summary, "other", r.Other)
		return w.Host.AskReady(words.Say("part.title"), []string{ask}, words.Say("part.yes"), func() tea.Cmd {
			return w.inPlace(row, desk.ReopenRequest{ID: row.ID})
		})
	})
}

// Steps shows the checklist that the site has for the theme; Enter ticks a step, or takes the tick back.
func (w *Work) Steps(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	return w.Look(row.ID, func(r detail.Request) tea.Cmd {
		d := &dialog.Choice{Picker: widget.Picker{Title: words.Say("steps.title", "number", row.Number), Empty: words.Say("pick.none"), Hint: words.Say("steps.hint")}}
		for _, step := range w.Env.Site.Steps(r.Theme) {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: step, Label: cell.Safe(step, 80), Tick: widget.TickOf(detail.Ticked(&r, step))})
		}
		d.Choose = func(step string) tea.Cmd {
			return w.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.TickStep{ID: row.ID, Step: step}), Done: func(receipt model.Receipt) tea.Cmd {
				w.Detail.Clear() // read anew before the list opens again
				return tea.Batch(w.Host.Say(receipt), w.Host.Reload(), w.Steps(row))
			}})
		}
		return w.Host.Show(d)
	})
}
