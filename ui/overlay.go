package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// overlay lies over every screen: the help or the palette.
type overlay struct {
	picker widget.Picker
	run    bool // what is chosen is done
}

// showHelp lays the help over the screen.
func (a *App) showHelp() tea.Cmd {
	a.over = a.help()
	return nil
}

// showPalette lays the palette over the screen.
func (a *App) showPalette() tea.Cmd {
	a.over = a.palette()
	return nil
}

// help lists every key there is, those that work now first.
func (a *App) help() *overlay {
	w := a.env.Words
	o := &overlay{picker: widget.Picker{Title: w.Say("help.title"), Empty: w.Say("pick.none"), Hint: w.Say("help.hint")}}
	list := a.env.Keys.All()
	head := func(id string) {
		o.picker.Choices = append(o.picker.Choices, widget.Choice{Label: w.Say(id), Head: true})
	}
	add := func(ks []keys.Key) {
		for _, k := range ks {
			o.picker.Choices = append(o.picker.Choices, a.choice(k))
		}
	}
	head("help.now")
	o.picker.Choices = append(o.picker.Choices, a.working()...)
	head("help.screens")
	o.picker.Choices = append(o.picker.Choices, a.places()...)
	for _, scope := range []keys.Scope{keys.Move, keys.Global, keys.Field} {
		head("help." + string(scope))
		add(a.env.Keys.In(scope))
	}
	seen := map[keys.ID]bool{}
	for _, id := range a.top().Keys() {
		seen[id] = true
	}
	var rest []keys.Key
	for _, k := range list {
		if !seen[k.ID] && k.Scope != keys.Move && k.Scope != keys.Global && k.Scope != keys.Field {
			rest = append(rest, k)
		}
	}
	if len(rest) > 0 {
		head("help.else")
		add(rest)
	}
	return o
}

// palette lists every action that can be done now, and does the one chosen.
func (a *App) palette() *overlay {
	w := a.env.Words
	o := &overlay{run: true, picker: widget.Picker{Title: w.Say("palette.title"), Empty: w.Say("pick.none"), Hint: w.Say("palette.hint")}}
	o.picker.Choices = append(append(a.working(), a.places()...), a.listed()...)
	for _, id := range a.actions.Now(a) {
		if k, ok := a.env.Keys.Get(id); ok && id != keys.Palette {
			o.picker.Choices = append(o.picker.Choices, a.choice(k))
		}
	}
	o.picker.Choices = append(o.picker.Choices, a.settings()...)
	o.picker.Choices = append(o.picker.Choices, a.otherwise(o.picker.Choices)...)
	return o
}

// otherwise are the actions of screens and of the frame that cannot be done now: who searches for one is told why, or where it is.
func (a *App) otherwise(now []widget.Choice) (out []widget.Choice) {
	for _, k := range a.env.Keys.All() {
		able := slices.ContainsFunc(now, func(c widget.Choice) bool { return c.ID == string(k.ID) })
		if able || k.ID == keys.Palette || k.Scope != keys.Global && !slices.ContainsFunc(a.routes, func(r Route) bool { return keys.Scope(r.Name) == k.Scope }) {
			continue
		}
		c := a.choice(k)
		c.ID, c.Sought = unable+c.ID, true
		out = append(out, c)
	}
	return out
}

// unable begins the id of a choice that cannot be done now.
const unable = "unable:"

// whyNot says why an action cannot be done now, or on which screen it is. Its key is pressed to hear why, where it means nothing else.
func (a *App) whyNot(k keys.Key) tea.Cmd {
	w := a.env.Words
	name := w.Say(k.Word)
	for _, r := range a.routes {
		if keys.Scope(r.Name) == k.Scope && !a.isOpen(r) {
			return screen.Say(screen.Fault, w.Say("palette.elsewhere", "screen", w.Say(r.Word), "action", name, "key", keys.Show(k.Keys[0])))
		}
	}
	means := func(id keys.ID) bool {
		other, ok := a.env.Keys.Get(id)
		return ok && slices.Contains(other.Keys, k.Keys[0])
	}
	if !slices.ContainsFunc(a.top().Keys(), means) && !slices.ContainsFunc(a.actions.Now(a), means) {
		if cmd := a.press(keys.Press(k.Keys[0])); cmd != nil {
			return cmd
		}
	}
	return screen.Say(screen.Fault, w.Say("palette.not-now", "action", name))
}

