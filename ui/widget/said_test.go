package widget_test

import (
	"testing"

	"leerbalie/ui/uitest"
	"leerbalie/ui/widget"
)

// TestAHeadingIsSaidBeforeTheRowBelowIt, the first one and one with no row below it by themselves; and choices that are the same twice
// have each an id of their own.
func TestAHeadingIsSaidBeforeTheRowBelowIt(t *testing.T) {
	p := widget.Picker{Title: "What?", Hint: "hint", Choices: []widget.Choice{
		{Head: true, Label: "now"}, {ID: "a", Label: "open", Right: "Enter"}, {ID: "b", Label: "close", Right: "^", Whole: "Circumflex"},
		{Head: true, Label: "elsewhere"}, {ID: "a", Label: "open", Right: "Enter"}, {Label: "never"}, {Head: true, Label: "nothing more"},
	}}
	said := p.Said("search", nil)
	want := "heading: What?\nfield*: search = \"\"\ntext: now\nrow* 1: open, Enter\nrow 2: close, Circumflex\nrow 3: elsewhere, open, Enter\nrow 4: never\ntext: nothing more\nhelp: hint\n"
	if got := uitest.Spelled(said); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
	ids := map[string]bool{}
	for _, line := range said {
		if line.Number > 0 && ids[line.ID] {
			t.Errorf("two rows have the id %q", line.ID)
		}
		ids[line.ID] = true
	}
}
