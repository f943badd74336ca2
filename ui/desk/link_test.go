package desk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/uitest"
)

func TestTwoClaimsApartAreShownAndSettled(t *testing.T) {
	d := open(t)
	other := uitest.Replicate(t, d)
	if _, err := other.As(d.Noor).Do(context.Background(), desk.ClaimRequest{ID: d.Requests[3]}); err != nil {
		t.Fatal(err)
	}
	d.Press("j", "j", "j")
	d.Shows("DigiD kwijt")
	d.Press("c")
	if err := d.Store.Receive(other.Journal()); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Press("v", "2")
	for !strings.Contains(d.On(), "DigiD") {
		d.Press("j")
	}
	d.Pass(time.Second)
	d.Shows("≠", "Los van elkaar gepakt")
	d.Press("y", "Noor", "<enter>")
	if r := d.Request(d.Requests[3]); r.Contested() || r.Holder()[0] != d.Noor {
		t.Errorf("%+v", r.Claims)
	}
}

func TestAFieldWrittenApartIsShownAndSettled(t *testing.T) {
	d := open(t)
	other := uitest.Replicate(t, d)
	theirs, ours := "Stroom is afgesloten", "Stroom wordt afgesloten"
	if _, err := other.As(d.Noor).Do(context.Background(), desk.EditRequest{ID: d.Requests[2], Alter: func(r *desk.Request) { r.Summary = theirs }}); err != nil {
		t.Fatal(err)
	}
	d.Do(d.Session, desk.EditRequest{ID: d.Requests[2], Alter: func(r *desk.Request) { r.Summary = ours }})
	if err := d.Store.Receive(other.Journal()); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Shows("≠", theirs, ours, "Druk y")
	d.Press("y", "wordt", "<enter>")
	if r := d.Request(d.Requests[2]); r.Contested() || r.Summary != ours {
		t.Errorf("%+v", r)
	}
	d.Hides("≠")
}

func TestSplitMergeAndPart(t *testing.T) {
	d := open(t)
	d.Press("s", "Ook huurachterstand", "<enter>")
	d.Shows("ZW-0009 is afgesplitst", "afgesplitst van ZW-0003")
	if line := d.On(); !strings.Contains(line, "Ook huurachterstand") || !strings.Contains(line, "42 m") {
		t.Errorf("on %q", line)
	}
	d.Press("g", "DigiD", "<enter>")
	d.Shows("Toch samenvoegen?", "ZW-0009", "ZW-0004", "ja, ZW-0004 gaat verder")
	d.Press("<enter>") // which leaves them apart
	if r, _ := desk.ReadRequestByNumber(context.Background(), d.Session, "ZW-0009"); r.Merged != nil {
		t.Error("merged by one Enter")
	}
	d.Press("<enter>", "j")
	d.Shows("ZW-0009 is samengevoegd met ZW-0004; ZW-0004 gaat verder")
	if r, err := desk.ReadRequestByNumber(context.Background(), d.Session, "ZW-0009"); err != nil || r.Merged == nil || r.Merged.Into != d.Requests[3] {
		t.Errorf("%+v %v", r.Merged, err)
	}
	d.Press("u")
	if r, _ := desk.ReadRequestByNumber(context.Background(), d.Session, "ZW-0009"); r.Merged != nil {
		t.Error("not parted again")
	}
}

// TestAQuickEnterIsAboutWhatWasTyped: where the disk is slow, Enter waits for what the whole word finds, and what comes after it waits, too.
func TestAQuickEnterIsAboutWhatWasTyped(t *testing.T) {
	d := open(t)
	d.Press("g", "a")
	d.Shows("› ZW-")
	d.Late = true
	d.Press("<backspace>", "DigiD", "<enter>")
	d.Hides("Toch samenvoegen?")
	d.Run()
	d.Shows("Toch samenvoegen?", "ja, ZW-0004 gaat verder")
	d.Press("<esc>", "<esc>", "g")
	d.Late = true
	d.Press("DigiD", "<enter>", "j")
	d.Run()
	d.Shows("Toch samenvoegen?", "Wat je typte voor deze vraag er stond is geen antwoord") // nothing typed ahead answers a question
	d.Press("j")
	d.Shows("ZW-0003 is samengevoegd met ZW-0004; ZW-0004 gaat verder")
	d.Press("u", "g", "bestaat niet", "<enter>")
	d.Shows("Niets gevonden")
}

