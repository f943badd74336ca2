package serve

import (
	"context"
	"errors"
	"net"
	"strings"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/publickey"
	"leerbalie/ui/text"
)

// Door lets people in over the network by their keys. Who comes is whose key it is; the user name is never looked at.
type Door struct {
	// Whose gives the person whom a key lets in. Errors: those of model.WhoseKey.
	Whose func(ctx context.Context, fingerprint string) (model.Person, error)
	// Copy gives the person of the copy whose own key it is, by which that lets itself in to exchange, with what the copy says of itself
	// as its user name. Errors: Refused for a key that is no copy's. nil: no copy is let in.
	Copy func(ctx context.Context, user string, key gossh.PublicKey) (journal.ID, error)
	// Languages are those in which a stranger is told what to do.
	Languages text.Catalogue
	Log       *Log
}

// Visitor is who came in, and by which key. A Copy exchanges, a Board is a screen in a waiting room; they do nothing else.
type Visitor struct {
	Person      journal.ID
	Fingerprint string
	Copy, Board bool
}

// The words under which a connection keeps who came in.
const (
	visitorPerson = "leerbalie-person"
	visitorKey    = "leerbalie-key"
	visitorCopy   = "leerbalie-copy" // the whole public key of a copy
)

// Config is how one connection comes in: by one of at most MaxAuthTries keys, and by nothing else. It is for ssh.Server's
// ServerConfigCallback, beside Conn.
func (d *Door) Config(ctx ssh.Context) *gossh.ServerConfig {
	t := &offers{door: d, ctx: ctx}
	t.guest, _ = ctx.Value(guestKey{}).(*guest)
	return &gossh.ServerConfig{
		MaxAuthTries:                MaxAuthTries,
		PublicKeyAuthAlgorithms:     publickey.Algorithms(),
		PublicKeyCallback:           t.key,
		KeyboardInteractiveCallback: t.tell,
		AuthLogCallback:             t.log,
	}
}

type guestKey struct{}

// Conn keeps a connection of a Crowd beside what is known of it. It is for ssh.Server's ConnCallback.
func (d *Door) Conn(ctx ssh.Context, conn net.Conn) net.Conn {
	if g, ok := conn.(*guest); ok {
		ctx.SetValue(guestKey{}, g)
	}
	return conn
}

// offers are the keys that one connection offers, one after the other.
type offers struct {
	door    *Door
	ctx     context.Context
	guest   *guest
	offered []string // fingerprints that let nobody in
	left    bool     // one of them was of somebody who left
	told    bool
}

// errNobody refuses a key.
var errNobody = errors.New("nobody's key")

// key looks whose key is offered. What it gives counts once the client has proven that it has the key.
func (t *offers) key(conn gossh.ConnMetadata, k gossh.PublicKey) (*gossh.Permissions, error) {
	fingerprint := publickey.Of(k).Fingerprint
	p, err := t.door.Whose(t.ctx, fingerprint)
	if err == nil {
		return &gossh.Permissions{Extensions: map[string]string{visitorPerson: p.ID.String(), visitorKey: fingerprint}}, nil
	}
	if t.door.Copy != nil && fault.KindOf(err) == fault.NotFound {
		if who, err := t.door.Copy(t.ctx, conn.User(), k); err == nil {
			return &gossh.Permissions{Extensions: map[string]string{visitorPerson: who.String(), visitorKey: fingerprint, visitorCopy: string(k.Marshal())}}, nil
		}
	}
	event := Unknown
	if fault.KindOf(err) == fault.Refused {
		event, t.left = Gone, true
	}
	t.door.Log.Note(event, journal.ID{}, fingerprint, 0)
	t.offered = append(t.offered, fingerprint)
	if len(t.offered) >= MaxAuthTries-1 && !t.told { // the next is the end of it, without another word
		t.told = true
		return nil, &gossh.BannerError{Err: errNobody, Message: t.sentence() + "\r\n"}
	}
	return nil, errNobody
}

// tell says why nobody was let in, once all keys were tried: a client shows it as a question without an answer. A second time it says
// nothing, by which a client knows that there is nothing to answer.
func (t *offers) tell(_ gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	if !t.told {
		t.told = true
		_, _ = ask("", t.sentence(), nil, nil)
	}
	return nil, errNobody
}

// log notes that somebody came in.
func (t *offers) log(_ gossh.ConnMetadata, _ string, err error) {
	if err == nil && t.guest != nil {
		t.guest.admitted()
	}
}

// sentence tells a stranger what to do, in each language: which one is theirs is not known yet.
func (t *offers) sentence() string {
	id := "serve.key-unknown"
	switch {
	case len(t.offered) == 0:
		id = "serve.key-none"
	case t.left:
		id = "serve.key-left"
	}
	var said []string
	for _, l := range t.door.Languages {
		w := t.door.Languages.For(text.Lang(l.Tag))
		said = append(said, w.Say(id))
		if len(t.offered) > 1 {
			said = append(said, w.Say("serve.key-many", "count", len(t.offered)))
		}
	}
	if n := len(t.offered); n > 0 {
		said = append(said, strings.Join(t.offered[:min(n, 3)], "\r\n"))
	}
	return strings.Join(said, "\r\n")
}

// Again is who came in by a connection, looked up anew: a key that was taken away since opens no other session. Errors: those of Whose and Copy;
// Refused where nobody came in.
func (d *Door) Again(ctx context.Context, conn *gossh.ServerConn) (Visitor, model.Person, error) {
	if conn.Permissions == nil {
		return Visitor{}, model.Person{}, fault.New(fault.Refused, "key-unknown")
	}
	who, fingerprint := conn.Permissions.Extensions[visitorPerson], conn.Permissions.Extensions[visitorKey]
	if copied := conn.Permissions.Extensions[visitorCopy]; copied != "" {
		k, err := gossh.ParsePublicKey([]byte(copied))
		if err != nil {
			return Visitor{}, model.Person{}, err
		}
		id, err := d.Copy(ctx, conn.User(), k)
		if err == nil && id.String() != who {
			err = fault.New(fault.Refused, "key-unknown")
		}
		return Visitor{Person: id, Fingerprint: fingerprint, Copy: true}, model.Person{}, err
	}
	p, err := d.Whose(ctx, fingerprint)
	if err == nil && (who == "" || p.ID.String() != who) {
		err = fault.New(fault.Refused, "key-unknown")
	}
	if err != nil {
		return Visitor{}, model.Person{}, err
	}
	return Visitor{Person: p.ID, Fingerprint: fingerprint, Board: p.IsBoard()}, p, nil
}

// lookAgain is how long a session can stay after its key was taken away, or its person left.
const lookAgain = time.Second

// Stays is a context that ends when the key of a connection lets that person in no longer, with the reason as its cause: who took a laptop
// with an open session is out as well. What cannot be read ends nothing. Stop ends the looking.
func (d *Door) Stays(ctx context.Context, conn *gossh.ServerConn) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	beside(func() {
		for pause(ctx, lookAgain); ctx.Err() == nil; pause(ctx, lookAgain) {
			_, _, err := d.Again(ctx, conn)
			if kind := fault.KindOf(err); err != nil && (kind == fault.NotFound || kind == fault.Refused) {
				cancel(err)
			}
		}
	})
	return ctx, func() { cancel(nil) }
}
