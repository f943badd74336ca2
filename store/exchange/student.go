package exchange

import (
	"context"
	"errors"
	"io"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/byhand"
	"leerbalie/store/exchange/tabular"
)

// studentBatch is how many students are written in one commit.
const studentBatch = 200

// Import brings a file in, of whatever the options say it holds. Errors as for ImportRequests.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	if o.What == transfer.Students {
		return ImportStudents(ctx, session, src, o)
	}
	return ImportRequests(ctx, session, src, o)
}

// ImportStudents brings students in from a OneRoster users.csv or another table. A student is known again by the file's own key, by
// school and number, by e-mail address, or by name where nothing tells two apart; see roll.find. What a row says is written over what
// was known, and what it leaves open stays. Groups that are new are made. Who is no student, or is gone, is passed over and said. A
// refused row stands in the report and the others are taken; with Strict one refused row keeps everything out. Errors as for
// ImportRequests.
func ImportStudents(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	report := transfer.Report{DryRun: o.DryRun, Format: transfer.CSV, Refused: []transfer.Refusal{}}
	if err := o.Check(); err != nil {
		return report, err
	}
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return report, err
	}
	site, loc, err := at(ctx, session)
	if err != nil {
		return report, err
	}
	keep, src, err := keeping(ctx, session, src, o)
	if err != nil {
		return report, err
	}
	table, err := tabular.NewReader(src, tabular.Options{Known: knownHeadings(o.Map, transfer.StudentFields(), studentHeaders())})
	if err != nil {
		return report, err
	}
	columns, err := placeStudents(table, o)
	if err != nil {
		return report, err
	}
	if columns.roster {
		report.Format = transfer.OneRoster
	}
	beside, err := columns.besideOf(table, o)
	if err != nil {
		return report, err
	}
	r := &studentReader{columns: columns, beside: beside, codes: newCodes(site), loc: loc, dates: byhand.NewDates(loc, o.Now, o.File), sites: map[string]journal.ID{}}
	sites, err := session.Sites(ctx)
	if err != nil {
		return report, err
	}
	themes := model.Themes()
	for _, s := range sites {
		r.sites[plain.FoldText(s.Code)], r.sites[plain.FoldText(s.Name)] = s.ID, s.ID
		if s.ID == session.Site() {
			themes = append(s.ThemeCodes(), themes...)
		}
	}
	r.themes = themes.Finder()
	rows, err := r.all(ctx, table, &report)
	r.dropBSN(table, rows)
	report.Remarks = r.remarks()
	if err != nil {
		return report, err
	}
	in := &enrolment{ctx: model.Vouching(ctx), session: session, keep: keep, o: o, report: &report}
	err = in.take(rows)
	in.say(r.gone)
	report.SayAsked()
	slices.SortStableFunc(report.Refused, func(a, b transfer.Refusal) int { return a.Row - b.Row })
	return report, keep.over(ctx, &report, err)
}

// all reads the whole file, for how its dates are written shows in all of them: a school's students fit in memory.
func (r *studentReader) all(ctx context.Context, t *tabular.Reader, report *transfer.Report) (rows []studentRow, err error) {
	var raw []tabular.Row
	for err == nil {
		if err = ctx.Err(); err != nil {
			return nil, err
		}
		var row tabular.Row
		row, err = t.Next()
		if refusal, wrong := isRowError(err); wrong {
			report.Read++
			report.Refused = append(report.Refused, refusal)
			err = nil
			continue
		}
		if err == nil {
			row.Cells = slices.Clone(row.Cells)
			raw = append(raw, row)
		}
	}
	if !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(raw) > 0 && tabular.Hints(raw[0].Cells) {
		r.columns.remarks = append(r.columns.remarks, remark("import.hint-row", "n", raw[0].Number))
		raw = raw[1:]
	}
	r.seeDates(t, raw)
	for _, row := range raw {
		student, is, err := r.read(row)
		switch {
		case err != nil:
			report.Read++
			report.Refused = append(report.Refused, transfer.Refusal{Row: row.Number, Err: err})
		case is == aStudent:
			report.Read++
			rows = append(rows, student)
		}
	}
	return rows, nil
}

// seeDates finds out in which order day and month stand, by all dates of the file, and says it where it is not plain.
func (r *studentReader) seeDates(t *tabular.Reader, rows []tabular.Row) {
	at, header := -1, ""
	for _, field := range []string{"start", "end", "waiting_since"} {
		if i, ok := r.columns.at[field]; ok && at < 0 {
			at, header = i, t.Header()[i]
		}
		for _, row := range rows {
			if text := r.cell(row.Cells, field); text != "" {
				r.dates.See(text)
			}
		}
	}
	r.dates.Settle()
	order, proof, say := r.dates.Ordered()
	name := [...]string{byhand.DayFirst: "import.day-first", byhand.MonthFirst: "import.month-first"}[order]
	switch {
	case at < 0 || !say:
	case proof != "":
		r.columns.remarks = append(r.columns.remarks, remark(name, "column", header, "proof", proof))
	default:
		r.columns.remarks = append(r.columns.remarks, remark(name+"-guessed", "column", header))
	}
}

// dropBSN leaves a column of numbers out that holds citizen service numbers under another name.
func (r *studentReader) dropBSN(t *tabular.Reader, rows []studentRow) {
	for field, of := range map[string]func(*model.Person) *string{
		"number": func(p *model.Person) *string { return &p.Number }, "source_id": func(p *model.Person) *string { return &p.SourceID },
	} {
		cells := make([]string, len(rows))
		for i := range rows {
			cells[i] = *of(&rows[i].person)
		}
		if !holdBSN(cells) {
			continue
		}
		for i := range rows {
			*of(&rows[i].person) = ""
			rows[i].asked = slices.DeleteFunc(rows[i].asked, func(asked string) bool { return asked == field })
		}
		r.columns.remarks = append(r.columns.remarks, remark("import.bsn-column", "column", t.Header()[r.columns.at[field]]))
	}
}

// remarks are what is said of the file, whatever comes in.
func (r *studentReader) remarks() []transfer.Remark {
	out := slices.Clone(r.columns.remarks)
	if r.others > 0 {
		out = append(out, remark("import.no-students", "n", r.others))
	}
	if len(r.gone) > 0 {
		out = append(out, remark("import.gone", "n", len(r.gone), "names", someNames(namesOf(r.gone))))
	}
	if len(r.nobody) > 0 {
		out = append(out, remark("import.nobody", "n", len(r.nobody), "names", someNames(r.nobody)))
	}
	return out
}
