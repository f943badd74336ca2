package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store"
	"leerbalie/store/demo"
)

// sample is a store that is harmed, with its bytes at earlier moments.
type sample struct {
	name    string
	whole   []byte
	earlier [][]byte
	entries []spot // where a number of its entries lie, by turns of each bucket
	truth   string // what is in it, as the child tells
	settled string // what is in it after a check
}

// spot is where an entry lies in the file.
type spot struct {
	bucket   string
	from, to int
}

// found makes the stores that are harmed: a small one with every kind of change, and one of a whole neighbourhood. Each has
// drafts, settings, a change that waits for another, and words that are not in the index yet.
func found(dir string) ([]*sample, error) {
	var out []*sample
	for _, name := range []string{"everything", "neighbourhood"} {
		s := &sample{name: name}
		path := filepath.Join(dir, name+".db")
		if err := s.fill(path); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := s.look(path); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func (s *sample) fill(path string) error {
	ctx := context.Background()
	if err := store.Create(path, time.Now()); err != nil {
		return err
	}
	return s.with(path, func(db *store.Store) error {
		if s.name == "neighbourhood" {
			if _, err := demo.Fill(ctx, db, time.Now(), 1, nil); err != nil {
				return err
			}
		} else {
			me, err := model.Found(ctx, db, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
			if err != nil {
				return err
			}
			session, err := model.Enter(ctx, db, me)
			if err == nil {
				err = modeltest.Everything(ctx, session, time.Now())
			}
			if err != nil {
				return err
			}
		}
		if err := waiting(ctx, db, path+".other"); err != nil {
			return err
		}
		return db.IndexWords(ctx)
	}, func(db *store.Store) error { return s.work(ctx, db, 12) },
		func(db *store.Store) error { return db.Compact(ctx) },
		func(db *store.Store) error { return s.work(ctx, db, 6) },
		func(db *store.Store) error { return s.work(ctx, db, 1) })
}

// with opens the store for each part of its story, and keeps its bytes between them.
func (s *sample) with(path string, parts ...func(*store.Store) error) error {
	for _, part := range parts {
		db, err := store.Open(path, store.Options{Now: time.Now, Program: "damage"})
		if err != nil {
			return err
		}
		if err := errors.Join(part(db), db.Close()); err != nil {
			return err
		}
		if s.whole != nil {
			s.earlier = append(s.earlier, s.whole)
		}
		if s.whole, err = os.ReadFile(path); err != nil {
			return err
		}
	}
	return nil
}

// work is some of a day: what is typed, what is set, what comes in.
func (s *sample) work(ctx context.Context, db *store.Store, n int) error {
	me, err := model.Who(ctx, db, "Sam")
	if err != nil {
		if me, err = anybody(ctx, db); err != nil {
			return err
		}
	}
	session, err := model.Enter(ctx, db, me)
	if err != nil {
		return err
	}
	for i := range n {
		r, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("Vraag %d over de brief van %d", i, n), Theme: "taal"}})
		if err != nil {
			return err
		}
		err = errors.Join(
			session.SaveDraft(ctx, model.Draft{Key: fmt.Sprint("memo-", i%7), Text: fmt.Sprintf("half getypt, voor de %d-de keer van %d", i, n)}),
			session.SetSetting(ctx, "damage", fmt.Sprint(n, " ", i)))
		if err != nil {
			return err
		}
		if _, err = session.Do(ctx, desk.AddMemo{ID: r.Entity, Text: "een memo"}); err != nil {
			return err
		}
	}
	return nil
}

// waiting has a store receive changes of which those that come first are lacking.
func waiting(ctx context.Context, db *store.Store, path string) error {
	if err := store.Create(path, time.Now()); err != nil {
		return err
	}
	other, err := store.Open(path, store.Options{Now: time.Now, Program: "damage"})
	if err != nil {
		return err
	}
	defer other.Close()
	if _, err := model.Found(ctx, other, model.Founding{Site: "Noord", Code: "NO", Me: "Noor"}); err != nil {
		return err
	}
	heads, err := other.Heads(ctx)
	if err != nil {
		return err
	}
	waits := 0
	for stream := range heads {
		batch, err := other.Since(ctx, stream, 1, 0)
		if err != nil {
			return err
		}
		if err := db.Receive(ctx, batch); err != nil {
			return err
		}
		waits += len(batch)
	}
	if waits == 0 {
		return errors.New("nothing waits")
	}
	return nil
}

// look reads where entries lie, and what is in the store, before it is harmed.
func (s *sample) look(path string) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	random := rand.New(rand.NewSource(1))
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			var all []spot
			err := b.ForEach(func(k, v []byte) error {
				at, ok := offset(db, k, len(s.whole))
				if !ok { // a small bucket lies within the page of the list of buckets, and bbolt may have it elsewhere in memory
					if at = s.within(s.root(), append(bytes.Clone(k), v...)); at < 0 {
						return fmt.Errorf("an entry of %s is nowhere", name)
					}
				}
				all = append(all, spot{string(name), at, at + len(k) + len(v)})
				return nil
			})
			for range min(len(all), 200) {
				s.entries = append(s.entries, all[random.Intn(len(all))])
			}
			return err
		})
	})
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	at := path + ".look"
	if err := os.WriteFile(at, s.whole, 0o600); err != nil {
		return err
	}
	first, _ := ask(at, false)
	if s.truth, s.settled = first.before, first.after; s.truth == "" || s.settled == "" || first.noticed {
		return fmt.Errorf("the store is not sound before it is harmed: %+v", first)
	}
	return os.Remove(at)
}

// root is the page of the list of buckets.
func (s *sample) root() int {
	order := binary.NativeEndian
	newest := s.whole[16:80]
	if second := s.whole[size+16 : size+80]; order.Uint64(second[48:]) > order.Uint64(newest[48:]) {
		newest = second
	}
	return int(order.Uint64(newest[16:]))
}

// within is where some bytes lie in a page or in those below it; below 0: nowhere.
func (s *sample) within(id int, want []byte) int {
	order := binary.NativeEndian
	at := id * size
	page := s.whole[at : at+size*(1+int(order.Uint32(s.whole[at+12:])))]
	const branch = 1
	if order.Uint16(page[8:]) != branch {
		if i := bytes.Index(page, want); i >= 0 {
			return at + i
		}
		return -1
	}
	for i := range int(order.Uint16(page[10:])) {
		if found := s.within(int(order.Uint64(page[16+16*i+8:])), want); found >= 0 {
			return found
		}
	}
	return -1
}

// anybody is who comes first among the staff of a store.
func anybody(ctx context.Context, db *store.Store) (who journal.ID, err error) {
	err = db.Read(ctx, func(tx model.Tx) error {
		return tx.Each(model.KindPerson, func(r *journal.Record) error {
			if who.IsZero() {
				who = r.ID
			}
			return nil
		})
	})
	return who, err
}
