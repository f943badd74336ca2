package queue_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func open(t *testing.T) *uitest.Desk {
	return uitest.Open(t, uitest.Options{Lang: text.NL, Fill: true})
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{text.NL, text.EN} {
		for name, size := range map[string]screen.Size{"80x24": {Width: 80, Height: 24}, "120x40": {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			at := "/" + name + "-" + string(lang)
			uitest.Golden(t, "list"+at, d.Frame())
			d.Press("n", "Fiets stuk @vries ! #taal")
			uitest.Golden(t, "intake"+at, d.Frame())
			d.Press("<tab>")
			uitest.Golden(t, "form"+at, d.Frame())
			d.Press("<esc>", "x")
			uitest.Golden(t, "close"+at, d.Frame())
			d.Press("<esc>", "<enter>")
			uitest.Golden(t, "detail"+at, d.Frame())
			d.Press("<esc>", "v", "4")
			uitest.Golden(t, "closed"+at, d.Frame())
			d.Press("v")
			uitest.Golden(t, "views"+at, d.Frame())
			d.Press("<esc>", "?")
			uitest.Golden(t, "help"+at, d.Frame())
			empty := uitest.Open(t, uitest.Options{Lang: lang, Size: size})
			uitest.Golden(t, "empty"+at, empty.Frame())
		}
	}
}

func TestFromDoorToMineInSixKeys(t *testing.T) {
	d := open(t)
	d.Press("n", "Stroom lekt", "<enter>", "c")
	if line := d.On(); !strings.Contains(line, "Stroom lekt") || !strings.Contains(line, "jij") {
		t.Errorf("the cursor is on %q", line)
	}
	d.Shows("ZW-0009", "is gepakt")
}

func TestTypingFasterThanTheDiskLosesNothing(t *testing.T) {
	d := open(t)
	d.Late = true
	d.Burst("nStroom")
	d.Press(" ")
	d.Burst("lekt!!")
	d.Press("<backspace>", "<backspace>", " ")
	d.Burst("!!")
	d.Press("<enter>")
	d.Burst("cm")
	d.Burst("hallo")
	d.Press("<enter>", "j")
	d.Run()
	found := false
	for _, id := range []string{"ZW-0009"} {
		r, err := d.View.RequestByNumber(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		found = r.Summary == "Stroom lekt" && r.Urgency == model.UrgencyNow && r.Status == model.StatusClaimed && len(r.Memos) == 1 && r.Memos[0].Text == "hallo"
		if !found {
			t.Errorf("%+v", r)
		}
	}
}

func TestAfterClosingTheCursorIsOnTheNextWaiting(t *testing.T) {
	d := open(t)
	d.Press("x", "d", "<enter>", "15", "<ctrl+s>")
	d.Shows("ZW-0003 is afgesloten")
	if r := d.Request(d.Requests[2]); r.Status != model.StatusClosed || r.Minutes != 15 || r.Closed.Outcome != "handled-directly" {
		t.Errorf("%+v", r)
	}
	if line := d.On(); !strings.Contains(line, "Brief Belastingdienst") {
		t.Errorf("the cursor is on %q", line)
	}
}

func TestClosingWarnsOfWhatIsOpen(t *testing.T) {
	d := open(t)
	d.Do(d.View, model.AddTask{ID: d.Requests[2], What: "Stedin bellen", CallBack: true})
	d.Press("x")
	d.Shows("Nog open: Stedin bellen")
	d.Press("<ctrl+s>")
	d.Shows("Vul in: Hoe liep het af")
}

func TestTakingOverAsksWithTheName(t *testing.T) {
	d := open(t)
	d.Do(d.As(d.Noor), model.ClaimRequest{ID: d.Requests[2]})
	d.Press("v", "2", "c")
	d.Shows("Overnemen?", "Noor Visser")
	d.Press("<enter>")
	if r := d.Request(d.Requests[2]); r.Holder()[0] != d.Noor {
		t.Error("Enter took it over without a yes")
	}
	d.Press("c", "j")
	if r := d.Request(d.Requests[2]); r.Holder()[0] != d.View.Me().ID {
		t.Error("not taken over")
	}
}

func TestAColleagueWhoIsAheadIsNamed(t *testing.T) {
	d := open(t)
	noor := d.As(d.Noor)
	if _, err := noor.Do(context.Background(), model.ClaimRequest{ID: d.Requests[2]}); err != nil {
		t.Fatal(err)
	}
	d.Press("c") // the screen has not heard of it yet
	d.Shows("Overnemen?", "Noor Visser")
}

func TestAStudentIsRefusedWithTheReason(t *testing.T) {
	d := open(t)
	d.Press("C", " ")
	d.Press("<ctrl+s>")
	d.Shows("samen met je maatje")
	d.Press("<right>", " ", "<ctrl+s>")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 2 {
		t.Errorf("held by %v", r.Holder())
	}
}

func TestUndoAndRedoSayWhat(t *testing.T) {
	d := open(t)
	d.Press("m", "bel vrijdag terug", "<enter>")
	d.Shows("bel vrijdag")
	d.Press("u")
	d.Shows("Ongedaan gemaakt: memo bij ZW-0003")
	d.Press("<ctrl+r>")
	d.Shows("Opnieuw gedaan: memo bij ZW-0003")
	if n := len(d.Request(d.Requests[2]).Memos); n != 2 {
		t.Errorf("%d memos", n)
	}
	d.Press("u", "u")
	d.Shows("Er is niets om ongedaan te maken")
}

func TestParkAndRecall(t *testing.T) {
	d := open(t)
	d.Press("p")
	d.Shows("is geparkeerd")
	d.Press("v", "3", "<home>", "p", "v", "1", "<home>")
	if line := d.On(); !strings.Contains(line, "Afsluiting stroom") {
		t.Errorf("not back in its old place: %q", line)
	}
}

func TestMinutesAreRead(t *testing.T) {
	d := open(t)
	d.Press("t", "1u15", "<enter>", "t", "straks", "<enter>")
	d.Shows("Dat is geen tijd")
	if n := d.Request(d.Requests[2]).Minutes; n != 75 {
		t.Errorf("%d minutes", n)
	}
}

func TestADraftSurvivesAPowerCut(t *testing.T) {
	d := open(t)
	d.Press("m", "halve zin")
	d.Pass(300 * time.Millisecond)
	d.Again()
	d.Shows("Er staat nog iets wat niet af is")
	d.Press("D", "<enter>")
	d.Shows("halve zin")
	d.Press(" af", "<enter>")
	if r := d.Request(d.Requests[2]); len(r.Memos) != 2 || r.Memos[1].Text != "halve zin af" {
		t.Errorf("%+v", r.Memos)
	}
	d.Again()
	d.Hides("niet af")
}

func TestEscKeepsWhatWasTyped(t *testing.T) {
	d := open(t)
	d.Press("n", "Huur te hoog", "<esc>")
	d.Shows("Wat je typte is bewaard")
	d.Press("n")
	d.Shows("Huur te hoog")
	d.Press("<ctrl+u>", "<esc>", "n")
	d.Hides("Huur te hoog")
}

func TestASlowDraftDoesNotComeBackAfterSaving(t *testing.T) {
	d := open(t)
	d.Press("m", "een memo")
	d.Late = true
	d.Pass(300 * time.Millisecond) // the write of the draft is under way
	d.Press("<enter>")
	d.Run()
	drafts, err := d.View.Drafts(context.Background())
	if err != nil || len(drafts) != 0 {
		t.Errorf("%v, %v", drafts, err)
	}
}

func TestABSNIsRefusedAndTheTextStays(t *testing.T) {
	d := open(t)
	d.Press("m", "nummer 111222333 van mevrouw", "<enter>")
	d.Shows("111222333", "BSN", "van mevrouw")
	if n := len(d.Request(d.Requests[2]).Memos); n != 1 {
		t.Errorf("%d memos", n)
	}
}

func TestOthersAppearWithoutLosingThePlace(t *testing.T) {
	d := open(t)
	d.Press("j", "j")
	d.Pass(time.Second)
	before := d.On()
	d.Do(d.As(d.Noor), model.AddRequest{Request: model.Request{Summary: "Gaslucht in huis", Urgency: model.UrgencyNow}})
	d.Shows("Gaslucht in huis")
	row := func(line string) string { left, _, _ := strings.Cut(line, "│"); return left }
	if row(d.On()) != row(before) {
		t.Errorf("on %q, was on %q", d.On(), before)
	}
}

func TestWaitingTimesTick(t *testing.T) {
	d := open(t)
	d.Shows("42 m")
	d.Pass(time.Minute)
	d.Shows("43 m", "14:33")
}

func TestSearchFindsAsYouType(t *testing.T) {
	d := open(t)
	d.Press("/", "taal")
	d.Shows("Taalles gezocht")
	d.Press("les", "<enter>")
	d.Hides("Brief Belastingdienst")
	d.Press("h")
	d.Shows("Alles wat er gebeurde met ZW-0007")
	d.Press("<esc>", "<esc>")
	d.Shows("Brief Belastingdienst")
}

func TestPastedTextIsANewQuestion(t *testing.T) {
	d := open(t)
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("xx hulp bij huur\n")})
	d.Shows("Nieuwe vraag", "xx hulp bij huur")
}

