package local

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"

	"leerbalie/ui/screen"
)

// speak makes a console understand what terminals do, and a new line go down without going left.
func (d *device) speak() error {
	var mode uint32
	if err := windows.GetConsoleMode(windows.Handle(d.in.Fd()), &mode); err != nil {
		return err
	}
	if err := windows.SetConsoleMode(windows.Handle(d.in.Fd()), mode|windows.ENABLE_VIRTUAL_TERMINAL_INPUT); err != nil {
		return err
	}
	before, err := term.GetState(d.out.Fd())
	if err != nil {
		return err
	}
	if d.screen == nil {
		d.screen = before
	}
	if err := windows.GetConsoleMode(windows.Handle(d.out.Fd()), &mode); err != nil {
		return err
	}
	return windows.SetConsoleMode(windows.Handle(d.out.Fd()), mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING|windows.DISABLE_NEWLINE_AUTO_RETURN)
}

// Waits is not known of a console: Bubble Tea reads its keys.
func (d *device) Waits() bool { return false }

// Watch has nothing to tell: a console tells its size among the keys, and stops no process.
func (d *device) Watch() func(done <-chan struct{}, to screen.Owner) {
	return func(done <-chan struct{}, _ screen.Owner) { <-done }
}
