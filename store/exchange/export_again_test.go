package exchange

import (
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// TestAnOwnExportIsKnown: in the store that it was written from it doubles nothing, whatever a request came from, and also after a store
// between; in another it comes in whole, and once.
func TestAnOwnExportIsKnown(t *testing.T) {
	for _, format := range []transfer.Format{transfer.CSV, transfer.JSON, transfer.Bulk} {
		session, other := deskSession(t), deskSession(t)
		bring(t, session, dutch, transfer.ImportOptions{})
		bring(t, session, "Datum;Vraag;Min.\n9-3-2026;zonder nummer;15\n", transfer.ImportOptions{})
		for _, words := range []string{"aan de balie", "nog een"} {
			if _, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: words, Channel: "desk"}}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := other.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "van hier", Created: clock.AddDate(0, -1, 0)}}); err != nil { // with a number that the other store has too
			t.Fatal(err)
		}
		file := exportOf(t, session, format)
		for _, step := range []struct {
			what string
			into *desk.Counts
			want string
			file string
			at   int
		}{
			{"itself", nil, "6 read, 0 imported, 6 unchanged, 0 refused", file, 0},
			{"another", nil, "6 read, 6 imported, 0 unchanged, 0 refused", file, 1},
			{"another again", nil, "6 read, 0 imported, 6 unchanged, 0 refused", file, 1},
		} {
			into := session
			if step.at == 1 {
				into = other
			}
			if report := bring(t, into, step.file, transfer.ImportOptions{}); counts(report) != step.want {
				t.Errorf("%s into %s: %s %q", format, step.what, counts(report), codesOf(report))
			}
		}
	}
}

// TestAnOwnExportThatIsTorn: where it is torn is said, and nothing but what stands before that comes in.
func TestAnOwnExportThatIsTorn(t *testing.T) {
	session, other := deskSession(t), deskSession(t)
	bring(t, session, dutch, transfer.ImportOptions{})
	file := exportOf(t, session, transfer.JSON)
	report, err := ImportRequests(t.Context(), other, strings.NewReader(file[:len(file)-60]), transfer.ImportOptions{Now: clock})
	if fault.KindOf(err) != fault.Invalid || report.Imported+report.Unchanged > 2 || !strings.Contains(err.Error(), "open311.syntax") {
		t.Errorf("%s, %v", counts(report), err)
	}
}
