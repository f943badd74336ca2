package model

// The kinds of entity of learning. Numbers are on disk and never reused.
const (
	KindFramework Kind = 20
	KindDossier   Kind = 21 // what one student learned in one group
)

// The kinds of item of learning. Numbers are on disk and never reused.
const (
	ItemFrameworkVersion  ItemKind = 40
	ItemEvidence          ItemKind = 41
	ItemEvidenceNodes     ItemKind = 42
	ItemReflection        ItemKind = 43
	ItemAssessment        ItemKind = 44
	ItemLook              ItemKind = 45
	ItemDecision          ItemKind = 46
	ItemDecisionWithdrawn ItemKind = 47
	ItemEvidenceNote      ItemKind = 48
)

// LearningKinds are the rows of these kinds.
func LearningKinds() []KindRow {
	return []KindRow{
		{Kind: KindFramework, Class: People, Items: []ItemKind{ItemFrameworkVersion}, Given: func(id ID) bool { return startFramework(id) != nil }},
		{Kind: KindDossier, Class: Learning, Items: []ItemKind{ItemEvidence, ItemEvidenceNodes, ItemReflection, ItemAssessment, ItemLook,
			ItemDecision, ItemDecisionWithdrawn, ItemEvidenceNote}},
	}
}
