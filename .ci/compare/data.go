package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// opened opens the store of a place, as the person who began it.
func opened(p place) (*store.Store, *model.Session, error) {
	s, err := store.Open(p.store(), store.Options{Now: time.Now, Program: "compare"})
	if err != nil {
		return nil, nil, err
	}
	session, err := model.EnterAs(context.Background(), s, "")
	if err != nil {
		return nil, nil, errors.Join(err, s.Close())
	}
	return s, session, nil
}

// action compares one action that is on disk with a bare put in another file of the same size, in turn.
func (c *compare) action(rows int) error {
	ctx := context.Background()
	archive, err := c.archive(rows)
	if err != nil {
		return err
	}
	p, twin := c.place("acted", rows), c.place("put", rows)
	for _, to := range []place{p, twin} { // the archive stays as it is
		if err := to.take(archive); err != nil {
			return err
		}
		defer os.RemoveAll(to.dir)
	}
	s, session, err := opened(p)
	if err != nil {
		return err
	}
	defer s.Close()
	bare, err := disk.Open(twin.store(), 0o600, &disk.Options{FreelistType: disk.FreelistMapType})
	if err != nil {
		return err
	}
	defer bare.Close()
	of, err := inTurn(max(300, c.n), func(int) (time.Duration, error) {
		began := time.Now()
		_, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "brief van de gemeente", Theme: "taal"}})
		return time.Since(began), err
	}, func(i int) (time.Duration, error) {
		began := time.Now()
		err := bare.Update(func(tx *disk.Tx) error {
			return tx.Bucket([]byte("setting")).Put(fmt.Appendf(nil, "compare%09d", i), []byte("value"))
		})
		return time.Since(began), err
	})
	if err != nil {
		return err
	}
	c.atMost(2, fmt.Sprintf("one action, durable, %d", rows), middle(of[0]), "a bare put of bbolt", middle(of[1]))
	c.within(time.Second/60, fmt.Sprintf("one action, p99, %d", rows), at(of[0], 0.99), "a bare put of bbolt", at(of[1], 0.99))
	return nil
}

// asTyped are the hard things to type, by class: few letters, words that are everywhere, words that are nowhere.
func asTyped() map[string][]string {
	return map[string][]string{
		"one letter": {"b", "s", "v", "t", "r"}, "two letters": {"br", "sc", "va", "ta"}, "three letters": {"bri", "sch", "hui"},
		"common words": {"brief huur", "toeslag school", "brief school huur"}, "three of one letter": {"b s v", "h t e"},
		"common and rare": {"taal brieftaal", "deurwaarder huur", "schuldbrief"}, "nothing": {"zz", "brief zz", "huur zzz"},
		"as typed": {"v", "ve", "ver", "verh", "verhu", "verhuizen", "verhuizen b", "verhuizen br"},
	}
}

// search compares typing ahead: what was typed so far, and the newest forty with their rows, against FTS5 in a shell that stays.
func (c *compare) search(rows int) error {
	ctx := context.Background()
	p, err := c.archive(rows)
	if err != nil {
		return err
	}
	path, _, err := c.relational(rows)
	if err != nil {
		return err
	}
	s, session, err := opened(p)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.IndexWords(ctx); err != nil {
		return err
	}
	shell, err := ask(path)
	if err != nil {
		return err
	}
	const rounds = 40
	typed := asTyped()
	classes := slices.Sorted(maps.Keys(typed))
	var of [2][]time.Duration
	worst := [2]map[string][]time.Duration{{}, {}}
	for round := range rounds + 1 {
		for words, class := range each(typed, classes) {
			began := time.Now()
			found, err := desk.FindRequests(ctx, session, words, 40)
			ours := time.Since(began)
			if err != nil {
				return err
			}
			other, lines, err := shell.took(ftsed(words))
			if err != nil {
				return err
			}
			if len(found) != lines && rows == c.least() { // afterwards rows are added to the one and to the other
				return fmt.Errorf("%q: %d are found here, %d there", words, len(found), lines)
			}
			if round == 0 { // it warms up
				continue
			}
			for i, took := range []time.Duration{ours, other} {
				of[i], worst[i][class] = append(of[i], took), append(worst[i][class], took)
			}
		}
	}
	if err := shell.close(); err != nil {
		return err
	}
	c.atMost(0, fmt.Sprintf("typing ahead, p50, %d", rows), middle(of[0]), "FTS5", middle(of[1]))
	if what := fmt.Sprintf("typing ahead, p99, %d", rows); rows >= 1_000_000 {
		c.timesFaster(4, what, at(of[0], 0.99), "FTS5", at(of[1], 0.99))
	} else {
		c.atMost(0, what, at(of[0], 0.99), "FTS5", at(of[1], 0.99))
	}
	var slowest [2]time.Duration
	var slow string
	for _, class := range classes {
		for i := range slowest {
			if p99 := at(worst[i][class], 0.99); p99 > slowest[i] {
				if slowest[i] = p99; i == 0 {
					slow = class
				}
			}
		}
	}
	c.within(4*time.Millisecond, fmt.Sprintf("typing ahead, p99 of the slowest (%s), %d", slow, rows), slowest[0], "FTS5's slowest", slowest[1])
	return nil
}

// each gives what is typed, with its class.
func each(typed map[string][]string, classes []string) iter.Seq2[string, string] {
	return func(yield func(words, class string) bool) {
		for _, class := range classes {
			for _, words := range typed[class] {
				if !yield(words, class) {
					return
				}
			}
		}
	}
}
