package desk_test

import (
	"context"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// by reads a request by its number, with its resident.
func by(t *testing.T, d *uitest.Desk, number string) (desk.Request, desk.Resident) {
	t.Helper()
	r, err := desk.ReadRequestByNumber(context.Background(), d.Session, number)
	if err != nil {
		t.Fatal(err)
	}
	if r.Resident.IsZero() {
		return r, desk.Resident{}
	}
	f, err := desk.OpenResident(context.Background(), d.Session, r.Resident)
	if err != nil {
		t.Fatal(err)
	}
	return r, f.Resident
}

func TestSomebodyNewIsAskedForAReason(t *testing.T) {
	d := open(t)
	d.Press("n", "Fiets stuk @Bakker")
	d.Shows("Bakker: niet bekend, blijft tekst", "Bakker is nieuw: gegevens bewaren")
	d.Press("<down>")
	d.Shows("Bakker: nieuwe bewoner")
	d.Press("<enter>", "06-12345678", "<ctrl+s>")
	d.Shows("Kies waarom je deze gegevens bewaart")
	d.Press(" ", "<tab>", "j", "<ctrl+s>")
	d.Shows("ZW-0009 staat in de wachtrij")
	r, who := by(t, d, "ZW-0009")
	if r.Summary != "Fiets stuk" || who.Name != "Bakker" || who.Phone != "06-12345678" || who.Keep != desk.KeepThrowaway || !who.Told {
		t.Errorf("%+v %+v", r, who)
	}
	d.Press("u")
	if found, _ := desk.FindResidents(context.Background(), d.Session, "Bakker", 1); len(found) != 0 {
		t.Error("undo left the resident")
	}
}

func TestAPhoneNumberOnTheLineIsAskedForItsReason(t *testing.T) {
	d := open(t)
	d.Press("n", "Fiets stuk @Bakker @06-12345678", "<enter>", "<right>", "<ctrl+s>")
	if r, who := by(t, d, "ZW-0009"); r.Summary != "Fiets stuk" || who.Name != "Bakker" || who.Phone != "06-12345678" || who.Keep != desk.KeepThrowaway {
		t.Errorf("%+v %+v", r, who)
	}
	d.Press("n", "Band lek @06-12345678", "<enter>") // known by now
	if _, who := by(t, d, "ZW-0010"); who.Name != "Bakker" {
		t.Errorf("%+v", who)
	}
	d.Press("n", "Zadel weg @06-87654321", "<enter>", "Kees", "<ctrl+s>")
	d.Shows("Kies waarom je deze gegevens bewaart")
}

func TestAPhoneNumberIsAskedForItsReasonHoweverFastOneTypes(t *testing.T) {
	d := open(t)
	d.Late = true
	d.Burst("nFiets")
	d.Press(" ")
	d.Burst("@06-12345678")
	d.Press("<enter>")
	d.Run()
	d.Shows("06-12345678", "Waarom bewaren")
}

func TestAnonymousStaysTheDefault(t *testing.T) {
	d := open(t)
	d.Press("n", "Fiets stuk @Bakker", "<enter>")
	if r, _ := by(t, d, "ZW-0009"); !r.Resident.IsZero() {
		t.Error("somebody was made")
	}
}

func TestWhoIsAlikeIsShownAndNeverABlock(t *testing.T) {
	d := open(t)
	d.Press("n", "Fiets stuk @Vriez", "<up>", "<enter>")
	d.Shows("Al bekend?", "mw. de Vries · Dorpsstraat 3 · naam lijkt erop")
	d.Press("<tab>", "<right>", "<right>")
	d.Press("<ctrl+s>")
	d.Shows("Deze bewoner lijkt op iemand die al bekend is")
	d.Press("<ctrl+s>") // once more: somebody new
	if _, who := by(t, d, "ZW-0009"); who.Name != "Vriez" || who.Keep != desk.KeepRegister {
		t.Errorf("%+v", who)
	}
	d.Press("n", "Band lek @Vrizz", "<up>", "<enter>", "06-87654321", "<tab>", " ", "<ctrl+s>", "<right>", "<ctrl+s>")
	if r, who := by(t, d, "ZW-0010"); who.ID != d.Resident && who.Name != "Vriez" {
		t.Errorf("%+v %+v", r, who)
	}
}

func TestARequestGetsItsResidentLater(t *testing.T) {
	d := open(t)
	d.Press("/", "DigiD", "<enter>", "o")
	d.Shows("Deze vraag is anoniem. Met e vul je een bewoner in.")
	d.Press("e", "<tab>", "<tab>", "Piet Mol", "<tab>", "070-1234567", "<tab>", " ", "<ctrl+s>")
	r := d.Request(d.Requests[3])
	if r.Resident.IsZero() {
		t.Fatal("nobody was named")
	}
	d.Press("o")
	d.Shows("Piet Mol", "070-1234567", "tot er is teruggebeld", "ZW-0004")
}

func TestSeveralIntakesAtOnce(t *testing.T) {
	d := open(t)
	d.Press("n", "Eerste vraag", "<ctrl+n>", "Tweede vraag", "<ctrl+n>", "Derde")
	d.Shows("Nieuwe vraag (3 van 3)")
	d.Press("<ctrl+t>")
	d.Shows("Eerste vraag", "(1 van 3)")
	d.Press("<tab>") // the first goes on in the form
	d.Press("<ctrl+t>")
	d.Shows("Tweede vraag")
	d.Press("<esc>", "D")
	d.Shows("Eerste vraag", "Tweede vraag", "Derde")
	d.Again()
	d.Press("D", "Tweede", "<enter>", " !!", "<enter>")
	d.Shows("ZW-0009 staat in de wachtrij")
	d.Press("n", "<ctrl+s>")
	d.Press("n", "<ctrl+s>")
	for _, number := range []string{"ZW-0010", "ZW-0011"} {
		if r, _ := by(t, d, number); r.Summary != "Eerste vraag" && r.Summary != "Derde" {
			t.Errorf("%s is %q", number, r.Summary)
		}
	}
	d.Hides("niet af")
}

func TestAPasteDoesNotTakeThePlaceOfADraft(t *testing.T) {
	d := open(t)
	d.Press("n", "Half af", "<esc>")
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("Geplakt uit een mail")})
	d.Shows("Geplakt uit een mail")
	d.Press("<esc>", "D")
	d.Shows("Half af", "Geplakt uit een mail")
}

