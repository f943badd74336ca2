package exchange

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// The fields of a request whose columns are read in a way of their own, by their names in transfer.RequestFields.
const (
	sourceID  = "source_id"
	createdAt = "created_at"
	closedAt  = "closed_at"
	summary   = "summary"
	details   = "details"
	minutes   = "minutes"
	hours     = "hours"
	status    = "status"
	outcome   = "outcome"
)

// headers are the names that columns are known by, Dutch first; each list from the surest to the vaguest. They are
// compared by tabular.Fold: case, spaces, hyphens and underscores do not count. A field that is not here is known by the
// name that an export gives its column.
func headers() map[string][]string {
	return map[string][]string{
		sourceID: {"source_id", "bron id", "extern id", "external id", "zaaknummer", "dossiernummer", "vraagnummer", "hulpvraagnummer",
			"meldingsnummer", "registratienummer", "aanvraagnummer", "volgnummer", "ticketnummer", "kenmerk", "referentie", "case id",
			"case number", "ticket id", "ticket", "request id", "reference", "uuid", "id", "nummer", "number", "nr", "no"},
		createdAt: {"created_at", "created on", "created", "aangemaakt op", "aangemaakt", "aanmaakdatum", "binnengekomen op",
			"binnengekomen", "datum binnenkomst", "ontvangen op", "ontvangen", "ontvangstdatum", "datum ontvangst", "meldingsdatum",
			"datum melding", "aanmelddatum", "datum aanmelding", "registratiedatum", "datum registratie", "datum vraag", "contactdatum",
			"datum contact", "begindatum", "startdatum", "opened at", "opened", "open date", "requested at", "received at", "received",
			"start date", "datum tijd", "datum en tijd", "tijdstip", "datum", "date", "timestamp"},
		closedAt: {"closed_at", "closed on", "closed", "afgesloten op", "afgesloten", "gesloten op", "afsluitdatum", "datum afsluiting",
			"datum afgesloten", "sluitdatum", "afgehandeld op", "afgehandeld", "afhandeldatum", "datum afhandeling", "afgerond op",
			"einddatum", "close date", "closed date", "resolved at", "end date"},
		summary: {"summary", "samenvatting", "hulpvraag", "vraag", "onderwerp", "titel", "korte omschrijving", "omschrijving vraag",
			"subject", "title", "question", "request", "omschrijving", "melding", "description"},
		details: {"details", "toelichting", "lange omschrijving", "uitgebreide omschrijving", "notities", "notitie", "opmerkingen",
			"opmerking", "verslag", "beschrijving", "notes", "remarks", "body", "omschrijving", "description"},
		"channel": {"channel", "kanaal", "contactkanaal", "contactvorm", "contactwijze", "wijze van contact", "ingang", "bron", "source",
			"via", "contact method"},
		"theme": {"theme", "thema", "categorie", "rubriek", "soort vraag", "soort hulpvraag", "vraagsoort", "type vraag", "category",
			"topic", "soort", "type"},
		"life_domain": {"life_domain", "leefgebied", "levensgebied", "leefdomein", "domein", "domain"},
		"urgency":     {"urgency", "urgentie", "spoed", "prioriteit", "priority"},
		"language":    {"language", "taal", "voertaal", "gesproken taal", "spreektaal"},
		minutes: {"minutes", "minuten", "tijdsduur in minuten", "tijd in minuten", "bestede minuten", "duur min", "duur in minuten", "duration minutes",
			"min"},
		hours:  {"hours", "uren", "uur", "bestede uren", "tijd in uren", "duur in uren", "tijdsbesteding in uren"},
		status: {"status", "stand", "fase", "state", "stage"},
		outcome: {"outcome", "uitkomst", "resultaat", "afloop", "afhandeling", "reden afsluiting", "reden van afsluiting", "afsluitreden",
			"wijze van afhandeling", "resolution", "result"},
		"where_found": {"where_found", "antwoord gevonden", "waar gevonden", "vindplaats", "answer found"},
	}
}

// columns says in which column of a table each field stands that has one.
type columns struct {
	at      map[string]int
	asked   map[string]string // what somebody named; nil: by the names of the columns
	remarks []transfer.Remark
}

// target is a field that has a column in a file.
type target[E any] struct {
	name  string // see transfer.Key
	at    int
	field *model.Field[E]
}

// targets are the fields of a table that have columns.
func targets[E any](c columns, fields model.Table[E]) (out []target[E]) {
	for i := range fields {
		name := transfer.Key(fields[i].Name)
		if at, ok := c.at[name]; ok {
			out = append(out, target[E]{name, at, &fields[i]})
		}
	}
	return out
}

func (c *columns) say(msg string, pairs ...any) {
	c.remarks = append(c.remarks, transfer.Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, pairs...).Args})
}

// has tells whether a field has a column.
func (c *columns) has(field string) bool {
	_, ok := c.at[field]
	return ok
}

// taken tells whether a column is a field's.
func (c *columns) taken(column int) bool {
	for _, at := range c.at {
		if at == column {
			return true
		}
	}
	return false
}

// place finds the columns: as asked, or else by their names. Errors: Invalid for a column that is not there.
func place(t *tabular.Reader, asked map[string]string) (columns, error) {
	c := columns{at: map[string]int{}, asked: asked}
	var err error
	if asked == nil {
		c.byName(t)
	} else {
		err = c.byMap(t, asked)
	}
	if err != nil {
		return c, err
	}
	var left []string
	for i, name := range t.Header() {
		switch {
		case name == "" || c.taken(i):
		case transfer.IsBSN(name):
			c.say("import.bsn-column", "column", name)
		default:
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		c.say("import.columns-left", "columns", strings.Join(left, ", "))
	}
	if !c.has(sourceID) {
		c.say("import.no-source-id")
	}
	if !c.has(createdAt) {
		c.say("import.no-created-at")
	}
	return c, nil
}

func (c *columns) byName(t *tabular.Reader) {
	known := headers()
	for _, f := range transfer.RequestFields() {
		for _, name := range append([]string{f}, known[f]...) {
			at := t.Column(name)
			if at >= 0 && !c.taken(at) && !transfer.IsBSN(t.Header()[at]) {
				c.at[f] = at
				break
			}
		}
	}
}

func (c *columns) byMap(t *tabular.Reader, asked map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		column := asked[name]
		at := t.Column(column)
		if at < 0 {
			return fault.New(fault.Invalid, "import.no-column", "target", name, "column", column, "columns", strings.Join(t.Header(), ", "))
		}
		switch {
		case transfer.IsBSN(name) || transfer.IsBSN(t.Header()[at]):
			if !transfer.IsBSN(t.Header()[at]) { // otherwise it is said with the columns that are left
				c.say("import.bsn-column", "column", t.Header()[at])
			}
		case !slices.Contains(transfer.RequestFields(), name):
			return fault.New(fault.Invalid, "import.field", "target", name)
		default:
			c.at[name] = at
		}
	}
	return nil
}
