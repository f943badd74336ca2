package ui

import (
	"context"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// broken is a screen that panics where it is told to.
type broken struct{ where string }

func (b broken) Init() tea.Cmd { return nil }
func (b broken) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	if _, key := msg.(tea.KeyMsg); !key {
		return b, nil
	}
	switch b.where {
	case "update":
		panic("update")
	case "command":
		return b, tea.Batch(nil, func() tea.Msg { panic("command") }, func() tea.Msg { return nil })
	case "sequence":
		return b, tea.Sequence(func() tea.Msg { return nil }, func() tea.Msg { panic("sequence") })
	}
	return b, nil
}
func (b broken) View(screen.Size) string {
	if b.where == "view" {
		panic("view")
	}
	return "x"
}
func (b broken) Said() say.Lines {
	if b.where == "said" {
		panic("said")
	}
	return say.Lines{{Text: "x"}}
}
func (b broken) Head(screen.Size) screen.Head { return screen.Head{} }
func (b broken) Keys() []keys.ID              { return nil }
func (b broken) Typing() bool                 { return false }

// drain runs a command and what comes of it, and tells whether the app was asked to end.
func drain(a *App, cmd tea.Cmd) (quit bool) {
	if cmd == nil {
		return false
	}
	msg := cmd()
	if all := screen.Several(msg); all != nil {
		for _, c := range all {
			quit = drain(a, c) || quit
		}
		return quit
	}
	switch msg := msg.(type) {
	case tea.QuitMsg:
		return true
	case nil:
	default:
		_, next := a.Update(msg)
		return drain(a, next)
	}
	return quit
}

func TestAPanicEndsTheAppInOrder(t *testing.T) {
	for _, where := range []string{"update", "command", "sequence", "view", "said"} {
		env := screen.Env{Ctx: context.Background(), Now: func() time.Time { return time.Unix(0, 0) }, Words: text.All().For("nl"), Theme: theme.Bare(), Keys: AllKeys()}
		a := NewApp(env)
		woken := make(chan tea.Msg, 1)
		a.wake = func(m tea.Msg) { woken <- m }
		a.screens[screen.Desk], a.stack = broken{where}, []screen.Name{screen.Desk}
		a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		_, cmd := a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x")})
		quit := drain(a, cmd)
		if where == "view" || where == "said" {
			a.View()
			a.Said()
			_, quit = (<-woken).(tea.QuitMsg)
		}
		crash, ok := a.failure.(*Crash)
		if !quit || !ok || crash.Value != where || len(crash.Stack) == 0 {
			t.Errorf("%s: quit %v, %v", where, quit, a.failure)
		}
		if got, said := a.View(), a.Said(); got != "" || len(said) > 0 {
			t.Errorf("%s: still shows %q and says %v", where, got, said)
		}
	}
}

func TestTheBackgroundArrivesLate(t *testing.T) {
	env := screen.Env{Ctx: context.Background(), Now: func() time.Time { return time.Unix(0, 0) }, Words: text.All().For("nl"), Theme: theme.New(theme.TrueColour, true), Keys: AllKeys()}
	a := NewApp(env)
	a.Update(backgroundMsg{dark: false})
	if !a.env.Theme.Dark {
		t.Error("the person chose dark")
	}
	a.background.auto = true
	a.Update(backgroundMsg{dark: false})
	if a.env.Theme.Dark || a.env.Theme.Depth != theme.TrueColour {
		t.Error("the light background is not taken")
	}
}
