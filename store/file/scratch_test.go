package file

import (
	"os"
	"path/filepath"
	"testing"
)

// A folder for a while is there until it is dropped; what killed programs left goes when the next begins, and nothing else does.
func TestScratch(t *testing.T) {
	below := t.TempDir()
	for _, name := range []string{"leerbalie-123/tekst.txt", "leerbalie-demo-9/demo.db", "leerbalie-mine/x", "other-123/x"} {
		path := filepath.Join(below, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	first, drop, err := Scratch(below)
	if err != nil {
		t.Fatal(err)
	}
	if !holdsFolders {
		t.Skip("nobody can tell here which are left")
	}
	wantFolder(t, below, filepath.Base(first), "leerbalie-mine", "other-123")
	second, dropSecond, err := Scratch(below)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{first, second} { // neither takes the other's away
		if err := os.WriteFile(filepath.Join(dir, "x"), nil, 0o600); err != nil {
			t.Error(err)
		}
	}
	if err := drop(); err != nil {
		t.Error(err)
	}
	if err := dropSecond(); err != nil {
		t.Error(err)
	}
	wantFolder(t, below, "leerbalie-mine", "other-123")
}
