package files_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/files"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// came brings three questions in as a file, in a session of whoever acts; one of them is about a resident, where residents says so.
func came(t *testing.T, d *uitest.Desk, session *model.Session, file string, residents bool) journal.ID {
	t.Helper()
	from := incoming.Source{File: file}
	copy(from.Print[:], file)
	run, err := incoming.Begin(t.Context(), session, from)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]model.Action
	for i := range 3 {
		r := desk.Request{Summary: fmt.Sprintf("Ingelezen %d", i), Source: fmt.Sprint(file, i)}
		if residents && i == 0 {
			rows = append(rows, []model.Action{desk.TakeIn{Resident: desk.Resident{Name: "dhr. Çelik", Phone: "0612345678", Keep: desk.KeepRegister}, Request: r}})
			continue
		}
		rows = append(rows, []model.Action{desk.AddRequest{Request: r}})
	}
	refused, err := run.Try(t.Context(), rows, false)
	if err != nil {
		t.Fatal(err, refused)
	}
	if err := run.End(t.Context(), incoming.Ended{Read: 4, Refused: 1}); err != nil {
		t.Fatal(err)
	}
	run.Over()
	d.Run()
	return run.ID()
}

func standing(t *testing.T, d *uitest.Desk) string {
	t.Helper()
	p, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range p.Rows {
		if strings.HasPrefix(r.Summary, "Ingelezen") {
			out = append(out, r.Summary)
		}
	}
	return strings.Join(out, ", ")
}

// TestUndoingAnImportIsAskedFirst: the answer that does nothing stands ready, the file and how much came in is named, what stays is named with
// who built on it, and what was done before the import comes next.
func TestUndoingAnImportIsAskedFirst(t *testing.T) {
	for _, at := range []string{"1", "B", "M"} { // the desk, the files, who is there
		d := open(t, &disk{}, "nl", 80, 24)
		d.Press("1")
		came(t, d, d.Session, "winter.csv", false)
		d.Press(at, "u")
		d.Shows("Import ongedaan maken?", "winter.csv", "3 rijen", "daarna iets mee deed, blijft staan")
		d.Press("<enter>")
		d.Hides("Import ongedaan maken?")
		if got := standing(t, d); strings.Count(got, "Ingelezen") != 3 {
			t.Fatalf("%s: Enter took it back: %s", at, got)
		}
		d.Press("u", "j")
		d.Shows("Ongedaan gemaakt van winter.csv: 3 vragen.")
		if got := standing(t, d); got != "" {
			t.Errorf("%s: left: %s", at, got)
		}
		d.Press("u")
		d.Hides("Import ongedaan maken?")
	}
}

func TestWhatStaysOfAnImportIsNamed(t *testing.T) {
	d := open(t, &disk{}, "nl", 80, 24)
	came(t, d, d.Session, "winter.csv", false)
	p, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	noor, err := model.Enter(t.Context(), d.Store, d.Noor)
	if err != nil {
		t.Fatal(err)
	}
	number := ""
	for _, r := range p.Rows {
		if r.Summary == "Ingelezen 1" {
			number = r.Number
			d.Do(noor, desk.ClaimRequest{ID: r.ID})
		}
	}
	d.Press("u", "j")
	d.Shows("Ongedaan gemaakt van winter.csv: 2 vragen.", "1 ding blijft", number+" blijft: ", "deed er daarna iets mee")
	if got := standing(t, d); got != "Ingelezen 1" {
		t.Error(got)
	}
	d.Press("<esc>", "<home>", "j", "j", "j", "j", "<enter>")
	d.Shows("Wat er binnenkwam", "winter.csv", "ongedaan, 1 blijft")
	d.Press("<enter>")
	d.Shows("Een import", number+" blijft", "u: deze import ongedaan maken")
	d.Press("u")
	d.Shows("nog eens geprobeerd")
}

