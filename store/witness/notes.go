package witness

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Notes is a folder, outside of every store, in which stands what was last seen of each: one file for each name of a store and
// machine. The folder may be on a disk that several machines share. A note that cannot be read is none.
type Notes struct {
	Folder  string // "": nothing is noted anywhere
	Machine string // which machine this is, see Machine
}

// Note is what was last seen of a store on a machine.
type Note struct {
	Path string // where its file was
	Witness
}

// written is the form of a note: JSON, so that a person can read where a store was and when.
type written struct {
	Path    string    `json:"path"`
	Machine string    `json:"machine"`
	Seen    time.Time `json:"seen"`
	Witness []byte    `json:"witness"`
}

// The bounds of what a folder of notes becomes.
const (
	maxNote  = 2 * Size // bytes
	maxNotes = 256
	keepGone = 400 * 24 * time.Hour // how long what was seen of a store that is gone is kept
)

const ending = ".note"

// Machine names this machine: by what its system calls itself for good, or else by its name in the network.
func Machine() string {
	id, err := os.ReadFile("/etc/machine-id")
	name := strings.TrimSpace(string(id))
	if err != nil || name == "" {
		if name, err = os.Hostname(); err != nil {
			name = ""
		}
	}
	sum := sha256.Sum256([]byte("leerbalie machine " + name))
	return hex.EncodeToString(sum[:6])
}

// File is where what was seen of a store stands.
func (n Notes) File(r journal.Replica) string {
	return filepath.Join(n.Folder, r.String()+"-"+n.Machine+ending)
}

// Read is what was last seen here of a store; false: nothing that can be read.
func (n Notes) Read(r journal.Replica) (Note, bool) {
	note, proven, ok := n.Said(r)
	return note, ok && proven()
}

// Said is what a note here says of a store, whoever wrote it; false: nothing that can be read. Nothing may follow from it that differs from
// what the file says itself, before it is proven that the store said so: that takes longer than all the rest.
func (n Notes) Said(r journal.Replica) (note Note, proven func() bool, ok bool) {
	if n.Folder == "" {
		return note, nil, false
	}
	note, proven, ok = noteAt(n.File(r))
	return note, proven, ok && note.Replica() == r
}

// Elsewhere is what was last seen of a store on other machines that share the folder.
func (n Notes) Elsewhere(r journal.Replica) (out []Note) {
	names, err := filepath.Glob(filepath.Join(escape(n.Folder), r.String()+"-*"+ending))
	if err != nil || n.Folder == "" {
		return nil
	}
	for _, name := range names {
		if name == n.File(r) {
			continue
		}
		if note, proven, ok := noteAt(name); ok && note.Replica() == r && proven() {
			out = append(out, note)
		}
	}
	return out
}

// escape keeps a folder's name from being a pattern.
func escape(folder string) string {
	return strings.NewReplacer(`[`, `[[]`, `*`, `[*]`, `?`, `[?]`).Replace(folder)
}

// IsNote tells whether what stands at path, or what a link there leads to, is a note, of whatever store.
func IsNote(path string) bool {
	_, proven, ok := noteAt(path)
	return ok && proven()
}

func noteAt(name string) (note Note, proven func() bool, ok bool) {
	f, err := os.Open(name)
	if err != nil {
		return note, nil, false
	}
	defer f.Close()
	var in written
	if json.NewDecoder(io.LimitReader(f, maxNote)).Decode(&in) != nil { // what is longer is cut off, and none
		return note, nil, false
	}
	w, proven, err := parse(in.Witness)
	if err != nil {
		return note, nil, false
	}
	return Note{in.Path, *w}, proven, true
}

// Expect says that a note is going to be signed: what signing needs, which takes far longer than signing, is made meanwhile, while the caller
// waits for the disk.
func (n Notes) Expect() {
	if n.Folder != "" {
		prepare()
	}
}

var prepare = sync.OnceFunc(func() { go ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)) })

// Write keeps what is seen of a store now. What a note knows is never overwritten by less: then it stays as it is. Errors: Conflict
// then; those of Read for a witness that is none; those of the file system.
func (n Notes) Write(path string, signed []byte) (err error) {
	w, _, err := parse(signed) // by whoever calls, a moment ago
	if err != nil {
		return err
	}
	last, proven, known := n.Said(w.Replica())
	if known && !w.Covers(&last.Witness) && proven() {
		return fault.New(fault.Conflict, "witness-less")
	}
	body, err := json.Marshal(written{path, n.Machine, w.At, signed})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(n.Folder, 0o700); err != nil {
		return err
	}
	if !known {
		n.sweep(w.At)
	}
	n.Tidy(w.Replica())
	f, err := os.OpenFile(n.unfinished(w.Replica()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(body, '\n'))
	if err = errors.Join(err, f.Close()); err == nil { // no wait for the disk: a note that a power cut takes is one fewer, no more
		err = os.Rename(f.Name(), n.File(w.Replica()))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// unfinished is the name of a note while it is written. It is one for each store, which only one program has open, so that Tidy
// knows what was left.
func (n Notes) unfinished(r journal.Replica) string { return n.File(r) + ".new" }

// Tidy removes the note of a store that its program was killed over. Whoever calls it has the store open.
func (n Notes) Tidy(r journal.Replica) { _ = os.Remove(n.unfinished(r)) }

// sweep makes room: notes of stores of this machine that are gone for long go, and then the oldest of more than the folder may hold.
// What cannot be removed stays.
func (n Notes) sweep(now time.Time) {
	entries, err := os.ReadDir(n.Folder)
	if err != nil {
		return
	}
	type aged struct {
		name string
		at   time.Time
	}
	var all []aged
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		name := filepath.Join(n.Folder, e.Name())
		old := now.Sub(info.ModTime()) > keepGone
		switch {
		case !strings.HasSuffix(e.Name(), ending):
		case old && strings.HasSuffix(e.Name(), "-"+n.Machine+ending) && gone(name):
			_ = os.Remove(name)
		default:
			all = append(all, aged{name, info.ModTime()})
		}
	}
	slices.SortFunc(all, func(a, b aged) int { return a.at.Compare(b.at) })
	for len(all) >= maxNotes {
		_ = os.Remove(all[0].name)
		all = all[1:]
	}
}

// gone tells whether the store that a note is about is no longer where it was, or the note cannot be read.
func gone(name string) bool {
	body, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	var in written
	if json.Unmarshal(body, &in) != nil {
		return true
	}
	_, err = os.Lstat(in.Path)
	return errors.Is(err, os.ErrNotExist)
}
