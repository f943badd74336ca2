package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/model/transfer"
)

// leftOut are the fields of a request that no export carries.
func leftOut() map[string]string {
	return map[string]string{
		"Details": "free words may name people", "Resident": "who asked stays at the desk", "AskedBy": "who asked stays at the desk", "Relation": "who asked stays at the desk", "Asker": "with the age it tells who asked",
		"AgeBand": "with the neighbourhood it tells who asked", "Neighbourhood": "with the age it tells who asked",
		"FollowUp": "an appointment of the desk",
	}
}

// notRead are the fields that are written and not read back.
func notRead() map[string]string {
	return map[string]string{"Supervision": "who may help is for the desk that takes it over to say"}
}

// published are the fields that an Open311 Bulk file carries, which is made to be put on the web; the life domain stands in
// it and is not read back, as elsewhere a subtype is anything.
func published() []string { return []string{"Channel", "Theme"} }

// column is the name of a field in a file.
func column(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// filledDesk is a desk with one request that tells something in every field, closed after some minutes.
func filledDesk(t *testing.T) (*model.Session, desk.Request) {
	t.Helper()
	session := deskSession(t)
	do := func(a model.Action) journal.ID {
		r, err := session.Do(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	r := modeltest.FilledRequest(0, do(desk.AddResident{Resident: modeltest.FilledResident(0)}))
	r.Source, r.Created = "Z-7", clock.Add(-48*time.Hour)
	id := do(desk.AddRequest{Request: r})
	do(desk.LogTime{ID: id, Minutes: 25})
	end := modeltest.FilledClosing(0).Again(id)
	end.At = clock.Add(-time.Hour)
	do(end)
	got, err := desk.ReadRequest(t.Context(), session, id)
	if err != nil {
		t.Fatal(err)
	}
	return session, got
}

func exportOf(t *testing.T, session *model.Session, f transfer.Format) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := ExportRequests(t.Context(), session, &out, transfer.ExportOptions{Format: f}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func value(r desk.Request, name string) string { return reflect.ValueOf(r).FieldByName(name).String() }

func TestEveryFieldIsExportedOrLeftOutForAReason(t *testing.T) {
	session, r := filledDesk(t)
	var rows []map[string]any
	if err := json.Unmarshal([]byte(exportOf(t, session, transfer.JSON)), &rows); err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	table, err := csv.NewReader(strings.NewReader(exportOf(t, session, transfer.CSV))).ReadAll()
	if err != nil || len(table) != 2 {
		t.Fatal(table, err)
	}
	for _, name := range modeltest.RequestFields() {
		_, left := leftOut()[name]
		got, there := rows[0][column(name)]
		if there == left || there && got != value(r, name) {
			t.Errorf("JSON has %v for %s; left out: %t", got, name, left)
		}
		at := slices.Index(table[0], column(name))
		if at >= 0 == left || at >= 0 && table[1][at] != value(r, name) {
			t.Errorf("CSV has column %d for %s of %q; left out: %t", at, name, table, left)
		}
	}
	for _, f := range desk.ClosingFields() { // tags are a site's own
		key := transfer.Key(f.Name)
		got, there := rows[0][key]
		at := slices.Index(table[0], key)
		if there != (f.Name != "tags") || at >= 0 != there || there && (got != f.Get(r.Closed).Text() || table[1][at] != got) {
			t.Errorf("%s: %v in JSON, column %d of CSV", key, got, at)
		}
	}
	for name, want := range map[string]any{"number": r.Number, "status": "closed", "source_id": "Z-7", "minutes": 25.0, "outcome": "referred",
		"created_at": "2026-11-19T13:00:00+01:00", "closed_at": "2026-11-21T12:00:00+01:00", "id": r.ID.String(), "site": r.Site.String()} {
		if rows[0][name] != want {
			t.Errorf("%s is %v in JSON, want %v", name, rows[0][name], want)
		}
	}
}

func TestEveryFieldComesBackFromATable(t *testing.T) {
	session, was := filledDesk(t)
	other := deskSession(t)
	if report := bring(t, other, exportOf(t, session, transfer.CSV), transfer.ImportOptions{}); report.Imported != 1 {
		t.Fatal(counts(report), codesOf(report))
	}
	is := find(t, other, "Z-7")
	want := desk.Request{Supervision: model.SupervisionAlone}
	for _, name := range modeltest.RequestFields() {
		if leftOut()[name] == "" && notRead()[name] == "" {
			want = modeltest.With(want, name, was)
		}
	}
	if apart := modeltest.Apart(append(modeltest.RequestFields(), "Source"), is, modeltest.With(want, "Source", was)); len(apart) > 0 {
		t.Error(strings.Join(apart, "; "))
	}
	was.Closed.Tags = nil
	if apart := modeltest.ClosingsApart(*is.Closed, *was.Closed); len(apart) > 0 {
		t.Error(strings.Join(apart, "; "))
	}
	if is.Minutes != 25 || is.Status != desk.StatusClosed || !is.Closed.At.Equal(was.Closed.At) || !is.Created.Equal(was.Created) {
		t.Errorf("%+v %+v", is, is.Closed)
	}
}

// TestEveryColumnIsRead: what a file of elsewhere may hold fills its own field, also one that no export writes.
func TestEveryColumnIsRead(t *testing.T) {
	session := deskSession(t)
	values := map[string]string{
		"source_id": "Z-8", "created_at": "2026-03-02 10:00", "closed_at": "2026-03-03 11:00", "summary": "Een vraag", "details": "Een toelichting",
		"channel": "phone", "theme": "poverty", "life_domain": "finances", "urgency": "now", "language": "tr", "minutes": "15", "hours": "1",
		"status": "closed", "time": "", "resident": "mw. de Vries", "phone": "06-12345678", "staff": "Samira", "referral": "Sociaal Raadslieden", "remarks": "Belt terug",
	}
	how := modeltest.FilledClosing(0)
	how.Tags = nil
	for _, f := range desk.ClosingTable() {
		values[transfer.Key(f.Name)] = f.Get(&how).Text()
	}
	for _, alone := range []string{"hours", "minutes"} { // a file has one of the two
		var head, row []string
		for _, name := range transfer.RequestFields() {
			if name == alone {
				continue
			}
			if values[name] == "" && name != "time" { // it is read where a date has none
				t.Errorf("no value for the column %s", name)
			}
			head, row = append(head, name), append(row, values[name])
		}
		row[0] += alone
		report := bring(t, session, strings.Join(head, ",")+"\n"+strings.Join(row, ",")+"\n", transfer.ImportOptions{})
		if report.Imported != 1 {
			t.Fatal(counts(report), codesOf(report))
		}
		r := find(t, session, "Z-8"+alone)
		want := desk.Request{Resident: r.Resident, Summary: "Een vraag", Details: "Een toelichting", Channel: "phone", Theme: "poverty", LifeDomain: "finances",
			Urgency: model.UrgencyNow, Language: "tr", Supervision: model.SupervisionAlone}
		if apart := modeltest.Apart(modeltest.RequestFields(), r, want); len(apart) > 0 {
			t.Error(strings.Join(apart, "; "))
		}
		asker, err := desk.ReadResidentName(t.Context(), session, r.Resident)
		if err != nil || asker != "mw. de Vries" || len(r.Times) != 1 || r.Times[0].Person != session.Me().ID || len(r.Memos) != 1 || r.Memos[0].Text != "Belt terug" ||
			len(r.Referrals) != 1 || r.Referrals[0].To != "Sociaal Raadslieden" || r.Referrals[0].State != desk.ReferralDone {
			t.Errorf("%q asked, %+v", asker, r)
		}
		minutes := map[string]int{"hours": 15, "minutes": 60}[alone]
		if r.Minutes != minutes || r.Closed == nil || len(modeltest.ClosingsApart(*r.Closed, how)) > 0 || r.Created.Format("02-01 15:04") != "02-03 09:00" || r.Closed.At.Format("02-01 15:04") != "03-03 10:00" {
			t.Errorf("%+v, closed %+v", r, r.Closed)
		}
	}
}

func TestWhatIsPublishedComesBack(t *testing.T) {
	session, was := filledDesk(t)
	file := exportOf(t, session, transfer.Bulk)
	other := deskSession(t)
	if report := bring(t, other, file, transfer.ImportOptions{}); report.Imported != 1 {
		t.Fatal(counts(report), codesOf(report))
	}
	page, err := desk.ReadPage(t.Context(), other, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	is, err := desk.ReadRequest(t.Context(), other, page.Rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if apart := modeltest.Apart(published(), is, was); len(apart) > 0 {
		t.Error(strings.Join(apart, "; "), file)
	}
	if !strings.Contains(file, ","+was.LifeDomain+",") {
		t.Errorf("no life domain in\n%s", file)
	}
	for _, name := range []string{was.Summary, was.Details, was.Neighbourhood, was.Language} {
		if strings.Contains(file, name+",") {
			t.Errorf("%q is published:\n%s", name, file)
		}
	}
	if is.Status != desk.StatusClosed || !is.Created.Equal(was.Created) || !is.Closed.At.Equal(was.Closed.At) {
		t.Errorf("%+v", is)
	}
}
