// Package pipe lets two stores exchange parcels over a pair of pipes, such as those of a process on another machine. A pipe is no stick:
// each side hears at once what became of what it sent, so that one exchange goes all the way there and back.
package pipe

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"sync"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/frame"
)

// An exchange is
//
//	who calls → who is called   hello
//	who is called → who calls   hello, verdict: whether it exchanges now
//	who calls → who is called   frames of a parcel
//	who is called → who calls   verdict, and, where that is none, another: whether it answers; then frames of a parcel, which holds what
//	                            is there now
//	who calls → who is called   verdict, and, where that is none, what is there now as a word
//	hello      "leerbalie pipe\n" ‖ version (1 byte) ‖ replica
//	verdict    length (2 bytes) ‖ the code of why it was refused; "" for none
//	word       length (4 bytes) ‖ word
const (
	greeting = "leerbalie pipe\n"
	version  = 1
	maxCode  = 200
	maxWord  = 4 << 20
)

// going are the exchanges that are under way in this process: of a store with another, one at a time.
var going sync.Map

// between is two stores that exchange.
type between struct {
	s     *store.Store
	other journal.Replica
}

// Exchange is one exchange of a store with another at the other end of a pipe, as a person does it. calls says which of the two begins;
// it has to be one. Errors: as replica.Pack and Receive; Refused with the code that the other side gave; Busy where the two exchange
// already; Refused where it is this store itself that answers; NotFound for a pipe that ended; those of the context, if the pipe can be closed.
func Exchange(ctx context.Context, s *store.Store, by journal.ID, rw io.ReadWriter, calls bool, p replica.Progress) (transfer.Returned, error) {
	if c, ok := rw.(io.Closer); ok {
		defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	}
	e := &exchange{ctx: ctx, s: s, by: by, rw: rw, tell: p}
	told, err := e.run(calls)
	if stopped := ctx.Err(); stopped != nil && err != nil {
		err = stopped
	}
	return told, ended(err)
}

// Refuse tells who calls that this copy does not exchange with it, and why. Errors: those of the pipe.
func Refuse(ctx context.Context, s *store.Store, rw io.ReadWriter, why error) error {
	e := &exchange{ctx: ctx, s: s, rw: rw}
	if err := e.greet(false); err != nil {
		return ended(err)
	}
	return e.judged(why)
}

// ended says that the other end is gone.
func ended(err error) error {
	var known *fault.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.ErrClosedPipe) {
		return fault.New(fault.NotFound, "pipe-ended").Because(err)
	}
	return err
}

type exchange struct {
	ctx  context.Context
	s    *store.Store
	by   journal.ID
	rw   io.ReadWriter
	tell replica.Progress
	to   replica.To
}

func (e *exchange) run(calls bool) (told transfer.Returned, err error) {
	if err := e.greet(calls); err != nil {
		return told, err
	}
	pair := between{e.s, e.to.Replica}
	_, busy := going.LoadOrStore(pair, true)
	if !busy {
		defer going.Delete(pair)
	}
	if !calls {
		return e.called(busy)
	}
	if busy {
		return told, fault.New(fault.Busy, "pipe-busy")
	}
	if err := e.verdict(); err != nil { // whether it exchanges now
		return told, err
	}
	if err := e.send(); err != nil {
		return told, err
	}
	if err := e.verdict(); err != nil {
		return told, err
	}
	if err := e.verdict(); err != nil { // whether it answers
		var why *fault.Error
		if errors.As(err, &why) && len(why.Args) == 1 && why.Args[0].Value == transfer.NotAdmitted {
			told.Unanswered, err = fault.New(fault.NotFound, transfer.NotAdmitted), nil
		}
		return told, err
	}
	if told, err = e.receive(); err != nil {
		return told, err
	}
	word, err := replica.Word(e.ctx, e.s, e.to)
	if err != nil {
		return told, err
	}
	_, err = e.rw.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(word))), word...))
	return told, err
}

