package queue

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Several questions can be taken in at once: each has a slot of its own, with its own draft. The first slot is "", the
// others are numbers from 2.

func slotKey(kind, slot string) string {
	if slot == "" {
		return kind
	}
	return kind + "/" + slot
}

// intakes are the slots in which something is unfinished, with the kind of each, in order.
func (q *Queue) intakes() (slots, kinds []string) {
	type one struct {
		n          int
		slot, kind string
	}
	var all []one
	for key := range q.drafts {
		kind, slot, _ := strings.Cut(strings.TrimPrefix(key, draftPrefix), "/")
		if kind == "line" || kind == "new" {
			n, _ := strconv.Atoi(slot)
			all = append(all, one{n, slot, kind})
		}
	}
	slices.SortFunc(all, func(a, b one) int {
		if a.n != b.n {
			return a.n - b.n
		}
		return strings.Compare(a.kind, b.kind)
	})
	for _, o := range all {
		slots, kinds = append(slots, o.slot), append(kinds, o.kind)
	}
	return slots, kinds
}

// freeSlot is a slot in which nothing is unfinished.
func (q *Queue) freeSlot() string {
	taken, _ := q.intakes()
	slot := ""
	for n := 2; slices.Contains(taken, slot); n++ {
		slot = strconv.Itoa(n)
	}
	return slot
}

// startIntake begins to take a question in, or goes on with the one that was left last; a text that was pasted begins a
// new one.
func (q *Queue) startIntake(line string) tea.Cmd {
	if line != "" {
		return q.openIntake(q.freeSlot(), line)
	}
	last := ""
	for key, d := range q.drafts {
		kind, _, _ := strings.Cut(strings.TrimPrefix(key, draftPrefix), "/")
		if (kind == "line" || kind == "new") && (last == "" || d.SavedAt.After(q.drafts[last].SavedAt) || d.SavedAt.Equal(q.drafts[last].SavedAt) && key > last) {
			last = key
		}
	}
	if last != "" {
		return q.resume(last)
	}
	return q.openIntake("", "")
}

// turn puts the open intake away and begins another beside it, or goes on with the next that is unfinished.
func (q *Queue) turn(msg tea.KeyMsg) (tea.Cmd, bool) {
	set := q.env.Keys
	beside := set.Is(msg, Beside)
	if !beside && !set.Is(msg, Turn) {
		return nil, false
	}
	here := draftKey(q.dialog)
	kept := q.keep()
	if beside {
		slot := q.freeSlot()
		return tea.Batch(kept, q.openIntake(slot, "")), true
	}
	slots, kinds := q.intakes()
	at := -1
	for i := range slots {
		if slotKey(kinds[i], slots[i]) == here {
			at = i
		}
	}
	if len(slots) == 0 || len(slots) == 1 && at == 0 {
		return kept, true
	}
	at = (at + 1) % len(slots)
	return tea.Batch(kept, q.resume(draftPrefix+slotKey(kinds[at], slots[at]))), true
}

// intakeTitle says which of several intakes is open.
func (q *Queue) intakeTitle(slot string) string {
	w := q.env.Words
	slots, _ := q.intakes()
	slots = slices.Compact(slots)
	at := slices.Index(slots, slot)
	if at < 0 {
		slots, at = append(slots, slot), len(slots)
	}
	if len(slots) < 2 {
		return w.Say("intake.title")
	}
	return w.Say("intake.title") + " " + w.Say("intake.of", "n", at+1, "of", len(slots))
}
