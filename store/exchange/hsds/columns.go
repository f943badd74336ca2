package hsds

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/spoken"
	"leerbalie/store/exchange/tabular"
)

// called are the names by which the columns of a municipality's own table are known, Dutch first; each list from the surest to the
// vaguest.
func called() map[string][]string {
	return map[string][]string{
		"id":           {"id", "nummer", "nr", "code", "volgnummer", "kenmerk", "uuid", "dienstnummer", "aanbodnummer", "service id"},
		"organization": {"organisatie", "organization", "organisation", "naam organisatie", "organisatienaam", "aanbieder", "naam aanbieder", "instelling", "instantie", "zorgaanbieder", "uitvoerder", "partner", "vereniging", "stichting", "provider", "agency", "organisation name"},
		"service":      {"dienst", "service", "aanbod", "naam dienst", "naam aanbod", "naam activiteit", "activiteit", "voorziening", "product", "hulpaanbod", "titel", "title", "service name", "programma", "program", "naam", "name"},
		"description":  {"omschrijving", "beschrijving", "description", "toelichting", "korte omschrijving", "wat", "inhoud", "uitleg", "informatie", "details"},
		"needs":        {"thema", "themas", "thema's", "categorie", "categorieen", "rubriek", "onderwerp", "onderwerpen", "trefwoorden", "trefwoord", "hulpvraag", "soort hulp", "soort", "leefgebied", "needs", "category", "categories", "topic", "topics", "keywords", "tags"},
		"audience":     {"doelgroep", "doelgroepen", "voor wie", "wie", "audience", "target group", "for whom"},
		"eligibility":  {"voorwaarden", "voorwaarde", "toelating", "toelatingseisen", "criteria", "eligibility", "conditions"},
		"process":      {"aanmelden", "aanmelding", "hoe aanmelden", "verwijzing", "aanmeldprocedure", "how to apply", "application process", "apply"},
		"fees":         {"kosten", "prijs", "tarief", "eigen bijdrage", "fees", "cost", "costs", "price"},
		"languages":    {"talen", "taal", "voertaal", "languages", "language"},
		"areas":        {"gebied", "werkgebied", "wijk", "wijken", "buurt", "gemeente", "stadsdeel", "regio", "service area", "area", "areas", "district"},
		"phone":        {"telefoon", "telefoonnummer", "telefoonnr", "tel", "telnr", "phone", "telephone", "phone number", "mobiel"},
		"email":        {"e-mail", "email", "e-mailadres", "emailadres", "mail", "mailadres", "email address"},
		"website":      {"website", "site", "url", "web", "webadres", "link", "homepage", "internet"},
		"contact":      {"contactpersoon", "contact", "naam contactpersoon", "contact person", "contact name"},
		"place":        {"locatie", "naam locatie", "plek", "vestiging", "gebouw", "locatienaam", "location", "location name", "venue", "branch"},
		"street":       {"adres", "straat", "straat en huisnummer", "bezoekadres", "straatnaam", "address", "street", "street address", "adresregel"},
		"postcode":     {"postcode", "pc", "postal code", "zip", "zip code"},
		"city":         {"plaats", "woonplaats", "plaatsnaam", "stad", "city", "town"},
		"hours":        {"openingstijden", "openingstijd", "tijden", "geopend", "wanneer", "openingsuren", "opening hours", "hours", "open"},
		"days":         {"dagen", "dag", "weekdag", "weekdagen", "days", "weekday", "day"},
		"opens":        {"opent", "open vanaf", "van", "begintijd", "opens", "opens at", "from"},
		"closes":       {"sluit", "open tot", "tot", "eindtijd", "closes", "closes at", "until"},
		"documents":    {"meenemen", "documenten", "benodigde documenten", "wat meenemen", "documents", "required documents", "bring"},
		"wait":         {"wachttijd", "wachtlijst", "wait", "wait time", "waiting time"},
		"assured_on":   {"gecontroleerd op", "gecontroleerd", "bijgewerkt", "bijgewerkt op", "laatst gewijzigd", "wijzigingsdatum", "actueel op", "checked on", "updated", "last updated", "assured date"},
		"note":         {"opmerking", "opmerkingen", "let op", "bijzonderheden", "note", "notes", "remarks", "alert"},
	}
}

