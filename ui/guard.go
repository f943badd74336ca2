package ui

import (
	"fmt"
	"reflect"
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
		cmds := several(msg)
		for i, c := range cmds {
			cmds[i] = a.guard(c)
		}
		return msg
	}
}

// several gives the commands that a message stands for, to be altered in place: those of a batch, and of a sequence, whose type
// Bubble Tea keeps to itself.
func several(msg tea.Msg) []tea.Cmd {
	if t := reflect.TypeOf(msg); t == nil || t.Kind() != reflect.Slice || t.Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil
	}
	return reflect.ValueOf(msg).Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd)
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

// Sentence is what people are told of a crash.
func (c *Crash) Sentence(w text.Words) string { return w.Say("frame.crash") }
