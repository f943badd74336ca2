//go:build unix

package terminal_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// TestThePhraseOnATerminal goes from a first start to a new computer: the phrase is asked where the copy is put back, a word that
// was mistyped is pointed at, and nothing of it is shown. The file that the store is holds none of it either.
func TestThePhraseOnATerminal(t *testing.T) {
	program := Build(t)
	dir := t.TempDir()
	db, copied, back := filepath.Join(dir, "d.db"), filepath.Join(dir, "copy.db"), filepath.Join(dir, "back.db")
	out, status := Run(t, program, "init", "--site", "Zuid", "--code", "ZW", "--me", "Sam", "--db", db, "--json")
	var made struct{ Phrase string }
	if err := json.Unmarshal([]byte(out), &made); status != 0 || err != nil || len(strings.Fields(made.Phrase)) != 8 {
		t.Fatalf("%d, %v: %s", status, err, out)
	}
	if out, status := Run(t, program, "backup", copied, "--db", db); status != 0 {
		t.Fatal(out)
	}
	words := strings.Fields(made.Phrase)
	wrong := "q" + strings.Join(words, " ")[1:]
	x := Start(t, 80, 24, nil, program, "restore", copied, "--db", back, "--lang=en")
	x.Shows("Recovery phrase, eight words")
	x.Press(wrong, Enter)
	x.Shows("Word 1 (" + "q" + words[0][1:] + ")")
	x.Press(strings.ToUpper(strings.Join(words, "-")), Enter)
	said := x.Ends()
	if !strings.Contains(strings.Join(strings.Fields(said), " "), "is now the centre of your organisation") {
		t.Errorf("it ends with:\n%s", said)
	}
	for _, word := range words[1:] {
		if strings.Contains(strings.ToLower(said), word) {
			t.Errorf("%s is shown:\n%s", word, said)
		}
	}
	for _, path := range []string{db, copied, back} {
		data, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(data), words[0]+" "+words[1]) || strings.Contains(string(data), strings.ToUpper(words[0])) {
			t.Errorf("%s holds the phrase, or cannot be read: %v", path, err)
		}
	}
	if out, status := Run(t, program, "check", "--db", back); status != 0 {
		t.Errorf("check: %s", out)
	}
}
