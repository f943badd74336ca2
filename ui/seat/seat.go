// Package seat is who sits at the desk of a shared computer: the chooser that lets somebody else sit down, the PIN, and the
// cover that hides everything while the screen is locked.
//
// It is no screen: the root asks it first. While Busy, keys are for the seat; while Covered, nothing else is drawn.
package seat

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// stage is what the seat asks now.
type stage uint8

const (
	quiet    stage = iota // nothing
	covered               // the screen is locked: who sits here comes back
	choosing              // who sits down
	asking                // the PIN of whoever sits down
	waiting               // an answer is under way; keys wait for it
)

// Seat is the state. The zero value is a free seat.
type Seat struct {
	stage  stage
	back   stage // where Esc goes from choosing and asking; covered while the screen is locked
	who    model.Person
	picker widget.Picker
	people map[string]model.Person
	secret widget.Secret
	fault  string
	until  time.Time // a try before this is too early
	hasPIN bool      // whether who comes back has a PIN
	from   stage     // what is shown while a PIN is looked at

	ask, clock screen.Tickets
	last       time.Time // the last key
	idle       screen.Tickets
	held       []tea.KeyMsg
}

// Lock asks the root to lock the screen.
type Lock struct{}

// Sit asks the root to let a person sit down whose PIN, if any, was right.
type Sit struct{ Who journal.ID }

// Busy reports whether keys are for the seat.
func (s *Seat) Busy() bool { return s.stage != quiet }

// Covered reports whether nothing but the seat may be seen.
func (s *Seat) Covered() bool { return s.stage != quiet && (s.stage == covered || s.back == covered) }

// Resume says that whoever sat here is back, and hands the root the keys that were pressed while the seat looked at a PIN.
type Resume struct{ Keys []tea.KeyMsg }

// entry is what the seat has to know of a person before it asks.
type entry struct {
	who    model.Person
	hasPIN bool
	tries  model.PINTry
}

func look(ctx context.Context, session *model.Session, who model.Person, now time.Time) (e entry, err error) {
	e.who = who
	if e.hasPIN, err = session.HasPIN(ctx, who.ID); err == nil && e.hasPIN {
		e.tries, err = session.PINWait(ctx, who.ID, now)
	}
	return e, err
}

// Cover locks the screen: whoever sits here, or somebody else, has to come back.
func (s *Seat) Cover(env screen.Env) tea.Cmd {
	s.stage, s.back, s.held, s.fault, s.until = waiting, covered, nil, "", time.Time{}
	s.secret.Clear()
	return s.comeBack(env)
}

// comeBack looks whether the person who sits here has a PIN, and asks for it.
func (s *Seat) comeBack(env screen.Env) tea.Cmd {
	me, session, now := env.User, env.Session, env.Now()
	s.stage = waiting
	return screen.Ask(env.Ctx, s.ask.Next(), func(ctx context.Context) (entry, error) { return look(ctx, session, me, now) })
}

// Choose opens the chooser.
func (s *Seat) Choose(env screen.Env) tea.Cmd {
	if env.Session.Fixed() {
		return screen.Say(screen.Fault, env.Words.Error(fault.New(fault.Refused, "seat-fixed", "name", env.User.Name)))
	}
	s.stage, s.held = waiting, nil
	s.picker = widget.Picker{Title: env.Words.Say("seat.choose"), Empty: env.Words.Say("pick.none"), Hint: env.Words.Say("pick.hint")}
	return screen.Ask(env.Ctx, s.ask.Next(), env.Session.People)
}

// Leave frees the seat after somebody sat down, and gives the keys that waited for it.
func (s *Seat) Leave() []tea.KeyMsg {
	held := s.held
	s.free()
	return held
}

func (s *Seat) free() {
	s.stage, s.back, s.from, s.fault, s.held = quiet, quiet, quiet, "", nil
	s.secret.Clear()
	s.clock.Drop()
}

// Take takes in a message that may be the seat's; mine says whether it was.
func (s *Seat) Take(env screen.Env, msg tea.Msg) (cmd tea.Cmd, mine bool) {
	switch msg := msg.(type) {
	case screen.Answer[entry]:
		if s.ask.Fits(msg.Ticket) {
			return s.know(env, msg), true
		}
	case screen.Answer[[]model.Person]:
		if s.ask.Fits(msg.Ticket) {
			return s.list(env, msg), true
		}
	case screen.Answer[model.PINTry]:
		if s.ask.Fits(msg.Ticket) {
			return s.tried(env, msg), true
		}
	case screen.Elapsed:
		switch {
		case s.clock.Fits(msg.Ticket):
			return s.count(env), true
		case s.idle.Fits(msg.Ticket):
			return s.rested(env), true
		}
	}
	return nil, false
}

// know shows the cover, or lets somebody sit down who has no PIN.
func (s *Seat) know(env screen.Env, a screen.Answer[entry]) tea.Cmd {
	e := a.Value
	locked := s.back == covered
	s.who, s.hasPIN = e.who, e.hasPIN
	s.until, s.fault = env.Now().Add(e.tries.Wait), ""
	switch {
	case a.Err != nil:
		s.stage, s.fault = covered, env.Words.Error(a.Err)
		s.who, s.hasPIN = env.User, true // what cannot be looked up stays shut
		if !locked {
			s.free()
			return screen.Say(screen.Fault, env.Words.Error(a.Err))
		}
	case e.who.ID == env.User.ID && locked:
		s.stage = covered
	case e.hasPIN:
		s.stage = asking
	default:
		return screen.Send(Sit{e.who.ID})
	}
	return tea.Batch(s.count(env), s.replay(env))
}

// list fills the chooser.
func (s *Seat) list(env screen.Env, a screen.Answer[[]model.Person]) tea.Cmd {
	if a.Err != nil {
		if s.back == covered {
			return s.comeBack(env)
		}
		s.free()
		return screen.Say(screen.Fault, env.Words.Error(a.Err))
	}
	s.stage, s.people = choosing, map[string]model.Person{}
	for _, p := range a.Value {
		if p.IsBoard() {
			continue // nobody sits down at a screen on the wall
		}
		id := p.ID.String()
		s.people[id] = p
		s.picker.Choices = append(s.picker.Choices, widget.Choice{ID: id, Label: safe(p.Name), Right: beside(env, p)})
	}
	return s.replay(env)
}

// tried opens, or says why not.
func (s *Seat) tried(env screen.Env, a screen.Answer[model.PINTry]) tea.Cmd {
	s.secret.Clear()
	s.stage, s.from = s.from, quiet
	switch {
	case a.Err != nil:
		s.fault = env.Words.Error(a.Err)
	case a.Value.Open && s.who.ID == env.User.ID:
		return screen.Send(Resume{s.Leave()})
	case a.Value.Open:
		s.stage = waiting
		return screen.Send(Sit{s.who.ID})
	default:
		s.fault = env.Words.Say("seat.wrong")
		s.until = env.Now().Add(a.Value.Wait)
	}
	return tea.Batch(s.count(env), s.replay(env))
}

// count shows how long the next try has to wait, second by second.
func (s *Seat) count(env screen.Env) tea.Cmd {
	if !s.until.After(env.Now()) {
		s.until = time.Time{}
		return nil
	}
	return env.After(time.Second, screen.Elapsed{Ticket: s.clock.Next()})
}
