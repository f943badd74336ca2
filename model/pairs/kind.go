package pairs

import "leerbalie/model/journal"

// The kinds of entity around buddy pairs. Numbers are on disk and never reused.
const (
	KindPair     journal.Kind = 9
	KindProposal journal.Kind = 10 // of pairs, kept for review
	KindTimeOut  journal.Kind = 11 // of a student, with the reason
	KindFit      journal.Kind = 12 // what one member says in private about how a pair fits
)

// The kinds of item on a pair. Numbers are on disk and never reused.
const (
	ItemPairEnd    journal.ItemKind = 21
	ItemCheckIn    journal.ItemKind = 22
	ItemEvaluation journal.ItemKind = 23
	ItemAgreement  journal.ItemKind = 24
)

// Kinds are the rows of these kinds.
func Kinds() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindPair, Name: "pair", Class: journal.People, Said: map[journal.ItemKind]string{ItemPairEnd: "end", ItemCheckIn: "check-in", ItemEvaluation: "evaluation",
			ItemAgreement: "agreement"}, Whose: PairMembers,
			Filled: filled(KindPair), Versions: map[journal.ItemKind]journal.Field{ItemAgreement: agreementPerson}, Apart: pairApart, Stakes: pairStakes,
			WordsIn: map[journal.ItemKind][]journal.Field{ItemPairEnd: {pairNote}, ItemCheckIn: {pairNote}, ItemEvaluation: {pairNote}, ItemAgreement: {agreementFor, agreementAdds}},
			Items:   []journal.ItemKind{ItemPairEnd, ItemCheckIn, ItemEvaluation, ItemAgreement}, Reach: reachesPair},
		{Kind: KindProposal, Name: "proposal", Class: journal.People, Filled: filled(KindProposal), Codes: []journal.Field{ProposalLocks, ProposalForbid, ProposalPairs}},
		{Kind: KindTimeOut, Name: "time-out", Class: journal.Private, Filled: filled(KindTimeOut), Whose: TimeOutPerson, Mixed: true, Personal: func(f journal.Field) bool { return f == TimeOutReason }},
		{Kind: KindFit, Name: "fit", Class: journal.Private, Filled: filled(KindFit), Whose: FitPerson, Mixed: true, Personal: func(f journal.Field) bool { return f == FitSaid || f == FitNote }, Reach: reachesFit},
	}
}
