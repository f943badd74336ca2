package files_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/mapping"
	"leerbalie/model/transfer"
	"leerbalie/ui/uitest"
)

func col(name, field string, by transfer.Recognised, samples ...string) transfer.Column {
	return transfer.Column{Name: name, Field: field, By: by, Samples: samples}
}

// office is what is found in a spreadsheet as an office keeps it.
func office() map[transfer.What]transfer.Survey {
	bsn := transfer.Column{Name: "BSN", BSN: true}
	return map[transfer.What]transfer.Survey{
		transfer.Requests: {Format: transfer.CSV, Rows: 10, Columns: []transfer.Column{
			col("Volgnr", "source_id", transfer.ByHeading, "1", "2", "3"),
			col("Datum", "created_at", transfer.ByHeading, "5-1-2026", "05-01-26", "6 jan 2026"),
			col("Wie", "staff", transfer.ByHeading, "Joke", "Joke/Ali", "Fatima"),
			col("Vraag / hulpvraag", "summary", transfer.ByContent, "Brief van de gemeente over huishoudelijke hulp", "Wandelgroep wanneer?"),
			col("Kleur", "", transfer.Unrecognised, "rood"),
			bsn,
			col("Min.", "minutes", transfer.ByHeading, "25", "1u", "0,5"),
			col("", "", transfer.Unrecognised, "x"),
			col("Kleur", "", transfer.Unrecognised, "groen"),
		}},
		transfer.Students: {Format: transfer.CSV, Rows: 10, Columns: []transfer.Column{
			col("Volgnr", "number", transfer.ByHeading, "1", "2", "3"), col("Datum", "", ""), col("Wie", "", ""), col("Vraag / hulpvraag", "", ""), col("Kleur", "", ""), bsn,
			col("Min.", "", ""), col("", "", ""), col("Kleur", "", ""),
		}},
	}
}

// begin chooses the file of a spreadsheet.
func begin(t *testing.T, k *disk) *uitest.Desk {
	t.Helper()
	if k.surveys == nil {
		k.surveys = office()
	}
	d := open(t, k, "nl", 80, 24)
	d.Press("j", "j", "j", "<enter>", "<down>", "<enter>", "vra", "<enter>")
	return d
}

func TestBringingIn(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 500, Imported: 480, Refused: refusals(20), Tally: transfer.Tally{Closed: 3, Minutes: 75},
		Remarks: []transfer.Remark{transfer.Say("import.undated", "n", 4)}}}
	d := begin(t, k)
	d.Shows("Inlezen: vragen.csv · vragen", "Volgnr", "eigen nummer", "BSN: gaat nooit mee", "kolom 8, zonder naam", "10 rijen. Klopt het?")
	d.Press("<enter>")
	d.Shows("Wat er gaat gebeuren: vragen.csv", "480 van de 500 rijen kunnen erin", "480  vragen komen erbij", "3  vragen zijn al afgesloten", "75  minuten besteed", "20  rijen gaan niet mee",
		"rij 2: De datum \"31-02-2000\" bestaat niet.")
	d.Hides("31-02-2019")
	d.Press("<end>")
	d.Shows("31-02-2019", "Rijen zonder datum: 4")
	if len(k.imported) != 1 || !k.imported[0].DryRun {
		t.Fatalf("before it was said, it was done: %+v", k.imported)
	}
	d.Press("i")
	d.Shows("480 ingelezen")
	last := k.imported[len(k.imported)-1]
	want := map[string]string{"source_id": "Volgnr", "created_at": "Datum", "staff": "Wie", "summary": "Vraag / hulpvraag", "minutes": "Min."}
	if len(k.imported) != 2 || last.DryRun || k.path != "/home/sam/Downloads/vragen.csv" || last.File != "vragen.csv" || !last.Now.Equal(uitest.Start()) || !maps.Equal(last.Map, want) {
		t.Errorf("%+v %s", k.imported, k.path)
	}
}

