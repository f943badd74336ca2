package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"

	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// What the two ends say to each other beside what SSH has. Who calls is the client of the SSH connection.
//
//	session channel, shell   the app, in a terminal of the caller; exec: a command. The payload of exec is a call as JSON, and of a shell
//	                         the variable callVariable holds it
//	place (on the session)   holder → caller   where the session is, whenever that changes
//	ended (on the session)   holder → caller   why it ends, before it does; without it the holder died
//	hand-over                caller → holder   asks for the store; the holder goes away when it is closed
//	ask, read, write, edit   holder → caller   channels: what is asked for as JSON, bytes to and fro, and a verdict as JSON
const (
	protocol     = "leerbalie-1"
	callVariable = "LEERBALIE_CALL"

	placeRequest   = "place@leerbalie"
	endedRequest   = "ended@leerbalie"
	verdictRequest = "verdict@leerbalie"
	handOver       = "hand-over@leerbalie"
	aliveRequest   = "alive@leerbalie" // any answer will do
	forServing     = "serve"           // the payload of who wants the store to serve others

	askChannel   = "ask@leerbalie"
	readChannel  = "read@leerbalie"
	writeChannel = "write@leerbalie"
	editChannel  = "edit@leerbalie"
)

// call is what a caller on this machine says of itself.
type call struct {
	Args    []string `json:"args,omitempty"` // of a command
	As      string   `json:"as,omitempty"`   // of the app: who acts
	Lang    string   `json:"lang,omitempty"` // that was asked for
	Locale  string   `json:"locale,omitempty"`
	Folder  string   `json:"folder"` // the current one
	NoColor bool     `json:"no_color,omitempty"`
	Width   int      `json:"width,omitempty"`
	Once    string   `json:"once,omitempty"`  // names the call, so that what it did is not done again: see model.Once
	Again   bool     `json:"again,omitempty"` // the call was made before, and the holder died

	Terminal theme.Terminal `json:"terminal"`
	Screen   bool           `json:"screen,omitempty"` // GNU screen: how a clipboard is reached
	Editor   bool           `json:"editor,omitempty"` // there is one

	Board bool   `json:"board,omitempty"` // the board of the waiting room instead of the app
	Site  string `json:"site,omitempty"`  // … of which site

	CanAsk    bool     `json:"can_ask,omitempty"`    // secrets, on a terminal
	CanAnswer bool     `json:"can_answer,omitempty"` // questions, on a terminal
	Secrets   []string `json:"secrets,omitempty"`    // those for which a file was named

	Place *screen.Place `json:"place,omitempty"`
}

// wanted is what the holder asks of a caller.
type wanted struct {
	What string `json:"what,omitempty"`
	Path string `json:"path,omitempty"`
	Over bool   `json:"over,omitempty"`
}

// The reasons for the end of a session.
const (
	endedLeft = "left" // the person left
	endedMove = "move" // the holder goes: come back at once
	endedLent = "lent" // another process has the store for a while: come back a little later
)

// verdict is how something went at the other end: the error, as far as it can be told in the words of this end.
type verdict struct {
	Code string      `json:"code,omitempty"`
	Kind fault.Kind  `json:"kind,omitempty"`
	Args []fault.Arg `json:"args,omitempty"`
	Op   string      `json:"op,omitempty"`
	Path string      `json:"path,omitempty"`
	Text string      `json:"text,omitempty"`
}

// The codes of errors that are no fault of the program's own.
const (
	isMissing = "missing"
	isClosed  = "closed"
	isThere   = "there"
	isStopped = "stopped"
	isOther   = "other"
)

func verdictOf(err error) verdict {
	var known *fault.Error
	var file *fs.PathError
	switch {
	case err == nil:
		return verdict{}
	case errors.As(err, &known):
		return verdict{Code: "fault", Kind: known.Kind, Text: known.Msg, Args: known.Args}
	}
	v := verdict{Code: isOther, Text: err.Error()}
	if errors.As(err, &file) {
		v.Op, v.Path, v.Text = file.Op, file.Path, file.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.Code = isMissing
	case errors.Is(err, fs.ErrPermission):
		v.Code = isClosed
	case errors.Is(err, fs.ErrExist):
		v.Code = isThere
	case errors.Is(err, context.Canceled):
		v.Code = isStopped
	}
	return v
}

// err is the error that the other end had.
func (v verdict) err() error {
	var err error
	switch v.Code {
	case "":
		return nil
	case "fault":
		e := fault.New(v.Kind, v.Text)
		for _, a := range v.Args {
			if n, ok := a.Value.(float64); ok && n == math.Trunc(n) {
				a.Value = int(n) // as numbers come
			}
			e.Args = append(e.Args, a)
		}
		return e
	case isMissing:
		err = fs.ErrNotExist
	case isClosed:
		err = fs.ErrPermission
	case isThere:
		err = fs.ErrExist
	case isStopped:
		err = context.Canceled
	default:
		err = errors.New(v.Text)
	}
	if v.Path != "" {
		return &fs.PathError{Op: v.Op, Path: v.Path, Err: err}
	}
	return err
}

func pack(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("serve: %T cannot be written", v)) // its types are all plain
	}
	return b
}
