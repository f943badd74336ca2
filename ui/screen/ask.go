package screen

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
)

// Asker numbers the questions of one kind that a screen asks. Only the answer to the last question counts.
type Asker struct{ last uint64 }

// Ticket goes with a question and comes back with its answer.
type Ticket struct {
	from *Asker
	no   uint64
}

// Next numbers a new question; answers to earlier ones are late from now on.
func (a *Asker) Next() Ticket {
	a.last++
	return Ticket{from: a, no: a.last}
}

// Drop makes every answer that is still under way late.
func (a *Asker) Drop() { a.last++ }

// Fits reports whether an answer belongs to this asker's last question.
func (a *Asker) Fits(t Ticket) bool { return t.from == a && t.no == a.last }

// Answer is what a command found. Where Err is not nil Value is the zero value.
type Answer[T any] struct {
	Ticket Ticket
	Value  T
	Err    error
}

// Ask gives the command that runs a question and brings its Answer.
func Ask[T any](ctx context.Context, t Ticket, question func(context.Context) (T, error)) tea.Cmd {
	return func() tea.Msg {
		value, err := question(ctx)
		return Answer[T]{Ticket: t, Value: value, Err: err}
	}
}

// Rest says that a moment has passed since its question was asked: nothing else was asked in the meantime if it fits.
type Rest struct{ Ticket Ticket }
