package hours_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type row struct {
	Student struct{ Name string }
	Week    string
	Minutes int
	Was     *int `json:"confirmed_minutes"`
	State   string
	From    []struct {
		Kind, ID, Date, What string
		Minutes              int
	}
	Confirmed bool
}

// TestHoursByCommand: written down, altered, confirmed, changed, taken away, in the form that scripts count on.
func TestHoursByCommand(t *testing.T) {
	b := clitest.School(t)
	one := clitest.JSON[struct {
		ID, Kind, Date, What string
		Minutes              int
	}](b, "hours", "add", "Noor", "--date", "2026-03-02", "--minutes", "90", "--what", "voorlezen", "--as", "Noor")
	if one.Kind != "own" || one.Minutes != 90 || one.Date != "2026-03-02" || one.What != "voorlezen" || one.ID == "" {
		t.Fatalf("%+v", one)
	}
	list := func(args ...string) []row {
		t.Helper()
		return clitest.JSON[[]row](b, append([]string{"hours", "list", "--student", "Noor", "--week", "2026-W10"}, args...)...)
	}
	mine := func(r row) (n int) {
		for _, f := range r.From {
			if f.ID == one.ID {
				n = f.Minutes
			}
		}
		return n
	}
	before := list()[0]
	if before.Confirmed || before.Was != nil || before.State != "open" || mine(before) != 90 || before.Week != "2026-W10" {
		t.Fatalf("%+v", before)
	}
	done := clitest.JSON[[]row](b, "hours", "confirm", "Noor", "--week", "2026-W10", "--as", "Samira")
	if len(done) != 1 || !done[0].Confirmed || *done[0].Was != before.Minutes {
		t.Fatalf("%+v", done)
	}
	b.Must("hours", "edit", one.ID[:23], "--minutes", "75", "--as", "Noor")
	if now := list()[0]; now.Confirmed || now.State != "changed" || mine(now) != 75 || *now.Was != before.Minutes {
		t.Fatalf("%+v", now)
	}
	b.Must("hours", "confirm", "--week", "2026-W10", "--as", "Samira")
	b.Must("hours", "remove", one.ID, "--as", "Noor")
	b.Must("hours", "confirm", "Noor", "--week", "2026-W10", "--off", "--as", "Samira")
	for _, r := range list() {
		if mine(r) != 0 || r.Was != nil {
			t.Fatalf("%+v", r)
		}
	}
	shown := clitest.JSON[struct {
		Minutes int
		Pace    struct{ Verdict string }
		Company string
		Weeks   []row
	}](b, "hours", "show", "Noor", "--as", "Noor")
	if shown.Pace.Verdict != "" {
		t.Fatalf("%+v", shown)
	}
}

// TestWhatIsRefusedOfHours: a sentence and a status for each.
func TestWhatIsRefusedOfHours(t *testing.T) {
	b := clitest.School(t)
	for _, c := range []struct {
		args   string
		status int
		says   string
	}{
		{"hours confirm", 2, "--week"},
		{"hours confirm --week 2026-W54", 1, "2026-W54"},
		{"hours confirm Noor --week 2026-W10 --as Noor", 1, "je eigen uren"},
		{"hours confirm --week 2026-W30 --as Samira", 1, "nog niet geweest"},
		{"hours add Noor --minutes 0 --what x --as Noor", 1, "0"},
		{"hours add Noor --minutes 30 --as Noor", 1, "Wat"},
		{"hours edit 123 --minutes 3", 1, "123"},
		{"hours list --student Niemand", 1, "Niemand"},
	} {
		status, _, said := b.Run(append(strings.Fields(c.args), "--lang=nl")...)
		if status != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%s: %d %q, want %d with %q", c.args, status, said, c.status, c.says)
		}
	}
}
