package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind tells a program what sort of failure it met, so that it can choose what to do next.
type Kind uint8

// The kinds of error. Internal is the zero value: whatever nobody classified is ours to mend.
const (
	Internal Kind = iota // a fault of the program
	Invalid              // what was given is not acceptable as it stands
	NotFound             // what was named does not exist, or not for this session
	Refused              // the rules or the clearance forbid it
	Conflict             // somebody else changed it in the meantime
	Busy                 // another process or session holds it
	Newer                // made by a newer version of the program
	Damaged              // the data on disk are not what was written
	ReadOnly             // it can be read but not written
	Full                 // no room left to write
)

// Error is a failure with a kind for the program and a sentence for the person.
// Msg is the code of the sentence, which the word lists of the screens hold in every language; Args fill its gaps.
type Error struct {
	Kind Kind
	Msg  string
	Args []Arg
	Err  error // the cause, for the log; may be nil
}

// Arg is a named gap in a sentence and what fills it.
type Arg struct {
	Name  string
	Value any
}

// New makes an Error; the pairs are names and values of the sentence's gaps.
func New(kind Kind, msg string, pairs ...any) *Error {
	e := &Error{Kind: kind, Msg: msg}
	for i := 0; i+1 < len(pairs); i += 2 {
		name, _ := pairs[i].(string)
		e.Args = append(e.Args, Arg{Name: name, Value: pairs[i+1]})
	}
	return e
}

// Because adds the cause to an error and returns it.
func (e *Error) Because(cause error) *Error {
	e.Err = cause
	return e
}

// Error is the form for logs and tests; people read the sentence that the code names.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Msg)
	for _, a := range e.Args {
		fmt.Fprintf(&b, " %s=%v", a.Name, a.Value)
	}
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of an error, Internal for one that has none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
