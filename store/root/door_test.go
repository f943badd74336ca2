package root

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/store"
)

// begun makes a store as a first start does, and gives the way to its root key for whoever is named.
func begun(t *testing.T) (at func(path, as string) Door, path string, p phrase.Phrase) {
	t.Helper()
	o := store.Options{Now: time.Now, Program: "test"}
	path = filepath.Join(t.TempDir(), "d.db")
	p, err := cheap().Begin(t.Context(), path, o, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	return func(path, as string) Door {
		return Door{Keeper: cheap(), Path: path, Options: o, As: as, Admit: func(context.Context, *model.Session) error { return nil }}
	}, path, p
}

// saying gives phrases, one after the other, and then none.
func saying(phrases ...phrase.Phrase) Recall {
	return func(context.Context, error) (p phrase.Phrase, err error) {
		if len(phrases) > 0 {
			p, phrases = phrases[0], phrases[1:]
		}
		return p, nil
	}
}

func TestBegin(t *testing.T) {
	at, path, p := begun(t)
	must(t, at(path, "").UsePhrase(t.Context(), saying("kamot", p)))
	s := opened(t, path)
	if !stateOf(t, s).CentreIs(s.Replica()) {
		t.Error("who begins is not the centre")
	}
	_, err := cheap().Begin(t.Context(), path, store.Options{Now: time.Now}, model.Founding{Site: "Oost", Me: "Kim"})
	fails(t, "store-exists", err)
	other := filepath.Join(t.TempDir(), "e.db")
	if _, err := cheap().Begin(t.Context(), other, store.Options{Now: time.Now, Program: "test"}, model.Founding{Site: "Oost", Code: "much too long", Me: "Kim"}); err == nil {
		t.Error("any code will do")
	}
	if left, err := os.ReadDir(filepath.Dir(other)); err != nil || len(left) > 0 {
		t.Errorf("what failed left %v, %v", left, err)
	}
}

func TestDoor(t *testing.T) {
	at, path, p := begun(t)
	_, err := at(path, "").ChangePhrase(t.Context(), saying())
	fails(t, "phrase-nobody", err)
	fails(t, "phrase-nobody", at(path, "").UsePhrase(t.Context(), saying("kamot")))
	again, err := at(path, "").ChangePhrase(t.Context(), saying("kamot", p))
	must(t, err)
	_, err = at(path, "").NewPhrase(t.Context(), false)
	fails(t, "root-there", err)
	s := opened(t, path)
	me, err := model.EnterAs(t.Context(), s, "")
	must(t, err)
	_, err = me.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Kim", Roles: []model.Role{model.RoleCoordinator}}})
	must(t, err)
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	_, err = at(path, "Kim").NewPhrase(t.Context(), true)
	fails(t, "no-right-keys", err)
	shut := at(path, "")
	shut.Admit = func(context.Context, *model.Session) error { return fault.New(fault.Refused, "pin-not-right") }
	_, err = shut.ChangePhrase(t.Context(), saying(again))
	fails(t, "pin-not-right", err)

	for name, c := range map[string]struct {
		say    []phrase.Phrase
		centre bool
	}{"with the phrase": {[]phrase.Phrase{p, again}, true}, "without": {nil, false}} {
		to := filepath.Join(t.TempDir(), "d.db")
		rooted, centre, _, err := at(to, "").Restore(t.Context(), path+".copy", saying(c.say...))
		must(t, err)
		r := opened(t, to)
		if !rooted || centre != c.centre || stateOf(t, r).CentreIs(r.Replica()) != c.centre {
			t.Errorf("%s: a root key %v, the centre %v", name, rooted, centre)
		}
		trusted(t, r)
		if left, err := filepath.Glob(filepath.Join(filepath.Dir(to), ".*")); err != nil || len(left) > 0 {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
	}
	to := filepath.Join(t.TempDir(), "d.db")
	_, _, _, err = at(to, "").Restore(t.Context(), path+".copy", func(context.Context, error) (phrase.Phrase, error) { return "", context.Canceled })
	if left, rerr := os.ReadDir(filepath.Dir(to)); err == nil || rerr != nil || len(left) > 0 {
		t.Errorf("stopped at the phrase: %v; left %v, %v", err, left, rerr)
	}
}
