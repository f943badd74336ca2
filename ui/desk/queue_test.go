package desk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func open(t *testing.T) *uitest.Desk {
	return uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Picture("list", lang)
			d.Press("n", "Fiets stuk @vries ! #taal")
			d.Picture("intake", lang)
			d.Press("<tab>")
			d.Picture("form", lang)
			d.Press("<esc>", "x")
			d.Picture("close", lang)
			d.Press("<esc>", "<enter>")
			d.Picture("detail", lang)
			d.Press("<esc>", "v", "4")
			d.Pass(time.Second) // the cursor rests: what is beside the list is about its row
			d.Picture("closed", lang)
			d.Press("v")
			d.Picture("views", lang)
			empty := uitest.Open(t, uitest.Options{Lang: lang, Size: size})
			empty.Picture("empty", lang)
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
		r, err := desk.ReadRequestByNumber(context.Background(), d.Session, id)
		if err != nil {
			t.Fatal(err)
		}
		found = r.Summary == "Stroom lekt" && r.Urgency == model.UrgencyNow && r.Status == desk.StatusClaimed && len(r.Memos) == 1 && r.Memos[0].Text == "hallo"
		if !found {
			t.Errorf("%+v", r)
		}
	}
}

func TestAfterClosingTheCursorIsOnTheNextWaiting(t *testing.T) {
	d := open(t)
	d.Press("x", "d", "<enter>", "15", "<ctrl+s>")
	d.Shows("ZW-0003 is afgesloten")
	if r := d.Request(d.Requests[2]); r.Status != desk.StatusClosed || r.Minutes != 15 || r.Closed.Outcome != "handled-directly" {
		t.Errorf("%+v", r)
	}
	if line := d.On(); !strings.Contains(line, "Brief Belastingdienst") {
		t.Errorf("the cursor is on %q", line)
	}
}

func TestClosingWarnsOfWhatIsOpen(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.AddTask{ID: d.Requests[2], What: "Stedin bellen", CallBack: true})
	d.Press("x")
	d.Shows("Nog open: Stedin bellen")
	d.Press("<ctrl+s>")
	d.Shows("Vul in: Hoe liep het af")
}

func TestTheKeyThatTakesUpGivesBack(t *testing.T) {
	d := open(t)
	d.Press("c")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 1 || r.Holder()[0] != d.Session.Me().ID {
		t.Errorf("held by %v", r.Holder())
	}
	d.Press("c")
	d.Hides("Overnemen?")
	if r := d.Request(d.Requests[2]); r.Status != desk.StatusWaiting {
		t.Errorf("%s, held by %v", r.Status, r.Holder())
	}
}

func TestTakingOverAsksWithTheName(t *testing.T) {
	d := open(t)
	d.Do(d.As(d.Noor), desk.ClaimRequest{ID: d.Requests[2]})
	d.Press("v", "2", "c")
	d.Shows("Overnemen?", "Noor Visser")
	d.Press("<enter>")
	if r := d.Request(d.Requests[2]); r.Holder()[0] != d.Noor {
		t.Error("Enter took it over without a yes")
	}
	d.Press("c", "j")
	if r := d.Request(d.Requests[2]); r.Holder()[0] != d.Session.Me().ID {
		t.Error("not taken over")
	}
}

func TestAColleagueWhoIsAheadIsNamed(t *testing.T) {
	d := open(t)
	noor := d.As(d.Noor)
	if _, err := noor.Do(context.Background(), desk.ClaimRequest{ID: d.Requests[2]}); err != nil {
		t.Fatal(err)
	}
	d.Press("c") // the screen has not heard of it yet
	d.Shows("Overnemen?", "Noor Visser")
}

func TestAStudentIsRefusedWithTheReason(t *testing.T) {
	d := open(t)
	d.Press("C", "ali", "<enter>")
	d.Shows("samen met je maatje")
	d.Press("<tab>", "noor", "<enter>")
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
	drafts, err := d.Session.Drafts(context.Background())
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

func TestPastedTextIsANewQuestion(t *testing.T) {
	d := open(t)
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("xx hulp bij huur\n")})
	d.Shows("Nieuwe vraag", "xx hulp bij huur")
}

func TestSeveralResidentsOfOneNameAreAsked(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.AddResident{Resident: desk.Resident{Name: "dhr. de Vries", Street: "Kerkweg 12", Keep: desk.KeepRegister}})
	d.Press("n", "Fiets stuk @vries", "<enter>")
	d.Shows("Wie van deze bewoners?", "Kerkweg 12", "anoniem")
	d.Press("Dorps", "<enter>")
	r, err := desk.ReadRequestByNumber(context.Background(), d.Session, "ZW-0009")
	if err != nil || r.Resident != d.Resident {
		t.Errorf("%+v %v", r, err)
	}
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

func TestWhoMayNotSeeTheDeskIsTold(t *testing.T) {
	d := open(t)
	r := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Docent", Roles: []model.Role{model.RoleTeacher}, Site: d.Session.Site()}})
	d.Env.Session = d.As(r.Entity)
	d.Again()
	d.Shows("mag dit niet bekijken")
	d.Press("n", "toch", "<enter>")
	d.Shows("mag dit niet")
}

// TestKeptIsSaidOnceItIs: what was half typed shows as kept when it is on disk, and not before.
func TestKeptIsSaidOnceItIs(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press("n", "half")
	d.Late = true
	d.Press("<esc>")
	d.Hides("niet af", "is bewaard")
	d.Run()
	d.Shows("1 niet af", "Wat je typte is bewaard")
}
