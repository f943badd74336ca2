package uitest

import (
	"context"
	"sync"
)

// Gate makes the reads or the writes of a store wait, as a disk does that does not answer. The zero value lets all through.
type Gate struct {
	mu      sync.Mutex
	shut    [2]chan struct{} // for reads and for writes; nil: open
	stuck   int
	changed func()
}

// What a Gate can be shut for.
const (
	Reads = iota
	Writes
)

// Shut makes uses of one kind wait from now on.
func (g *Gate) Shut(use int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut[use] == nil {
		g.shut[use] = make(chan struct{})
	}
}

// Open lets all through, and those who wait first.
func (g *Gate) Open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for use, shut := range g.shut {
		if shut != nil {
			close(shut)
			g.shut[use] = nil
		}
	}
}

// Pass goes through the gate. A nil gate is open.
func (g *Gate) Pass(ctx context.Context, use int) error {
	if g == nil {
		return ctx.Err()
	}
	g.mu.Lock()
	shut := g.shut[use]
	if shut == nil {
		g.mu.Unlock()
		return ctx.Err()
	}
	g.wait(1)
	g.mu.Unlock()
	select {
	case <-shut:
	case <-ctx.Done():
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.wait(-1)
	return ctx.Err()
}

// wait counts who waits; mu is held.
func (g *Gate) wait(by int) {
	g.stuck += by
	if g.changed != nil {
		g.changed()
	}
}

func (g *Gate) waiting() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.stuck
}
