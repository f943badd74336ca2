package filter

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// choosing is the list of all that one can filter on, narrowed down by typing: "arm" and Enter is the theme armoede.
type choosing struct {
	wording *wording.Wording
	filter  *Filter
	changed func() tea.Cmd
	picker  widget.Picker
	ticked  bool     // the last key ticked something, or took a tick away
	by      []string // what was ticked so while the list is open: Enter leaves it as it is
}

// Choose lets people alter a filter; changed follows on each change.
func Choose(h *dialog.Host, wording *wording.Wording, f *Filter, changed func() tea.Cmd) tea.Cmd {
	w := wording.Env.Words
	d := &choosing{wording: wording, filter: f, changed: changed, picker: widget.Picker{Title: w.Say("filter.title"), Empty: w.Say("filter.none"), Hint: w.Say("filter.hint")}}
	d.list()
	return h.Show(d)
}

// list lists what can be chosen: what is chosen already first.
func (d *choosing) list() {
	w := d.wording.Env.Words
	var chosen, rest []widget.Choice
	add := func(part, value string) {
		c := widget.Choice{ID: part + "=" + value, Label: Word(d.wording, part, value), Tick: widget.TickOf(*d.filter.Part(part) == value), Right: w.Say("filter." + part)}
		if c.Tick == widget.Ticked {
			chosen = append(chosen, c)
			return
		}
		rest = append(rest, c)
	}
	if period, ok := w.Period(d.picker.Search.Text(), d.wording.Env.Now(), d.wording.Zone()); ok {
		add("period", period)
		all := append(chosen, rest...)
		all[0].Also = d.picker.Search.Text()
	}
	if p := d.filter.Period; strings.Contains(p, "/") {
		add("period", p)
	}
	for _, part := range Parts() {
		rest = append(rest, widget.Choice{Label: w.Say("filter." + part), Head: true})
		for _, value := range d.values(part) {
			add(part, value)
		}
	}
	if len(chosen) > 0 {
		chosen = append(chosen, widget.Choice{ID: "none", Label: w.Say("filter.clear")})
	}
	d.picker.Choices = append(chosen, rest...)
}

// values are what one part can be.
func (d *choosing) values(part string) (out []string) {
	codes := func(list model.Codes) {
		for _, c := range list {
			out = append(out, c.Code)
		}
	}
	env := d.wording.Env
	switch part {
	case "status":
		for _, s := range desk.Statuses() {
			out = append(out, string(s))
		}
	case "urgency":
		codes(env.Site.UrgencyCodes())
	case "theme":
		codes(env.Site.ThemeCodes())
	case "channel":
		codes(model.Channels())
	case "outcome":
		codes(model.Outcomes())
		out = append(out, desk.OutcomeMerged)
	case "language":
		return text.Languages()
	case "period":
		return periods()
	case "holder":
		out = append(out, Me)
		for _, p := range d.wording.Colleagues() {
			if p.ID != env.User.ID {
				out = append(out, p.ID.String())
			}
		}
	}
	return out
}

// chooseActions is what can be done with the list beside choosing: the key is that of every such list of the desk.
func chooseActions() screen.Actions[*choosing] {
	return screen.Actions[*choosing]{{ID: key.Tick, Do: (*choosing).tick}}
}

// Update takes a key press.
func (d *choosing) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if cmd, took := chooseActions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	reply, altered := d.picker.Update(msg, h.Env.Keys)
	ticked := d.ticked
	d.ticked = false
	switch {
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed && (ticked || d.tickedHere()):
		return h.Shut() // what shows is what was chosen
	case reply == widget.Agreed:
		cmd := tea.Batch(h.Shut(), d.take())
		h.Hold() // the next key is about what is found
		return cmd
	case altered:
		d.list()
	}
	return nil
}

// tick chooses what the cursor is on beside what is chosen already, and leaves the cursor there.
func (d *choosing) tick() tea.Cmd {
	c, ok := d.picker.Chosen()
	if !ok {
		return nil
	}
	cmd := d.take()
	d.ticked, d.by = true, append(d.by, c.ID)
	d.picker.GoTo(c.ID)
	return cmd
}

// tickedHere tells whether the cursor is on something that was ticked while the list is open.
func (d *choosing) tickedHere() bool {
	c, _ := d.picker.Chosen()
	return slices.Contains(d.by, c.ID)
}

// take chooses what the cursor is on, or lets it go.
func (d *choosing) take() tea.Cmd {
	c, ok := d.picker.Chosen()
	if !ok {
		return nil
	}
	if part, value, some := strings.Cut(c.ID, "="); some {
		d.filter.Toggle(part, value)
	} else {
		*d.filter = Filter{}
	}
	d.picker.Search.Set("")
	d.list()
	return d.changed()
}

// View draws the list.
func (d *choosing) View(h *dialog.Host, width, height int) []string {
	return d.picker.View(h.Env.Theme, min(width, 72), height)
}

// Said gives the list with its ticks.
func (d *choosing) Said(h *dialog.Host) say.Lines { return h.SaidPicker(&d.picker) }

// Refused does nothing: nothing is written from here.
func (d *choosing) Refused(*dialog.Host, error) {}

// Keys gives the keys of the list.
func (d *choosing) Keys() []keys.ID { return append(chooseActions().Now(d, keys.Accept), keys.Cancel) }
