package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"leerbalie/model/fault"
)

func writing(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestAFileIsWholeOrAbsent(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "uit.csv")
	stopped := errors.New("stopped")
	for _, over := range []bool{false, true} {
		err := Write(path, over, nil, nil, func(w io.Writer) error { return errors.Join(writing("half")(w), stopped) })
		if !errors.Is(err, stopped) {
			t.Error(err)
		}
		wantFolder(t, dir)
	}
	wantFault(t, Write(path, false, nil, nil, writing("heel")), "")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if err := Write(path, false, nil, nil, writing("weer")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("written over: %v", err)
	}
	err := Write(filepath.Join(dir, "later"), false, nil, nil, func(w io.Writer) error {
		return errors.Join(os.WriteFile(filepath.Join(dir, "later"), []byte("sneller"), 0o600), writing("x")(w))
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("written over what came meanwhile: %v", err)
	}
	wantText(t, filepath.Join(dir, "later"), "sneller")
	wantFault(t, Write(path, true, nil, nil, writing("nieuw")), "")
	wantText(t, path, "nieuw")
	var file *fs.PathError
	if err := Write(filepath.Join(dir, "none", "x"), false, nil, nil, writing("x")); !errors.As(err, &file) || file.Path != filepath.Join(dir, "none", "x") {
		t.Error(err)
	}
	wantFolder(t, dir, "later", "uit.csv")
}

// What comes to stand there while a file is made is looked at again before it would go.
func TestDataThatCameMeanwhileStay(t *testing.T) {
	dir := t.TempDir()
	path, data := filepath.Join(dir, "uit.csv"), sample(t)
	wantFault(t, Write(path, true, nil, nil, writing("een")), "")
	wantFault(t, Write(path, true, nil, nil, func(w io.Writer) error {
		return errors.Join(os.Rename(data, path), writing("twee")(w))
	}), "output-is-data")
	wantFault(t, Check(path), "")
	wantFolder(t, dir, "uit.csv")
}

func TestOnlyFilesAreReplaced(t *testing.T) {
	dir := t.TempDir()
	wantFault(t, Write(dir, true, nil, nil, writing("x")), "store-is-folder")
	if _, err := os.Stat(os.DevNull); err == nil && runtime.GOOS != "windows" {
		link := filepath.Join(dir, "device")
		if err := os.Symlink(os.DevNull, link); err != nil {
			t.Fatal(err)
		}
		wantFault(t, Write(link, true, nil, nil, writing("x")), "store-not-a-file")
		wantFolder(t, dir, "device")
	}
}

// A store is known for one by what is left of it.
func TestDamagedDataAreData(t *testing.T) {
	path := sample(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := int(os.Getpagesize())
	for name, harm := range map[string]func([]byte) []byte{
		"whole":                func(b []byte) []byte { return b },
		"both beginnings gone": func(b []byte) []byte { clear(b[:2*page]); return b },
		"both magics flipped":  func(b []byte) []byte { b[pageHeader] ^= 1; b[page+pageHeader] ^= 1; return b },
		"cut":                  func(b []byte) []byte { return b[:page] },
	} {
		if err := os.WriteFile(path, harm(append([]byte(nil), whole...)), 0o600); err != nil {
			t.Fatal(err)
		}
		if data, err := IsData(path); !data || err != nil {
			t.Errorf("%s: %v %v", name, data, err)
		}
	}
	for name, text := range map[string]string{"empty": "", "a table": strings.Repeat("nummer;vraag\n", 9000), "zeros": string(make([]byte, 100_000))} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if data, err := IsData(path); data || err != nil {
			t.Errorf("%s: %v %v", name, data, err)
		}
	}
}

// What is owed is noted before the file is there, and crossed out when it has gone.
func TestWhatIsMadeElsewhereIsNoted(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "uit.csv")
	var noted, paid string
	owing := func(tmp string) func() {
		if _, err := os.Lstat(tmp); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s was there before it was noted", tmp)
		}
		noted = tmp
		return func() { paid = tmp }
	}
	wantFault(t, Write(path, false, owing, nil, func(w io.Writer) error {
		wantFolder(t, dir, filepath.Base(noted))
		if paid != "" {
			t.Error("crossed out while it is there")
		}
		return writing("x")(w)
	}), "")
	if noted == "" || paid != noted {
		t.Errorf("noted %q, crossed out %q", noted, paid)
	}
	noted, paid = "", ""
	wantFault(t, CreateOwing(filepath.Join(dir, "copy"), owing, func(string) error { return fault.New(fault.Full, "disk-full") }), "disk-full")
	if noted == "" || paid != noted {
		t.Errorf("noted %q, crossed out %q", noted, paid)
	}
}

func TestRemoveUnfinished(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	// what could never be one of ours stays, whatever is noted of it
	stays := []string{"report.csv", ".hidden", ".new-abc", ".x.new-", ".x.new-Ab", ".x.new-a.b", "x.new-abc"}
	for _, name := range stays {
		wantFault(t, RemoveUnfinished(put(name)), "")
	}
	wantFolder(t, dir, ".hidden", ".new-abc", ".x.new-", ".x.new-Ab", ".x.new-a.b", "report.csv", "x.new-abc")
	link := filepath.Join(dir, ".l.new-abc")
	if err := os.Symlink(filepath.Join(dir, "report.csv"), link); err == nil {
		wantFault(t, RemoveUnfinished(link), "")
		if _, err := os.Lstat(link); err != nil {
			t.Error("a link is no file of ours")
		}
	}
	ours := put(".x.csv.new-abc2")
	if runtime.GOOS != "windows" {
		unlock := share(dir)
		wantFault(t, RemoveUnfinished(ours), "store-busy-unknown") // somebody makes a file there
		unlock()
	}
	wantFault(t, RemoveUnfinished(ours), "")
	wantFault(t, RemoveUnfinished(ours), "")
	if _, err := os.Lstat(ours); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	wantFault(t, RemoveUnfinished(filepath.Join(dir, "no-stick", ".x.new-abc")), "store-missing")
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".d.db.new-123", ".d.db.new-abc2", ".d.db.new-abc2.open", ".d.db.v1.new-9", ".d.db.new-mine.csv", ".e.db.new-1", "d.db", "d.db.v1", ".d.db.notes"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	Sweep(filepath.Join(dir, "d.db"))
	wantFolder(t, dir, ".d.db.new-mine.csv", ".d.db.notes", ".e.db.new-1", "d.db", "d.db.v1")
}
