package files_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestRestoringSaysWhoCanBeBack: what lists of erasures were at hand is said in plain words, and to a script.
func TestRestoringSaysWhoCanBeBack(t *testing.T) {
	for want, told := range map[string]command.Forgotten{
		"no list of erasures was found":              {},
		"the list of erasures names nobody yet":      {Lists: 1},
		"1 resident or question that was erased":     {Lists: 1, Last: "2026-11-30", Again: 1},
		"Nobody on the list of erasures":             {Lists: 1, Last: "2026-11-30"},
		"The list of erasures goes up to 2026-11-30": {Lists: 2, Last: "2026-11-30", Again: 12},
	} {
		b := clitest.New(t)
		b.Forgotten = told
		out, said := b.Do(command.Done, "restore", "kopie.db")
		if !strings.Contains(said, want) || !strings.Contains(out, "kopie.db") {
			t.Errorf("%+v: %q %q", told, out, said)
		}
		got := clitest.JSON[struct {
			Path   string
			Lists  int    `json:"erase_lists"`
			Last   string `json:"last_erasure"`
			Erased int    `json:"erased_again"`
		}](b, "restore", "kopie.db")
		if got.Path != "kopie.db" || got.Lists != told.Lists || got.Last != told.Last || got.Erased != told.Again {
			t.Errorf("%+v", got)
		}
	}
}
