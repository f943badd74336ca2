package seat

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/widget"
)

// Key does what a key means to the seat.
func (s *Seat) Key(env screen.Env, msg tea.KeyMsg) tea.Cmd {
	switch s.stage {
	case waiting:
		s.held = append(s.held, msg)
	case choosing:
		return s.chooseKey(env, msg)
	case covered, asking:
		return s.pinKey(env, msg)
	}
	return nil
}

// replay hands in the keys that waited.
func (s *Seat) replay(env screen.Env) tea.Cmd {
	held := s.held
	s.held = nil
	var cmds []tea.Cmd
	for _, key := range held {
		cmds = append(cmds, s.Key(env, key))
	}
	return tea.Batch(cmds...)
}

func (s *Seat) chooseKey(env screen.Env, msg tea.KeyMsg) tea.Cmd {
	reply, _ := s.picker.Update(msg, env.Keys)
	switch reply {
	case widget.Declined:
		if s.back == covered {
			return s.comeBack(env)
		}
		s.free()
	case widget.Agreed:
		c, _ := s.picker.Chosen()
		who, ok := s.people[c.ID]
		switch {
		case !ok:
			return nil
		case who.ID == env.User.ID && s.back != covered:
			s.free()
			return nil
		}
		session, now := env.Session, env.Now()
		s.stage = waiting
		return screen.Ask(env.Ctx, s.ask.Next(), func(ctx context.Context) (entry, error) { return look(ctx, session, who, now) })
	}
	return nil
}

func (s *Seat) pinKey(env screen.Env, msg tea.KeyMsg) tea.Cmd {
	set := env.Keys
	switch {
	case set.Is(msg, keys.NextField), s.stage == covered && set.Is(msg, keys.Switch) && msg.Type != tea.KeyRunes:
		return s.Choose(env)
	case set.Is(msg, keys.Cancel):
		if s.stage == asking {
			return s.Choose(env)
		}
		s.secret.Clear()
	case set.Is(msg, keys.Accept):
		return s.try(env)
	case !s.hasPIN:
	case s.secret.Update(msg):
		if s.until.IsZero() {
			s.fault = ""
		}
	}
	return nil
}

// try opens where there is no PIN, and tries the one that was typed where there is.
func (s *Seat) try(env screen.Env) tea.Cmd {
	switch {
	case !s.hasPIN && s.stage == covered:
		return screen.Send(Resume{s.Leave()})
	case s.until.After(env.Now()):
		s.secret.Clear()
		return nil
	case s.secret.Text() == "":
		return nil
	}
	s.from, s.stage = s.stage, waiting
	session, who, typed, now := env.Session, s.who.ID, s.secret.Text(), env.Now()
	return screen.Ask(env.Ctx, s.ask.Next(), func(ctx context.Context) (model.PINTry, error) { return pin.Try(ctx, session, who, typed, now) })
}
