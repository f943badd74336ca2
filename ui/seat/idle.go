package seat

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// Touch notes that a key was pressed.
func (s *Seat) Touch(now time.Time) { s.last = now }

// Arm begins to count the minutes without a key after which the screen is locked; without a number of minutes it stops.
func (s *Seat) Arm(env screen.Env) tea.Cmd {
	s.idle.Drop()
	if env.Machine.Lock <= 0 || env.Session == nil {
		return nil
	}
	s.last = env.Now()
	return s.next(env)
}

// next waits until the lock is due if no key comes.
func (s *Seat) next(env screen.Env) tea.Cmd {
	due := s.last.Add(time.Duration(env.Machine.Lock) * time.Minute)
	return env.After(max(due.Sub(env.Now()), time.Second), screen.Elapsed{Ticket: s.idle.Next()})
}

// rested locks when it is time, and goes on waiting otherwise.
func (s *Seat) rested(env screen.Env) tea.Cmd {
	if env.Machine.Lock <= 0 {
		return nil
	}
	due := !env.Now().Before(s.last.Add(time.Duration(env.Machine.Lock) * time.Minute))
	if !due || s.Covered() {
		if s.Covered() {
			s.last = env.Now()
		}
		return s.next(env)
	}
	s.last = env.Now()
	return tea.Batch(screen.Send(Lock{}), s.next(env))
}
