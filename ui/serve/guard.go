package serve

import (
	"fmt"
	"runtime/debug"
	"sync/atomic"
)

// broke is told of a panic: its type and where it was. What panicked is told to nobody: it can hold what people typed.
var broke atomic.Pointer[func(kind string, stack []byte)]

// OnPanic sets who is told of a panic in a session: the type of what panicked, and the stack, in which no value stands.
func OnPanic(tell func(kind string, stack []byte)) { broke.Store(&tell) }

// beside runs something beside what calls it: nothing else here begins a goroutine.
func beside(do func()) { go guarded(do) }

// guarded runs something that no panic may leave: it would end all sessions.
func guarded(do func()) {
	defer func() {
		if v := recover(); v != nil {
			tellBroken(v, debug.Stack())
		}
	}()
	do()
}

func tellBroken(v any, stack []byte) {
	if tell := broke.Load(); tell != nil {
		(*tell)(fmt.Sprintf("%T", v), stack)
	}
}
