package people

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// mostOffered is how many residents are offered to merge with.
const mostOffered = 8

// merging looks for the resident who is the same person.
type merging struct {
	p      *People
	who    desk.Resident
	prompt widget.Prompt
	dialog.Seeking[desk.Resident]
	rows []desk.Resident
	at   int
}

// startMerge asks who is the same person; those who are alike stand there before anything is typed.
func (p *People) startMerge(r desk.Resident) tea.Cmd {
	d := &merging{p: p, who: r, prompt: widget.Prompt{Title: p.Env.Words.Say("people.merge.title", "name", cell.Short(r.Name, 40))}}
	return tea.Batch(p.Show(d), d.search(&p.Host))
}

func (d *merging) search(h *dialog.Host) tea.Cmd {
	session, who, words := h.Env.Session, d.who, strings.TrimSpace(d.prompt.Input.Text())
	return d.Find(h, func(ctx context.Context) (out []desk.Resident, err error) {
		if words != "" {
			return desk.FindResidents(ctx, session, words, mostOffered+1)
		}
		alike, err := desk.FindSimilarResidents(ctx, session, who)
		for _, k := range alike {
			out = append(out, k.Resident)
		}
		return out, err
	})
}

// Answered shows who was found.
func (d *merging) Answered(h *dialog.Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	a, took := d.Took(msg)
	if !took {
		return nil, false
	}
	if a.Err != nil {
		d.Refused(h, a.Err)
	}
	d.found(a.Value)
	return nil, true
}

func (d *merging) found(list []desk.Resident) {
	d.rows = slices.DeleteFunc(slices.Clone(list), func(r desk.Resident) bool { return r.ID == d.who.ID })
	d.rows, d.at = d.rows[:min(len(d.rows), mostOffered)], 0
}

// Update takes a key press.
func (d *merging) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if picks := h.Env.Keys.Is(msg, Pick); (picks || h.Env.Keys.Is(msg, keys.Accept)) && d.Waits(h, msg) {
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
		return d.askMerge(h, d.rows[d.at])
	case reply == widget.Agreed && d.prompt.Input.Text() != "":
		d.prompt.Fault = h.Env.Words.Say("pick.none")
	case changed:
		return d.search(h)
	}
	return nil
}

// askMerge asks whether the two are one person, naming both: all that either asked then stands under one name. Enter leaves them apart.
func (d *merging) askMerge(h *dialog.Host, into desk.Resident) tea.Cmd {
	w := h.Env.Words
	lines := []string{w.Say("people.merge.ask", "name", cell.Safe(whoWhere(d.who), 80), "into", cell.Safe(whoWhere(into), 80)),
		w.Say("people.merge.goes-on", "name", cell.Safe(d.who.Name, 60), "into", cell.Safe(into.Name, 60))}
	if one, two := d.who.BirthYear, into.BirthYear; one != 0 && two != 0 && one != two {
		lines = append(lines, w.Say("people.merge.born", "name", cell.Safe(d.who.Name, 60), "one", strconv.Itoa(one), "into", cell.Safe(into.Name, 60), "two", strconv.Itoa(two)))
	}
	return h.Ask(w.Say("people.merge.ask-title"), lines, w.Say("people.merge.yes"), func() tea.Cmd {
		return h.Do(func(model.Receipt) tea.Cmd {
			d.p.focus = false
			d.p.lists[residents].GoTo(into.ID)
			return nil
		}, desk.MergeResident{ID: d.who.ID, Into: into.ID})
	})
}

// View draws the line, with those found below it.
func (d *merging) View(h *dialog.Host, width, _ int) []string {
	th, w := h.Env.Theme, h.Env.Words
	width = min(width, 100)
	d.prompt.Hint = nil
	for i, r := range d.rows {
		line := cell.Short(whoWhere(r), width-6)
		if i == d.at {
			d.prompt.Hint = append(d.prompt.Hint, th.Info.On("›")+" "+th.Strong.On(line))
		} else {
			d.prompt.Hint = append(d.prompt.Hint, "  "+line)
		}
	}
	for _, line := range cell.Wrap(w.Say("people.merge.hint"), width-4, 2) {
		d.prompt.Hint = append(d.prompt.Hint, th.Faint.On(line))
	}
	return d.prompt.View(th, width)
}

// Refused shows why they cannot be merged.
func (d *merging) Refused(h *dialog.Host, err error) { d.prompt.Fault = h.Env.Words.Error(err) }

// Keys gives the keys of the line.
func (d *merging) Keys() []keys.ID { return []keys.ID{keys.Accept, Pick, keys.Cancel} }

// startPart parts residents who were merged; where there are several it asks which.
func (p *People) startPart() tea.Cmd {
	w, merged := p.Env.Words, p.page.merged
	switch len(merged) {
	case 0:
		return screen.Say(screen.Note, w.Say("people.part.none"))
	case 1:
		return p.Do(nil, desk.MergeResident{ID: merged[0].ID})
	}
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.part.title", "name", cell.Short(p.page.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for _, r := range merged {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: r.ID.String(), Label: whoWhere(r)})
	}
	d.Choose = func(text string) tea.Cmd {
		id, err := journal.ParseID(text)
		if err != nil {
			return nil
		}
		return p.Do(nil, desk.MergeResident{ID: id})
	}
	return p.Show(d)
}
