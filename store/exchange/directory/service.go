package directory

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/store/exchange/hsds"
)

// audience is the cell for whom a service has in mind, for which HSDS has no column; email that of a location.
const (
	audience      = hsds.Beside + "audience"
	locationEmail = hsds.Beside + "email"
)

// organization reads an organisation from its rows.
func organization(id string, from rows, at refs) (o directory.Organization) {
	b := &builder{refs: at, from: from, column: "organization_id", id: id}
	o.Source = id
	b.common(&o.Entry, "website")
	o.Further = pack(b.from, organizationRows(&o, at)).String()
	return o
}

// organizationRows are the rows that an organisation makes.
func organizationRows(o *directory.Organization, at refs) rows {
	b := &builder{refs: at, column: "organization_id", id: sourceOf(&o.Entry)}
	out := rows{own: b.main(&o.Entry, "website")}
	b.parts(&out, &o.Entry)
	return out
}

// main is the own row of an entry.
func (b *builder) main(e *directory.Entry, url string) cells {
	return set(cells{"id": b.id}, "name", e.Name, "alternate_name", e.AlternateName, "description", e.Description, url, e.URL, "email", e.Email)
}

// parts adds the rows of what all entries have.
func (b *builder) parts(out *rows, e *directory.Entry) {
	for _, p := range e.Phones {
		out.add(hsds.Phones, b.phone(p))
	}
	for _, c := range e.Contacts {
		out.add(hsds.Contacts, b.contact(c))
		if c.Phone != "" {
			out.add(hsds.Phones, b.phoneOf(c))
		}
	}
}

func (r *rows) add(table string, c cells) { r.more = append(r.more, line{Table: table, Raw: c}) }

// service reads a service from its rows.
func service(id string, from rows, at refs) (s directory.Service) {
	b := &builder{refs: at, from: from, column: "service_id", id: id}
	own := from.own
	s.Source = id
	b.common(&s.Entry, "url")
	s.Organization = at.id(directory.KindOrganization, own["organization_id"])
	s.Process, s.Fees, s.Eligibility, s.Audience = own["application_process"], own["fees_description"], own["eligibility_description"], own[audience]
	s.Accreditations, s.Wait, s.Alert, s.Interpretation = own["accreditations"], own["wait_time"], own["alert"], own["interpretation_services"]
	s.AssuredOn, s.Assurer = dayOf(own["assured_date"]), own["assurer_email"]
	if slices.Contains(hsds.Statuses(), own["status"]) && own["status"] != "active" {
		s.Status = own["status"]
	}
	b.each(hsds.AtLocation, func(raw cells) cells {
		place := at.id(directory.KindLocation, raw["location_id"])
		if place.IsZero() || slices.Contains(s.Locations, place) {
			return nil
		}
		s.Locations = append(s.Locations, place)
		return b.at(place)
	})
	b.tongues(&s.Languages)
	b.words(&s.Areas, hsds.Areas, func(raw cells) string { return either(raw["name"], raw["description"]) }, b.word(hsds.Areas, "name"))
	b.words(&s.Costs, hsds.Costs, costOf, b.word(hsds.Costs, "option"))
	b.words(&s.Documents, hsds.Documents, func(raw cells) string { return raw["document"] }, b.word(hsds.Documents, "document"))
	b.words(&s.Needs, hsds.Attributes, func(raw cells) string {
		if raw["link_id"] != id {
			return ""
		}
		return at.term(raw["taxonomy_term_id"])
	}, func(word string) cells { _, link := hsds.NeedRows(id, word); return link })
	b.schedules(&s.Schedules)
	b.each(hsds.Capacities, func(raw cells) cells {
		c := directory.Capacity{Available: wholeNumber(raw["available"], -1), Maximum: wholeNumber(raw["maximum"], 0), Unit: flat(at.unit(raw["unit_id"])), On: dayOf(raw["updated"]),
			Note: flat(raw["description"]), Source: raw["id"]}
		s.Capacities = append(s.Capacities, c)
		return b.capacity(c)
	})
	s.Further = pack(b.from, serviceRows(&s, at)).String()
	return s
}

// serviceRows are the rows that a service makes.
func serviceRows(s *directory.Service, at refs) rows {
	b := &builder{refs: at, column: "service_id", id: sourceOf(&s.Entry)}
	status := s.Status
	if status == "" {
		status = "active"
	}
	out := rows{own: set(b.main(&s.Entry, "url"), "organization_id", at.name(directory.KindOrganization, s.Organization), "application_process", s.Process, "fees_description", s.Fees,
		"eligibility_description", s.Eligibility, audience, s.Audience, "accreditations", s.Accreditations, "wait_time", s.Wait, "alert", s.Alert,
		"interpretation_services", s.Interpretation, "assured_date", day(s.AssuredOn), "assurer_email", s.Assurer, "status", status)}
	b.parts(&out, &s.Entry)
	for _, place := range s.Locations {
		out.add(hsds.AtLocation, b.at(place))
	}
	for _, tag := range s.Languages {
		out.add(hsds.Languages, b.tongue(tag))
	}
	list := func(words []string, table, column string) {
		for _, w := range words {
			out.add(table, b.word(table, column)(w))
		}
	}
	list(s.Areas, hsds.Areas, "name")
	list(s.Costs, hsds.Costs, "option")
	list(s.Documents, hsds.Documents, "document")
	for _, need := range s.Needs {
		_, link := hsds.NeedRows(b.id, need)
		out.add(hsds.Attributes, link)
	}
	for _, h := range s.Schedules {
		out.add(hsds.Schedules, b.schedule(h))
	}
	for _, c := range s.Capacities {
		out.add(hsds.Capacities, b.capacity(c))
	}
	return out
}

