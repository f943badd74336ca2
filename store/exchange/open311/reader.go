package open311

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// Reader gives the records of a file one by one.
type Reader struct {
	next    func(*written) (row int, err error)
	loc     *time.Location
	ignored map[string]bool
	raw     written
	status  model.Finder
}

// NewReader reads GeoReport JSON or XML, whichever src begins with. Times without an offset are local in loc.
// It fails with kind Invalid for a file that is neither, or empty.
func NewReader(src io.Reader, loc *time.Location) (*Reader, error) {
	budget := &budget{src: src}
	budget.renew()
	in := bufio.NewReaderSize(budget, 32<<10)
	first, err := firstByte(in)
	if err != nil {
		return nil, err
	}
	r := &Reader{loc: loc, ignored: map[string]bool{}, status: desk.StatusCodes().Finder()}
	switch first {
	case '[', '{':
		r.next, err = jsonRecords(in, budget)
	case '<':
		r.next = xmlRecords(in, budget)
	default:
		err = fault.New(fault.Invalid, "open311.form")
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Next gives the next record; io.EOF at the end, a *tabular.RowError for a record that cannot be read (go on with the
// next), and any other error where the file breaks off.
func (r *Reader) Next() (Record, error) {
	r.raw = written{}
	row, err := r.next(&r.raw)
	var wrong *fault.Error
	switch {
	case errors.Is(err, errRecord) && errors.As(err, &wrong):
		return Record{Row: row}, &tabular.RowError{Row: row, Line: row, Err: wrong}
	case err != nil:
		return Record{}, err
	}
	r.raw.names(r.ignored)
	rec, err := r.raw.shape(row, r.loc, r.status)
	if err != nil {
		return rec, &tabular.RowError{Row: row, Line: row, Err: err}
	}
	return rec, nil
}

// Ignored names the fields that held something and have no place here, in alphabetical order, as far as was read.
func (r *Reader) Ignored() []string {
	names := make([]string, 0, len(r.ignored))
	for name := range r.ignored {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// errRecord marks an error of one record, in contrast to one of the file.
var errRecord = errors.New("record")

// broken is the error of a file that cannot be read on from a record.
func broken(row int, err error) error {
	var wrong *fault.Error
	switch {
	case errors.As(err, &wrong):
		return wrong
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fault.New(fault.Invalid, "open311.torn", "row", row)
	}
	return fault.New(fault.Invalid, "open311.syntax", "row", row).Because(err)
}

// firstByte looks at the first byte that is no space, past a byte order mark.
func firstByte(in *bufio.Reader) (byte, error) {
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte{0xEF, 0xBB, 0xBF}) {
		if _, err := in.Discard(3); err != nil {
			return 0, err
		}
	}
	for range window {
		c, err := in.ReadByte()
		if errors.Is(err, io.EOF) {
			return 0, fault.New(fault.Invalid, "open311.empty")
		}
		if err != nil {
			return 0, err
		}
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c, in.UnreadByte()
		}
	}
	return 0, fault.New(fault.Invalid, "open311.form")
}

const window = 64 << 10

// budget lets a decoder read one record's worth and no more, for decoders hold a whole record in memory.
type budget struct {
	src  io.Reader
	left int
}

func (b *budget) renew() { b.left = MaxRecord + 2*window }

// Read reads until the budget is spent, and then fails with code open311.toolong.
func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fault.New(fault.Invalid, "open311.toolong", "max", MaxRecord>>20)
	}
	if len(p) > b.left {
		p = p[:b.left]
	}
	n, err := b.src.Read(p)
	b.left -= n
	return n, err
}
