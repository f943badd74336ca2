package frameworks

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// ticks chooses which groups are assessed on a list. Typing narrows the groups down.
type ticks struct {
	p      *Frameworks
	list   journal.ID
	on     map[journal.ID]bool
	picker widget.Picker
}

// startGroups asks which groups are assessed on a list.
func (p *Frameworks) startGroups(f *competence.Framework) tea.Cmd {
	w := p.Env.Words
	if len(p.groups) == 0 {
		return screen.Say(screen.Note, w.Say("frames.groups.none"))
	}
	d := &ticks{p: p, list: f.ID, on: map[journal.ID]bool{}}
	for _, g := range p.judgedBy(f.ID) {
		d.on[g.ID] = true
	}
	d.picker = widget.Picker{Title: w.Say("frames.groups", "title", cell.Short(f.LabelIn(string(w.Lang())), 50)), Empty: w.Say("pick.none"),
		Hint: w.Say("frames.groups.hint", "tick", p.Env.Keys.Label(Tick), "save", p.Env.Keys.Label(keys.Accept))}
	d.draw()
	return p.Show(d)
}

// draw writes the groups down with their ticks, and what each is assessed on now.
func (d *ticks) draw() {
	p, w := d.p, d.p.Env.Words
	d.picker.Choices = nil
	for _, g := range p.groups {
		c := widget.Choice{ID: g.ID.String(), Tick: widget.TickOf(d.on[g.ID]), Label: cell.Short(g.Name, 40), Right: w.Say("frames.groups.level")}
		if len(g.Frameworks) > 0 {
			c.Right = w.Say("frames.groups.other")
			if f := p.known(g.Frameworks[0]); f != nil {
				title := f.LabelIn(string(w.Lang()))
				c.Right, c.Whole = w.Say("frames.groups.now", "title", cell.Short(title, 34)), w.Say("frames.groups.now", "title", title)
			}
		}
		d.picker.Choices = append(d.picker.Choices, c)
	}
}

// tickActions is what keys do with the groups.
func tickActions() screen.Actions[*ticks] {
	return screen.Actions[*ticks]{
		{ID: Tick, Scope: "frameworks-groups", Keys: []string{" "}, Word: "key.frameworks.tick", Do: (*ticks).toggle},
		{ID: keys.Send, Do: (*ticks).save},
		{ID: keys.Save, Do: (*ticks).save},
		{ID: keys.Cancel, Do: func(d *ticks) tea.Cmd { return d.p.Shut() }},
	}
}

// Update takes a key press.
func (d *ticks) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if cmd, took := tickActions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	d.picker.Update(msg, h.Env.Keys)
	return nil
}

// toggle ticks the group that the cursor is on, or takes its tick away.
func (d *ticks) toggle() tea.Cmd {
	if c, ok := d.picker.Chosen(); ok {
		if id, err := journal.ParseID(c.ID); err == nil {
			d.on[id] = !d.on[id]
			d.draw()
		}
	}
	return nil
}

// save keeps what was ticked: the list comes first at groups that have a tick, and goes from those that have none any more.
func (d *ticks) save() tea.Cmd {
	var actions []model.Action
	for _, g := range d.p.groups {
		main := len(g.Frameworks) > 0 && g.Frameworks[0] == d.list
		if d.on[g.ID] == main {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(g.Frameworks), func(id journal.ID) bool { return id == d.list })
		if d.on[g.ID] {
			rest = append([]journal.ID{d.list}, rest...)
		}
		actions = append(actions, learning.SetGroupFrameworks{Group: g.ID, Frameworks: rest})
	}
	if len(actions) == 0 {
		return d.p.Shut()
	}
	return d.p.Do(nil, actions...)
}

// View draws the groups.
func (d *ticks) View(h *dialog.Host, width, height int) []string {
	return d.picker.View(h.Env.Theme, min(width, 96), min(height, max(len(d.picker.Choices)+4, 8)))
}

// Refused shows why it cannot be.
func (d *ticks) Refused(h *dialog.Host, err error) { d.picker.Fault = h.Env.Words.Error(err) }

// Keys gives the keys of the list.
func (d *ticks) Keys() []keys.ID { return tickActions().Now(d) }
