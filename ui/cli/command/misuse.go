package command

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/model/plain"
)

// wrong is a call that cannot be understood: exit status 2.
type wrong struct {
	id   string
	args []any
}

func (w *wrong) Error() string { return w.id + fmt.Sprint(w.args...) }

// Misuse is the error of a call that cannot be understood: a sentence of the catalogue and its arguments.
func Misuse(id string, args ...any) error { return &wrong{id, args} }

// withoutNumbers is what was typed without the digits of citizen service numbers: no sentence shows them.
func withoutNumbers(args []any) []any {
	out := slices.Clone(args)
	for i, a := range out {
		if s, ok := a.(string); ok {
			out[i] = plain.Masked(s, plain.InWords)
		}
	}
	return out
}

// ErrSaid ends a command that has told on its own what went wrong: exit status 1.
var ErrSaid = errors.New("said already")

// Finish says what went wrong, and gives the exit status.
func (r *Run) Finish(cmd *cobra.Command, err error) int {
	switch {
	case err == nil:
		return Done
	case errors.Is(err, ErrElsewhere):
		return Elsewhere
	}
	status := r.finish(cmd, err)
	if r.Linger != nil {
		r.Tell(r.Say("cli.linger"))
		r.Linger()
	}
	return status
}

func (r *Run) finish(cmd *cobra.Command, err error) int {
	var w *wrong
	switch {
	case errors.Is(err, ErrSaid):
		return CouldNot
	case errors.As(err, &w):
		r.Tell(r.Say(w.id, withoutNumbers(w.args)...))
		if cmd != nil { // nil: it is not known which command was meant
			r.Tell(r.Say("cli.see-help", "command", cmd.CommandPath()))
		}
		return Misused
	}
	r.Tell(r.Sentence(err))
	return CouldNot
}
