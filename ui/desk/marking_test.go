package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
)

// many is a desk with a number of questions that wait, and nothing else.
func many(t *testing.T, n int) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	actions := make([]model.Action, n)
	for i := range actions {
		actions[i] = desk.AddRequest{Request: desk.Request{Summary: "vraag", Created: uitest.Start().Add(time.Duration(i-n-1) * time.Minute)}}
	}
	d.Do(d.Session, actions...)
	return d
}

// counts fails unless so many wait, are being helped, are parked and are closed.
func counts(t *testing.T, d *uitest.Desk, waiting, claimed, parked, closed int) {
	t.Helper()
	c, err := desk.ReadCounts(t.Context(), d.Session)
	if err != nil || c.Waiting != waiting || c.Claimed != claimed || c.Parked != parked || c.Closed != closed {
		t.Errorf("%+v %v", c, err)
	}
}

// marked is how many rows that show have the sign.
func marked(d *uitest.Desk) (n int) {
	for _, line := range strings.Split(d.Frame(), "\n") {
		if strings.Contains(line, theme.MarkSign) && strings.Contains(line, "ZW-") {
			n++
		}
	}
	return n
}

// TestMarkingRows marks with a space, in a stretch, and all, and takes marks away again.
func TestMarkingRows(t *testing.T) {
	d := many(t, 12)
	d.Press(" ", " ", "j", " ")
	d.Shows("3 gemerkt")
	if !strings.Contains(d.On(), "ZW-0005") || marked(d) != 3 {
		t.Fatalf("on %q:\n%s", d.On(), d.Frame())
	}
	d.Press("k", " ")
	d.Shows("2 gemerkt")
	d.Press("V", "j", "j", "j")
	d.Shows("6 gemerkt")
	if marked(d) != 6 {
		t.Fatalf("a stretch that is under way does not show:\n%s", d.Frame())
	}
	d.Press("<esc>") // lets go of the stretch, and of nothing else
	d.Shows("2 gemerkt")
	d.Press("V", "k", "k", "V")
	d.Shows("5 gemerkt")
	d.Press("<esc>")
	d.Hides("gemerkt ·")
	d.Shows("Er is niets meer gemerkt")
	d.Press("*")
	d.Shows("12 gemerkt", "12 vragen gemerkt: alles in deze lijst")
	d.Press("*")
	d.Shows("Er is niets meer gemerkt")
	if marked(d) != 0 {
		t.Fatalf("marks are left:\n%s", d.Frame())
	}
}

// TestMarkingWhatIsNotLoaded marks all of a long list, a stretch of which most was never on the screen, and what a search finds.
func TestMarkingWhatIsNotLoaded(t *testing.T) {
	d := many(t, 900)
	d.Press("*")
	d.Shows("900 gemerkt")
	d.Press("<esc>", "j", "V", "<end>")
	d.Shows("stuk vanaf ZW-0002")
	if marked(d) < 15 {
		t.Errorf("the stretch does not show:\n%s", d.Frame())
	}
	d.Press("V")
	d.Shows("899 gemerkt")
	d.Press("<esc>", "V", "<home>", "C") // what is done is done to the stretch
	d.Shows("900 vragen geven aan")
	d.Press("<esc>")
	d.Shows("900 gemerkt")
	d.Press("<esc>", "/", "ZW-0007", "<enter>", "*")
	d.Shows("1 gemerkt")
}

// TestMarksStayThroughNews: a mark is of a question, not of a row; what others do moves none, and marks go along to another list.
func TestMarksStayThroughNews(t *testing.T) {
	d := many(t, 6)
	d.Press("j", " ", " ")
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "gaslucht", Urgency: model.UrgencyNow}})
	d.Do(d.As(d.Noor), desk.CloseRequest{ID: waiting(t, d)[2], Outcome: "referred"})
	d.Shows("gaslucht", "2 gemerkt")
	if marked(d) != 1 {
		t.Fatalf("%d marks show:\n%s", marked(d), d.Frame())
	}
	d.Press("v", "5")
	if marked(d) != 2 {
		t.Fatalf("%d marks show among all:\n%s", marked(d), d.Frame())
	}
	d.Press("x", " ", "<ctrl+s>")
	d.Shows("1 vraag niet", "ZW-0002 is al afgesloten", "1 gemerkt")
	counts(t, d, 5, 0, 0, 2)
}

// waiting are the questions that wait, in the order of the queue.
func waiting(t *testing.T, d *uitest.Desk) (ids []journal.ID) {
	t.Helper()
	page, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewWaiting})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range page.Rows {
		ids = append(ids, r.ID)
	}
	return ids
}

