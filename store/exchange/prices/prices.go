// Package prices reads a list of prices from a table, as an office keeps one: a row a unit, with its source and price year.
package prices

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/model/value"
	"leerbalie/store/exchange/tabular"
)

// What a column can hold, and the headings by which it is known, folded.
var headings = map[string][]string{
	"unit":   {"unit", "eenheid", "wat", "dienst", "per"},
	"low":    {"low", "laag", "pricelow", "prijslaag", "minimum", "min"},
	"base":   {"base", "basis", "midden", "pricebase", "prijs", "price", "bedrag", "tarief", "amount"},
	"high":   {"high", "hoog", "pricehigh", "prijshoog", "maximum", "max"},
	"source": {"source", "bron"},
	"date":   {"date", "datum", "opgezocht", "opgezochtop", "lookedupon"},
	"year":   {"year", "jaar", "prijspeil", "priceyear", "prijsjaar"},
}

// field is what a heading says; "" for none that is known.
func field(heading string) string {
	folded := tabular.Fold(strings.Trim(heading, "€() "))
	for f, names := range headings {
		for _, n := range names {
			if folded == n || folded == n+"€" || folded == n+"(€)" || folded == n+"(euro)" || folded == n+"ineuro" {
				return f
			}
		}
	}
	return ""
}

// Row is a row of a list: a price, or why it is none.
type Row struct {
	Number int // as a spreadsheet shows it
	Price  value.Price
	Err    error
}

// Read reads a list. A column for the unit is needed, and one for the base price; where low or high is missing or empty, it is the base. A
// source, a date and a year may be missing: file stands in for the source, and the price is written as of today. Errors: Invalid for a file
// that is no table and for one without those columns; those of src.
func Read(src io.Reader, file string, zone *time.Location) (rows []Row, err error) {
	t, err := tabular.NewReader(src, tabular.Options{Known: func(h string) bool { return field(h) != "" }})
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, h := range t.Header() {
		f := field(h)
		if _, twice := at[f]; f != "" && !twice {
			at[f] = i
		}
	}
	for _, needed := range []string{"unit", "base"} {
		if _, there := at[needed]; !there {
			return nil, fault.New(fault.Invalid, "import.no-column", "column", headings[needed][1], "target", "price-"+needed, "columns", strings.Join(t.Header(), ", "))
		}
	}
	for {
		row, err := t.Next()
		var wrong *tabular.RowError
		switch {
		case errors.Is(err, io.EOF):
			return rows, nil
		case errors.As(err, &wrong):
			rows = append(rows, Row{Number: wrong.Row, Err: wrong.Err})
			continue
		case err != nil:
			return rows, err
		}
		r := Row{Number: row.Number}
		r.Price, r.Err = priceOf(func(f string) string {
			if i, there := at[f]; there {
				return strings.TrimSpace(row.Cells[i])
			}
			return ""
		}, file, zone)
		rows = append(rows, r)
	}
}

// priceOf reads a row.
func priceOf(cell func(field string) string, file string, zone *time.Location) (p value.Price, err error) {
	p.Unit, p.Source = value.UnitOf(cell("unit")), cell("source")
	if p.Source == "" {
		p.Source = file
	}
	if p.Base, err = value.ParseCents(cell("base")); err != nil {
		return p, err
	}
	for f, to := range map[string]*value.Cents{"low": &p.Low, "high": &p.High} {
		if *to = p.Base; cell(f) != "" {
			if *to, err = value.ParseCents(cell(f)); err != nil {
				return p, err
			}
		}
	}
	if text := cell("date"); text != "" {
		at, err := tabular.Moment(text, zone)
		if err != nil {
			return p, err
		}
		p.Date = days.Of(at, zone)
	}
	if text := cell("year"); text != "" {
		if p.Year, err = strconv.Atoi(text); err != nil || len(text) != 4 {
			return p, fault.New(fault.Invalid, "price-year-form", "text", short(text))
		}
	}
	return p, nil
}

func short(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return text
}

// Import brings a list in: what is new is added, and what the unit had of that year is altered, all in one step. A row that says nothing new
// is unchanged; a second row of one unit and one year is refused. Errors: those of Read; Refused for who may not write prices.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	report := transfer.Report{Format: transfer.CSV, DryRun: o.DryRun, Refused: []transfer.Refusal{}}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return report, err
	}
	rows, err := Read(src, o.File, site.Location())
	if err != nil {
		return report, err
	}
	kept, err := value.Read(ctx, session)
	if err != nil {
		return report, err
	}
	today := days.Of(o.Now, site.Location())
	refuse := func(row int, err error) {
		report.Refused = append(report.Refused, transfer.Refusal{Row: row, Err: err})
	}
	var groups [][]model.Action
	var of []int
	seen := map[string]bool{}
	for _, r := range rows {
		report.Read++
		if r.Err != nil {
			refuse(r.Number, r.Err)
			continue
		}
		p := r.Price
		if p.Date.IsZero() {
			p.Date = today
		}
		if p.Year == 0 {
			p.Year = p.Date.Year()
		}
		action, same := next(kept, p, r.Price.Date.IsZero())
		key := strconv.Itoa(p.Year) + " " + value.Key(p.Unit)
		switch {
		case seen[key]:
			refuse(r.Number, fault.New(fault.Conflict, "price-twice", "unit", p.Unit, "year", p.Year))
		case same:
			report.Unchanged++
		default:
			groups, of = append(groups, []model.Action{action}), append(of, r.Number)
		}
		seen[key] = true
	}
	if len(groups) == 0 {
		return report, nil
	}
	_, refused, err := session.DoEach(ctx, groups, o.DryRun)
	var about *fault.Error
	if err != nil && (!errors.As(err, &about) || about.Kind == fault.Refused || refused == nil) {
		return report, err
	}
	report.Refused = merged(report.Refused, of, refused)
	report.Imported = report.Read - report.Unchanged - len(report.Refused)
	for _, err := range refused {
		if fault.KindOf(err) == fault.Refused { // of who may not, all of them are
			return report, err
		}
	}
	return report, nil
}

// next is what a price asks for beside those that are kept: nothing where it says the same. A date that the list left open is no other one.
func next(kept []value.Price, p value.Price, undated bool) (a model.Action, same bool) {
	for _, k := range kept {
		if k.Year != p.Year || !value.Same(k.Unit, p.Unit) {
			continue
		}
		if undated {
			p.Date = k.Date
		}
		if k.Low == p.Low && k.Base == p.Base && k.High == p.High && k.Source == strings.Join(strings.Fields(p.Source), " ") && k.Date.Equal(p.Date) {
			return nil, true
		}
		k.Low, k.Base, k.High, k.Source, k.Date = p.Low, p.Base, p.High, p.Source, p.Date
		return value.Edit{Price: k}, false
	}
	return value.Add{Price: p}, false
}

// merged puts what the store refused among what was refused before, in the order of the rows.
func merged(before []transfer.Refusal, rows []int, refused []error) (out []transfer.Refusal) {
	out = []transfer.Refusal{}
	for i, err := range refused {
		for len(before) > 0 && before[0].Row < rows[i] {
			out, before = append(out, before[0]), before[1:]
		}
		if err != nil {
			out = append(out, transfer.Refusal{Row: rows[i], Err: err})
		}
	}
	return append(out, before...)
}
