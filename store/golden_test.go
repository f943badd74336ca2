package store_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store"
)

// update writes the journal of the present version anew, and keep a store file of it under a name of its own. It is right until that
// version is released; after that a new version gets files of its own, and the old ones stay as they are for ever.
var (
	update = flag.Bool("update", false, "write the journal of the present version anew")
	keep   = flag.String("keep", "", "keep a store file of the present version as testdata/store-NAME.db.gz")
)

// golden is a journal that was written by a version of the program, as text: what came of it, then its changes.
//
//	shows    a line of what people see of it
//	digest   class/scope and the digest of what it derives
//	change   stream, sequence number and bytes, in hexadecimal
type golden struct {
	shows, digests []string
	changes        []store.Sealed
}

// present is the journal that may still be written anew. v1 is of the first version; v2 of the one before anything left the house,
// with pairs, learning, messages and PINs in it.
const present = "testdata/journal-v3.txt"

// TestGoldenJournals replays the journal of every released version, in order and backwards, to what it came to then.
func TestGoldenJournals(t *testing.T) {
	if *update {
		must(t, os.MkdirAll("testdata", 0o755))
		must(t, os.WriteFile(present, written(t), 0o644))
	}
	files, err := filepath.Glob("testdata/journal-v*.txt")
	must(t, err)
	if !slices.Contains(files, filepath.FromSlash(present)) {
		t.Fatalf("no journal of the present version among %v", files)
	}
	for _, file := range files {
		want := read(t, file)
		for _, backwards := range []bool{false, true} {
			changes := slices.Clone(want.changes)
			if backwards {
				slices.Reverse(changes)
			}
			path := filepath.Join(t.TempDir(), "d.db")
			must(t, store.Create(path, time.Now()))
			s := open(t, path)
			must(t, s.Receive(t.Context(), changes))
			got := golden{shown(t, s), digested(sound(t, s)), nil}
			if !slices.Equal(got.shows, want.shows) {
				t.Errorf("%s shows\n%s\nnot\n%s", file, strings.Join(got.shows, "\n"), strings.Join(want.shows, "\n"))
			}
			if !slices.Equal(got.digests, want.digests) {
				t.Errorf("%s comes to %v, not %v", file, got.digests, want.digests)
			}
			must(t, s.Close())
		}
	}
}

// TestOldStoresOpen opens store files that older versions made, and finds in them what they held then: store-v1-1 is of format 1
// and from before derived data had a version; store-v1-2 of format 1 from before anything left the house. What they held was written
// down by the program that made them.
func TestOldStoresOpen(t *testing.T) {
	if *keep != "" {
		preserve(t, "testdata/store-"+*keep)
	}
	files, err := filepath.Glob("testdata/store-v*.db.gz")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no store of an older version")
	}
	for _, packed := range files {
		want := read(t, strings.TrimSuffix(packed, ".db.gz")+".txt")
		path := unpacked(t, packed)
		for _, when := range []string{"as it is", "derived anew", "opened again"} {
			s := open(t, path)
			if when == "derived anew" {
				must(t, s.Rebuild())
			}
			if got := shown(t, s); !slices.Equal(got, want.shows) {
				t.Errorf("%s, %s, shows\n%s\nnot\n%s", packed, when, strings.Join(got, "\n"), strings.Join(want.shows, "\n"))
			}
			if got := digested(sound(t, s)); !slices.Equal(got, want.digests) {
				t.Errorf("%s, %s, comes to %v, not %v", packed, when, got, want.digests)
			}
			session, err := enter(t.Context(), s)
			must(t, err)
			drafts, err := session.Drafts(t.Context())
			must(t, err)
			if language, err := session.Setting(t.Context(), "language"); err != nil || language != "nl" || len(drafts) != 1 || drafts[0].Text != "half" {
				t.Errorf("%s, %s: what the machine keeps for itself: %q, %v, %v", packed, when, language, drafts, err)
			}
			must(t, s.Close())
		}
		s := open(t, path)
		session, err := enter(t.Context(), s)
		must(t, err)
		_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "en verder"}})
		must(t, err)
		sound(t, s)
		must(t, s.Close())
	}
}

// preserve packs a store of the present version into a file, and writes beside it what it holds.
func preserve(t *testing.T, name string) {
	path, s, session := founded(t)
	must(t, modeltest.Everything(t.Context(), session, time.Now()))
	must(t, session.SetSetting(t.Context(), "language", "nl"))
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "request/new", Text: "half"}))
	must(t, s.IndexWords(t.Context()))
	lines := append(shown(t, s), digested(sound(t, s))...)
	must(t, s.Close())
	whole, err := os.ReadFile(path)
	must(t, err)
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	must(t, err)
	_, err = w.Write(whole)
	must(t, err)
	must(t, w.Close())
	must(t, os.WriteFile(name+".db.gz", packed.Bytes(), 0o644))
	must(t, os.WriteFile(name+".txt", []byte(strings.Join(lines, "\n")+"\n"), 0o644))
}

