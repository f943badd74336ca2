package local

import (
	"io"

	"github.com/charmbracelet/x/ansi"

	"leerbalie/model/fault"
)

// maxClip is the most that goes to the clipboard, in bytes: what xterm takes in one sequence, which is among the least.
const maxClip = 48 << 10

// screenLimit is the longest piece that screen hands on, in bytes.
const screenLimit = 700

// Clipboard gives the power that asks the terminal to put a text on the clipboard (OSC 52), which also works from another
// machine. passOn is for a session inside the program screen, which has to be told to hand it on. A terminal that does not know the
// sequence ignores it, and cannot be asked; whoever copies also shows what was copied. Errors: Invalid for a text that is
// too long, and those of the terminal.
func Clipboard(out io.Writer, passOn bool) func(text string) error {
	return func(text string) error {
		if len(text) > maxClip {
			return fault.New(fault.Invalid, "text-long", "bytes", len(text), "limit", maxClip)
		}
		seq := ansi.SetSystemClipboard(text)
		if passOn {
			seq = ansi.ScreenPassthrough(seq, screenLimit)
		}
		_, err := io.WriteString(out, seq) // one write, so that it stands between two frames and not in one
		return err
	}
}
