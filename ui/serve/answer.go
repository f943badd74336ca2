package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

// Own is what stays with a process that attaches or has a command carried out elsewhere.
type Own struct {
	Secrets map[string]func() (string, error) // in files that were named, by the names of secrets; nil: none was
	Ask     func(ctx context.Context, sentence string) (string, error)
	Answer  func(ctx context.Context, question string) (string, error)
	Input   io.Reader
	Read    func(path string) (io.ReadCloser, error)
	Write   func(path string, over bool, write func(io.Writer) error) error
	Edit    func(text string) (string, error)
}

// answerer answers what the holder asks.
type answerer struct {
	own  Own
	ctx  context.Context
	took bool // of the standard input
}

// answer answers all that is asked over a connection, until that ends.
func (c *Connection) answer(ctx context.Context, own Own) *answerer {
	a := &answerer{own: own, ctx: ctx}
	for kind, do := range map[string]func(gossh.Channel, <-chan *gossh.Request, wanted) error{
		askChannel: a.ask, readChannel: a.read, writeChannel: a.write, editChannel: a.edit,
	} {
		asked := c.HandleChannelOpen(kind)
		beside(func() {
			for n := range asked {
				var what wanted
				if json.Unmarshal(n.ExtraData(), &what) != nil {
					_ = n.Reject(gossh.ConnectionFailed, "")
					continue
				}
				ch, requests, err := n.Accept()
				if err != nil {
					continue
				}
				beside(func() {
					defer ch.Close()
					told := verdictOf(do(ch, requests, what))
					_, _ = ch.SendRequest(verdictRequest, false, pack(told))
					_ = ch.CloseWrite()
				})
			}
		})
	}
	return a
}

func (a *answerer) ask(ch gossh.Channel, requests <-chan *gossh.Request, what wanted) error {
	beside(func() { gossh.DiscardRequests(requests) })
	given, err := io.ReadAll(io.LimitReader(ch, mostText))
	if err != nil {
		return err
	}
	answer, err := "", error(fault.New(fault.Refused, "nobody-to-ask"))
	name, file := strings.CutPrefix(what.What, askFile)
	switch {
	case file && a.own.Secrets[name] != nil:
		answer, err = a.own.Secrets[name]()
	case what.What == askSecret && a.own.Ask != nil:
		answer, err = a.own.Ask(a.ctx, string(given))
	case what.What == askAnswer && a.own.Answer != nil:
		answer, err = a.own.Answer(a.ctx, string(given))
	}
	if err == nil {
		_, err = io.WriteString(ch, answer)
	}
	return err
}

func (a *answerer) read(ch gossh.Channel, requests <-chan *gossh.Request, what wanted) error {
	beside(func() { gossh.DiscardRequests(requests) })
	if what.What == askInput {
		a.took = true
		_, err := io.Copy(ch, a.own.Input)
		return err
	}
	f, err := a.own.Read(what.Path)
	if err != nil {
		return err
	}
	_, err = io.Copy(ch, f)
	return errors.Join(err, f.Close())
}

// write makes a file of what comes, once it is said to be all.
func (a *answerer) write(ch gossh.Channel, requests <-chan *gossh.Request, what wanted) error {
	whole := make(chan bool, 1)
	beside(func() {
		defer close(whole)
		for r := range requests {
			if r.Type == verdictRequest {
				select {
				case whole <- true:
				default:
				}
			}
		}
	})
	return a.own.Write(what.Path, what.Over, func(w io.Writer) error {
		if _, err := io.Copy(w, ch); err != nil {
			return err
		}
		select {
		case all := <-whole:
			if !all {
				return gone(io.ErrUnexpectedEOF)
			}
			return nil
		case <-a.ctx.Done():
			return a.ctx.Err()
		}
	})
}

func (a *answerer) edit(ch gossh.Channel, requests <-chan *gossh.Request, _ wanted) error {
	beside(func() { gossh.DiscardRequests(requests) })
	text, err := io.ReadAll(io.LimitReader(ch, mostText))
	if err != nil {
		return err
	}
	if a.own.Edit == nil {
		return fault.New(fault.NotFound, "no-editor")
	}
	after, err := a.own.Edit(string(text))
	if err == nil {
		_, err = io.WriteString(ch, after)
	}
	return err
}
