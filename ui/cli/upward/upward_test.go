package upward_test

import (
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type said struct {
	ID, Text, State, Answer, Where, Theme, About string
	By, To                                       who
	Cases, Weeks, Before                         int
	Since, Taken_on, Answered_on                 *string
	Figures_of                                   *who
}

// TestASignalByCommand: sent, taken up, answered by whom it went to, and found; the JSON has the names that scripts count on.
func TestASignalByCommand(t *testing.T) {
	b := clitest.School(t)
	s := clitest.JSON[said](b, "signal", "add", "Geen les over schulden", "--to", "Theo", "--where", "balie Zuidwest", "--about", "curriculum", "--cases", "19", "--weeks", "4", "--before", "31", "--as", "Noor")
	if s.State != "open" || s.By.Name != "Noor" || s.To.Name != "Theo" || s.About != "curriculum" || s.Cases != 19 || s.Weeks != 4 || s.Before != 31 || s.Figures_of != nil {
		t.Fatalf("%+v", s)
	}
	b.Do(2, "signal", "add", "Aan niemand")
	b.Do(1, "signal", "add", "x", "--to", "Theo", "--about", "weer")
	b.Do(1, "signal", "take", "schulden", "--as", "Noor")
	b.Must("signal", "edit", "schulden", "--where", "balie", "--as", "Noor")
	if s = clitest.JSON[said](b, "signal", "take", "schulden", "--as", "Theo"); s.State != "taken" || s.Taken_on == nil {
		t.Errorf("%+v", s)
	}
	b.Do(1, "signal", "edit", "schulden", "--text", "x", "--as", "Noor")
	b.Do(1, "signal", "answer", "schulden", "--as", "Theo")
	if s = clitest.JSON[said](b, "signal", "answer", "schulden", "Komt in blok 3", "--as", "Theo"); s.State != "done" || s.Answer != "Komt in blok 3" || s.Answered_on == nil {
		t.Errorf("%+v", s)
	}
	b.Must("signal", "add", "Rooster te vol", "--to", "Samira")
	b.Must("signal", "answer", "rooster", "Geen geld", "--state", "declined")
	for flags, n := range map[string]int{"": 2, "--open": 0, "--state done": 1, "--to Samira": 1, "--search blok": 1} {
		if all := clitest.JSON[[]said](b, append([]string{"signal", "list"}, strings.Fields(flags)...)...); len(all) != n {
			t.Errorf("%s: %d, want %d", flags, len(all), n)
		}
	}
	if out := b.Must("signal", "show", "schulden", "--lang", "nl"); !strings.Contains(out, "19 keer in 4 weken, daarvoor 31") || !strings.Contains(out, "het onderwijs") {
		t.Error(out)
	}
	b.Must("signal", "list", "--lang", "en")
	b.Must("signal", "archive", "rooster")
}

// TestASignalFromFigures: its counts are those of the site, small ones stay out, and who may not see what came in at the desk is told so.
func TestASignalFromFigures(t *testing.T) {
	b := clitest.School(t)
	lead := b.Session("Samira")
	for i := range 10 {
		theme := "housing"
		if i > 5 {
			theme = "language"
		}
		if _, err := lead.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "x", Theme: theme, Channel: "desk"}}); err != nil {
			t.Fatal(err)
		}
	}
	add := []string{"signal", "add", "Meer over wonen", "--to", "Theo", "--theme", "housing", "--from-statistics"}
	s := clitest.JSON[said](b, add...)
	if s.Cases != 6 || s.Weeks != 4 || s.Since == nil || s.Figures_of == nil || s.Theme != "housing" {
		t.Errorf("%+v", s)
	}
	if _, err := b.Do(1, append(add[:5:5], "--theme", "language", "--from-statistics", "--lang", "en")...); !strings.Contains(err, "fewer than 5") {
		t.Error(err)
	}
	if _, err := b.Do(1, append(add, "--as", "Theo", "--lang", "nl")...); !strings.Contains(err, "mag de cijfers van de balie niet zien") {
		t.Error(err)
	}
	b.Do(2, append(add, "--cases", "9")...)
}
