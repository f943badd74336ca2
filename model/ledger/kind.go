package ledger

import "leerbalie/model/journal"

// KindLedger is the kind of a ledger: what counts of one student in one group. Its number is on disk and never reused.
const KindLedger journal.Kind = 28

// The kinds of item of a ledger. Numbers are on disk and never reused.
const (
	ItemPresence  journal.ItemKind = 87
	ItemResult    journal.ItemKind = 88 // of a test
	ItemOwn       journal.ItemKind = 89 // hours that were written down by hand
	ItemConfirmed journal.ItemKind = 90 // the hours of a week
	ItemOutcome   journal.ItemKind = 91
)

// The fields of a ledger and of its items. Numbers are on disk and never reused. On every item the second field tells what it is a
// version of: a later one replaces it.
const (
	LedgerStudent journal.Field = 1

	itemKey journal.Field = 2

	presenceOf      journal.Field = 3 // a course or a meeting
	presenceDay     journal.Field = 4 // days since 1970
	presenceState   journal.Field = 5
	presenceMinutes journal.Field = 6

	resultOf    journal.Field = 3 // a course
	resultTest  journal.Field = 4 // the form of the test
	resultScale journal.Field = 5 // the scale's name
	resultLevel journal.Field = 6 // as it was given
	resultDay   journal.Field = 7 // days since 1970

	ownDay     journal.Field = 3 // days since 1970
	ownMinutes journal.Field = 4
	ownWhat    journal.Field = 5

	confirmedWeek    journal.Field = 3 // its Monday, in days since 1970
	confirmedMinutes journal.Field = 4
	confirmedOff     journal.Field = 5 // the confirmation is taken back

	outcomeKind journal.Field = 3
	outcomeDay  journal.Field = 4 // days since 1970
	outcomeOff  journal.Field = 5 // it does not hold after all
)

// Kinds are the rows of this kind. A ledger is its student's: an erasure takes the words of what was written down by hand, and leaves what
// is counted. leads tells of a course or a meeting who leads it, and so may write who came and what came of its tests.
func Kinds(leads ...Leads) []journal.KindRow {
	items := []journal.ItemKind{ItemPresence, ItemResult, ItemOwn, ItemConfirmed, ItemOutcome}
	versions := map[journal.ItemKind]journal.Field{}
	for _, it := range items {
		versions[it] = itemKey
	}
	return []journal.KindRow{{Kind: KindLedger, Name: "ledger", Class: journal.Learning, Items: items, Versions: versions, Whose: LedgerStudent,
		Said:    map[journal.ItemKind]string{ItemPresence: "presence", ItemResult: "result", ItemOwn: "hours", ItemConfirmed: "confirmed", ItemOutcome: "outcome"},
		WordsIn: map[journal.ItemKind][]journal.Field{ItemOwn: {ownWhat}},
		Reach:   reaches(leads)}}
}
