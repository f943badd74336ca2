package model

// The fields of a resident. Numbers are on disk and never reused; there is no field for a citizen service number, and
// there never will be one.
const (
	ResidentName          Field = 1
	ResidentPhone         Field = 2
	ResidentEmail         Field = 3
	ResidentStreet        Field = 4
	ResidentPostcode      Field = 5
	ResidentCity          Field = 6
	ResidentBirthYear     Field = 7
	ResidentLanguage      Field = 8
	ResidentKeep          Field = 9
	ResidentTold          Field = 10
	ResidentRegular       Field = 11
	ResidentNeighbourhood Field = 12
	ResidentMergedInto    Field = 13
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
	ID            ID
	Site          ID
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
	Told          bool // the resident was told that data are kept
	Regular       bool // has a lasting arrangement
	MergedInto    ID   // the same person, under whose page everything stands
	Erased        bool
	Archived      bool
	ReadOnly      bool // changed by a newer version of the program
}

// ResidentOf reads a resident from its record.
func ResidentOf(r *Record) Resident {
	return Resident{
		ID: r.ID, Site: r.Part, Erased: r.Erased, Archived: r.Archived(), ReadOnly: r.MinReader > SchemaVersion,
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

func (r Resident) fields() Fields {
	return Fields{
		ResidentName.Is(Text(r.Name)), ResidentPhone.Is(Text(r.Phone)), ResidentEmail.Is(Text(r.Email)),
		ResidentStreet.Is(Text(r.Street)), ResidentPostcode.Is(Text(r.Postcode)), ResidentCity.Is(Text(r.City)),
		ResidentBirthYear.Is(Int(int64(r.BirthYear))), ResidentLanguage.Is(Text(r.Language)),
		ResidentKeep.Is(Text(string(r.Keep))), ResidentTold.Is(Bool(r.Told)), ResidentRegular.Is(Bool(r.Regular)),
		ResidentNeighbourhood.Is(Text(r.Neighbourhood)), ResidentMergedInto.Is(Ref(r.MergedInto)),
	}
}

// SearchText is what searching looks at in a resident.
func (r *Resident) SearchText() string {
	return r.Name + " " + r.Phone + " " + r.Email + " " + r.Street + " " + r.Postcode
}
