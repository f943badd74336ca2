// Package welcome is the first start: name your service point and yourself, or look around in a demo.
package welcome

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/plain/phrase"
	"leerbalie/ui/dialog"
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
	busy  string      // what is being made
	coded bool        // the code was typed by hand and no longer follows the name
	made  *made       // while the recovery phrase is shown, the one time that it is
	width int         // of the body
	host  dialog.Host // of what is asked of who has a bundle
}

// made is what the start made.
type made struct {
	env    screen.Env
	phrase phrase.Phrase // "" for an example
}

var (
	_ screen.Screen = (*Welcome)(nil)
	_ screen.Holder = (*Welcome)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	if env.First != nil && env.First.Unseal != nil {
		return newUnseal(env)
	}
	s := &Welcome{env: env, host: dialog.Host{Env: env, Name: string(screen.Welcome)}}
	s.host.Arrived() // there is nothing to read first
	w := env.Words
	s.form = widget.Form{Title: w.Say("welcome.form"), Entries: []widget.Entry{
		widget.TextEntry("site", w.Say("welcome.site"), "", 1),
		widget.TextEntry("code", w.Say("welcome.code"), "", 1),
		widget.TextEntry("name", w.Say("welcome.me"), "", 1),
	}}
	s.hints()
	return s
}

// Released gives the keys that waited for what is asked of who has a bundle.
func (s *Welcome) Released() []tea.KeyMsg { return s.host.Released() }

// Lost tells of nothing: what the first screen asks is there at once.
func (s *Welcome) Lost() tea.Cmd { return nil }

// Init has nothing to fetch.
func (s *Welcome) Init() tea.Cmd { return nil }

// Update takes in a message.
func (s *Welcome) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	left, took := s.host.Update(msg)
	if took {
		return s, left
	}
	switch msg := msg.(type) {
	case screen.Resized:
		s.width = msg.Size.Width
	case screen.Renewed:
		s.env = msg.Env
	case screen.Answer[made]:
		return s, s.begun(msg)
	case tea.KeyMsg:
		if s.busy == "" {
			return s, s.key(msg)
		}
	}
	return s, left
}

func (s *Welcome) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := actions().Press(s.env.Keys, s, msg); took || s.made != nil {
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

func (s *Welcome) hasDemo() bool {
	return s.made == nil && s.env.First != nil && s.env.First.Demo != nil
}

func (s *Welcome) showsPhrase() bool { return s.made != nil }

// goOn leaves the phrase to the person, who has it, and begins.
func (s *Welcome) goOn() tea.Cmd {
	env := s.made.env
	s.made = nil
	return screen.Send(screen.Started{Env: env})
}

// startDemo makes an example, and begins with it.
func (s *Welcome) startDemo() tea.Cmd {
	s.busy = "welcome.demo-busy"
	demo := s.env.First.Demo
	return s.start(true, func(ctx context.Context) (*model.Session, phrase.Phrase, error) {
		session, err := demo(ctx)
		return session, "", err
	})
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
	return s.start(false, func(ctx context.Context) (*model.Session, phrase.Phrase, error) { return create(ctx, site, code, me) })
}

// start makes the store in a command and reads the session that begins with it.
func (s *Welcome) start(demo bool, begin func(context.Context) (*model.Session, phrase.Phrase, error)) tea.Cmd {
	env := s.env
	return screen.Ask(env.Ctx, s.begin.Next(), func(ctx context.Context) (m made, err error) {
		session, p, err := begin(ctx)
		if err != nil {
			return m, err
		}
		env.Demo = demo
		m.phrase = p
		m.env, err = env.Use(ctx, session)
		return m, err
	})
}

func (s *Welcome) begun(a screen.Answer[made]) tea.Cmd {
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
	s.made = &a.Value
	if s.made.phrase == "" {
		return s.goOn()
	}
	return nil
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
func (s *Welcome) Keys() []keys.ID {
	switch {
	case s.host.Open() != nil:
		return s.host.Keys()
	case s.made != nil:
		return actions().Now(s)
	}
	return actions().Now(s, keys.Accept, keys.Save)
}

// Typing is always so: the form has the keys, and nothing leads away from the phrase but having it.
func (s *Welcome) Typing() bool { return true }

// View draws the form below two sentences, and over it what is asked of who has a bundle.
func (s *Welcome) View(size screen.Size) string { return s.host.Over(s.body(size), size) }

func (s *Welcome) body(size screen.Size) string {
	th, w := s.env.Theme, s.env.Words
	width := min(size.Width-4, 84)
	if s.made != nil {
		return s.phraseView(size, width)
	}
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
	return strings.Join(append(lines, "  "+th.Faint.On(cell.Cut(s.foot(), size.Width-4))), "\n")
}

// foot says what keys do.
func (s *Welcome) foot() string {
	w, set := s.env.Words, s.env.Keys
	if s.hasOpening() {
		return w.Say("welcome.foot.bundle", "save", set.Label(keys.Save), "bundle", set.Label(Bundle), "demo", set.Label(Demo))
	}
	return w.Say("welcome.foot", "save", set.Label(keys.Save), "demo", set.Label(Demo))
}

// aboutPhrase says what the phrase is for, and how one goes on.
func (s *Welcome) aboutPhrase() (out []string) {
	for _, id := range []string{"welcome.phrase.write", "welcome.phrase.why", "welcome.phrase.once"} {
		out = append(out, s.env.Words.Say(id, "key", s.env.Keys.Label(Have)))
	}
	return out
}

// phraseView shows the recovery phrase: its words first, and then what it is for.
func (s *Welcome) phraseView(size screen.Size, width int) string {
	th, w := s.env.Theme, s.env.Words
	lines := []string{"", "  " + th.Strong.On(w.Say("welcome.phrase")), ""}
	for _, words := range s.made.phrase.Lines() {
		lines = append(lines, "      "+th.Strong.On(words))
	}
	for _, text := range s.aboutPhrase() {
		lines = append(lines, "")
		for _, line := range cell.Wrap(text, width, 4) {
			lines = append(lines, "  "+line)
		}
	}
	return strings.Join(lines[:min(len(lines), size.Height)], "\n")
}
