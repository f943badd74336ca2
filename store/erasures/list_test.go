package erasures

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

func at(year int) time.Time { return time.Date(year, 11, 30, 12, 0, 0, 0, time.UTC) }

func TestAListKeepsWhatStandsOnIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "erased")
	a, b, c := journal.ID{1}, journal.ID{2}, journal.ID{3}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(Keep(path, []journal.ID{a, a}, at(2026), nil))
	must(Keep(path, []journal.ID{b, a}, at(2027), nil))
	l, err := Sound(path)
	must(err)
	if !l.Has(a) || !l.Has(b) || l.Has(c) || l.Len() != 2 || l.Last() != "2027-11-30" {
		t.Errorf("%+v", l)
	}
	body, err := os.ReadFile(path)
	must(err)
	other := filepath.Join(t.TempDir(), "erased")
	must(Keep(other, []journal.ID{a}, at(2026), nil))
	if apart, err := os.ReadFile(other); err != nil || bytes.Contains(body, bytes.Split(apart, []byte("\n"))[2][:64]) {
		t.Error("two lists have the same salt")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Error(info.Mode(), err)
	}

	// a line that was cut off counts for nothing, and the next one begins anew
	must(os.WriteFile(path, body[:len(body)-20], 0o600))
	l, err = Sound(path)
	must(err)
	if l.Len() != 1 {
		t.Errorf("%+v", l)
	}
	must(Keep(path, []journal.ID{b, c}, at(2028), nil))
	l, err = Sound(path)
	must(err)
	if l.Len() != 3 || !l.Has(b) || !l.Has(c) {
		t.Errorf("%+v", l)
	}
}

func TestWhatIsNoList(t *testing.T) {
	good := heading + "\nsalt 00112233445566778899aabbccddeeff\n"
	entry := strings.Repeat("ab", 32) + " 2026-11-30\n"
	for name, c := range map[string]struct {
		text string
		line int // where it goes wrong; 0 is nowhere
	}{
		"empty":             {"", 1},
		"another heading":   {"leerbalie erased 2\n" + good, 1},
		"no salt":           {heading + "\n" + entry, 2},
		"a short salt":      {heading + "\nsalt 00\n", 2},
		"half a beginning":  {heading, 1},
		"a store":           {"\x00\x00\x00\x00\xed\xda\x0c\xed", 1},
		"a short digest":    {good + entry + "abcd 2026-11-30\n", 4},
		"no day":            {good + strings.Repeat("ab", 32) + "\n", 3},
		"a day that is not": {good + strings.Repeat("ab", 32) + " 2026-02-30\n", 3},
		"an endless line":   {good + strings.Repeat("a", 1<<20), 3},
		"well":              {good + entry + "\n" + strings.ReplaceAll(entry, "\n", "\r\n"), 0},
		"well, with nobody": {good, 0},
	} {
		path := filepath.Join(t.TempDir(), "l"+Ending)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Beside(filepath.Join(filepath.Dir(path), "copy.db"))
		if (err == nil) != (c.line == 0) {
			t.Errorf("%s: %v", name, err)
		}
		if f, ok := err.(*fault.Error); ok {
			for _, a := range f.Args {
				if a.Name == "line" && a.Value != c.line {
					t.Errorf("%s: line %v, not %d", name, a.Value, c.line)
				}
			}
		}
	}
	dir := filepath.Join(t.TempDir(), "dir"+Ending)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Sound(dir); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

// TestAHugeListIsRefused: more lines than a list can have are not read.
func TestAHugeListIsRefused(t *testing.T) {
	text := heading + "\nsalt 00112233445566778899aabbccddeeff\n" + strings.Repeat("\n", maxLines+1)
	if _, err := Read(strings.NewReader(text)); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(heading + "\nsalt 00112233445566778899aabbccddeeff\n" + strings.Repeat("ab", 32) + " 2026-11-30\n"))
	f.Add([]byte(heading + "\r\nsalt 00112233445566778899aabbccddeeff\r\nx"))
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := Read(bytes.NewReader(text))
		if err != nil {
			if fault.KindOf(err) != fault.Invalid {
				t.Error(err)
			}
			return
		}
		if l.Has(journal.ID{1}) {
			t.Error("a list names whom it cannot know")
		}
		path := filepath.Join(t.TempDir(), "l")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Keep(path, []journal.ID{{1}}, at(2026), nil); err != nil {
			t.Fatal(err)
		}
		again, err := Open(path)
		if err != nil || !again.Has(journal.ID{1}) || again.Len() != l.Len()+1 {
			t.Errorf("%v %+v", err, again)
		}
	})
}