// called is the exchange of who is called.
func (e *exchange) called(busy bool) (told transfer.Returned, err error) {
	if busy {
		err = fault.New(fault.Busy, "pipe-busy")
	}
	if err = e.judged(err); err != nil {
		return told, err
	}
	if told, err = e.receive(); err != nil {
		return told, err
	}
	st, err := trust.Read(e.ctx, e.s)
	if err != nil {
		return told, err
	}
	if _, known := st.Replica(e.to.Replica); !known && !st.CentreIs(e.to.Replica) { // it waits to be let in: nobody can be answered
		told.Unanswered = fault.New(fault.NotFound, transfer.NotAdmitted)
		_ = e.judged(told.Unanswered) // the other side hears of it the next time as well
		return told, nil
	}
	if err = e.judged(nil); err != nil {
		return told, err
	}
	return told, errors.Join(e.send(), e.hear(&told))
}

// judged tells the other side what became of something: the code of an error that has one. It gives back the error.
func (e *exchange) judged(err error) error {
	var why *fault.Error
	code := ""
	if errors.As(err, &why) {
		code = why.Msg[:min(len(why.Msg), maxCode)]
	} else if err != nil {
		return err
	}
	_, failed := e.rw.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(code))), code...))
	return errors.Join(err, failed)
}

// greet tells who is here, and learns who is there. Whoever is called answers one of another version as well, so that both know.
func (e *exchange) greet(calls bool) error {
	own := e.s.Replica()
	hello := append(append([]byte(greeting), version), own[:]...)
	if calls {
		if _, err := e.rw.Write(hello); err != nil {
			return err
		}
	}
	theirs := make([]byte, len(hello))
	if _, err := io.ReadFull(e.rw, theirs); err != nil {
		return err
	}
	at := len(greeting)
	if string(theirs[:at]) != greeting {
		return fault.New(fault.Invalid, "pipe-other")
	}
	if !calls {
		if _, err := e.rw.Write(hello); err != nil {
			return err
		}
	}
	copy(e.to.Replica[:], theirs[at+1:])
	switch {
	case theirs[at] > version:
		return fault.New(fault.Newer, "pipe-newer")
	case theirs[at] < version:
		return fault.New(fault.Refused, "pipe-older")
	case e.to.Replica == own:
		return fault.New(fault.Refused, "pipe-self")
	}
	return nil
}

func (e *exchange) send() error {
	w := frame.NewWriter(e.rw)
	_, err := replica.Pack(e.ctx, e.s, e.to, w, e.tell)
	if err != nil {
		return err
	}
	return w.End()
}

// receive takes a parcel in, and says what became of it.
func (e *exchange) receive() (told transfer.Returned, err error) {
	open, drop, err := bundle.Spool(frame.NewReader(e.rw, nil, false))
	if err != nil {
		return told, err
	}
	told, err = replica.Receive(e.ctx, e.s, e.by, open, e.tell)
	err = e.judged(err)
	return told, errors.Join(err, drop())
}

// verdict hears what became of the parcel that was sent. Errors: Refused, with the code that was given.
func (e *exchange) verdict() error {
	var size [2]byte
	if _, err := io.ReadFull(e.rw, size[:]); err != nil {
		return err
	}
	code := make([]byte, min(int(binary.BigEndian.Uint16(size[:])), maxCode))
	if _, err := io.ReadFull(e.rw, code); err != nil {
		return err
	}
	if bytes.ContainsFunc(code, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }) {
		return frame.ErrDamaged // no code is written so
	}
	if string(code) == "pipe-busy" {
		return fault.New(fault.Busy, "pipe-busy")
	}
	if len(code) > 0 {
		return fault.New(fault.Refused, "pipe-refused", "because", string(code))
	}
	return nil
}

// hear hears what became of the parcel that was sent back, and what the other side holds now.
func (e *exchange) hear(told *transfer.Returned) error {
	if err := e.verdict(); err != nil {
		return err
	}
	var size [4]byte
	if _, err := io.ReadFull(e.rw, size[:]); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(size[:])
	if n > maxWord {
		return frame.ErrDamaged
	}
	word := make([]byte, n)
	if _, err := io.ReadFull(e.rw, word); err != nil {
		return err
	}
	more, err := replica.Heard(e.ctx, e.s, word)
	told.Acknowledged += more
	return err
}
