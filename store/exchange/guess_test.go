package exchange

import (
	"strings"
	"testing"

	"leerbalie/model/transfer"
)

// TestColumnsByTheirContents: what no heading says is found in the cells, and each guess is said; without asking nothing is guessed.
func TestColumnsByTheirContents(t *testing.T) {
	const rows = "1;5-1-2026;9:15;mw. Vos;06-11111112;Hulp bij een lange brief van de gemeente;balie;25;doorverwezen\n" +
		"2;6-1-2026;10:30;dhr. Smit;06 11111113;Vraag over de huur;telefoon;10;ingetrokken\n3;7-1-2026;11:00;anoniem;;Fietsles voor een buurvrouw;balie;1u;doorverwezen\n"
	const found = "1=source_id 2=created_at 3=time 4=resident 5=phone 6=summary 7=channel 8=minutes 9=outcome"
	for _, c := range []struct{ name, file, want string }{
		{"no headings", rows, found},
		{"headings that say nothing", "a1;b;c;d;e;f;g;h;i\n" + rows, found},
		{"one heading is known", "a1;b;c;d;e;Vraag;g;h;i\n" + rows, found},
	} {
		s := survey(t, c.file, transfer.ImportOptions{Guess: true})
		var got []string
		for i, column := range s.Columns {
			if column.Field != "" {
				got = append(got, string(rune('1'+i))+"="+column.Field)
			}
			if by := (transfer.Column{Field: "summary", By: transfer.ByHeading}); c.name == "one heading is known" && column.Field == by.Field && column.By != by.By || c.name == "no headings" && column.By != transfer.ByContent {
				t.Errorf("%s: %+v", c.name, column)
			}
		}
		if strings.Join(got, " ") != c.want || s.Rows != 3 {
			t.Errorf("%s: %d rows, %s", c.name, s.Rows, strings.Join(got, " "))
		}
		session := deskSession(t)
		report := bring(t, session, c.file, transfer.ImportOptions{Guess: true})
		if _, said := says(report, "import.guessed"); counts(report) != "3 read, 3 imported, 0 unchanged, 0 refused" || !said {
			t.Errorf("%s: %s %q", c.name, counts(report), codesOf(report))
		}
		if got, want := officeRow(t, session, "1"), "2026-01-05 09:15 mw. Vos/06-11111112 closed 25 [nobody 25] [] [] routine"; got != want {
			t.Errorf("%s: %s", c.name, got)
		}
		by := bring(t, deskSession(t), c.file, transfer.ImportOptions{Map: s.Map()}) // as somebody says who looked first
		if counts(by) != counts(report) {
			t.Errorf("%s by its map: %s %q", c.name, counts(by), codesOf(by))
		}
	}
	if _, err := ImportRequests(t.Context(), deskSession(t), strings.NewReader(rows), transfer.ImportOptions{Now: clock}); !isFault(err, "import.no-summary") {
		t.Error(err)
	}
}

func TestNobodyIsCalledX(t *testing.T) {
	table := "Nr;Datum;Vraag;Geholpen;Map;Akkoord\n1;5-1-2026;Hulp bij huur;x;X;ja\n2;6-1-2026;Hulp bij zorg;x;;nee\n3;7-1-2026;Hulp bij taal;x;X;ja\n"
	report := bring(t, deskSession(t), table, transfer.ImportOptions{Guess: true})
	if _, said := says(report, "import.guessed"); said || counts(report) != "3 read, 3 imported, 0 unchanged, 0 refused" {
		t.Error(counts(report), report.Remarks)
	}
}
