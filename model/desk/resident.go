package desk

import "leerbalie/model/journal"

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
	ReadOnly      bool // changed by a newer version of the program
}

// ResidentOf reads a resident from its record.
func ResidentOf(r *journal.Record) Resident {
	return Resident{
		ID: r.ID, Site: r.Part, Erased: r.Erased, Archived: r.Archived(), ReadOnly: r.MinReader > journal.SchemaVersion,
		Name:          r.Get(ResidentName).Text(),
		Phone:         r.Get(ResidentPhone).Text(),
		Email:         r.Get(ResidentEmail).Text(),
		Street:        r.Get(ResidentStreet).Text(),
		Postcode:      r.Get(ResidentPostcode).Text(),
		City:          r.Get(ResidentCity).Text(),
		Neighbourhood: r.Get(ResidentNeighbourhood).Text(),
		BirthYear:     int(r.Get(ResidentBirthYear).Int()),
		Language:      r.Get(ResidentLanguage).Text(),
		Keep:          Keep(r.Get(ResidentKeep).Text()),
		Told:          r.Get(ResidentTold).Bool(),
		Regular:       r.Get(ResidentRegular).Bool(),
		MergedInto:    r.Get(ResidentMergedInto).ID(),
	}
}

func (r Resident) fields() journal.Fields {
	return journal.Fields{
		ResidentName.Is(journal.Text(r.Name)), ResidentPhone.Is(journal.Text(r.Phone)), ResidentEmail.Is(journal.Text(r.Email)),
		ResidentStreet.Is(journal.Text(r.Street)), ResidentPostcode.Is(journal.Text(r.Postcode)), ResidentCity.Is(journal.Text(r.City)),
		ResidentBirthYear.Is(journal.Int(int64(r.BirthYear))), ResidentLanguage.Is(journal.Text(r.Language)),
		ResidentKeep.Is(journal.Text(string(r.Keep))), ResidentTold.Is(journal.Bool(r.Told)), ResidentRegular.Is(journal.Bool(r.Regular)),
		ResidentNeighbourhood.Is(journal.Text(r.Neighbourhood)), ResidentMergedInto.Is(journal.Ref(r.MergedInto)),
	}
}

// SearchText is what searching looks at in a resident.
func (r *Resident) SearchText() string {
	return r.Name + " " + r.Phone + " " + r.Email + " " + r.Street + " " + r.Postcode
}
