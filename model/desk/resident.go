package desk

import (
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The fields of a resident. Numbers are on disk and never reused; there is no field for a citizen service number, and
// there never will be one.
const (
	ResidentName          journal.Field = 1
	ResidentPhone         journal.Field = 2
	ResidentEmail         journal.Field = 3
	ResidentStreet        journal.Field = 4
	ResidentPostcode      journal.Field = 5
	ResidentCity          journal.Field = 6
	ResidentBirthYear     journal.Field = 7
	ResidentLanguage      journal.Field = 8
	ResidentKeep          journal.Field = 9
	ResidentTold          journal.Field = 10
	ResidentRegular       journal.Field = 11
	ResidentNeighbourhood journal.Field = 12
	ResidentMergedInto    journal.Field = 13
)

// Keep is the reason why contact data of a resident are stored.
type Keep string

// The reasons: until a call-back is done, or in the register of residents.
const (
	KeepNothing   Keep = ""
	KeepThrowaway Keep = "throwaway"
	KeepRegister  Keep = "register"
)

// Resident is somebody who asks for help. Anonymous contacts need none.
type Resident struct {
	ID            journal.ID
	Site          journal.ID
	Name          string
	Phone         string
	Email         string
	Street        string
	Postcode      string
	City          string
	Neighbourhood string
	BirthYear     int
	Language      string // BCP 47 tag
	Keep          Keep
	Told          bool       // the resident was told that data are kept
	Regular       bool       // has a lasting arrangement
	MergedInto    journal.ID // the same person, under whose page everything stands
	Erased        bool
	Archived      bool
	ReadOnly      bool            // changed by a newer version of the program
	seen          *journal.Record // what it was read from
}

// ResidentTable is the table of a resident's fields that people can alter, in the order in which scripts have them. It is made
// once and never altered.
func ResidentTable() model.Table[Resident] { return residentTable()[:len(residentTable())-1] }

var residentTable = sync.OnceValue(func() model.Table[Resident] {
	return model.Table[Resident]{
		model.TextField(ResidentName, "name", func(r *Resident) *string { return &r.Name }).AboutPerson(),
		model.TextField(ResidentPhone, "phone", func(r *Resident) *string { return &r.Phone }).AboutPerson().Numeral(),
		model.TextField(ResidentEmail, "email", func(r *Resident) *string { return &r.Email }).AboutPerson(),
		model.TextField(ResidentStreet, "street", func(r *Resident) *string { return &r.Street }).AboutPerson(),
		model.TextField(ResidentPostcode, "postcode", func(r *Resident) *string { return &r.Postcode }).AboutPerson(),
		model.TextField(ResidentCity, "city", func(r *Resident) *string { return &r.City }).AboutPerson(),
		model.TextField(ResidentNeighbourhood, "neighbourhood", func(r *Resident) *string { return &r.Neighbourhood }).AboutPerson(),
		model.NumberField(ResidentBirthYear, "birth-year", func(r *Resident) *int { return &r.BirthYear }).AboutPerson(),
		model.LanguageField(ResidentLanguage, "language", func(r *Resident) *string { return &r.Language }).AboutPerson(),
		model.TextField(ResidentKeep, "keep", func(r *Resident) *Keep { return &r.Keep }),
		model.FlagField(ResidentTold, "told", func(r *Resident) *bool { return &r.Told }),
		model.FlagField(ResidentRegular, "regular", func(r *Resident) *bool { return &r.Regular }),
		model.EntityField(ResidentMergedInto, "merged-into", func(r *Resident) *journal.ID { return &r.MergedInto }), // the last: merging alters it
	}
})

var numberedResident = sync.OnceValue(func() model.Numbered[Resident] { return residentTable().Numbered() })

// ResidentOf reads a resident from its record.
func ResidentOf(rec *journal.Record) Resident {
	r := Resident{ID: rec.ID, Site: rec.Part, Erased: rec.Erased, Archived: rec.Archived(), ReadOnly: rec.MinReader > journal.SchemaVersion}
	numberedResident().Read(&r, rec)
	r.seen = rec
	return r
}

func (r Resident) fields() journal.Fields { return numberedResident().Values(&r) }

// SearchText is what searching looks at in a resident.
func (r *Resident) SearchText() string {
	return r.Name + " " + r.Phone + " " + r.Email + " " + r.Street + " " + r.Postcode
}

// AsSeenIn is the resident, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (r Resident) AsSeenIn(was Resident) Resident {
	r.seen = was.seen
	return r
}
