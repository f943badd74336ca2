package open311

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// readAll gives the records, per refused record "number code", and the code of what broke the file off.
func readAll(r *Reader) (records []Record, refused []string, broke string) {
	for {
		rec, err := r.Next()
		var wrong *tabular.RowError
		switch {
		case errors.Is(err, io.EOF):
			return records, refused, ""
		case errors.As(err, &wrong):
			refused = append(refused, fmt.Sprintf("%d %s", wrong.Row, code(err)))
		case err != nil:
			return records, refused, code(err)
		default:
			records = append(records, rec)
		}
	}
}

func code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return fmt.Sprint(err)
}

func open(t *testing.T, file string) *Reader {
	t.Helper()
	r, err := NewReader(strings.NewReader(file), time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t.UTC()
}

const closedOne = `{"service_request_id": 638344, "status": "closed", "status_notes": "Done", "service_name": "Lamp",
	"service_code": "7", "description": "It is dark here\r\nsince Monday", "requested_datetime": "2024-05-01T10:00:00+02:00",
	"updated_datetime": "2024-05-03T10:00:00+02:00", "address": "Kerkstraat 1", "lat": 52.1, "long": null, "media_url": "",
	"extended_attributes": {"channel": "phone", "ward": "6"},
	"notes": [{"datetime": "2024-05-01T10:00:00+02:00", "type": "opened", "summary": "Request opened"},
		{"datetime": "2024-05-02T09:00:00+02:00", "type": "activity", "summary": "Visited", "description": "New bulb ordered"},
		{"datetime": "2024-05-02T12:00:00+02:00", "type": "closed", "summary": "Request closed"}]}`

func wantClosedOne() Record {
	return Record{
		Row: 1, SourceID: "638344", CreatedAt: at("2024-05-01T08:00:00Z"), UpdatedAt: at("2024-05-03T08:00:00Z"),
		ClosedAt: at("2024-05-02T10:00:00Z"), Closed: true, Summary: "It is dark here", Details: "It is dark here\nsince Monday\nKerkstraat 1",
		Channel: "phone", Theme: "Lamp", Status: "closed", Outcome: "Done",
		Notes: []Note{{at("2024-05-02T07:00:00Z"), "Visited: New bulb ordered"}},
	}
}

func TestJSONInEveryWrapping(t *testing.T) {
	for name, file := range map[string]string{
		"array":       "[" + closedOne + "]",
		"object":      `{"page": {"size": 50}, "service_requests": [` + closedOne + `], "more": false}`,
		"two objects": `{"service_requests": {"request": [` + closedOne + `]}}`,
		"single":      closedOne,
		"mark":        "\ufeff \n[" + closedOne + "]",
	} {
		r := open(t, file)
		records, refused, broke := readAll(r)
		if len(records) != 1 || refused != nil || broke != "" {
			t.Fatalf("%s: %d records, refused %q, broke %q", name, len(records), refused, broke)
		}
		if !reflect.DeepEqual(records[0], wantClosedOne()) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, records[0], wantClosedOne())
		}
		if got := r.Ignored(); !reflect.DeepEqual(got, []string{"lat"}) {
			t.Errorf("%s: ignored %q", name, got)
		}
	}
}

func TestOneBadRecordCostsOnlyItself(t *testing.T) {
	file := `[
		{"service_request_id": "1", "service_name": "A", "requested_datetime": "2024-05-01T10:00:00Z", "extended_attributes": [], "notes": null},
		{"service_request_id": {"x": 1}, "service_name": "A", "requested_datetime": "2024-05-01T10:00:00Z"},
		{"service_request_id": null, "service_name": "A", "requested_datetime": "2024-05-01T10:00:00Z"},
		"not an object",
		{"service_request_id": "5", "service_name": "A", "requested_datetime": "2024-02-31T10:00:00Z"},
		{"service_request_id": "6", "service_name": "A", "requested_datetime": null},
		{"service_request_id": "7", "service_name": "A", "requested_datetime": "2024-05-01T10:00:00Z", "notes": "none"},
		{"service_request_id": "8", "service_name": true, "requested_datetime": "2024-05-01T10:00:00Z"},
		{"service_request_id": 9.5, "service_code": 12, "requested_datetime": "2024-05-01T10:00:00Z", "status": "OPEN"}
	]`
	records, refused, broke := readAll(open(t, file))
	want := []string{"2 open311.type", "3 open311.noid", "4 open311.field", "5 date.impossible", "6 open311.nodate", "7 open311.field", "8 open311.type"}
	if !reflect.DeepEqual(refused, want) || broke != "" {
		t.Errorf("refused %q, broke %q", refused, broke)
	}
	if len(records) != 2 || records[1].SourceID != "9.5" || records[1].Summary != "12" || records[1].Closed {
		t.Errorf("records %+v", records)
	}
}

