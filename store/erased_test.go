package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/erasures"
)

// remembering opens a store on a machine that keeps a list of what was erased.
func remembering(t *testing.T, path, state string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test", State: state})
	must(t, err)
	return s
}

// known makes a store with a resident, a request and a copy of that, and erases the resident.
func known(t *testing.T, state string) (path, copied string, jan journal.ID) {
	t.Helper()
	path, s, _ := founded(t)
	must(t, s.Close())
	s = remembering(t, path, state)
	session, err := enter(t.Context(), s)
	must(t, err)
	r, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag van Xantippe", Details: strings.Repeat("Xantippe ", 200), Resident: r.Entity}})
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag van een ander"}})
	must(t, err)
	must(t, s.IndexWords(t.Context()))
	copied = filepath.Join(t.TempDir(), "kopie.db")
	must(t, s.Backup(t.Context(), copied, nil))
	_, err = session.Do(t.Context(), desk.EraseResident{ID: r.Entity})
	must(t, err)
	must(t, s.Compact(t.Context()))
	must(t, s.Close())
	if !holds(t, copied) {
		t.Fatal("the copy does not hold who was erased: this test shows nothing")
	}
	return path, copied, r.Entity
}

// gone looks at a store from which a resident was erased as it was in the one that the copy is of.
func gone(t *testing.T, path, state string) {
	t.Helper()
	s := remembering(t, path, state)
	owes(t, s, 0)
	session, err := enter(t.Context(), s)
	must(t, err)
	for word, want := range map[string]int{"ander": 1, secret: 0} {
		rows, err := desk.FindRequests(t.Context(), session, word, 0)
		must(t, err)
		if len(rows) != want {
			t.Errorf("%d requests tell of %s", len(rows), word)
		}
	}
	must(t, s.Close())
	if holds(t, path) {
		t.Error("who was erased is in the file")
	}
}

// TestACopyBringsNobodyBack puts back a copy that was made before an erasure, on the machine that knows of it: by restoring, and by
// laying it in the place of the store.
func TestACopyBringsNobodyBack(t *testing.T) {
	state := t.TempDir()
	path, copied, _ := known(t, state)
	again := filepath.Join(t.TempDir(), "terug.db")
	told, err := restoreKnowing(t, copied, again, state)
	must(t, err)
	if told.Lists != 1 || told.Again != 2 || told.Last != time.Now().UTC().Format("2006-01-02") {
		t.Errorf("%+v", told)
	}
	if holds(t, again) {
		t.Error("the restored store holds who was erased before anybody opened it")
	}
	gone(t, again, state)
	s := remembering(t, again, state)
	sound(t, s)
	must(t, s.Close())
	left, err := os.ReadDir(filepath.Dir(again))
	must(t, err)
	if len(left) != 1 {
		t.Errorf("beside it lie %v", left)
	}

	body, err := os.ReadFile(copied)
	must(t, err)
	must(t, os.WriteFile(path, body, 0o600))
	gone(t, path, state)

	elsewhere := filepath.Join(t.TempDir(), "elders.db")
	told, err = restoreKnowing(t, copied, elsewhere, t.TempDir())
	must(t, err)
	if told != (store.Forgotten{}) || !holds(t, elsewhere) {
		t.Errorf("where no list is at hand: %+v", told)
	}
}

// TestTheListBesideACopy restores on another machine, from a folder in which a later copy lies: its list knows of the erasure.
func TestTheListBesideACopy(t *testing.T) {
	path, copied, jan := known(t, "")
	s := open(t, path)
	later := filepath.Join(filepath.Dir(copied), "later.db")
	must(t, s.Backup(t.Context(), later, nil))
	must(t, s.Close())
	if _, err := os.Stat(copied + erasures.Ending); !os.IsNotExist(err) {
		t.Error("a copy of before any erasure has a list")
	}
	body, err := os.ReadFile(later + erasures.Ending)
	must(t, err)
	if bytes.Contains(body, jan[:]) || bytes.Contains(body, []byte(jan.String())) || bytes.Contains(bytes.ToLower(body), []byte(secret)) {
		t.Errorf("the list tells who it is about:\n%s", body)
	}
	again := filepath.Join(t.TempDir(), "terug.db")
	told, err := restoreKnowing(t, copied, again, "")
	must(t, err)
	if told.Lists != 1 || told.Again != 2 {
		t.Errorf("%+v", told)
	}
	gone(t, again, "")

	// a list that cannot be read is said, and nothing is made
	must(t, os.WriteFile(later+erasures.Ending, append(body, "what is this 2026\n"...), 0o600))
	again = filepath.Join(t.TempDir(), "weer.db")
	_, err = restoreKnowing(t, copied, again, "")
	if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), "erase-list-form") {
		t.Error(err)
	}
	if _, err := os.Stat(again); !os.IsNotExist(err) {
		t.Error("a store was made")
	}
}

// TestAListTakesNothingElse: the list of one store erases nothing from another, and one that is damaged keeps nobody from working.
func TestAListTakesNothingElse(t *testing.T) {
	state := t.TempDir()
	known(t, state)
	path, s, session := founded(t)
	_, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	must(t, err)
	must(t, s.Close())
	for range 2 {
		s = remembering(t, path, state)
		session, err = enter(t.Context(), s)
		must(t, err)
		found, err := desk.FindResidents(t.Context(), session, "xantippe", 0)
		must(t, err)
		if len(found) != 1 {
			t.Error("somebody of another store was erased")
		}
		must(t, s.Close())
		must(t, os.WriteFile(filepath.Join(state, erasures.Name), []byte("rommel"), 0o600))
	}
}

// TestAKilledListIsMadeUp: an erasure that was not listed, because the program ended, is listed at the next start.
func TestAKilledListIsMadeUp(t *testing.T) {
	path, copied, _ := known(t, "")
	state := t.TempDir()
	must(t, remembering(t, path, state).Close())
	again := filepath.Join(t.TempDir(), "terug.db")
	told, err := restoreKnowing(t, copied, again, state)
	must(t, err)
	if told.Again != 2 {
		t.Errorf("%+v", told)
	}
}

// restoreKnowing puts a copy back on a machine that keeps what it knows in a folder.
func restoreKnowing(t *testing.T, copied, path, state string) (store.Forgotten, error) {
	t.Helper()
	told, forget, err := store.Forgetting(t.Context(), copied, state)
	if err == nil {
		err = store.Restore(t.Context(), store.Options{}, copied, path, forget)
	}
	return *told, err
}
