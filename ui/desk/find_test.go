package desk_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func TestFiltersNarrowTheWholeArchiveDown(t *testing.T) {
	d := open(t)
	d.Press("f", "taal", "<enter>")
	d.Shows("Filter: ‹taal›", "2 gevonden", "Brief Belastingdienst", "Taalles gezocht")
	d.Hides("DigiD kwijt")
	d.Press("f", "wacht", "<tab>", "gewoon", "<enter>")
	d.Shows("‹wacht›", "‹gewoon›", "0 gevonden", "Niets past bij dit filter")
	d.Press("f", "gewoon", "<enter>")
	d.Shows("1 gevonden", "Brief Belastingdienst")
	d.Press("/", "les")
	d.Shows("Zoeken:", "‹taal›", "0 gevonden")
	d.Press("<esc>")
	d.Shows("1 gevonden")
	d.Press("<esc>")
	d.Shows("DigiD kwijt", "wachtend (1/6)")
}

func TestAKeyAfterAFilterIsAboutWhatIsFound(t *testing.T) {
	d := open(t)
	d.Late = true
	d.Press("f")
	d.Burst("digi")
	d.Press("<backspace>", "<backspace>", "<backspace>", "<backspace>")
	d.Burst("computer")
	d.Press("<enter>", "c")
	d.Run()
	if r := d.Request(d.Requests[3]); r.Status != desk.StatusClaimed {
		t.Errorf("ZW-0004 is %s", r.Status)
	}
	if r := d.Request(d.Requests[2]); r.Status != desk.StatusWaiting {
		t.Errorf("ZW-0003 is %s", r.Status)
	}
}

// TestAKeyWaitsForTheActionBeforeIt: the answer of a search that comes between does not let the key through.
func TestAKeyWaitsForTheActionBeforeIt(t *testing.T) {
	d := open(t)
	d.Press("/", "brief", "<enter>", "t", "25")
	d.Late = true
	d.Press("<enter>", "x")
	slow := d.Waiting()
	d.Do(d.Session, desk.AddRequest{Request: desk.Request{Summary: "van een collega"}})
	d.News()
	d.RunFrom(slow) // the list is read again before the minutes are on disk
	d.Run()
	d.Shows("Hoe liep het af")
}

func TestFiltersOnEveryPart(t *testing.T) {
	d := open(t)
	for what, want := range map[string]string{
		"bezig": "Huurtoeslag", "noor": "Huurtoeslag", "direct geholpen": "Taalles", "nederlands": "Afsluiting stroom",
		"watskebeurt": "", "20-11 t/m 20-11": "Eenzaam", "laatste 30": "Eenzaam",
	} {
		d.Press("f", what)
		if want == "" {
			d.Shows("Niets past bij wat je typt")
			d.Press("<esc>")
			continue
		}
		d.Press("<enter>")
		d.Shows("Filter: ‹", want)
		d.Press("<esc>")
	}
	d.Press("c", "f", "jij", "<enter>")
	d.Shows("‹jij›", "1 gevonden")
}

func TestWhatIsFoundIsReadInStretches(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 700 {
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: "vraag", Theme: "literacy", Created: uitest.Start().Add(time.Duration(i-1000) * time.Minute)}})
	}
	d.Do(d.Session, actions...)
	d.Press("f", "taal", "<enter>")
	d.Shows("en meer")
	if !strings.Contains(d.On(), "ZW-0700") {
		t.Errorf("on %q", d.On())
	}
	for range 120 {
		d.Press("j")
	}
	if !strings.Contains(d.On(), "ZW-0580") {
		t.Errorf("on %q", d.On())
	}
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "vraag", Theme: "literacy"}})
	if !strings.Contains(d.On(), "ZW-0580") {
		t.Errorf("on %q", d.On())
	}
	d.Press("<end>")
	d.Shows("701 gevonden")
	if !strings.Contains(d.On(), "ZW-0001") {
		t.Errorf("on %q", d.On())
	}
}

func TestATypoInANameFinds(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.AddResident{Resident: desk.Resident{Name: "Fatima Bouzid"}})
	people, err := desk.FindResidents(context.Background(), d.Session, "bouzid", 1)
	if err != nil || len(people) != 1 {
		t.Fatal(people, err)
	}
	d.Do(d.Session, desk.EditRequest{ID: d.Requests[3], Alter: func(r *desk.Request) { r.Resident = people[0].ID }})
	d.Press("/", "bouzit")
	d.Shows("DigiD kwijt", "bedoelde je: bouzid?")
	d.Press("<backspace>", "d")
	d.Shows("DigiD kwijt")
	d.Hides("bedoelde je")
}

// TestATypoInANoteFinds: what stands in a note is found, with a slip of the pen as well, and the head says which word was meant.
func TestATypoInANoteFinds(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.AddMemo{ID: d.Requests[3], Text: "Vroeg naar kwijtschelding, bel 06-12 34 56 78"})
	d.Press("/", "kwijtschelding")
	d.Shows("DigiD kwijt", "1 gevonden")
	d.Press("<backspace>", "<backspace>", "<backspace>", "nig")
	d.Shows("DigiD kwijt", "bedoelde je: kwijtschelding?")
	d.Press("<esc>", "/", "+31612345678")
	d.Shows("DigiD kwijt", "1 gevonden")
}

