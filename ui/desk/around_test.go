package desk_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// together opens a desk in a hall, in which Noor and Ali are as well.
func together(t *testing.T, lang text.Lang, size screen.Size) (d *uitest.Desk, noor, ali *presence.Guest) {
	hall := presence.NewHall()
	d = uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, With: func(e *screen.Env) { e.Present = hall.Enter(journal.ID{1}, "Samira Bouali") }})
	d.Env.Present.Become(d.Session.Me().ID, "Samira Bouali")
	noor, ali = hall.Enter(d.Noor, "Noor Visser"), hall.Enter(d.Ali, "Ali Yildiz")
	d.News()
	return d, noor, ali
}

func TestWhoIsAtARequestLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d, noor, ali := together(t, lang, size)
			noor.At(d.Requests[2], true)
			ali.At(d.Requests[2], false)
			d.News()
			d.Picture("around/list", lang)
			noor.At(d.Requests[1], false)
			d.News()
			d.Press("<enter>")
			d.Picture("around/detail", lang)
		}
	}
}

// TestOthersAreSeenAtTheirRequest: a sign and a name at the row, a line in the detail, and nothing of them once they have gone on.
func TestOthersAreSeenAtTheirRequest(t *testing.T) {
	d, noor, ali := together(t, "nl", screen.Size{Width: 120, Height: 40})
	d.Hides("leest mee", "typt", "◎", "✎")
	noor.At(d.Requests[2], false)
	d.News()
	d.Shows("… ◎", "◎ Noor V. leest mee")
	noor.At(d.Requests[0], false)
	d.News()
	d.Shows("Boodschappenhulp       ◎")
	noor.At(d.Requests[2], false)
	d.News()
	ali.At(d.Requests[2], true)
	d.News()
	d.Shows("✎ +1", "✎ Ali Y. typt", "◎ Noor V. leest mee")
	ali.At(d.Requests[2], false)
	d.News()
	d.Shows("Ali Y., Noor V. lezen mee")
	ali.Away(true)
	d.News()
	d.Shows("◎ Noor V. leest mee")
	d.Hides("Ali Y.")
	noor.Leave()
	d.News()
	d.Hides("leest mee", "◎")
}

// TestNobodySeesMoreOfARequestThanTheyMay: what somebody reads at another site is no row here, and nothing of it shows.
func TestNobodySeesMoreOfARequestThanTheyMay(t *testing.T) {
	d, noor, _ := together(t, "nl", screen.Size{Width: 120, Height: 40})
	site := d.Do(d.Session, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}}).Entity
	there, err := d.Session.At(t.Context(), site)
	if err != nil {
		t.Fatal(err)
	}
	id := d.Do(there, desk.AddRequest{Request: desk.Request{Summary: "eldersvraag", Channel: "desk"}}).Entity
	before := d.Frame()
	noor.At(id, true)
	d.News()
	if after := d.Frame(); after != before {
		t.Errorf("it shows that Noor types elsewhere:\n%s", after)
	}
}

// TestADeskTellsWhereItIs: reading what shows in the detail, typing once something is typed about it, nothing while a list is only looked
// through or something else is typed; and away while the screen is locked.
func TestADeskTellsWhereItIs(t *testing.T) {
	d, noor, _ := together(t, "nl", screen.Size{Width: 80, Height: 24})
	me := d.Session.Me().ID
	is := func(when string, request journal.ID, typing, away bool) {
		t.Helper()
		for _, p := range noor.Others() {
			if p.Who == me && (p.Request != request || p.Typing != typing || p.Away != away) {
				t.Errorf("%s: %+v", when, p)
			}
		}
	}
	row, none := d.Requests[2], journal.ID{}
	is("in the list", none, false, false)
	d.Press("<enter>")
	is("in the detail", row, false, false)
	d.Press("m")
	is("before a memo is typed", row, false, false)
	d.Press("belt vrijdag")
	is("while a memo is typed", row, true, false)
	d.Press("<esc>")
	is("after it", row, false, false)
	d.Press("<esc>")
	is("in the list again", none, false, false)
	d.Press("e", "x")
	is("while it is altered, from the list", row, true, false)
	d.Press("<esc>", "n", "Fiets")
	is("while another is taken in", none, false, false)
	d.Press("<esc>", "<enter>", "4")
	is("on another screen", none, false, false)
	d.Press("1")
	is("back on the desk", row, false, false)
	d.Press("L")
	is("behind the cover", none, false, true)
	d.Press("<enter>")
	is("behind it no more", row, false, false)
	if strings.Contains(d.Frame(), "typt") {
		t.Error("somebody sees themselves")
	}
}