// TestColumnsArePutRight: by arrows, by letters and left out; what cannot be is said, and Esc loses nothing.
func TestColumnsArePutRight(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 10, Imported: 7}}
	d := begin(t, k)
	on := func(want ...string) {
		t.Helper()
		line := ""
		for _, l := range strings.Split(d.Frame(), "\n") {
			if strings.Contains(l, "▌") {
				line = l
			}
		}
		for _, part := range want {
			if !strings.Contains(line, part) {
				t.Errorf("%q does not stand in %q", part, line)
			}
		}
	}
	d.Press("<down>", "<down>", "<down>")
	on("Vraag / hulpvraag", "‹ vraag ›", "inhoud")
	d.Shows("Brief van de gemeente", "Wandelgroep wanneer?")
	d.Press("<delete>")
	on("gaat niet mee", "zelf")
	d.Shows("Geen kolom zegt wat de vraag is", "kies: vraag")
	d.Press("<enter>")
	d.Shows("Geen kolom zegt wat de vraag is") // not tried
	d.Press("toel", "<enter>")
	on("‹ toelichting ›", "zelf")
	d.Press("<left>")
	on("‹ vraag ›", "inhoud") // as it was recognised
	d.Press("<up>", "<left>", "/", "minu", "<enter>")
	d.Shows(`Twee kolommen worden minuten: "Wie" en "Min."`)
	d.Press("<home>", "<enter>")
	if len(k.imported) != 0 {
		t.Fatal("two columns for one field were tried")
	}
	on("Min.") // the cursor goes where it is about
	d.Press("<delete>", "<end>", "<up>", "<up>", "<up>", "x", "<right>")
	on("BSN") // nothing of it can be said
	d.Shows("Hier staan burgerservicenummers")
	d.Press("<down>", "<down>", "<right>")
	d.Shows("Deze kolom heeft geen naam")
	d.Press("<end>", "<right>")
	d.Shows("boven twee kolommen")
	d.Press("<esc>")
	d.Shows("Welk bestand?", "Downloads")
	d.Press("<enter>")
	d.Shows("Wat je eerder over deze kolommen zei, staat er weer.")
	d.Press("<home>", "<down>", "<down>")
	on("‹ minuten ›", "zelf")
	d.Again() // as after a power cut
	d.Press("B", "j", "j", "j", "<enter>", "<down>", "<enter>", "vra", "<enter>", "<down>", "<down>")
	on("‹ minuten ›", "zelf")
	d.Press("<enter>")
	d.Shows("Wat er gaat gebeuren")
	d.Press("<esc>")
	on("‹ minuten ›", "zelf")
	d.Press("<enter>", "i")
	want := map[string]string{"source_id": "Volgnr", "created_at": "Datum", "minutes": "Wie", "summary": "Vraag / hulpvraag"}
	if last := k.imported[len(k.imported)-1]; last.DryRun || !maps.Equal(last.Map, want) {
		t.Errorf("%+v", last)
	}
	d.Press("<esc>", "<enter>", "<down>", "<enter>", "vra", "<enter>", "<down>", "<down>")
	on("‹ wie hielp ›", "naam") // what was sent is no draft any more
}

// TestATurnedColumnIsPutRightForGood: what an arrow says of a column is still there after a power cut, with nothing else typed.
func TestATurnedColumnIsPutRightForGood(t *testing.T) {
	d := begin(t, &disk{report: transfer.Report{Read: 10, Imported: 7}})
	d.Press("<home>", "<down>", "<down>")
	d.Shows("‹ wie hielp ›")
	d.Press("<right>")
	d.Hides("‹ wie hielp ›")
	d.Pass(time.Minute)
	d.Again()
	d.Press("B", "j", "j", "j", "<enter>", "<down>", "<enter>", "vra", "<enter>")
	d.Shows("Wat je eerder over deze kolommen zei, staat er weer.")
	d.Press("<home>", "<down>", "<down>")
	d.Hides("‹ wie hielp ›")
}

