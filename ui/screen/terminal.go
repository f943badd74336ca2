package screen

import (
	"io"

	"leerbalie/ui/theme"
)

// Terminal is where a session is shown: a way in, a way out, and what is known of the other end. It is a value that nothing
// of the process stands in, so that a session can as well be at the other end of a connection.
type Terminal struct {
	// In brings keys and Out takes frames, as a terminal has them. When In ends, the session does.
	In  io.Reader
	Out io.Writer

	// Device is the terminal itself where it is one of this machine: it tells its size, and is restored in every case; nil where it
	// is at the other end of a connection.
	Device Device

	Term  string      // what kind it is, as TERM has it
	Size  Size        // to begin with; zero where Device tells it
	Sizes <-chan Size // each size after that; nil where none will come

	Depth   theme.Depth // how many colours it has
	Dark    bool        // its background is dark, or thought to be
	Scrolls bool        // lines may be moved by scroll regions: it is no console of Windows, and nothing stands between
	Well    bool        // … and it is known to do that well

	Linear bool // lines are written on it one below the other, for somebody who does not see it or a line that is slow

	Asks bool // it may be asked for its background (OSC 11) and answers among the keys
}

// Device is a terminal of this machine: what its bytes alone cannot do. local.Terminal gives one.
type Device interface {
	Raw() error          // from now on keys come one by one, and nothing is echoed
	Restore() error      // as it was before the first Raw
	Size() (Size, error) // of its window
	Waits() bool         // keys wait to be read
	// Watch hears from now on what happens to the terminal from outside; tell tells it, until done is closed.
	Watch() (tell func(done <-chan struct{}, to Owner))
}

// Owner is whoever draws on a Device, and hears what happens to it.
type Owner interface {
	Lender    // also while the process is stopped
	Resized() // its window has another size
	Again()   // another program may have had it: everything is drawn anew
	Leave()   // gives it back at once: the process ends
}

// Lender lends the terminal to another program while that does something, and takes it again. The error is that of what was done.
type Lender interface {
	Lend(do func() error) error
}

// Redraw asks for all of the screen to be drawn anew.
type Redraw struct{}
