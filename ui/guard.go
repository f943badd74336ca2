package ui

import (
	"fmt"
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/text"
)

// Crash is the error of Run when the program itself broke. Nothing that was saved is lost by it. Error is for the log;
// people get the sentence that the catalogue has for it.
type Crash struct {
	Value any
	Stack []byte
}

// Error gives what went wrong, on one line.
func (c *Crash) Error() string {
	return fmt.Sprintf("the app stopped by a fault of its own: %v", c.Value)
}

type crashMsg struct{ crash *Crash }

// guard makes a command's panic a message: the terminal is put back in order and one sentence is shown.
func (a *App) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = crashMsg{&Crash{Value: v, Stack: debug.Stack()}}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = a.guard(batch[i])
			}
		}
		return msg
	}
}

// catch ends the app when Update itself breaks.
func (a *App) catch(cmd *tea.Cmd) {
	if v := recover(); v != nil {
		a.failure = &Crash{Value: v, Stack: debug.Stack()}
		*cmd = tea.Quit
	}
}

// blank ends the app when View breaks: the next message of any kind finds the failure.
func (a *App) blank(view *string) {
	if v := recover(); v != nil {
		a.failure = &Crash{Value: v, Stack: debug.Stack()}
		*view = ""
		if a.ground.wake != nil {
			go a.ground.wake(tea.Quit())
		}
	}
}

// Sentence is what people are told of a crash.
func (c *Crash) Sentence(w text.Words) string { return w.Say("frame.crash") }
