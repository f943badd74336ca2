package model

// The kinds of entity that say who works and learns here, and where. Numbers are on disk and never reused.
const (
	KindSite   Kind = 1
	KindPerson Kind = 2
	KindGroup  Kind = 3
)

// PeopleKinds are the rows of these kinds.
func PeopleKinds() []KindRow {
	return []KindRow{
		{Kind: KindSite, Class: People},
		{Kind: KindPerson, Class: People, Codes: []Field{PersonNumber, PersonCrebo}},
		{Kind: KindGroup, Class: People},
	}
}