func TestOwnListsAreKeptNamedAndRemoved(t *testing.T) {
	d := open(t)
	d.Press("f", "wacht", "<enter>", "v", "+", "Mijn rij", "<tab>", "<right>", "<ctrl+s>")
	d.Shows("Lijst Mijn rij is bewaard. Toets: v 7")
	d.Press("w", "j", "j", "j", "j", "j", "j", "j", "j", " ", "<enter>")
	d.Shows("De kolommen zijn bewaard.", "Mijn rij", "‹wacht›", "‹dringendste eerst›", "Kanaal", "balie")
	if !strings.Contains(d.On(), "Afsluiting") {
		t.Errorf("on %q", d.On())
	}
	d.Press("v", "1")
	d.Shows("wachtend (1/7)")
	d.Again()
	d.Press("v")
	d.Shows("7 Mijn rij")
	d.Press("7")
	d.Shows("Mijn rij", "5 gevonden")
	d.Press("v", "-", "hernoemen", "<enter>", "<ctrl+u>", "Ochtend", "<enter>")
	d.Shows("heet nu Ochtend")
	d.Press("v", "2", "v", "+", "Bezig", "<ctrl+s>")
	d.Shows("Toets: v 8", "Bezig (8/8)", "Huurtoeslag")
	d.Press("v", "-", "Ochtend weg", "<enter>", "j")
	d.Shows("Lijst Ochtend is weg")
	d.Press("v")
	d.Shows("7 Bezig")
	d.Hides("Ochtend")
	// somebody else has lists of their own
	d.Env.Session = d.As(d.Noor)
	d.Env.User = d.Env.Session.Me()
	d.Again()
	d.Press("v")
	d.Hides("Bezig ")
}

func TestManyOwnListsFitTheSmallestScreen(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 80, Height: 24}} {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: size})
		for i := range 12 {
			d.Press("v", "+", fmt.Sprintf("Lijst %d", i), "<ctrl+s>", "v", "1")
		}
		d.Press("v", "+", "Te veel", "<ctrl+s>")
		d.Shows("al 12 eigen lijsten")
		d.Press("<esc>", "v")
		d.Picture("find/views", "nl")
		d.Press("i")
		d.Shows("Lijst 11 (18/18)")
	}
}

func TestFindingLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("f", "tal")
			d.Press("<backspace>", "<backspace>", "<backspace>")
			d.Picture("find/choose", lang)
			theme := map[text.Lang]string{"nl": "taal", "en": "reading"}[lang]
			d.Press(theme, "<tab>", "7", "<backspace>")
			d.Picture("find/chosen", lang)
			d.Press("<esc>")
			d.Pass(time.Second) // the cursor rests: what is beside the list is about its row
			d.Picture("find/found", lang)
			d.Press("v", "+", "Taal", "<tab>", "<tab>")
			d.Picture("find/save", lang)
		}
	}
}

// TestEnterLeavesWhatTabChose: Tab chooses or lets go, the cursor stays there, and Enter shows the list so.
func TestEnterLeavesWhatTabChose(t *testing.T) {
	d := open(t)
	d.Press("f", "<down>", "<down>", "<tab>", "<enter>")
	d.Shows("Filter: ‹geparkeerd›")
	d.Press("f", "<tab>", "<enter>") // it comes first, as what is chosen does
	d.Hides("Filter:")
	d.Press("f", "taal", "<tab>", "wacht", "<tab>", "<enter>")
	d.Shows("‹taal›", "‹wacht›")
	d.Press("f", "<tab>", "<down>", "<up>", "<enter>")
	if n := strings.Count(d.Frame(), "‹"); n != 1 {
		t.Errorf("%d parts are left of a filter of which Tab let one go:\n%s", n, d.Frame())
	}
}

// TestEnterDoesNotGiveToWhomTheTickWasTakenFrom: what Tab took back Enter does not do.
func TestEnterDoesNotGiveToWhomTheTickWasTakenFrom(t *testing.T) {
	d := open(t)
	writes := d.Writes()
	d.Press("C", "noor", "<tab>", "<tab>", "<enter>")
	d.Shows("Er is niemand aangevinkt")
	if d.Writes() != writes {
		t.Error("it was given all the same")
	}
	d.Press("noor", "<enter>")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 1 || r.Holder()[0] != d.Noor {
		t.Errorf("held by %v", r.Holder())
	}
}

// TestTheNameThatIsTypedComesFirst: in a list of people, the one who is called so comes before those in whose name it stands.
func TestTheNameThatIsTypedComesFirst(t *testing.T) {
	d := open(t)
	d.Press("j", "C", "ali", "<enter>") // Samira Bouali stands before Ali Yildiz
	if r := d.Request(d.Requests[1]); len(r.Holder()) != 1 || r.Holder()[0] != d.Ali {
		t.Errorf("held by %v", r.Holder())
	}
}
