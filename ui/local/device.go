package local

import (
	"errors"
	"os"
	"sync"

	"github.com/charmbracelet/x/term"

	"leerbalie/ui/screen"
)

// Device gives a terminal of this process, of which the two files are the keyboard and the screen.
func Device(in, out *os.File) screen.Device { return &device{in: in, out: out} }

// device is a terminal of this process.
type device struct {
	in, out *os.File

	mu             sync.Mutex
	before, screen *term.State // as keyboard and screen were before the first Raw; nil until then
}

// Raw makes keys come one by one.
func (d *device) Raw() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	before, err := term.MakeRaw(d.in.Fd())
	if err != nil {
		return err
	}
	if d.before == nil {
		d.before = before
	}
	return d.speak()
}

// Restore makes it as it was before the first Raw.
func (d *device) Restore() (err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.before != nil {
		err = term.Restore(d.in.Fd(), d.before)
	}
	if d.screen != nil {
		err = errors.Join(err, term.Restore(d.out.Fd(), d.screen))
	}
	return err
}

// Size is how many columns and rows the window has.
func (d *device) Size() (screen.Size, error) {
	width, height, err := term.GetSize(d.out.Fd())
	return screen.Size{Width: width, Height: height}, err
}