func headingKey(name string) string { return strings.ReplaceAll(plain.FoldText(name), " ", "") }

var calledKeys = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, names := range called() {
		for _, n := range names {
			out[headingKey(n)] = true
		}
	}
	for _, t := range schema() {
		for _, c := range t.Columns {
			out[headingKey(c.Name)] = true
		}
	}
	for _, t := range ohanaTables() {
		for _, c := range t.columns {
			out[headingKey(c)] = true
		}
	}
	return out
})

// headings tells what may stand among the headings of a table, so that titles above them are passed over.
func headings(asked map[string]string) func(string) bool {
	if asked == nil {
		return func(h string) bool { return calledKeys()[headingKey(h)] || transfer.IsBSN(h) }
	}
	known := map[string]bool{}
	for _, column := range asked {
		known[tabular.Fold(column)] = true
	}
	return func(h string) bool { return known[tabular.Fold(h)] }
}

// ColumnsOf says which column of a table with columns of its own holds which field, by their headings or as asked. Errors: Invalid for an
// asked column that there is not, and where nothing names an organisation or a service.
func ColumnsOf(header []string, asked map[string]string) (map[string]int, error) {
	at := map[string]int{}
	taken := map[int]bool{}
	if asked != nil {
		for _, field := range slices.Sorted(maps.Keys(asked)) {
			if transfer.IsBSN(field) {
				continue
			}
			i := slices.IndexFunc(header, func(h string) bool { return h != "" && tabular.Fold(h) == tabular.Fold(asked[field]) })
			if i < 0 {
				return nil, wrong("import.no-column", "target", field, "column", asked[field], "columns", plain.Some(header, mostNamed))
			}
			at[field], taken[i] = i, true
		}
	} else {
		names := called()
		most := 0
		for _, list := range names {
			most = max(most, len(list))
		}
		for rank := range most { // the surest name of any field goes first
			for _, field := range transfer.DirectoryFields() {
				if _, has := at[field]; has || rank >= len(names[field]) {
					continue
				}
				i := slices.IndexFunc(header, func(h string) bool { return headingKey(h) == headingKey(names[field][rank]) && headingKey(h) != "" })
				if i >= 0 && !taken[i] {
					at[field], taken[i] = i, true
				}
			}
		}
	}
	_, org := at["organization"]
	_, service := at["service"]
	if !org && !service {
		return nil, wrong("hsds.not-known", "columns", plain.Some(slices.DeleteFunc(slices.Clone(header), func(h string) bool { return h == "" }), mostNamed))
	}
	return at, nil
}

// takeColumns takes a table with columns of its own: a service a row. Errors: Invalid, as for ColumnsOf.
func (s *Set) takeColumns(sh *sheet, o Options) error {
	at, err := ColumnsOf(sh.header, o.Map)
	if err != nil {
		return err
	}
	c := &ownTable{set: s, sheet: sh, at: at, o: o, rows: map[string]ownRow{}}
	used := map[int]bool{}
	for _, i := range at {
		used[i] = true
	}
	for i, h := range sh.header {
		if h != "" && !used[i] {
			c.left = append(c.left, i)
			s.notes.add("hsds.columns-beside", sh.file, 1, h, "file", sh.file)
		}
	}
	if i, ok := at["assured_on"]; ok {
		cells := make([]string, len(sh.rows))
		for j, row := range sh.rows {
			cells[j] = row.Cells[i]
		}
		c.order, _ = orderOf(cells, dayFirst)
	}
	for _, row := range sh.rows {
		if !slices.ContainsFunc(row.Cells, func(text string) bool { return strings.TrimSpace(text) != "" }) {
			continue
		}
		s.Read[Services]++
		if err := c.take(row); err != nil {
			s.refuse(sh.file, row.Number, Services, err)
		}
	}
	return nil
}

