package model

import (
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The kinds of entity that say who works and learns here, and where. Numbers are on disk and never reused.
const (
	KindSite   journal.Kind = 1
	KindPerson journal.Kind = 2
	KindGroup  journal.Kind = 3
)

// PeopleKinds are the rows of these kinds.
func PeopleKinds() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindSite, Name: "site", Class: journal.People},
		{Kind: KindPerson, Name: "person", Class: journal.People, Fields: numberedPerson().Name, Numbers: personTable().In(plain.InNumber), Reach: reachesPerson},
		{Kind: KindGroup, Name: "group", Class: journal.People},
	}
}
