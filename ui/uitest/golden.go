package uitest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// update is set by `go test ./ui/... -update`: what shows now is kept as what has to show.
var update = flag.Bool("update", false, "keep what shows now in testdata")

// Golden compares a text with the file of that name in testdata.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	Kept(t, filepath.Join("testdata", name+".golden"), got)
}

// Kept compares a text with a file that was made from it.
func Kept(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if got+"\n" != string(want) {
		t.Errorf("%s differs (look, and keep it with -update if it is right).\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}
