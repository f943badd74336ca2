package exchange

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/byhand"
	"leerbalie/store/exchange/roster"
	"leerbalie/store/exchange/tabular"
)

// studentRow is one student as a file has them: only what the row says is filled in.
type studentRow struct {
	row    int
	person model.Person
	groups []string
	asked  []string // see entry.asked
	notes  []string // codes of what is to be said of the row once it is in
}

// note notes what is to be said of the row.
func (s *studentRow) note(code string) { s.notes = append(s.notes, code) }

// what a row is.
type rowIs int

// What a row can be.
const (
	aStudent rowIs = iota
	somebodyElse
	whoIsGone
	nobody
)

// studentReader turns rows into students.
type studentReader struct {
	columns studentColumns
	beside  *roster.Beside // of a OneRoster file; nil for any other
	codes   *codes
	themes  model.Finder
	sites   map[string]journal.ID // by folded code and name
	loc     *time.Location
	dates   *byhand.Dates
	others  int            // rows about somebody who is no student
	gone    []model.Person // whom the file says to be gone
	nobody  []string       // names that are nobody's
}

func (r *studentReader) cell(cells []string, field string) string {
	if at, ok := r.columns.at[field]; ok {
		if text := strings.TrimSpace(plain.Harmless(cells[at])); text != "" {
			return text
		}
	}
	for _, at := range r.columns.also[field] {
		if text := strings.TrimSpace(plain.Harmless(cells[at])); text != "" {
			return text
		}
	}
	return ""
}

