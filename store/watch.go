package store

import (
	"maps"

	"leerbalie/model"
)

// Watch tells of every commit after it, until stop is called. A reader that is slow gets several commits as one.
func (s *Store) Watch() (<-chan model.News, func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, w := s.nextWatcher, make(chan model.News, 1)
	s.nextWatcher++
	s.watchers[id] = w
	return w, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if _, ok := s.watchers[id]; ok {
			delete(s.watchers, id)
			close(w)
		}
	}
}

// tell leaves news for every watcher; what one has not read yet is joined with it.
func (s *Store) tell(n model.News) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.watchers {
		mine := n
		select {
		case old := <-w:
			mine.Kinds = maps.Clone(n.Kinds)
			maps.Copy(mine.Kinds, old.Kinds)
		default:
		}
		w <- mine // never blocks: only tell writes, under the lock, and the place is free
	}
	for _, soon := range []chan struct{}{s.indexSoon, s.noteSoon} {
		select {
		case soon <- struct{}{}:
		default:
		}
	}
}
