// Package pipe lets two stores exchange parcels over a pair of pipes, such as those of a process on another machine. A pipe is no stick:
// each side hears at once what became of what it sent, so that one exchange goes all the way there and back.
package pipe

import (
	"context"
	"encoding/binary"
	"errors"
	"io"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/frame"
)

// An exchange is
//
//	who calls → who is called   hello
//	who is called → who calls   hello
//	who calls → who is called   frames of a parcel
//	who is called → who calls   verdict, and, where that is none, frames of a parcel, which holds what is there now
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

// Exchange is one exchange of a store with another at the other end of a pipe, as a person does it. calls says which of the two begins;
// it has to be one. Errors: as replica.Pack and Receive; Refused with the code that the other side gave; NotFound for a pipe that
// ended; those of the context, if the pipe can be closed.
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
	if !calls {
		if told, err = e.receive(); err != nil {
			return told, err
		}
		return told, errors.Join(e.send(), e.hear(&told))
	}
	if err := e.send(); err != nil {
		return told, err
	}
	if err := e.verdict(); err != nil {
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

// greet tells who is here, and learns who is there.
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
	switch {
	case string(theirs[:at]) != greeting:
		return fault.New(fault.Invalid, "pipe-other")
	case theirs[at] > version:
		return fault.New(fault.Newer, "pipe-newer")
	}
	copy(e.to.Replica[:], theirs[at+1:])
	if !calls {
		_, err := e.rw.Write(hello)
		return err
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
	var why *fault.Error
	code := ""
	if errors.As(err, &why) {
		code = why.Msg[:min(len(why.Msg), maxCode)]
	}
	if err == nil || why != nil {
		_, failed := e.rw.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(code))), code...))
		err = errors.Join(err, failed)
	}
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
	if len(code) > 0 {
		return fault.New(fault.Refused, "pipe-refused", "code", string(code))
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
