// Package directory is where one can refer to (sociale kaart): organisations, the services that they offer and the places where that
// is done; who says that it is right, what colleagues noted beside it, and what has been retired. Everybody may read it, so an entry never
// holds a resident. Its words follow HSDS, the Human Services Data Specification of Open Referral (docs.openreferral.org).
package directory

import (
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields that all three kinds have. Numbers are on disk and never reused.
const (
	EntryName          journal.Field = 1
	EntryAlternateName journal.Field = 2
	EntryDescription   journal.Field = 3
	EntryURL           journal.Field = 4
	EntryEmail         journal.Field = 5
	EntryPhones        journal.Field = 6
	EntryContacts      journal.Field = 7
	EntrySource        journal.Field = 8
	EntryAddedBy       journal.Field = 9
	EntryFurther       journal.Field = 10
	EntryCame          journal.Field = 11
	EntryOf            journal.Field = 12
)

// The other fields of a service. Numbers are on disk and never reused.
const (
	ServiceLocations      journal.Field = 13
	ServiceStatus         journal.Field = 14
	ServiceProcess        journal.Field = 16
	ServiceFees           journal.Field = 17
	ServiceEligibility    journal.Field = 18
	ServiceAudience       journal.Field = 19
	ServiceAccreditations journal.Field = 20
	ServiceNeeds          journal.Field = 21
	ServiceLanguages      journal.Field = 22
	ServiceAreas          journal.Field = 23
	ServiceCosts          journal.Field = 24
	ServiceDocuments      journal.Field = 25
	ServiceSchedules      journal.Field = 26
	ServiceCapacities     journal.Field = 27
	ServiceWait           journal.Field = 28
	ServiceAlert          journal.Field = 29
	ServiceInterpretation journal.Field = 30
	ServiceAssuredOn      journal.Field = 31
	ServiceAssurer        journal.Field = 32
)

// The other fields of a location. Numbers are on disk and never reused.
const (
	LocationAddress   journal.Field = 13
	LocationPostcode  journal.Field = 14
	LocationCity      journal.Field = 16
	LocationRegion    journal.Field = 17
	LocationCountry   journal.Field = 18
	LocationLatitude  journal.Field = 19
	LocationLongitude journal.Field = 20
	LocationAccess    journal.Field = 21
	LocationTransport journal.Field = 22
	LocationLanguages journal.Field = 23
	LocationSchedules journal.Field = 24
)

// Entry is what organisations, services and locations have in common.
type Entry struct {
	ID            journal.ID
	Name          string
	AlternateName string
	Description   string
	URL           string
	Email         string
	Phones        []Phone
	Contacts      []Contact
	Source        string     // the id it has where it comes from, by which a file finds it again; "" for what was added here
	AddedBy       journal.ID // whose it is to edit, besides coordinators: who typed it, or brought the file in
	Further       string     // what else the source says of it and nobody is shown, in the form of the room that reads the source

	Archived bool            // taken away again, as by an undo: it is nowhere to be seen
	ReadOnly bool            // changed by a newer version of the program
	Life                     // what was said about it since; of an entry that is to be written it says nothing
	came     string          // what the source said last, as a fingerprint; see Put
	seen     *journal.Record // what it was read from; see model.Doing.SetFrom
}

// Organization is who offers services.
type Organization struct {
	Entry
}

// Service is what one can refer to.
type Service struct {
	Entry
	Organization   journal.ID // zero where the source does not say who offers it
	Locations      []journal.ID
	Status         string   // active, inactive, defunct or temporarily closed, as HSDS has it; "" is active
	Process        string   // how one applies
	Fees           string   // in words
	Eligibility    string   // for whom, in words
	Audience       string   // whom it has in mind
	Accreditations string   // of who offers it
	Needs          []string // what it helps with: terms of a taxonomy, or words
	Languages      []string // BCP 47 tags
	Areas          []string // where somebody has to live
	Costs          []string // each way to pay, in words
	Documents      []string // what one has to bring
	Schedules      []Schedule
	Capacities     []Capacity
	Wait           string    // how long it takes, in words
	Alert          string    // what one has to know first
	Interpretation string    // interpreters, in words
	AssuredOn      time.Time // calendar day on which the source says that it was right; zero: it does not say
	Assurer        string    // and who said so, as the source has it
}

// Location is where services are offered.
type Location struct {
	Entry
	Organization journal.ID
	Address      []string // lines, without postcode and city
	Postcode     string   // as it was written
	City         string
	Region       string
	Country      string // two letters, ISO 3166-1
	Latitude     string // degrees, WGS 84, decimal, as they were written
	Longitude    string
	Access       []string // for whom it is accessible, and how
	Transport    string   // how one gets there
	Languages    []string // BCP 47 tags
	Schedules    []Schedule
}

// entry are the rows that all three kinds have. Nothing in them is about a resident, so that nothing goes with an erasure.
func entry[E any](of func(*E) *Entry) model.Table[E] {
	return model.Table[E]{
		model.TextField(EntryName, "name", func(e *E) *string { return &of(e).Name }),
		model.TextField(EntryAlternateName, "alternate-name", func(e *E) *string { return &of(e).AlternateName }),
		model.TextField(EntryDescription, "description", func(e *E) *string { return &of(e).Description }),
		model.TextField(EntryURL, "url", func(e *E) *string { return &of(e).URL }).Numeral(),
		model.TextField(EntryEmail, "email", func(e *E) *string { return &of(e).Email }),
		packed(EntryPhones, "phones", phonePack, func(e *E) *[]Phone { return &of(e).Phones }).Numeral(),
		packed(EntryContacts, "contacts", contactPack, func(e *E) *[]Contact { return &of(e).Contacts }).Numeral(),
		model.TextField(EntrySource, "source", func(e *E) *string { return &of(e).Source }).Numeral(),
		model.EntityField(EntryAddedBy, "added-by", func(e *E) *journal.ID { return &of(e).AddedBy }),
		model.TextField(EntryFurther, "further", func(e *E) *string { return &of(e).Further }).Numeral(),
		model.TextField(EntryCame, "came", func(e *E) *string { return &of(e).came }).Identifier(),
	}
}

var organizationTable = sync.OnceValue(func() model.Table[Organization] {
	return entry(func(o *Organization) *Entry { return &o.Entry })
})

var serviceTable = sync.OnceValue(func() model.Table[Service] {
	text := func(on journal.Field, name string, at func(*Service) *string) model.Field[Service] {
		return model.TextField(on, name, at)
	}
	texts := func(on journal.Field, name string, at func(*Service) *[]string) model.Field[Service] {
		return model.TextsField(on, name, at)
	}
	return append(entry(func(s *Service) *Entry { return &s.Entry }),
		model.EntityField(EntryOf, "organization", func(s *Service) *journal.ID { return &s.Organization }),
		model.EntitiesField(ServiceLocations, "locations", func(s *Service) *[]journal.ID { return &s.Locations }),
		text(ServiceStatus, "status", func(s *Service) *string { return &s.Status }),
		text(ServiceProcess, "process", func(s *Service) *string { return &s.Process }).Numeral(),
		text(ServiceFees, "fees", func(s *Service) *string { return &s.Fees }),
		text(ServiceEligibility, "eligibility", func(s *Service) *string { return &s.Eligibility }),
		text(ServiceAudience, "audience", func(s *Service) *string { return &s.Audience }),
		text(ServiceAccreditations, "accreditations", func(s *Service) *string { return &s.Accreditations }).Numeral(),
		texts(ServiceNeeds, "needs", func(s *Service) *[]string { return &s.Needs }),
		texts(ServiceLanguages, "languages", func(s *Service) *[]string { return &s.Languages }),
		texts(ServiceAreas, "areas", func(s *Service) *[]string { return &s.Areas }),
		texts(ServiceCosts, "costs", func(s *Service) *[]string { return &s.Costs }),
		texts(ServiceDocuments, "documents", func(s *Service) *[]string { return &s.Documents }),
		packed(ServiceSchedules, "schedules", schedulePack, func(s *Service) *[]Schedule { return &s.Schedules }).Numeral(),
		packed(ServiceCapacities, "capacities", capacityPack, func(s *Service) *[]Capacity { return &s.Capacities }).Numeral(),
		text(ServiceWait, "wait", func(s *Service) *string { return &s.Wait }),
		text(ServiceAlert, "alert", func(s *Service) *string { return &s.Alert }),
		text(ServiceInterpretation, "interpretation", func(s *Service) *string { return &s.Interpretation }),
		model.DayField(ServiceAssuredOn, "assured-on", func(s *Service) *time.Time { return &s.AssuredOn }),
		text(ServiceAssurer, "assurer", func(s *Service) *string { return &s.Assurer }),
	)
})

var locationTable = sync.OnceValue(func() model.Table[Location] {
	text := func(on journal.Field, name string, at func(*Location) *string) model.Field[Location] {
		return model.TextField(on, name, at)
	}
	return append(entry(func(l *Location) *Entry { return &l.Entry }),
		model.EntityField(EntryOf, "organization", func(l *Location) *journal.ID { return &l.Organization }),
		model.TextsField(LocationAddress, "address", func(l *Location) *[]string { return &l.Address }),
		text(LocationPostcode, "postcode", func(l *Location) *string { return &l.Postcode }),
		text(LocationCity, "city", func(l *Location) *string { return &l.City }),
		text(LocationRegion, "region", func(l *Location) *string { return &l.Region }),
		text(LocationCountry, "country", func(l *Location) *string { return &l.Country }),
		text(LocationLatitude, "latitude", func(l *Location) *string { return &l.Latitude }).Numeral(),
		text(LocationLongitude, "longitude", func(l *Location) *string { return &l.Longitude }).Numeral(),
		model.TextsField(LocationAccess, "access", func(l *Location) *[]string { return &l.Access }),
		text(LocationTransport, "transport", func(l *Location) *string { return &l.Transport }),
		model.TextsField(LocationLanguages, "languages", func(l *Location) *[]string { return &l.Languages }),
		packed(LocationSchedules, "schedules", schedulePack, func(l *Location) *[]Schedule { return &l.Schedules }).Numeral(),
	)
})

var (
	numberedOrganization = sync.OnceValue(func() model.Numbered[Organization] { return organizationTable().Numbered() })
	numberedService      = sync.OnceValue(func() model.Numbered[Service] { return serviceTable().Numbered() })
	numberedLocation     = sync.OnceValue(func() model.Numbered[Location] { return locationTable().Numbered() })
)

// OrganizationTable is every field of an organisation.
func OrganizationTable() model.Table[Organization] { return organizationTable() }

// ServiceTable is every field of a service.
func ServiceTable() model.Table[Service] { return serviceTable() }

// LocationTable is every field of a location.
func LocationTable() model.Table[Location] { return locationTable() }
