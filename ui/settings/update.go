package settings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Update takes in a message.
func (s *Settings) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return s, s.take(msg) }

func (s *Settings) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Resized:
		s.size = msg.Size
		s.settle(0)
	case screen.Renewed:
		s.env = msg.Env
	case screen.Answer[pins]:
		if s.look.Fits(msg.Ticket) && msg.Err == nil {
			s.mine, s.keyed = msg.Value.mine, msg.Value.others
		}
	case screen.Answer[[]model.Framework]:
		if s.list.Fits(msg.Ticket) && msg.Err == nil {
			s.lists = msg.Value
		}
	case screen.Changed:
		if msg.Has(model.KindFramework) {
			return s.fetchLists()
		}
	case screen.Answer[saved]:
		return s.tookSaved(msg)
	case screen.Mouse:
		return s.mouse(msg)
	case tea.KeyMsg:
		if s.busy {
			s.held = append(s.held, msg)
			return nil
		}
		return s.key(msg)
	}
	return nil
}

// Released gives the keys that waited for a change to be written.
func (s *Settings) Released() []tea.KeyMsg {
	if s.busy || len(s.held) == 0 {
		return nil
	}
	held := s.held
	s.held = nil
	return held
}

func (s *Settings) key(msg tea.KeyMsg) tea.Cmd {
	if s.page != nil {
		return s.page.update(s, msg)
	}
	set := s.env.Keys
	switch {
	case set.Is(msg, keys.Up):
		s.settle(-1)
	case set.Is(msg, keys.Down):
		s.settle(1)
	case set.Is(msg, keys.PageUp):
		s.settle(-max(s.size.Height-1, 1))
	case set.Is(msg, keys.PageDown):
		s.settle(max(s.size.Height-1, 1))
	case set.Is(msg, keys.First):
		s.settle(-len(s.rows()))
	case set.Is(msg, keys.Last):
		s.settle(len(s.rows()))
	case set.Is(msg, keys.Back):
		return screen.Send(screen.Close{})
	case set.Is(msg, Undo):
		return s.undo(false)
	case set.Is(msg, Redo):
		return s.undo(true)
	case set.Is(msg, keys.Choose):
		return s.open()
	}
	return nil
}

// settle moves the cursor by n rows, keeps it off headings and inside the window.
func (s *Settings) settle(n int) {
	rows := s.rows()
	s.cursor = max(min(s.cursor+n, len(rows)-1), 0)
	step := 1
	if n < 0 {
		step = -1
	}
	if rows[s.cursor].id == "" {
		next := s.cursor + step
		if next < 0 || next >= len(rows) {
			next = s.cursor - step
		}
		s.cursor = next
	}
	height := max(s.listHeight(), 1)
	s.top = max(min(s.top, s.cursor), s.cursor-height+1, 0)
	if s.cursor == s.top && s.top > 0 && rows[s.top-1].id == "" {
		s.top--
	}
	s.top = max(min(s.top, len(rows)-height), 0)
}

// mouse moves the cursor; a click on the row that has it opens the setting.
func (s *Settings) mouse(m screen.Mouse) tea.Cmd {
	switch {
	case s.page != nil || s.busy:
	case m.Wheel != 0:
		s.settle(m.Wheel)
	case m.Click && m.Y < s.listHeight():
		at := s.top + m.Y
		rows := s.rows()
		if at >= len(rows) || rows[at].id == "" {
			return nil
		}
		if at == s.cursor {
			return s.open()
		}
		s.cursor = at
	}
	return nil
}

// open shows the page of the setting that the cursor is on.
func (s *Settings) open() tea.Cmd {
	r := s.rows()[s.cursor]
	if c, ok := choiceOf(r.id); ok {
		s.page = s.choosing(r.label, c)
		return nil
	}
	switch r.id {
	case rowLock:
		s.page = s.lockPage(r.label)
		return nil
	case rowPIN:
		s.page = s.pinPage()
		return nil
	case rowOthers:
		s.page = s.othersPage(r.label)
		return nil
	}
	if !s.mayWrite() {
		s.page = &reading{title: r.label, lines: s.whole(r.id)}
		return nil
	}
	switch r.id {
	case rowName:
		s.page = s.namePage(r.label)
	case rowHours:
		s.page = s.hoursPage(r.label)
	case rowUrgencies:
		s.page = s.urgenciesPage(r.label)
	case rowThemes, rowTags:
		s.page = &codesPage{title: r.label, id: r.id}
	case rowSteps:
		s.page = s.stepsPage(r.label)
	case rowOffers:
		s.page = s.offersPage(r.label)
	case rowTeaches:
		s.page = s.teachesPage(r.label)
	}
	return nil
}
