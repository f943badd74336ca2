package paths

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// KindPath is the kind of a path. Its number is on disk and never reused.
const KindPath journal.Kind = 23

// The kinds of item on a path. Numbers are on disk and never reused.
const (
	ItemStep    journal.ItemKind = 65
	ItemReached journal.ItemKind = 66
	ItemBack    journal.ItemKind = 67 // a step is taken away, or was not reached after all
	ItemEnded   journal.ItemKind = 68
	ItemResumed journal.ItemKind = 69
)

// Kinds are the rows of this kind. A path is its resident's: it goes when that one is erased, and keeps its kind, its days and how
// many steps there were.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindPath, Name: "path", Class: journal.Desk, Fields: numbered().Name, Personal: numbered().Personal(true), Whose: PathResident,
		Items:   []journal.ItemKind{ItemStep, ItemReached, ItemBack, ItemEnded, ItemResumed},
		Said:    map[journal.ItemKind]string{ItemStep: "step", ItemEnded: "end"},
		WordsIn: map[journal.ItemKind][]journal.Field{ItemStep: {stepText}, ItemEnded: {endText}}}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindPath {
		return pathTable().Filled()
	}
	return nil
}
