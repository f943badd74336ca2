package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
)

const officeSheet = "sep=;\n" +
	"Nr.;Dag;Tijd;Door;Naam klant;Telefoon;Vraag / hulpvraag;Soort;Hoe;Spoed?;Min.;Klaar?;Hoe afgelopen;Doorverwezen naar;Bijzonderheden\n" +
	"1;2-2-2026;9u15;Noor;mevr. van Dam;06 11111112;Hulp bij aanvraag huurtoeslag;geld;balie;;1u15;ja;zelf gedaan;;\"komt terug\nmet papieren\"\n" +
	"2;03-02-26;10.30;Samira/Noor;;;Fietsles?;;telefoon;!;5;J;;;\n" +
	"3;woensdag 4 februari 2026;;Samira;dhr. van Dam;0611111113;Ruzie;buurt;;x;kwartier;nee;;;\n" +
	"4;4-2;14h;Samira;Dam, van, mevr;;Weer huurtoeslag;geld;balie;;0,5;ja;doorverwezen;Wijkteam;\n" +
	"5;45691;?;?;anoniem;06-11111114;Taalles;taal;;nee;;nog niet;;;\n" +
	";;;;;;;;;;;;;;\n" +
	"6;30-2-2026;;;;;Bestaat niet;;;;;;;;\n" +
	"Totaal;;;;;;5 vragen;;;;95;;;;\n" +
	";;;;;;;;;;;;;;\n"

func TestASpreadsheetOfAnOffice(t *testing.T) {
	session := deskSession(t)
	report := bring(t, session, officeSheet, transfer.ImportOptions{})
	if got := counts(report); got != "6 read, 5 imported, 0 unchanged, 1 refused" || !slices.Equal(codesOf(report), []string{"8 date.impossible"}) {
		t.Fatal(got, codesOf(report), report.Remarks)
	}
	for source, want := range map[string]string{
		"1": "2026-02-02 09:15 mevr. van Dam/06 11111112 closed 75 [nobody 75] [komt terug\nmet papieren|Door: Noor] [] routine",
		"2": "2026-02-03 10:30 / closed 5 [Samira 3 nobody 2] [Door: Samira/Noor] [] today",
		"3": "2026-02-04 00:00 dhr. van Dam/0611111113 waiting 15 [Samira 15] [] [] now",
		"4": "2026-02-04 14:00 mevr. van Dam/06 11111112 closed 30 [Samira 30] [] [Wijkteam done] routine",
		"5": "2025-02-03 00:00 / waiting 0 [] [Telefoon: 06-11111114] [] routine",
	} {
		if got := officeRow(t, session, source); got != want {
			t.Errorf("%s is\n%s, want\n%s", source, got, want)
		}
	}
	for msg, want := range map[string]string{
		"import.total-rows": "{rows 9}", "import.residents-new": "{n 2}", "import.residents-known": "{n 1}", "import.staff-unknown": "Noor", "import.minutes-as-hours": "{rows 5}",
		"import.minutes-shared": "{rows 3}", "import.phone-noted": "{rows 6}", "import.year-guessed": "{rows 5}", "import.closed-guessed": "{n 3}",
	} {
		if got, said := says(report, msg); !said || !strings.Contains(got, want) {
			t.Errorf("%s says %q", msg, got)
		}
	}
	if again := bring(t, session, officeSheet, transfer.ImportOptions{}); again.Unchanged != 5 || again.Imported != 0 || len(again.Remarks) != len(officeAgain(again)) {
		t.Errorf("again %s, %v", counts(again), again.Remarks)
	}
}

// officeAgain are the remarks that are made of a file of which nothing came in: they are about the file, not about its rows.
func officeAgain(r transfer.Report) (out []transfer.Remark) {
	for _, m := range r.Remarks {
		if slices.Contains([]string{"import.total-rows", "import.day-first", "import.columns-left"}, m.Msg) {
			out = append(out, m)
		}
	}
	return out
}

// TestTryingFirstTellsWhatComes: but for the ids of what is made.
func TestTryingFirstTellsWhatComes(t *testing.T) {
	dry := bring(t, deskSession(t), officeSheet, transfer.ImportOptions{DryRun: true})
	wet := bring(t, deskSession(t), officeSheet, transfer.ImportOptions{})
	if counts(dry) != counts(wet) || fmt.Sprint(dry.Remarks, codesOf(dry)) != fmt.Sprint(wet.Remarks, codesOf(wet)) {
		t.Errorf("tried %s %v\ndone %s %v", counts(dry), dry.Remarks, counts(wet), wet.Remarks)
	}
}