// ownTable is a table with columns of its own as it is read.
type ownTable struct {
	set   *Set
	sheet *sheet
	at    map[string]int
	left  []int // columns that no field has
	order order
	o     Options
	rows  map[string]ownRow // by the id of the service
}

// ownRow is where a service was met first.
type ownRow struct {
	number int
	cells  map[string]string
	places map[string]bool
}

func (c *ownTable) cell(row tabular.Row, field string) string {
	if i, ok := c.at[field]; ok {
		return strings.TrimSpace(plain.Harmless(row.Cells[i]))
	}
	return ""
}

// take takes a row. Errors: Invalid; nothing of the row is kept then.
func (c *ownTable) take(row tabular.Row) error {
	var made []tableRow
	add := func(table string, cells map[string]string) string {
		for name, text := range cells {
			if text == "" {
				delete(cells, name)
			}
		}
		if cells["id"] == "" {
			cells["id"] = MadeID(table, cells)
		}
		made = append(made, tableRow{table, Row{File: c.sheet.file, Number: row.Number, Cells: cells}})
		return cells["id"]
	}
	get := func(field string) string { return c.cell(row, field) }
	org, name := get("organization"), get("service")
	if name == "" {
		name = org
	}
	if name == "" {
		return wrong("hsds.nameless")
	}
	service := map[string]string{"name": name, "status": "active", "description": get("description"), "url": get("website"), "email": get("email"), "application_process": get("process"),
		"fees_description": get("fees"), "eligibility_description": get("eligibility"), "wait_time": get("wait"), "alert": get("note"), Beside + "audience": get("audience")}
	if org != "" {
		service["organization_id"] = add(Organizations, map[string]string{"name": org})
	}
	if text := get("assured_on"); text != "" {
		day, err := readDay(c.sheet.header[c.at["assured_on"]], text, c.order, c.o.Now)
		if err != nil {
			return err
		}
		service["assured_date"] = day
	}
	for _, i := range c.left {
		service[Beside+c.sheet.header[i]] = strings.TrimSpace(plain.Harmless(row.Cells[i]))
	}
	if id := get("id"); id != "" {
		service["id"] = c.set.uid(Services, id)
	}
	id := add(Services, service)
	place := ""
	if c.any(row, "place", "street", "postcode", "city") {
		where := get("place")
		if where == "" {
			where = strings.TrimSpace(cmpOr(get("street"), name) + " " + get("city"))
		}
		place = add(Locations, map[string]string{"name": where, "location_type": "physical", "organization_id": service["organization_id"]})
		if c.any(row, "street", "postcode", "city") {
			add(Addresses, map[string]string{"location_id": place, "address_1": get("street"), "postal_code": get("postcode"), "city": get("city"), "country": "NL", "address_type": "physical"})
		}
		add(AtLocation, map[string]string{"service_id": id, "location_id": place})
	}
	for _, n := range parts(get("phone")) {
		add(Phones, map[string]string{"service_id": id, "number": n, "type": "voice"})
	}
	for _, n := range parts(get("contact")) {
		add(Contacts, map[string]string{"service_id": id, "name": n})
	}
	for _, n := range parts(get("languages")) {
		cells := map[string]string{"service_id": id, "name": n}
		cells["code"], _ = spoken.Tag(n)
		add(Languages, cells)
	}
	for _, n := range parts(get("areas")) {
		add(Areas, map[string]string{"service_id": id, "name": n})
	}
	for _, n := range parts(get("documents")) {
		add(Documents, map[string]string{"service_id": id, "document": n})
	}
	for _, n := range parts(get("needs")) {
		term, link := NeedRows(id, n)
		add(Terms, term)
		add(Attributes, link)
	}
	hours, err := c.hours(row)
	if err != nil {
		return err
	}
	for _, h := range hours {
		h["service_id"] = id
		add(Schedules, h)
	}
	return c.put(row, id, place, made)
}