// TestOneThingToAllThatIsMarked does each thing to all that is marked, each taken back by one key.
func TestOneThingToAllThatIsMarked(t *testing.T) {
	d := many(t, 7)
	back := func() {
		t.Helper()
		d.Press("<esc>", "u")
		d.Shows("Ongedaan gemaakt")
		counts(t, d, 7, 0, 0, 0)
	}
	d.Press(" ", " ", " ", "c")
	d.Shows("3 vragen gepakt", "ongedaan maken")
	counts(t, d, 4, 3, 0, 0)
	if marked(d) != 0 {
		t.Error("what was done is still marked")
	}
	d.Press("v", "2", "*", "c")
	d.Shows("3 vragen staan weer in de wachtrij")
	counts(t, d, 7, 0, 0, 0)
	d.Press("u", "u", "v", "1")
	counts(t, d, 7, 0, 0, 0)

	d.Press("*", "p")
	d.Shows("7 vragen parkeren?")
	counts(t, d, 7, 0, 0, 0)
	d.Press("<esc>")
	d.Shows("7 gemerkt")
	d.Press("p", "j")
	counts(t, d, 0, 0, 7, 0)
	d.Press("v", "3", "*", "p", "j")
	d.Shows("7 vragen staan weer op hun oude plek")
	d.Press("u", "u", "v", "1")

	d.Press("*", "C", "noor", "<enter>", "j")
	d.Shows("7 vragen zijn nu van Noor")
	counts(t, d, 0, 7, 0, 0)
	back()

	d.Press("*", "e", "<ctrl+s>")
	d.Shows("Kies een thema of een urgentie")
	d.Press("<tab>", " ", "<ctrl+s>", "j")
	d.Shows("7 vragen gewijzigd", "!! nu")
	back()
	d.Hides("!! nu")

	d.Press("*", "m", "samen besproken", "<ctrl+s>", "j")
	d.Shows("Memo bewaard bij 7 vragen")
	for _, id := range waiting(t, d) {
		if r := d.Request(id); len(r.Memos) != 1 || r.Memos[0].Text != "samen besproken" {
			t.Errorf("%s has %+v", r.Number, r.Memos)
		}
	}
	back()

	d.Press("*", "x", "<ctrl+s>")
	d.Hides("Bij allemaal?")
	d.Press(" ", "<tab>", "20", "<ctrl+s>")
	d.Shows("7 vragen afsluiten als")
	d.Press("j")
	d.Shows("7 vragen afgesloten als")
	counts(t, d, 0, 0, 0, 7)
	d.Press("u")
	d.Shows("Ongedaan gemaakt: afsluiten van 7 vragen")
	counts(t, d, 7, 0, 0, 0)
	d.Press("<ctrl+r>")
	d.Shows("Opnieuw gedaan: afsluiten van 7 vragen")
	counts(t, d, 0, 0, 0, 7)
}

// TestWhatAColleagueHasIsDoneAfterAsking: what somebody else has is named, and is done by a key of the report; taking back leaves what went on.
func TestWhatAColleagueHasIsDoneAfterAsking(t *testing.T) {
	d := many(t, 3)
	ids := waiting(t, d)
	d.Do(d.Session, desk.AddTask{ID: ids[0], What: "bellen"})
	d.Press("*", "x")
	d.Shows("Bij 1 vraag staat nog iets open")
	d.Press("<esc>", "<esc>")
	d.Do(d.As(d.Noor), desk.ClaimRequest{ID: ids[1]})
	d.Press("v", "5", "*", "p")
	d.Shows("2 vragen geparkeerd", "1 vraag niet", "is al van Noor", "1 gemerkt")
	counts(t, d, 0, 1, 2, 0)
	d.Press("o")
	counts(t, d, 0, 0, 3, 0)
	d.Press("u")
	counts(t, d, 0, 1, 2, 0)
	d.Do(d.As(d.Noor), desk.RecallRequest{ID: ids[0]}, desk.ParkRequest{ID: ids[0]})
	d.Press("u")
	d.Shows("Met 1 vraag is intussen iets gedaan", d.Request(ids[0]).Number)
	counts(t, d, 1, 1, 1, 0)
}

// TestANumberInWordsForAllIsAskedOnce: what could be a citizen service number is asked about once, and not kept with any before that.
func TestANumberInWordsForAllIsAskedOnce(t *testing.T) {
	d := many(t, 3)
	d.Press("*", "m", "bel 111222333", "<ctrl+s>")
	d.Shows("Dit getal bewaren?")
	d.Press("j")
	d.Shows("Memo bewaard bij 3 vragen")
	d.Press("*", "m", "bsn 111222333", "<ctrl+s>")
	d.Hides("Memo bewaard bij 3 vragen. ")
	for _, id := range waiting(t, d) {
		if r := d.Request(id); len(r.Memos) != 1 {
			t.Errorf("%s has %+v", r.Number, r.Memos)
		}
	}
}

// TestMarksLookWell draws marks, the form to close many, and what did not fit.
func TestMarksLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press(" ", "j", " ", " ")
			d.Pass(time.Second) // the cursor rests: what is beside the list is about its row
			d.Picture("marked", lang)
			d.Press("x")
			d.Picture("marked/close", lang)
			d.Press("<esc>", "v", "5", "*", "x", " ", "<ctrl+s>")
			d.Picture("marked/ask", lang)
			d.Press("j", "y")
			d.Picture("marked/left", lang)
		}
	}
}

// TestMarkedInTwoWays: a question in which two people wrote something else is left alone and named, and a note goes on it all the same.
func TestMarkedInTwoWays(t *testing.T) {
	d := many(t, 2)
	id := waiting(t, d)[1]
	other := uitest.Replicate(t, d)
	if _, err := other.As(d.Noor).Do(t.Context(), desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Theme = "housing" }}); err != nil {
		t.Fatal(err)
	}
	d.Do(d.Session, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Theme = "language" }})
	if err := d.Store.Receive(other.Journal()); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Press("*", "p")
	d.Shows("1 vraag geparkeerd", "Over ZW-0002 schreven twee mensen iets anders")
	d.Press("<esc>", "m", "gebeld", "<ctrl+s>")
	d.Shows("Memo bewaard bij 1 vraag")
	counts(t, d, 1, 0, 1, 0)
}
