package exchange

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
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

// ImportStudents brings students in from a OneRoster 1.1 users.csv or another table. A student is known again by school and
// number, or by name where there is no number; what a row says is written over what was known, and what it leaves open
// stays. Groups that are new are made. A refused row stands in the report and the others are taken; with Strict one
// refused row keeps everything out. Errors as for ImportRequests.
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
	table, err := tabular.NewReader(src, tabular.Options{})
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
	r := &studentReader{columns: columns, codes: newCodes(site), loc: loc, sites: map[string]journal.ID{}}
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
	in := &enrolment{ctx: model.Vouching(ctx), session: session, o: o, report: &report}
	err = in.take(rows)
	report.SayAsked()
	slices.SortStableFunc(report.Refused, func(a, b transfer.Refusal) int { return a.Row - b.Row })
	return report, err
}

// all reads the whole file: a school's students fit in memory.
func (r *studentReader) all(ctx context.Context, t *tabular.Reader, report *transfer.Report) (rows []studentRow, err error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := t.Next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if refusal, wrong := isRowError(err); wrong {
			report.Read++
			report.Refused = append(report.Refused, refusal)
			continue
		}
		if err != nil {
			return nil, err
		}
		student, ok, err := r.read(row)
		switch {
		case err != nil:
			report.Read++
			report.Refused = append(report.Refused, transfer.Refusal{Row: row.Number, Err: err})
		case ok:
			report.Read++
			rows = append(rows, student)
		}
	}
}

// dropBSN leaves a column of numbers out that holds citizen service numbers under another name.
func (r *studentReader) dropBSN(t *tabular.Reader, rows []studentRow) {
	cells := make([]string, len(rows))
	for i, row := range rows {
		cells[i] = row.person.Number
	}
	if !holdBSN(cells) {
		return
	}
	for i := range rows {
		rows[i].person.Number = ""
		rows[i].asked = slices.DeleteFunc(rows[i].asked, func(field string) bool { return field == "number" })
	}
	r.columns.remarks = append(r.columns.remarks, remark("import.bsn-column", "column", t.Header()[r.columns.at["number"]]))
}

func (r *studentReader) remarks() []transfer.Remark {
	out := slices.Clone(r.columns.remarks)
	for _, count := range []struct {
		msg string
		n   int
	}{{"import.no-students", r.others}, {"import.no-level", r.noLevel}, {"import.no-dayparts", r.noParts}} {
		if count.n > 0 {
			out = append(out, remark(count.msg, "n", count.n))
		}
	}
	return out
}

// enrolment writes students, beside those that are known.
type enrolment struct {
	ctx     context.Context
	session *model.Session
	o       transfer.ImportOptions
	report  *transfer.Report
	known   []model.Person
	groups  map[string]journal.ID
	named   map[string]int // the row in which a student stood before
}

func (e *enrolment) take(rows []studentRow) (err error) {
	if e.known, err = pairs.ReadStudents(e.ctx, e.session); err != nil {
		return err
	}
	groups, err := e.session.Groups(e.ctx)
	if err != nil {
		return err
	}
	e.groups, e.named = map[string]journal.ID{}, map[string]int{}
	for _, g := range groups {
		e.groups[plain.FoldText(g.Name)] = g.ID
	}
	if e.o.Strict && !e.o.DryRun {
		read, refused := e.report.Read, slices.Clone(e.report.Refused)
		if err := e.write(rows, true); err != nil || len(e.report.Refused) > 0 {
			e.report.Imported, e.report.Unchanged = 0, 0
			return err
		}
		e.report.Read, e.report.Refused, e.report.Imported, e.report.Unchanged = read, refused, 0, 0
		clear(e.named)
	}
	return e.write(rows, e.o.DryRun)
}

// write brings rows in, some hundreds at a time.
func (e *enrolment) write(rows []studentRow, dry bool) error {
	for len(rows) > 0 {
		part := rows[:min(len(rows), studentBatch)]
		rows = rows[len(part):]
		if err := e.batch(part, dry); err != nil {
			return err
		}
		if e.o.Progress != nil {
			e.o.Progress(*e.report)
		}
	}
	return nil
}

