package exchange

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// mostSamples is how many values of a column are shown, and longestSample how long one is, in characters.
const (
	mostSamples   = 3
	longestSample = 80
)

// Survey looks at a file and brings nothing in: its columns, what in them is recognised, and how many rows there are. A column with
// citizen service numbers is named and not shown, and neither is a value elsewhere that may be one.
//
// Errors: Invalid for options or a file that cannot be read; Refused for somebody who may not bring anything in; the context's.
func Survey(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Survey, error) {
	out := transfer.Survey{What: o.What}
	if err := o.Check(); err != nil {
		return out, err
	}
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return out, err
	}
	site, loc, err := at(ctx, session)
	if err != nil {
		return out, err
	}
	if o.What == transfer.Students {
		return surveyStudents(ctx, src, o)
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	rows, format, err := open(src, o, reading{ctx, session, site, loc})
	out.Format = format
	table, is := rows.(*tableSource)
	if is && isFault(err, "import.no-summary") { // somebody is to say it
		err = nil
	}
	if err != nil || !is {
		return countRows(ctx, out, rows, err)
	}
	look := newLook(table.table.Header())
	for err == nil && ctx.Err() == nil {
		var row tabular.Row
		if row, err = table.read(); err == nil {
			if !table.none(row) {
				look.add(row.Cells)
				out.Rows++
			} else if why := table.whyNone(row); why != "" {
				table.passed.add(row.Number, []saying{{msg: why}})
			}
		} else if _, wrong := isRowError(err); wrong {
			out.Rows, err = out.Rows+1, nil
		}
	}
	out.Columns, out.Remarks = look.columns(table.columns.at, table.columns.asked), table.remarks()
	for i := range out.Columns {
		if c := &out.Columns[i]; c.Field != "" && slices.Contains(table.columns.guessed, c.Field) {
			c.By = transfer.ByContent
		}
	}
	return out, ended(ctx, err)
}

func surveyStudents(ctx context.Context, src io.Reader, o transfer.ImportOptions) (transfer.Survey, error) {
	out := transfer.Survey{What: o.What, Format: transfer.CSV}
	table, err := tabular.NewReader(src, tabular.Options{Known: knownHeadings(o.Map, transfer.StudentFields(), studentHeaders())})
	if err != nil {
		return out, err
	}
	c, err := placeStudents(table, o)
	if err != nil && !isNotWhom(err) { // somebody is to say it
		return out, err
	}
	if c.roster {
		out.Format = transfer.OneRoster
	}
	look := newLook(table.Header())
	for err = nil; err == nil && ctx.Err() == nil; {
		var row tabular.Row
		if row, err = table.Next(); err == nil && out.Rows == 0 && tabular.Hints(row.Cells) {
			c.remarks = append(c.remarks, remark("import.hint-row", "n", row.Number))
		} else if err == nil {
			look.add(row.Cells)
			out.Rows++
		} else if _, wrong := isRowError(err); wrong {
			out.Rows, err = out.Rows+1, nil
		}
	}
	out.Columns, out.Remarks = look.columns(c.at, o.Map), c.remarks
	return out, ended(ctx, err)
}

// countRows counts the rows of a file in which the format says what is what.
func countRows(ctx context.Context, out transfer.Survey, rows source, err error) (transfer.Survey, error) {
	var e entry
	for err == nil && ctx.Err() == nil {
		if _, err = rows.next(&e); err == nil {
			out.Rows++
		} else if _, wrong := isRowError(err); wrong {
			out.Rows, err = out.Rows+1, nil
		}
	}
	if rows != nil {
		out.Remarks = rows.remarks()
	}
	return out, ended(ctx, err)
}

// isFault says whether an error is the one of a code.
func isFault(err error, code string) bool {
	var wrong *fault.Error
	return errors.As(err, &wrong) && wrong.Msg == code
}

// ended is what ended the reading of a file, nil for its end.
func ended(ctx context.Context, err error) error {
	if err == nil || isEnd(err) {
		return ctx.Err()
	}
	return err
}

// look gathers what is shown of the columns of a table.
type look struct {
	header  []string
	samples [][]string
	numbers [][]string // of each column, the beginning of what may be citizen service numbers
}

func newLook(header []string) *look {
	return &look{header: header, samples: make([][]string, len(header)), numbers: make([][]string, len(header))}
}

// add looks at a row.
func (l *look) add(cells []string) {
	for i := range l.header {
		text := strings.TrimSpace(plain.Harmless(cells[i]))
		if text == "" {
			continue
		}
		if len(l.numbers[i]) < lookAhead {
			l.numbers[i] = append(l.numbers[i], text)
		}
		if len(l.samples[i]) < mostSamples && plain.FindBSN(text, plain.InWords) == nil {
			if text = shortSample(text); !slices.Contains(l.samples[i], text) {
				l.samples[i] = append(l.samples[i], text)
			}
		}
	}
}

// shortSample is a value in one line, cut where it is long.
func shortSample(text string) string {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	if len(letters) > longestSample {
		return string(letters[:longestSample-1]) + "…"
	}
	return string(letters)
}

// columns are the columns of the table: at says in which each field stands, asked which of them somebody named.
func (l *look) columns(at map[string]int, asked map[string]string) []transfer.Column {
	out := make([]transfer.Column, len(l.header))
	for i, name := range l.header {
		out[i] = transfer.Column{Name: name, BSN: transfer.IsBSN(name) || holdBSN(l.numbers[i])}
		if !out[i].BSN {
			out[i].Samples = l.samples[i]
		}
	}
	for field, i := range at {
		if out[i].BSN {
			continue
		}
		out[i].Field, out[i].By = field, transfer.ByHeading
		if _, named := asked[field]; named {
			out[i].By = transfer.ByMapping
		}
	}
	return out
}
