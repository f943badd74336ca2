package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/seal"
)

func TestPassphrases(t *testing.T) {
	dir := t.TempDir()
	path, o := filepath.Join(dir, "d.db"), sealing(time.Now)
	for passphrase, want := range map[string]string{"": "passphrase-short", "elf tekens!": "passphrase-short", "aaaaaaaaaaaaaa": "passphrase-plain",
		strings.Repeat("lange zin ", 200): "passphrase-long", "\xff\xfe\xfd\xfc\xfb\xfa\xf9abcdef": "passphrase-bytes"} {
		fails(t, fault.Invalid, want, store.FoundSealed(path, o, passphrase, func(*store.Store) error { t.Error("it is filled"); return nil }))
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q made a file", passphrase)
		}
	}
	must(t, store.FoundSealed(path, o, "  Vijf  woorden over één fiets ", func(*store.Store) error { return nil }))
	before, err := os.ReadFile(path)
	must(t, err)
	asked := 0
	for _, typed := range []string{"iets anders dan dat", "vijf woorden over één fiets", strings.Repeat("x", 5<<20)} {
		asked = 0
		o.Passphrase = func(tries int) (string, error) {
			if tries != asked {
				t.Errorf("asked with %d instead of %d", tries, asked)
			}
			asked++
			return typed, nil
		}
		_, err := store.Open(path, o)
		if fails(t, fault.Refused, "passphrase-wrong", err); asked != 3 {
			t.Errorf("asked %d times", asked)
		}
	}
	for _, ask := range []func(int) (string, error){nil, giving("")} {
		o.Passphrase = ask
		_, err := store.Open(path, o)
		if fails(t, fault.Refused, "store-sealed", err); !seal.IsAsking(err) {
			t.Error("nobody knows why")
		}
	}
	broken := errors.New("the terminal is gone")
	o.Passphrase = func(int) (string, error) { return "", broken }
	if _, err := store.Open(path, o); !errors.Is(err, broken) {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file is another: %v", err)
	}
	for _, typed := range []string{"Vijf woorden over één fiets", "Vijf woorden over e\u0301e\u0301n fiets", "\tVijf woorden  over één fiets\n"} {
		o.Passphrase = giving(typed)
		s, err := store.Open(path, o)
		must(t, err)
		must(t, s.Close())
	}
	plain := filepath.Join(dir, "plain.db")
	must(t, store.Create(plain, time.Now()))
	for path, want := range map[string]bool{path: true, plain: false} {
		if is, err := store.IsSealed(path); err != nil || is != want {
			t.Errorf("%s: %v %v", path, is, err)
		}
	}
}

// TestTheWorkOfATryIsBounded: a file that asks for more than this program would is not tried for minutes.
func TestTheWorkOfATryIsBounded(t *testing.T) {
	key, wrapped, err := seal.New(passphrase, cheap)
	must(t, err)
	if opened, err := seal.Unwrap(wrapped, passphrase); err != nil || !bytes.Equal(opened.ID(), key.ID()) {
		t.Fatal(err)
	}
	hard := bytes.Replace(wrapped, []byte(fmt.Sprintf(" %d\n", cheap)), []byte(" 19\n"), 1)
	for what, harmed := range map[string][]byte{"too much work": hard, "cut": wrapped[:len(wrapped)/2], "empty": {}, "flipped": append(bytes.Clone(wrapped[:len(wrapped)-1]), wrapped[len(wrapped)-1]^1),
		"of another key": append(append([]byte{wrapped[0]}, bytes.Repeat([]byte{7}, disk.IDSize)...), wrapped[1+disk.IDSize:]...)} {
		_, err := seal.Unwrap(harmed, passphrase)
		if fault.KindOf(err) != fault.Damaged {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := seal.Unwrap(append([]byte{9}, wrapped[1:]...), passphrase); fault.KindOf(err) != fault.Newer {
		t.Error(err)
	}
}

func TestChangingThePassphrase(t *testing.T) {
	path, o := lived(t)
	o.Ring = nil
	const other = "een zin die niemand kent"
	old := wrappedIn(t, path)
	fails(t, fault.Refused, "passphrase-wrong", store.ChangePassphrase(t.Context(), path, o, "niet de goede zin", func() (string, error) {
		t.Error("another is chosen by who does not know the old one")
		return other, nil
	}))
	fails(t, fault.Invalid, "passphrase-short", store.ChangePassphrase(t.Context(), path, o, passphrase, giving1("kort")))
	if !bytes.Equal(old, wrappedIn(t, path)) {
		t.Error("it was changed")
	}
	s, err := store.Open(path, o)
	must(t, err)
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	must(t, store.ChangePassphrase(t.Context(), path, o, passphrase, giving1(other)))
	body, err := os.ReadFile(path)
	must(t, err)
	if bytes.Contains(body, old[20:]) {
		t.Error("the key as the old passphrase opens it still stands in the file")
	}
	_, err = store.Open(path, o)
	fails(t, fault.Refused, "passphrase-wrong", err)
	o.Passphrase = giving(other)
	if found := looked(t, path, o); len(found) > 0 {
		t.Errorf("%q", found)
	}
	o.Passphrase = giving(passphrase)
	must(t, store.Restore(t.Context(), o, path+".copy", path+".again"))
	if found := looked(t, path+".again", o); len(found) > 0 {
		t.Errorf("%q", found)
	}
	plain := filepath.Join(t.TempDir(), "plain.db")
	must(t, store.Create(plain, time.Now()))
	fails(t, fault.Refused, "store-unsealed", store.ChangePassphrase(t.Context(), plain, o, passphrase, giving1(other)))
}

func giving1(p string) func() (string, error) { return func() (string, error) { return p, nil } }

// wrappedIn is the wrapped key that stands in a file.
func wrappedIn(t *testing.T, path string) (wrapped []byte) {
	t.Helper()
	db, err := disk.Open(path, 0o600, &disk.Options{ReadOnly: true})
	must(t, err)
	wrapped, _, err = disk.Wrapped(db)
	must(t, errors.Join(err, db.Close()))
	return wrapped
}
