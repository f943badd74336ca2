package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// open makes a desk with a few more residents, and shows them.
func open(t *testing.T, lang text.Lang, size screen.Size) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
	ctx := context.Background()
	for _, r := range []model.Resident{
		{Name: "Fatma Yılmaz", Street: "Kerkweg 12", Neighbourhood: "Duinrand", Language: "tr", Phone: "0612345678", BirthYear: 1980, Keep: model.KeepThrowaway},
		{Name: "Jan de Wit", Street: "Havenkade 4", Postcode: "2562 AB", City: "Den Haag", Keep: model.KeepRegister, Told: true, Regular: true},
	} {
		if _, err := d.View.DoQuietly(ctx, model.AddResident{Resident: r}); err != nil {
			t.Fatal(err)
		}
	}
	g, err := d.View.DoQuietly(ctx, model.AddGroup{Group: model.Group{Name: "Klas 2B", Site: d.View.Site()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range people(t, d.View) {
		if q.ID == d.Ali {
			q.Groups, q.Supervisor, q.Languages = []model.ID{g.Entity}, d.Noor, []string{"nl", "tr"}
			if _, err := d.View.DoQuietly(ctx, model.EditPerson{Person: q}); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.News()
	d.Press("4")
	return d
}

func wide(t *testing.T) *uitest.Desk { return open(t, text.NL, screen.Size{Width: 120, Height: 40}) }

func people(t *testing.T, v *model.View) []model.Person {
	t.Helper()
	out, err := v.People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func named(t *testing.T, v *model.View, name string) model.Person {
	t.Helper()
	for _, q := range people(t, v) {
		if q.Name == name {
			return q
		}
	}
	t.Fatalf("nobody is called %s", name)
	return model.Person{}
}

func found(t *testing.T, v *model.View, words string) []model.Resident {
	t.Helper()
	out, err := v.Residents(context.Background(), words, 10)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// as lets somebody with a role use the screen.
func as(t *testing.T, d *uitest.Desk, role model.Role) {
	t.Helper()
	r := d.Do(d.View, model.AddPerson{Person: model.Person{Name: "Kees Ander", Roles: []model.Role{role}, Site: d.View.Site()}})
	view, err := d.View.Switch(context.Background(), r.Entity)
	if err != nil {
		t.Fatal(err)
	}
	if d.Env, err = d.Env.Use(context.Background(), view); err != nil {
		t.Fatal(err)
	}
	d.Again()
	d.Press("4")
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{text.NL, text.EN} {
		for name, size := range map[string]screen.Size{"80x24": {Width: 80, Height: 24}, "120x40": {Width: 120, Height: 40}} {
			at := "/" + name + "-" + string(lang)
			d := open(t, lang, size)
			uitest.Golden(t, "residents"+at, d.Frame())
			d.Press("n", "mw. Vries", "<tab>", "<tab>", "<tab>", "Dorps")
			d.Pass(time.Second)
			uitest.Golden(t, "new"+at, d.Frame())
			d.Press("<ctrl+s>")
			uitest.Golden(t, "known"+at, d.Frame())
			d.Press("<esc>", "<esc>", "<end>", "<enter>")
			uitest.Golden(t, "page"+at, d.Frame())
			d.Press("g")
			uitest.Golden(t, "merge"+at, d.Frame())
			d.Press("<esc>", "X")
			uitest.Golden(t, "erase"+at, d.Frame())
			d.Press("<esc>", "<esc>", "<right>", "<enter>")
			uitest.Golden(t, "student"+at, d.Frame())
			d.Press("<right>")
			uitest.Golden(t, "staff"+at, d.Frame())
			d.Press("e", "<tab>")
			uitest.Golden(t, "edit"+at, d.Frame())
			d.Press("<esc>", "<right>")
			uitest.Golden(t, "groups"+at, d.Frame())
			d.Press("v")
			uitest.Golden(t, "tabs"+at, d.Frame())
			d.Press("<esc>")
			as(t, d, model.RoleTeacher)
			d.Press("v", "1")
			uitest.Golden(t, "teacher"+at, d.Frame())
		}
	}
}

func TestResidentsAreFoundWhileTyping(t *testing.T) {
	d := wide(t)
	d.Press("/", "havenk")
	d.Shows("Jan de Wit", "1 gevonden")
	d.Hides("Fatma")
	d.Press("<enter>", "<enter>")
	d.Shows("Den Haag", "vaste cliënt")
	d.Press("<esc>", "<esc>")
	d.Shows("Fatma")
}

func TestALookIsWrittenDownOnceAndShown(t *testing.T) {
	d := wide(t)
	d.Press("<down>", "<down>")
	d.Hides("0612345678", "Bekeken")
	d.Press("<home>", "<down>", "<enter>")
	d.Shows("0612345678", "Bekeken: Samira B. 14:32", "nog niet verteld")
	id := found(t, d.View, "fatma")[0].ID
	d.News() // of the own look: reading the page again is no second one
	f, err := d.As(d.Noor).OpenResident(context.Background(), id)
	if err != nil || len(f.Opened) != 2 {
		t.Errorf("%d looks, %v", len(f.Opened), err)
	}
	d.News()
	d.Shows("Noor V.")
	d.Press("h")
	d.Shows("Wie bekeek de pagina", "Noor Visser", "21-11-2026 14:32")
}

func TestAPageOpensItsRequestInTheQueue(t *testing.T) {
	d := wide(t)
	d.Press("<end>", "<enter>")
	d.Shows("1 vraag", "ZW-0003")
	d.Press("<enter>")
	d.Shows("Brief van Stedin")
	if line := d.On(); !strings.Contains(line, "ZW-0003") {
		t.Errorf("on %q", line)
	}
	d.Press("c")
	if r := d.Request(d.Requests[2]); r.Status != model.StatusClaimed {
		t.Error("the queue does not have the keys")
	}
	d.Press("4")
	d.Shows("1 vraag", "bezig")
}

func TestAClosedRequestIsFoundAmongAll(t *testing.T) {
	d := wide(t)
	d.Do(d.View, model.CloseRequest{ID: d.Requests[2], Outcome: "referred"})
	d.Press("<end>", "<enter>", "<enter>")
	if line := d.On(); !strings.Contains(line, "ZW-0003") {
		t.Errorf("on %q:\n%s", line, d.Frame())
	}
}

func TestANewResidentIsComparedWithThoseKnown(t *testing.T) {
	d := wide(t)
	d.Press("n", "J. de Wit")
	d.Hides("Lijkt op")
	d.Pass(time.Second)
	d.Shows("Lijkt op Jan de Wit, Havenkade 4 (naam)")
	d.Press("<ctrl+s>")
	d.Shows("Is dit iemand die er al staat?")
	if n := len(found(t, d.View, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("<enter>")
	d.Shows("J. de Wit staat erbij")
	if line := d.On(); !strings.Contains(line, "J. de Wit") {
		t.Errorf("on %q", line)
	}
	d.Press("u")
	d.Shows("Ongedaan gemaakt: nieuwe bewoner J. de Wit.")
	if n := len(found(t, d.View, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("<ctrl+r>")
	d.Shows("Opnieuw gedaan: nieuwe bewoner J. de Wit.")
	if n := len(found(t, d.View, "wit")); n != 2 {
		t.Errorf("%d residents", n)
	}
}

func TestSomebodyKnownIsOpenedInstead(t *testing.T) {
	d := wide(t)
	d.Press("n", "J. de Wit", "<ctrl+s>", "<down>", "<enter>")
	d.Shows("Den Haag", "Bekeken: Samira B.")
	if n := len(found(t, d.View, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
}

func TestContactDataNeedAReason(t *testing.T) {
	d := wide(t)
	d.Press("n", "Piet Zoet", "<tab>", "0687654321", "<ctrl+s>")
	d.Shows("Zeg waarom deze gegevens worden bewaard")
	d.Press("<right>", "<ctrl+s>")
	if r := found(t, d.View, "piet"); len(r) != 1 || r[0].Keep != model.KeepThrowaway {
		t.Errorf("%+v", r)
	}
}

func TestABSNIsRefusedAndTheFormStays(t *testing.T) {
	d := wide(t)
	d.Press("n", "Piet 111222333", "<ctrl+s>")
	d.Shows("111222333", "BSN")
	if n := len(found(t, d.View, "piet")); n != 0 {
		t.Error("it was kept")
	}
}

func TestEditingWritesOnlyWhatWasAltered(t *testing.T) {
	d := wide(t)
	d.Press("<home>", "e")
	jan := found(t, d.View, "havenkade")[0]
	jan.City = "Rijswijk"
	d.Do(d.As(d.Noor), model.EditResident{Resident: jan})
	d.Press("s", "<ctrl+s>")
	d.Shows("Jan de Wits is gewijzigd", "Rijswijk")
	if r := found(t, d.View, "havenkade")[0]; r.Name != "Jan de Wits" || r.City != "Rijswijk" || !r.Told || !r.Regular {
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
	drafts, err := d.View.Drafts(context.Background())
	if err != nil || len(drafts) != 0 {
		t.Errorf("%v %v", drafts, err)
	}
}

func TestMergeAndPart(t *testing.T) {
	d := wide(t)
	d.Do(d.View, model.AddResident{Resident: model.Resident{Name: "J. de Witt"}})
	d.Press("<home>", "g")
	d.Shows("J. de Witt is dezelfde als", "Jan de Wit, Havenkade 4")
	d.Press("<enter>")
	d.Shows("J. de Witt is samengevoegd")
	if line := d.On(); !strings.Contains(line, "Jan de Wit") {
		t.Errorf("on %q", line)
	}
	d.Press("<enter>")
	d.Shows("Hier staat ook: J. de Witt")
	d.Press("G")
	d.Shows("staat weer apart")
	if n := len(found(t, d.View, "wit")); n != 2 {
		t.Errorf("%d residents", n)
	}
	d.Press("u")
	d.Shows("Ongedaan gemaakt: uit elkaar halen van J. de Witt")
	if n := len(found(t, d.View, "wit")); n != 1 {
		t.Errorf("%d residents", n)
	}
	d.Press("G", "<home>", "g", "Fatma", "<enter>")
	d.Shows("is samengevoegd")
}

func TestErasingAsksByNameAndCannotBeUndone(t *testing.T) {
	d := wide(t)
	d.Do(d.View, model.AddRequest{Request: model.Request{Summary: "Buurvrouw van mevrouw Vries belt"}})
	d.Press("<end>", "X")
	d.Shows("alle tekst van 1 vraag", "Dit kan nooit ongedaan worden gemaakt")
	d.Press("j", "<enter>")
	d.Shows("Dat is niet de naam")
	if n := len(found(t, d.View, "vries")); n != 1 {
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
	if n := len(found(t, d.View, "vries")); n != 0 {
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

func TestWhoMayNotSeeTheDeskIsToldWhy(t *testing.T) {
	d := wide(t)
	as(t, d, model.RoleTeacher)
	d.Shows("[Medewerkers]", "Noor Visser")
	d.Press("v", "1")
	d.Shows("Bewoners zie je hier niet")
	d.Hides("Fatma")
	d.Press("n")
	d.Shows("Bewoners zie je hier niet")
	d.Press("/", "fatma", "<enter>")
	d.Hides("Fatma Y")
}

func TestStaffIsTakenOnAndLeaves(t *testing.T) {
	d := wide(t)
	d.Press("v", "3", "n", "Eva Kok", "<tab>")
	d.Press("<right>", "<right>", " ", "<tab>", "<tab>", "<tab>", "noor", "<tab>", "nederlands, turks", "<ctrl+s>")
	d.Shows("Eva Kok staat erbij")
	eva := named(t, d.View, "Eva Kok")
	if !eva.Has(model.RoleTeacher) || eva.Supervisor != d.Noor || strings.Join(eva.Languages, " ") != "nl tr" || eva.Site != d.View.Site() {
		t.Errorf("%+v", eva)
	}
	if line := d.On(); !strings.Contains(line, "Eva Kok") {
		t.Errorf("on %q", line)
	}
	d.Press("x", "<enter>")
	named(t, d.View, "Eva Kok") // Enter takes the safe answer
	d.Press("x", "j")
	d.Shows("Eva Kok is vertrokken")
	d.Press("v", "5")
	d.Shows("Eva Kok", "vertrokken; wat hij of zij deed")
	d.Press("x", "<enter>")
	d.Shows("Eva Kok is terug")
	named(t, d.View, "Eva Kok")
	d.Press("u")
	d.Shows("Ongedaan gemaakt: terugkomst van Eva Kok")
}

func TestNobodyLetsTheLastAdministratorGo(t *testing.T) {
	d := wide(t)
	d.Press("v", "3", "/", "samira", "<enter>", "x", "j")
	d.Shows("Jezelf kun je niet laten vertrekken")
	d.Press("e", "<tab>", "<right>", "<right>", "<right>", "<right>", "<right>", " ", "<ctrl+s>")
	d.Shows("is de enige beheerder")
}

func TestEverybodyEditsTheOwnProfileOnly(t *testing.T) {
	d := wide(t)
	as(t, d, model.RoleDesk)
	d.Press("v", "3", "/", "noor", "<enter>", "e")
	d.Shows("Alleen een coördinator kan dit veranderen")
	d.Press("n")
	d.Shows("Alleen een coördinator kan dit veranderen")
	d.Press("<esc>", "/", "kees", "<enter>", "e")
	d.Hides("[ ] balie", "hele organisatie")
	d.Press("<tab>", "pools", "<ctrl+s>")
	d.Shows("Kees Ander is gewijzigd")
	if q := named(t, d.View, "Kees Ander"); len(q.Languages) != 1 || q.Languages[0] != "pl" {
		t.Errorf("%+v", q)
	}
}

func TestGroupsShowWhoIsInThem(t *testing.T) {
	d := wide(t)
	d.Press("v", "4")
	d.Shows("Klas 2B", "1 student", "Ali Yildiz")
	d.Press("n", "klas 2b", "<ctrl+s>")
	d.Shows("Er is al een groep die klas 2b heet")
	d.Press("<ctrl+u>", "<backspace>", "Klas 3A", "<ctrl+s>")
	d.Shows("De groep Klas 3A is gemaakt")
	if line := d.On(); !strings.Contains(line, "Klas 3A") {
		t.Errorf("on %q", line)
	}
}

func TestStudentsHaveTheirOwnList(t *testing.T) {
	d := wide(t)
	d.Press("v", "2")
	d.Shows("Ali Yildiz", "mbo-3", "Klas 2B", "Turks", "Noor Visser")
	d.Hides("Samira Bouali ")
	d.Press("n", "Sem Kok", "<ctrl+s>")
	if q := named(t, d.View, "Sem Kok"); !q.OnlyStudent() {
		t.Errorf("%+v", q)
	}
}

func TestKeysWaitForTheFirstRead(t *testing.T) {
	d := wide(t)
	d.Again()
	d.Late = true
	d.Press("4")
	d.Press("/")
	d.Burst("havenk")
	d.Press("<enter>", "<enter>")
	d.Run()
	d.Shows("Den Haag")
}

func TestEveryFrameFits(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 79, Height: 20}, {Width: 100, Height: 30}, {Width: 200, Height: 50}} {
		d := open(t, text.NL, size)
		for _, press := range []string{"", "n", "<esc>", "<enter>", "h", "<esc>", "g", "<esc>", "X", "<esc>", "<esc>", "v", "2", "<enter>", "<esc>", "e", "<esc>", "v", "3", "x", "<esc>", "v", "4", "n", "<esc>", "/", "q"} {
			if press != "" {
				d.Press(press)
			}
			lines := strings.Split(d.Raw(), "\n")
			if len(lines) != size.Height {
				t.Errorf("%v after %q: %d lines", size, press, len(lines))
			}
			for _, line := range lines {
				if n := len([]rune(line)); n > size.Width {
					t.Errorf("%v after %q: %d cells: %q", size, press, n, line)
				}
			}
		}
	}
}
