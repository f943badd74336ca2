package serve

import "sync"

// mailbox holds the last thing that was put in it, until it is taken: whoever puts never waits.
type mailbox[T any] struct {
	mu   sync.Mutex
	last chan T
	shut bool
}

func newMailbox[T any]() *mailbox[T] { return &mailbox[T]{last: make(chan T, 1)} }

// put puts something in the place of what was not taken yet.
func (m *mailbox[T]) put(v T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.shut {
		return
	}
	select {
	case <-m.last:
	default:
	}
	m.last <- v
}

// take waits for the next thing; false when there will be none.
func (m *mailbox[T]) take() (T, bool) {
	v, ok := <-m.last
	return v, ok
}

func (m *mailbox[T]) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.shut {
		m.shut = true
		close(m.last)
	}
}
