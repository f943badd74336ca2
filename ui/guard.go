package ui

import (
	"fmt"
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
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

func crashed(v any) *Crash { return &Crash{Value: v, Stack: debug.Stack()} }

// guard makes a command's panic a message: the terminal is put back in order and one sentence is shown.
func (a *App) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = crashMsg{crashed(v)}
			}
		}()
		msg = cmd()
		cmds := screen.Several(msg)
		for i, c := range cmds {
			cmds[i] = a.guard(c)
		}
		return msg
	}
}

// beside runs something beside the loop. A panic there ends this session as any other does, and no other session.
func (a *App) beside(do func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				a.wake(crashMsg{crashed(v)})
			}
		}()
		do()
	}()
}

// catch ends the app when Update itself breaks.
func (a *App) catch(cmd *tea.Cmd) {
	if v := recover(); v != nil {
		a.failure = crashed(v)
		*cmd = tea.Quit
	}
}

// blank ends the app when View breaks: the next message of any kind finds the failure.
func (a *App) blank(view *string) {
	if v := recover(); v != nil {
		a.failure = crashed(v)
		*view = ""
		a.beside(func() { a.wake(tea.Quit()) })
	}
}

// hush does so when Said breaks.
func (a *App) hush(said *say.Lines) {
	if v := recover(); v != nil {
		a.failure = crashed(v)
		*said = nil
		a.beside(func() { a.wake(tea.Quit()) })
	}
}

// Sentence is what people are told of a crash.
func (c *Crash) Sentence(w text.Words) string { return w.Say("frame.crash") }
