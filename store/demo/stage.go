package demo

import (
	"context"
	"io"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// stage is the store while the past is played on it. Sessions of many people on one stage share its transactions: what they
// do in a stretch is committed together, each with the time that the stage's clock showed.
type stage struct {
	model.Backend
	clock time.Time
	ids   io.Reader
	tx    model.WriteTx // of the stretch that is being played; nil between stretches
}

var _ model.Backend = (*stage)(nil)

// Read runs fn on the state as the stretch has made it so far.
func (s *stage) Read(ctx context.Context, fn func(model.Tx) error) error {
	if s.tx != nil {
		return fn(s.tx)
	}
	return s.Backend.Read(ctx, fn)
}

// Write runs fn within the stretch, or in a transaction of its own between stretches.
func (s *stage) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	if s.tx != nil {
		return fn(past{s.tx, s})
	}
	return s.Backend.Write(ctx, func(tx model.WriteTx) error { return fn(past{tx, s}) })
}

// together plays a stretch: all of it is kept, or none.
func (s *stage) together(ctx context.Context, play func() error) error {
	return s.Backend.Write(ctx, func(tx model.WriteTx) error {
		s.tx = tx
		defer func() { s.tx = nil }()
		return play()
	})
}

// past is a transaction with the stage's clock and ids.
type past struct {
	model.WriteTx
	stage *stage
}

// Now is what the stage's clock shows.
func (p past) Now() time.Time { return p.stage.clock }

// NewID makes an id from the stage's own lot.
func (p past) NewID(at time.Time) (journal.ID, error) {
	return journal.NewID(at.UnixMilli(), p.stage.ids)
}
