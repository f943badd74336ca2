package sshpipe

import (
	"cmp"
	"context"
	"errors"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/frame"
	"leerbalie/store/replica/pipe"
)

// Desk keeps which computers an open store exchanges with, and exchanges with them, for people: commands and screens call the same
// functions. All of them ask whether the person of the session may: on a laptop its holder, elsewhere who may invite.
type Desk struct {
	Store func() *store.Store // the one that is open
	Path  func(string) string // a path as people write it, in full; nil: it is taken as it is
	Now   func() time.Time
	Wait  Patience                                                             // nothing: the usual
	Dial  func(ctx context.Context, network, address string) (net.Conn, error) // nil: the network's
}

// may tells whether somebody may exchange from here. Errors: Refused.
func (d *Desk) may(ctx context.Context, session *model.Session) error {
	if err := bundle.MayExchange(session); err != nil {
		return err
	}
	holder, err := d.Store().Holder(ctx)
	if err == nil && holder.IsZero() {
		err = session.Check(ctx, model.ToInvite)
	}
	return err
}

func (d *Desk) call(a Address, host func(ssh.PublicKey) error) *call {
	c := &call{at: a, wait: d.Wait, user: cmp.Or(a.User, usualUser), host: host, dialing: d.Dial}
	if c.wait == (Patience{}) {
		c.wait = usual()
	}
	if c.dialing == nil {
		c.dialing = (&net.Dialer{}).DialContext
	}
	return c
}

// Look asks a computer for its key, before anybody says who they are. Errors: Refused for who may not; those of an address and of a call.
func (d *Desk) Look(ctx context.Context, session *model.Session, address string) (h transfer.Host, err error) {
	if err := d.may(ctx, session); err != nil {
		return h, err
	}
	a, err := ParseAddress(address)
	if err != nil {
		return h, err
	}
	enough := errors.New("seen")
	c := d.call(a, func(key ssh.PublicKey) error {
		h = transfer.Host{Address: a.String(), Key: strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key))), Fingerprint: ssh.FingerprintSHA256(key)}
		return enough
	})
	client, _, err := c.dial(ctx, nil)
	if err == nil { // nobody goes on behind a key that was refused
		_ = client.Close()
	}
	if errors.Is(err, enough) {
		err = nil
	}
	return h, err
}

// Add keeps a computer to exchange with, whose key somebody looked at. A name that is left out is that of the host. Errors: Refused for who
// may not; Conflict for a name or an address that is there; Invalid for a key that is none; as readKey for a file that holds none.
func (d *Desk) Add(ctx context.Context, session *model.Session, p transfer.Peer) (transfer.Peer, error) {
	if err := d.may(ctx, session); err != nil {
		return p, err
	}
	a, err := ParseAddress(p.Address)
	if err != nil {
		return p, err
	}
	if _, _, _, _, err := ssh.ParseAuthorizedKey([]byte(p.HostKey)); err != nil {
		return p, fault.New(fault.Invalid, "sync-address", "address", p.Address).Because(err)
	}
	p.Address, p.Tried, p.Failed, p.Replica = a.String(), time.Time{}, "", journal.Replica{}
	if p.Name = strings.TrimSpace(p.Name); p.Name == "" {
		p.Name = a.Host
	}
	if len(p.Name) > 100 || strings.ContainsFunc(p.Name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return p, fault.New(fault.Invalid, "sync-name")
	}
	if p.Key != "" {
		if d.Path != nil {
			p.Key = d.Path(p.Key)
		}
		if whole, err := filepath.Abs(p.Key); err == nil { // the next call may come from another folder
			p.Key = whole
		}
		if _, err := readKey(ctx, p.Key, nil); err != nil && fault.KindOf(err) != fault.Refused { // its passphrase is asked when it is used
			return p, err
		}
	}
	return p, alter(ctx, d.Store(), func(all []transfer.Peer) ([]transfer.Peer, error) {
		there := slices.IndexFunc(all, func(o transfer.Peer) bool { return o.Address == p.Address })
		switch {
		case there >= 0:
			return all, fault.New(fault.Conflict, "sync-known", "address", p.Address, "name", all[there].Name)
		case at(all, p.Name) >= 0:
			return all, fault.New(fault.Conflict, "sync-name-taken", "name", p.Name)
		case len(all) >= mostPeers:
			return all, fault.New(fault.Refused, "sync-many")
		}
		return append(all, p), nil
	})
}

// Peers are the computers that this one exchanges with. Errors: Refused for who may hold no copy.
func (d *Desk) Peers(ctx context.Context, session *model.Session) ([]transfer.Peer, error) {
	if err := bundle.MayExchange(session); err != nil {
		return nil, err
	}
	return peersOf(ctx, d.Store())
}

// Remove forgets a computer. What came from it stays. Errors: Refused for who may not; NotFound.
func (d *Desk) Remove(ctx context.Context, session *model.Session, name string) error {
	if err := d.may(ctx, session); err != nil {
		return err
	}
	return alter(ctx, d.Store(), func(all []transfer.Peer) ([]transfer.Peer, error) {
		i := at(all, name)
		if i < 0 {
			return all, fault.New(fault.NotFound, "sync-none", "name", name)
		}
		return slices.Delete(all, i, i+1), nil
	})
}