func TestTheSitesOwnLists(t *testing.T) {
	d := open(t)
	site := d.Env.Site
	site.Checklists = []model.Checklist{{Theme: "poverty", Steps: []string{"inkomsten nagaan", "toeslagen bekijken"}}}
	site.Tags = model.Codes{{Code: "arranged", Labels: model.Labels{"nl": "geregeld", "en": "arranged"}}}
	d.Do(d.Session, model.EditSite{Site: site})
	d.Shows("[ ] inkomsten nagaan")
	d.Press("a", "toeslagen", "<enter>")
	d.Shows("[x] toeslagen bekijken")
	d.Press("<esc>", "x", "d", "<tab>", "<tab>", " ", "<ctrl+s>")
	if r := d.Request(d.Requests[2]); r.Closed == nil || len(r.Closed.Tags) != 1 || r.Closed.Tags[0] != "arranged" || len(r.Ticks) != 1 {
		t.Errorf("%+v %+v", r.Closed, r.Ticks)
	}
}

func TestAReferralGoesItsWay(t *testing.T) {
	d := open(t)
	d.Press("d", "Voedselbank", "<tab>", "<tab>", "j", "<ctrl+s>")
	d.Shows("doorverwezen naar Voedselbank", "voorgesteld")
	d.Press("d", "<enter>")
	d.Shows("verstuurd")
	d.Press("d", "afgewezen", "<enter>", "geen plek", "<enter>")
	if f := d.Request(d.Requests[2]).Referrals[0]; f.State != desk.ReferralDeclined || f.Reason != "geen plek" {
		t.Errorf("%+v", f)
	}
}

func TestAPromiseIsKept(t *testing.T) {
	d := open(t)
	d.Press("b", "Stedin bellen", "<tab>", "morgen 9:00", "<ctrl+s>")
	d.Shows("terugbellen: Stedin bellen", "22-11")
	d.Press("b", "<enter>", "uitstel gekregen", "<enter>")
	d.Hides("○ terugbellen")
	d.Shows("uitstel gekregen")
}

func TestAFollowUpDateHasItsOwnList(t *testing.T) {
	d := open(t)
	d.Press("e")
	for range 16 {
		d.Press("<tab>")
	}
	d.Press("morgen 10:00", "<ctrl+s>")
	d.Shows("terugkijken: 22-11 10:00")
	d.Press("v", "6")
	if line := d.On(); !strings.Contains(line, "22-11 10:00") {
		t.Errorf("on %q", line)
	}
}

func TestPartingIsOneKey(t *testing.T) {
	d := open(t)
	d.Press("g", "DigiD", "<enter>", "j", "/", "DigiD", "<enter>")
	d.Pass(time.Second)
	d.Shows("hierin samengevoegd: ZW-0003 Afsluiting")
	d.Press("<esc>", "/", "ZW-0003", "<enter>")
	d.Pass(time.Second)
	d.Shows("samengevoegd met ZW-0004", "g maakt het")
	d.Press("g")
	d.Shows("Losmaken?", "ZW-0003", "ZW-0004")
	d.Press("<enter>")
	if r := d.Request(d.Requests[2]); r.Merged != nil || r.Status != desk.StatusWaiting {
		t.Errorf("%+v", r.Merged)
	}
}

func TestTimeOfNobodyReadsAsUnknown(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.LogTime{ID: d.Requests[2], Minutes: 8, Nobody: true})
	d.Shows("onbekend: 8 minuten")
	d.Press("h")
	d.Shows("onbekend: 8 minuten")
	d.Hides("iemand die vertrok")
}

// TestARequestIsTakenAwayWithAReason: nothing goes without one; u brings it back, and so does the list of what is away.
func TestARequestIsTakenAwayWithAReason(t *testing.T) {
	d := open(t)
	d.Press("X", "<enter>")
	if r := d.Request(d.Requests[2]); r.Archived {
		t.Fatal("taken away without a reason")
	}
	d.Press("dubbel getypt", "<enter>")
	d.Shows("ZW-0003 is weggehaald")
	if r := d.Request(d.Requests[2]); !r.Archived || r.Removed == nil || r.Removed.Why != "dubbel getypt" || strings.Contains(d.On(), "ZW-0003") {
		t.Fatalf("%+v, on %q", r.Removed, d.On())
	}
	d.Press("u")
	if r := d.Request(d.Requests[2]); r.Archived {
		t.Fatal("not taken back")
	}
	d.Press("<home>", "X", "toch", "<enter>", "Z")
	d.Shows("welke terugzetten?", "ZW-0003")
	d.Press("<enter>")
	d.Shows("ZW-0003 staat er weer")
	if r := d.Request(d.Requests[2]); r.Archived || r.Removed != nil {
		t.Errorf("%+v", r.Removed)
	}
	if !strings.Contains(d.On(), "ZW-0003") {
		t.Errorf("on %q", d.On())
	}
}
