package pairs

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// ClashEnds is a pair that was ended by two people apart from each other.
const ClashEnds = "ends"

// StakeMember is that somebody is in a running pair. Letters of stakes are on disk and never reused.
const StakeMember byte = 'p'

// FilledIn are the fields that people fill in of the kinds around pairs.
func FilledIn(k journal.Kind) []model.Filled {
	switch k {
	case KindPair:
		return []model.Filled{{On: PairMembers, Name: "members", Kind: model.OfEntities}, {On: PairSite, Name: "site", Kind: model.OfEntity}}
	case KindProposal:
		return []model.Filled{{On: ProposalName, Name: "name"}, {On: ProposalDay, Name: "day", Kind: model.OfDay}, {On: ProposalPublished, Name: "published", Kind: model.OfMoment}}
	case KindTimeOut:
		return []model.Filled{{On: TimeOutReason, Name: "reason"}, {On: TimeOutFrom, Name: "start", Kind: model.OfDay},
			{On: TimeOutUntil, Name: "until", Kind: model.OfDay}, {On: TimeOutEnded, Name: "end", Kind: model.OfDay}}
	case KindFit:
		return []model.Filled{{On: FitSaid, Name: "answer", Kind: model.OfCode, Codes: model.Everywhere(FitAnswers)}, {On: FitNote, Name: "note"}}
	}
	return nil
}

func filled(k journal.Kind) func(journal.Field) string { return model.FilledNames(FilledIn(k)) }

// pairApart finds ends of a pair that were written apart from each other.
func pairApart(_ *journal.Record, items []journal.Item) []journal.Clash {
	c := journal.Clash{Code: ClashEnds}
	for _, it := range items {
		if it.Kind == ItemPairEnd {
			c.Versions = append(c.Versions, journal.Version{})
		}
	}
	if len(c.Versions) < 2 {
		return nil
	}
	c.Versions = nil
	differ := false
	for _, it := range journal.Standing(items) {
		if it.Kind == ItemPairEnd {
			c.Versions = append(c.Versions, journal.Version{Stamp: it.Stamp, Value: it.Fields.Get(pairReason)})
			differ = differ || !c.Versions[0].Value.Equal(it.Fields.Get(pairReason))
		}
	}
	if !differ {
		return nil
	}
	return []journal.Clash{c}
}

// pairStakes say of each member of a pair that it is in this one, while it runs.
func pairStakes(rec *journal.Record, items func() []journal.Item) (out []journal.Stake) {
	if p := PairOf(rec, items()); p.Running() && len(p.Members) > 1 {
		for _, m := range p.Members {
			out = append(out, journal.Stake{Code: StakeMember, Of: m, Says: string(rec.ID[:]), Stamp: rec.Register(PairMembers).Live[0].Stamp})
		}
	}
	return out
}
