package competence

import "leerbalie/model/journal"

// KindFramework is the kind of entity of a list of competences. Its number is on disk and never reused.
const KindFramework journal.Kind = 20

// The kinds of item of a list of competences. Numbers are on disk and never reused.
const (
	ItemFrameworkVersion journal.ItemKind = 40
	ItemFrameworkAlike   journal.ItemKind = 49 // of learning/alike
)

// Kinds are the rows of these kinds.
func Kinds() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindFramework, Name: "framework", Class: journal.People, Items: []journal.ItemKind{ItemFrameworkVersion, ItemFrameworkAlike}, Versions: map[journal.ItemKind]journal.Field{ItemFrameworkVersion: 0}, Builtin: func(id journal.ID) bool { return builtinFramework(id) != nil }},
	}
}
