package exchange

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/transfer"
)

// TestAnIdThatComesTwice: another row with it is refused and names the first; the same row once more is said and taken once. It is the same
// for a file that is only tried, and for one that is too long for one commit.
func TestAnIdThatComesTwice(t *testing.T) {
	long := "zaaknummer;datum;vraag\n" + strings.Repeat("A;9-3-2026;a\n", batchRows+5) + "A;9-3-2026;b\n"
	for _, c := range []struct{ name, file, want, refused, said string }{
		{"other words", "zaaknummer,datum,hulpvraag,kleur\nA,09-03-2026,a,\n B ,09-03-2026,b,\nA,09-03-2026,c,\nB,09-03-2026,b,\n\" A\u00a0\",09-03-2026,a,rood\n",
			"5 read, 2 imported, 1 unchanged, 2 refused", "4 import.source-twice,6 import.source-twice", "{rows 5}"},
		{"the first was refused", "zaaknummer,datum,hulpvraag\nA,31-02-2026,a\nA,09-03-2026,c\n", "2 read, 1 imported, 0 unchanged, 1 refused", "2 date.impossible", ""},
		{"zeros", "zaaknummer,datum,hulpvraag\n1,09-03-2026,a\n01,09-03-2026,b\n", "2 read, 2 imported, 0 unchanged, 0 refused", "", ""},
		{"composed", "zaaknummer,datum,hulpvraag\n\u00c9,09-03-2026,a\nE\u0301,09-03-2026,b\n", "2 read, 1 imported, 0 unchanged, 1 refused", "3 import.source-twice", ""},
		{"digits are gone", "zaaknummer,datum,hulpvraag\n\"2,02603E+11\",09-03-2026,a\n1.5e+7,09-03-2026,b\nE+1,09-03-2026,c\n", "3 read, 1 imported, 0 unchanged, 2 refused", "2 import.lost-digits,3 import.lost-digits", ""},
		{"many", long, "2006 read, 1 imported, 2004 unchanged, 1 refused", "2007 import.source-twice", "{n 2004}"},
		{"open311", `[{"service_request_id":"7","description":"a","requested_datetime":"2026-03-09T10:00:00Z"},{"service_request_id":"7","description":"a","requested_datetime":"2026-03-09T10:00:00Z"},
			{"service_request_id":7,"description":"b","requested_datetime":"2026-03-09T10:00:00Z"}]`, "3 read, 1 imported, 1 unchanged, 1 refused", "3 import.source-twice", "{rows 2}"},
		{"bulk", "service_request_id,requested_datetime,service_name\n7,2026-03-09T10:00:00Z,a\n7,2026-03-09T10:00:00Z,b\n", "2 read, 1 imported, 0 unchanged, 1 refused", "3 import.source-twice", ""},
	} {
		for _, dry := range []bool{true, false} {
			report := bring(t, deskSession(t), c.file, transfer.ImportOptions{DryRun: dry})
			said, _ := says(report, "import.row-again")
			if counts(report) != c.want || strings.Join(codesOf(report), ",") != c.refused || !strings.Contains(said, c.said) || (said == "") != (c.said == "") {
				t.Errorf("%s, tried %t: %s %q, %s", c.name, dry, counts(report), codesOf(report), said)
			}
		}
	}
	report := bring(t, deskSession(t), "zaaknummer,datum,hulpvraag\n01,09-03-2026,a\n1,09-03-2026,b\n", transfer.ImportOptions{})
	if said, ok := says(report, "import.zeros-in-front"); !ok || !strings.Contains(said, "01") {
		t.Error(report.Remarks)
	}
}

