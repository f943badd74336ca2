package exchange

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model/transfer"
)

// TestADayThatStandsInItsFirstRowAlone is a list in which the cells of a day were merged.
func TestADayThatStandsInItsFirstRowAlone(t *testing.T) {
	sheet := "Nr;Datum;Tijd;Vraag\n" +
		"1;2-2-2026 9:00;;Huurtoeslag\n" +
		"2;;10:30;Fietsles\n" +
		"Totaal;;;2 vragen\n" +
		"3;;;Taalles\n" +
		"4;3-2-2026;;Brief\n" +
		"5;?;;Wanneer weet niemand\n" +
		"6;;;En dus ook niet\n" +
		"7;30-2-2026;;Bestaat niet\n" +
		"8;;;Van welke dag\n" +
		"9;5-2-2026;;Ruzie\n" +
		"10;;14:00;Geluid\n"
	session := deskSession(t)
	report := bring(t, session, sheet, transfer.ImportOptions{})
	if got := counts(report); got != "10 read, 9 imported, 0 unchanged, 1 refused" || !slices.Equal(codesOf(report), []string{"9 date.impossible"}) {
		t.Fatal(got, codesOf(report), report.Remarks)
	}
	for source, want := range map[string]string{"1": "2026-02-02 09:00", "2": "2026-02-02 10:30", "3": "2026-02-02 00:00", "10": "2026-02-05 14:00"} {
		if got := officeRow(t, session, source); !strings.HasPrefix(got, want) {
			t.Errorf("%s is %s, want %s", source, got, want)
		}
	}
	for msg, want := range map[string]string{"import.date-above": "{rows 3, 5, 12}", "import.undated": "{n 3}"} {
		if got, _ := says(report, msg); !strings.Contains(got, want) {
			t.Errorf("%s says %q", msg, got)
		}
	}
}

// TestADateThatIsLeftOutStaysSo: where most rows have a date of their own, the others are rows that somebody did not fill in.
func TestADateThatIsLeftOutStaysSo(t *testing.T) {
	report := bring(t, deskSession(t), "Datum;Vraag\n2-2-2026;a\n;b\n2-2-2026;c\n3-2-2026;d\n4-2-2026;e\n;f\n", transfer.ImportOptions{})
	if _, said := says(report, "import.date-above"); said {
		t.Error("a date comes from above", report.Remarks)
	}
	if got, _ := says(report, "import.undated"); !strings.Contains(got, "{n 2}") {
		t.Error("without a date are", got)
	}
}

// TestTheNextWeekAsksTheSame: the rows of two files say the same, but for the day above them.
func TestTheNextWeekAsksTheSame(t *testing.T) {
	session := deskSession(t)
	week := "Datum;Vraag\n2-2-2026;Taalles\n;Fietsles\n3-2-2026;Brief\n;Fietsles\n"
	bring(t, session, week, transfer.ImportOptions{})
	if got := counts(bring(t, session, week, transfer.ImportOptions{})); got != "4 read, 0 imported, 4 unchanged, 0 refused" {
		t.Error("again", got)
	}
	next := strings.NewReplacer("2-2-", "9-2-", "3-2-", "10-2-").Replace(week)
	if got := counts(bring(t, session, next, transfer.ImportOptions{})); got != "4 read, 4 imported, 0 unchanged, 0 refused" {
		t.Error("the next week", got)
	}
}