// unpacked is a copy of a store file that is kept compressed.
func unpacked(t *testing.T, packed string) string {
	f, err := os.Open(packed)
	must(t, err)
	defer f.Close()
	in, err := gzip.NewReader(f)
	must(t, err)
	whole, err := io.ReadAll(in)
	must(t, err)
	path := filepath.Join(t.TempDir(), "old.db")
	must(t, os.WriteFile(path, whole, 0o600))
	return path
}

// written is a journal with every kind of change in it, of three replicas: one is the desk where all is done, one has
// worked apart from it, and one has a newer version of the program.
func written(t *testing.T) []byte {
	_, one, _ := founded(t)
	session, err := enter(t.Context(), one)
	must(t, err)
	must(t, modeltest.Everything(t.Context(), session, time.Now()))
	path := filepath.Join(t.TempDir(), "two.db")
	must(t, store.Create(path, time.Now()))
	two := open(t, path)
	defer two.Close()
	must(t, two.Receive(t.Context(), journalOf(t, one)))
	second, err := enter(t.Context(), two)
	must(t, err)
	r, err := desk.ReadRequestByNumber(t.Context(), session, "ZW-0001")
	must(t, err)
	for i, session := range []*model.Session{session, second} { // both at once: a clash of fields, and one of claims
		summary := fmt.Sprintf("anders gezegd, %d", i)
		_, err := session.Do(t.Context(), desk.EditRequest{ID: r.ID, Alter: func(r *desk.Request) { r.Summary = summary }}, desk.ClaimRequest{ID: r.ID})
		must(t, err)
		_, err = session.Do(t.Context(), desk.EditRequest{ID: r.ID, Alter: func(r *desk.Request) { r.Theme = summary }})
		must(t, err)
	}
	must(t, one.Receive(t.Context(), journalOf(t, two)))
	must(t, two.Receive(t.Context(), journalOf(t, one)))
	_, err = session.Do(t.Context(), desk.Settle{ID: r.ID, Field: desk.RequestTheme, Value: journal.Text("taal")})
	must(t, err)
	lead(t, one, two, session)
	last, err := desk.ReadRequestByNumber(t.Context(), session, "ZW-0003")
	must(t, err)
	must(t, one.Receive(t.Context(), []store.Sealed{store.FromNewer(t, one, session.Site(), last.ID)}))

	var b bytes.Buffer
	for _, line := range append(shown(t, one), digested(sound(t, one))...) {
		fmt.Fprintln(&b, line)
	}
	var lines []string
	for _, c := range journalOf(t, one) {
		stream := fmt.Sprintf("%x%02x%x", c.Stream.Replica[:], byte(c.Stream.Scope.Class), c.Stream.Scope.Part[:])
		lines = append(lines, fmt.Sprintf("change %s %03d %x", stream, c.Seq, c.Bytes))
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Fprintln(&b, line)
	}
	return b.Bytes()
}

// shown is what people see: every request with what came of it, and every resident.
func shown(t *testing.T, s *store.Store) (out []string) {
	session, err := enter(t.Context(), s)
	must(t, err)
	p, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	must(t, err)
	for _, row := range p.Rows {
		r, err := desk.ReadRequest(t.Context(), session, row.ID)
		must(t, err)
		out = append(out, fmt.Sprintf("shows request %s %q %s %s %d min, %d memos, %d tasks open, %d siblings, %d claims, read only %v, erased %v",
			r.Number, r.Summary, r.Theme, r.Status, r.Minutes, len(r.Memos), r.OpenTasks(), len(r.Siblings), len(r.Claims), r.ReadOnly, r.Erased))
	}
	people, err := desk.FindResidents(t.Context(), session, "", 0)
	must(t, err)
	for _, r := range people {
		out = append(out, fmt.Sprintf("shows resident %q %q %d", r.Name, r.Phone, r.BirthYear))
	}
	out = append(out, trusted(t, s)...)
	slices.Sort(out)
	return out
}

func digested(r *store.Report) (out []string) {
	for _, scope := range slices.Sorted(maps.Keys(r.Digests.Scopes)) {
		out = append(out, fmt.Sprintf("digest %s %s", scope, r.Digests.Scopes[scope]))
	}
	return out
}

func read(t *testing.T, path string) (g golden) {
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		switch what, rest, _ := strings.Cut(in.Text(), " "); what {
		case "shows":
			g.shows = append(g.shows, in.Text())
		case "digest":
			g.digests = append(g.digests, in.Text())
		case "change":
			parts := strings.Fields(rest)
			stream, err := hex.DecodeString(parts[0])
			must(t, err)
			seq, err := strconv.ParseUint(parts[1], 10, 64)
			must(t, err)
			b, err := hex.DecodeString(parts[2])
			must(t, err)
			c := store.Sealed{Seq: seq, Bytes: b}
			copy(c.Stream.Replica[:], stream)
			c.Stream.Scope.Class = journal.Class(stream[8])
			copy(c.Stream.Scope.Part[:], stream[9:])
			g.changes = append(g.changes, c)
		}
	}
	must(t, in.Err())
	return g
}
