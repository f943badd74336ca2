package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type look struct {
	At string
	By struct {
		ID, Name string
	}
	Count  int
	Search string
}

// TestWhoLooksAtListsOfResidentsIsNoted, once a command, for those who lead to read; and what was searched goes with who was found.
func TestWhoLooksAtListsOfResidentsIsNoted(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Ali", "--role", "student", "--level", "mbo-3")
	for _, name := range []string{"Jan de Wit", "Ria Smit"} {
		b.Must("resident", "add", name, "--phone", "0687654321")
	}
	if looks := clitest.JSON[[]look](b, "resident", "access"); len(looks) != 0 {
		t.Errorf("%+v", looks)
	}
	b.Must("resident", "list", "--as", "Ali")
	b.Must("resident", "list", "--json", "--search", "wit", "--as", "Ali")
	b.Must("resident", "list", "--search", "0687654321", "--as", "Ali")
	b.Must("resident", "list", "--search", "niemand", "--as", "Ali")
	looks := clitest.JSON[[]look](b, "resident", "access")
	if len(looks) != 3 || looks[0].By.Name != "Ali" || looks[0].Search != "0687654321" || looks[0].Count != 2 || looks[1].Search != "wit" || looks[1].Count != 1 ||
		looks[2].Search != "" || looks[2].Count != 2 || !strings.HasPrefix(looks[0].At, "2026-03-09T14:") {
		t.Errorf("%+v", looks)
	}
	if out := b.Must("resident", "access", "--lang=en"); !strings.Contains(out, "wit") || !strings.Contains(out, "Ali") {
		t.Error(out)
	}
	if _, said := b.Do(command.CouldNot, "resident", "access", "--as", "Ali"); strings.Contains(said, "wit") {
		t.Errorf("%q", said)
	}
	b.Must("resident", "erase", "Jan de Wit", "--yes")
	looks = clitest.JSON[[]look](b, "resident", "access")
	if len(looks) != 3 || looks[0].Search != "" || looks[1].Search != "" || looks[1].Count != 1 || looks[1].By.Name != "Ali" {
		t.Errorf("what was searched stays after the erasure: %+v", looks)
	}
}
