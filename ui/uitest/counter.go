package uitest

import (
	"context"
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Counter is a store that notes who uses it in Update or View. Watch is no use of the store: it only subscribes.
type Counter struct {
	model.Backend
	mu     sync.Mutex
	inside string
	Faults []string
	Uses   int   // reads and writes in all
	Writes int   // transactions that may write
	gate   *Gate // they pass; may be nil
}

// Count wraps a store.
func Count(b model.Backend) *Counter { return &Counter{Backend: b} }

func (c *Counter) enter(where string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inside = where
}

func (c *Counter) leave() { c.enter("") }

func (c *Counter) note(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Uses++
	if c.inside != "" {
		c.Faults = append(c.Faults, what+" in "+c.inside)
	}
}

// Read notes and reads.
func (c *Counter) Read(ctx context.Context, fn func(model.Tx) error) error {
	c.note("Read")
	if err := c.gate.Pass(ctx, Reads); err != nil {
		return err
	}
	return c.Backend.Read(ctx, fn)
}

// Write notes and writes.
func (c *Counter) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	c.note("Write")
	c.mu.Lock()
	c.Writes++
	c.mu.Unlock()
	if err := c.gate.Pass(ctx, Writes); err != nil {
		return err
	}
	return c.Backend.Write(ctx, fn)
}

// SaveDraft notes and saves.
func (c *Counter) SaveDraft(ctx context.Context, d model.Draft) error {
	c.note("SaveDraft")
	if err := c.gate.Pass(ctx, Writes); err != nil {
		return err
	}
	return c.Backend.SaveDraft(ctx, d)
}

// DropDraft notes and drops.
func (c *Counter) DropDraft(ctx context.Context, owner journal.ID, key string) error {
	c.note("DropDraft")
	if err := c.gate.Pass(ctx, Writes); err != nil {
		return err
	}
	return c.Backend.DropDraft(ctx, owner, key)
}

// Drafts notes and reads.
func (c *Counter) Drafts(ctx context.Context, owner journal.ID) ([]model.Draft, error) {
	c.note("Drafts")
	if err := c.gate.Pass(ctx, Reads); err != nil {
		return nil, err
	}
	return c.Backend.Drafts(ctx, owner)
}

// Setting notes and reads.
func (c *Counter) Setting(ctx context.Context, key string) (string, error) {
	c.note("Setting")
	if err := c.gate.Pass(ctx, Reads); err != nil {
		return "", err
	}
	return c.Backend.Setting(ctx, key)
}

// SetSetting notes and writes.
func (c *Counter) SetSetting(ctx context.Context, key, value string) error {
	c.note("SetSetting")
	if err := c.gate.Pass(ctx, Writes); err != nil {
		return err
	}
	return c.Backend.SetSetting(ctx, key, value)
}

// AlterSetting notes and writes.
func (c *Counter) AlterSetting(ctx context.Context, key string, alter func(was string) string) error {
	c.note("AlterSetting")
	if err := c.gate.Pass(ctx, Writes); err != nil {
		return err
	}
	return c.Backend.AlterSetting(ctx, key, alter)
}
