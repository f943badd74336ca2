// Package welcome is the first start: name your service point and yourself, or look around in a demo.
package welcome

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Welcome is the screen.
type Welcome struct {
	env   screen.Env
	form  widget.Form
	begin screen.Tickets
	busy  string // what is being made
	coded bool   // the code was typed by hand and no longer follows the name
}

var _ screen.Screen = (*Welcome)(nil)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	s := &Welcome{env: env}
	w := env.Words
	s.form = widget.Form{Title: w.Say("welcome.form"), Entries: []widget.Entry{
		widget.TextEntry("site", w.Say("welcome.site"), "", 1),
		widget.TextEntry("code", w.Say("welcome.code"), "", 1),
		widget.TextEntry("name", w.Say("welcome.me"), "", 1),
	}}
	s.hints()
	return s
}

// Init has nothing to fetch.
func (s *Welcome) Init() tea.Cmd { return nil }

// Update takes in a message.
func (s *Welcome) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Renewed:
		s.env = msg.Env
	case screen.Answer[screen.Env]:
		return s, s.begun(msg)
	case tea.KeyMsg:
		if s.busy == "" {
			return s, s.key(msg)
		}
	}
	return s, nil
}

func (s *Welcome) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := actions().Press(s.env.Keys, s, msg); took {
		return cmd
	}
	reply, changed := s.form.Update(msg, s.env.Keys)
	if changed {
		switch s.form.Focused() {
		case "site":
			if !s.coded {
				s.form.Entry("code").Input.Set(model.CodeOf(s.form.Text("site")))
			}
		case "code":
			s.coded = s.form.Text("code") != ""
		}
		s.hints()
	}
	if reply == widget.Agreed {
		return s.save()
	}
	return nil
}

func (s *Welcome) hasDemo() bool { return s.env.First != nil && s.env.First.Demo != nil }

// startDemo makes an example, and begins with it.
func (s *Welcome) startDemo() tea.Cmd {
	s.busy = "welcome.demo-busy"
	return s.start(true, s.env.First.Demo)
}

func (s *Welcome) save() tea.Cmd {
	w := s.env.Words
	site, code, me := s.form.Text("site"), strings.ToUpper(s.form.Text("code")), s.form.Text("name")
	switch {
	case site == "":
		s.form.Blame("site", w.Say("welcome.need-site"))
		return nil
	case me == "":
		s.form.Blame("name", w.Say("welcome.need-me"))
		return nil
	case s.env.First == nil || s.env.First.Create == nil:
		return nil
	}
	s.busy = "welcome.busy"
	create := s.env.First.Create
	return s.start(false, func(ctx context.Context) (*model.Session, error) { return create(ctx, site, code, me) })
}

// start makes the store in a command and reads the session that begins with it.
func (s *Welcome) start(demo bool, make func(context.Context) (*model.Session, error)) tea.Cmd {
	env := s.env
	return screen.Ask(env.Ctx, s.begin.Next(), func(ctx context.Context) (screen.Env, error) {
		session, err := make(ctx)
		if err != nil {
			return env, err
		}
		env.Demo = demo
		return env.Use(ctx, session)
	})
}

func (s *Welcome) begun(a screen.Answer[screen.Env]) tea.Cmd {
	if !s.begin.Fits(a.Ticket) {
		return nil
	}
	s.busy = ""
	if a.Err != nil {
		at := s.form.Focused()
		if strings.Contains(a.Err.Error(), "site-code") {
			at = "code"
		}
		s.form.Blame(at, s.env.Words.Error(a.Err))
		return nil
	}
	return screen.Send(screen.Started{Env: a.Value})
}

func (s *Welcome) hints() {
	w := s.env.Words
	code := strings.ToUpper(s.form.Text("code"))
	if code == "" {
		code = "ZW"
	}
	s.form.Entry("site").Hint = w.Say("welcome.site.hint")
	s.form.Entry("code").Hint = w.Say("welcome.code.hint", "code", code)
	s.form.Entry("name").Hint = w.Say("welcome.me.hint")
}

// Head leaves the line above the body to the greeting.
func (s *Welcome) Head(screen.Size) screen.Head {
	return screen.Head{Left: s.env.Theme.Strong.On(s.env.Words.Say("welcome.hello"))}
}

// Keys gives what keys do something now.
func (s *Welcome) Keys() []keys.ID { return actions().Now(s, keys.Accept, keys.Save) }

// Typing is always so: the form has the keys.
func (s *Welcome) Typing() bool { return true }

// View draws the form below two sentences.
func (s *Welcome) View(size screen.Size) string {
	th, w := s.env.Theme, s.env.Words
	width := min(size.Width-4, 84)
	lines := []string{""}
	for _, line := range cell.Wrap(w.Say("welcome.what"), width, 4) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	if size.Height-len(lines)-3 < len(s.form.Entries)+3 {
		lines = []string{""} // the questions come first
	}
	for _, line := range s.form.View(th, width, size.Height-len(lines)-3) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	if s.busy != "" {
		return strings.Join(append(lines, "  "+th.Info.On(theme.BusySign+" "+w.Say(s.busy))), "\n")
	}
	foot := w.Say("welcome.foot", "save", s.env.Keys.Label(keys.Save), "demo", s.env.Keys.Label(Demo))
	return strings.Join(append(lines, "  "+th.Faint.On(cell.Cut(foot, size.Width-4))), "\n")
}
