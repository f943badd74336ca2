package ui_test

import (
	"strings"
	"testing"

	"leerbalie/ui/uitest"
)

// TestAnEmptySearchFieldIsAField: on every screen in which is searched, what is typed after the field was emptied is searched for. It is
// no command, until Enter or Esc.
func TestAnEmptySearchFieldIsAField(t *testing.T) {
	searched := 0
	for digit := '0'; digit <= '9'; digit++ {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
		d.Press(string(digit))
		d.Press("/")
		if !d.Typing() || !strings.Contains(d.Frame(), "Zoeken:") {
			continue
		}
		searched++
		writes := d.Writes()
		for _, typed := range []string{"c", "zz", "xn"} {
			d.Press(typed)
			for range typed {
				d.Press("<backspace>")
			}
			d.Press("<backspace>") // once more than there is
			d.Press("cnx1")
			d.Shows("Zoeken: cnx1")
			d.Press("<ctrl+u>")
			if !d.Typing() || d.Writes() != writes {
				t.Fatalf("screen %c, after %q: a letter in the field was a command:\n%s", digit, typed, d.Frame())
			}
		}
		d.Press("brief", "<esc>")
		if d.Typing() {
			t.Errorf("screen %c: Esc does not leave the field:\n%s", digit, d.Frame())
		}
	}
	if searched < 4 {
		t.Errorf("only %d screens were tried", searched)
	}
}