func (b *builder) at(place journal.ID) cells {
	return b.part(hsds.AtLocation, "", "location_id", b.name(directory.KindLocation, place))
}

func (b *builder) capacity(c directory.Capacity) cells {
	available, maximum := "", ""
	if c.Available >= 0 {
		available = strconv.Itoa(c.Available)
	}
	if c.Maximum > 0 {
		maximum = strconv.Itoa(c.Maximum)
	}
	return b.part(hsds.Capacities, c.Source, "available", available, "maximum", maximum, hsds.Beside+"unit", c.Unit, "updated", day(c.On), "description", c.Note)
}

// costOf is a way to pay in words.
func costOf(raw cells) string {
	amount := strings.TrimSpace(raw["amount"] + " " + strings.ToUpper(raw["currency"]))
	if raw["amount"] == "" {
		amount = ""
	}
	out := raw["option"]
	for _, more := range []string{amount, raw["amount_description"]} {
		switch {
		case more == "":
		case out == "":
			out = more
		default:
			out += ", " + more
		}
	}
	return out
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// wholeNumber is a number as a file has it: 5 or 5.0.
func wholeNumber(text string, none int) int {
	text, _, _ = strings.Cut(strings.TrimSpace(text), ".")
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return none
	}
	return n
}

// location reads a location from its rows.
func location(id string, from rows, at refs) (l directory.Location) {
	b := &builder{refs: at, from: from, column: "location_id", id: id}
	own := maps.Clone(from.own)
	own["email"] = own[locationEmail]
	b.from.own = own
	l.Source = id
	b.common(&l.Entry, "url")
	b.from.own = from.own
	l.Organization = at.id(directory.KindOrganization, own["organization_id"])
	l.Latitude, l.Longitude, l.Transport = own["latitude"], own["longitude"], own["transportation"]
	if i := from.address(); i >= 0 {
		raw := from.more[i].Raw
		for _, name := range []string{"address_1", "address_2"} {
			if text := flat(raw[name]); text != "" {
				l.Address = append(l.Address, text)
			}
		}
		l.Postcode, l.City, l.Region, l.Country = raw["postal_code"], raw["city"], either(raw["state_province"], raw["region"]), raw["country"]
	}
	if l.Name == "" {
		l.Name = strings.Join(strings.Fields(either(either(own["alternate_name"], strings.Join(append(slices.Clone(l.Address), l.City), " ")), either(own["description"], own["url"]))), " ")
		if r := []rune(l.Name); len(r) > 80 {
			l.Name = strings.TrimSpace(string(r[:80])) + "…"
		}
	}
	b.words(&l.Access, hsds.Access, func(raw cells) string { return either(raw["description"], raw["details"]) }, b.word(hsds.Access, "description"))
	b.tongues(&l.Languages)
	b.schedules(&l.Schedules)
	l.Further = pack(b.from, locationRows(&l, at)).String()
	return l
}

// locationRows are the rows that a location makes.
func locationRows(l *directory.Location, at refs) rows {
	b := &builder{refs: at, column: "location_id", id: sourceOf(&l.Entry)}
	own := b.main(&l.Entry, "url")
	delete(own, "email")
	out := rows{own: set(own, locationEmail, l.Email, "location_type", "physical", "organization_id", at.name(directory.KindOrganization, l.Organization), "latitude", l.Latitude,
		"longitude", l.Longitude, "transportation", l.Transport)}
	b.parts(&out, &l.Entry)
	if len(l.Address) > 0 || l.Postcode != "" || l.City != "" {
		first, second := "", ""
		if len(l.Address) > 0 {
			first, second = l.Address[0], strings.Join(l.Address[1:], ", ")
		}
		c := set(cells{"location_id": b.id, "address_type": "physical", "id": hsds.MadeID(hsds.Addresses, cells{"location_id": b.id, "address_type": "physical"})},
			"address_1", first, "address_2", second, "city", l.City, "state_province", l.Region, "postal_code", l.Postcode, "country", l.Country)
		out.add(hsds.Addresses, c)
	}
	for _, a := range l.Access {
		out.add(hsds.Access, b.word(hsds.Access, "description")(a))
	}
	for _, tag := range l.Languages {
		out.add(hsds.Languages, b.tongue(tag))
	}
	for _, h := range l.Schedules {
		out.add(hsds.Schedules, b.schedule(h))
	}
	return out
}