// working lists the keys that do something on the screen as it is.
func (a *App) working() (out []widget.Choice) {
	for _, id := range a.top().Keys() {
		if k, ok := a.env.Keys.Get(id); ok {
			out = append(out, a.choice(k))
		}
	}
	return out
}

// places lists the screens that can be opened.
func (a *App) places() (out []widget.Choice) {
	if !a.digits() {
		return nil
	}
	for _, r := range a.routes {
		if r.Digit > 0 && a.holds(r.Name) {
			out = append(out, widget.Choice{ID: "open:" + string(r.Name), Label: a.env.Words.Say("palette.open", "screen", a.env.Words.Say(r.Word)), Right: strconv.Itoa(r.Digit), Also: a.env.Words.Or("also."+r.Word, "")})
		}
	}
	return out
}

// listed are the screens that have neither a digit nor a key on every screen.
func (a *App) listed() (out []widget.Choice) {
	for _, r := range a.routes {
		if r.Digit == Listed && a.digits() {
			out = append(out, widget.Choice{ID: "open:" + string(r.Name), Label: a.env.Words.Say("palette.open", "screen", a.env.Words.Say(r.Word)), Also: a.env.Words.Or("also."+r.Word, "")})
		}
	}
	return out
}

func (a *App) choice(k keys.Key) widget.Choice {
	var shown []string
	for _, name := range k.Keys {
		shown = append(shown, keys.Show(name))
	}
	return widget.Choice{ID: string(k.ID), Label: a.env.Words.Say(k.Word), Right: strings.Join(shown, ", "), Whole: spoken(a.env.Words, k), Also: string(k.ID) + " " + a.env.Words.Or("also."+k.Word, "")}
}

// overKey gives a key to the overlay.
func (a *App) overKey(msg tea.KeyMsg) tea.Cmd {
	o := a.over
	if a.env.Keys.Is(msg, keys.Help) && msg.Type != tea.KeyRunes { // what is text narrows the list down
		a.over = nil
		return nil
	}
	reply, _ := o.picker.Update(msg, a.env.Keys)
	switch {
	case reply == widget.Declined:
		a.over = nil
	case reply == widget.Agreed:
		a.over = nil
		c, _ := o.picker.Chosen()
		if !o.run {
			return nil
		}
		if c.ID == clockRight {
			return a.trustClock()
		}
		if name, ok := strings.CutPrefix(c.ID, "open:"); ok {
			return a.open(screen.Name(name), nil)
		}
		if setting, ok := strings.CutPrefix(c.ID, "set:"); ok {
			key, value, _ := strings.Cut(setting, "=")
			return a.set(key, value)
		}
		if id, ok := strings.CutPrefix(c.ID, unable); ok {
			k, _ := a.env.Keys.Get(keys.ID(id))
			return a.whyNot(k)
		}
		if k, ok := a.env.Keys.Get(keys.ID(c.ID)); ok {
			return a.press(keys.Press(k.Keys[0]))
		}
	}
	return nil
}

// mouse gives a mouse event to the screen, in the body's own cells; a click on a screen's name opens it.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	a.seat.Touch(a.env.Now())
	m := screen.Mouse{X: msg.X, Y: msg.Y - above}
	switch {
	case msg.Action != tea.MouseActionPress:
		return nil
	case msg.Button == tea.MouseButtonWheelUp:
		m.Wheel = -3
	case msg.Button == tea.MouseButtonWheelDown:
		m.Wheel = 3
	case msg.Button == tea.MouseButtonLeft:
		m.Click = true
	default:
		return nil
	}
	switch {
	case a.small() || a.top() == nil || a.seat.Busy():
		return nil
	case a.over != nil:
		a.over.picker.Wheel(m.Wheel)
		return nil
	case msg.Y == 0 && m.Click && a.digits():
		_, tabs, _, _ := a.tabs()
		for _, tab := range tabs {
			if msg.X >= tab.from && msg.X < tab.to {
				return a.open(tab.name, nil)
			}
		}
		return nil
	case m.Y < 0 || m.Y >= a.body().Height:
		return nil
	}
	return a.hand(a.stack[len(a.stack)-1], m)
}
