package serve

import (
	"context"
	"errors"
	"net"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Standing is a process that has the store to serve others, over the network as well, and shows nothing itself.
type Standing struct {
	Listen  string                     // the address, such as :2222
	Listens string                     // the socket for those on this computer; "": none
	Ask     func() error               // asks whoever has the store to let go of it; see Connection.HandOver
	Ready   func(address string) error // told once others can come
	// Open opens the store and gives what is served. shut closes the store. Errors: Busy where another process has it.
	Open func(ctx context.Context) (house House, network Network, shut func() error, err error)
}

// Run serves until the context ends. When another process asks for the store, those who are served are sent away, and this process asks
// for it back as soon as that lets go. Errors: Conflict for an address that is in use, Invalid for one that is none; those of Open.
func (s *Standing) Run(ctx context.Context) error {
	l, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return listening(s.Listen, err)
	}
	defer l.Close()
	told := false
	for began := time.Now(); ; {
		err := s.Ask()
		if err == nil {
			err = s.serve(ctx, l, func() error {
				if told {
					return nil
				}
				told = true
				return s.Ready(l.Addr().String())
			})
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case err == nil: // it was asked for
			began = time.Now()
			pause(ctx, 2*lentFor)
			continue
		case fault.KindOf(err) != fault.Busy || time.Since(began) > waitFor(told):
			return err
		}
		pause(ctx, between)
	}
}

// serve serves with the store open, until the context ends or another process asks for the store.
func (s *Standing) serve(ctx context.Context, l net.Listener, ready func() error) error {
	house, network, shut, err := s.Open(ctx)
	if err != nil {
		return err
	}
	house.Stays = true
	h, err := Hold(house, s.Listens)
	if err != nil && s.Listens != "" {
		return errors.Join(err, shut())
	}
	ends, stop := context.WithCancel(ctx)
	defer stop()
	beside(func() { h.Network(network, shared{l, ends}) })
	if err = ready(); err == nil {
		network.Log.Note(Serving, journal.ID{}, Fingerprint(network.Host), 0)
		select {
		case <-ctx.Done():
			network.Log.Note(Stopped, journal.ID{}, "", 0)
		case <-h.Asked():
			network.Log.Note(Shutting, journal.ID{}, "", 0)
		}
	}
	stop()
	h.Close(ctx.Err() == nil)
	return errors.Join(err, shut())
}

// waitFor is how long the store is waited for: soon said at the start, patient later.
func waitFor(underWay bool) time.Duration {
	if underWay {
		return waitUnderWay
	}
	return letGo
}

// shared is a listener that outlives one server on it: between two, callers wait a moment.
type shared struct {
	net.Listener
	ctx context.Context
}

// Accept waits for the next caller, until the context ends.
func (s shared) Accept() (net.Conn, error) {
	t, ok := s.Listener.(*net.TCPListener)
	if !ok {
		return s.Listener.Accept()
	}
	for {
		if s.ctx.Err() != nil {
			return nil, net.ErrClosed
		}
		_ = t.SetDeadline(time.Now().Add(100 * time.Millisecond))
		c, err := t.Accept()
		var late net.Error
		if err == nil || !errors.As(err, &late) || !late.Timeout() {
			return c, err
		}
	}
}

// Close closes nothing: the process does when it ends.
func (s shared) Close() error { return nil }

// listening says why nobody can listen at an address.
func listening(address string, err error) error {
	var wrong *net.AddrError
	var name *net.DNSError
	var op *net.OpError
	switch {
	case errors.As(err, &wrong), errors.As(err, &name):
		return fault.New(fault.Invalid, "listen-address", "address", address)
	case errors.As(err, &op):
		return fault.New(fault.Conflict, "listen-failed", "address", address, "why", op.Err.Error())
	}
	return fault.New(fault.Conflict, "listen-failed", "address", address, "why", err.Error())
}
