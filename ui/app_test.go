package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
	"leerbalie/ui/widget/cell"
)

func TestASmallWindowSaysSoAndWaits(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("n", "half")
	d.Resize(screen.Size{Width: 40, Height: 10})
	d.Shows("te klein", "40×10", "60×15")
	d.Press("x", "q", "<enter>")
	d.Resize(screen.Size{Width: 60, Height: 15})
	d.Shows("half", "ZW-0003")
	d.Hides("halfx", "halfq")
	d.Press("<esc>")
	d.Resize(screen.Size{Width: 40, Height: 10})
	if d.Press("q"); !d.Quit {
		t.Error("who types nothing cannot leave a small window")
	}
}

func TestEveryFrameFitsItsWindow(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 79, Height: 24}, {Width: 99, Height: 30}, {Width: 100, Height: 30}, {Width: 200, Height: 60}} {
		for _, lang := range []text.Lang{"nl", "en"} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, Theme: theme.New(theme.TrueColour, true)})
			for _, press := range []string{"", "n", "<tab>", "<esc>", "x", "<esc>", "e", "<esc>", "d", "<esc>", "b", "<esc>", "C", "<esc>", "h", "<esc>", "<enter>", "<esc>", "v", "5", "/", "<esc>", "?", "<esc>", ":", "<esc>", "m"} {
				if press != "" {
					d.Press(press)
				}
				lines := strings.Split(d.Raw(), "\n")
				if len(lines) != size.Height {
					t.Errorf("%v after %q: %d lines", size, press, len(lines))
				}
				for _, line := range lines {
					if w := cell.Width(line); w > size.Width {
						t.Errorf("%v after %q: a line of %d cells: %q", size, press, w, line)
					}
				}
			}
		}
	}
}

func TestLettersInOneReadAreKeysOneByOne(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Burst("jjkj")
	if line := d.On(); !strings.Contains(line, "ZW-0008") {
		t.Errorf("on %q", line)
	}
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("n"), Alt: true}) // Esc and n in one read
	d.Burst("snel getypt")
	d.Shows("snel getypt")
	d.Press("<esc>", ",", "<enter>")
	d.Shows("Instellingen", "blijft zoals hij is")
	d.Send(tea.KeyMsg{Type: tea.KeyEsc, Alt: true}) // Esc twice: out of the form, and out of the settings
	d.Shows("Wachtrij")
}

func TestHelpIsSearchable(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("?", "parke")
	d.Shows("parkeren", "terughalen uit wat geparkeerd is")
	d.Hides("memo voor collega's")
	d.Press("<esc>")
	d.Hides("Hulp: alle toetsen")
}

func TestThePaletteDoesWhatItSays(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("<ctrl+p>", "memo", "<enter>")
	d.Shows("Memo voor collega's")
	d.Press("<esc>", ":", "engels", "<enter>")
	d.Shows("Queue", "all saved")
	d.Press(":", "dutch", "<enter>")
	d.Shows("Wachtrij")
}

func TestThePaletteListsScreensWithoutADigit(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press(":", "lijsten met", "<enter>")
	d.Shows("3 lijsten", "Hbo Social Work")
	d.Press("<esc>")
	d.Shows("Wachtrij")
}

func TestAToastGoesByItself(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("p")
	d.Shows("is geparkeerd")
	d.Pass(10 * time.Second)
	d.Hides("is geparkeerd")
}

func TestLeavingKeepsWhatWasTyped(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("n", "niet af", "<ctrl+c>")
	if !d.Quit {
		t.Error("ctrl+c does not leave")
	}
	d.Again()
	d.Press("n")
	d.Shows("niet af")
}

func TestTheMouse(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Send(tea.MouseMsg{X: 10, Y: 3 + 1 + 2, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	if line := d.On(); !strings.Contains(line, "ZW-0008") {
		t.Errorf("on %q", line)
	}
	d.Send(tea.MouseMsg{X: 10, Y: 10, Action: tea.MouseActionPress, Button: tea.MouseButtonWheelUp})
	if line := d.On(); !strings.Contains(line, "ZW-0003") {
		t.Errorf("on %q", line)
	}
}

func TestNoKeyMeansTwoThingsOnOneScreen(t *testing.T) {
	set := ui.AllKeys()
	for _, k := range set.All() {
		if k.Scope == keys.Global || k.Scope == keys.Field || k.Scope == keys.Move {
			continue
		}
		for _, other := range set.In(keys.Global, k.Scope) {
			for _, a := range k.Keys {
				for _, b := range other.Keys {
					if a == b && other.ID != k.ID {
						t.Errorf("%s means %s and %s", a, k.ID, other.ID)
					}
				}
			}
		}
	}
}

func TestEveryKeyHasItsWords(t *testing.T) {
	for _, lang := range text.All().Tags() {
		w := text.All().For(text.Lang(lang))
		for _, k := range ui.AllKeys().All() {
			if !w.Has(k.Word) {
				t.Errorf("%s: the key %s has no word %s", lang, k.ID, k.Word)
			}
		}
	}
}

func TestWithoutStylesNothingIsLost(t *testing.T) {
	plain := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	colour := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Theme: theme.New(theme.TrueColour, false)})
	if plain.Frame() != colour.Frame() {
		t.Error("a style carries what is not in the text")
	}
}

// BenchmarkKey is what keys cost in a window of 120×40: what is done, what is read for it, and every frame that is drawn after.
func BenchmarkKey(b *testing.B) {
	for _, c := range []struct {
		name  string
		first []string
		keys  []string
	}{
		{"cursor", nil, []string{"j", "k"}}, {"page", nil, []string{"<pgdown>", "<pgup>"}}, {"screen", nil, []string{"2", "1"}},
		{"form", []string{"n"}, []string{"a", "<backspace>"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			d := uitest.Open(b, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}, Theme: theme.New(theme.TrueColour, true), Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
				for i := range 200 {
					if _, err := setup.Do(b.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("brief van de gemeente over huur en toeslag %d", i), Theme: "taal"}}); err != nil {
						b.Fatal(err)
					}
				}
				return setup.Me().ID
			}})
			for _, key := range c.first {
				d.Press(key)
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.Press(c.keys[i%len(c.keys)])
			}
		})
	}
}
