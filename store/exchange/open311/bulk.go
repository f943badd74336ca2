package open311

import (
	"io"
	"time"

	"leerbalie/model/desk"
	"leerbalie/store/exchange/tabular"
)

// IsBulk says whether a table is an Open311 Bulk file: it names the requests and when they were made.
func IsBulk(t *tabular.Reader) bool {
	return t.Column("service_request_id") >= 0 && (t.Column("requested_datetime") >= 0 || t.Column("requested_date") >= 0)
}

// NewBulkReader gives the records of an Open311 Bulk CSV. Times without an offset are local in loc.
func NewBulkReader(t *tabular.Reader, loc *time.Location) *Reader {
	r := &Reader{loc: loc, ignored: map[string]bool{}, status: desk.StatusCodes().Finder()}
	type column struct {
		at int
		to *text
	}
	var columns []column
	known := map[string]*text{
		"service_request_id": &r.raw.ID, "status": &r.raw.Status, "status_description": &r.raw.StatusDescription,
		"status_notes": &r.raw.StatusNotes, "service_name": &r.raw.Service, "service_code": &r.raw.Code,
		"service_subtype": &r.raw.Subtype,
		"description":     &r.raw.Description, "agency_responsible": &r.raw.Agency, "requested_datetime": &r.raw.Requested,
		"requested_date": &r.raw.RequestedDate, "updated_datetime": &r.raw.Updated, "updated_date": &r.raw.UpdatedDate,
		"closed_date": &r.raw.ClosedDate, "closed_datetime": &r.raw.ClosedTime, "address": &r.raw.Address,
		"source": &r.raw.Source, "channel": &r.raw.Channel,
	}
	taken := map[int]bool{}
	for name, to := range known {
		if at := t.Column(name); at >= 0 {
			columns = append(columns, column{at, to})
			taken[at] = true
		}
	}
	for i, name := range t.Header() {
		if !taken[i] && name != "" {
			r.ignored[name] = true
		}
	}
	r.next = func(*written) (int, error) {
		row, err := t.Next()
		if err != nil {
			return row.Number, err
		}
		for _, c := range columns {
			*c.to = text(row.Cells[c.at])
		}
		return row.Number, nil
	}
	return r
}

// bulkHeader are the columns of the Bulk format in its own order.
var bulkHeader = [...]string{
	"service_request_id", "requested_datetime", "updated_datetime", "closed_date", "status_description", "status_notes",
	"source", "service_name", "service_subtype", "description", "agency_responsible", "address", "lat", "long",
}

// BulkRow is what the Bulk format gets of a request here: nothing that a person typed about somebody. The columns for a
// description, an address and a place on the map are written empty.
type BulkRow struct {
	Number      string
	Created     time.Time
	Changed     time.Time // zero: as Closed, or else as Created
	Closed      time.Time // zero while it is open
	Status      string    // waiting, claimed, parked or closed
	Outcome     string
	Channel     string
	Theme       string
	LifeDomain  string
	Responsible string // the name of the site
}

// BulkWriter writes an Open311 Bulk CSV: UTF-8, commas, times in RFC 3339.
type BulkWriter struct {
	table *tabular.Writer
	begun bool
}

// NewBulkWriter writes to dst. Call Flush at the end.
func NewBulkWriter(dst io.Writer) *BulkWriter {
	return &BulkWriter{table: tabular.NewWriter(dst, tabular.Style{})}
}

func (w *BulkWriter) header() error {
	if w.begun {
		return nil
	}
	w.begun = true
	return w.table.Write(bulkHeader[:]...)
}

// Write adds one request.
func (w *BulkWriter) Write(r BulkRow) error {
	if err := w.header(); err != nil {
		return err
	}
	if r.Changed.IsZero() {
		r.Changed = r.Created
		if !r.Closed.IsZero() {
			r.Changed = r.Closed
		}
	}
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.RFC3339)
	}
	return w.table.Write(r.Number, stamp(r.Created), stamp(r.Changed), stamp(r.Closed), r.Status, r.Outcome, r.Channel, r.Theme,
		r.LifeDomain, "", r.Responsible, "", "", "")
}

// Flush writes what is held back, at least the header, and gives the first error there was.
func (w *BulkWriter) Flush() error {
	if err := w.header(); err != nil {
		return err
	}
	return w.table.Flush()
}
