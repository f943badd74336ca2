package open311

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"time"

	"leerbalie/store/exchange/tabular"
)

func bulk(t *testing.T, file string) *Reader {
	t.Helper()
	table, err := tabular.NewReader(strings.NewReader(file), tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !IsBulk(table) {
		t.Fatalf("not seen as a Bulk file: %q", table.Header())
	}
	return NewBulkReader(table, time.UTC)
}

func TestBulkReading(t *testing.T) {
	r := bulk(t, "service_request_id,Requested_Datetime,updated_datetime,closed_date,status_description,status_notes,source,service_name,description,ward\n"+
		"1,2024-05-01T10:00:00Z,2024-05-03T10:00:00Z,2024-05-02T10:00:00Z,Closed,Done,Phone,Lamp,Dark,6\n"+
		"2,2024-05-01T10:00:00Z,,,Processing,,Website,Lamp,,6\n"+
		"3,2024-13-01T10:00:00Z,,,Open,,,Lamp,,6\n")
	records, refused, broke := readAll(r)
	want := []Record{
		{Row: 2, SourceID: "1", CreatedAt: at("2024-05-01T10:00:00Z"), UpdatedAt: at("2024-05-03T10:00:00Z"), ClosedAt: at("2024-05-02T10:00:00Z"),
			Closed: true, Summary: "Dark", Channel: "Phone", Theme: "Lamp", Status: "Closed", Outcome: "Done"},
		{Row: 3, SourceID: "2", CreatedAt: at("2024-05-01T10:00:00Z"), Summary: "Lamp", Channel: "Website", Theme: "Lamp", Status: "Processing", Wordless: true},
	}
	if !reflect.DeepEqual(records, want) || !reflect.DeepEqual(refused, []string{"4 date.impossible"}) || broke != "" {
		t.Errorf("%+v\nrefused %q, broke %q", records, refused, broke)
	}
	if got := r.Ignored(); !reflect.DeepEqual(got, []string{"ward"}) {
		t.Errorf("ignored %q", got)
	}
}

func TestBulkWritingAndReadingBack(t *testing.T) {
	var out bytes.Buffer
	w := NewBulkWriter(&out)
	for _, row := range []BulkRow{
		{Number: "ZW-0001", Created: at("2024-05-01T10:00:00Z"), Closed: at("2024-05-02T10:00:00Z"), Status: "closed", Outcome: "referred",
			Channel: "desk", Theme: "=poverty", LifeDomain: "finances", Responsible: "Zuidwest"},
		{Number: "ZW-0002", Created: at("2024-05-01T10:00:00Z"), Status: "waiting", Channel: "phone", Theme: "literacy"},
	} {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(out.Bytes())).ReadAll()
	if err != nil || len(rows) != 3 || len(rows[0]) != len(bulkHeader) || rows[1][7] != "'=poverty" {
		t.Fatalf("wrote %q, %v", rows, err)
	}
	records, refused, broke := readAll(bulk(t, out.String()))
	if len(records) != 2 || refused != nil || broke != "" {
		t.Fatalf("%d records, refused %q, broke %q", len(records), refused, broke)
	}
	if r := records[0]; r.SourceID != "ZW-0001" || !r.Closed || !r.ClosedAt.Equal(at("2024-05-02T10:00:00Z")) || r.Theme != "=poverty" || r.Outcome != "referred" {
		t.Errorf("read back %+v", r)
	}
}

// FuzzReader reads anything without a crash, comes to an end, and gives only records with an id and a date.
func FuzzReader(f *testing.F) {
	f.Add([]byte("[" + closedOne + "]"))
	f.Add([]byte(`{"service_requests": [{"service_request_id": 1}]}`))
	f.Add([]byte("<service_requests><request><service_request_id>1</service_request_id></request></service_requests>"))
	f.Add([]byte("service_request_id,requested_datetime\n1,2024-05-01T10:00:00Z\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := NewReader(bytes.NewReader(file), time.UTC)
		if err != nil {
			table, err := tabular.NewReader(bytes.NewReader(file), tabular.Options{})
			if err != nil || !IsBulk(table) {
				return
			}
			r = NewBulkReader(table, time.UTC)
		}
		records, refused, _ := readAll(r)
		if len(records)+len(refused) > len(file) {
			t.Fatalf("%d records from %d bytes", len(records)+len(refused), len(file))
		}
		for _, rec := range records {
			if rec.SourceID == "" || rec.CreatedAt.IsZero() || rec.Closed == rec.ClosedAt.IsZero() {
				t.Fatalf("half a record: %+v", rec)
			}
		}
	})
}
