package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"leerbalie/store"
	"leerbalie/store/inspect"
)

const (
	childWord = "child"
	limit     = 20 * time.Second // of a child: a damaged file can make bbolt go round for ever
)

// outcome is what came of a damage.
type outcome struct {
	harmful bool   // something cannot be read, or is other than it was
	noticed bool   // the program or its check says so
	healed  bool   // nothing is said, and everything is as it was again
	said    string // by the check
	before  string // what is in the file, "" when it cannot be read
	after   string // the same after the check
}

// try harms a copy of the store and looks what comes of it.
func (s *sample) try(path string, k kind, seed int64, i int) (o outcome, what string, err error) {
	r := rand.New(rand.NewSource(seed*1_000_003 + int64(i)))
	harmed, what := k.harm(s, bytes.Clone(s.whole), r)
	if err := os.WriteFile(path, harmed, 0o600); err != nil {
		return o, what, err
	}
	o, done := ask(path, false)
	if !done { // the reader died of it: the check is asked alone
		if err := os.WriteFile(path, harmed, 0o600); err != nil {
			return o, what, err
		}
		before := o.before
		o, done = ask(path, true)
		o.before = before
		o.noticed = o.noticed || !done // as the program tells of a check that ended so
	}
	o.harmful = o.before != s.truth
	o.healed = !o.noticed && o.after != "" && o.after == s.settled
	if o.harmful && !o.noticed && !o.healed {
		kept := filepath.Join(os.TempDir(), fmt.Sprintf("damage-%d-%d.db", seed, i))
		what += ", kept as " + kept
		err = os.WriteFile(kept, harmed, 0o600)
	}
	o.before, o.after = "", ""
	return o, what, err
}

// ask runs a child over a file; done is false when it died or did not end.
func ask(path string, checkOnly bool) (o outcome, done bool) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	program, err := os.Executable()
	if err != nil {
		return o, false
	}
	args := []string{childWord, path}
	if checkOnly {
		args = append(args, "check")
	}
	cmd := exec.CommandContext(ctx, program, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	died := cmd.Run()
	for lines := bufio.NewScanner(&out); lines.Scan(); {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "before":
			o.before = rest
		case "check":
			o.noticed, o.said = rest != "", rest
			done = true
		case "after":
			o.after = rest
		}
	}
	return o, done && died == nil
}

// child reads a file, checks it as the program does, and reads it again.
func child(args []string) {
	path := args[0]
	if len(args) == 1 {
		fmt.Println("before", contents(path))
	}
	ask, err := json.Marshal(inspect.Ask{Path: path}) // without what is kept outside of the file
	if err != nil {
		fmt.Println("check", err)
		return
	}
	var out bytes.Buffer
	if err := inspect.Child(context.Background(), []string{string(ask)}, nil, &out); err != nil {
		fmt.Println("check", err)
		return
	}
	var r inspect.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		fmt.Println("check", err)
		return
	}
	said := ""
	if r.Failed != nil {
		said = r.Failed.Msg
	}
	for _, p := range r.Problems {
		said += fmt.Sprintf(" %s/%s/%s", p.Kind, p.Where, p.Detail)
	}
	fmt.Println("check", strings.TrimSpace(said))
	if err := index(path); err != nil {
		return
	}
	fmt.Println("after", contents(path))
}

// index enters the words that wait into the index, which replaces what it has of those texts.
func index(path string) error {
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "damage"})
	if err != nil {
		return err
	}
	return errors.Join(s.IndexWords(context.Background()), s.Close())
}

// contents is a digest of all that a file holds, as bbolt reads it: every entry, found by going through them and by its key. ""
// is a file that cannot be read. The number of the last transaction and who wrote it are left out: a check may write.
func contents(path string) (digest string) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if recover() != nil {
			digest = ""
		}
	}()
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return ""
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		return ""
	}
	defer db.Close()
	h := sha256.New()
	lost := false
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			part(h, name)
			if string(name) == "pending" {
				part(h, binary.BigEndian.AppendUint64(nil, b.Sequence()))
			}
			return b.ForEach(func(k, v []byte) error {
				if string(name) == "meta" && (string(k) == "tally" || string(k) == "derived") {
					return nil // what the program writes about itself whenever it opens a file
				}
				lost = lost || v == nil || !bytes.Equal(b.Get(k), v)
				part(h, k)
				part(h, v)
				return nil
			})
		})
	})
	if err != nil || lost {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

func part(h hash.Hash, b []byte) {
	_, _ = io.WriteString(h, fmt.Sprint(len(b), " "))
	h.Write(b)
}
