package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/command"
)

// TestTwoThatDifferAreMergedOnlyWithYes: a command cannot ask, so that it refuses, tells in what the two differ, and does it with --yes.
func TestTwoThatDifferAreMergedOnlyWithYes(t *testing.T) {
	b := crowd(t)
	b.Must("request", "add", "taal, nog eens", "--urgency", "now")
	if _, said := b.Do(command.CouldNot, "request", "merge", "ZW-0004", "ZW-0007"); !strings.Contains(said, "ZW-0004") || !strings.Contains(said, "ZW-0007") || !strings.Contains(said, "--yes") {
		t.Errorf("refused with %q", said)
	}
	if out := b.Must("request", "show", "ZW-0004", "--json"); !strings.Contains(out, `"merged_into":""`) && !strings.Contains(out, `"merged_into": ""`) {
		t.Errorf("merged all the same: %s", out)
	}
	b.Must("request", "merge", "ZW-0004", "ZW-0007", "--yes")
	if out := b.Must("request", "show", "ZW-0004", "--json"); !strings.Contains(out, `"ZW-0007"`) {
		t.Errorf("not merged: %s", out)
	}
}
