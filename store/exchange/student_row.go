package exchange

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/tabular"
)

// studentRow is one student as a file has them: only what the row says is filled in.
type studentRow struct {
	row    int
	person model.Person
	groups []string
	asked  []string // see entry.asked
}

// studentReader turns rows into students.
type studentReader struct {
	columns studentColumns
	codes   *codes
	themes  model.Finder
	sites   map[string]journal.ID // by folded code and name
	loc     *time.Location
	others  int // rows about somebody who is no student
	noLevel int
	noParts int
}

func (r *studentReader) cell(cells []string, field string) string {
	if at, ok := r.columns.at[field]; ok {
		return strings.TrimSpace(clean(cells[at]))
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

// read reads a row; ok is false for one that is about somebody else. Errors: Invalid.
func (r *studentReader) read(row tabular.Row) (out studentRow, ok bool, err error) {
	cells := row.Cells
	out = studentRow{row: row.Number, groups: r.list(cells, "group")}
	if r.columns.roster && !r.isStudent(cells) {
		r.others++
		return out, false, nil
	}
	p := &out.person
	p.Roles = []model.Role{model.RoleStudent}
	p.Name = r.cell(cells, "name")
	if p.Name == "" {
		p.Name = strings.Join(strings.Fields(r.cell(cells, "given_name")+" "+r.cell(cells, "infix")+" "+r.cell(cells, "family_name")), " ")
	}
	if p.Name == "" {
		return out, false, fault.New(fault.Invalid, "import.empty-name")
	}
	p.Number, p.Email = r.cell(cells, "number"), r.cell(cells, "email")
	for _, l := range r.list(cells, "languages") {
		p.Languages = append(p.Languages, r.codes.language(l))
	}
	if err := r.study(p, cells); err != nil {
		return out, false, err
	}
	for _, field := range []string{"name", "number", "email", "programme", "crebo", "cohort", "school", "group", "languages", "themes", "wishes", "strong", "open"} {
		place := plain.InWords
		if row := model.PersonTable().Row(field); row != nil {
			place = row.Place
		}
		if err := checkText(field, r.cell(cells, field), place, &out.asked); err != nil {
			return out, false, err
		}
	}
	return out, true, nil
}

// isStudent reads the role and the status that OneRoster gives a user.
func (r *studentReader) isStudent(cells []string) bool {
	role := strings.ToLower(strings.TrimSpace(cells[r.columns.role]))
	gone := r.columns.status >= 0 && strings.EqualFold(strings.TrimSpace(cells[r.columns.status]), "tobedeleted")
	return role == "student" && !gone
}

func (r *studentReader) study(p *model.Person, cells []string) (err error) {
	s := &p.Study
	if p.Level, s.Year, err = level(r.cell(cells, "level")); err != nil {
		if !r.columns.roster { // there it is a column of school years, in words of the school's own
			return err
		}
		p.Level = ""
	}
	if text := r.cell(cells, "year"); text != "" {
		n, err := tabular.Number(text)
		if err != nil || n < 1 || n > 10 || n != float64(int(n)) {
			return fault.New(fault.Invalid, "import.year", "text", text)
		}
		s.Year = int(n)
	}
	s.Programme, s.Crebo, s.Cohort, s.School = r.cell(cells, "programme"), r.cell(cells, "crebo"), r.cell(cells, "cohort"), r.cell(cells, "school")
	if s.DayParts, err = daypart.ParseDayParts(r.list(cells, "dayparts")); err != nil {
		return err
	}
	for _, t := range r.list(cells, "themes") {
		if c, known := r.themes.Find(t); known {
			t = c.Code
		}
		s.Themes = append(s.Themes, t)
	}
	s.Wishes, s.Strong, s.Open = r.list(cells, "wishes"), r.list(cells, "strong"), r.list(cells, "open")
	for field, to := range map[string]*time.Time{"start": &s.Start, "end": &s.End, "waiting_since": &s.Waiting} {
		if text := r.cell(cells, field); text != "" {
			at, err := tabular.Moment(text, r.loc)
			if err != nil {
				return err
			}
			y, m, d := at.In(r.loc).Date()
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
		r.noLevel++
	}
	if s.DayParts == 0 {
		r.noParts++
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

// level reads a level as schools write it: mbo-3, "MBO niveau 4", hbo, "hbo-2" (the second year), Associate degree. A bare
// 1 to 4 is a level of mbo. Errors: Invalid.
func level(text string) (level string, year int, err error) {
	words := plain.Fold(text)
	if len(words) == 0 {
		return "", 0, nil
	}
	number, kind := 0, ""
	for _, w := range words {
		switch {
		case len(w) == 1 && w[0] >= '1' && w[0] <= '9':
			number = int(w[0] - '0')
		case w == "mbo" || w == "hbo" || w == "ad":
			kind = w
		case len(w) == 4 && (w[:3] == "mbo" || w[:3] == "hbo") && w[3] >= '1' && w[3] <= '9':
			kind, number = w[:3], int(w[3]-'0')
		case w == "associate" || w == "associatedegree":
			kind = "ad"
		case w == "bachelor" || w == "hogeschool":
			kind = "hbo"
		case w == "niveau" || w == "level" || w == "degree" || w == "jaar" || w == "year" || w == "n" || w == "bol" || w == "bbl":
		default:
			return "", 0, fault.New(fault.Invalid, "unknown-level", "level", text)
		}
	}
	switch {
	case kind == "ad" || kind == "hbo":
		return kind, number, nil
	case number >= 1 && number <= 4:
		return "mbo-" + string(rune('0'+number)), 0, nil
	}
	return "", 0, fault.New(fault.Invalid, "unknown-level", "level", text)
}
