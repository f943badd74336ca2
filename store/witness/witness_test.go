package witness

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// key is one of many, the same at every run.
func key(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

func headAt(n byte, seq uint64) Head {
	return Head{Stream: journal.Stream{Replica: journal.Replica{n}, Scope: journal.Scope{Class: journal.Desk, Part: journal.ID{n}}}, Seq: seq, Hash: [32]byte{n, byte(seq)}}
}

func code(err error) string {
	var known *fault.Error
	if errors.As(err, &known) {
		return known.Msg
	}
	return fmt.Sprint(err)
}

func TestWitnessComesBack(t *testing.T) {
	at := time.Date(2026, 11, 30, 9, 0, 0, 123e6, time.UTC)
	signed, err := Sign(key(1), at, []Head{headAt(9, 2), headAt(3, 7)})
	must(t, err)
	w, err := Read(signed)
	must(t, err)
	want := &Witness{Public: key(1).Public().(ed25519.PublicKey), At: at, Heads: []Head{headAt(3, 7), headAt(9, 2)}}
	if !reflect.DeepEqual(w, want) {
		t.Errorf("%+v came back as %+v", want, w)
	}
	if w.Replica() != trust.ReplicaOf(want.Public) || w.Replica() == trust.ReplicaOf(key(2).Public().(ed25519.PublicKey)) {
		t.Errorf("it is of %s", w.Replica())
	}
	if _, err := Sign(key(1)[:9], at, nil); code(err) != "witness-form" {
		t.Errorf("half a key signs: %v", err)
	}
}

// TestNoByteOfAWitnessCanBeAltered: whatever bit is turned over, it is not one any more, or not by whoever signed it.
func TestNoByteOfAWitnessCanBeAltered(t *testing.T) {
	signed, err := Sign(key(1), time.UnixMilli(5), []Head{headAt(3, 7)})
	must(t, err)
	for i := range len(signed) * 8 {
		bad := bytes.Clone(signed)
		bad[i/8] ^= 1 << (i % 8)
		if _, err := Read(bad); err == nil {
			t.Errorf("bit %d can be turned over", i)
		}
	}
	for n := range signed {
		if _, err := Read(signed[:n]); err == nil {
			t.Errorf("%d of %d bytes are enough", n, len(signed))
		}
	}
	if _, err := Read(append(bytes.Clone(signed), 0)); err == nil {
		t.Error("there may be something behind it")
	}
	if _, err := Read(make([]byte, Size+1)); code(err) != "witness-form" {
		t.Errorf("it may have any size: %v", err)
	}
}

func TestCovers(t *testing.T) {
	of := func(heads ...Head) *Witness { return &Witness{Heads: heads} }
	other := headAt(1, 5)
	other.Hash[9] = 1
	for name, c := range map[string]struct {
		mine, theirs *Witness
		want         bool
	}{
		"the same":         {of(headAt(1, 5)), of(headAt(1, 5)), true},
		"further":          {of(headAt(1, 6), headAt(2, 1)), of(headAt(1, 5)), true},
		"less far":         {of(headAt(1, 4)), of(headAt(1, 5)), false},
		"without a stream": {of(headAt(1, 9)), of(headAt(1, 5), headAt(2, 1)), false},
		"another hash":     {of(other), of(headAt(1, 5)), false},
		"nothing":          {of(), of(), true},
	} {
		if got := c.mine.Covers(c.theirs); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, heads := range [][]Head{nil, {headAt(1, 1)}, {headAt(1, 1), headAt(2, 1<<40)}} {
		signed, err := Sign(key(1), time.UnixMilli(77), heads)
		must(f, err)
		f.Add(signed)
		f.Add(signed[:len(signed)/2])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := Read(b)
		if err != nil {
			if fault.KindOf(err) != fault.Damaged {
				t.Fatalf("%v", err)
			}
			return
		}
		if !w.Covers(w) {
			t.Fatalf("%+v knows less than itself", w)
		}
	})
}

// notes are those of a machine in an own folder.
func notes(t *testing.T) Notes {
	return Notes{Folder: filepath.Join(t.TempDir(), "state"), Machine: "here"}
}

func write(t *testing.T, n Notes, path string, k ed25519.PrivateKey, at time.Time, heads ...Head) error {
	t.Helper()
	signed, err := Sign(k, at, heads)
	must(t, err)
	return n.Write(path, signed)
}

func TestNotes(t *testing.T) {
	n, name := notes(t), trust.ReplicaOf(key(1).Public().(ed25519.PublicKey))
	if _, ok := n.Read(name); ok {
		t.Fatal("a note is there before one was written")
	}
	now := time.Now().Truncate(time.Millisecond)
	must(t, write(t, n, "/a", key(1), now, headAt(1, 5)))
	note, ok := n.Read(name)
	if !ok || note.Path != "/a" || !note.At.Equal(now) || len(note.Heads) != 1 {
		t.Fatalf("%+v %v", note, ok)
	}
	for what, h := range map[string]Head{"less": headAt(1, 4), "another stream": headAt(2, 9)} {
		if err := write(t, n, "/b", key(1), now, h); code(err) != "witness-less" {
			t.Errorf("%s is written over it: %v", what, err)
		}
	}
	if note, _ = n.Read(name); note.Path != "/a" || note.Heads[0] != headAt(1, 5) {
		t.Errorf("it became %+v", note)
	}
	must(t, write(t, n, "/b", key(1), now, headAt(1, 6)))
	if note, _ = n.Read(name); note.Path != "/b" || note.Heads[0] != headAt(1, 6) {
		t.Errorf("it stayed %+v", note)
	}
	info, err := os.Stat(n.File(name))
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	there := Notes{Folder: n.Folder, Machine: "there"}
	if _, ok := there.Read(name); ok || len(there.Elsewhere(name)) != 1 || len(n.Elsewhere(name)) != 0 {
		t.Error("the notes of two machines are one")
	}
	if err := n.Write("/a", []byte("none")); code(err) != "witness-form" {
		t.Errorf("anything is written down: %v", err)
	}
}

// TestBadNotesAreNone: what is damaged, too large, or of another store's key says nothing, and is written over.
func TestBadNotesAreNone(t *testing.T) {
	n, name := notes(t), trust.ReplicaOf(key(1).Public().(ed25519.PublicKey))
	must(t, write(t, n, "/a", key(2), time.Now(), headAt(1, 9)))
	must(t, write(t, n, "/a", key(1), time.Now(), headAt(1, 1)))
	mine, err := os.ReadFile(n.File(name))
	must(t, err)
	others, err := os.ReadFile(n.File(trust.ReplicaOf(key(2).Public().(ed25519.PublicKey))))
	must(t, err)
	unsigned := []byte(string(mine)) // a letter of the signature is another
	if at := len(mine) - len(`===="}`) - 8; unsigned[at] == 'A' {
		unsigned[at] = 'B'
	} else {
		unsigned[at] = 'A'
	}
	for what, body := range map[string]string{"empty": "", "no JSON": "{", "unsigned": string(unsigned), "another's": string(others), "other JSON": `{"witness":"AAAA"}`,
		"huge": `{"path":"` + strings.Repeat("a", maxNote) + `",` + string(mine[1:])} {
		must(t, os.WriteFile(n.File(name), []byte(body), 0o600))
		if note, ok := n.Read(name); ok {
			t.Errorf("%s: %+v", what, note)
		}
		must(t, write(t, n, "/a", key(1), time.Now(), headAt(1, 1)))
		if _, ok := n.Read(name); !ok {
			t.Errorf("%s is not written over", what)
		}
		must(t, os.Remove(n.File(name)))
	}
}

// TestNotesAreBounded: those of stores that are gone for long go, and of more than the folder may hold the oldest go. Nothing else in the folder is touched.
func TestNotesAreBounded(t *testing.T) {
	n := notes(t)
	now := time.Now()
	there := filepath.Join(t.TempDir(), "there.db")
	must(t, os.WriteFile(there, nil, 0o600))
	age := func(name string, by time.Duration) { must(t, os.Chtimes(name, now.Add(-by), now.Add(-by))) }
	file := func(k byte) string { return n.File(trust.ReplicaOf(key(k).Public().(ed25519.PublicKey))) }
	must(t, write(t, n, there, key(1), now, headAt(1, 1)))
	must(t, write(t, n, "/gone", key(2), now, headAt(1, 1)))
	must(t, write(t, n, "/gone", key(3), now, headAt(1, 1)))
	must(t, write(t, Notes{n.Folder, "elsewhere"}, "/gone", key(4), now, headAt(1, 1)))
	other := filepath.Join(n.Folder, "other.txt")
	must(t, os.WriteFile(other, nil, 0o600))
	elsewhere := Notes{n.Folder, "elsewhere"}.File(trust.ReplicaOf(key(4).Public().(ed25519.PublicKey)))
	for _, name := range []string{file(1), file(2), other, elsewhere} {
		age(name, keepGone+time.Hour)
	}
	must(t, write(t, n, "/new", key(5), now, headAt(1, 1)))
	for name, want := range map[string]bool{file(1): true, file(2): false, file(3): true, file(5): true, elsewhere: true, other: true} {
		if _, err := os.Stat(name); (err == nil) != want {
			t.Errorf("%s is there: %v", filepath.Base(name), err == nil)
		}
	}
	for k := range 260 {
		name := filepath.Join(n.Folder, fmt.Sprintf("%016x-here%s", k, ending))
		must(t, os.WriteFile(name, []byte("{}"), 0o600))
		age(name, time.Duration(k+1)*time.Minute)
	}
	must(t, write(t, n, "/newer", key(6), now, headAt(1, 1)))
	all, err := filepath.Glob(filepath.Join(n.Folder, "*"+ending))
	must(t, err)
	if len(all) > maxNotes {
		t.Errorf("there are %d notes", len(all))
	}
	if _, err := os.Stat(file(6)); err != nil {
		t.Error("the new one is not there")
	}
	if _, err := os.Stat(file(1)); err == nil {
		t.Error("the oldest is still there")
	}
}

// TestWhatAKilledProgramLeftOfANoteGoes: when its store is opened, and when the note is written again.
func TestWhatAKilledProgramLeftOfANoteGoes(t *testing.T) {
	n := notes(t)
	name := trust.ReplicaOf(key(1).Public().(ed25519.PublicKey))
	for what, tidy := range map[string]func(){
		"opened":  func() { n.Tidy(name) },
		"written": func() { must(t, write(t, n, "/there", key(1), time.Now(), headAt(1, 1))) },
	} {
		must(t, os.MkdirAll(n.Folder, 0o700))
		must(t, os.WriteFile(n.unfinished(name), []byte("half"), 0o600))
		tidy()
		if _, err := os.Stat(n.unfinished(name)); err == nil {
			t.Errorf("%s, and what was left is still there", what)
		}
	}
}

func TestTheMachineIsTheSameTomorrow(t *testing.T) {
	if a, b := Machine(), Machine(); a != b || len(a) != 12 {
		t.Errorf("%s and %s", a, b)
	}
}
