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

// The kinds of item on a person. Numbers are on disk and never reused.
const (
	ItemEraseProposed  journal.ItemKind = 80 // somebody wants a student's records erased
	ItemEraseWithdrawn journal.ItemKind = 81
	ItemEraseConfirmed journal.ItemKind = 82 // and somebody else agreed
	ItemPersonGone     journal.ItemKind = 85 // somebody left, or was taken away, and why
	ItemPersonBack     journal.ItemKind = 86
)

// The fields of these items.
const (
	GoneWhy journal.Field = 2
	GoneOn  journal.Field = 3 // days since 1970; none: the day on which it was noted
)

// PeopleKinds are the rows of these kinds.
func PeopleKinds() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindSite, Name: "site", Class: journal.People, Filled: FilledNames(FilledIn(KindSite))},
		{Kind: KindPerson, Name: "person", Class: journal.People, Fields: numberedPerson().Name, Personal: numberedPerson().Personal(true), Mixed: true,
			Owns: true, Numbers: personTable().In(plain.InNumber), Items: []journal.ItemKind{ItemEraseProposed, ItemEraseWithdrawn, ItemEraseConfirmed, ItemPersonGone, ItemPersonBack},
			WordsIn: map[journal.ItemKind][]journal.Field{ItemPersonGone: {GoneWhy}}, Said: map[journal.ItemKind]string{ItemPersonGone: "person-gone"}, Reach: reachesPerson},
		{Kind: KindGroup, Name: "group", Class: journal.People, Filled: FilledNames(FilledIn(KindGroup))},
	}
}
