package store_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/modeltest"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/store/wire"
)

// told are the texts in which a word may be: letters, perhaps with a capital, numbers as people know them, and telephone numbers. Runs
// that are shorter turn up by chance in ids, which stand in keys.
var aWord = regexp.MustCompile(`[A-Z]?[a-z]{8,}|[A-Z]{2,}-[0-9]{2,}|[0-9]{8,}|[a-z]{4,}-[a-z]{4,}`)

func wordsIn(text []byte) (out []string) {
	for _, word := range aWord.FindAll(text, -1) {
		out = append(out, string(word))
	}
	return out
}

// openWords are the program's own, which tell nothing: the names of buckets and of what is in meta, and what the form of a wrapped
// key and of notes is called.
func openWords() map[string]bool {
	out := map[string]bool{"leerbalie": true, "age-encryption": true}
	for _, name := range wire.Buckets() {
		out[string(name)] = true
	}
	for _, name := range []string{"format", "replica", "copied", "witness", "former", "holder", "identity", "introduction", "derived", "erased", "schema"} {
		out[name] = true
	}
	return out
}

// canaries are all words that a sealed store holds.
func canaries(t *testing.T, s *store.Store) map[string]bool {
	t.Helper()
	out, open := map[string]bool{}, openWords()
	must(t, s.EachOpened(func(bucket string, k, v []byte) {
		switch bucket {
		case "meta": // keys, hashes and heads
			return
		case "token":
			t.Errorf("a word stands in the key %q", k)
		}
		for _, word := range append(wordsIn(v), wordsIn(k)...) {
			if !open[word] {
				out[word] = true
			}
		}
	}))
	return out
}

// readable gives the words that stand somewhere in the files of folders.
func readable(t *testing.T, words map[string]bool, folders ...string) (found []string) {
	t.Helper()
	for _, folder := range folders {
		must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := os.ReadFile(path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			for _, word := range within(body, words) {
				found = append(found, filepath.Base(path)+": "+word)
			}
			return err
		}))
	}
	slices.Sort(found)
	return found
}

// within gives the words that stand in a body, wherever they begin.
func within(body []byte, words map[string]bool) (found []string) {
	const least = 5
	begins := map[string][]string{}
	for word := range words {
		begins[word[:least]] = append(begins[word[:least]], word)
	}
	for at := 0; at+least <= len(body); at++ {
		for _, word := range begins[string(body[at:at+least])] {
			if bytes.HasPrefix(body[at:], []byte(word)) {
				found = append(found, word)
			}
		}
	}
	return found
}

// TestNothingOfASealedStoreCanBeRead greps every byte of a sealed store, of its copies and temporary files, and of what is kept outside
// of it, for every word that it holds.
func TestNothingOfASealedStoreCanBeRead(t *testing.T) {
	dir, state := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "d.db")
	o := sealing(time.Now)
	o.State = state
	var temporary, afterwards []string
	must(t, store.FoundSealed(path, o, passphrase, func(s *store.Store) error {
		me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira Voorbeeld"})
		must(t, err)
		session, err := model.Enter(t.Context(), s, me)
		must(t, err)
		must(t, modeltest.Everything(t.Context(), session, time.Now()))
		_, err = session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe Geheimzinnig", Phone: "0687654321", Keep: desk.KeepRegister}},
			desk.AddRequest{Request: desk.Request{Summary: "Kanarievraag over toeslagen", Source: "BRONNUMMER-77"}})
		must(t, err)
		must(t, session.SaveDraft(t.Context(), model.Draft{Key: "kladbriefje", Text: "half getypt kladje"}))
		must(t, s.SetSetting(t.Context(), "eigen-instelling", "zoekwoordje"))
		must(t, s.Owe(store.Debt{Kind: store.OwesRemoval, What: filepath.Join(dir, "Uitdraaibestand.csv")}))
		found, err := desk.FindRequests(t.Context(), session, "kanarievraag", 10)
		if must(t, err); len(found) != 1 {
			t.Errorf("searching finds %d", len(found))
		}
		must(t, s.IndexWords(t.Context()))
		words := canaries(t, s)
		for _, word := range []string{"0687654321", "Geheimzinnig", "Kanarievraag", "BRONNUMMER-77", "kladbriefje", "eigen-instelling", "zoekwoordje", "ZW-0001", "Uitdraaibestand"} {
			all := strings.Join(slices.Collect(maps.Keys(words)), " ") // what stands before a word in a key can look like a part of it
			if !strings.Contains(all, word) {
				t.Errorf("%s is not among the %d words that are looked for", word, len(words))
			}
			words[word] = true
		}
		temporary = readable(t, words, dir)
		return nil
	}))
	s, err := store.Open(path, o)
	must(t, err)
	words := canaries(t, s)
	words["Geheimzinnig"], words["Kanarievraag"], words["kladbriefje"], words["zoekwoordje"] = true, true, true, true
	must(t, s.Backup(t.Context(), filepath.Join(dir, "copy.db"), nil))
	must(t, s.ChangePassphrase(t.Context(), passphrase, "iets heel anders dan dat", cheap))
	must(t, s.Compact(t.Context()))
	if r, err := s.Check(t.Context(), filepath.Join(dir, "copy.db")); err != nil || len(r.Problems) > 0 {
		t.Errorf("check finds %+v %v", r, err)
	}
	must(t, s.Close())
	afterwards = readable(t, words, dir, state)
	if len(temporary)+len(afterwards) > 0 {
		t.Errorf("of %d words can be read, while it was made %q, and afterwards %q", len(words), temporary, afterwards)
	}
	if notes, _ := filepath.Glob(filepath.Join(state, "*")); len(notes) == 0 {
		t.Error("nothing was noted outside of it")
	}
	if plain := readable(t, map[string]bool{"format": true}, dir); len(plain) < 2 {
		t.Errorf("what can be read is not found: %q", plain)
	}
}

// TestNothingOfASealedNeighbourhoodCanBeRead does so with as much as a service point has.
func TestNothingOfASealedNeighbourhoodCanBeRead(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	dir := t.TempDir()
	o := sealing(time.Now)
	var words map[string]bool
	must(t, store.FoundSealed(filepath.Join(dir, "d.db"), o, passphrase, func(s *store.Store) error {
		me, err := demo.Fill(context.Background(), s, time.Now(), 1, nil)
		must(t, err)
		words = canaries(t, s)
		session, err := model.Enter(t.Context(), s, me)
		must(t, err)
		names, err := desk.ListResidents(t.Context(), session, "", 0)
		must(t, err)
		for _, r := range names {
			if len(r.Name) >= 7 {
				words[r.Name] = true
			}
		}
		return nil
	}))
	if found := readable(t, words, dir); len(words) < 3000 || len(found) > 0 {
		t.Errorf("of %d words can be read: %q", len(words), found)
	}
}