// TestResidentsOfAnImport: what becomes of them is chosen; nothing is erased by Enter alone.
func TestResidentsOfAnImport(t *testing.T) {
	count := func(d *uitest.Desk) int {
		n := 0
		if err := d.Session.ReadScope(t.Context(), journal.Scope{Class: journal.Desk, Part: d.Session.Site()}, func(tx model.Tx) error {
			return tx.Each(desk.KindResident, func(rec *journal.Record) error {
				if !rec.Erased && !rec.Archived() && strings.Contains(desk.ResidentOf(rec).Name, "Çelik") {
					n++
				}
				return nil
			})
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, c := range []struct {
		press []string
		asked string
		left  int
	}{
		{[]string{"<enter>"}, "Ingelezen", 1},
		{[]string{"<esc>"}, "Ingelezen", 1},
		{[]string{"<down>", "<enter>"}, "", 1},
		{[]string{"<down>", "<down>", "<enter>"}, "", 0},
	} {
		d := open(t, &disk{}, "nl", 80, 24)
		came(t, d, d.Session, "winter.csv", true)
		if count(d) != 1 {
			t.Fatal("there is no resident to look for")
		}
		d.Press("u")
		d.Shows("niets doen", "bewoners blijven in het register", "en 1 bewoner wissen: kan niet terug")
		d.Press(c.press...)
		if got := standing(t, d); strings.Contains(got, "Ingelezen") != (c.asked != "") {
			t.Errorf("%v: %q stands", c.press, got)
		}
		if n := count(d); n != c.left {
			t.Errorf("%v: %d residents", c.press, n)
		}
	}
}

// TestTheListOfImports: who, when, from which file, how much and how it stands; Enter shows one, and a key undoes it, whoever brought it in.
func TestTheListOfImports(t *testing.T) {
	d := open(t, &disk{}, "nl", 80, 24)
	list := []string{"<home>", "j", "j", "j", "j", "<enter>"}
	d.Press(list...)
	d.Shows("Er is nog niets uit een bestand binnengehaald.")
	came(t, d, d.Session, "winter.csv", true)
	d.Pass(time.Minute)
	noor, err := model.Enter(t.Context(), d.Store, d.Noor)
	if err != nil {
		t.Fatal(err)
	}
	came(t, d, noor, "klas.csv", false)
	d.Press(list...)
	d.Says("heading: Wat er binnenkwam")
	d.Shows("klas.csv", "winter.csv", "3 vragen · klaar")
	d.Press("winter", "<enter>")
	d.Shows("Een import", "winter.csv, 21-11-2026 14:32: 3 rijen binnengekomen.", "Ingelezen door Samira Bouali: vragen. Stand: klaar.", "4 rijen gelezen, 0 waren er al, 1 geweigerd.")
	d.Says("heading: Een import", "text: u: deze import ongedaan maken")
	d.Press("<esc>", "<ctrl+u>")
	d.Shows("klas.csv")
	d.Press("<enter>", "u", "<enter>") // nothing is done
	d.Press(list...)
	d.Press("<esc>")
	d.Press(list...)
	d.Press("klas", "<enter>", "u", "j") // in another's session than brought it in
	d.Shows("Ongedaan gemaakt van klas.csv: 3 vragen.")
	d.Press(list...)
	d.Shows("ongedaan")
	d.Press("klas", "<enter>")
	d.Shows("Ongedaan gemaakt: 3 vragen.")
	d.Hides("u: deze import ongedaan maken")
}

func TestAnImportTellsHowItIsUndone(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 3, Imported: 3}}
	d := begin(t, k)
	k.report.ID = came(t, d, d.Session, "vragen.csv", false)
	d.Press("<enter>", "i")
	d.Shows("Kijk of het klopt. Klopt het niet: u maakt alles ongedaan.", "Wat er binnenkwam")
	d.Press("u", "j")
	d.Shows("Ongedaan gemaakt van vragen.csv: 3 vragen.")
	if got := standing(t, d); got != "" {
		t.Error(got)
	}
}

// TestWhoMayNotBringInHasNoList: neither does a student.
func TestWhoMayNotBringInHasNoList(t *testing.T) {
	d := open(t, &disk{}, "nl", 80, 24)
	came(t, d, d.Session, "winter.csv", false)
	d.Press("U", "ali", "<enter>", "B", "j", "j", "j", "j", "<enter>")
	d.Hides("winter.csv")
}

func TestImportViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			d := open(t, &disk{}, lang, size.Width, size.Height)
			came(t, d, d.Session, "registratie van de hele winter 2026.csv", true)
			d.Press("j", "j", "j", "j", "<enter>")
			d.Picture("imports", lang)
			d.Press("<enter>")
			d.Picture("import", lang)
			d.Press("u")
			d.Picture("undo-residents", lang)
			d.Press("<esc>")
			came(t, d, d.Session, "klas.csv", false)
			d.Press("<esc>", "<esc>", "B", "u")
			d.Picture("undo", lang)
		}
	}
}

func TestEveryKeyOfTheFilesDoesSomething(t *testing.T) {
	with := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, &disk{}, "nl", 80, 24)
			came(t, d, d.Session, "winter.csv", false)
			d.Press(press...)
			return d
		}
	}
	var all []keys.Key
	for _, k := range files.Keys() {
		if k.ID == files.Undo || k.ID == files.TakeBack {
			all = append(all, k)
		}
	}
	uitest.TryActions(t, all,
		uitest.Place{Name: "the list", Open: with()},
		uitest.Place{Name: "an import", Open: with("j", "j", "j", "j", "<enter>", "<enter>")},
	)
}
