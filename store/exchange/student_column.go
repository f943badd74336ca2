package exchange

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// studentHeaders are the names that a column of a field is known by, from the surest to the vaguest; compared by
// tabular.Fold.
func studentHeaders() map[string][]string {
	return map[string][]string{
		"number":        {"number", "studentnummer", "student number", "leerlingnummer", "deelnemernummer", "studentnr", "nummer", "nr", "identifier", "id", "sourcedId"},
		"name":          {"name", "naam", "volledige naam", "full name", "student", "leerling", "deelnemer"},
		"given_name":    {"given_name", "voornaam", "roepnaam", "first name", "givenName"},
		"infix":         {"infix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel"},
		"family_name":   {"family_name", "achternaam", "last name", "surname", "familyName"},
		"email":         {"email", "e-mail", "mailadres", "e-mailadres", "mail"},
		"level":         {"level", "niveau", "opleidingsniveau", "grades"},
		"year":          {"year", "leerjaar", "studiejaar", "jaar"},
		"programme":     {"programme", "opleiding", "program", "studie"},
		"crebo":         {"crebo", "crebonummer", "crebo code", "opleidingscode"},
		"cohort":        {"cohort"},
		"school":        {"school", "instelling", "onderwijsinstelling", "roc", "hogeschool", "orgSourcedIds"},
		"site":          {"site", "locatie", "servicepunt", "wijkcentrum", "location"},
		"group":         {"group", "groep", "klas", "class"},
		"languages":     {"languages", "talen", "taal", "language"},
		"themes":        {"themes", "themas", "thema's", "thema", "theme", "interesses"},
		"dayparts":      {"dayparts", "day parts", "dagdelen", "dagdeel", "beschikbaar", "beschikbaarheid", "rooster", "availability"},
		"start":         {"start", "startdatum", "begin", "begindatum", "start date"},
		"end":           {"end", "einddatum", "einde", "eind", "end date"},
		"norm_hours":    {"norm_hours", "normuren", "bpv uren", "stage-uren", "stageuren", "norm hours"},
		"wishes":        {"wishes", "wensen", "wens", "wish"},
		"strong":        {"strong", "sterk", "sterke competenties", "sterke punten", "strengths"},
		"open":          {"open", "open competenties", "leerdoelen", "te leren", "learning goals"},
		"travel":        {"travel", "ook op", "andere locaties", "other sites"},
		"waiting_since": {"waiting_since", "wacht sinds", "wachtend sinds", "waiting since"},
	}
}

// studentColumns says in which column each field stands.
type studentColumns struct {
	at      map[string]int
	roster  bool // OneRoster: role, status and password have a meaning
	role    int
	status  int
	remarks []transfer.Remark
}

// placeStudents finds the columns: as asked, or else by their names. Errors: Invalid for a column that is not there, for a
// table without names, and for one that is no OneRoster users.csv where that was asked.
func placeStudents(t *tabular.Reader, o transfer.ImportOptions) (c studentColumns, err error) {
	c = studentColumns{at: map[string]int{}, role: -1, status: -1}
	c.roster = oneRoster(t) && o.Map == nil && o.Format != transfer.CSV
	if o.Format == transfer.OneRoster && !c.roster {
		return c, fault.New(fault.Invalid, "import.not-oneroster", "columns", strings.Join(t.Header(), ", "))
	}
	if o.Map != nil {
		err = c.byMap(t, o.Map)
	} else {
		c.byName(t)
	}
	if err != nil {
		return c, err
	}
	if c.roster {
		c.role, c.status = t.Column("role"), t.Column("status")
		if at := t.Column("identifier"); at >= 0 {
			c.at["number"] = at
		}
	}
	_, whole := c.at["name"]
	_, family := c.at["family_name"]
	if !whole && !family {
		return c, fault.New(fault.Invalid, "import.no-name", "columns", strings.Join(t.Header(), ", "))
	}
	c.leave(t)
	return c, nil
}

// oneRoster tells whether a table has the columns that every OneRoster 1.1 users.csv has.
func oneRoster(t *tabular.Reader) bool {
	for _, name := range []string{"sourcedId", "role", "givenName", "familyName"} {
		if t.Column(name) < 0 {
			return false
		}
	}
	return true
}

func (c *studentColumns) byName(t *tabular.Reader) {
	headers := studentHeaders()
	for _, field := range transfer.StudentFields() {
		for _, name := range headers[field] {
			at := t.Column(name)
			if at >= 0 && !slices.Contains(slices.Collect(maps.Values(c.at)), at) && !transfer.IsBSN(t.Header()[at]) {
				c.at[field] = at
				break
			}
		}
	}
}

func (c *studentColumns) byMap(t *tabular.Reader, asked map[string]string) error {
	for _, field := range slices.Sorted(maps.Keys(asked)) {
		at := t.Column(asked[field])
		if at < 0 {
			return fault.New(fault.Invalid, "import.no-column", "target", field, "column", asked[field], "columns", strings.Join(t.Header(), ", "))
		}
		if transfer.IsBSN(field) || transfer.IsBSN(t.Header()[at]) {
			if !transfer.IsBSN(t.Header()[at]) {
				c.remarks = append(c.remarks, remark("import.bsn-column", "column", t.Header()[at]))
			}
			continue
		}
		c.at[field] = at
	}
	return nil
}

// leave says which columns are not taken.
func (c *studentColumns) leave(t *tabular.Reader) {
	taken := slices.Collect(maps.Values(c.at))
	var left []string
	for i, name := range t.Header() {
		switch {
		case name == "" || slices.Contains(taken, i) || i == c.role || i == c.status:
		case transfer.IsBSN(name):
			c.remarks = append(c.remarks, remark("import.bsn-column", "column", name))
		case c.roster && tabular.Fold(name) == "password":
			c.remarks = append(c.remarks, remark("import.password-column"))
		default:
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		c.remarks = append(c.remarks, remark("import.columns-left", "columns", strings.Join(left, ", ")))
	}
}
