package text

import (
	"strings"
	"testing"
)

// TestWhatIsSaidAloudStandsForSomething: a sentence in full is of one that a drawing has in short, fills the same places, and is said only
// to who hears it.
func TestWhatIsSaidAloudStandsForSomething(t *testing.T) {
	for _, l := range All() {
		w := All().For(Lang(l.Tag))
		n := 0
		for id, full := range w.language.Said.All() {
			of, aloud := strings.CutPrefix(id, "aloud.")
			if !aloud {
				continue
			}
			n++
			short, ok := w.language.Said.Find(of)
			if !ok {
				t.Errorf("%s: there is no sentence %s to say in full", l.Tag, of)
			}
			for _, p := range places(full) {
				if !strings.Contains(short, "{"+p+"}") {
					t.Errorf("%s: %s has no place for %s", l.Tag, of, p)
				}
			}
			if w.Say(of) != short || w.Aloud().Say(of) != full || w.Aloud().Or(of, "") != full {
				t.Errorf("%s: %s says %q, and aloud %q", l.Tag, of, w.Say(of), w.Aloud().Say(of))
			}
		}
		if n == 0 {
			t.Errorf("%s: nothing is said in full", l.Tag)
		}
		if got := w.Aloud().Say("pairs.score"); got != w.Say("pairs.score") {
			t.Errorf("%s: %q", l.Tag, got)
		}
	}
}
