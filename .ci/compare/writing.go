package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
)

// writers compares durable actions a second of many who write at once.
func (c *compare) writers() error {
	shell, err := need("sqlite3", "sqlite3")
	if err != nil {
		return err
	}
	length, writers := c.length, c.at
	var ours, many, single []float64
	for round := range c.rounds {
		for _, one := range []struct {
			into *[]float64
			rate func(string) (float64, error)
		}{
			{&ours, func(path string) (float64, error) { return storeRate(path, length, writers) }},
			{&many, func(path string) (float64, error) { return sqliteRate(shell, path, length, writers) }},
			{&single, func(path string) (float64, error) { return sqliteRate(shell, path, length, 1) }},
		} {
			path := filepath.Join(c.dir, fmt.Sprintf("%d-%d", round, len(*one.into)))
			_ = os.RemoveAll(path)
			if err := os.Mkdir(path, 0o700); err != nil {
				return err
			}
			rate, err := one.rate(filepath.Join(path, "store.db"))
			if err != nil {
				return err
			}
			*one.into = append(*one.into, rate)
			if err := os.RemoveAll(path); err != nil {
				return err
			}
		}
	}
	best, rate := max(middle(many), middle(single)), middle(ours)
	c.say(line{what: fmt.Sprintf("durable actions a second, %d writers", writers), ours: fmt.Sprintf("%.0f/s", rate),
		beside: fmt.Sprintf("SQLite FULL %.0f, 1 writer %.0f", middle(many), middle(single)), ratio: rate / best, goal: "≥ 5 ×", reached: rate >= 5*best})
	return nil
}

// storeRate is how many requests a second are added to a store by several sessions at once, each waiting for its own.
func storeRate(path string, length time.Duration, writers int) (float64, error) {
	ctx := context.Background()
	if err := store.Create(path, time.Now()); err != nil {
		return 0, err
	}
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "compare", IndexAfter: 2 * time.Second})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	if _, err := model.Found(ctx, s, model.Founding{Site: "Zuid", Code: "ZW", Me: "Sam"}); err != nil {
		return 0, err
	}
	var done atomic.Int64
	failed := make([]error, writers)
	var all sync.WaitGroup
	began := time.Now()
	for w := range writers {
		session, err := model.EnterAs(ctx, s, "")
		if err != nil {
			return 0, err
		}
		all.Go(func() {
			for i := 0; time.Since(began) < length && failed[w] == nil; i++ {
				_, failed[w] = session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: summary(w, i)}})
				done.Add(1)
			}
		})
	}
	all.Wait()
	took := time.Since(began)
	for _, err := range failed {
		if err != nil {
			return 0, err
		}
	}
	return float64(done.Load()) / took.Seconds(), nil
}

func summary(writer, n int) string { return fmt.Sprintf("brief van de gemeente %d-%d", writer, n) }

// schema is what SQLite keeps of a request at the least: the request and the queue's order, what happened, and the number given out.
const schema = `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE request(id INTEGER PRIMARY KEY, number INTEGER UNIQUE, summary TEXT, status INTEGER, urgency INTEGER, created INTEGER);
CREATE INDEX queue ON request(status, urgency, created);
CREATE TABLE event(id INTEGER PRIMARY KEY, request INTEGER, at INTEGER, who INTEGER, body TEXT);
CREATE INDEX of_request ON event(request);
CREATE TABLE site(id INTEGER PRIMARY KEY, last INTEGER); INSERT INTO site VALUES(1, 0);
`

// sqliteRate is the same in SQLite, by so many of its shells at once.
func sqliteRate(shell, path string, length time.Duration, writers int) (float64, error) {
	if _, err := sqlite(shell, path, schema); err != nil {
		return 0, err
	}
	failed := make([]error, writers)
	var all sync.WaitGroup
	began := time.Now()
	for w := range writers {
		cmd := exec.Command(shell, "-bail", path)
		in, err := cmd.StdinPipe()
		if err != nil {
			return 0, err
		}
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			return 0, err
		}
		all.Go(func() {
			_, err := fmt.Fprintln(in, ".timeout 60000\nPRAGMA synchronous=FULL;")
			for i := 0; time.Since(began) < length && err == nil; i++ {
				_, err = fmt.Fprintf(in, `BEGIN IMMEDIATE; UPDATE site SET last=last+1 WHERE id=1;
INSERT INTO request(number, summary, status, urgency, created) SELECT last, '%[1]s', 0, 2, %[2]d FROM site WHERE id=1;
INSERT INTO event(request, at, who, body) VALUES(last_insert_rowid(), %[2]d, %[3]d, '%[1]s'); COMMIT;
`, summary(w, i), time.Now().UnixMilli(), w)
			}
			_ = in.Close()
			if ended := cmd.Wait(); ended != nil || err != nil {
				failed[w] = fmt.Errorf("sqlite3: %v, %v: %s", err, ended, said.String())
			}
		})
	}
	all.Wait()
	took := time.Since(began) // with what still stood in the pipes
	for _, err := range failed {
		if err != nil {
			return 0, err
		}
	}
	out, err := sqlite(shell, path, "SELECT count(*) FROM request;")
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(strings.TrimSpace(out))
	return float64(n) / took.Seconds(), err
}

// sqlite has the shell do something, and gives what it says.
func sqlite(shell, path, what string) (string, error) {
	cmd := exec.Command(shell, "-bail", path)
	cmd.Stdin = strings.NewReader(what)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("sqlite3: %w: %s", err, out)
	}
	return string(out), nil
}
