package screen

import (
	"io"

	"leerbalie/ui/theme"
)

// Terminal is where a session is shown: a way in, a way out, and what is known of the other end. It is a value that nothing
// of the process stands in, so that a session can as well be at the other end of a connection.
type Terminal struct {
	// In brings keys and Out takes frames, as a terminal has them. When In ends, the session does. A file that is a terminal
	// of this machine is put in raw mode for as long as the session lasts, and tells its own size; local.Terminal gives one.
	In  io.Reader
	Out io.Writer

	Size  Size        // to begin with; zero where Out tells it
	Sizes <-chan Size // each size after that; nil where none will come

	Depth theme.Depth // how many colours it has
	Dark  bool        // its background is dark, or thought to be
	Asks  bool        // it may be asked for its background (OSC 11) and answers among the keys
}
