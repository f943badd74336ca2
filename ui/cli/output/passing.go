package output

import (
	"fmt"

	"leerbalie/ui/cli/command"
)

// Passing is a line on the terminal of somebody who waits, which the next one replaces: how far something is. Scripts get nothing. Where
// what is written is read out, nothing is replaced: a line that is worth it comes below the one before.
type Passing struct {
	run   *command.Run
	shown string
}

// NewPassing begins one; nil where nobody looks.
func NewPassing(r *command.Run) *Passing {
	if r.JSON || r.Width == 0 {
		return nil
	}
	return &Passing{run: r}
}

// Show shows a line, unless it shows already. worth says that whoever hears it wants to: the first of its kind, or another quarter.
func (p *Passing) Show(line string, worth bool) {
	switch {
	case line == p.shown || p.run.Width < 0 && !worth:
		return
	case p.run.Width < 0:
		fmt.Fprintln(p.run.Err, line)
	default:
		fmt.Fprint(p.run.Err, "\r\x1b[K"+line)
	}
	p.shown = line
}

// End takes the line away.
func (p *Passing) End() {
	if p != nil && p.shown != "" && p.run.Width > 0 {
		fmt.Fprint(p.run.Err, "\r\x1b[K")
	}
}
