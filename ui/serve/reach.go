package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui/local"
	"leerbalie/ui/screen"
)

// Caller is who called from this machine, as the holder knows it: what is the caller's own is asked for over the connection.
type Caller struct {
	ctx  context.Context // of the session or the command
	conn *gossh.ServerConn
	call call

	mu   sync.Mutex
	said map[string]string // paths in full → as the caller said them
}

// As is who acts, as the caller says; "" is whoever acted last, or who sat there before the holder changed.
func (c *Caller) As() string {
	if c.call.Place != nil {
		return c.call.Place.Who.String()
	}
	return c.call.As
}

// Path is a path as the caller means it: from the caller's current folder.
func (c *Caller) Path(path string) string {
	if path == "" || filepath.IsAbs(path) || c.call.Folder == "" {
		return path
	}
	whole := filepath.Join(c.call.Folder, path)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.said == nil {
		c.said = map[string]string{}
	}
	c.said[whole] = path
	return whole
}

// Said is a path that Path gave as the caller said it.
func (c *Caller) Said(path string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if said, ok := c.said[path]; ok {
		return said
	}
	return path
}

// Typed is Path for what somebody typed in the app, where ~ is the person's own folder.
func (c *Caller) Typed(home, path string) string { return c.Path(local.Expand(home, path)) }

// asking is a question to a caller that is under way.
type asking struct {
	gossh.Channel
	verdict chan verdict
}

// ask opens a channel to the caller. The end of the context ends it.
func (c *Caller) ask(ctx context.Context, kind string, what wanted) (*asking, error) {
	ch, requests, err := c.conn.OpenChannel(kind, pack(what))
	if err != nil {
		return nil, gone(err)
	}
	a := &asking{ch, make(chan verdict, 1)}
	stop := context.AfterFunc(ctx, func() { _ = ch.Close() })
	beside(func() {
		defer stop()
		defer close(a.verdict)
		for r := range requests {
			var v verdict
			if r.Type == verdictRequest && json.Unmarshal(r.Payload, &v) == nil {
				select {
				case a.verdict <- v:
				default:
				}
			}
		}
	})
	return a, nil
}

// end waits for how it went at the other end.
func (a *asking) end(ctx context.Context) error {
	v, ok := <-a.verdict
	_ = a.Close()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case !ok:
		return gone(io.ErrUnexpectedEOF)
	}
	return v.err()
}

// gone is the error for a caller that is gone.
func gone(err error) error { return fault.New(fault.NotFound, "caller-gone").Because(err) }

// text asks for a line, or a text.
func (c *Caller) text(ctx context.Context, kind string, what wanted, given string) (string, error) {
	a, err := c.ask(ctx, kind, what)
	if err != nil {
		return "", err
	}
	_, err = io.WriteString(a, given)
	err = errors.Join(err, a.CloseWrite())
	answer, failed := io.ReadAll(io.LimitReader(a, mostText))
	if told := a.end(ctx); told != nil {
		return "", told
	}
	return string(answer), errors.Join(err, failed)
}

// mostText bounds an answer, in bytes.
const mostText = 4 << 20

// What can be asked of a caller's person or of the files that were named for secrets.
const (
	askSecret = "secret"
	askAnswer = "answer"
	askFile   = "file " // of a secret, by its name
	askInput  = "input" // the standard input
)

// Secret gives what is in the file that was named for a secret at the caller's; nil where none was.
func (c *Caller) Secret(name string) func() (string, error) {
	if !slices.Contains(c.call.Secrets, name) {
		return nil
	}
	return func() (string, error) { return c.text(c.ctx, askChannel, wanted{What: askFile + name}, "") }
}

// AskSecret asks a person for a secret; nil where the caller has nobody to ask.
func (c *Caller) AskSecret() func(ctx context.Context, sentence string) (string, error) {
	if !c.call.CanAsk {
		return nil
	}
	return func(ctx context.Context, sentence string) (string, error) {
		return c.text(ctx, askChannel, wanted{What: askSecret}, sentence)
	}
}

// Answer asks a person something; nil where the caller has nobody to ask.
func (c *Caller) Answer() func(ctx context.Context, question string) (string, error) {
	if !c.call.CanAnswer {
		return nil
	}
	return func(ctx context.Context, question string) (string, error) {
		return c.text(ctx, askChannel, wanted{What: askAnswer}, question)
	}
}

// Edit opens a text in the caller's own program; nil where there is none.
func (c *Caller) Edit() screen.Edit {
	if !c.call.Editor {
		return nil
	}
	return func(text string, done func(string, error) tea.Msg) tea.Cmd {
		return tea.Sequence(func() tea.Msg {
			after, err := c.text(c.ctx, editChannel, wanted{}, text)
			if err != nil {
				after = text
			}
			return done(after, err)
		}, func() tea.Msg { return screen.Redraw{} })
	}
}

// Read opens a file of the caller. Errors: those of the caller's disk.
func (c *Caller) Read(path string) (io.ReadCloser, error) {
	return c.read(wanted{Path: path})
}

func (c *Caller) read(what wanted) (*reading, error) {
	a, err := c.ask(c.ctx, readChannel, what)
	if err != nil {
		return nil, err
	}
	first := make([]byte, 1) // the first byte, or the verdict where there is none
	n, err := io.ReadFull(a, first)
	r := &reading{asking: a, ctx: c.ctx, first: first[:n], ended: err != nil}
	if r.ended {
		if told := a.end(c.ctx); told != nil {
			return nil, told
		}
	}
	return r, nil
}

// Input is the caller's standard input, of which nothing is taken before somebody reads.
func (c *Caller) Input() io.Reader { return &input{c: c} }

type input struct {
	c    *Caller
	from *reading
}

// Read reads on in the caller's standard input.
func (i *input) Read(p []byte) (_ int, err error) {
	if i.from == nil {
		if i.from, err = i.c.read(wanted{What: askInput}); err != nil {
			i.from = nil
			return 0, err
		}
	}
	return i.from.Read(p)
}

// reading is a file of the caller that is read.
type reading struct {
	*asking
	ctx   context.Context
	first []byte
	ended bool
}

// Read reads on; where the file could not be read to its end it says why.
func (r *reading) Read(p []byte) (int, error) {
	if len(r.first) > 0 {
		n := copy(p, r.first)
		r.first = r.first[n:]
		return n, nil
	}
	if r.ended {
		return 0, io.EOF
	}
	n, err := r.asking.Read(p)
	if err == io.EOF {
		r.ended = true
		if told := r.end(r.ctx); told != nil && n == 0 {
			return 0, told
		}
	}
	return n, err
}

// Write makes a file at the caller's that is there whole or not at all; see command.Powers.
func (c *Caller) Write(path string, over bool, write func(io.Writer) error) error {
	ctx := c.ctx
	a, err := c.ask(ctx, writeChannel, wanted{Path: path, Over: over})
	if err != nil {
		return err
	}
	if err := write(a); err != nil {
		_ = a.Close() // without its end nothing is made of it
		if told, ok := <-a.verdict; ok && told.err() != nil {
			return told.err()
		}
		return err
	}
	// The end is said apart from the closing: a connection that breaks off makes no file.
	if _, err := a.SendRequest(verdictRequest, false, pack(verdict{})); err != nil {
		return gone(err)
	}
	if err := a.CloseWrite(); err != nil && !errors.Is(err, io.EOF) {
		return gone(err)
	}
	return a.end(ctx)
}
