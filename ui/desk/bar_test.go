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

// barWords are the words of the bar in a language.
type barWords struct{ take, give, new, close, reopen, over, recall, send, save, next string }

func barOf(lang text.Lang) barWords {
	if lang == "nl" {
		return barWords{"pakken", "teruggeven", "nieuw", "afsluiten", "heropenen", "overnemen", "terughalen", "bewaren", "bewaren", "verder"}
	}
	return barWords{"take", "give back", "new", "close", "open again", "take over", "bring back", "save", "save", "go on"}
}

// small goes through both languages in the two smallest windows.
func small(t *testing.T, do func(t *testing.T, d *uitest.Desk, w barWords)) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			t.Run(string(lang)+"-"+map[int]string{80: "80x24", 60: "60x15"}[size.Width], func(t *testing.T) {
				d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
				d.Pass(10 * time.Second)
				do(t, d, barOf(lang))
			})
		}
	}
}

// TestTheBarHasWhatIsNeededNow: taking, a new question and closing show in the smallest windows, and what cannot be done now does not.
func TestTheBarHasWhatIsNeededNow(t *testing.T) {
	small(t, func(t *testing.T, d *uitest.Desk, w barWords) {
		shows := func(where string, words []string, not ...string) {
			t.Helper()
			for _, word := range words {
				if !strings.Contains(d.Bar(), word) {
					t.Errorf("%s: %q is not on the bar: %s", where, word, d.Bar())
				}
			}
			for _, word := range not {
				if strings.Contains(d.Bar(), word) {
					t.Errorf("%s: %q is on the bar: %s", where, word, d.Bar())
				}
			}
		}
		shows("what waits", []string{"c " + w.take, "n " + w.new, "x " + w.close}, w.give, w.over, w.reopen)
		d.OnTheBar("c", w.take)
		d.Pass(10 * time.Second)
		shows("what is mine", []string{"c " + w.give, "n " + w.new, "x " + w.close}, "c "+w.take+"  ")
		d.OnTheBar("c", w.give)
		if r := d.Request(d.Requests[2]); len(r.Holder()) != 0 {
			t.Errorf("held by %v", r.Holder())
		}
		d.Press("v", "2")
		shows("what is somebody else's", []string{"c " + w.over, "n " + w.new, "x " + w.close}, "c "+w.take+"  ", w.give)
		d.Press("v", "3")
		shows("what is parked", []string{"c " + w.take, "n " + w.new, "x " + w.close}, w.give)
		d.Press("v", "4")
		shows("what is closed", []string{"x " + w.reopen, "n " + w.new}, "c "+w.take+"  ", "x "+w.close+"  ")
	})
}

// TestTenWalkInsByTheBar does a morning by what the bar says, and by nothing else: ten who walk in, one of whom came before, a call-back
// that is late, a resident who agrees to a referral afterwards, two questions that are one, and one that a colleague goes on with.
func TestTenWalkInsByTheBar(t *testing.T) {
	small(t, func(t *testing.T, d *uitest.Desk, w barWords) {
		var first desk.Request
		for i := range 10 {
			d.OnTheBar("n", w.new)
			line := "Huur kost ~20 euro te veel"
			if i == 3 {
				line = "Weer een brief @vries !"
			}
			d.Press(line)
			d.OnTheBar("enter", w.send)
			d.Pass(10 * time.Second)
			made := newest(t, d)
			if i == 3 && made.Resident != d.Resident || i != 3 && made.Summary != line {
				t.Fatalf("%+v", made)
			}
			if i == 0 {
				first = made
			}
			d.OnTheBar("c", w.take)
			d.Pass(10 * time.Second)
			if r := d.Request(made.ID); r.Status != desk.StatusClaimed || r.Holder()[0] != d.Session.Me().ID {
				t.Fatalf("%s: %+v", r.Number, r.Holder())
			}
		}
		made := newest(t, d)
		d.Press("d", "Stedin", "<ctrl+s>")
		d.Pass(10 * time.Second)
		if r := d.Request(made.ID); len(r.Referrals) != 1 || r.Referrals[0].Consent || r.Referrals[0].Warm {
			t.Fatalf("a referral of which nothing was answered says so: %+v", r.Referrals)
		}
		d.Press("d", "<enter>") // the first is what is needed now
		d.Pass(10 * time.Second)
		r := d.Request(made.ID)
		if f := r.Referrals[len(r.Referrals)-1]; !f.Consent || f.State != desk.ReferralProposed {
			t.Errorf("%+v", r.Referrals)
		}
		d.Press("u")
		if r := d.Request(made.ID); len(r.Referrals) != 1 || !r.Referrals[0].Open() {
			t.Errorf("undone: %+v", r.Referrals)
		}
		d.Do(d.Session, desk.AddTask{ID: made.ID, What: "bellen", CallBack: true, Due: uitest.Start().Add(-time.Hour)})
		d.Shows("! 1 ")
		d.Press("g", first.Number)
		d.Pass(time.Second)
		d.OnTheBar("enter", w.next)
		if d.Press("<left>", "<enter>"); d.Request(made.ID).Merged == nil { // one is urgent to somebody and the other not: it was asked, or nothing was
			t.Fatalf("not merged:\n%s", d.Frame())
		}
		d.Pass(10 * time.Second)
		if r := d.Request(first.ID); len(r.Tasks) != 1 || len(r.Joined) != 1 {
			t.Errorf("what was promised does not go on with %s: %+v", first.Number, r.Tasks)
		}
		d.Press("/", first.Number, "<enter>")
		d.Pass(time.Second)
		d.Press("O", "noor")
		d.Pass(time.Second)
		d.OnTheBar("enter", w.next)
		d.Press("belt morgen terug", "<ctrl+s>")
		d.Pass(10 * time.Second)
		if r := d.Request(first.ID); len(r.Holder()) != 1 || r.Holder()[0] != d.Noor {
			t.Errorf("%s is with %v:\n%s", first.Number, r.Holder(), d.Frame())
		}
	})
}

// newest is the request that was taken in last.
func newest(t *testing.T, d *uitest.Desk) desk.Request {
	t.Helper()
	page, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewAll, Limit: 1})
	if err != nil || len(page.Rows) != 1 {
		t.Fatal(page, err)
	}
	return d.Request(page.Rows[0].ID)
}