func (e *enrolment) batch(rows []studentRow, dry bool) error {
	if !dry {
		if err := e.make(rows); err != nil {
			return err
		}
	}
	var groups [][]model.Action
	var at []int
	var asked [][]string
	for _, row := range rows {
		action, err := e.action(row)
		switch {
		case err != nil:
			e.report.Refused = append(e.report.Refused, transfer.Refusal{Row: row.row, Err: err})
		case action == nil:
			e.report.Unchanged++
		default:
			groups, at, asked = append(groups, []model.Action{action}), append(at, row.row), append(asked, row.asked)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	answers, err := e.session.Try(e.ctx, groups, dry)
	if err != nil {
		return err
	}
	for i, answer := range answers {
		if answer != nil {
			e.report.Refused = append(e.report.Refused, transfer.Refusal{Row: at[i], Err: answer})
		} else {
			e.report.Imported++
			for _, field := range asked[i] {
				e.report.Asked = append(e.report.Asked, transfer.Asked{Row: at[i], Field: field})
			}
		}
	}
	return nil
}

// make makes the groups that rows name and nobody has made yet.
func (e *enrolment) make(rows []studentRow) error {
	for _, row := range rows {
		for _, name := range row.groups {
			key := plain.FoldText(name)
			if _, known := e.groups[key]; known || key == "" {
				continue
			}
			r, err := e.session.DoQuietly(e.ctx, model.AddGroup{Group: model.Group{Name: name, Site: e.session.Site()}})
			if err != nil {
				return err
			}
			e.groups[key] = r.Entity
		}
	}
	return nil
}

// action is what a row asks for, nil when all of it is known. Errors: Conflict when the number is somebody else's, or the
// row stands in the file twice.
func (e *enrolment) action(row studentRow) (model.Action, error) {
	p := row.person
	for _, name := range row.groups {
		if id, ok := e.groups[plain.FoldText(name)]; ok && !slices.Contains(p.Groups, id) {
			p.Groups = append(p.Groups, id)
		}
	}
	key := studentKey(p)
	if before, twice := e.named[key]; twice {
		return nil, fault.New(fault.Conflict, "import.twice", "name", p.Name, "row", before)
	}
	e.named[key] = row.row
	known, err := e.find(p)
	if err != nil {
		return nil, err
	}
	if known == nil {
		if p.Site.IsZero() {
			p.Site = e.session.Site()
		}
		return model.AddPerson{Person: p}, nil
	}
	now := over(*known, p)
	if samePerson(*known, now) {
		return nil, nil
	}
	return model.EditPerson{Person: now}, nil
}

func studentKey(p model.Person) string {
	if p.Number != "" {
		return plain.FoldText(p.Study.School) + "\x00" + strings.ToLower(p.Number)
	}
	return plain.FoldText(p.Name) + "\x00" + strings.ToLower(p.Email)
}

// find looks for a student among those who are known: by number within the school, or without a number by name and, where
// both have one, e-mail address.
func (e *enrolment) find(p model.Person) (*model.Person, error) {
	for i := range e.known {
		k := &e.known[i]
		if p.Number == "" {
			if plain.FoldText(k.Name) == plain.FoldText(p.Name) && (p.Email == "" || k.Email == "" || strings.EqualFold(p.Email, k.Email)) {
				return k, nil
			}
			continue
		}
		if !strings.EqualFold(k.Number, p.Number) || plain.FoldText(k.Study.School) != plain.FoldText(p.Study.School) {
			continue
		}
		if _, alike := plain.SimilarNames(k.Name, p.Name); !alike {
			return nil, fault.New(fault.Conflict, "import.number-other", "number", p.Number, "name", p.Name, "other", k.Name)
		}
		return k, nil
	}
	return nil, nil
}