func TestTornFileKeepsWhatCameBefore(t *testing.T) {
	good := `{"service_request_id": "1", "service_name": "A", "requested_datetime": "2024-05-01T10:00:00Z"}`
	for file, want := range map[string]string{
		"[" + good:                  "open311.torn",
		"[" + good + ", {\"service": "open311.torn",
		"[" + good + ", nonsense]":  "open311.syntax",
		"[" + good + ",{\"a\": \"" + strings.Repeat("x", 2*MaxRecord) + "\"}]":                                                                        "open311.toolong",
		"<service_requests><request><service_request_id>1</service_request_id><requested_datetime>2024-05-01</requested_datetime></request><request>": "open311.syntax",
	} {
		records, refused, broke := readAll(open(t, file))
		if len(records) != 1 || refused != nil || broke != want {
			t.Errorf("%.60s: %d records, refused %q, broke %q, want %s", file, len(records), refused, broke, want)
		}
	}
}

func TestWhatIsNotOpen311(t *testing.T) {
	for file, want := range map[string]string{
		"": "open311.empty", "  \n": "open311.empty", "hello": "open311.form", `{"a": 1}`: "open311.form",
		`{"data": "text"}`: "open311.form", "{": "open311.form", "[,": "open311.syntax", "<html><body>no</body></html>": "open311.form",
	} {
		r, err := NewReader(strings.NewReader(file), time.UTC)
		got := code(err)
		if err == nil {
			_, _, got = readAll(r)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", file, got, want)
		}
	}
	if records, refused, broke := readAll(open(t, "[]")); records != nil || refused != nil || broke != "" {
		t.Errorf("an empty list: %v %v %v", records, refused, broke)
	}
}

func TestXML(t *testing.T) {
	file := `<?xml version="1.0" encoding="ISO-8859-1"?>
		<service_requests><request>
			<service_request_id>12</service_request_id><status>open</status><status_notes>In progress</status_notes>
			<service_name>Caf` + "\xe9" + `</service_name><description/><requested_datetime>2018-07-30T00:01:00-04:00</requested_datetime>
			<zipcode/><lat>43.6</lat><extended_attributes><channel>web</channel></extended_attributes>
			<notes><note><datetime>2018-07-31T00:01:00-04:00</datetime><type>activity</type><summary>Seen</summary></note></notes>
		</request></service_requests>`
	r := open(t, file)
	records, refused, broke := readAll(r)
	want := []Record{{
		Row: 1, SourceID: "12", CreatedAt: at("2018-07-30T04:01:00Z"), Summary: "Café", Theme: "Café", Channel: "web", Status: "open",
		Outcome: "In progress", Wordless: true, Notes: []Note{{at("2018-07-31T04:01:00Z"), "Seen"}},
	}}
	if !reflect.DeepEqual(records, want) || refused != nil || broke != "" || !reflect.DeepEqual(r.Ignored(), []string{"lat"}) {
		t.Errorf("%+v, refused %q, broke %q, ignored %q", records, refused, broke, r.Ignored())
	}
}

// TestRealFiles reads captures of real servers, where they are at hand.
func TestRealFiles(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "..", "shared", "samples", "open311")
	for name, want := range map[string]int{
		"chicago_requests_derived.json": 50, "open311status_service_requests.json": 2, "open311status_requests_many.xml": 2,
	} {
		file, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			t.Skip("the real files are not here")
		}
		defer file.Close()
		r, err := NewReader(file, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		records, refused, broke := readAll(r)
		if len(records) != want || refused != nil || broke != "" {
			t.Errorf("%s: %d records, refused %q, broke %q", name, len(records), refused, broke)
		}
		for _, rec := range records {
			if rec.Closed && rec.ClosedAt.Before(rec.CreatedAt) || !rec.Closed && !rec.ClosedAt.IsZero() {
				t.Errorf("%s %s: closed %v", name, rec.SourceID, rec.ClosedAt)
			}
		}
	}
}
