package exchange

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

// ownJSON reads what an export wrote as JSON as the table that an export writes, row by row.
type ownJSON struct {
	records *json.Decoder
	room    *bounded
	row     int // of the record that is read
	names   []string
	table   bytes.Buffer
	rows    *tabular.Writer
	err     error
}

// ownStart is how far into a file is looked for what only an export writes: its first request begins with these names.
const ownStart = 4096

// looksOwn tells whether JSON is what an export writes, which is no Open311.
func looksOwn(in *bufio.Reader) bool {
	head, _ := in.Peek(ownStart)
	return bytes.Contains(head, []byte(`"number":`)) && bytes.Contains(head, []byte(`"summary":`)) && bytes.Contains(head, []byte(`"id":`)) &&
		!bytes.Contains(head, []byte(`"service_request_id"`))
}

func newOwnJSON(in io.Reader) *ownJSON {
	room := &bounded{in: in, left: open311.MaxRecord}
	j := &ownJSON{records: json.NewDecoder(room), room: room, row: 1}
	j.records.UseNumber()
	j.rows = tabular.NewWriter(&j.table, tabular.Style{})
	for _, c := range csvColumns(nil) {
		j.names = append(j.names, c.name)
	}
	if start, err := j.records.Token(); err != nil || start != json.Delim('[') {
		j.err = j.broken(err)
		return j
	}
	if j.err = j.rows.Write(j.names...); j.err == nil {
		j.err = j.rows.Flush()
	}
	return j
}

// errTorn ends the table where the file cannot be read any more; why is in err of ownJSON. It is no fault, which would be one of a row.
var errTorn = errors.New("the file cannot be read any more")

// Read gives the table. Errors: errTorn for what is no JSON.
func (j *ownJSON) Read(p []byte) (int, error) {
	for j.table.Len() == 0 && j.err == nil {
		j.err = j.next()
	}
	switch {
	case j.table.Len() > 0:
		return j.table.Read(p)
	case errors.Is(j.err, io.EOF):
		return 0, io.EOF
	}
	return 0, errTorn
}

// ownSource gives the rows of such a table, and says why they end where the file is torn.
type ownSource struct {
	source
	file *ownJSON
}

func (s ownSource) next(e *entry) (int, error) {
	row, err := s.source.next(e)
	if errors.Is(err, errTorn) {
		err = s.file.err
	}
	return row, err
}

// next takes one request more; io.EOF behind the last.
func (j *ownJSON) next() error {
	if !j.records.More() {
		if _, err := j.records.Token(); err != nil {
			return j.broken(err)
		}
		return io.EOF
	}
	j.room.left = open311.MaxRecord
	var record map[string]any
	if err := j.records.Decode(&record); err != nil {
		return j.broken(err)
	}
	j.row++
	cells := make([]string, len(j.names))
	for i, name := range j.names {
		cells[i] = jsonCell(record[name])
		if name == sourceID && cells[i] == "" {
			cells[i] = jsonCell(record["number"]) // as in a table
		}
	}
	if err := j.rows.Write(cells...); err != nil {
		return err
	}
	return j.rows.Flush()
}

// broken says from which record on a file cannot be read.
func (j *ownJSON) broken(err error) error {
	if fault.KindOf(err) == fault.Invalid {
		return err
	}
	return fault.New(fault.Invalid, "open311.syntax", "row", j.row).Because(err)
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

func jsonCell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}
