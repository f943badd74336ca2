package storetest

import (
	"sync"
	"sync/atomic"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
)

// pins tries a PIN from many sides at once: a store alters a setting in one step, so that no more tries are looked at than one
// after the other would be.
func pins(_ *testing.T, b *bench) {
	ana := b.person("Ana", model.RoleDesk)
	b.must(ana.KeepPIN(b.ctx(), "kept"))
	now := b.now
	var looked atomic.Int32
	var failed atomic.Pointer[error]
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if _, err := b.sam.TryPIN(b.ctx(), ana.Me().ID, now, func(string) bool { looked.Add(1); return false }); err != nil {
				failed.Store(&err)
			}
		})
	}
	all.Wait()
	if err := failed.Load(); err != nil {
		b.must(*err)
	}
	b.same(looked.Load(), int32(3))
	_, err := b.sam.Switch(b.ctx(), ana.Me().ID)
	b.fails(fault.Refused, "pin-needed", err)
}
