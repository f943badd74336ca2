package exchange

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// enrolment writes students, beside those that are known.
type enrolment struct {
	ctx     context.Context
	session *model.Session
	keep    *importing
	o       transfer.ImportOptions
	report  *transfer.Report
	known   *roll // who learns here
	left    *roll // who did, and went away or was taken away
	staff   map[string]model.Person
	groups  map[string]journal.ID
	inFile  *roll // who stood in a row before
	before  []studentRow
	taken   map[journal.ID]int // the row that is about somebody known
	notes   map[string][]string
}

func (e *enrolment) take(rows []studentRow) (err error) {
	known, err := pairs.ReadStudents(e.ctx, e.session)
	if err != nil {
		return err
	}
	if err := e.others(); err != nil {
		return err
	}
	groups, err := e.session.Groups(e.ctx)
	if err != nil {
		return err
	}
	e.known, e.groups = newRoll(known), map[string]journal.ID{}
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
		e.report.Tally = transfer.Tally{}
	}
	return e.write(rows, e.o.DryRun)
}

// write brings rows in, some hundreds at a time.
func (e *enrolment) write(rows []studentRow, dry bool) error {
	e.inFile, e.before, e.taken, e.notes = newRoll(nil), nil, map[journal.ID]int{}, map[string][]string{}
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
	if err := e.make(rows, dry); err != nil {
		return err
	}
	var groups [][]model.Action
	var of []studentRow
	for _, row := range rows {
		action, err := e.action(&row)
		switch {
		case err != nil:
			e.report.Refused = append(e.report.Refused, transfer.Refusal{Row: row.row, Err: err})
		case action == nil:
			e.report.Unchanged++
			e.noted(row)
		default:
			groups, of = append(groups, []model.Action{action}), append(of, row)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	answers, err := e.keep.try(e.ctx, groups, dry)
	if err != nil {
		return err
	}
	for i, answer := range answers {
		if answer != nil {
			e.report.Refused = append(e.report.Refused, transfer.Refusal{Row: of[i].row, Err: answer})
			continue
		}
		e.report.Imported++
		comesTo(&e.report.Tally, groups[i])
		e.noted(of[i])
		for _, field := range of[i].asked {
			e.report.Asked = append(e.report.Asked, transfer.Asked{Row: of[i].row, Field: field})
		}
	}
	return nil
}

// noted keeps what is to be said of a row that is in.
func (e *enrolment) noted(row studentRow) {
	for _, code := range row.notes {
		code, text, _ := strings.Cut(code, "\x00")
		if text == "" {
			text = row.person.Name
		}
		e.notes[code] = append(e.notes[code], text)
	}
}

// make makes the groups that rows name and nobody has made yet; a dry run gives them an id of the moment.
func (e *enrolment) make(rows []studentRow, dry bool) error {
	for _, row := range rows {
		for _, name := range row.groups {
			key := plain.FoldText(name)
			if _, known := e.groups[key]; known || key == "" {
				continue
			}
			if dry {
				e.groups[key] = journal.ID{0xff, byte(len(e.groups) >> 8), byte(len(e.groups))}
				continue
			}
			id, err := journal.NewID(time.Now().UnixMilli(), rand.Reader)
			if err != nil {
				return err
			}
			if err := e.keep.beside(e.ctx, model.AddGroup{Group: model.Group{ID: id, Name: name, Site: e.session.Site()}}); err != nil {
				return err
			}
			e.groups[key] = id
		}
	}
	return nil
}

// action is what a row asks for, nil when all of it is known. Errors: Conflict when the row stands in the file already with something
// else in it, or nobody can tell whose it is; Refused for who left.
func (e *enrolment) action(row *studentRow) (model.Action, error) {
	p := &row.person
	for _, name := range row.groups {
		if id, ok := e.groups[plain.FoldText(name)]; ok && !slices.Contains(p.Groups, id) {
			p.Groups = append(p.Groups, id)
		}
	}
	if again, err := e.again(row); err != nil || again {
		return nil, err
	}
	found, err := e.known.find(*p)
	if err != nil {
		return nil, err
	}
	if found.who == nil {
		if other, here := e.staff[strings.ToLower(p.Email)]; here && p.Email != "" {
			return nil, fault.New(fault.Conflict, "import.is-colleague", "name", other.Name, "email", p.Email)
		}
		if left, err := e.left.find(*p); err == nil && left.who != nil {
			code := "import.left"
			if left.who.Removed {
				code = "import.removed"
			}
			return nil, fault.New(fault.Refused, code, "name", left.who.Name)
		}
		if p.Site.IsZero() {
			p.Site = e.session.Site()
		}
		return model.AddPerson{Person: *p}, nil
	}
	if before, twice := e.taken[found.who.ID]; twice {
		return nil, fault.New(fault.Conflict, "import.twice", "name", p.Name, "row", before)
	}
	e.taken[found.who.ID] = row.row
	return e.edit(row, found)
}

// edit is what a row alters of somebody known, nil when all of it is known.
func (e *enrolment) edit(row *studentRow, found match) (model.Action, error) {
	known, p := *found.who, &row.person
	if found.zeros && len(known.Number) > len(p.Number) { // a spreadsheet has eaten the zeros
		p.Number = known.Number
	}
	now := over(known, *p)
	if plain.FoldText(known.Name) == plain.FoldText(now.Name) && strings.EqualFold(known.Name, now.Name) {
		now.Name = known.Name
	}
	switch {
	case found.renamed:
		row.note("import.renamed\x00" + known.Name + " → " + now.Name)
	case found.zeros:
		row.note("import.zeros\x00" + now.Name + " (" + now.Number + ")")
	case known.Number != "" && !strings.EqualFold(known.Number, now.Number):
		row.note("import.renumbered\x00" + now.Name + ": " + known.Number + " → " + now.Number)
	}
	if strings.EqualFold(known.Number, now.Number) {
		now.Number = known.Number
	}
	if known.Study.Status == model.StudyEnded {
		row.note("import.ended-here")
	}
	if samePerson(known, now) {
		return nil, nil
	}
	return model.EditPerson{Person: now}, nil
}

// again tells whether somebody stands in the file already, with the same in the row. Errors: Conflict where the rows differ, or nothing
// tells the two apart.
func (e *enrolment) again(row *studentRow) (bool, error) {
	at, code := e.inFile.same(row.person)
	if at < 0 {
		e.inFile.add(row.person)
		e.before = append(e.before, *row)
		return false, nil
	}
	was := e.before[at]
	if samePerson(was.person, row.person) {
		row.note("import.same-row")
		return true, nil
	}
	return false, fault.New(fault.Conflict, code, "name", row.person.Name, "row", was.row)
}
