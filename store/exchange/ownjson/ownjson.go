// Package ownjson reads what an export of requests wrote as JSON as the table that an export writes, row by row.
package ownjson

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// Reader gives such a file as a table.
type Reader struct {
	records *json.Decoder
	room    *bounded
	row     int // of the record that is read
	names   []string
	source  string
	number  string
	table   bytes.Buffer
	rows    *tabular.Writer
	err     error
}

// Start is how far into a file is looked for what only an export writes: its first request begins with these names.
const Start = 4096

// Looks tells whether JSON is what an export writes, which is no Open311.
func Looks(in *bufio.Reader) bool {
	head, _ := in.Peek(Start)
	return bytes.Contains(head, []byte(`"number":`)) && bytes.Contains(head, []byte(`"summary":`)) && bytes.Contains(head, []byte(`"id":`)) &&
		!bytes.Contains(head, []byte(`"service_request_id"`))
}

// NewReader reads a file as a table with these columns. Where a request has no number of its own under one of them, the other stands there.
func NewReader(in io.Reader, names []string, source, number string) *Reader {
	room := &bounded{in: in, left: open311.MaxRecord}
	r := &Reader{records: json.NewDecoder(room), room: room, row: 1}
	r.records.UseNumber()
	r.rows = tabular.NewWriter(&r.table, tabular.Style{})
	r.names, r.source, r.number = names, source, number
	if start, err := r.records.Token(); err != nil || start != json.Delim('[') {
		r.err = r.broken(err)
		return r
	}
	if r.err = r.rows.Write(r.names...); r.err == nil {
		r.err = r.rows.Flush()
	}
	return r
}

// ErrTorn ends the table where the file cannot be read any more; Why tells why. It is no fault, which would be one of a row.
var ErrTorn = errors.New("the file cannot be read any more")

// Read gives the table. Errors: ErrTorn for what is no JSON.
func (r *Reader) Read(p []byte) (int, error) {
	for r.table.Len() == 0 && r.err == nil {
		r.err = r.next()
	}
	switch {
	case r.table.Len() > 0:
		return r.table.Read(p)
	case errors.Is(r.err, io.EOF):
		return 0, io.EOF
	}
	return 0, ErrTorn
}

// Why tells why the table ended where the file is torn.
func (r *Reader) Why() error { return r.err }

// next takes one request more; io.EOF behind the last.
func (r *Reader) next() error {
	if !r.records.More() {
		if _, err := r.records.Token(); err != nil {
			return r.broken(err)
		}
		return io.EOF
	}
	r.room.left = open311.MaxRecord
	var record map[string]any
	if err := r.records.Decode(&record); err != nil {
		return r.broken(err)
	}
	r.row++
	cells := make([]string, len(r.names))
	for i, name := range r.names {
		cells[i] = cell(record[name])
		if name == r.source && cells[i] == "" {
			cells[i] = cell(record[r.number]) // as in a table
		}
	}
	if err := r.rows.Write(cells...); err != nil {
		return err
	}
	return r.rows.Flush()
}

// broken says from which record on a file cannot be read.
func (r *Reader) broken(err error) error {
	if fault.KindOf(err) == fault.Invalid {
		return err
	}
	return fault.New(fault.Invalid, "open311.syntax", "row", r.row).Because(err)
}

// bounded gives no more of a file than one record may hold, until more is allowed.
type bounded struct {
	in   io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fault.New(fault.Invalid, "open311.toolong", "max", open311.MaxRecord>>20)
	}
	n, err := b.in.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

func cell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}