func TestSeveralResidentsOfOneNameAreAsked(t *testing.T) {
	d := open(t)
	d.Do(d.View, model.AddResident{Resident: model.Resident{Name: "dhr. de Vries", Street: "Kerkweg 12", Keep: model.KeepRegister}})
	d.Press("n", "Fiets stuk @vries", "<enter>")
	d.Shows("Wie van deze bewoners?", "Kerkweg 12", "anoniem")
	d.Press("Dorps", "<enter>")
	r, err := d.View.RequestByNumber(context.Background(), "ZW-0009")
	if err != nil || r.Resident != d.Resident {
		t.Errorf("%+v %v", r, err)
	}
}

func TestAReferralGoesItsWay(t *testing.T) {
	d := open(t)
	d.Press("d", "Voedselbank", "<tab>", "<tab>", "j", "<ctrl+s>")
	d.Shows("doorverwezen naar Voedselbank", "voorgesteld")
	d.Press("d", "<enter>")
	d.Shows("verstuurd")
	d.Press("d", "afgewezen", "<enter>", "geen plek", "<enter>")
	if f := d.Request(d.Requests[2]).Referrals[0]; f.State != model.ReferralDeclined || f.Reason != "geen plek" {
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

func TestEditWritesOnlyWhatChanged(t *testing.T) {
	d := open(t)
	d.Press("e", " morgen", "<ctrl+s>")
	r := d.Request(d.Requests[2])
	if r.Summary != "Afsluiting stroom dreigt morgen" || r.Resident != d.Resident || r.Language != "nl" {
		t.Errorf("%+v", r)
	}
	d.Shows("wijzigde Vraag")
}

func TestTwoClaimsApartAreShownAndSettled(t *testing.T) {
	d := open(t)
	other := uitest.Replicate(t, d)
	if _, err := other.As(d.Noor).Do(context.Background(), model.ClaimRequest{ID: d.Requests[3]}); err != nil {
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

func TestAMoveOfTheCursorIsCheap(t *testing.T) {
	d := open(t)
	before := strings.Split(d.Raw(), "\n")
	d.Press("j")
	changed := 0
	for i, line := range strings.Split(d.Raw(), "\n") {
		if line != before[i] {
			changed++
		}
	}
	if changed != 2 {
		t.Errorf("%d lines changed, want 2", changed)
	}
}

func TestSplitMergeAndPart(t *testing.T) {
	d := open(t)
	d.Press("s", "Ook huurachterstand", "<enter>")
	d.Shows("ZW-0009 is afgesplitst", "afgesplitst van ZW-0003")
	if line := d.On(); !strings.Contains(line, "Ook huurachterstand") || !strings.Contains(line, "42 m") {
		t.Errorf("on %q", line)
	}
	d.Press("g", "DigiD", "<enter>")
	d.Shows("ZW-0009 is samengevoegd")
	if r, err := d.View.RequestByNumber(context.Background(), "ZW-0009"); err != nil || r.Merged == nil || r.Merged.Into != d.Requests[3] {
		t.Errorf("%+v %v", r.Merged, err)
	}
	d.Press("u")
	if r, _ := d.View.RequestByNumber(context.Background(), "ZW-0009"); r.Merged != nil {
		t.Error("not parted again")
	}
}

func TestTheSitesOwnLists(t *testing.T) {
	d := open(t)
	site := d.Env.Site
	site.Checklists = []model.Checklist{{Theme: "poverty", Steps: []string{"inkomsten nagaan", "toeslagen bekijken"}}}
	site.Tags = model.Codes{{Code: "arranged", NL: "geregeld", EN: "arranged"}}
	d.Do(d.View, model.EditSite{Site: site})
	d.Shows("[ ] inkomsten nagaan")
	d.Press("a", "toeslagen", "<enter>")
	d.Shows("[x] toeslagen bekijken")
	d.Press("<esc>", "x", "d", "<tab>", "<tab>", " ", "<ctrl+s>")
	if r := d.Request(d.Requests[2]); r.Closed == nil || len(r.Closed.Tags) != 1 || r.Closed.Tags[0] != "arranged" || len(r.Ticks) != 1 {
		t.Errorf("%+v %+v", r.Closed, r.Ticks)
	}
}

func TestAFollowUpDateHasItsOwnList(t *testing.T) {
	d := open(t)
	d.Press("e")
	for range 11 {
		d.Press("<tab>")
	}
	d.Press("morgen 10:00", "<ctrl+s>")
	d.Shows("terugkijken: 22-11 10:00")
	d.Press("v", "6")
	if line := d.On(); !strings.Contains(line, "22-11 10:00") {
		t.Errorf("on %q", line)
	}
}

func TestALongListIsReadInPages(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: text.NL, Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 900 {
		actions = append(actions, model.AddRequest{Request: model.Request{Summary: "vraag", Created: uitest.Start().Add(time.Duration(i-1000) * time.Minute)}})
	}
	d.Do(d.View, actions...)
	at := func(want string) {
		t.Helper()
		if line := d.On(); !strings.Contains(line, want) {
			t.Errorf("on %q, want %s", line, want)
		}
	}
	at("ZW-0001")
	d.Press("<end>")
	at("ZW-0900")
	d.Press("<pgup>", "k")
	at("ZW-0882")
	d.Press("<home>")
	at("ZW-0001")
	for range 499 {
		d.Press("j")
	}
	at("ZW-0500")
	d.Late = true
	for range 300 {
		d.Press("<down>")
	}
	d.Run()
	at("ZW-0800")
	for range 60 {
		d.Press("<pgup>")
	}
	at("ZW-0001")
}

func TestAFieldWrittenApartIsShownAndSettled(t *testing.T) {
	d := open(t)
	other := uitest.Replicate(t, d)
	theirs, ours := "Stroom is afgesloten", "Stroom wordt afgesloten"
	if _, err := other.As(d.Noor).Do(context.Background(), model.EditRequest{ID: d.Requests[2], Summary: &theirs}); err != nil {
		t.Fatal(err)
	}
	d.Do(d.View, model.EditRequest{ID: d.Requests[2], Summary: &ours})
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

func TestWhoMayNotSeeTheDeskIsTold(t *testing.T) {
	d := open(t)
	r := d.Do(d.View, model.AddPerson{Person: model.Person{Name: "Docent", Roles: []model.Role{model.RoleTeacher}, Site: d.View.Site()}})
	d.Env.View = d.As(r.Entity)
	d.Again()
	d.Shows("mag dit niet bekijken")
	d.Press("n", "toch", "<enter>")
	d.Shows("mag dit niet")
}
