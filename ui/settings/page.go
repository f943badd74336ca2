package settings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// page is what lies over the list and has the keys.
type page interface {
	update(s *Settings, msg tea.KeyMsg) tea.Cmd
	view(s *Settings, size screen.Size) []string
	keys() []keys.ID
	// refused shows why a change could not be made; false where the page has no place for it.
	refused(s *Settings, why string) bool
	typing() bool // key presses are text
}

// reading shows a setting in full to somebody who may not alter it, with the reason.
type reading struct {
	title string
	lines []string
	top   int
}

func (p *reading) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	set := s.env.Keys
	switch {
	case set.Is(msg, keys.Back, keys.Choose):
		s.page = nil
	case set.Is(msg, keys.Up):
		p.top--
	case set.Is(msg, keys.Down):
		p.top++
	case set.Is(msg, keys.PageUp):
		p.top -= s.size.Height - 4
	case set.Is(msg, keys.PageDown):
		p.top += s.size.Height - 4
	}
	return nil
}

func (p *reading) view(s *Settings, size screen.Size) []string {
	th, width := s.env.Theme, boxWidth(size)
	why := cell.Wrap(s.env.Words.Say("settings.read-only"), width-4, 3)
	room := max(size.Height-2-len(why), 1)
	p.top = max(min(p.top, len(p.lines)-room), 0)
	var lines []string
	for _, line := range p.lines[p.top:min(p.top+room, len(p.lines))] {
		lines = append(lines, cell.Short(line, width-4))
	}
	for _, line := range why {
		lines = append(lines, th.Today.On(line))
	}
	return widget.Box(th, p.title, lines, width)
}

func (p *reading) keys() []keys.ID                { return []keys.ID{keys.Back, keys.Up, keys.Down} }
func (p *reading) refused(*Settings, string) bool { return false }
func (p *reading) typing() bool                   { return false }

// choosing lets one of a list be chosen; what is chosen is done at once.
type choosing struct {
	picker widget.Picker
	choose func(s *Settings, id string) tea.Cmd
}

func (p *choosing) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	reply, _ := p.picker.Update(msg, s.env.Keys)
	switch reply {
	case widget.Declined:
		s.page = nil
	case widget.Agreed:
		c, _ := p.picker.Chosen()
		s.page = nil
		return p.choose(s, c.ID)
	}
	return nil
}

func (p *choosing) view(s *Settings, size screen.Size) []string {
	return p.picker.View(s.env.Theme, boxWidth(size), min(size.Height, max(len(p.picker.Choices)+4, 6)))
}

func (p *choosing) keys() []keys.ID                { return []keys.ID{keys.Accept, keys.Cancel} }
func (p *choosing) refused(*Settings, string) bool { return false }
func (p *choosing) typing() bool                   { return true }

// picker makes the list of a choosing page.
func (s *Settings) picker(title string, list []widget.Choice) widget.Picker {
	w := s.env.Words
	return widget.Picker{Title: title, Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list}
}

// filling is a form; back is the page that it returns to, nil for the list.
type filling struct {
	form   widget.Form
	submit func(s *Settings, p *filling) tea.Cmd
	back   page
}

func (p *filling) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	reply, _ := p.form.Update(msg, s.env.Keys)
	switch reply {
	case widget.Declined:
		s.page = p.back
	case widget.Agreed:
		return p.submit(s, p)
	}
	return nil
}

func (p *filling) view(s *Settings, size screen.Size) []string {
	return p.form.View(s.env.Theme, boxWidth(size), size.Height)
}

func (p *filling) keys() []keys.ID {
	return []keys.ID{keys.Save, keys.NextField, keys.PrevField, keys.Cancel}
}

func (p *filling) refused(_ *Settings, why string) bool {
	p.form.Blame(p.form.Focused(), why)
	return true
}

func (p *filling) typing() bool { return true }

// done goes back to where a form came from, and says that it was kept.
func (p *filling) done(s *Settings) tea.Cmd {
	s.page = p.back
	return screen.Say(screen.Done, s.env.Words.Say("settings.saved", "key", s.env.Keys.Label(Undo)))
}

// asking is a question with yes and no over another page.
type asking struct {
	confirm widget.Confirm
	back    page
	yes     func(s *Settings) tea.Cmd
}

func (p *asking) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	switch p.confirm.Update(msg, s.env.Keys) {
	case widget.Agreed:
		s.page = p.back
		return p.yes(s)
	case widget.Declined:
		s.page = p.back
	}
	return nil
}

func (p *asking) view(s *Settings, size screen.Size) []string {
	return p.confirm.View(s.env.Theme, boxWidth(size))
}

func (p *asking) keys() []keys.ID                { return []keys.ID{keys.Accept, keys.Option, keys.Cancel} }
func (p *asking) refused(*Settings, string) bool { return false }
func (p *asking) typing() bool                   { return true }

func boxWidth(size screen.Size) int { return min(size.Width-2, 90) }
