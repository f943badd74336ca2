package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestWhoIsDueByCommand: listed, asked about with the name, anonymised, and whoever is held or kept stays.
func TestWhoIsDueByCommand(t *testing.T) {
	b := clitest.School(t)
	type due struct {
		Name, Rule string
		Due        bool
		Held       []string
	}
	b.Must("resident", "add", "Kort Contact", "--told")
	b.Must("resident", "add", "Bel Mij", "--phone", "0612345678", "--keep", "throwaway")
	b.Must("resident", "add", "Jan Register", "--phone", "0612345679", "--keep", "register")
	numbers := map[string]string{}
	for _, name := range []string{"Kort Contact", "Bel Mij", "Jan Register"} {
		q := clitest.JSON[struct{ Number string }](b, "request", "add", "vraag van "+strings.ToLower(name), "--resident", name)
		numbers[name] = q.Number
		if name == "Bel Mij" {
			b.Must("request", "promise", q.Number, "--task", "bellen")
		}
		b.Must("request", "close", q.Number, "--outcome", "handled-directly", "--minutes", "20")
	}
	b.Off = time.Minute
	list := clitest.JSON[[]due](b, "resident", "due")
	if len(list) != 2 || list[0].Name != "Kort Contact" || !list[0].Due || list[0].Rule != "short" || list[1].Due || list[1].Held[0] != "promise" {
		t.Fatalf("%+v", list)
	}
	if _, out := b.Do(command.CouldNot, "resident", "anonymise", "--due"); !strings.Contains(out, "Kort Contact") {
		t.Errorf("it does not ask by name: %s", out)
	}
	if _, out := b.Do(command.CouldNot, "resident", "anonymise", "Jan Register", "--yes"); out == "" {
		t.Error("nothing is said of who is not due")
	}
	b.Do(command.CouldNot, "resident", "anonymise", "Bel Mij", "--yes", "--early")
	done := clitest.JSON[struct{ Anonymised int }](b, "resident", "anonymise", "--due", "--yes")
	if done.Anonymised != 1 {
		t.Errorf("%+v", done)
	}
	if out := b.Must("resident", "list"); strings.Contains(out, "Kort") || !strings.Contains(out, "Jan Register") {
		t.Error(out)
	}
	if q := clitest.JSON[struct {
		Summary string
		Minutes int
		Outcome string
	}](b, "request", "show", numbers["Kort Contact"]); q.Summary != "" || q.Minutes != 20 || q.Outcome != "handled-directly" {
		t.Errorf("%+v", q)
	}
	b.Must("resident", "retention", "--set", "individual=0", "--set", "theme:neighbours=never")
	if list = clitest.JSON[[]due](b, "resident", "due"); len(list) != 2 || list[0].Name != "Jan Register" {
		t.Fatalf("%+v", list)
	}
	b.Must("resident", "anonymise", "Jan Register", "--yes")
}
