package main

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"syscall"
	"time"
)

// cut has two desks on this machine; again and again one saves a question, and the other, which has the store, is killed at that moment.
// Whoever typed does what anybody would: where their words still stand, or come back with the key that opens the line, they save them
// again. In the end each question is there once. A command that was under way is called again by itself, and its question is there once too.
func cut(h *house, o options) error {
	book := newLedger(h)
	random := rand.New(rand.NewSource(o.seed))
	var two [2]*desk
	for i := range two {
		name := staff[i]
		two[i] = &desk{h: h, book: book, name: name, dial: func() (*screen, error) { return start(h.command("--as", name), columns, rows) }}
		if err := two[i].sit(); err != nil {
			return err
		}
		defer two[i].put()
	}
	var told, again, commands int
	var took []time.Duration
	for round := range o.kills {
		typist, other := two[1], two[0]
		pid := h.holder()
		if typist.x.cmd.Process.Pid == pid {
			typist, other = other, typist
		}
		if other.x.cmd.Process.Pid != pid {
			return fmt.Errorf("round %d: the store is with %d, and that is neither desk", round, pid)
		}
		word := typist.fresh("snel")
		said := book.intends(word)
		if err := typist.home(); err != nil {
			return err
		}
		if err := typist.typing("n", h.words.Say("intake.title"), said); err != nil {
			return err
		}
		time.Sleep(400 * time.Millisecond) // nobody types and saves a whole line faster, and by then it is written down
		called := make(chan error, 1)
		if round%4 == 3 {
			commands++
			from := token("bevel", round+1)
			go func() {
				var r request
				err := h.ask(&r, "request", "add", book.intends(from))
				if err == nil {
					book.added(r.Number, r.Summary, staff[0])
				}
				called <- err
			}()
		} else {
			called <- nil
		}
		if err := typist.x.press(enter); err != nil {
			return err
		}
		time.Sleep(time.Duration(random.Int63n(int64(40 * time.Millisecond))))
		at := time.Now()
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			return err
		}
		went, err := typist.x.redrawn(at, 10*time.Second)
		if err != nil {
			screen, _ := typist.x.text()
			return fmt.Errorf("round %d: the other desk does not go on: %w\n%s", round, err, trimmed(screen))
		}
		took = append(took, went)
		if went > time.Second && !busy(o) {
			h.fault("a session waited %v", went)
		}
		number, twice, err := typist.goesOnWith(word)
		switch {
		case err != nil:
			return fmt.Errorf("round %d: %w", round, err)
		case twice:
			again++
		default:
			told++
		}
		book.added(number, said, typist.name)
		if err := <-called; err != nil {
			h.fault("round %d, a command while the holder was killed: %v", round, err)
		}
		if err := other.sit(); err != nil {
			return err
		}
	}
	for _, d := range two {
		d.put()
	}
	if said, err := h.try("check"); err != nil {
		h.fault("check: %v %s", err, said)
	}
	lost, double := book.settle()
	fmt.Printf("   %d kills at the moment of saving: %d were saved, %d were saved again; %d lost, %d twice; %d commands were under way\n",
		o.kills, told, again, lost, double, commands)
	fmt.Printf("   until the other desk went on: median, longest %s\n", spread(took))
	return nil
}

// goesOnWith is what somebody does who saved something when the screen began anew: again tells that they had to save it again.
func (d *desk) goesOnWith(word string) (number string, again bool, err error) {
	w := d.h.words
	listed := func(s string) bool {
		return row(s, word[:min(len(word), 12)]) != "" && !strings.Contains(s, w.Say("intake.title"))
	}
	for range 3 {
		d.x.settled(150 * time.Millisecond)
		screen, _ := d.x.text()
		if !strings.Contains(screen, w.Say("intake.title")) && listed(screen) {
			break
		}
		if !strings.Contains(screen, w.Say("intake.title")) {
			if err := d.home(); err != nil {
				return "", again, err
			}
			if err := d.x.press("n"); err != nil {
				return "", again, err
			}
			if screen, err = d.x.shows(patience, w.Say("intake.title")); err != nil {
				return "", again, err
			}
			d.x.settled(100 * time.Millisecond)
			screen, _ = d.x.text()
		}
		if !strings.Contains(screen, "› "+word) {
			break // nothing is left to be saved
		}
		again = true
		if err := d.x.press(enter); err != nil {
			return "", again, err
		}
		if _, err := d.x.until(patience, listed); err == nil {
			break
		}
	}
	screen, err := d.find(word)
	if errors.Is(err, errLate) {
		screen, _ = d.x.text()
		return "", again, fmt.Errorf("what was saved is neither there nor still to be saved, or is there twice: %w\n%s", err, trimmed(screen))
	}
	return aNumber.FindString(rowOf(screen, word)), again, err
}