// Exchange exchanges with a computer, by its name, and keeps when that was and whether it went well. Errors: Refused for who may not, for
// a host whose key is another than it was, and for a key that is not known there; NotFound for a name that is not kept, and where nothing
// answers; as pipe.Exchange. Whatever stops it, nothing is half done, and the next exchange goes on.
func (d *Desk) Exchange(ctx context.Context, session *model.Session, name string, passphrase func(ctx context.Context, path string) (string, error), progress func(done, total int64)) (r transfer.Returned, err error) {
	if err := d.may(ctx, session); err != nil {
		return r, err
	}
	all, err := peersOf(ctx, d.Store())
	if err != nil {
		return r, err
	}
	i := at(all, name)
	if i < 0 {
		return r, fault.New(fault.NotFound, "sync-none", "name", name)
	}
	p := all[i]
	r, err = d.exchange(ctx, session, p, passphrase, progress)
	if ctx.Err() != nil { // nobody failed: somebody stopped it
		return r, err
	}
	p.Tried, p.Failed = d.Now(), ""
	if r.From.From.Replica != p.Replica && r.From.From.Replica != (journal.Replica{}) {
		p.Replica = r.From.From.Replica
	}
	var why *fault.Error
	if errors.As(err, &why) {
		p.Failed = why.Msg
	} else if err != nil {
		p.Failed = "sync-cut"
	}
	failed := alter(ctx, d.Store(), func(all []transfer.Peer) ([]transfer.Peer, error) {
		if i := at(all, name); i >= 0 && all[i].Address == p.Address {
			all[i].Tried, all[i].Failed, all[i].Replica = p.Tried, p.Failed, p.Replica
		}
		return all, nil
	})
	return r, errors.Join(err, failed)
}

// exchange calls with the key of this copy, and, where that is not known there, with the one in the file.
func (d *Desk) exchange(ctx context.Context, session *model.Session, p transfer.Peer, passphrase func(ctx context.Context, path string) (string, error), progress func(done, total int64)) (r transfer.Returned, err error) {
	s := d.Store()
	a, err := ParseAddress(p.Address)
	if err != nil {
		return r, err
	}
	known, _, _, _, err := ssh.ParseAuthorizedKey([]byte(p.HostKey))
	if err != nil {
		return r, fault.New(fault.Damaged, "store-value").Because(err)
	}
	c := d.call(a, func(key ssh.PublicKey) error {
		if key.Type() != known.Type() || string(key.Marshal()) != string(known.Marshal()) {
			return fault.New(fault.Refused, "sync-host-changed", "host", a.Host, "name", p.Name, "fingerprint", ssh.FingerprintSHA256(key))
		}
		return nil
	})
	own, err := replica.Key(ctx, s)
	if err != nil {
		return r, err
	}
	if c.signer, err = ssh.NewSignerFromKey(own); err != nil {
		return r, fault.New(fault.Internal, "store-value").Because(err)
	}
	row, err := replica.Introduction(ctx, s)
	if err != nil {
		return r, err
	}
	c.user = cmp.Or(introducing(row), c.user)
	client, l, err := c.dial(ctx, known)
	var why *fault.Error
	if errors.As(err, &why) && why.Msg == "sync-unknown" && p.Key != "" {
		if c.signer, err = readKey(ctx, p.Key, passphrase); err != nil {
			return r, err
		}
		c.user = cmp.Or(a.User, usualUser)
		client, l, err = c.dial(ctx, known)
	}
	if err != nil {
		return r, err
	}
	return d.over(ctx, session, c, client, l, progress)
}

// over exchanges over a connection, and ends it.
func (d *Desk) over(ctx context.Context, session *model.Session, c *call, client *ssh.Client, l *line, progress func(done, total int64)) (r transfer.Returned, err error) {
	defer client.Close()
	asking, stop := context.WithCancel(ctx)
	defer stop()
	hang := context.AfterFunc(ctx, func() { _ = client.Close() })
	defer hang()
	go func() {
		defer func() { _ = recover() }() // nothing of it may end others' sessions in this process
		ask(asking, client, c.wait.Silent/3)
	}()
	rw, err := c.subsystem(client)
	if err == nil {
		if r, err = pipe.Exchange(ctx, d.Store(), session.Me().ID, rw, true, progress); err == nil {
			rw.hangUp(c.wait.Greet)
		}
	}
	switch {
	case err == nil:
		return r, nil
	case ctx.Err() != nil:
		return r, ctx.Err()
	case l.dumb.Load():
		return r, fault.New(fault.NotFound, "sync-stopped", "host", c.at.Host).Because(err)
	}
	var known *fault.Error
	if !errors.As(err, &known) || known == frame.ErrDamaged { // SSH lets nothing through that was altered: what is not whole was cut off
		err = fault.New(fault.NotFound, "sync-cut", "host", c.at.Host).Because(err)
	}
	return r, err
}
