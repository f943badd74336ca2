package screen

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
)

// Tickets numbers the questions of one kind that a screen asks. Only the answer to the last question counts.
type Tickets struct{ last uint64 }

// Ticket goes with a question and comes back with its answer.
type Ticket struct {
	from   *Tickets
	number uint64
}

// Next numbers a new question; answers to earlier ones are late from now on.
func (t *Tickets) Next() Ticket {
	t.last++
	return Ticket{from: t, number: t.last}
}

// Drop makes every answer that is still under way late.
func (t *Tickets) Drop() { t.last++ }

// Fits reports whether an answer belongs to the last question of this kind.
func (t *Tickets) Fits(ticket Ticket) bool { return ticket.from == t && ticket.number == t.last }

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

// Elapsed says that a moment has passed since its question was asked: nothing else was asked in the meantime if it fits.
type Elapsed struct{ Ticket Ticket }
