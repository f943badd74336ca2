package serve

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"io"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
)

// Elsewhere is where another process carries out what this one was asked.
type Elsewhere struct {
	Start  Start
	Own    Own
	Socket func(path string) string // where the holder of a store listens, by the name it was asked for
	conn   *Connection
}

// There looks whether another process has a store and carries out commands. Errors: command.ErrElsewhere when one does.
func (e *Elsewhere) There(path string) error {
	conn, err := Dial(e.Socket(path), e.Start.Program)
	if err != nil {
		return nil // nobody, or one that does not: who it is, is told when the store is opened
	}
	e.conn = conn
	return command.ErrElsewhere
}

// OrThere gives the error of a store that could not be opened, or command.ErrElsewhere where it is another process that has it now.
func (e *Elsewhere) OrThere(path string, err error) error {
	if fault.KindOf(err) != fault.Busy {
		return err
	}
	if there := e.There(path); there != nil {
		return there
	}
	return err
}

// letGo is how long the holder may take to let go of a store that is asked for: commands come to their end first.
const letGo = 10 * time.Second

// Ask asks the process that has a store to let go of it, and waits until it has. Nothing is to be asked where none has it, or one that
// cannot be asked: that is named when the store is opened. Errors: those of HandOver.
func (e *Elsewhere) Ask(path string, serving bool) error {
	conn, err := Dial(e.Socket(path), e.Start.Program)
	if err != nil {
		return nil
	}
	return conn.HandOver(serving, letGo)
}

// tries is how often a command is called at most: each holder after the first has to die in the middle of it.
const tries = 5

// Command carries out a command: here, by native, or at the process that has the store. Where that dies before it told how it went,
// the command is called again, and what it did is not done twice: see model.Once. It gives the exit status.
func Command(ctx context.Context, e *Elsewhere, caller command.Caller, native func(context.Context, command.Caller) int) int {
	out, errs, name := &resumed{to: caller.Out}, &resumed{to: caller.Err}, ""
	plain := caller
	for again := 0; ; again++ {
		here := ctx
		if again > 0 {
			here = model.Once(ctx, name, true)
			caller.Out, caller.Err = out, errs
		}
		status := native(here, caller)
		if status != command.Elsewhere {
			return status
		}
		if name == "" {
			name = random()
		}
		start := e.Start.call(e.Own)
		start.Once, start.Again = name, again > 0
		status, lost, took, err := e.conn.Run(ctx, start, out, errs, e.Own)
		_ = e.conn.Close()
		if err != nil { // what is not all there is never taken for all
			return cli.Fail(plain, err)
		}
		if !lost {
			return status
		}
		if took || ctx.Err() != nil || !out.restart() || !errs.restart() || again == tries {
			return cli.Fail(plain, fault.New(fault.NotFound, "holder-lost"))
		}
		pause(ctx, between)
	}
}

func random() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails, see crypto/rand
	return hex.EncodeToString(b[:])
}

// resumed is an output that can be written from its beginning again: what stands there already is not written twice.
type resumed struct {
	to      io.Writer
	printed bytes.Buffer // all of it, until that is too much
	much    bool
	skip    []byte // what comes again
}

// mostPrinted is how much of an output is kept, in bytes, so that it can come again.
const mostPrinted = 1 << 20

// Write writes what is new. Errors: Conflict where other things come than the first time.
func (r *resumed) Write(p []byte) (int, error) {
	n := min(len(p), len(r.skip))
	if !bytes.Equal(p[:n], r.skip[:n]) {
		return 0, fault.New(fault.Conflict, "holder-lost")
	}
	r.skip = r.skip[n:]
	if n == len(p) {
		return n, nil
	}
	if r.much = r.much || r.printed.Len()+len(p) > mostPrinted; !r.much {
		r.printed.Write(p[n:])
	}
	m, err := r.to.Write(p[n:])
	return n + m, err
}

// restart begins again; false where too much was written to know it again.
func (r *resumed) restart() bool {
	r.skip = bytes.Clone(r.printed.Bytes())
	return !r.much
}

// OwnOf is what stays with a process, as its caller has it; write makes a file.
func OwnOf(c command.Caller, write func(path string, over bool, write func(io.Writer) error) error) Own {
	return Own{Ask: c.Secrets.Ask, Answer: c.Answer, Input: c.In, Read: command.OpenFile, Write: write, Secrets: map[string]func() (string, error){
		SecretPIN: c.Secrets.PIN, SecretPhrase: c.Secrets.Phrase, SecretPassphrase: c.Secrets.Passphrase,
		SecretNewPassphrase: c.Secrets.NewPassphrase, SecretCode: c.Secrets.Code,
	}}
}

// Paths are paths as a caller means them.
func Paths(c *Caller, paths []string) []string {
	out := make([]string, len(paths))
	for i, path := range paths {
		out[i] = c.Path(path)
	}
	return out
}
