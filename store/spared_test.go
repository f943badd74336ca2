package store_test

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store"
	"leerbalie/store/erasures"
)

// TestNoOutputReplacesWhatIsKeptOutside: with a list of erasures or a note out of the way, somebody would come back, or nobody would see
// what was altered. Both are known by what is in them.
func TestNoOutputReplacesWhatIsKeptOutside(t *testing.T) {
	state := t.TempDir()
	path, s, _ := founded(t)
	must(t, s.Close())
	must(t, erasures.Keep(filepath.Join(state, erasures.Name), nil, time.Now(), nil))
	s = at(t, path, state, "")
	work(t, s)
	must(t, s.Close())
	for name := range folder(t, state) {
		cp(t, filepath.Join(state, name), filepath.Join(state, "as-"+name+".csv"))
	}
	before := folder(t, state)
	if len(before) != 4 {
		t.Fatalf("there are %v", before)
	}
	for _, s := range []*store.Store{nil, at(t, path, "", "")} {
		for name := range before {
			err := s.WriteFile(filepath.Join(state, name), true, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
			var e *fault.Error
			if !errors.As(err, &e) || e.Msg != "output-is-kept" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if after := folder(t, state); !maps.Equal(before, after) {
			t.Fatalf("there were %v, and are %v", before, after)
		}
		for name, text := range map[string]string{"table.csv": "number;summary\n", "short": "leer", "empty": "", "other.json": `{"path":"x"}`} {
			path := filepath.Join(t.TempDir(), name)
			must(t, os.WriteFile(path, []byte(text), 0o600))
			must(t, s.WriteFile(path, true, func(io.Writer) error { return nil }))
		}
	}
}
