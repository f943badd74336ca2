package model

// The kinds of entity around buddy pairs. Numbers are on disk and never reused.
const (
	KindPair     Kind = 9
	KindProposal Kind = 10 // of pairs, kept for review
	KindTimeOut  Kind = 11 // of a student, with the reason
	KindFit      Kind = 12 // what one member says in private about how a pair fits
)

// The kinds of item on a pair. Numbers are on disk and never reused.
const (
	ItemPairEnd    ItemKind = 21
	ItemCheckIn    ItemKind = 22
	ItemEvaluation ItemKind = 23
	ItemAgreement  ItemKind = 24
)

// PairKinds are the rows of these kinds.
func PairKinds() []KindRow {
	return []KindRow{
		{Kind: KindPair, Class: People, Items: []ItemKind{ItemPairEnd, ItemCheckIn, ItemEvaluation, ItemAgreement}},
		{Kind: KindProposal, Class: People, Codes: []Field{ProposalLocks, ProposalForbid, ProposalPairs}},
		{Kind: KindTimeOut, Class: Private},
		{Kind: KindFit, Class: Private},
	}
}
