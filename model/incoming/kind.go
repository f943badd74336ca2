// Package incoming is the imports: what came in from which file, who brought it, and how the whole of it is taken back in any later
// session.
//
// An import is kept beside what it brought. With each batch of rows stands, in the same transaction, which changes of the journal
// that batch is (model.Stretch). From these alone it is known what it made and what it altered: requests, residents, students and groups
// carry no mark.
package incoming

import (
	"leerbalie/model/journal"
)

// KindImport is the kind of an import. Its number is on disk and never reused. It lives at the desk of the site where it was brought in:
// the name of a file of a desk may name somebody.
const KindImport journal.Kind = 15

// The kinds of item on an import. Numbers are on disk and never reused.
const (
	ItemBatch     journal.ItemKind = 30 // rows of it came in
	ItemEnded     journal.ItemKind = 31 // the file was read to its end
	ItemTakenBack journal.ItemKind = 32 // a part of it was taken back
)

// The fields of an import. Numbers are on disk and never reused.
const (
	ImportFile  journal.Field = 1 // the name of the file
	ImportWhat  journal.Field = 2 // transfer.What: what was in it
	ImportPrint journal.Field = 3 // Print of the file
)

// The fields of its items. Numbers are on disk and never reused.
const (
	partScopes    journal.Field = 2 // of stretches: a class and a part each
	partFrom      journal.Field = 3 // the first change of each
	partTo        journal.Field = 4 // the last
	partRows      journal.Field = 5 // how many rows came in
	endRead       journal.Field = 6
	endUnchanged  journal.Field = 7
	endRefused    journal.Field = 8
	backLast      journal.Field = 9 // there is nothing more to take back
	backRequests  journal.Field = 10
	backPeople    journal.Field = 11
	backGroups    journal.Field = 12
	backResidents journal.Field = 13 // erased
	backAway      journal.Field = 14 // residents that were put away, until somebody erases them
	backOther     journal.Field = 16
	leftKinds     journal.Field = 17 // what stays: the kind of each
	leftIDs       journal.Field = 18
	leftBy        journal.Field = 19 // who built on each, zeros where nobody did
	leftWhy       journal.Field = 20
)

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindImport, Name: "import", Class: journal.Desk, Items: []journal.ItemKind{ItemBatch, ItemEnded, ItemTakenBack},
		Fields: func(f journal.Field) string {
			if f == ImportFile {
				return "file"
			}
			return ""
		},
		Personal: func(f journal.Field) bool { return f == ImportFile }, Codes: []journal.Field{ImportWhat, ImportPrint}}}
}
