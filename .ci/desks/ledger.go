package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// ledger is what was confirmed: on a screen, or by a command that ended well. It knows nothing from the store.
type ledger struct {
	h *house

	mu      sync.Mutex
	tried   map[string]string          // word → all that was typed for a request, confirmed or not
	kept    map[string]string          // number → the same, confirmed
	by      map[string]string          // number → who added it
	holds   map[string]string          // number → who has it, as last confirmed
	memos   map[string]map[string]bool // number → words of notes
	over    map[string]bool            // number → closed
	erased  []string                   // words that are gone for good
	gone    map[string]bool            // numbers whose words went with an erasure
	actions int
}

func newLedger(h *house) *ledger {
	return &ledger{h: h, tried: map[string]string{}, kept: map[string]string{}, by: map[string]string{}, holds: map[string]string{},
		memos: map[string]map[string]bool{}, over: map[string]bool{}, gone: map[string]bool{}}
}

// intends notes that a request with this word may be made, and gives what is typed for it.
func (l *ledger) intends(word string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tried[word] = word + " wacht aan de balie"
	return l.tried[word]
}

func (l *ledger) known(number string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, ok := l.kept[number]
	return ok
}

func (l *ledger) added(number, said, who string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if before, twice := l.kept[number]; twice {
		l.mu.Unlock()
		l.h.fault("%s was confirmed as %q and as %q", number, before, said)
		l.mu.Lock()
	}
	l.kept[number], l.by[number] = said, who
	l.actions++
}

func (l *ledger) claimed(number, who string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.holds[number] = who
	l.actions++
}

func (l *ledger) noted(number, word string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.memos[number] == nil {
		l.memos[number] = map[string]bool{}
	}
	l.memos[number][word] = true
	l.actions++
}

func (l *ledger) closed(number string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over[number] = true
	delete(l.holds, number)
	l.actions++
}

// held are the numbers that somebody has, as far as was confirmed.
func (l *ledger) held(who string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []string
	for number, by := range l.holds {
		if by == who && !l.over[number] {
			out = append(out, number)
		}
	}
	slices.Sort(out)
	return out
}

// confirmed are the numbers and summaries that are certain by now.
func (l *ledger) confirmed() map[string]string {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make(map[string]string, len(l.kept))
	for number, said := range l.kept {
		if !l.gone[number] {
			out[number] = said
		}
	}
	return out
}

// request is what commands tell of one.
type request struct {
	Number, Status, Summary string
	Holder                  []struct{ Name string }
	Memos                   []struct{ Text string }
}

// request asks for one by its number.
func (h *house) request(number string) (r request, err error) {
	err = h.ask(&r, "request", "show", number)
	return r, err
}

// has tells whether a request has a note with a word.
func (h *house) has(number, word string) (bool, error) {
	r, err := h.request(number)
	return slices.ContainsFunc(r.Memos, func(m struct{ Text string }) bool { return m.Text == word }), err
}

// list is every request that there is.
func (h *house) list(status string) (all []request, err error) {
	err = h.ask(&all, "request", "list", "--status", status, "--limit", "0")
	return all, err
}

// lacks compares a list with what was confirmed before it was asked for: what is missing of it, and what is there twice.
func (l *ledger) lacks(all []request, confirmed map[string]string) (missing, twice []string) {
	there, words := map[string]string{}, map[string]int{}
	for _, r := range all {
		if _, again := there[r.Number]; again {
			twice = append(twice, r.Number)
		}
		there[r.Number] = r.Summary
		word, _, _ := strings.Cut(r.Summary, " ")
		if words[word]++; words[word] > 1 && strings.HasPrefix(word, "xqz") {
			twice = append(twice, fmt.Sprintf("%s (%s)", word, r.Number))
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for number, said := range confirmed {
		if have, ok := there[number]; (!ok || have != said) && !l.gone[number] {
			missing = append(missing, fmt.Sprintf("%s %q is %q", number, said, have))
		}
	}
	slices.Sort(missing)
	return missing, twice
}

// settle looks everything over at the end, and tells how much was lost and how much is there twice.
func (l *ledger) settle() (lost, double int) {
	all, err := l.h.list("all")
	if err != nil {
		l.h.fault("the last list: %v", err)
		return 0, 0
	}
	missing, twice := l.lacks(all, l.confirmed())
	for _, m := range missing {
		l.h.fault("lost: %s", m)
	}
	for _, t := range twice {
		l.h.fault("twice: %s", t)
	}
	lost, double = len(missing), len(twice)
	for number := range l.kept {
		if l.gone[number] {
			continue
		}
		r, err := l.h.request(number)
		if err != nil {
			l.h.fault("%s: %v", number, err)
			continue
		}
		if l.over[number] != (r.Status == "closed") {
			l.h.fault("%s is %s", number, r.Status)
			lost++
		}
		if who := l.holds[number]; who != "" && (len(r.Holder) != 1 || r.Holder[0].Name != who) {
			l.h.fault("%s was taken by %s, and is with %v", number, who, r.Holder)
			lost++
		}
		times := map[string]int{}
		for _, m := range r.Memos {
			times[m.Text]++
		}
		for word, n := range times {
			if n > 1 {
				l.h.fault("the note %s stands %d times with %s", word, n, number)
				double++
			}
		}
		for word := range l.memos[number] {
			if times[word] == 0 {
				l.h.fault("the note %s with %s is gone", word, number)
				lost++
			}
		}
	}
	return lost, double
}
