package model

// Kind is a kind of entity. Numbers are on disk and never reused.
type Kind uint8

// The kinds of entity.
const (
	KindSite     Kind = 1
	KindPerson   Kind = 2
	KindGroup    Kind = 3
	KindResident Kind = 5
	KindRequest  Kind = 6
	KindReplica  Kind = 7
	KindErasure  Kind = 8 // its id is the id of what was erased
	KindPair     Kind = 9
	KindProposal Kind = 10 // of pairs, kept for review
	KindTimeOut  Kind = 11 // of a student, with the reason
	KindFit      Kind = 12 // what one member says in private about how a pair fits

	KindFramework Kind = 20
	KindDossier   Kind = 21 // what one student learned in one group
)

// ItemKind is a kind of immutable item on an entity. Numbers are on disk, shared by all kinds of entity, never reused.
type ItemKind uint16

// The kinds of item. ItemSet stands for a write of fields, so that an entity's items are its whole history.
const (
	ItemSet           ItemKind = 0
	ItemRetract       ItemKind = 1
	ItemClaim         ItemKind = 2
	ItemRelease       ItemKind = 3
	ItemPark          ItemKind = 4
	ItemRecall        ItemKind = 5
	ItemMemo          ItemKind = 6
	ItemTime          ItemKind = 7
	ItemClose         ItemKind = 8
	ItemReopen        ItemKind = 9
	ItemContact       ItemKind = 10
	ItemTask          ItemKind = 11
	ItemTaskDone      ItemKind = 12
	ItemReferral      ItemKind = 13
	ItemReferralState ItemKind = 14
	ItemDetails       ItemKind = 15
	ItemOpened        ItemKind = 16
	ItemErase         ItemKind = 17
	ItemMerge         ItemKind = 18
	ItemTick          ItemKind = 19
	ItemUntick        ItemKind = 20
	ItemPairEnd       ItemKind = 21
	ItemCheckIn       ItemKind = 22
	ItemEvaluation    ItemKind = 23
	ItemAgreement     ItemKind = 24

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

// FieldArchived hides an entity without removing it; it has the same number on every kind.
const FieldArchived Field = 15

// ClassOf is the class a kind belongs to; ok is false for a kind that this version does not know.
func ClassOf(k Kind) (class Class, ok bool) {
	switch k {
	case KindSite, KindPerson, KindGroup, KindFramework, KindPair, KindProposal:
		return People, true
	case KindTimeOut, KindFit:
		return Private, true
	case KindResident, KindRequest:
		return Desk, true
	case KindDossier:
		return Learning, true
	case KindReplica, KindErasure:
		return Trust, true
	}
	return 0, false
}

// Personal tells whether a field may hold what identifies a resident or was written in free words. Such fields are
// never written in one change with others, so that erasing a change takes nothing that has to stay.
func Personal(k Kind, f Field) bool {
	switch k {
	case KindResident:
		return f != FieldArchived && f != ResidentKeep && f != ResidentTold && f != ResidentRegular &&
			f != ResidentMergedInto
	case KindRequest:
		return f == RequestSummary || f == RequestResident
	}
	return false
}

// PersonalItem tells whether an item of the desk holds free words, and goes with an erasure.
func PersonalItem(k ItemKind) bool {
	switch k {
	case ItemMemo, ItemContact, ItemTask, ItemTaskDone, ItemDetails:
		return true
	}
	return false
}

// identifier tells whether a field holds a code or number that is not free text, so that nine digits in it are no
// citizen service number.
func identifier(k Kind, f Field) bool {
	return k == KindRequest && (f == RequestNumber || f == RequestSource) ||
		k == KindResident && f == ResidentPhone ||
		k == KindPerson && (f == PersonNumber || f == PersonCrebo) ||
		k == KindProposal && (f == ProposalLocks || f == ProposalForbid || f == ProposalPairs)
}
