package exchange

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// pageRows are read at once: the store is not held while a slow disk or pipe takes the text.
const pageRows = 1000

// csvHeader are the columns of an export. Those that an import knows have the import's names, so that a file written here
// can be read here; the resident, the details and the notes are not among them.
var csvHeader = [...]string{
	"source_id", "number", "created_at", "closed_at", "status", "summary", "urgency", "supervision", "channel", "theme", "life_domain",
	"language", "minutes", "outcome",
}

// ExportRequests writes the requests of the session's site, newest first. No format carries a resident, details or notes; the
// Bulk format carries no text at all that somebody typed. Times are in the site's time zone.
//
// Errors: Invalid for an unknown format; Refused; the context's; and whatever dst says.
func ExportRequests(ctx context.Context, session *model.Session, dst io.Writer, o transfer.ExportOptions) (transfer.Exported, error) {
	var out transfer.Exported
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
	begun := false
	begin := func() error {
		if begun {
			return nil
		}
		begun = true
		return w.Write(csvHeader[:]...)
	}
	put := func(r desk.RequestRow) error {
		if err := begin(); err != nil {
			return err
		}
		return w.Write(clean(sourceOf(r)), r.Number, stamp(r.Created, loc), stamp(r.ClosedAt, loc), string(r.Status), clean(r.Summary),
			string(r.Urgency), string(r.Supervision), clean(r.Channel), clean(r.Theme), clean(r.LifeDomain), clean(r.Language),
			strconv.Itoa(r.Minutes), clean(r.Outcome))
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
			Number: r.Number, Created: r.Created.In(loc), Closed: local(r.ClosedAt, loc), Status: string(r.Status), Outcome: coded(&outcomes, r.Outcome),
			Channel: coded(&channels, r.Channel), Theme: clean(r.Theme), LifeDomain: coded(&domains, r.LifeDomain), Responsible: site,
		})
	}, w.Flush
}

// exported is a request in the JSON of an export; the names are those of every command that shows a request.
type exported struct {
	ID          string   `json:"id"`
	Number      string   `json:"number"`
	Status      string   `json:"status"`
	Summary     string   `json:"summary"`
	Urgency     string   `json:"urgency"`
	Supervision string   `json:"supervision"`
	Channel     string   `json:"channel"`
	Theme       string   `json:"theme"`
	LifeDomain  string   `json:"life_domain"`
	Language    string   `json:"language"`
	Site        string   `json:"site"`
	Holder      []string `json:"holder"`
	CreatedAt   *string  `json:"created_at"`
	ClosedAt    *string  `json:"closed_at"`
	Outcome     string   `json:"outcome"`
	Minutes     int      `json:"minutes"`
	SourceID    string   `json:"source_id"`
}

func jsonExport(dst io.Writer, loc *time.Location) (func(desk.RequestRow) error, func() error) {
	lead := "[\n  "
	put := func(r desk.RequestRow) error {
		if _, err := io.WriteString(dst, lead); err != nil {
			return err
		}
		lead = ",\n  "
		e := exported{
			ID: r.ID.String(), Number: r.Number, Status: string(r.Status), Summary: r.Summary, Urgency: string(r.Urgency),
			Supervision: string(r.Supervision), Channel: r.Channel, Theme: r.Theme, LifeDomain: r.LifeDomain, Language: r.Language,
			Site: r.Site.String(), Holder: make([]string, 0, len(r.Holder)), CreatedAt: orNull(stamp(r.Created, loc)), ClosedAt: orNull(stamp(r.ClosedAt, loc)),
			Outcome: r.Outcome, Minutes: r.Minutes, SourceID: r.Source,
		}
		for _, id := range r.Holder {
			e.Holder = append(e.Holder, id.String())
		}
		line, err := json.Marshal(e)
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
