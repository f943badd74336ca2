package screen

import (
	"sync"
	"time"

	"leerbalie/model/journal"
)

// Clock is the clock that screens go by. It is the computer's, until that is so far ahead of the last work in the journal that it is
// doubted: then it goes on from that work, so that nothing seems to have waited for seventy years. It is safe for several goroutines.
type Clock struct {
	mu    sync.Mutex
	wall  func() time.Time
	last  journal.Logical
	since time.Time // what the computer's clock said when it was first doubted; zero: it is believed
}

// NewClock makes a clock that believes the computer's.
func NewClock(wall func() time.Time) *Clock { return &Clock{wall: wall} }

// Learn takes in the last moment of the journal.
func (c *Clock) Learn(last journal.Logical) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = last
}

// Now is the time to go by.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	wall := c.wall()
	if c.last.Doubt(wall) != journal.FarAhead {
		c.since = time.Time{}
		return wall
	}
	if c.since.IsZero() {
		c.since = wall
	}
	return c.last.Time().Add(wall.Sub(c.since))
}

// Wall is what the computer's clock says, and what is odd about that.
func (c *Clock) Wall() (time.Time, time.Time, journal.Doubt) {
	c.mu.Lock()
	defer c.mu.Unlock()
	wall := c.wall()
	return wall, c.last.Time(), c.last.Doubt(wall)
}
