package main

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// rounds is how many people each desk takes in.
const rounds = 10

// queue is several people at work on one queue.
type queue struct {
	h      *house
	book   *ledger
	o      options
	random *rand.Rand
	desks  []*desk
	pool   []string // numbers that are there to be taken
	open   string   // the number with which everybody leaves a note half typed
	serve  *service // nil without desks over SSH
	watch  *watch
	wall   *wall

	collisions, kills int
	lost, twice       int
	wentOn            []time.Duration // after each kill, each session that was left
	back              []time.Duration // after each kill, each desk over SSH whose service was killed
	agreed            []time.Duration // at the end of each round, until all screens say what the command says
}

// day is the day of the desks.
func day(h *house, o options) error {
	q := &queue{h: h, book: newLedger(h), o: o, random: rand.New(rand.NewSource(o.seed))}
	if err := q.opens(); err != nil {
		return err
	}
	defer q.leave()
	for r := range rounds {
		if err := q.round(r); err != nil {
			return fmt.Errorf("round %d: %w", r+1, err)
		}
	}
	return q.closes()
}

// opens has everybody sit down, and puts some work in the queue.
func (q *queue) opens() error {
	for i := range q.o.local + q.o.remote {
		name := staff[i%len(staff)]
		d := &desk{h: q.h, book: q.book, name: name}
		d.dial = func() (*screen, error) { return start(q.h.command("--as", name), columns, rows) }
		q.desks = append(q.desks, d)
	}
	if q.o.remote > 0 {
		for _, d := range q.desks[q.o.local:] {
			key, err := q.h.key(d.name)
			if err != nil {
				return err
			}
			d.remote = true
			d.dial = func() (*screen, error) { return q.serve.dial(key) }
		}
		var err error
		if q.serve, err = q.h.serves(); err != nil {
			return err
		}
	}
	if err := q.all((*desk).sit); err != nil {
		return err
	}
	var err error
	if q.wall, err = q.h.hangs(); err != nil {
		return err
	}
	if _, err := q.h.try("resident", "add", "Xantippe "+erasedName, "--phone", "0612300000"); err != nil {
		return err
	}
	for i := range rounds + 10 {
		args := []string{"request", "add", q.book.intends(token("klaar", i+1)), "--json"}
		if i%5 == 0 {
			args = append(args, "--resident", erasedName)
		}
		var r request
		if err := q.h.ask(&r, args...); err != nil {
			return err
		}
		q.book.added(r.Number, r.Summary, staff[0])
		if i%5 == 0 {
			q.book.gone[r.Number] = true // its words go with the erasure
		} else {
			q.pool = append(q.pool, r.Number)
		}
	}
	q.open, q.pool = q.pool[0], q.pool[1:]
	q.watch = q.h.watches(q.book)
	q.h.say("%d desks and %d over SSH sit; the store is with process %d", q.o.local, q.o.remote, q.h.holder())
	return nil
}

// all has every desk do something at once.
func (q *queue) all(do func(*desk) error) error {
	failed := make([]error, len(q.desks))
	var wait sync.WaitGroup
	for i, d := range q.desks {
		wait.Go(func() { failed[i] = do(d) })
	}
	wait.Wait()
	return errors.Join(failed...)
}

// round is a tenth of the day. At the end of the second everybody leaves a note half typed, and in the third whoever has the store is
// killed with all of these open. In the fifth somebody is erased, in the sixth seven requests change hands, and in the seventh and the
// ninth there is a kill at some moment.
func (q *queue) round(r int) error {
	length := q.o.length / rounds
	began := time.Now()
	aside := make(chan error, 1)
	switch r {
	case 2:
		time.Sleep(2 * time.Second) // typing is written down a moment after the last key
		if err := q.kill(false); err != nil {
			return err
		}
		if err := q.all((*desk).findsAgain); err != nil {
			return err
		}
		aside <- nil
	case 4:
		go func() {
			_, err := q.h.try("resident", "erase", erasedName, "--yes", "--as", staff[0])
			aside <- err
		}()
	case 6, 8:
		after := time.Duration(q.random.Int63n(int64(length)/2 + 1))
		go func() {
			time.Sleep(after)
			aside <- q.kill(r == 6)
		}()
	default:
		aside <- nil
	}
	starts := make([]time.Duration, len(q.desks))
	for i := range starts {
		starts[i] = time.Duration(q.random.Int63n(int64(length)/4 + 1))
	}
	err := q.all(func(d *desk) error {
		time.Sleep(starts[slices.Index(q.desks, d)])
		_, err := d.walkIn(d.fresh("kwam"), r%2 == 1)
		return err
	})
	if err == nil {
		err = q.collide()
	}
	if err == nil && r == 5 {
		err = q.handover()
	}
	if err = errors.Join(err, <-aside); err != nil {
		return err
	}
	time.Sleep(length - time.Since(began))
	if err := q.agree(); err != nil || r != 1 {
		return err
	}
	return q.all(func(d *desk) error { return d.leaves(q.open) })
}