// TestWhatIsInTheFile: by its columns where that is beyond doubt, asked where it is not, and turned by a key.
func TestWhatIsInTheFile(t *testing.T) {
	class := transfer.Survey{Format: transfer.CSV, Rows: 25, Columns: []transfer.Column{col("Naam", "name", transfer.ByHeading, "Ali"), col("Niveau", "level", transfer.ByHeading, "mbo-4"), col("Groep", "group", transfer.ByHeading)}}
	bare := transfer.Survey{Format: transfer.CSV, Rows: 25, Columns: []transfer.Column{col("Naam", "", ""), col("Niveau", "", ""), col("Groep", "", "")}}
	both := transfer.Survey{Format: transfer.CSV, Rows: 25, Columns: []transfer.Column{col("Naam", "summary", transfer.ByContent), col("Niveau", "", ""), col("Groep", "", "")}}
	one := transfer.Survey{Format: transfer.CSV, Rows: 25, Columns: []transfer.Column{col("Naam", "name", transfer.ByHeading), col("Niveau", "", ""), col("Groep", "", "")}}
	k := &disk{surveys: map[transfer.What]transfer.Survey{transfer.Requests: bare, transfer.Students: class}, report: transfer.Report{Read: 25, Imported: 25, Tally: transfer.Tally{New: 20}}}
	d := begin(t, k)
	d.Shows("Inlezen: vragen.csv · studenten", "hele naam", "niveau")
	d.Press("<tab>")
	d.Shows("vragen.csv · vragen", "Geen kolom zegt wat de vraag is")
	d.Press("<tab>", "<enter>")
	d.Shows("20  studenten komen erbij", "5  studenten worden bijgewerkt")
	if k.imported[0].What != transfer.Students {
		t.Errorf("%+v", k.imported)
	}
	k.surveys[transfer.Requests] = both
	d = begin(t, k)
	d.Shows("· studenten")
	k.surveys[transfer.Students] = one
	d = begin(t, k)
	d.Shows("Wat staat er in vragen.csv?", "studenten", "1 van 3 kolommen bekend")
	d.Press("<down>", "<enter>")
	d.Shows("· vragen")
	d.Press("<esc>")
	k.surveys[transfer.Students], k.noSurvey = transfer.Survey{}, map[transfer.What]error{transfer.Students: fault.New(fault.Invalid, "import.not-oneroster", "columns", "x")}
	d = begin(t, k)
	d.Shows("· vragen")
	d.Press("<tab>")
	d.Shows("· vragen")
	k.noSurvey[transfer.Requests] = fault.New(fault.Invalid, "csv.workbook")
	d = begin(t, k)
	d.Shows("werkmap")
	d.Press("<esc>")
	d.Shows("Welk bestand?")
}

// TestAFormatThatSaysItselfNeedsNoColumns: the table of what will happen comes at once.
func TestAFormatThatSaysItselfNeedsNoColumns(t *testing.T) {
	k := &disk{surveys: map[transfer.What]transfer.Survey{transfer.Requests: {Format: transfer.Open311, Rows: 3}, transfer.Students: {Format: transfer.CSV, Columns: []transfer.Column{col("[", "", "")}}},
		report: transfer.Report{Read: 3, Unchanged: 3}}
	d := begin(t, k)
	d.Shows("Alles uit dit bestand was er al", "3  rijen waren er al")
	d.Hides("nu echt inlezen")
	d.Press("i")
	if len(k.imported) != 1 || k.imported[0].Map != nil {
		t.Errorf("%+v", k.imported)
	}
	d.Press("<esc>")
	d.Shows("Welk bestand?")
	roster := transfer.Survey{Format: transfer.OneRoster, Rows: 3, Columns: []transfer.Column{col("sourcedId", "number", transfer.ByHeading)}}
	k.surveys[transfer.Students], k.surveys[transfer.Requests] = roster, transfer.Survey{Format: transfer.CSV, Columns: roster.Columns}
	d = begin(t, k)
	d.Shows("Wat er gaat gebeuren")
	if last := k.imported[len(k.imported)-1]; last.What != transfer.Students || last.Map != nil {
		t.Errorf("%+v", last)
	}
	k.report, k.fails = transfer.Report{}, fault.New(fault.Invalid, "import.not-oneroster", "columns", "x")
	d = begin(t, k)
	d.Shows("Dit is geen users.csv")
	d.Press("<esc>")
	d.Shows("Welk bestand?")
}

