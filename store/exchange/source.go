package exchange

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"hash/maphash"
	"io"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/ownjson"
	"leerbalie/store/exchange/tabular"
)

// source gives the rows of a file, one after the other.
type source interface {
	// next fills e with the next row. Errors: io.EOF; *tabular.RowError for a row that cannot be taken (go on); others
	// end the reading.
	next(e *entry) (row int, err error)
	// remarks is what there is to say about the file, when all is read.
	remarks() []transfer.Remark
}

// reading is who reads a file, and for which site.
type reading struct {
	ctx     context.Context
	session *model.Session
	site    model.Site
	loc     *time.Location
}

// people are those that a file may name.
func (r reading) people(now time.Time) (*people, error) {
	residents, err := desk.FindResidents(r.ctx, r.session, "", 0)
	if err != nil {
		return nil, err
	}
	staff, err := r.session.People(r.ctx)
	return newPeople(residents, staff, now), err
}

// open finds out what a file is, unless that is said, and prepares to read it.
func open(src io.Reader, o transfer.ImportOptions, by reading) (source, transfer.Format, error) {
	site, loc := by.site, by.loc
	format := o.Format
	var own *ownjson.Reader
	if format == "" || format == transfer.Auto {
		format = transfer.CSV
		if o.Map == nil {
			in := bufio.NewReaderSize(src, ownjson.Start)
			src = in
			switch {
			case looksOpen311(in) && ownjson.Looks(in):
				own = newOwnJSON(in)
				src = own
			case looksOpen311(in):
				format = transfer.Open311
			}
		}
	}
	if format == transfer.Open311 {
		records, err := open311.NewReader(src, loc)
		if err != nil {
			return nil, format, err
		}
		return &citySource{records: records, codes: newCodes(site), seed: maphash.MakeSeed()}, format, nil
	}
	table, err := tabular.NewReader(src, tabular.Options{Known: knownHeadings(o.Map, transfer.RequestFields(), headers())})
	if err != nil {
		if own != nil && errors.Is(err, ownjson.ErrTorn) {
			err = own.Why()
		}
		return nil, format, err
	}
	bulk := open311.IsBulk(table)
	switch {
	case format == transfer.Bulk && !bulk:
		return nil, format, fault.New(fault.Invalid, "import.not-bulk", "columns", strings.Join(table.Header(), ", "))
	case format == transfer.Bulk, bulk && o.Map == nil && o.Format != transfer.CSV:
		return &citySource{records: open311.NewBulkReader(table, loc), codes: newCodes(site), seed: maphash.MakeSeed()}, transfer.Bulk, nil
	}
	rows, err := newTableSource(table, o, by)
	if own != nil && errors.Is(err, ownjson.ErrTorn) {
		err = own.Why()
	}
	if rows == nil {
		return nil, transfer.CSV, err
	}
	if own != nil {
		return ownSource{rows, own}, transfer.JSON, err
	}
	return rows, transfer.CSV, err
}

// looksOpen311 says whether a file begins as JSON or XML does.
func looksOpen311(in *bufio.Reader) bool {
	head, _ := in.Peek(512)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return len(head) > 0 && (head[0] == '[' || head[0] == '{' || head[0] == '<') && !tabular.IsPage(head)
}

// citySource turns the service requests of a city into rows.
type citySource struct {
	records *open311.Reader
	codes   *codes
	seed    maphash.Seed
}

func (s *citySource) next(e *entry) (int, error) {
	r, err := s.records.Next()
	if err != nil {
		return r.Row, err
	}
	*e = entry{closed: r.Closed, closedAt: r.ClosedAt, guessed: r.Guessed, memos: r.Notes, told: e.told[:0]}
	if lostDigits(r.SourceID) {
		return r.Row, &tabular.RowError{Row: r.Row, Line: r.Row, Err: fault.New(fault.Invalid, "import.lost-digits", "text", r.SourceID)}
	}
	e.request = desk.Request{Summary: r.Summary, Details: r.Details, Created: r.CreatedAt, Source: sameID(r.SourceID)}
	e.print, e.wordless = s.print(&r), r.Wordless
	if e.request.Summary == "" { // a Bulk file may carry no words at all
		e.request.Summary = r.SourceID
	}
	e.request.Channel, _ = s.codes.find(e, "channel", r.Channel)
	e.request.Theme, _ = s.codes.find(e, "theme", r.Theme)
	switch {
	case r.Closed && r.Outcome != "":
		e.how.Outcome, _ = s.codes.find(e, "outcome", r.Outcome)
	case r.Outcome != "":
		e.memos = append(e.memos, open311.Note{At: r.UpdatedAt, Text: r.Outcome})
	}
	return r.Row, nil
}

// print is a hash of all that a record says.
func (s *citySource) print(r *open311.Record) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, text := range [...]string{r.Summary, r.Details, r.Channel, r.Theme, r.Status, r.Outcome} {
		h.WriteString(text)
		h.WriteByte(0)
	}
	for _, at := range [...]time.Time{r.CreatedAt, r.UpdatedAt, r.ClosedAt} {
		h.WriteString(at.UTC().Format(time.RFC3339Nano))
	}
	for _, n := range r.Notes {
		h.WriteString(n.Text)
		h.WriteByte(0)
	}
	return h.Sum64() | 1
}

func (s *citySource) remarks() (out []transfer.Remark) {
	if left := s.records.Ignored(); len(left) > 0 {
		out = append(out, remark("import.fields-left", "fields", strings.Join(left, ", ")))
	}
	return out
}

func remark(msg string, pairs ...any) transfer.Remark {
	return transfer.Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, pairs...).Args}
}

// isRowError gives the refusal of a row, where that is what the error is.
func isRowError(err error) (transfer.Refusal, bool) {
	var wrong *tabular.RowError
	if !errors.As(err, &wrong) {
		return transfer.Refusal{}, false
	}
	return transfer.Refusal{Row: wrong.Row, Err: wrong.Err}, true
}

// newOwnJSON reads what an export wrote as JSON.
func newOwnJSON(in io.Reader) *ownjson.Reader {
	var names []string
	for _, c := range csvColumns(nil) {
		names = append(names, c.name)
	}
	return ownjson.NewReader(in, names, sourceID, "number")
}

// ownSource gives the rows of an export as JSON, and says why they end where the file is torn.
type ownSource struct {
	source
	file *ownjson.Reader
}

func (s ownSource) next(e *entry) (int, error) {
	row, err := s.source.next(e)
	if errors.Is(err, ownjson.ErrTorn) {
		err = s.file.Why()
	}
	return row, err
}
