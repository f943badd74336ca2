package model

import (
	"sync"

	"leerbalie/model/journal"
)

// Cache keeps for a session what was worked out for each of many entities. It is safe for use by several goroutines; the
// zero value is empty. Who reads it tells by what is kept whether it still holds.
type Cache[T any] struct {
	mu   sync.Mutex
	kept map[journal.ID]T
}

// cacheSize is for how many entities something is kept at most: two large classes.
const cacheSize = 1000

// Get is what was kept for an entity; ok is false for nothing.
func (c *Cache[T]) Get(id journal.ID) (value T, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	value, ok = c.kept[id]
	return value, ok
}

// Put keeps something for an entity in the place of what was kept before. A full cache is emptied first.
func (c *Cache[T]) Put(id journal.ID, value T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || len(c.kept) >= cacheSize {
		c.kept = map[journal.ID]T{}
	}
	c.kept[id] = value
}
