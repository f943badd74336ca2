package people

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// offered is how many residents are offered to merge with.
const offered = 8

// merging looks for the resident who is the same person.
type merging struct {
	who    model.Resident
	prompt widget.Prompt
	ask    screen.Asker
	rows   []model.Resident
	at     int
}

// startMerge asks who is the same person; those who are alike stand there before anything is typed.
func (p *People) startMerge(r model.Resident) tea.Cmd {
	d := &merging{who: r, prompt: widget.Prompt{Title: p.env.Words.Say("people.merge.title", "name", cell.Short(r.Name, 40))}}
	p.show(d)
	return d.search(p)
}

func (d *merging) search(p *People) tea.Cmd {
	view, who, words := p.env.View, d.who, strings.TrimSpace(d.prompt.Input.Text())
	return screen.Ask(p.env.Ctx, d.ask.Next(), func(ctx context.Context) (out []model.Resident, err error) {
		if words != "" {
			return view.Residents(ctx, words, offered+1)
		}
		alike, err := view.Similar(ctx, who)
		for _, k := range alike {
			out = append(out, k.Resident)
		}
		return out, err
	})
}

func (d *merging) found(list []model.Resident) {
	d.rows = slices.DeleteFunc(slices.Clone(list), func(r model.Resident) bool { return r.ID == d.who.ID })
	d.rows, d.at = d.rows[:min(len(d.rows), offered)], 0
}

func (d *merging) update(p *People, msg tea.KeyMsg) tea.Cmd {
	if p.env.Keys.Is(msg, Pick) && len(d.rows) > 0 {
		step := 1
		if msg.Type == tea.KeyUp {
			step = len(d.rows) - 1
		}
		d.at = (d.at + step) % len(d.rows)
		return nil
	}
	reply, changed := d.prompt.Update(msg, p.env.Keys)
	switch {
	case reply == widget.Declined:
		p.dialog = nil
	case reply == widget.Agreed && d.at < len(d.rows):
		into := d.rows[d.at]
		return p.do(func(p *People, a acted) tea.Cmd {
			p.focus = false
			p.lists[residents].GoTo(into.ID)
			return nil
		}, model.MergeResident{ID: d.who.ID, Into: into.ID})
	case changed:
		return d.search(p)
	}
	return nil
}

func (d *merging) view(p *People, width, _ int) []string {
	th, w := p.env.Theme, p.env.Words
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

func (d *merging) refused(p *People, err error) { d.prompt.Fault = p.env.Words.Error(err) }
func (d *merging) keys() []keys.ID              { return []keys.ID{keys.Accept, Pick, keys.Cancel} }

// startPart parts residents who were merged; where there are several it asks which.
func (p *People) startPart() tea.Cmd {
	w, merged := p.env.Words, p.page.merged
	switch len(merged) {
	case 0:
		return screen.Say(screen.Note, w.Say("people.part.none"))
	case 1:
		return p.do(nil, model.MergeResident{ID: merged[0].ID})
	}
	d := &choice{picker: widget.Picker{Title: w.Say("people.part.title", "name", cell.Short(p.page.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for _, r := range merged {
		d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: r.ID.String(), Label: whoWhere(r)})
	}
	d.choose = func(p *People, text string) tea.Cmd {
		id, err := model.ParseID(text)
		if err != nil {
			return nil
		}
		return p.do(nil, model.MergeResident{ID: id})
	}
	p.show(d)
	return nil
}
