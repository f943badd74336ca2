package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// patience is how long somebody waits for an answer on the screen before they look what became of it.
const patience = 3 * time.Second

// columns and rows are the window of every desk.
const columns, rows = 100, 32

// desk is a person before a terminal. Only one goroutine at a time works at it.
type desk struct {
	h      *house
	book   *ledger
	name   string
	dial   func() (*screen, error)
	remote bool
	x      *screen
	said   strings.Builder // what earlier sessions of this desk showed
	began  int             // how many sessions it had
	lost   int             // answers that were waited for in vain, and then looked up

	draft  string // what was typed and never saved
	whose  string // the number that the draft is about
	tokens int
}

var aNumber = regexp.MustCompile(`ZW-\d{4,}`)

// token is a word that stands nowhere else, in letters only: what is a number may be taken for one of a person.
func token(mark string, n int) string {
	letters := []byte("xqz" + mark)
	for ; n > 0; n /= 20 {
		letters = append(letters, "bcdfghjklmnprstvwxyz"[n%20])
	}
	return string(append(letters, 'q'))
}

// fresh is a token of this desk.
func (d *desk) fresh(mark string) string {
	d.tokens++
	return token(mark+string(rune('a'+d.began%26)), d.tokens) + strings.ToLower(d.name)
}

// sit begins a session, again and again until there is one.
func (d *desk) sit() error {
	var last error
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		d.put()
		if d.x, last = d.dial(); last != nil {
			continue
		}
		d.began++
		if _, last = d.x.shows(10*time.Second, "Zuid"); last == nil {
			return nil
		}
	}
	screen := ""
	if d.x != nil {
		screen, _ = d.x.text()
	}
	return fmt.Errorf("%s cannot sit down: %w\n%s", d.name, last, trimmed(screen))
}

// put keeps what the session showed, once it has ended.
func (d *desk) put() {
	if d.x != nil {
		d.x.kill()
		d.said.WriteString(d.x.all())
		d.x = nil
	}
}

// seen is all that this desk ever showed.
func (d *desk) seen() string {
	if d.x == nil {
		return d.said.String()
	}
	return d.said.String() + d.x.all()
}

// home goes back to the queue from wherever the desk is.
func (d *desk) home() error {
	if d.x == nil || d.x.gone() {
		if err := d.sit(); err != nil {
			return err
		}
	}
	waiting, _, _ := strings.Cut(d.h.words.Say("desk.waiting.many"), "{")
	for range 8 {
		d.x.settled(40 * time.Millisecond)
		screen, _ := d.x.text()
		if strings.Contains(screen, strings.TrimSpace(waiting)) && !strings.Contains(screen, "┌─") {
			return nil
		}
		if err := d.x.press(esc); err != nil {
			return d.sit()
		}
		select {
		case <-time.After(80 * time.Millisecond): // what comes at once after Esc would be Alt and a letter
		case <-d.x.done:
			return d.sit()
		}
	}
	screen, _ := d.x.text()
	return fmt.Errorf("%s does not come back to the queue:\n%s", d.name, trimmed(screen))
}

// find goes to the one row that has this word, and tells what stands in the row and beside it.
func (d *desk) find(word string) (string, error) {
	if err := d.home(); err != nil {
		return "", err
	}
	if err := d.x.press("/"); err != nil {
		return "", err
	}
	if _, err := d.x.shows(patience, d.h.words.Say("desk.search")); err != nil {
		return "", err
	}
	if err := d.x.press(word); err != nil {
		return "", err
	}
	one := " " + d.h.words.Count("desk.found", 1) // and not 11
	if screen, err := d.x.shows(patience, d.h.words.Say("desk.search")+" "+word, one); err != nil {
		return screen, err
	}
	if err := d.x.press(enter); err != nil {
		return "", err
	}
	return d.x.until(patience, func(s string) bool {
		return rowOf(s, word) != "" && strings.Contains(s, one) && !strings.Contains(s, "┌─")
	})
}

// rowOf is the line of a list that begins to tell of a word: a column can be narrower than the whole of it.
func rowOf(screen, word string) string { return row(screen, word[:min(len(word), 10)]) }

// row is the line of a list that has this text and a number, "" when there is none.
func row(screen, text string) string {
	for line := range strings.Lines(screen) {
		if list, _, _ := strings.Cut(line, "│"); strings.Contains(list, text) && aNumber.MatchString(list) && (strings.HasPrefix(list, "▌") || strings.HasPrefix(list, "  ")) {
			return list
		}
	}
	return ""
}

// does carries something out until it is known to be done: after an answer that does not come, seen looks whether it was done all
// the same, and only then it is done again. A session that ended is begun anew.
func (d *desk) does(what string, do func() error, seen func() (bool, error)) error {
	var last error
	for try := range 6 {
		if try > 0 {
			d.lost++
			d.h.say("%s, %s: no answer (%v), so it is looked up", d.name, what, last)
			done, err := seen()
			if err == nil && done {
				return nil
			}
			if err != nil {
				last = err
				continue
			}
		}
		if last = do(); last == nil {
			return nil
		}
	}
	screen := ""
	if d.x != nil {
		screen, _ = d.x.text()
	}
	return fmt.Errorf("%s, %s: %w\n%s", d.name, what, last, trimmed(screen))
}