// TestWhatSaysSomethingElseNow: what was brought in before is known; where the file says something else than it did, that is told; what somebody
// here altered since is not.
func TestWhatSaysSomethingElseNow(t *testing.T) {
	const head = "zaaknummer;datum;vraag;kanaal;toelichting;afgehandeld;resultaat\n"
	const file = head + "A;9-3-2026;een brief;balie;lang;;\nB;9-3-2026 10:00;huur;;;ja;doorverwezen\nC;9-3-2026;taal;;;;\n"
	session := deskSession(t)
	bring(t, session, file, transfer.ImportOptions{})
	for _, c := range []struct{ row, want string }{
		{"A;9-3-2026;een  brief ;BALIE;lang;;", "unchanged"},
		{"A;9-3-2026;een brief;;;;", "unchanged"}, // what is left open says nothing
		{"A;9-3-2026;een andere brief;balie;lang;;", "summary"},
		{"A;10-3-2026;een brief;mail;lang;;", "channel, created"},
		{"A;9-3-2026;een brief;balie;langer;;", "details"},
		{"A;9-3-2026;een brief;balie;lang;ja;", "status"},
		{"B;9-3-2026 10:00;huur;;;nee;", "unchanged"}, // the file is behind
		{"B;9-3-2026;huur;;;ja;doorverwezen", "unchanged"},
		{"B;9-3-2026 10:00;huur;;;ja;ingetrokken", "outcome"},
	} {
		report := bring(t, session, head+c.row+"\n", transfer.ImportOptions{})
		got := ""
		switch {
		case report.Unchanged == 1:
			got = "unchanged"
		case len(report.Refused) == 1 && isFault(report.Refused[0].Err, "source-changed"):
			got = argOf(report.Refused[0].Err, "changed")
		}
		if got != c.want {
			t.Errorf("%s: %s, %q", c.row, counts(report), got)
		}
	}
	id := find(t, session, "C").ID
	if _, err := session.Do(t.Context(), desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary, r.Details = "taalles", "meer" }}); err != nil {
		t.Fatal(err)
	}
	if _, err := session.Do(t.Context(), desk.CloseRequest{ID: id, Outcome: "referred"}); err != nil {
		t.Fatal(err)
	}
	if report := bring(t, session, file, transfer.ImportOptions{}); counts(report) != "3 read, 0 imported, 3 unchanged, 0 refused" {
		t.Error(counts(report), codesOf(report))
	}
}

// TestARunningNumberBeginsAgain: the first row of another year is another question, and stays that.
func TestARunningNumberBeginsAgain(t *testing.T) {
	session := deskSession(t)
	bring(t, session, "Volgnr;Datum;Vraag\n1;5-1-2025;huur\n2;6-1-2025;taal\n", transfer.ImportOptions{})
	for _, want := range []string{"2 read, 1 imported, 0 unchanged, 1 refused", "2 read, 0 imported, 1 unchanged, 1 refused"} {
		report := bring(t, session, "Volgnr;Datum;Vraag\n1;5-1-2026;fiets\n2;6-1-2025;taalles\n", transfer.ImportOptions{})
		said, ok := says(report, "import.number-again")
		if counts(report) != want || ok != (report.Imported == 1) || ok && !strings.Contains(said, "{rows 2}") {
			t.Error(counts(report), codesOf(report), said)
		}
	}
	if r := find(t, session, "1 (2026-01-05)"); r.Summary != "fiets" {
		t.Errorf("%+v", r)
	}
}

// TestAGuessedClosingRefusesNothing: and that it was guessed is said, of rows that came in alone.
func TestAGuessedClosingRefusesNothing(t *testing.T) {
	file := `[{"service_request_id":"1","status":"closed","description":"a","requested_datetime":"2018-07-19T08:36:00Z","updated_datetime":"2018-10-23T10:18:51Z"},
		{"service_request_id":"2","status":"closed","description":"b","requested_datetime":"2011-06-28T12:36:00Z","updated_datetime":"2011-06-28T01:46:00Z"},
		{"service_request_id":"3","status":"closed","description":"c","requested_datetime":"2011-06-28T12:36:00Z"},
		{"service_request_id":"4","status":"closed","description":"d","requested_datetime":"2011-06-28T12:36:00Z","updated_datetime":"2031-01-01T00:00:00Z"},
		{"service_request_id":"5","status":"closed","description":"e","requested_datetime":"2011-06-28T12:36:00Z","closed_date":"2011-06-28T01:46:00Z","source":"Postduif"}]`
	session := deskSession(t)
	report := bring(t, session, file, transfer.ImportOptions{})
	if counts(report) != "5 read, 4 imported, 0 unchanged, 1 refused" || !slices.Equal(codesOf(report), []string{"5 import.closed-before-created"}) {
		t.Fatal(counts(report), codesOf(report))
	}
	for msg, want := range map[string]string{"import.closed-guessed": "{n 4}", "import.no-outcome": "{n 4}", "import.unknown-channel": ""} {
		if said, ok := says(report, msg); ok != (want != "") || !strings.Contains(said, want) {
			t.Errorf("%s: %s", msg, said)
		}
	}
	if r := find(t, session, "2"); !r.Closed.At.Equal(r.Created) {
		t.Errorf("closed %v, came %v", r.Closed.At, r.Created)
	}
}

