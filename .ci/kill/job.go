package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// job is something that the program is killed in the middle of.
type job struct {
	name   string
	about  time.Duration // how long it takes, to begin with
	before func(*turn) error
	after  func(*turn) error
}

// turn is one time that a job is done.
type turn struct {
	c    *centre
	n    int
	args []string
	done bool   // it came to its end
	said string // what it wrote
	name string
	path string
}

// mark is how every word of secretWord begins, and nothing else.
const mark = "xqz"

// secretWord is a word that stands nowhere else, in small letters only.
func secretWord(n, m int) string {
	letters := []byte(mark)
	for _, k := range []int{n, m} {
		for ; k > 0; k /= 20 {
			letters = append(letters, "bcdfghjklmnprstvwxyz"[k%20])
		}
		letters = append(letters, 'q')
	}
	return string(letters)
}

func jobs() []job {
	return []job{
		{"add", 8 * time.Millisecond, beforeAdd, afterAdd},
		{"import", 60 * time.Millisecond, beforeImport, afterImport},
		{"backup", 60 * time.Millisecond, beforeBackup, afterBackup},
		{"restore", 80 * time.Millisecond, beforeRestore, afterRestore},
		{"repair", 200 * time.Millisecond, beforeRepair, afterRepair},
		{"erase", 60 * time.Millisecond, beforeErase, afterErase},
		{"compact", 60 * time.Millisecond, beforeCompact, afterCompact},
		{"export", 30 * time.Millisecond, beforeExport, afterExport},
	}
}

func beforeAdd(t *turn) error {
	t.args = []string{"request", "add", fmt.Sprintf("vraag nummer %d", t.n), "--json"}
	return nil
}

func afterAdd(t *turn) error {
	var r request
	if json.Unmarshal([]byte(t.said), &r) == nil {
		t.c.kept[r.Number] = r.Summary
	}
	return nil
}

func beforeImport(t *turn) error {
	t.path = t.c.table(fmt.Sprintf("deel%d", t.n), 200)
	t.args = []string{"import", "requests", t.path}
	return nil
}

// afterImport brings the file in again: each of its rows is there then, once.
func afterImport(t *turn) error {
	if _, err := t.c.do(t.args...); err != nil {
		return err
	}
	all, err := t.c.list()
	if err != nil {
		return err
	}
	times := map[string]int{}
	for _, r := range all {
		if strings.HasPrefix(r.SourceID, fmt.Sprintf("deel%d-", t.n)) {
			times[r.SourceID]++
			t.c.kept[r.Number] = r.Summary
		}
	}
	for source, n := range times {
		if n != 1 {
			return fmt.Errorf("%s is there %d times", source, n)
		}
	}
	if len(times) != 200 {
		return fmt.Errorf("%d of 200 rows are there after a second import", len(times))
	}
	return os.Remove(t.path)
}

func beforeBackup(t *turn) error {
	t.path = filepath.Join(t.c.copies(), fmt.Sprintf("copy%d.db", t.n))
	t.args = []string{"backup", t.path}
	return nil
}

// afterBackup finds a whole copy under the name, or nothing.
func afterBackup(t *turn) error {
	return t.gone(t.path, func() error {
		if said, err := t.c.do("check", "--db", t.path); err != nil {
			return fmt.Errorf("the copy: %w %s", err, said)
		}
		return nil
	})
}

// gone takes a file away again, and what stands beside it under its name. Once the job was done it has to be there; whole looks at it.
func (t *turn) gone(path string, whole func() error) error {
	_, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && t.done:
		return fmt.Errorf("%s is missing", filepath.Base(path))
	case err == nil:
		if err := whole(); err != nil {
			return err
		}
	}
	beside, err := filepath.Glob(path + "*")
	if err != nil {
		return err
	}
	for _, f := range beside {
		if err := os.Remove(f); err != nil {
			return err
		}
	}
	return nil
}

func beforeRestore(t *turn) error {
	from := filepath.Join(t.c.copies(), fmt.Sprintf("from%d.db", t.n))
	if _, err := t.c.do("backup", from); err != nil {
		return err
	}
	t.name, t.path = from, filepath.Join(t.c.copies(), fmt.Sprintf("new%d.db", t.n))
	t.args = []string{"--db", t.path, "restore", from}
	return nil
}

// afterRestore finds a whole store or none, once the program was started on it again.
func afterRestore(t *turn) error {
	_, _ = t.c.do("--db", t.path, "request", "list", "--limit", "1") // there may be none
	err := t.gone(t.path, func() error {
		if said, err := t.c.do("check", "--db", t.path); err != nil {
			return fmt.Errorf("the restored store: %w %s", err, said)
		}
		return nil
	})
	t.done = false
	return errors.Join(err, t.gone(t.name, func() error { return nil }))
}

// beforeRepair takes something away that can be made anew.
func beforeRepair(t *turn) error {
	db, err := bolt.Open(t.c.store(), 0o600, &bolt.Options{Timeout: time.Second})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		rows := tx.Bucket([]byte("row"))
		key, _ := rows.Cursor().First()
		return rows.Delete(key)
	})
	t.args = []string{"check", "--repair"}
	return errors.Join(err, db.Close())
}

func afterRepair(t *turn) error {
	said, err := t.c.do("check", "--repair")
	if err != nil {
		return fmt.Errorf("%w %s", err, said)
	}
	return nil
}

func beforeErase(t *turn) error {
	t.name = secretWord(t.n, 1)
	if _, err := t.c.do("resident", "add", "Xantippe "+t.name, "--phone", fmt.Sprintf("06%08d", t.n)); err != nil {
		return err
	}
	for range 3 {
		out, err := t.c.do("request", "add", "een vraag van "+t.name, "--resident", t.name, "--json")
		if err != nil {
			return err
		}
		var r request
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			return err
		}
		t.c.kept[r.Number] = r.Summary
	}
	t.args = []string{"resident", "erase", t.name, "--yes"}
	return nil
}

// afterErase finds the person whole, or nowhere; one who is still there is erased now.
func afterErase(t *turn) error {
	out, err := t.c.do("resident", "list", "--limit", "0", "--json")
	if err != nil {
		return err
	}
	there := strings.Contains(out, t.name)
	if t.done && there {
		return fmt.Errorf("%s was erased, and is there", t.name)
	}
	if there {
		if _, err := t.c.do("resident", "erase", t.name, "--yes"); err != nil {
			return err
		}
	}
	t.c.gone = append(t.c.gone, t.name)
	return nil
}

// beforeCompact kills an erasure that is well under way, so that wiping may be owed: the next start, which does it, is killed as well.
func beforeCompact(t *turn) error {
	if err := beforeErase(t); err != nil {
		return err
	}
	whole := t.c.length(job{name: "erase", about: 60 * time.Millisecond})
	cmd, _ := t.c.command(t.args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	time.Sleep(whole/2 + time.Duration(t.c.random.Int63n(int64(whole)/2)))
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	t.args = []string{"request", "list", "--limit", "1"}
	return nil
}

// afterCompact is afterErase for an erasure of which nobody knows how far it came.
func afterCompact(t *turn) error {
	t.done = false
	return afterErase(t)
}

func beforeExport(t *turn) error {
	t.path = filepath.Join(t.c.copies(), fmt.Sprintf("out%d.csv", t.n))
	t.args = []string{"export", "requests", "-o", t.path}
	return nil
}

func afterExport(t *turn) error { return t.gone(t.path, func() error { return nil }) }
