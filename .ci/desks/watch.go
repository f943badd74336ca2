package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// watch is a sixth shell: it asks for the list all along, and compares it with what was confirmed before it asked.
type watch struct {
	h    *house
	book *ledger
	stop chan struct{}
	done chan struct{}

	mu            sync.Mutex
	at            time.Time // when the store's holder was killed last
	out           strings.Builder
	asked, failed int
	took          []time.Duration
}

func (h *house) watches(book *ledger) *watch {
	w := &watch{h: h, book: book, stop: make(chan struct{}), done: make(chan struct{})}
	go w.run()
	return w
}

func (w *watch) run() {
	defer close(w.done)
	for {
		select {
		case <-w.stop:
			return
		case <-time.After(250 * time.Millisecond):
		}
		confirmed := w.book.confirmed()
		began := time.Now()
		all, err := w.h.list("all")
		w.mu.Lock()
		w.asked++
		w.took = append(w.took, time.Since(began))
		since := began.Sub(w.at)
		w.mu.Unlock()
		if err != nil {
			w.failed++
			when := "with no kill before"
			if since < time.Hour {
				when = since.Round(time.Millisecond).String() + " after a kill"
			}
			w.h.fault("the sixth shell, %s: %v", when, err)
			continue
		}
		fmt.Fprintln(&w.out, all)
		missing, twice := w.book.lacks(all, confirmed)
		for _, m := range append(missing, twice...) {
			w.h.fault("the sixth shell: %s", m)
		}
	}
}

func (w *watch) killed(at time.Time) {
	w.mu.Lock()
	w.at = at
	w.mu.Unlock()
}

func (w *watch) ends() {
	close(w.stop)
	<-w.done
}

func (w *watch) said() string { return w.out.String() }
