package desk_test

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// elsewhere is a session whose own text program does what the test says.
func elsewhere(t *testing.T, program func(string) (string, error)) *uitest.Desk {
	t.Helper()
	return uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, With: func(e *screen.Env) {
		e.Edit = func(text string, done func(string, error) tea.Msg) tea.Cmd {
			return func() tea.Msg { return done(program(text)) }
		}
	}})
}

func TestALongTextGoesToOnesOwnProgramAndBack(t *testing.T) {
	d := elsewhere(t, func(was string) (string, error) { return was + " en\nnog een regel", nil })
	d.Press("m", "brief gelezen", "<ctrl+o>")
	d.Shows("nog een regel")
	d.Press("<enter>")
	if memos := d.Request(d.Requests[2]).Memos; memos[len(memos)-1].Text != "brief gelezen en\nnog een regel" {
		t.Errorf("%+v", memos)
	}
	d.Press("e", "<tab>", "<tab>", "<tab>", "<ctrl+o>") // a choice has no long text
	d.Hides("nog een regel en")
}

func TestABSNFromOnesOwnProgramIsRefusedAndKept(t *testing.T) {
	d := elsewhere(t, func(string) (string, error) { return "nummer 123456782 van mevrouw", nil })
	d.Press("m", "<ctrl+o>")
	d.Shows("▯▯▯▯▯▯▯▯▯")
	d.Press("<enter>")
	d.Shows("lijkt een BSN")
	for _, m := range d.Request(d.Requests[2]).Memos {
		if strings.Contains(m.Text, "123456782") {
			t.Error("a citizen service number was kept")
		}
	}
	d.Press("<esc>", "m")
	d.Shows("van mevrouw")
}

func TestAProgramThatFailsLosesNothing(t *testing.T) {
	d := elsewhere(t, func(was string) (string, error) { return "weg", errors.New("exit status 1") })
	d.Press("m", "blijft staan", "<ctrl+o>")
	d.Shows("blijft staan", "gaf een fout")
	plain := open(t)
	plain.Press("m", "x", "<ctrl+o>")
	plain.Shows("Er is geen tekstprogramma ingesteld")
}

func TestCopying(t *testing.T) {
	var copied []string
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, With: func(e *screen.Env) {
		e.Clipboard = func(s string) error { copied = append(copied, s); return nil }
	}})
	d.Press("Y")
	d.Shows("Wat wil je kopiëren van ZW-0003?", "Afsluiting stroom dreigt")
	d.Press("<enter>")
	d.Shows("Gekopieerd: ZW-0003")
	d.Press("Y", "alles", "<enter>")
	if len(copied) != 2 || copied[0] != "ZW-0003" || copied[1] != "ZW-0003 Afsluiting stroom dreigt\nBrief van Stedin. Vrijdag gaat de stroom eraf." {
		t.Errorf("%q", copied)
	}
	plain := open(t)
	plain.Press("Y")
	plain.Shows("Kopiëren kan hier niet", "ZW-0003")
}
