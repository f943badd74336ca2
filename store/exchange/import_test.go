package exchange

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
)

var clock = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func deskSession(t testing.TB) *model.Session {
	t.Helper()
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: func() time.Time { return clock }, Random: rand.Reader})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), store, me)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

func bring(t testing.TB, session *model.Session, file string, o transfer.ImportOptions) transfer.Report {
	t.Helper()
	o.Now = clock
	report, err := ImportRequests(t.Context(), session, strings.NewReader(file), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func counts(r transfer.Report) string {
	return fmt.Sprintf("%d read, %d imported, %d unchanged, %d refused", r.Read, r.Imported, r.Unchanged, len(r.Refused))
}

func codesOf(r transfer.Report) (out []string) {
	for _, refusal := range r.Refused {
		var e *fault.Error
		errors.As(refusal.Err, &e)
		out = append(out, fmt.Sprintf("%d %s", refusal.Row, e.Msg))
	}
	return out
}

func says(r transfer.Report, msg string) (string, bool) {
	for _, remark := range r.Remarks {
		if remark.Msg == msg {
			return fmt.Sprint(remark.Args), true
		}
	}
	return "", false
}

func find(t testing.TB, session *model.Session, source string) desk.Request {
	t.Helper()
	page, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Rows {
		if row.Source == source {
			r, err := desk.ReadRequest(t.Context(), session, row.ID)
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
	}
	t.Fatalf("no request came from %s", source)
	return desk.Request{}
}

const dutch = "Zaaknummer;Datum ontvangst;Afgesloten op;Hulpvraag;Toelichting;Kanaal;Leefgebied;Urgentie;Taal;Uren;Resultaat;Wijk\n" +
	"A1;09-03-2026 14:30;09-03-2026;Brief van de gemeente;\"twee\nregels\";Telefonisch;geld;spoed;Turks;1,5;doorverwezen;West\n" +
	"A2;10-03-2026;;Boodschappenhulp;;Postduif;;;;;;West\n" +
	"A3;31-02-2026;;Bestaat niet;;balie;;;;;;West\n" +
	"A4;11-03-2026;;Mijn nummer is 111222333;;balie;;;;;;West\n" +
	"A5;12-03-2026;13-03-2026;Tel hulp;;balie;;P9;;0:45;Op zijn pootjes terecht;West\n"

func TestImportDutchTable(t *testing.T) {
	session := deskSession(t)
	report := bring(t, session, dutch, transfer.ImportOptions{})
	if got := counts(report); got != "5 read, 3 imported, 0 unchanged, 2 refused" {
		t.Fatal(got, codesOf(report))
	}
	if got := codesOf(report); !slices.Equal(got, []string{"4 date.impossible", "5 import.bsn"}) {
		t.Errorf("refused %q", got)
	}
	for msg, want := range map[string]string{
		"import.unknown-channel": "Postduif", "import.unknown-outcome": "Op zijn pootjes terecht", "import.columns-left": "Wijk",
		"import.unknown-urgency": "P9",
	} {
		if got, ok := says(report, msg); !ok || !strings.Contains(got, want) {
			t.Errorf("%s: %q", msg, got)
		}
	}
	r := find(t, session, "A1")
	if r.Summary != "Brief van de gemeente" || r.Details != "twee\nregels" || r.Channel != "phone" || r.LifeDomain != "finances" ||
		r.Urgency != model.UrgencyNow || r.Language != "tr" || r.Minutes != 90 || r.Status != desk.StatusClosed || r.Closed.Outcome != "referred" {
		t.Errorf("A1 became %+v", r)
	}
	if want := time.Date(2026, 3, 9, 13, 30, 0, 0, time.UTC); !r.Created.Equal(want) || !r.Closed.At.Equal(want) {
		t.Errorf("A1 came %v, closed %v", r.Created, r.Closed.At)
	}
	if r := find(t, session, "A5"); r.Urgency != model.UrgencyRoutine {
		t.Errorf("an urgency that is on no list was kept: %q", r.Urgency)
	}
	if r := find(t, session, "A2"); r.Channel != "Postduif" || r.Status != desk.StatusWaiting || r.Urgency != model.UrgencyRoutine {
		t.Errorf("A2 became %+v", r)
	}
}

func TestImportTwiceChangesNothing(t *testing.T) {
	for name, file := range map[string]string{
		"with ids": dutch,
		"without":  "Datum;Vraag\n09-03-2026;zelfde\n09-03-2026;zelfde\n10-03-2026;anders\n",
	} {
		session := deskSession(t)
		first := bring(t, session, file, transfer.ImportOptions{})
		if first.Imported != 3 {
			t.Fatalf("%s: %s", name, counts(first))
		}
		second := bring(t, session, file, transfer.ImportOptions{})
		if second.Imported != 0 || second.Unchanged != 3 {
			t.Errorf("%s: again %s", name, counts(second))
		}
	}
}

func TestDryRunAndStrictKeepNothing(t *testing.T) {
	for _, o := range []transfer.ImportOptions{{DryRun: true}, {Strict: true}} {
		session := deskSession(t)
		report := bring(t, session, dutch, o)
		if len(report.Refused) != 2 || report.Read != 5 {
			t.Errorf("%s", counts(report))
		}
		if c, err := desk.ReadCounts(t.Context(), session); err != nil || c != (desk.Counts{}) {
			t.Errorf("kept %+v, %v", c, err)
		}
	}
	session := deskSession(t)
	report := bring(t, session, strings.Split(dutch, "A3;")[0], transfer.ImportOptions{Strict: true})
	if got := counts(report); got != "2 read, 2 imported, 0 unchanged, 0 refused" {
		t.Error("strict, all good:", got)
	}
}

func TestMapAndBSNColumns(t *testing.T) {
	file := "nr,wat,burger service nummer,klant\n1,hulp,111222333,111222333\n2,hulp,123456782,123456782\n3,hulp,,111222333\n4,hulp,,123456782\n"
	session := deskSession(t)
	report := bring(t, session, file, transfer.ImportOptions{Map: map[string]string{"source_id": "klant", "summary": "WAT", "bsn": "burger service nummer"}})
	if report.Imported != 4 {
		t.Fatal(counts(report), codesOf(report))
	}
	if got, ok := says(report, "import.bsn-column"); !ok {
		t.Errorf("remarks %v %v", report.Remarks, got)
	}
	page, _ := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	for _, row := range page.Rows {
		if !strings.HasPrefix(row.Source, "row-") {
			t.Errorf("a citizen service number was kept as source %q", row.Source)
		}
	}
	for _, bad := range []map[string]string{{"summary": "weg"}, {"kleur": "wat"}, {"source_id": "nr"}} {
		if _, err := ImportRequests(t.Context(), deskSession(t), strings.NewReader(file), transfer.ImportOptions{Map: bad}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestImportOpen311(t *testing.T) {
	session := deskSession(t)
	file := `[{"service_request_id": "1", "status": "closed", "status_notes": "Completed", "service_name": "Lamp",
		"requested_datetime": "2024-05-01T10:00:00Z", "updated_datetime": "2024-05-03T10:00:00Z", "extended_attributes": {"channel": "phone"},
		"notes": [{"datetime": "2024-05-02T10:00:00Z", "type": "activity", "summary": "Visited"}]},
		{"service_request_id": 2, "status": "open", "status_notes": "Locked", "service_name": "Lamp", "requested_datetime": "2024-05-01T10:00:00Z", "lat": 1}, 3]`
	report := bring(t, session, file, transfer.ImportOptions{})
	if got := counts(report); got != "3 read, 2 imported, 0 unchanged, 1 refused" || report.Format != transfer.Open311 {
		t.Fatal(got, report.Format)
	}
	r := find(t, session, "1")
	if r.Channel != "phone" || r.Theme != "Lamp" || r.Closed == nil || r.Closed.Outcome != "Completed" || len(r.Memos) != 1 || r.Memos[0].Text != "Visited" {
		t.Errorf("1 became %+v", r)
	}
	if r := find(t, session, "2"); r.Status != desk.StatusWaiting || len(r.Memos) != 1 || r.Memos[0].Text != "Locked" {
		t.Errorf("2 became %+v", r)
	}
}

func TestImportRealFiles(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "samples", "open311")
	session := deskSession(t)
	for name, want := range map[string]string{
		"chicago_requests_derived.json":       "50 read, 50 imported, 0 unchanged, 0 refused",
		"open311status_service_requests.json": "2 read, 2 imported, 0 unchanged, 0 refused",
		"open311status_requests_many.xml":     "2 read, 2 imported, 0 unchanged, 0 refused",
		"open311status_service_list.json":     "3 read, 0 imported, 0 unchanged, 3 refused",
	} {
		body, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Skip("the real files are not here")
		}
		if report := bring(t, session, string(body), transfer.ImportOptions{}); counts(report) != want {
			t.Errorf("%s: %s %q", name, counts(report), codesOf(report))
		}
	}
}

func TestStoppedImportIsCompletedByTheNext(t *testing.T) {
	var file strings.Builder
	file.WriteString("id,summary\n")
	for i := range 3 * batchRows / 2 {
		fmt.Fprintf(&file, "%d,hulp\n", i)
	}
	session := deskSession(t)
	ctx, stop := context.WithCancel(t.Context())
	report, err := ImportRequests(ctx, session, strings.NewReader(file.String()), transfer.ImportOptions{Now: clock, Progress: func(transfer.Report) { stop() }})
	if !errors.Is(err, context.Canceled) || report.Imported != batchRows {
		t.Fatalf("%v, %s", err, counts(report))
	}
	report = bring(t, session, file.String(), transfer.ImportOptions{})
	if report.Unchanged != batchRows || report.Imported != batchRows/2 {
		t.Errorf("the second run: %s", counts(report))
	}
}

func TestExportComesBack(t *testing.T) {
	session := deskSession(t)
	bring(t, session, dutch, transfer.ImportOptions{})
	for _, format := range transfer.ExportFormats() {
		var out bytes.Buffer
		told, err := ExportRequests(t.Context(), session, &out, transfer.ExportOptions{Format: format})
		if err != nil || told.Requests != 3 || len(told.Remarks) == 0 {
			t.Fatalf("%s: %+v, %v", format, told, err)
		}
		if strings.Contains(out.String(), "regels") || format == transfer.Bulk && strings.Contains(out.String(), "gemeente") {
			t.Errorf("%s carries what it must not:\n%s", format, out.String())
		}
		if format == transfer.JSON {
			continue
		}
		other := deskSession(t)
		report := bring(t, other, out.String(), transfer.ImportOptions{})
		if report.Imported != 3 {
			t.Errorf("%s read back: %s %q", format, counts(report), codesOf(report))
		}
		if format == transfer.CSV {
			a, b := find(t, session, "A1"), find(t, other, "A1")
			if a.Summary != b.Summary || !a.Created.Equal(b.Created) || !a.Closed.At.Equal(b.Closed.At) || a.Closed.Outcome != b.Closed.Outcome ||
				a.Minutes != b.Minutes || a.Urgency != b.Urgency || a.Language != b.Language {
				t.Errorf("was %+v\nis  %+v", a, b)
			}
		}
	}
}

// TestImportKnowsTheSitesOwnThemes: a theme that the site added is found by its name, and gets the site's code.
func TestImportKnowsTheSitesOwnThemes(t *testing.T) {
	session := deskSession(t)
	s, err := session.SiteByID(t.Context(), session.Site())
	if err != nil {
		t.Fatal(err)
	}
	s.Themes = append(model.Themes(), model.Code{Code: "warm-home", Labels: model.Labels{"nl": "Warm wonen", "en": "Warm home"}})
	if _, err := session.Do(t.Context(), model.EditSite{Site: s}); err != nil {
		t.Fatal(err)
	}
	if _, err := ImportRequests(t.Context(), session, strings.NewReader("vraag;thema\nKou in huis;warm wonen\n"), transfer.ImportOptions{Now: clock}); err != nil {
		t.Fatal(err)
	}
	found, err := desk.SearchRequests(t.Context(), session, desk.SearchQuery{Filter: desk.Filter{Theme: "warm-home"}})
	rows := found.Rows
	if err != nil || len(rows) != 1 {
		t.Fatalf("found %v, %v", rows, err)
	}
}

// argOf is what a refusal tells under a name.
func argOf(err error, name string) string {
	var e *fault.Error
	errors.As(err, &e)
	for _, a := range e.Args {
		if a.Name == name {
			return fmt.Sprint(a.Value)
		}
	}
	return ""
}

// TestWhatIsOnNoListIsLeftOut: where an answer was found is one of a list, and is left out where a file says something else.
func TestWhatIsOnNoListIsLeftOut(t *testing.T) {
	session := deskSession(t)
	bring(t, session, "source_id;vraag;status;resultaat;antwoord gevonden\nB1;Brief;afgesloten;doorverwezen;op de maan\nB2;Brief;afgesloten;doorverwezen;colleague\n", transfer.ImportOptions{})
	for source, want := range map[string]string{"B1": "", "B2": "colleague"} {
		if r := find(t, session, source); r.Closed == nil || string(r.Closed.WhereFound) != want {
			t.Errorf("%s: %+v", source, r.Closed)
		}
	}
}
