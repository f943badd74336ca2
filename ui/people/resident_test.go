package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
)

func TestANewResidentIsComparedWithThoseKnown(t *testing.T) {
	d := wide(t)
	d.Press("n", "J. de Wit")
	d.Hides("Lijkt op")
	d.Pass(time.Second)
	d.Shows("Lijkt op Jan de Wit, Havenkade 4 (naam)")
	d.Press("<ctrl+s>")
	d.Shows("Is dit iemand die er al staat?")
	if n := len(found(t, d.Session, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("<enter>")
	d.Shows("J. de Wit staat erbij")
	if line := d.On(); !strings.Contains(line, "J. de Wit") {
		t.Errorf("on %q", line)
	}
	d.Press("u")
	d.Shows("Ongedaan gemaakt: nieuwe bewoner J. de Wit.")
	if n := len(found(t, d.Session, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("<ctrl+r>")
	d.Shows("Opnieuw gedaan: nieuwe bewoner J. de Wit.")
	if n := len(found(t, d.Session, "wit")); n != 2 {
		t.Errorf("%d residents", n)
	}
}

func TestSomebodyKnownIsOpenedInstead(t *testing.T) {
	d := wide(t)
	d.Press("n", "J. de Wit", "<ctrl+s>", "<down>", "<enter>")
	d.Shows("Den Haag", "Bekeken: Samira B.")
	if n := len(found(t, d.Session, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
}

func TestContactDataNeedAReason(t *testing.T) {
	d := wide(t)
	d.Press("n", "Piet Zoet", "<tab>", "0687654321", "<ctrl+s>")
	d.Shows("Zeg waarom deze gegevens worden bewaard")
	d.Press("<right>", "<ctrl+s>")
	if r := found(t, d.Session, "piet"); len(r) != 1 || r[0].Keep != desk.KeepThrowaway {
		t.Errorf("%+v", r)
	}
}

func TestABSNIsRefusedAndTheFormStays(t *testing.T) {
	d := wide(t)
	d.Press("n", "Piet 111222333", "<ctrl+s>")
	d.Shows("111222333", "BSN")
	if n := len(found(t, d.Session, "piet")); n != 0 {
		t.Error("it was kept")
	}
}

func TestEditingWritesOnlyWhatWasAltered(t *testing.T) {
	d := wide(t)
	d.Press("<home>", "e")
	jan := found(t, d.Session, "havenkade")[0]
	jan.City = "Rijswijk"
	d.Do(d.As(d.Noor), desk.EditResident{Resident: jan})
	d.Press("s", "<ctrl+s>")
	d.Shows("Jan de Wits is gewijzigd", "Rijswijk")
	if r := found(t, d.Session, "havenkade")[0]; r.Name != "Jan de Wits" || r.City != "Rijswijk" || !r.Told || !r.Regular {
		t.Errorf("%+v", r)
	}
}

func TestAHalfFormSurvivesAPowerCut(t *testing.T) {
	d := wide(t)
	d.Press("n", "Half getypte naam")
	d.Pass(time.Second)
	d.Again()
	d.Press("4", "n")
	d.Shows("Half getypte naam", "Wat je eerder typte")
	d.Press("<ctrl+s>")
	d.Shows("staat erbij")
	d.Press("n")
	d.Hides("Wat je eerder typte")
	d.Press("<esc>")
	drafts, err := d.Session.Drafts(context.Background())
	if err != nil || len(drafts) != 0 {
		t.Errorf("%v %v", drafts, err)
	}
}

func TestMergeAndPart(t *testing.T) {
	d := wide(t)
	d.Do(d.Session, desk.AddResident{Resident: desk.Resident{Name: "J. de Witt"}})
	d.Press("<home>", "g")
	d.Shows("J. de Witt is dezelfde als", "Jan de Wit, Havenkade 4")
	d.Press("<enter>")
	d.Shows("Eén en dezelfde persoon?", "J. de Witt", "Jan de Wit, Havenkade 4")
	d.Press("<enter>") // which leaves them apart
	if n := len(found(t, d.Session, "wit")); n != 2 {
		t.Fatalf("merged by one Enter: %d residents", n)
	}
	d.Press("<enter>", "j")
	d.Shows("J. de Witt is samengevoegd")
	if line := d.On(); !strings.Contains(line, "Jan de Wit") {
		t.Errorf("on %q", line)
	}
	d.Press("<enter>")
	d.Shows("Hier staat ook: J. de Witt")
	d.Press("G")
	d.Shows("staat weer apart")
	if n := len(found(t, d.Session, "wit")); n != 2 {
		t.Errorf("%d residents", n)
	}
	d.Press("u")
	d.Shows("Ongedaan gemaakt: uit elkaar halen van J. de Witt")
	if n := len(found(t, d.Session, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("G", "<home>", "g", "Fatma", "<enter>", "j")
	d.Shows("is samengevoegd")
}

// TestAQuickEnterIsAboutWhoWasTyped: Enter waits for whom the whole name finds, where the disk is slow.
func TestAQuickEnterIsAboutWhoWasTyped(t *testing.T) {
	d := wide(t)
	d.Press("<home>", "g", "a")
	d.Late = true
	d.Press("<backspace>", "Fatma", "<enter>")
	d.Run()
	d.Shows("Fatma")
	d.Press("j")
	d.Shows("is samengevoegd")
}

// linked is a store whose file has other names on the disk.
type linked struct {
	model.Backend
	names, left int
}

func (l *linked) Wiping(context.Context) (model.Wiping, error) {
	return model.Wiping{Names: l.names, Left: l.left}, nil
}

func (l *linked) Compact(context.Context) error {
	l.names, l.left = 0, l.names
	return nil
}

// Where erasing is asked, and after it, is said that the file has another name, under which the words stay.
func TestErasingTellsOfOtherNamesOfTheFile(t *testing.T) {
	d := wide(t)
	session, err := model.Enter(t.Context(), &linked{Backend: d.Store, names: 1}, d.Env.User.ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Session = session
	d.Again()
	d.Press("4", "<end>", "X")
	d.Shows("nog 1 andere naam op deze schijf", "verwijder die naam eerst")
	d.Press("Mw. de vries", "<enter>")
	d.Shows("Gewist, maar niet onder de andere naam van het bestand.")
}

func TestErasingAsksByNameAndCannotBeUndone(t *testing.T) {
	d := wide(t)
	d.Do(d.Session, desk.AddRequest{Request: desk.Request{Summary: "Buurvrouw van mevrouw Vries belt"}})
	d.Press("<end>", "X")
	d.Shows("alle tekst van 1 vraag", "Dit kan nooit ongedaan worden gemaakt")
	d.Press("j", "<enter>")
	d.Shows("Dat is niet de naam")
	if n := len(found(t, d.Session, "vries")); n != 1 {
		t.Fatal("erased without the name")
	}
	d.Press("<ctrl+u>", "Mw. de vries", "<enter>")
	d.Shows("Gewist: de bewoner en de tekst van 1 vraag", "Hier staat de naam ook", "Buurvrouw van mevrouw Vries")
	if r := d.Request(d.Requests[2]); r.Summary != "" || r.Number != "ZW-0003" {
		t.Errorf("%+v", r)
	}
	d.Press("<enter>")
	if line := d.On(); !strings.Contains(line, "Buurvrouw") {
		t.Errorf("on %q", line)
	}
	d.Press("4")
	d.Hides("mw. de Vries")
	for range 5 { // what can be undone was done before
		d.Press("u")
	}
	if n := len(found(t, d.Session, "vries")); n != 0 {
		t.Error("undone")
	}
}

func TestAnErasureShowsHowFarItIs(t *testing.T) {
	d := wide(t)
	d.Press("<end>", "X", "mw. de Vries")
	d.Late = true
	d.Press("<enter>")
	d.Shows("Wissen…", "0%")
	d.Press("<esc>", "<enter>")
	d.Shows("Wissen…")
	d.Run()
	d.Shows("Gewist")
}

func TestOnlyAnAdministratorErases(t *testing.T) {
	d := wide(t)
	as(t, d, model.RoleCoordinator)
	d.Press("X")
	d.Shows("Alleen een beheerder kan een bewoner wissen")
}

// TestErasingShowsBeforehandWhereTheNameStands: it is looked for before the erasure, walked through with a key, and shown after it.
func TestErasingShowsBeforehandWhereTheNameStands(t *testing.T) {
	d := wide(t)
	d.Do(d.Session, desk.AddMemo{ID: d.Requests[0], Text: "mevrouw Vries belde ook"})
	d.Press("<end>", "X")
	d.Shows("Tab laat")
	d.Press("<tab>")
	d.Shows("Hier staat de naam ook", "mevrouw Vries belde ook", "memo")
	d.Press("<esc>", "X", "Mw. de vries", "<enter>")
	d.Shows("Gewist: de bewoner", "Hier staat de naam ook", "mevrouw Vries belde ook")
}