// collide has all desks reach for the same request at once: one of them has it then, and works on it.
func (q *queue) collide() error {
	number := q.pool[0]
	q.pool = append(q.pool[1:], q.pool[0])
	var ready, past sync.WaitGroup
	ready.Add(len(q.desks))
	past.Add(1)
	go func() { ready.Wait(); past.Done() }()
	won := make([]bool, len(q.desks))
	err := q.all(func(d *desk) (err error) {
		won[slices.Index(q.desks, d)], err = d.claim(number, func() { ready.Done(); past.Wait() })
		return err
	})
	if err != nil {
		return err
	}
	q.collisions++
	var winner *desk
	for i, w := range won {
		switch {
		case w && winner != nil:
			q.h.fault("%s was confirmed to %s and to %s", number, winner.name, q.desks[i].name)
		case w:
			winner = q.desks[i]
		}
	}
	if winner == nil {
		return fmt.Errorf("%s is with none of those who reached for it", number)
	}
	if err := winner.memo(number, winner.fresh("memo")); err != nil {
		return err
	}
	q.pool = q.pool[:len(q.pool)-1]
	if len(q.pool)%2 == 0 {
		return winner.close(number)
	}
	return nil
}

// kill kills whoever has the store and sees how long the others wait. Before a desk is killed the service goes, in order, so that one
// of the desks has the store.
func (q *queue) kill(desk bool) error {
	if desk && q.serve != nil {
		q.serve.stop()
	}
	pid := q.h.holder()
	for until := time.Now().Add(3 * time.Second); pid == 0 && time.Now().Before(until); pid = q.h.holder() {
		time.Sleep(10 * time.Millisecond)
	}
	if pid == 0 {
		return errors.New("nobody has the store")
	}
	var left, cut []*screen
	half := map[*screen]string{} // what stands half typed on it
	for _, d := range q.desks {
		switch x := d.x; {
		case x == nil || x.gone():
		case d.remote:
			cut = append(cut, x)
		case x.cmd.Process.Pid != pid:
			left = append(left, x)
			if screen, _ := x.text(); d.draft != "" && strings.Contains(screen, d.draft) {
				half[x] = d.draft
			}
		}
	}
	at := time.Now()
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		return err
	}
	q.kills++
	q.watch.killed(at)
	took := make([]time.Duration, len(left))
	var wait sync.WaitGroup
	for i, x := range left {
		wait.Go(func() {
			var err error
			if took[i], err = x.redrawn(at, 10*time.Second); err != nil {
				screen, _ := x.text()
				q.h.fault("a session did not go on after the holder was killed: %v\n%s", err, trimmed(screen))
			}
			if said := half[x]; said != "" {
				if screen, err := x.shows(patience, said); err != nil {
					q.h.fault("what was half typed is not before its writer any more after the holder was killed: %v\n%s", err, trimmed(screen))
				}
			}
		})
	}
	wait.Wait()
	q.wentOn = append(q.wentOn, took...)
	for _, t := range took {
		if t > time.Second && !busy(q.o) {
			q.h.fault("a session waited %v", t)
		}
	}
	q.h.say("killed process %d, which had the store; others went on after %v; now %d has it", pid, took, q.h.holder())
	if q.wall != nil && q.wall.x.cmd.Process.Pid == pid { // it had the store, and hangs there again
		<-q.wall.x.done
		if err := q.wall.show(); err != nil {
			return err
		}
	}
	if q.serve == nil {
		return nil
	}
	for _, x := range cut {
		select {
		case <-x.done:
		case <-time.After(10 * time.Second):
			q.h.fault("a session over SSH did not end with the service")
		}
	}
	if err := q.serve.start(); err != nil { // as systemd does
		return err
	}
	q.back = append(q.back, time.Since(at))
	return nil
}

// agree compares what all screens show with what a command says. All stand still; it may take a moment until all have the news.
func (q *queue) agree() error {
	if err := q.all((*desk).home); err != nil {
		return err
	}
	waiting, err := q.h.list("waiting")
	if err != nil {
		return err
	}
	began := time.Now()
	return q.all(func(d *desk) error {
		screen, err := d.x.until(patience, func(s string) bool { return sameRows(s, waiting) == "" })
		if err != nil {
			q.h.fault("the screen of %s differs from the list: %s\n%s", d.name, sameRows(screen, waiting), trimmed(screen))
		}
		q.h.mu.Lock()
		q.agreed = append(q.agreed, time.Since(began))
		q.h.mu.Unlock()
		return nil
	})
}

// sameRows compares the rows of a screen with a list, of which they are a part, "" when they are the same.
func sameRows(screen string, list []request) string {
	at := -1
	for line := range strings.Lines(screen) {
		number := aNumber.FindString(row(line, ""))
		if number == "" {
			continue
		}
		i := slices.IndexFunc(list, func(r request) bool { return r.Number == number })
		if i < 0 || at >= 0 && i != at+1 {
			return number + " stands where it should not"
		}
		if at = i; !strings.Contains(line, list[i].Summary[:min(len(list[i].Summary), 12)]) {
			return number + " says something else"
		}
	}
	if at < 0 && len(list) > 0 {
		return "no row at all"
	}
	return ""
}

func (q *queue) leave() {
	for _, d := range q.desks {
		d.put()
	}
	if q.serve != nil {
		q.serve.stop()
	}
}
