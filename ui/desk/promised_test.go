package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestLateAndPromisedShowInTheRow: what is late, what is promised and what is still open is read in the list, by words, in the smallest
// windows; and that something is late in the top line, with its word.
func TestLateAndPromisedShowInTheRow(t *testing.T) {
	type words struct{ late, due, open string }
	for lang, w := range map[text.Lang]words{"nl": {"! te laat", "beloofd 16:32", "nog 1 open"}, "en": {"! late", "promised 16:32", "1 still open"}} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Pass(10 * time.Second)
			first := d.Request(d.Requests[2])
			row := func() string {
				for _, line := range strings.Split(d.Frame(), "\n") {
					if strings.Contains(line, first.Number) {
						return line
					}
				}
				t.Fatalf("%s is not in the list:\n%s", first.Number, d.Frame())
				return ""
			}
			is := func(want string) {
				t.Helper()
				if line := row(); !strings.Contains(line, want) || !strings.Contains(line, first.Summary[:7]) {
					t.Errorf("%s, %v: %q lacks %q", lang, size, line, want)
				}
			}
			if line := row(); strings.Contains(line, w.open) || strings.Contains(line, w.late) {
				t.Errorf("nothing is promised: %q", line)
			}
			d.Do(d.Session, desk.ReferRequest{ID: first.ID, To: "Stedin"})
			is(w.open)
			d.Do(d.Session, desk.AddTask{ID: first.ID, What: "bellen", CallBack: true, Due: uitest.Start().Add(2 * time.Hour)})
			is(w.due)
			d.Do(d.Session, desk.AddTask{ID: first.ID, What: "bellen", CallBack: true, On: d.Session.Me().ID, Due: uitest.Start().Add(-time.Hour)})
			is(w.late)
			if top := strings.SplitN(d.Frame(), "\n", 2)[0]; !strings.Contains(top, strings.Replace(w.late, "! ", "! 1 ", 1)) {
				t.Errorf("%v: %q", size, top)
			}
		}
	}
}
