package exchange

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/transfer"
)

// TestWrongLettersAreSaid: what was encoded twice is read as it was, and what another code page made of names is said.
func TestWrongLettersAreSaid(t *testing.T) {
	file := "Nr;Datum;CliÃ«nt;Vraag\n1;4-1-2026;;CafÃ© Ã©Ã©n\n2;4-1-2026;;Gewoon één\n3;4-1-2026;Ayþe Yýlmaz;Huur\n"
	session := deskSession(t)
	report := bring(t, session, file, transfer.ImportOptions{})
	if got := counts(report); got != "3 read, 3 imported, 0 unchanged, 0 refused" {
		t.Fatal(got, report.Refused)
	}
	if got := find(t, session, "1").Summary; got != "Café één" {
		t.Errorf("it is %q", got)
	}
	for msg, want := range map[string]string{"import.encoded-twice": "{rows 2}", "import.strange-letters": "{rows 4}"} {
		if got, _ := says(report, msg); !strings.Contains(got, want) {
			t.Errorf("%s says %q", msg, got)
		}
	}
	old := "Datum;Naam;Vraag\n4-1-2026;\xddnci Erdo\xf0an;Huur\n5-1-2026;Jos\xe9;Caf\xe9\n" // Windows-1254
	if got, _ := says(bring(t, deskSession(t), old, transfer.ImportOptions{}), "import.strange-letters"); !strings.Contains(got, "{rows 2}") {
		t.Error("of Windows-1254 it says", got)
	}

	report, err := Import(t.Context(), session, strings.NewReader("studentnummer;naam;klas\n1;RenÃ©e;a\n2;Ayþe;a\n3;Zo\ufffd;a\n"), transfer.ImportOptions{What: transfer.Students})
	if err != nil {
		t.Fatal(err)
	}
	if got := enrolled(t, session, func(p model.Person) string { return p.Name }); !strings.Contains(got, "Renée") {
		t.Error("students are", got)
	}
	for msg, want := range map[string]string{"import.encoded-twice-names": "Renée", "import.strange-letters-names": "Ayþe", "import.lost-letters-names": "Zo\ufffd"} {
		if got, _ := says(report, msg); !strings.Contains(got, want) {
			t.Errorf("%s says %q", msg, got)
		}
	}
}
