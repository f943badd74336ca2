package ui_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/ui/uitest"
)

// TestDraftsOfEarlierProgramsComeBack: drafts as the desk and the people wrote them before there was one form of
// drafts stand in their dialogs again, and are on disk in the one form once something is typed in them.
func TestDraftsOfEarlierProgramsComeBack(t *testing.T) {
	for _, c := range []struct {
		key, text string
		press     []string
		shows     []string
		after     string
	}{
		{"queue/line", `{"text":"mw. Jansen, huur \u0026 gas"}`, []string{"n"}, []string{"mw. Jansen, huur & gas"}, "text\tmw. Jansen, huur & gasx"},
		{"people/group", `{"group":"Klas 9Z","site":"all"}`, []string{"4", "v", "4", "n"}, []string{"Klas 9Z", "hele organisatie"}, "group\tKlas 9Zx\nsite\tall"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: "nl"})
		if err := d.Session.SaveDraft(context.Background(), model.Draft{Key: c.key, Text: c.text}); err != nil {
			t.Fatal(err)
		}
		d.Again()
		d.Press(c.press...)
		d.Shows(append(c.shows, "Wat je eerder typte")...)
		d.Press("x")
		d.Pass(time.Second)
		drafts, err := d.Session.Drafts(context.Background())
		if err != nil || len(drafts) != 1 || drafts[0].Key != c.key || drafts[0].Text != c.after {
			t.Errorf("%s: %q, %v", c.key, drafts, err)
		}
	}
}
