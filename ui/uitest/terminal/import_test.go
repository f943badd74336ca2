//go:build unix

package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// spreadsheet is kept as offices keep one: a line for Excel, headings of their own, dates in many ways, names as they were heard, a row
// that is empty, one with a citizen service number, one with a day that is none, and a total.
const spreadsheet = "sep=;\r\n" +
	"Nr;Dag;Hoe laat;Medewerker;Bewoner;Tel.;Waarvoor;Soort vraag;Hoe;Haast;Tijd (min);Klaar?;Afloop;Verwezen naar;Bijzonderheden\r\n" +
	"1;3-2-2026;9:05;Ineke;mw. Bakker;06-22222221;Formulier van de zorgtoeslag;geld;balie;;20;ja;zelf gedaan;;\"komt terug\nmet de brief\"\r\n" +
	"2;03-02-26;11.30;Ineke/Bas;;;Waar is de leesclub?;;telefoon;;5;J;;;\r\n" +
	"3;4 feb 2026;;Bas;dhr. Çelik;0622 22 22 22;Huurtoeslag stopt, € 1.310,- terug;geld;inloop;ja;1u;ja;doorverwezen;Sociaal Raadslieden;\r\n" +
	"4;5-2;14:00;Bas;mw bakker;;Weer de zorgtoeslag;geld;balie;;0,5;nee;;;\r\n" +
	";;;;;;;;;;;;;;\r\n" +
	"6;6-2-2026;;Ineke;;;BSN 111222333 op het formulier;;balie;;10;ja;;;\r\n" +
	"7;30-2-2026;;Ineke;;;Fietsles;;mail;;10;ja;;;\r\n" +
	"Totaal;;;;;;6 vragen;;;;115;;;;\r\n"

// TestANewcomerBringsTheSpreadsheetIn goes from the first start to the queue that holds the spreadsheet, by the app alone, in each
// language and size. Counted without the text that is typed it takes 14 keys: three for the first form, one for the phrase, five to the
// files and the row that brings one in, one to choose the file, one past its columns, one to do it, and two to the queue.
func TestANewcomerBringsTheSpreadsheetIn(t *testing.T) {
	program := Build(t)
	for _, c := range []struct {
		name          string
		columns, rows int
		lang          string
		phrase, empty string
		files, pick   string
		columnsOf     string
		will, really  string
		done          string
		queued        string
	}{
		{"Dutch, 80x24", 80, 24, "nl_NL.UTF-8", "opgeschreven", "Niemand wacht", "Bestanden", "Welk bestand?", "hoe laat binnengekomen", "4  vragen komen erbij", "nu echt inlezen", "4 ingelezen", "Weer de zorgtoeslag"},
		{"English, 60x15", 60, 15, "en_GB.UTF-8", "written down", "Nobody waits", "Files", "Which file?", "came in at what time", "4  questions are added", "bring it in for good", "4 brought in", "Weer de zorgtoeslag"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			if err := os.WriteFile(filepath.Join(home, "registratie.csv"), []byte(spreadsheet), 0o600); err != nil {
				t.Fatal(err)
			}
			db := filepath.Join(t.TempDir(), "d.db")
			x := Start(t, c.columns, c.rows, []string{"LANG=" + c.lang, "NO_COLOR=1", "HOME=" + home, "XDG_DATA_HOME=" + t.TempDir(), "XDG_STATE_HOME=" + t.TempDir()}, program, "--db", db)
			keys := 0
			press := func(all ...string) {
				x.Press(all...)
				keys += len(all)
			}
			x.Shows("Leerbalie")
			x.Press("Zuid")
			press(Enter, Enter)
			x.Press("Kim")
			press(Enter)
			x.Shows(c.phrase)
			press("w")
			x.Shows(c.empty, "B:")
			press("B")
			x.Shows(c.files)
			press(Down, Down, Down, Enter)
			x.Shows(c.pick, "registratie.csv")
			x.Press("reg")
			press(Enter)
			x.Shows("registratie.csv", c.columnsOf)
			press(Enter)
			x.Shows(c.will, c.really)
			press("i")
			x.Shows(c.done)
			press(Esc)
			x.Hides(c.done)
			press("1")
			x.Shows(c.queued)
			if keys > 14 {
				t.Errorf("it took %d keys", keys)
			}
			t.Logf("%d keys", keys)
			x.Press(CtrlC)
			x.Ends()
			said, status := Run(t, program, "request", "list", "--status", "all", "--json", "--db", db)
			if status != 0 || strings.Count(said, `"number"`) != 4 || strings.Contains(said, "111222333") {
				t.Errorf("%d: %s", status, said)
			}
			if said, _ = Run(t, program, "resident", "list", "--json", "--db", db); !strings.Contains(said, "Çelik") || strings.Count(strings.ToLower(said), "bakker") != 1 {
				t.Errorf("%s", said)
			}
		})
	}
}

// TestAnImportIsUndoneByOneKey: the spreadsheet in, out again with its residents by one key and an answer, and a corrected one in.
func TestAnImportIsUndoneByOneKey(t *testing.T) {
	program := Build(t)
	home, db := t.TempDir(), filepath.Join(t.TempDir(), "d.db")
	file := filepath.Join(home, "registratie.csv")
	if err := os.WriteFile(file, []byte(spreadsheet), 0o600); err != nil {
		t.Fatal(err)
	}
	x := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8", "NO_COLOR=1", "HOME=" + home, "XDG_DATA_HOME=" + t.TempDir(), "XDG_STATE_HOME=" + t.TempDir()}, program, "--db", db)
	x.Shows("Leerbalie")
	x.Press("Zuid", Enter, Enter, "Kim", Enter)
	x.Shows("opgeschreven")
	x.Press("w")
	x.Shows("Niemand wacht", "B:")
	bring := func(done string, down ...string) { // the screen keeps where the cursor was
		x.Press("B")
		x.Shows("Bestanden")
		x.Press(append(down, Enter)...)
		x.Shows("Welk bestand?", "registratie.csv")
		x.Press("reg", Enter)
		x.Shows("hoe laat binnengekomen")
		x.Press(Enter)
		x.Shows("nu echt inlezen")
		x.Press("i")
		x.Shows(done)
	}
	bring("4 ingelezen", Down, Down, Down)
	x.Shows("u maakt alles ongedaan")
	x.Press("u")
	x.Shows("Import ongedaan maken?", "niets doen", "wissen")
	x.Press(Down, Down, Enter)
	x.Shows("Ongedaan gemaakt van registratie.csv: 4 vragen")
	x.Press("1")
	x.Shows("Niemand wacht")
	if err := os.WriteFile(file, []byte(strings.Replace(spreadsheet, "30-2-2026", "28-2-2026", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	bring("5 ingelezen")
	x.Press(CtrlC)
	x.Ends()
	if said, status := Run(t, program, "import", "list", "--json", "--db", db); status != 0 || !strings.Contains(said, "undone") || !strings.Contains(said, "finished") {
		t.Errorf("%d: %s", status, said)
	}
}
