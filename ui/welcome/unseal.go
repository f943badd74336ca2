package welcome

import (
	"context"
	"errors"
	"math"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Unseal asks for the passphrase of a sealed store, before anything of it is shown.
type Unseal struct {
	env    screen.Env
	typed  widget.Secret
	tries  screen.Tickets
	busy   bool
	wrong  string    // what was not right
	away   string    // why nothing is here to open any more, whatever is typed
	failed int       // how often it was not, since one had to wait
	until  time.Time // when it can be tried again
}

// How often one may be wrong before one has to wait, and how long.
const (
	freeTries = 3
	makesWait = 30 * time.Second
)

var _ screen.Screen = (*Unseal)(nil)

func newUnseal(env screen.Env) *Unseal {
	return &Unseal{env: env, typed: widget.Secret{Words: true}}
}

// Init has nothing to fetch.
func (s *Unseal) Init() tea.Cmd { return nil }

// opened is the session of a store that was opened.
type opened struct {
	env    screen.Env
	hasPIN bool
}

// Update takes in a message.
func (s *Unseal) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Renewed:
		s.env = msg.Env
	case screen.Answer[opened]:
		if s.tries.Fits(msg.Ticket) {
			return s, s.took(msg)
		}
	case tea.KeyMsg:
		switch {
		case s.busy, s.away != "":
		case s.env.Keys.Is(msg, keys.Accept), s.env.Keys.Is(msg, keys.Save):
			return s, s.try()
		default:
			if s.typed.Update(msg) {
				s.wrong = ""
			}
		}
	}
	return s, nil
}

// try opens the store in a command.
func (s *Unseal) try() tea.Cmd {
	w := s.env.Words
	if wait := s.until.Sub(s.env.Now()); wait > 0 {
		s.wrong = w.Say("unseal.wait", "seconds", int(math.Ceil(wait.Seconds())))
		return nil
	}
	text := s.typed.Text()
	if strings.TrimSpace(text) == "" {
		s.wrong = w.Say("unseal.need")
		return nil
	}
	s.busy, s.wrong = true, ""
	env := s.env
	return screen.Ask(env.Ctx, s.tries.Next(), func(ctx context.Context) (o opened, err error) {
		session, err := env.First.Unseal(ctx, text)
		if err != nil {
			return o, err
		}
		if o.env, err = env.Use(ctx, session); err != nil {
			return o, err
		}
		o.hasPIN, err = session.HasPIN(ctx, o.env.User.ID)
		return o, err
	})
}

func (s *Unseal) took(a screen.Answer[opened]) tea.Cmd {
	s.busy = false
	s.typed.Clear()
	if a.Err == nil {
		return screen.Send(screen.Started{Env: a.Value.env, Locked: a.Value.hasPIN})
	}
	var known *fault.Error
	if errors.As(a.Err, &known) && known.Msg == "holder-put-away" { // the passphrase was right
		s.away = s.env.Words.Error(a.Err)
		return nil
	}
	s.wrong = s.env.Words.Error(a.Err)
	if fault.KindOf(a.Err) != fault.Refused {
		return nil
	}
	if s.failed++; s.failed == freeTries {
		s.failed, s.until = 0, s.env.Now().Add(makesWait)
		s.wrong = s.env.Words.Say("unseal.wait", "seconds", int(makesWait.Seconds()))
	}
	return nil
}

// Head leaves the line above the body to what this is.
func (s *Unseal) Head(screen.Size) screen.Head {
	if s.away != "" {
		return screen.Head{Left: s.env.Theme.Strong.On(s.env.Words.Say("unseal.away"))}
	}
	return screen.Head{Left: s.env.Theme.Strong.On(s.env.Words.Say("unseal.hello"))}
}

// Keys gives what keys do something now.
func (s *Unseal) Keys() []keys.ID {
	if s.away != "" {
		return nil
	}
	return []keys.ID{keys.Accept}
}

// Typing is always so.
func (s *Unseal) Typing() bool { return true }

// View draws the field below what it is for.
func (s *Unseal) View(size screen.Size) string {
	th, w := s.env.Theme, s.env.Words
	width := min(size.Width-4, 84)
	lines := []string{""}
	if s.away != "" {
		for _, text := range []string{s.away, w.Say("unseal.away.right")} {
			for _, line := range cell.Wrap(text, width, 6) {
				lines = append(lines, "  "+line)
			}
			lines = append(lines, "")
		}
		return strings.Join(append(lines, "  "+th.Faint.On(cell.Cut(w.Say("unseal.away.foot"), width))), "\n")
	}
	for _, line := range cell.Wrap(w.Say("unseal.what"), width, 6) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "", "  "+w.Say("unseal.passphrase")+"  "+s.typed.View(th, !s.busy), "  "+th.Faint.On(cell.Cut(w.Say("unseal.hint"), width)), "")
	switch {
	case s.busy:
		lines = append(lines, "  "+th.Info.On(theme.BusySign+" "+w.Say("unseal.busy")))
	case s.wrong != "":
		sign := theme.WarnSign
		for _, line := range cell.Wrap(s.wrong, width-2, 3) {
			lines = append(lines, "  "+th.Now.On(sign+" "+line))
			sign = cell.Space(cell.Width(sign))
		}
	default:
		lines = append(lines, "  "+th.Faint.On(cell.Cut(w.Say("unseal.foot"), width)))
	}
	return strings.Join(lines[:min(len(lines), size.Height)], "\n")
}