// walkIn puts a question in the queue, by the line or by the form, and gives its number.
func (d *desk) walkIn(word string, form bool) (number string, err error) {
	w := d.h.words
	before, after, _ := strings.Cut(w.Say("did.act-add-request"), "{number}")
	told := regexp.MustCompile(regexp.QuoteMeta(before) + `(ZW-\d+)` + regexp.QuoteMeta(after))
	said := d.book.intends(word)
	confirmed := func(key string) error {
		if err := d.x.press(key); err != nil {
			return err
		}
		screen, err := d.x.until(patience, func(s string) bool {
			m := told.FindStringSubmatch(s)
			return m != nil && !d.book.known(m[1]) && !strings.Contains(s, "┌─")
		})
		if err == nil {
			number = told.FindStringSubmatch(screen)[1]
		}
		return err
	}
	err = d.does("a walk-in", func() error {
		if err := d.home(); err != nil {
			return err
		}
		if err := d.typing("n", w.Say("intake.title"), said); err != nil {
			return err
		}
		if !form {
			return confirmed(enter)
		}
		if err := d.x.press(tab); err != nil {
			return err
		}
		if _, err := d.x.shows(patience, w.Say("field.details")); err != nil {
			return err
		}
		return confirmed(ctrlS)
	}, func() (bool, error) {
		// Somebody who sees their words still standing there saves them again, without a thought.
		screen := ""
		if d.x != nil {
			screen, _ = d.x.text()
		}
		if strings.Contains(screen, "› "+word) && strings.Contains(screen, w.Say("intake.title")) && confirmed(enter) == nil {
			return true, nil
		}
		screen, err := d.find(word)
		if errors.Is(err, errLate) {
			return false, nil
		}
		number = aNumber.FindString(rowOf(screen, word))
		return number != "", err
	})
	if err == nil {
		d.book.added(number, said, d.name)
	}
	return number, err
}

// claim takes a request up, and tells whether it is this desk's now.
func (d *desk) claim(number string, at func()) (mine bool, err error) {
	w := d.h.words
	won, ask := w.Say("did.act-claim", "number", number), w.Say("desk.take-over.title")
	taken, _, _ := strings.Cut(w.Say("error.claimed-by", "number", number), "{")
	yours := w.Say("error.already-yours", "number", number)
	you := regexp.MustCompile(` ` + regexp.QuoteMeta(w.Say("person.you")) + ` *$`)
	look := func() (bool, error) {
		screen, err := d.find(number)
		mine = err == nil && you.MatchString(row(screen, number))
		return mine, err
	}
	err = d.does("taking "+number, func() error {
		if mine, err := look(); err != nil || mine {
			return err
		}
		if at != nil {
			at() // all at once; the second time they are past it
			at = nil
		}
		if err := d.x.press("c"); err != nil {
			return err
		}
		screen, err := d.x.until(patience, func(s string) bool {
			return strings.Contains(s, won) || strings.Contains(s, ask) || strings.Contains(s, taken) || strings.Contains(s, yours)
		})
		mine = err == nil && (strings.Contains(screen, won) || strings.Contains(screen, yours))
		return err
	}, look)
	if at != nil {
		at()
	}
	if err == nil && mine {
		d.book.claimed(number, d.name)
	}
	return mine, err
}

// memo writes a note for colleagues.
func (d *desk) memo(number, word string) error {
	w := d.h.words
	err := d.does("a memo", func() error {
		if _, err := d.find(number); err != nil {
			return err
		}
		if err := d.typing("m", w.Say("memo.title"), word); err != nil {
			return err
		}
		if err := d.x.press(enter); err != nil {
			return err
		}
		_, err := d.x.shows(patience, w.Say("did.act-memo", "number", number))
		return err
	}, func() (bool, error) { return d.book.h.has(number, word) })
	if err == nil {
		d.book.noted(number, word)
	}
	return err
}

// typing opens a line by a key and types into it; what was typed before is replaced.
func (d *desk) typing(key, title, said string) error {
	if err := d.x.press(key); err != nil {
		return err
	}
	if _, err := d.x.shows(patience, title); err != nil {
		return err
	}
	d.x.settled(30 * time.Millisecond)
	if screen, _ := d.x.text(); strings.Contains(screen, said) {
		return nil
	}
	if err := d.x.press(ctrlU, said); err != nil {
		return err
	}
	_, err := d.x.shows(patience, said)
	return err
}

// close closes a request.
func (d *desk) close(number string) error {
	w := d.h.words
	err := d.does("closing", func() error {
		if _, err := d.find(number); err != nil {
			return err
		}
		if err := d.x.press("x"); err != nil {
			return err
		}
		if _, err := d.x.shows(patience, w.Say("close.title", "number", number)); err != nil {
			return err
		}
		if err := d.x.press(" ", ctrlS); err != nil {
			return err
		}
		_, err := d.x.shows(patience, w.Say("did.act-close", "number", number))
		return err
	}, func() (bool, error) {
		r, err := d.h.request(number)
		return r.Status == "closed", err
	})
	if err == nil {
		d.book.closed(number)
	}
	return err
}

// leaves types a note that is never saved, and leaves it open.
func (d *desk) leaves(number string) error {
	word := d.fresh("geheim")
	d.draft, d.whose = word, number
	return d.does("a draft", func() error {
		if _, err := d.find(number); err != nil {
			return err
		}
		return d.typing("m", d.h.words.Say("memo.title"), word)
	}, func() (bool, error) { return false, nil })
}

// finds its draft again.
func (d *desk) findsAgain() error {
	return d.does("finding the draft", func() error {
		if _, err := d.find(d.whose); err != nil {
			return err
		}
		if err := d.x.press("m"); err != nil {
			return err
		}
		_, err := d.x.shows(patience, d.h.words.Say("memo.title"), d.draft)
		return err
	}, func() (bool, error) { return false, nil })
}
