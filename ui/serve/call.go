package serve

import (
	"context"
	"io"

	gossh "golang.org/x/crypto/ssh"
)

// Run carries out a command at the holder, with the streams and files of this process, and gives its exit status. The end of the
// context interrupts it. lost tells that the holder went away before it was done; took, that some of the standard input was read by then.
// Errors: those of writing to out.
func (c *Connection) Run(ctx context.Context, start call, out, errs io.Writer, own Own) (status int, lost, took bool, err error) {
	a := c.answer(ctx, own)
	ch, requests, err := c.OpenChannel("session", nil)
	if err != nil {
		return 0, true, false, nil
	}
	defer ch.Close()
	payload := gossh.Marshal(&struct{ Value string }{string(pack(start))})
	if ok, err := ch.SendRequest("exec", true, payload); err != nil || !ok {
		return 0, true, false, nil
	}
	defer context.AfterFunc(ctx, func() {
		_, _ = ch.SendRequest("signal", false, gossh.Marshal(&struct{ Name string }{"INT"}))
	})()
	var unwritten error
	printed := make(chan struct{}, 2)
	for _, s := range []struct {
		to   io.Writer
		from io.Reader
		fail *error
	}{{out, ch, &unwritten}, {errs, ch.Stderr(), new(error)}} {
		beside(func() {
			to := &heeded{to: s.to}
			if _, err := io.Copy(to, s.from); err != nil {
				_ = ch.Close() // whoever read it reads no longer
			}
			*s.fail = to.failed
			printed <- struct{}{}
		})
	}
	lost = true
	for r := range requests {
		if r.Type == "exit-status" {
			var told struct{ Status uint32 }
			if gossh.Unmarshal(r.Payload, &told) == nil {
				status, lost = int(told.Status), false
			}
		}
		if r.WantReply {
			_ = r.Reply(false, nil)
		}
	}
	<-printed
	<-printed
	return status, lost, a.took, unwritten
}

// heeded is an output that knows why it takes no more: a copy of a stream cannot tell that from the end of the stream.
type heeded struct {
	to     io.Writer
	failed error
}

// Write writes on.
func (h *heeded) Write(p []byte) (int, error) {
	n, err := h.to.Write(p)
	if err != nil {
		h.failed = err
	}
	return n, err
}
