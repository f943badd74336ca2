package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// erasedName is what the resident is called who is erased in the middle.
const erasedName = "Xqzuitgewistq"

// handover has the first desk take seven requests and give them to the second, in one action by a command.
func (q *queue) handover() error {
	from, to := q.desks[0], q.desks[min(1, len(q.desks)-1)]
	args := []string{"request", "handover", "--to", to.name, "--as", from.name}
	var numbers []string
	for i := range handedOver {
		var r request
		if err := q.h.ask(&r, "request", "add", q.book.intends(token("over", i+1))); err != nil {
			return err
		}
		q.book.added(r.Number, r.Summary, staff[0])
		if mine, err := from.claim(r.Number, nil); err != nil || !mine {
			return fmt.Errorf("%s is not with %s: %w", r.Number, from.name, err)
		}
		numbers = append(numbers, r.Number)
	}
	if from == to {
		return nil
	}
	if _, err := q.h.try(append(args, numbers...)...); err != nil {
		return err
	}
	for _, number := range numbers {
		q.book.claimed(number, to.name)
	}
	q.h.say("%d requests went from %s to %s", len(numbers), from.name, to.name)
	return nil
}

// handedOver is how many requests change hands at once.
const handedOver = 7

// closes looks everything over.
func (q *queue) closes() error {
	if err := q.all((*desk).findsAgain); err != nil {
		q.h.fault("%v", err)
	}
	q.watch.ends()
	var words []string
	for word := range q.book.tried {
		words = append(words, word)
	}
	for _, d := range q.desks {
		words = append(words, d.draft)
	}
	for _, notes := range q.book.memos {
		for word := range notes {
			words = append(words, word)
		}
	}
	shown := q.wall.looked(slices.Concat(words, staff, []string{erasedName}))
	q.leave()
	if said, err := q.h.try("check"); err != nil {
		q.h.fault("check: %v %s", err, said)
	}
	q.lost, q.twice = q.book.settle()
	seen := make([]string, len(q.desks))
	for i, d := range q.desks {
		seen[i] = d.seen()
	}
	others := 0
	for i, d := range q.desks {
		for j := range q.desks {
			if i != j && d.draft != "" && strings.Contains(seen[j], d.draft) {
				q.h.fault("%s saw what %s had half typed", q.desks[j].name, d.name)
				others++
			}
		}
		if strings.Contains(q.watch.said(), d.draft) {
			q.h.fault("a command told what %s had half typed", d.name)
			others++
		}
	}
	found, err := q.h.finds(append(words, erasedName))
	if err != nil {
		return err
	}
	for _, f := range found {
		q.h.fault("a word that was typed stands outside of the store: %s", f)
	}
	for _, w := range append(words, erasedName) {
		if strings.Contains(q.h.errors.String(), w) {
			q.h.fault("%s stands on standard error", w)
		}
	}
	if body, err := os.ReadFile(q.h.db()); err != nil || strings.Contains(string(body), erasedName) {
		q.h.fault("who was erased stands in the store: %v", err)
	}
	races, _ := filepath.Glob(filepath.Join(q.h.dir, "races", "race*"))
	for _, r := range races {
		said, _ := os.ReadFile(r)
		q.h.fault("a race: %.4000s", said)
	}
	lost := 0
	for _, d := range q.desks {
		lost += d.lost
	}
	fmt.Println()
	for _, line := range [][2]any{
		{"actions that were confirmed", q.book.actions}, {"lost", q.lost}, {"there twice", q.twice}, {"requests that all reached for at once", q.collisions},
		{"answers that were waited for in vain, and looked up", lost},
		{"kills of whoever had the store", q.kills}, {"… until another session went on: median, longest", spread(q.wentOn)},
		{"… until the service was back", spread(q.back)},
		{"until all screens agreed with the list: median, longest", spread(q.agreed)},
		{"lists that a sixth shell asked for; those that failed", fmt.Sprintf("%d; %d", q.watch.asked, q.watch.failed)},
		{"… how long one took: median, longest", spread(q.watch.took)},
		{"things half typed that somebody else saw", others}, {"words in logs and other files", len(found)},
		{"words and names that the board showed", shown},
	} {
		fmt.Printf("   %-56v %v\n", line[0], line[1])
	}
	return nil
}

// spread is the middle and the longest of some times.
func spread(of []time.Duration) string {
	if len(of) == 0 {
		return "–"
	}
	s := slices.Sorted(slices.Values(of))
	return fmt.Sprintf("%v, %v", s[len(s)/2].Round(time.Millisecond/10), s[len(s)-1].Round(time.Millisecond/10))
}
