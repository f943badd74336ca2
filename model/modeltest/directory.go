package modeltest

import (
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
)

// directory adds and alters one of each, says of it what can be said, and brings one of each in from a file.
func (e *everything) directory() {
	of := e.do(directory.AddOrganization{Organization: Organization()})
	at := Location()
	at.Organization = of
	place := e.do(directory.AddLocation{Location: at})
	what := Service()
	what.Organization, what.Locations = of, []journal.ID{place}
	service := e.do(directory.AddService{Service: what})
	what.ID, at.ID = service, place
	what.Name, at.City = "Schuldhulp en budget", "Rijswijk"
	other := Organization()
	other.ID, other.Description = of, "Helpt wie er alleen niet uitkomt"
	e.do(directory.EditService{Service: what}, directory.EditLocation{Location: at}, directory.EditOrganization{Organization: other},
		directory.Assure{ID: service}, directory.Note{ID: service, Text: "vraag naar Ann"}, directory.Retire{ID: service, Why: "gestopt"},
		directory.Back{ID: service}, directory.Retire{ID: place, Why: "verhuisd"})
	e.do(directory.Refer{ID: e.do(desk.AddRequest{Request: desk.Request{Summary: "Schulden"}}), Service: service, Warm: true, Consent: true})
	e.do(directory.Offer{Service: directory.Service{Entry: directory.Entry{Name: "Spreekuur"}}, By: "Nieuwe stichting", At: directory.Location{Address: []string{"Laan 2"}, City: "Delft"}})
	file, spot, offer := Organization(), Location(), Service()
	file.Source, spot.Source, offer.Source = "o-1", "l-1", "s-1"
	spot.Organization, offer.Organization = directory.SourceID(directory.KindOrganization, "o-1"), directory.SourceID(directory.KindOrganization, "o-1")
	offer.Locations = []journal.ID{directory.SourceID(directory.KindLocation, "l-1")}
	e.do(directory.PutOrganization{Organization: file}, directory.PutLocation{Location: spot}, directory.PutService{Service: offer})
	file.Name = "Een andere naam"
	e.do(directory.PutOrganization{Organization: file})
}

// Organization is an organisation with something to tell in every field.
func Organization() directory.Organization {
	return directory.Organization{Entry: entry("Sociaal Team")}
}

// Service is a service with something to tell in every field that names nothing else.
func Service() directory.Service {
	day := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
	return directory.Service{Entry: entry("Schuldhulp"), Status: "active", Process: "bel of loop binnen", Fees: "gratis", Eligibility: "18 jaar en ouder",
		Audience: "wie schulden heeft", Accreditations: "HKZ", Needs: []string{"schulden", "geld"}, Languages: []string{"nl", "tr"}, Areas: []string{"Zuidwest"},
		Costs: []string{"€ 5 per gesprek"}, Documents: []string{"paspoort"},
		Schedules: []directory.Schedule{{Days: directory.Weekdays(0).On(time.Monday).On(time.Thursday), Opens: 9 * 60, Closes: 17 * 60, Note: "bel aan"},
			{ValidFrom: day, ValidTo: day, Closed: true, Rule: "FREQ=YEARLY"}},
		Capacities: []directory.Capacity{{Available: 3, Maximum: 12, Unit: "plekken", On: day, Note: "na de vakantie", Source: "c-1"}},
		Wait:       "twee weken", Alert: "tot 1 januari alleen op afspraak", Interpretation: "tolk mogelijk", AssuredOn: day, Assurer: "Ann"}
}

// Location is a location with something to tell in every field that names nothing else.
func Location() directory.Location {
	return directory.Location{Entry: entry("Buurthuis"), Address: []string{"Hoofdstraat 1", "achterom"}, Postcode: "2531 AB", City: "Den Haag", Region: "Zuid-Holland",
		Country: "NL", Latitude: "52.07", Longitude: "4.29", Access: []string{"rolstoel"}, Transport: "tram 9", Languages: []string{"nl"},
		Schedules: []directory.Schedule{{Opens: 8 * 60, Closes: 22 * 60}}}
}

func entry(name string) directory.Entry {
	return directory.Entry{Name: name, AlternateName: "ook wel " + name, Description: "helpt", URL: "https://example.org", Email: "info@example.org",
		Phones:   []directory.Phone{{Number: "070 1234567", Extension: "3", Type: "voice", Department: "balie", Languages: []string{"nl", "tr"}, Source: "p-1"}},
		Contacts: []directory.Contact{{Name: "Ann", Title: "coach", Department: "balie", Email: "ann@example.org", Phone: "070 1234568", Source: "k-1"}},
		Further:  `{"tax_status":"anbi"}`}
}