// list reads several values in one cell, by comma, semicolon or bar.
func (r *studentReader) list(cells []string, field string) (out []string) {
	for _, part := range strings.FieldsFunc(r.cell(cells, field), func(c rune) bool { return strings.ContainsRune(",;|\n", c) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// read reads a row; is tells whether it is of a student. Errors: Invalid.
func (r *studentReader) read(row tabular.Row) (out studentRow, is rowIs, err error) {
	cells := row.Cells
	out = studentRow{row: row.Number, groups: r.list(cells, "group")}
	p := &out.person
	p.Roles = []model.Role{model.RoleStudent}
	called := r.cell(cells, "given_name")
	if called == "" {
		called = r.cell(cells, "initials")
	}
	if row.Twice {
		out.note("import.encoded-twice-names")
	}
	whole := r.cell(cells, "name")
	p.Name = roster.Name(whole, called, r.cell(cells, "infix"), r.cell(cells, "family_name"))
	if lost(p.Name) {
		out.note("import.lost-letters-names")
	}
	if tabular.Strange(p.Name) {
		out.note("import.strange-letters-names")
	}
	p.SourceID, p.Email = r.cell(cells, "source_id"), r.address(cells)
	if p.Number, err = roster.Number(r.cell(cells, "number")); err != nil {
		return out, aStudent, err
	}
	switch is = r.is(cells, p.SourceID); {
	case is == somebodyElse:
		r.others++
		return out, is, nil
	case roster.Nobody(p.Name) || roster.Nobody(whole):
		r.nobody = append(r.nobody, p.Name)
		return out, nobody, nil
	case p.Name == "" && r.empty(cells):
		return out, nobody, nil
	case p.Name == "":
		return out, is, fault.New(fault.Invalid, "import.empty-name")
	}
	p.Study.School = r.cell(cells, "school")
	if r.beside != nil {
		p.Study.School = r.beside.Schools(p.Study.School)
		out.groups = append(out.groups, r.beside.Groups(p.SourceID)...)
	}
	if is == whoIsGone {
		r.gone = append(r.gone, *p)
		return out, is, nil
	}
	for _, l := range r.list(cells, "languages") {
		p.Languages = append(p.Languages, r.codes.language(l))
	}
	if err := r.study(&out, cells); err != nil {
		return out, is, err
	}
	for _, field := range []string{"name", "number", "email", "programme", "crebo", "cohort", "school", "group", "languages", "themes", "wishes", "strong", "open", "route", "company",
		"guide", "source_id"} {
		place := plain.InWords
		if row := model.PersonTable().Row(strings.ReplaceAll(field, "_", "-")); row != nil {
			place = row.Place
		}
		text := r.cell(cells, field)
		if field == "name" {
			text = p.Name
		}
		if err := checkText(field, text, place, &out.asked); err != nil {
			return out, is, err
		}
	}
	return out, aStudent, nil
}

// address is the e-mail address of a row; the name by which somebody logs in is one only where it looks like one.
func (r *studentReader) address(cells []string) string {
	text := r.cell(cells, "email")
	if at, ok := r.columns.at["email"]; ok && r.columns.login == at && !strings.Contains(text, "@") {
		return ""
	}
	return text
}

// empty tells whether all that a row has stands in columns that are not read.
func (r *studentReader) empty(cells []string) bool {
	for field := range r.columns.at {
		if r.cell(cells, field) != "" {
			return false
		}
	}
	return true
}

// is reads what a row says of whether somebody learns here, and still does.
func (r *studentReader) is(cells []string, source string) rowIs {
	text := func(at int) string {
		if at < 0 {
			return ""
		}
		return strings.TrimSpace(cells[at])
	}
	switch {
	case r.columns.role >= 0 && !roster.Student(text(r.columns.role)), r.columns.role < 0 && r.beside != nil && !r.beside.Learns(source):
		return somebodyElse
	case roster.Gone(text(r.columns.status)), roster.Disabled(text(r.columns.enabled)):
		return whoIsGone
	}
	return aStudent
}

func (r *studentReader) study(row *studentRow, cells []string) (err error) {
	p := &row.person
	s := &p.Study
	if err := r.level(row, cells); err != nil {
		return err
	}
	if text := r.cell(cells, "year"); text != "" {
		if err := year(s, text); err != nil {
			return err
		}
	}
	if route := r.cell(cells, "route"); route != "" {
		s.Route = route
	}
	s.Company, s.Guide = r.cell(cells, "company"), r.cell(cells, "guide")
	if cohort := r.cell(cells, "cohort"); cohort != "" {
		s.Cohort = cohort
	}
	s.Crebo = r.cell(cells, "crebo")
	parts := r.list(cells, "dayparts")
	for _, text := range parts {
		if _, hours := daypart.HoursOfDay(text); hours {
			row.note("import.hours-read")
			break
		}
	}
	if s.DayParts, err = daypart.ParseDayParts(parts); err != nil {
		return err
	}
	for _, t := range r.list(cells, "themes") {
		if c, known := r.themes.Find(t); known {
			t = c.Code
		}
		s.Themes = append(s.Themes, t)
	}
	s.Wishes, s.Strong, s.Open = r.list(cells, "wishes"), r.list(cells, "strong"), r.list(cells, "open")
	for _, day := range []struct {
		field string
		to    *time.Time
	}{{"start", &s.Start}, {"end", &s.End}, {"waiting_since", &s.Waiting}} {
		field, to := day.field, day.to
		if text := r.cell(cells, field); text != "" {
			when, err := r.dates.Read(text)
			if err != nil {
				return err
			}
			if when.Year {
				row.note("import.year-of-others")
			}
			y, m, d := when.At.In(r.loc).Date()
			*to = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		}
	}
	if text := r.cell(cells, "norm_hours"); text != "" {
		n, err := tabular.Number(text)
		if err != nil || n < 0 || n > 10_000 {
			return fault.New(fault.Invalid, "import.hours-norm", "text", text)
		}
		s.NormHours = int(n)
	}
	if text := r.cell(cells, "site"); text != "" {
		if p.Site, err = r.site(text); err != nil {
			return err
		}
	}
	for _, text := range r.list(cells, "travel") {
		id, err := r.site(text)
		if err != nil {
			return err
		}
		s.Travel = append(s.Travel, id)
	}
	if p.Level == "" {
		row.note("import.no-level")
	}
	if s.DayParts == 0 {
		row.note("import.no-dayparts")
	}
	return nil
}

func (r *studentReader) site(text string) (journal.ID, error) {
	id, ok := r.sites[plain.FoldText(text)]
	if !ok {
		return id, fault.New(fault.NotFound, "site-unknown", "name", text)
	}
	return id, nil
}

// level reads the level of a row and what its cell says besides; without one, what the programme's name says.
func (r *studentReader) level(row *studentRow, cells []string) error {
	p, text := &row.person, r.cell(cells, "level")
	p.Study.Programme = r.cell(cells, "programme")
	if r.columns.roster && strings.Trim(text, "0123456789, ") == "" { // a school year, in numbers of the school's own
		text = ""
	}
	level, err := roster.ReadLevel(text)
	if err != nil && !r.columns.roster {
		return err
	}
	p.Level, p.Study.Year, p.Study.Route = level.Code, level.Year, level.Route
	if level.Bare {
		row.note("import.level-bare")
	}
	if text == "" {
		if p.Level = roster.LevelOf(p.Study.Programme); p.Level != "" {
			row.note("import.level-programme")
		}
	}
	return nil
}

// year reads the year in which somebody learns; a school year (2025-2026) is a cohort's. Errors: Invalid.
func year(s *model.Study, text string) error {
	first, _, _ := strings.Cut(strings.ReplaceAll(text, "/", "-"), "-")
	if n, err := tabular.Number(first); err == nil && n >= 2000 && n < 2100 {
		s.Cohort = text
		return nil
	}
	n, err := tabular.Number(text)
	if err != nil {
		if level, err := roster.ReadLevel("hbo " + text); err == nil && level.Year > 0 { // "jaar 2", "2e jaar"
			s.Year = level.Year
			return nil
		}
	}
	if err != nil || n < 1 || n > 10 || n != float64(int(n)) {
		return fault.New(fault.Invalid, "import.year", "text", text)
	}
	s.Year = int(n)
	return nil
}
