package widget

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

func typed(in *Input, keys ...tea.KeyType) {
	for _, k := range keys {
		in.Update(tea.KeyMsg{Type: k})
	}
}

func TestInputEdits(t *testing.T) {
	in := NewInput("een twee drie", 1)
	typed(&in, tea.KeyCtrlW)
	if in.Text() != "een twee " {
		t.Errorf("%q", in.Text())
	}
	typed(&in, tea.KeyHome, tea.KeyDelete, tea.KeyRight, tea.KeyBackspace)
	if in.Text() != "n twee " {
		t.Errorf("%q", in.Text())
	}
	in.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("Ee")})
	if in.Text() != "Een twee " || in.Before() != "Ee" {
		t.Errorf("%q %q", in.Text(), in.Before())
	}
	typed(&in, tea.KeyCtrlK)
	if in.Text() != "Ee" {
		t.Errorf("%q", in.Text())
	}
}

func TestInputKeepsPasteHarmless(t *testing.T) {
	in := NewInput("", 1)
	in.Update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("a\r\nb\x1b[31m\u202ec\td")})
	if in.Text() != "a b[31mc d" {
		t.Errorf("%q", in.Text())
	}
	area := NewInput("a\r\nb", 3)
	if area.Text() != "a\nb" {
		t.Errorf("%q", area.Text())
	}
}

func TestInputFitsItsWidth(t *testing.T) {
	for _, text := range []string{"", "kort", strings.Repeat("lang woord ", 200), strings.Repeat("日本", 60), "e\u0301\u200d\u200d\u200dx", "a\nb\n\nc"} {
		for _, lines := range []int{1, 4} {
			for _, width := range []int{2, 3, 10, 40} {
				in := NewInput(text, lines)
				for range 12 {
					got := in.View(theme.Bare(), width, true)
					if len(got) > lines {
						t.Fatalf("%d lines for %d", len(got), lines)
					}
					for _, line := range got {
						if cell.Width(line) > width {
							t.Fatalf("%.30q in %d×%d: line %q is %d wide", text, width, lines, line, cell.Width(line))
						}
					}
					typed(&in, tea.KeyLeft)
				}
			}
		}
	}
}

// TestWhatIsOfferedGivesWayToWhatIsTyped, and stays for who changes it.
func TestWhatIsOfferedGivesWayToWhatIsTyped(t *testing.T) {
	after := func(msgs ...tea.KeyMsg) string {
		var in Input
		in.Offer("vijf woorden")
		for _, msg := range msgs {
			in.Update(msg)
		}
		return in.Text()
	}
	runes := func(text string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)} }
	for want, got := range map[string]string{
		"vijf woorden":   after(),
		"hond":           after(runes("h"), runes("ond")),
		" ":              after(tea.KeyMsg{Type: tea.KeySpace}),
		"vijf woordenen": after(tea.KeyMsg{Type: tea.KeyEnd}, runes("en")),
		"vijf woordeX":   after(tea.KeyMsg{Type: tea.KeyBackspace}, runes("X")),
		"vijf woord":     after(tea.KeyMsg{Type: tea.KeyTab}, runes("vijf woord")), // a key that is not for the field takes nothing
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