// TestAMappingIsKept: where something was said that the file does not say itself, under the file's own name.
func TestAMappingIsKept(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 10, Imported: 7}}
	d := begin(t, k)
	d.Press("<enter>", "i")
	d.Shows("b: deze indeling van de kolommen bewaren")
	d.Press("b")
	d.Shows("Onder welke naam?", "vragen")
	d.Press(" 2026", "<enter>")
	d.Shows("De indeling is bewaard")
	all, err := mapping.Read(t.Context(), d.Session)
	if err != nil || len(all) != 1 || all[0].Name != "vragen 2026" || all[0].What != mapping.Requests || all[0].Map()["summary"] != "Vraag / hulpvraag" || len(all[0].Headings) != 8 {
		t.Errorf("%+v %v", all, err)
	}
	s := office()[transfer.Requests]
	s.Mapping = "vragen 2026"
	s.Columns[3].By, s.Columns[4].By = transfer.ByMapping, transfer.ByMapping
	k.surveys[transfer.Requests] = s
	d.Press("<enter>", "<down>", "<enter>", "vra", "<enter>")
	d.Shows("Gelezen zoals eerder: vragen 2026.", "eerder")
	d.Press("<enter>", "i")
	d.Shows("7 ingelezen")
	d.Hides("b: deze indeling")
}

func TestAnImportThatWasStoppedSaysWhatStays(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 4000, Imported: 4000}}
	d := begin(t, k)
	d.Press("<enter>")
	k.fails = context.Canceled
	d.Press("i")
	d.Shows("Wat al ingelezen was, blijft", "4000")
}

// TestLookingAndTryingCanBeStopped: each goes back to the step before it, with what was said there.
func TestLookingAndTryingCanBeStopped(t *testing.T) {
	k := &disk{report: transfer.Report{Read: 10, Imported: 7}}
	d := begin(t, k)
	stopped := 0
	k.during = func(ctx context.Context, progress func(done, total int64)) {
		progress(500, 1000)
		d.Pass(100 * time.Millisecond)
		d.Shows("Het bestand wordt geprobeerd", "50%")
		d.Press("<esc>")
		if ctx.Err() != nil {
			stopped++
		}
	}
	d.Press("<down>", "<delete>", "<enter>")
	d.Shows("Inlezen: vragen.csv · vragen", "zelf")
	if stopped != 1 {
		t.Error("the try was not told to stop")
	}
}

// TestSomebodyElsesFileIsSafe: what a file says is shown without what a terminal would obey, at any size of the window.
func TestSomebodyElsesFileIsSafe(t *testing.T) {
	long := strings.Repeat("lang ", 60)
	s := transfer.Survey{Format: transfer.CSV, Rows: 1, Columns: []transfer.Column{col("a\x1b[2J"+long, "summary", transfer.ByContent, "\x1b]0;x\x07", long), col("mijn 111222333", "", "", "b")}}
	for i := range 60 {
		s.Columns = append(s.Columns, col(fmt.Sprintf("kolom %d", i), "", "", long))
	}
	k := &disk{surveys: map[transfer.What]transfer.Survey{transfer.Requests: s, transfer.Students: {Format: transfer.CSV, Columns: s.Columns[1:]}},
		report: transfer.Report{Read: 1, Refused: []transfer.Refusal{{Row: 2, Err: errors.New("\x1b[2J")}}}}
	for _, size := range [][2]int{{60, 15}, {80, 24}, {200, 60}} {
		d := open(t, k, "nl", size[0], size[1])
		d.Press("j", "j", "j", "<enter>", "<down>", "<enter>", "vra", "<enter>")
		for _, press := range []string{"<end>", "<pgup>", "<home>", "<down>", "<pgdown>", "<enter>"} {
			d.Press(press)
			if raw := d.Raw(); strings.Contains(raw, "\x1b[2J") || strings.Contains(raw, "\x1b]0;") || strings.Contains(raw, "111222333") {
				t.Errorf("%q shows something unsafe:\n%s", press, d.Frame())
			}
		}
	}
}

// TestWhoMayNotBringIn has no wizard.
func TestWhoMayNotBringIn(t *testing.T) {
	k := &disk{surveys: office()}
	d := open(t, k, "nl", 80, 24)
	d.Sit(d.Ali)
	if d.Session.Me().Has(model.RoleDesk) {
		t.Fatal("a student is needed here")
	}
	d.Press("B", "j", "j", "j", "<enter>")
	d.Hides("Welk bestand?")
}
