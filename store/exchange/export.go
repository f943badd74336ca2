package exchange

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// pageRows are read at once: the store is not held while a slow disk or pipe takes the text.
const pageRows = 1000

// csvColumn is a column of an export. Those that an import knows have the import's names, so that a file written here can be
// read here; the resident, the details and the notes are not among them.
type csvColumn struct {
	name string
	cell func(r *desk.RequestRow) string
}

func csvColumns(loc *time.Location) []csvColumn {
	out := []csvColumn{
		{sourceID, func(r *desk.RequestRow) string { return plain.Harmless(sourceOf(*r)) }}, {"number", func(r *desk.RequestRow) string { return r.Number }},
		{createdAt, func(r *desk.RequestRow) string { return stamp(r.Created, loc) }}, {closedAt, func(r *desk.RequestRow) string { return stamp(r.ClosedAt, loc) }},
		{status, func(r *desk.RequestRow) string { return string(r.Status) }},
	}
	spent := csvColumn{minutes, func(r *desk.RequestRow) string { return strconv.Itoa(r.Minutes) }}
	for _, f := range desk.RowFields() {
		if f.Closing && spent.cell != nil {
			out, spent = append(out, spent), csvColumn{}
		}
		out = append(out, csvColumn{transfer.Key(f.Name), func(r *desk.RequestRow) string { return plain.Harmless(f.Get(r)) }})
	}
	return append(out, csvColumn{ownID, func(r *desk.RequestRow) string { return r.ID.String() }}) // by which it is known again here
}

// ExportRequests writes the requests of the session's site, newest first. No format carries a resident, details or notes; the
// Bulk format carries no text at all that somebody typed. Times are in the site's time zone.
//
// Errors: Invalid for an unknown format; Refused; the context's; and whatever dst says.
func ExportRequests(ctx context.Context, session *model.Session, dst io.Writer, o transfer.ExportOptions) (transfer.Exported, error) {
	var out transfer.Exported
	if err := session.Check(ctx, model.ToTakeOut); err != nil {
		return out, err
	}
	site, loc, err := at(ctx, session)
	if err != nil {
		return out, err
	}
	buffered := bufio.NewWriter(dst)
	var put func(desk.RequestRow) error
	var end func() error
	switch o.Format {
	case transfer.CSV:
		put, end = csvExport(buffered, loc)
		out.Remarks = append(out.Remarks, remark("export.left-out"))
	case transfer.JSON:
		put, end = jsonExport(buffered, loc)
		out.Remarks = append(out.Remarks, remark("export.left-out"))
	case transfer.Bulk:
		put, end = bulkExport(buffered, loc, site.Name)
		out.Remarks = append(out.Remarks, remark("export.bulk-left-out"))
	default:
		return out, fault.New(fault.Invalid, "export.format", "format", string(o.Format))
	}
	list := desk.ViewAll
	if o.Open {
		list = desk.ViewOpen
	}
	for q := (desk.PageQuery{View: list, Limit: pageRows + 1}); ; {
		page, err := desk.ReadPage(ctx, session, q)
		if err != nil {
			return out, err
		}
		rows := page.Rows
		if len(rows) > pageRows { // the row too many is where the next page begins
			q.From, rows = rows[pageRows].Key, rows[:pageRows]
		}
		for _, row := range rows {
			if err := put(row); err != nil {
				return out, err
			}
		}
		out.Requests += len(rows)
		if o.Progress != nil {
			o.Progress(out.Requests)
		}
		if len(page.Rows) <= pageRows {
			break
		}
	}
	if err := end(); err != nil {
		return out, err
	}
	return out, buffered.Flush()
}

func csvExport(dst io.Writer, loc *time.Location) (func(desk.RequestRow) error, func() error) {
	w := tabular.NewWriter(dst, tabular.Style{})
	columns := csvColumns(loc)
	cells, begun := make([]string, len(columns)), false
	begin := func() error {
		if begun {
			return nil
		}
		begun = true
		for i, c := range columns {
			cells[i] = c.name
		}
		return w.Write(cells...)
	}
	put := func(r desk.RequestRow) error {
		if err := begin(); err != nil {
			return err
		}
		for i, c := range columns {
			cells[i] = c.cell(&r)
		}
		return w.Write(cells...)
	}
	return put, func() error {
		if err := begin(); err != nil {
			return err
		}
		return w.Flush()
	}
}

// sourceOf is the id by which a request is known again elsewhere: the one it came with, or else its number.
func sourceOf(r desk.RequestRow) string {
	if r.Source != "" {
		return r.Source
	}
	return r.Number
}

func bulkExport(dst io.Writer, loc *time.Location, site string) (func(desk.RequestRow) error, func() error) {
	w := open311.NewBulkWriter(dst)
	outcomes, channels, domains := newList(model.Outcomes()), newList(model.Channels()), newList(model.LifeDomains())
	coded := func(l *list, text string) string { // what an import kept as it was written may say anything
		if code, known := l.find(text); known {
			return code
		}
		return "other"
	}
	return func(r desk.RequestRow) error {
		return w.Write(open311.BulkRow{
			Number: r.Number, Created: r.Created.In(loc), Closed: local(r.ClosedAt, loc), Status: string(r.Status), Outcome: coded(outcomes, r.Outcome),
			Channel: coded(channels, r.Channel), Theme: plain.Harmless(r.Theme), LifeDomain: coded(domains, r.LifeDomain), Responsible: site,
		})
	}, w.Flush
}

// exported is a request in the JSON of an export; the names are those of every command that shows a request.
func exported(r desk.RequestRow, loc *time.Location) transfer.Object {
	holder := make([]string, 0, len(r.Holder))
	for _, id := range r.Holder {
		holder = append(holder, id.String())
	}
	asked, ended := transfer.Object{}, transfer.Object{}
	for _, f := range desk.RowFields() {
		if m := (transfer.Member{Name: transfer.Key(f.Name), Value: f.Get(&r)}); f.Closing {
			ended = append(ended, m)
		} else {
			asked = append(asked, m)
		}
	}
	return slices.Concat(transfer.Object{{Name: "id", Value: r.ID.String()}, {Name: "number", Value: r.Number}, {Name: "status", Value: r.Status}},
		asked, transfer.Object{{Name: "site", Value: r.Site.String()}, {Name: "holder", Value: holder},
			{Name: createdAt, Value: orNull(stamp(r.Created, loc))}, {Name: closedAt, Value: orNull(stamp(r.ClosedAt, loc))}},
		ended, transfer.Object{{Name: minutes, Value: r.Minutes}, {Name: sourceID, Value: r.Source}})
}

func jsonExport(dst io.Writer, loc *time.Location) (func(desk.RequestRow) error, func() error) {
	lead := "[\n  "
	put := func(r desk.RequestRow) error {
		if _, err := io.WriteString(dst, lead); err != nil {
			return err
		}
		lead = ",\n  "
		line, err := json.Marshal(exported(r, loc))
		if err != nil {
			return err
		}
		_, err = dst.Write(line)
		return err
	}
	return put, func() error {
		tail := "\n]\n"
		if lead == "[\n  " {
			tail = "[]\n"
		}
		_, err := io.WriteString(dst, tail)
		return err
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// stamp writes a moment in RFC 3339, "" for none.
func stamp(t time.Time, loc *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(loc).Format(time.RFC3339)
}
