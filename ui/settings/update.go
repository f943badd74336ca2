package settings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Update takes in a message.
func (s *Settings) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return s, s.take(msg) }

func (s *Settings) take(msg tea.Msg) tea.Cmd {
	cmd, took := s.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case screen.Resized:
		s.size = msg.Size
		s.settle(0)
	case screen.Changed:
		if msg.Has(competence.KindFramework) || msg.Has(model.KindSite) || msg.Has(model.KindPerson) {
			return tea.Batch(cmd, s.read())
		}
	case screen.Answer[fresh]:
		return s.took(msg)
	case screen.Mouse:
		return s.mouse(msg)
	case tea.KeyMsg:
		return s.key(msg)
	}
	return cmd
}

func (s *Settings) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := s.actions.Press(s.Env.Keys, s, msg); took {
		return cmd
	}
	if rows, ok := s.Env.Keys.Steps(msg, s.size.Height); ok {
		s.settle(rows)
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
	case s.Waits() || s.Open() != nil:
	case m.Wheel != 0:
		s.settle(m.Wheel)
	case m.Click && m.Y < s.listHeight():
		at := s.top + m.Y
		rows := s.rows()
		if at >= len(rows) || rows[at].id == "" {
			return nil
		}
		if at == s.cursor {
			return s.startSetting()
		}
		s.cursor = at
	}
	return nil
}

// startSetting opens the setting that the cursor is on.
func (s *Settings) startSetting() tea.Cmd {
	r := s.rows()[s.cursor]
	if c, ok := choiceOf(s.Env.Words, r.id); ok {
		return s.startChoice(r.label, c)
	}
	switch r.id {
	case rowLock:
		return s.startLock(r.label)
	case rowPIN:
		return s.startPIN()
	case rowOthers:
		return s.startOthers(r.label)
	}
	if !s.mayWrite() {
		return s.Show(&dialog.Report{Title: r.label, Head: s.Env.Words.Say("settings.read-only"), Bad: true, Lines: dialog.Lines{Text: s.whole(r.id)}})
	}
	switch r.id {
	case rowName:
		return s.startName(r.label)
	case rowHours:
		return s.startHours(r.label)
	case rowUrgencies:
		return s.startUrgencies(r.label)
	case rowAges:
		return s.startAges(r.label)
	case rowSelf:
		return s.startSelf(r.label)
	case rowSmall:
		return s.startSmall(r.label)
	case rowThemes, rowTags:
		return s.Show(&codeList{s: s, title: r.label, id: r.id})
	case rowSteps:
		return s.startSteps(r.label)
	case rowOffers:
		return s.startOffers(r.label)
	case rowTeaches:
		return s.Show(s.teachesChoice(r.label))
	}
	return nil
}