// TestAnEmptyCellIsNoDate: what a spreadsheet makes of one refuses a row, and closes none.
func TestAnEmptyCellIsNoDate(t *testing.T) {
	report := bring(t, deskSession(t), "nr;datum;gesloten;vraag\n1;1-1-1900;;a\n2;0-1-1900;;a\n3;1899-12-30;;a\n4;0;;a\n5;5-1-2026;1-1-1900;a\n6;30-12-1899 00:00;;a\n", transfer.ImportOptions{})
	said, _ := says(report, "import.closed-filler")
	if counts(report) != "6 read, 1 imported, 0 unchanged, 5 refused" || !strings.Contains(said, "{rows 6}") || codesOf(report)[0] != "2 date.filler" {
		t.Error(counts(report), codesOf(report), said)
	}
}

// TestTotalsAreNoQuestions: nor are headings that come again, and empty rows; but what only looks like one is.
func TestTotalsAreNoQuestions(t *testing.T) {
	const head = "Datum;Vraag;Min.;Door\n"
	for row, want := range map[string]int{
		"Totaal;;120;": 0, ";TOTAAL;120;": 0, ";Som:;120;": 0, ";10 vragen;;": 0, "Subtotaal januari;;30;": 0, ";;Totaal;": 0, head[:len(head)-1]: 0, ";;;": 0, ";Aantal vragen: 12;;": 0,
		"Gemiddeld;;24;": 0, "Average;;24,5;": 0, ";Gemiddeld;24;": 0, "Gemiddeld per dag;;24 min;": 0, ";Post;5;Gemiddeld": 1, "5-1-2026;Gemiddeld inkomen;;": 1,
		"5-1-2026;Totaal;;": 1, "5-1-2026;10 vragen;;": 1, ";Totaal overzicht van mijn schulden;;Joke": 1, ";Vraag 10;;": 1, "5-1-2026;Som van de toeslagen;;": 1, ";Twee vragen;;": 1,
	} {
		report := bring(t, deskSession(t), head+"4-1-2026;huur;5;\n"+row+"\n", transfer.ImportOptions{})
		if report.Imported != 1+want || report.Read != 1+want {
			t.Errorf("%q: %s %q", row, counts(report), codesOf(report))
		}
	}
}

// TestARowOfHintsIsPassedOver: below the headings, and it is said; further down it is a row like any other.
func TestARowOfHintsIsPassedOver(t *testing.T) {
	for file, want := range map[string]string{
		"Datum;Tijd;Vraag\ndd-mm-jjjj;uu:mm;\n4-1-2026;9:15;huur\n":           "1 read, 1 imported, 0 unchanged, 0 refused {n 2}",
		"Datum;Tijd;Vraag\n;;\n(dd/mm/yyyy);hh:mm;kort\n4-1-2026;9:15;huur\n": "1 read, 1 imported, 0 unchanged, 0 refused {n 3}",
		"Datum;Vraag;Min.\nverplicht;verplicht;optioneel\n4-1-2026;huur;5\n":  "1 read, 1 imported, 0 unchanged, 0 refused {n 2}",
		"Datum;Tijd;Vraag\n4-1-2026;9:15;huur\ndd-mm-jjjj;uu:mm;huur\n":       "2 read, 1 imported, 0 unchanged, 1 refused ",
		"Datum;Vraag;Min.\n;d.d. vorige week, s.m.;5\n":                       "1 read, 1 imported, 0 unchanged, 0 refused ",
	} {
		report := bring(t, deskSession(t), file, transfer.ImportOptions{})
		said, _ := says(report, "import.hint-row")
		if got := counts(report) + " " + strings.Trim(said, "[]"); got != want {
			t.Errorf("%q: %s, want %s", file, got, want)
		}
	}
	session := deskSession(t)
	report, err := Import(t.Context(), session, strings.NewReader("studentnummer;naam;start\n;;dd-mm-jjjj\n1;Bo;1-2-2026\n"), transfer.ImportOptions{What: transfer.Students})
	if said, _ := says(report, "import.hint-row"); err != nil || report.Imported != 1 || report.Read != 1 || !strings.Contains(said, "{n 2}") {
		t.Error(counts(report), report.Remarks, err)
	}
}
