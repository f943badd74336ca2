package pairs_test

import (
	"strings"
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// small goes through both languages in the two smallest windows, with a pair that began seven weeks ago and of which nothing was heard.
func small(t *testing.T, do func(t *testing.T, d *uitest.Desk, lang text.Lang)) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for name, size := range map[string]screen.Size{"80x24": {Width: 80, Height: 24}, "60x15": {Width: 60, Height: 15}} {
			t.Run(string(lang)+"-"+name, func(t *testing.T) {
				d := open(t, lang, size)
				students := classOfSeven()
				people, err := d.Session.People(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				ids := map[string]journal.ID{}
				for _, p := range people {
					ids[p.Name] = p.ID
				}
				start := func(from int) {
					d.Do(d.Session, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{ids[students[from].Name], ids[students[from+3].Name]}}}})
				}
				start(0)
				d.Set(uitest.Start().AddDate(0, 0, 50))
				start(1)
				d.Set(uitest.Start().AddDate(0, 0, 70))
				d.Press("1", "2", "<home>")
				do(t, d, lang)
			})
		}
	}
}

// TestALateContactIsReadWhole: that a contact is late, and how long nothing was heard, stands in the list by whole words.
func TestALateContactIsReadWhole(t *testing.T) {
	small(t, func(t *testing.T, d *uitest.Desk, lang text.Lang) {
		want := map[text.Lang][]string{"nl": {"keer stil achter elkaar", "! contact te laat"}, "en": {"silent in a row", "! check-in late"}}[lang]
		d.Shows(want...)
	})
}

// TestNothingIsSaidOfAPairThatNobodySaid: a form that says how a pair is doing, fits or ended begins without an answer, asks for it, and
// keeps what was typed.
func TestNothingIsSaidOfAPairThatNobodySaid(t *testing.T) {
	small(t, func(t *testing.T, d *uitest.Desk, lang text.Lang) {
		asks := map[text.Lang]string{"nl": "Kies eerst: ", "en": "Choose first: "}[lang]
		for _, key := range []string{"c", "e", "f", "X"} {
			before := len(runs(t, d))
			d.Press(key, "<ctrl+s>")
			d.Shows(asks)
			for _, p := range runs(t, d) {
				if len(p.CheckIns)+len(p.Evaluations) > 0 {
					t.Fatalf("%s: %+v", key, p)
				}
			}
			if n := len(runs(t, d)); n != before {
				t.Fatalf("%s: %d pairs run", key, n)
			}
			d.Press("<esc>")
		}
		d.Press("c", "<right>", "<ctrl+s>") // somebody was heard, and not how it goes
		d.Shows(asks)
		d.Press("<right>", "<ctrl+s>")
		d.Hides(asks)
		n := 0
		for _, p := range runs(t, d) {
			n += len(p.CheckIns)
		}
		if n != 1 || strings.Contains(d.Frame(), asks) {
			t.Errorf("%d check-ins", n)
		}
	})
}
