package visits

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// KindArrangement is the kind of an arrangement. Its number is on disk and never reused.
const KindArrangement journal.Kind = 22

// The kinds of item of an arrangement. Numbers are on disk and never reused.
const (
	ItemVisitDone    journal.ItemKind = 35
	ItemVisitSkipped journal.ItemKind = 36
	ItemVisitMoved   journal.ItemKind = 37
	ItemVisitGiven   journal.ItemKind = 38
	ItemVisitsEnded  journal.ItemKind = 39
)

// The fields of these items. Numbers are on disk and never reused; FieldTarget is 1.
const (
	visitDate journal.Field = 2 // the visit's own day, in days since 1970: on each that is about one

	doneMinutes journal.Field = 3
	doneBy      journal.Field = 4
	doneNote    journal.Field = 5

	skippedWhy journal.Field = 3

	movedTo   journal.Field = 3 // days since 1970
	movedPart journal.Field = 4

	givenTo journal.Field = 3

	endedLast journal.Field = 2 // days since 1970
	endedWhy  journal.Field = 3
)

// Kinds are the rows of this kind. An arrangement is its resident's: it goes with an erasure of that resident, also where it arrives later.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindArrangement, Name: "arrangement", Class: journal.Desk, Fields: numbered().Name, Personal: numbered().Personal(true), Whose: ArrangementResident,
		Items:    []journal.ItemKind{ItemVisitDone, ItemVisitSkipped, ItemVisitMoved, ItemVisitGiven, ItemVisitsEnded},
		WordsIn:  map[journal.ItemKind][]journal.Field{ItemVisitDone: {doneNote}, ItemVisitSkipped: {skippedWhy}, ItemVisitsEnded: {endedWhy}},
		Said:     map[journal.ItemKind]string{ItemVisitDone: "note", ItemVisitSkipped: "reason", ItemVisitsEnded: "reason"},
		Versions: map[journal.ItemKind]journal.Field{ItemVisitGiven: visitDate, ItemVisitsEnded: 0}, Apart: apart}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindArrangement {
		return arrangementTable().Filled()
	}
	return nil
}
