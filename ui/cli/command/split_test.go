package command

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWordsAreSplitAsAShellDoes(t *testing.T) {
	for line, want := range map[string][]string{
		"":                                nil,
		" \t\n":                           nil,
		"request list":                    {"request", "list"},
		`request memo ZW-1 'bel  terug'`:  {"request", "memo", "ZW-1", "bel  terug"},
		`a "b 'c' \"d\" \n" e`:            {"a", `b 'c' "d" \n`, "e"},
		`a\ b 'c'"d"e ''`:                 {"a b", "cde", ""},
		`$HOME ~/x *.go $(id) | ; & > #1`: {"$HOME", "~/x", "*.go", "$(id)", "|", ";", "&", ">", "#1"},
		"a\\\nb":                          {"ab"},
		"één 'ünï'":                       {"één", "ünï"},
	} {
		if got, err := Split(line); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q %v, want %q", line, got, err, want)
		}
	}
	for _, line := range []string{`a 'b`, `a "b`, `a\`, `"\"`} {
		if got, err := Split(line); err == nil {
			t.Errorf("%q: %q", line, got)
		}
	}
}

// TestASplitLikeThatOfTheShell compares with the shell of this computer, for what a shell would not expand.
func TestASplitLikeThatOfTheShell(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell to compare with")
	}
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", " ", "  ", "'", `"`, `\`, "é", "-", "=", "/", "\t"}), 0, 20).Draw(t, "line"), "")
		got, wrong := Split(line)
		out, err := exec.Command(sh, "-c", `set -- `+line+`
for word; do printf '%s\0' "$word"; done`).Output()
		if strings.HasSuffix(line, `\`) {
			return // the line after it is of the test
		}
		if wrong != nil || err != nil {
			if wrong == nil || err == nil {
				t.Fatalf("%q: %v, and of the shell %v", line, wrong, err)
			}
			return
		}
		if want := strings.Split(string(out), "\x00"); !slices.Equal(got, want[:len(want)-1]) {
			t.Fatalf("%q: %q, and the shell %q", line, got, want)
		}
	})
}

// quoted puts a word in quotes, as a client's script does.
func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

func FuzzSplit(f *testing.F) {
	f.Add("request list")
	f.Add(`a 'b' "c\"" \d`)
	f.Fuzz(func(t *testing.T, line string) {
		words, err := Split(line)
		if err != nil || !utf8.ValidString(line) {
			return
		}
		quotes := make([]string, len(words))
		for i, w := range words {
			quotes[i] = quoted(w)
		}
		again, err := Split(strings.Join(quotes, " "))
		if err != nil || !slices.Equal(again, words) {
			t.Errorf("%q is %q, and in quotes %q %v", line, words, again, err)
		}
	})
}
