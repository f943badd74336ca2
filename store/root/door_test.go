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
	"leerbalie/model/transfer"
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
		became, _, err := at(to, "").Restore(t.Context(), path+".copy", saying(c.say...))
		must(t, err)
		r := opened(t, to)
		if (became == transfer.Centre) != c.centre || became == transfer.NoRoot || stateOf(t, r).CentreIs(r.Replica()) != c.centre {
			t.Errorf("%s: it became %v", name, became)
		}
		trusted(t, r)
		if left, err := filepath.Glob(filepath.Join(filepath.Dir(to), ".*")); err != nil || len(left) > 0 {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
	}
	to := filepath.Join(t.TempDir(), "d.db")
	_, _, err = at(to, "").Restore(t.Context(), path+".copy", func(context.Context, error) (phrase.Phrase, error) { return "", context.Canceled })
	if left, rerr := os.ReadDir(filepath.Dir(to)); err == nil || rerr != nil || len(left) > 0 {
		t.Errorf("stopped at the phrase: %v; left %v, %v", err, left, rerr)
	}
}

// TestTriesCountWhereACopyIsPutBack: who puts a store back in which somebody works tries no more PINs than anywhere else, and a copy
// that was made to keep stays as it is.
func TestTriesCountWhereACopyIsPutBack(t *testing.T) {
	at, path, _ := begun(t)
	s := opened(t, path)
	me, err := model.EnterAs(t.Context(), s, "")
	must(t, err)
	must(t, me.KeepPIN(t.Context(), "4821"))
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	read := func(path string) string {
		body, err := os.ReadFile(path)
		must(t, err)
		return string(body)
	}
	kept := read(path + ".copy")
	tries := func(from string) (last model.PINTry) {
		t.Helper()
		to := at(filepath.Join(t.TempDir(), "d.db"), "")
		to.Admit = func(ctx context.Context, session *model.Session) (err error) {
			if last, err = session.TryPIN(ctx, session.Me().ID, time.Now(), func(string) bool { return false }); err != nil {
				return err
			}
			return fault.New(fault.Refused, "pin-not-right")
		}
		_, _, err := to.Restore(t.Context(), from, saying())
		fails(t, "pin-not-right", err)
		return last
	}
	for wrong := 1; wrong <= 3; wrong++ {
		if got := tries(path); got.Wrong != wrong || (got.Wait > 0) != (wrong == 3) {
			t.Errorf("try %d counts as %+v", wrong, got)
		}
		if got := tries(path + ".copy"); got.Wrong != 1 {
			t.Errorf("try %d of a copy counts as %+v", wrong, got)
		}
	}
	if read(path+".copy") != kept {
		t.Error("the copy was written to")
	}
	s = opened(t, path)
	if r, err := s.Check(t.Context()); err != nil || !r.Sound() {
		t.Errorf("%+v %v", r, err)
	}
	must(t, s.Close())
	must(t, os.Chmod(path, 0o400))
	t.Cleanup(func() { must(t, os.Chmod(path, 0o600)) })
	kept = read(path)
	if tries(path); read(path) != kept {
		t.Error("a file that cannot be written was")
	}
}