func TestTheSamplesOfAnOffice(t *testing.T) {
	for _, name := range []string{"registratie2026.csv", "registratie2026-win.csv"} {
		body, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "faults", "office", name))
		if err != nil {
			t.Skip("the samples are not here")
		}
		report := bring(t, deskSession(t), string(body), transfer.ImportOptions{})
		if got := counts(report); got != "10 read, 7 imported, 0 unchanged, 3 refused" || !slices.Equal(codesOf(report), []string{"7 import.empty-summary", "9 import.bsn", "10 date.impossible"}) {
			t.Error(name, got, codesOf(report))
		}
	}
}

// officeRow is what became of a row, in a line.
func officeRow(t *testing.T, session *model.Session, source string) string {
	t.Helper()
	r := find(t, session, source)
	names := map[journal.ID]string{{}: "nobody"}
	people, err := session.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	var spent, memos, referrals []string
	for _, e := range r.Times {
		spent = append(spent, fmt.Sprintf("%s %d", names[e.Person], e.Minutes))
	}
	slices.Sort(spent)
	for _, m := range r.Memos {
		memos = append(memos, m.Text)
	}
	slices.Sort(memos)
	slices.Reverse(memos)
	for _, f := range r.Referrals {
		referrals = append(referrals, fmt.Sprintf("%s %s", f.To, f.State))
	}
	who := desk.Resident{}
	if !r.Resident.IsZero() {
		f, err := desk.OpenResident(t.Context(), session, r.Resident)
		if err != nil {
			t.Fatal(err)
		}
		who = f.Resident
	}
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s %s/%s %s %d %v [%s] %v %s", r.Created.In(amsterdam).Format("2006-01-02 15:04"), who.Name, who.Phone, r.Status, r.Minutes, spent,
		strings.Join(memos, "|"), referrals, r.Urgency)
}

func TestASpreadsheetWithATitle(t *testing.T) {
	_, sheet, _ := strings.Cut(officeSheet, "\n")
	for name, above := range map[string]string{
		"title":                "Registratie servicepunt Zuid 2026\n",
		"titles and blanks":    "Registratie servicepunt Zuid, 2026;;;;;;;;;;;;;;\nbijgewerkt op 3-2-2026, door Noor;;;;;;;;;;;;;;\n;;;;;;;;;;;;;;\n\n",
		"groups of columns":    "Algemeen;;;;Bewoner;;Vraag;;;;Afhandeling;;;;\n",
		"separator and title":  "sep=;\nRegistratie\n",
		"title with quotation": "\"Registratie\nvan 2026\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			session := deskSession(t)
			report := bring(t, session, above+sheet, transfer.ImportOptions{Guess: true})
			if got := counts(report); got != "6 read, 5 imported, 0 unchanged, 1 refused" {
				t.Fatal(got, codesOf(report), report.Remarks)
			}
			if got := officeRow(t, session, "4"); !strings.HasPrefix(got, "2026-02-04 14:00 mevr. van Dam/06 11111112 closed 30") {
				t.Error(got)
			}
			if _, said := says(report, "import.above-headings"); !said {
				t.Error("nothing says where the headings stand", report.Remarks)
			}
		})
	}
	for _, plain := range []string{officeSheet, "Nr,Datum,Vraag\n1,5-1-2026,telefoon\nnaam,telefoon,vraag\n"} {
		if _, said := says(bring(t, deskSession(t), plain, transfer.ImportOptions{}), "import.above-headings"); said {
			t.Error("headings are sought below those of", plain)
		}
	}
}

func TestAFileThatIsNoTableSaysWhatItIs(t *testing.T) {
	for text, want := range map[string]string{
		"<!DOCTYPE html>\n<html><table><tr><td>Datum</td></tr></table></html>": "csv.page", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">": "csv.page",
		"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook>": "csv.page", "{\\rtf1\\ansi Datum;Vraag}": "csv.page",
		"PK\x03\x04xl": "csv.workbook", "%PDF-1.7\n": "csv.binary",
	} {
		if _, err := ImportRequests(t.Context(), deskSession(t), strings.NewReader(text), transfer.ImportOptions{What: transfer.Requests}); !isFault(err, want) {
			t.Errorf("%.20q gives %v, want %s", text, err, want)
		}
	}
}