type tableRow struct {
	table string
	row   Row
}

// put keeps what was made of a row. Errors: Invalid.
func (c *ownTable) put(row tabular.Row, id, place string, made []tableRow) error {
	for _, m := range made {
		if err := c.set.checkTexts(tableNamed(m.table), m.row.Cells, c.sheet.file, row.Number); err != nil {
			return err
		}
	}
	before, again := c.rows[id]
	if again && (before.places[place] || place == "") && !maps.Equal(before.cells, made[slices.IndexFunc(made, func(m tableRow) bool { return m.table == Services })].row.Cells) {
		return wrong("hsds.same-name", "row", before.number)
	}
	for _, m := range made {
		if m.table == Services {
			if again {
				continue
			}
			c.rows[id] = ownRow{row.Number, m.row.Cells, map[string]bool{place: true}}
		}
		c.set.addOnce(m.table, m.row)
	}
	if again {
		before.places[place] = true
		c.set.notes.add("hsds.service-again", c.sheet.file, row.Number, "")
	}
	return nil
}

func (c *ownTable) any(row tabular.Row, fields ...string) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return c.cell(row, f) != "" })
}

// NeedRows are the rows by which HSDS says that a service helps with something.
func NeedRows(service, need string) (term, link map[string]string) {
	term = map[string]string{"name": need}
	term["id"] = MadeID(Terms, term)
	link = map[string]string{"link_id": service, "taxonomy_term_id": term["id"], "link_entity": "service"}
	link["id"] = MadeID(Attributes, link)
	return term, link
}

var span = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(.*?)[:\s]*\b(\d{1,2}(?:[.:u]?\d{2})?\s*(?:uur|u|h|am|pm)?)\s*(?:-|–|tot en met|tot|t/m|until|to)\s*(\d{1,2}(?:[.:u]?\d{2})?\s*(?:uur|u|h|am|pm)?)\.?\s*$`)
})

// hours are the schedules of a row: of its columns with days and times, or of a text such as "ma-vr 9.00-17.00; za 10-12 uur". A text that
// says it in another way is kept as it is. Errors: Invalid for a time or a day that is none, where a column is for it.
func (c *ownTable) hours(row tabular.Row) (out []map[string]string, err error) {
	days, opens, closes := c.cell(row, "days"), c.cell(row, "opens"), c.cell(row, "closes")
	if opens != "" || closes != "" {
		cells := map[string]string{"freq": "WEEKLY"}
		if days != "" {
			if cells["byday"], err = readDays(days); err != nil {
				return nil, err
			}
		}
		for name, text := range map[string]string{"opens_at": opens, "closes_at": closes} {
			if text == "" {
				continue
			}
			if cells[name], err = readClock(name, text); err != nil {
				return nil, err
			}
		}
		if err := c.set.settleHours(cells, c.sheet.file, row.Number); err != nil {
			return nil, err
		}
		out = append(out, cells)
	}
	text := c.cell(row, "hours")
	if text == "" && days != "" && out == nil {
		text = days
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' || r == '|' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		out = append(out, hoursOf(part))
	}
	return out, nil
}

// hoursOf reads "ma-vr 9.00-17.00"; what it cannot read is the description of a schedule.
func hoursOf(text string) map[string]string {
	asIs := map[string]string{"description": text}
	m := span().FindStringSubmatch(text)
	if m == nil {
		return asIs
	}
	from, err := readClock("", m[2])
	until, err2 := readClock("", m[3])
	cells := map[string]string{"freq": "WEEKLY", "opens_at": from, "closes_at": until}
	if d := strings.Trim(m[1], " ,.:"); d != "" {
		byday, err := readDays(strings.TrimSuffix(d, " van"))
		if err != nil || byday == "" {
			return asIs
		}
		cells["byday"] = byday
	}
	if err != nil || err2 != nil {
		return asIs
	}
	return cells
}
