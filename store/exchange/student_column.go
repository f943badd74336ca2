package exchange

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/roster"
	"leerbalie/store/exchange/tabular"
)

// studentHeaders are the names that a column of a field is known by, from the surest to the vaguest; compared by
// tabular.Fold.
func studentHeaders() map[string][]string {
	return map[string][]string{
		"number": {"number", "studentnummer", "student number", "leerlingnummer", "deelnemernummer", "studentnr", "leerlingnr", "deelnemernr", "stamnummer", "stamnr",
			"sis user id", "sis id", "nummer", "nr", "identifier", "id"},
		"name":          {"name", "naam", "volledige naam", "full name", "student", "leerling", "deelnemer", "studentnaam", "leerlingnaam", "deelnemernaam", "naam student", "display name"},
		"given_name":    {"preferredGivenName", "roepnaam", "given_name", "voornaam", "first name", "givenName", "voornamen"},
		"infix":         {"preferredMiddleName", "infix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "tussenv", "tv", "prefix", "middleName"},
		"family_name":   {"preferredFamilyName", "family_name", "achternaam", "last name", "surname", "familyName", "geslachtsnaam", "familienaam"},
		"initials":      {"initials", "voorletters", "voorletter", "initialen"},
		"email":         {"email", "e-mail", "mailadres", "e-mailadres", "mail", "e-mail instelling", "e-mail school", "schoolmail", "sis login id"},
		"level":         {"level", "niveau", "opleidingsniveau", "mbo niveau", "grades"},
		"year":          {"year", "leerjaar", "studiejaar", "jaar"},
		"programme":     {"programme", "opleiding", "program", "studie", "opleidingsnaam"},
		"crebo":         {"crebo", "crebonummer", "crebo code", "crebonr", "opleidingscode"},
		"cohort":        {"cohort"},
		"school":        {"school", "instelling", "onderwijsinstelling", "roc", "hogeschool", "primaryOrgSourcedId", "orgSourcedIds"},
		"site":          {"site", "locatie", "servicepunt", "wijkcentrum", "location"},
		"group":         {"group", "groep", "klas", "class", "section", "sectie", "lesgroep", "basisgroep", "stamgroep"},
		"languages":     {"languages", "talen", "taal", "language"},
		"themes":        {"themes", "themas", "thema's", "thema", "theme", "interesses"},
		"dayparts":      {"dayparts", "day parts", "dagdelen", "dagdeel", "beschikbaar", "beschikbaarheid", "rooster", "availability"},
		"start":         {"start", "startdatum", "begin", "begindatum", "start date", "start stage", "begin stage", "bpv begin", "bpv start", "begindatum bpv", "startdatum bpv", "stage begin", "stage van", "startdatum stage", "begindatum stage"},
		"end":           {"end", "einddatum", "einde", "eind", "end date", "einde stage", "eind stage", "bpv eind", "bpv einde", "einddatum bpv", "stage eind", "stage einde", "stage tot", "einddatum stage"},
		"norm_hours":    {"norm_hours", "normuren", "bpv uren", "uren bpv", "stage-uren", "stageuren", "norm hours"},
		"wishes":        {"wishes", "wensen", "wens", "wish"},
		"strong":        {"strong", "sterk", "sterke competenties", "sterke punten", "strengths"},
		"open":          {"open", "open competenties", "leerdoelen", "te leren", "learning goals"},
		"travel":        {"travel", "ook op", "andere locaties", "other sites"},
		"waiting_since": {"waiting_since", "wacht sinds", "wachtend sinds", "waiting since"},
		"route":         {"route", "leerweg", "opleidingsvorm", "studievorm", "onderwijsvorm"},
		"company":       {"company", "bpv bedrijf", "leerbedrijf", "stagebedrijf", "stage-adres", "stageplaats", "stageplek", "bedrijf", "bpv plaats"},
		"guide":         {"guide", "praktijkopleider", "praktijkbegeleider", "stagebegeleider", "bpv begeleider", "werkbegeleider"},
		"source_id":     {"source_id", "sourcedId", "bron-id", "kenmerk", "sis id", "user id", "id"},
	}
}

// Columns that say whether a row is of somebody who learns here now.
var (
	roleHeaders    = []string{"role", "rol", "user type", "gebruikerstype", "type gebruiker"}
	statusHeaders  = []string{"status", "inschrijfstatus", "inschrijvingsstatus", "status inschrijving", "studentstatus", "deelnemerstatus"}
	enabledHeaders = []string{"enabledUser", "enabled", "actief", "active"}
)

// studentColumns says in which column each field stands.
type studentColumns struct {
	at      map[string]int
	also    map[string][]int // of the parts of a name, what counts where that column is empty
	roster  bool             // OneRoster
	role    int
	status  int
	enabled int
	login   int // the name by which somebody logs in, which may be an address
	remarks []transfer.Remark
}

// placeStudents finds the columns: as asked, or else by their names. Errors: Invalid for a column that is not there, for a
// table without names, for one of something else than people who learn, and for one that is no OneRoster users.csv where that was asked.
func placeStudents(t *tabular.Reader, o transfer.ImportOptions) (c studentColumns, err error) {
	c = studentColumns{at: map[string]int{}, also: map[string][]int{}, remarks: sayAbove(t)}
	c.role, c.status, c.enabled = firstColumn(t, roleHeaders), firstColumn(t, statusHeaders), firstColumn(t, enabledHeaders)
	c.login = t.Column("SIS Login ID")
	c.roster = oneRoster(t) && o.Format != transfer.CSV
	if err := peopleWhoLearn(t, o); err != nil {
		return c, err
	}
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
	_, whole := c.at["name"]
	_, family := c.at["family_name"]
	if !whole && !family {
		return c, fault.New(fault.Invalid, "import.no-name", "columns", strings.Join(t.Header(), ", "))
	}
	if o.Map == nil && !family && len(c.saysWhom(t)) == 0 && c.unknown(t) {
		return c, fault.New(fault.Invalid, "import.no-whom", "column", t.Header()[c.at["name"]], "columns", strings.Join(t.Header(), ", "))
	}
	c.leave(t)
	return c, nil
}

// peopleWhoLearn refuses a table whose headings say that it lists something else.
func peopleWhoLearn(t *tabular.Reader, o transfer.ImportOptions) error {
	folded := make([]string, len(t.Header()))
	for i, name := range t.Header() {
		folded[i] = tabular.Fold(name)
	}
	learns := o.Map != nil
	for field, names := range studentHeaders() {
		if slices.Contains([]string{"level", "year", "programme", "crebo", "cohort", "dayparts", "norm_hours", "company", "route"}, field) {
			learns = learns || firstColumn(t, names) >= 0
		}
	}
	for _, name := range folded {
		learns = learns || strings.Contains(name, "student") || strings.Contains(name, "leerling") || strings.Contains(name, "deelnemer")
	}
	if what := roster.NotPeople(folded, learns); what != "" {
		return fault.New(fault.Invalid, "import.is-"+what, "columns", strings.Join(t.Header(), ", "))
	}
	return nil
}

// saysWhom are the fields, besides a name, that tell that a table lists people who learn, or which ones.
func (c *studentColumns) saysWhom(t *tabular.Reader) (out []string) {
	for field := range c.at {
		if !slices.Contains([]string{"name", "site", "source_id", "start", "end", "languages", "themes"}, field) {
			out = append(out, field)
		}
	}
	name := tabular.Fold(t.Header()[c.at["name"]])
	if strings.Contains(name, "student") || strings.Contains(name, "leerling") || strings.Contains(name, "deelnemer") {
		out = append(out, "name")
	}
	return out
}

// unknown tells whether the table has columns of which nobody knows what they are.
func (c *studentColumns) unknown(t *tabular.Reader) bool {
	taken := c.taken()
	for i, name := range t.Header() {
		if name != "" && !slices.Contains(taken, i) {
			return true
		}
	}
	return false
}

// firstColumn is the first column that has one of some names; -1 when there is none.
func firstColumn(t *tabular.Reader, names []string) int {
	for _, name := range names {
		if at := t.Column(name); at >= 0 {
			return at
		}
	}
	return -1
}

// oneRoster tells whether a table has the columns that every OneRoster users.csv has, 1.1 and 1.2.
func oneRoster(t *tabular.Reader) bool {
	for _, name := range []string{"sourcedId", "givenName", "familyName"} {
		if t.Column(name) < 0 {
			return false
		}
	}
	return true
}

// besideOf reads the other files of OneRoster, where the table is one of its. Errors: Invalid where neither the table nor a file beside
// it says who is a student.
func (c *studentColumns) besideOf(t *tabular.Reader, o transfer.ImportOptions) (*roster.Beside, error) {
	if !oneRoster(t) {
		return nil, nil
	}
	b, err := roster.ReadBeside(o.Beside, o.Now)
	if err != nil {
		return nil, err
	}
	if c.role < 0 && !b.HasRoles() {
		code := "import.no-roles"
		if o.Beside == nil {
			code = "import.no-roles-alone"
		}
		return nil, fault.New(fault.Invalid, code)
	}
	if len(b.Read) > 0 {
		c.remarks = append(c.remarks, remark("import.beside", "files", strings.Join(b.Read, ", ")))
	}
	return b, nil
}

func (c *studentColumns) byName(t *tabular.Reader) {
	headers := studentHeaders()
	canvas := t.Column("student") >= 0 && t.Column("section") >= 0 // there ID is Canvas' own
	for _, field := range transfer.StudentFields() {
		for _, name := range headers[field] {
			at := t.Column(name)
			if at < 0 || slices.Contains(c.taken(), at) || transfer.IsBSN(t.Header()[at]) || field == "number" && name == "id" && canvas {
				continue
			}
			c.at[field] = at
			break
		}
	}
	c.fallBack(t)
}

// fallBack finds, for the parts of a name, the other columns that count where the first is empty.
func (c *studentColumns) fallBack(t *tabular.Reader) {
	headers := studentHeaders()
	for _, field := range []string{"given_name", "infix", "family_name"} {
		if _, have := c.at[field]; !have {
			continue
		}
		for _, name := range headers[field] {
			if at := t.Column(name); at >= 0 && !slices.Contains(c.taken(), at) {
				c.also[field] = append(c.also[field], at)
			}
		}
	}
}

// taken are the columns that have a meaning.
func (c *studentColumns) taken() []int {
	out := append(slices.Collect(maps.Values(c.at)), c.role, c.status, c.enabled)
	for _, more := range c.also {
		out = append(out, more...)
	}
	return out
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
	c.fallBack(t)
	return nil
}

// leave says which columns are not taken.
func (c *studentColumns) leave(t *tabular.Reader) {
	taken := c.taken()
	var left []string
	for i, name := range t.Header() {
		switch {
		case name == "" || slices.Contains(taken, i):
		case transfer.IsBSN(name):
			c.remarks = append(c.remarks, remark("import.bsn-column", "column", name))
		case tabular.Fold(name) == "password" || tabular.Fold(name) == "wachtwoord":
			c.remarks = append(c.remarks, remark("import.password-column"))
		default:
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		c.remarks = append(c.remarks, remark("import.columns-left", "columns", strings.Join(left, ", ")))
	}
}

// isNotWhom tells whether an error is about a table that does not say whom it lists: somebody may say so of its columns.
func isNotWhom(err error) bool {
	var wrong *fault.Error
	return errors.As(err, &wrong) && (wrong.Msg == "import.no-name" || wrong.Msg == "import.no-whom")
}