func TestTheResidentsPage(t *testing.T) {
	d := open(t)
	second := d.Do(d.Session, desk.AddRequest{Request: desk.Request{Summary: "Huur te hoog", Resident: d.Resident}}).Entity
	d.Press("o")
	d.Shows("mw. de Vries", "Dorpsstraat 3", "in het register", "2 vragen", "Huur te hoog", "Afsluiting stroom dreigt")
	d.Press("e", "<tab>", "06-11223344", "<ctrl+s>")
	d.Shows("mw. de Vries is gewijzigd", "06-11223344")
	d.Press("<up>", "<enter>")
	if r := d.On(); d.Request(second).Number != "ZW-0009" || !strings.Contains(r, "Huur te hoog") {
		t.Errorf("on %q", r)
	}
	d.Press("o", "b", "bellen over de huur", "<ctrl+s>")
	if tasks := d.Request(second).Tasks; len(tasks) != 1 || !tasks[0].CallBack {
		t.Errorf("%+v", tasks)
	}
	if _, who := by(t, d, "ZW-0009"); who.Phone != "06-11223344" {
		t.Errorf("%+v", who)
	}
}

func TestMergedResidentsShowOnePageAndPart(t *testing.T) {
	d := open(t)
	twice := d.Do(d.Session, desk.AddResident{Resident: desk.Resident{Name: "J. Fries"}}).Entity
	d.Do(d.Session, desk.AddRequest{Request: desk.Request{Summary: "Tuin te groot", Resident: twice}}, desk.MergeResident{ID: twice, Into: d.Resident})
	d.Press("/", "tuin", "<enter>", "o")
	d.Shows("mw. de Vries", "J. Fries is hiermee samengevoegd", "Hierin samengevoegd: J. Fries", "2 vragen")
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "Van een collega", Resident: d.Resident}})
	d.Shows("3 vragen", "Van een collega")
	d.Press("g", "<enter>")
	d.Shows("J. Fries staat weer apart")
	d.Press("o")
	d.Shows("1 vraag")
	d.Hides("de Vries is")
}

func TestUnfinishedResidentDataComeBack(t *testing.T) {
	d := open(t)
	d.Press("o", "e", "<tab>", "06-1122", "<esc>")
	d.Again()
	d.Press("D")
	d.Shows("gegevens van een bewoner")
	d.Press("<enter>")
	d.Shows("06-1122")
}

func TestNewcomersLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("o")
			d.Picture("resident/page", lang)
			d.Press("e")
			d.Picture("resident/edit", lang)
			d.Press("<esc>", "n", "Fiets stuk @Vriez", "<up>")
			d.Picture("resident/line", lang)
			d.Press("<enter>", "06", "<tab>", " ")
			d.Picture("resident/new", lang)
			d.Press("<ctrl+s>")
			d.Picture("resident/alike", lang)
			d.Press("<ctrl+n>", "Nog iemand")
			d.Picture("resident/second", lang)
			d.Press("<esc>", "C")
			d.Picture("resident/assign", lang)
		}
	}
}
