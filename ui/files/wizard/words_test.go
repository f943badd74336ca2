package wizard

import (
	"testing"

	"leerbalie/ui/text"
)

// TestEveryFieldHasAWord: what a column can become is said in the words of each language, never by its name for scripts.
func TestEveryFieldHasAWord(t *testing.T) {
	for _, l := range text.All() {
		w := text.All().For(text.Lang(l.Tag))
		for _, what := range all() {
			seen := map[string]string{}
			for _, field := range what.Fields() {
				word := w.MapField(what.Recalls(), field)
				if !w.Has("map." + what.Recalls() + "." + field) {
					t.Errorf("%s: %s of %s has no word", l.Tag, field, what.Recalls())
				}
				if other := seen[word]; other != "" {
					t.Errorf("%s: %s and %s of %s are called the same", l.Tag, field, other, what.Recalls())
				}
				seen[word] = field
			}
		}
	}
}

// TestTheShareOfEach: what narrow ones leave is for the others.
func TestTheShareOfEach(t *testing.T) {
	for _, c := range []struct {
		widths []int
		room   int
		want   int
	}{{[]int{5, 40, 40}, 45, 20}, {[]int{10, 10, 10}, 20, 6}, {[]int{40, 3}, 10, 7}, {nil, 10, 0}, {[]int{3, 3}, 10, 0}} {
		if got := share(c.widths, c.room); c.want > 0 && got != c.want || c.want == 0 && got < 5 {
			t.Errorf("of %v in %d each has %d, want %d", c.widths, c.room, got, c.want)
		}
	}
}
