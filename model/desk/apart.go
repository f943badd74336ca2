package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// What people can do apart from each other with one request, of which only one can hold.
const (
	ClashClaims   = "claims"
	ClashClosings = "closings"
	ClashMerges   = "merges"
)

// The stakes of the desk. Letters are on disk and never reused.
const (
	StakeMergedRequest  byte = 'q' // whether a request goes on, or was merged into another
	StakeMergedResident byte = 'b' // the same of a resident
)

// What these stakes say.
const (
	StakeGoesOn = "on"
	StakeGone   = "gone"
)

// requestApart finds claims, closings and merges that were made apart from each other.
func requestApart(_ *journal.Record, items []journal.Item) (out []journal.Clash) {
	rivals := func(code string, kind journal.ItemKind, over map[journal.Stamp]bool, says func(*journal.Item) journal.Value) {
		c := journal.Clash{Code: code}
		for i := range items {
			if it := &items[i]; it.Kind == kind && !over[it.Stamp] {
				c.Versions = append(c.Versions, journal.Version{Stamp: it.Stamp, Value: says(it)})
			}
		}
		if len(c.Versions) > 1 {
			out = append(out, c)
		}
	}
	if !slices.ContainsFunc([]journal.ItemKind{ItemClaim, ItemClose, ItemMerge}, func(k journal.ItemKind) bool { return count(items, k) > 1 }) {
		return nil
	}
	items = journal.Standing(items)
	over := ended(items)
	rivals(ClashClaims, ItemClaim, over, func(it *journal.Item) journal.Value { return it.Fields.Get(claimFor) })
	rivals(ClashClosings, ItemClose, over, func(it *journal.Item) journal.Value { return it.Fields.Get(closeOutcome) })
	rivals(ClashMerges, ItemMerge, over, func(it *journal.Item) journal.Value { return it.Fields.Get(mergeInto) })
	return out
}

func count(items []journal.Item, kind journal.ItemKind) (n int) {
	for i := range items {
		if items[i].Kind == kind {
			n++
		}
	}
	return n
}

// requestStakes say of a request that was merged, and of the one that it was merged into, which goes on.
func requestStakes(rec *journal.Record, items func() []journal.Item) (out []journal.Stake) {
	all := items()
	if count(all, ItemMerge) == 0 {
		return nil
	}
	r := RequestOf(rec, all)
	for i := range r.Merges {
		m := &r.Merges[i]
		said := merged(StakeMergedRequest, rec.ID, m.Into, m.Stamp)
		if !m.Old() && !m.apart(r.TakenIn) {
			said = said[1:] // who wrote it knew all that goes on with it
		}
		out = append(out, said...)
	}
	return out
}

func residentStakes(rec *journal.Record, _ func() []journal.Item) []journal.Stake {
	into := rec.Get(ResidentMergedInto).ID()
	if into.IsZero() {
		return nil
	}
	return merged(StakeMergedResident, rec.ID, into, rec.Register(ResidentMergedInto).Live[0].Stamp)
}

func merged(code byte, from, into journal.ID, s journal.Stamp) []journal.Stake {
	return []journal.Stake{{Code: code, Of: from, Says: StakeGone, Stamp: s}, {Code: code, Of: into, Says: StakeGoesOn, Stamp: s}}
}

// FilledIn are the fields that people fill in of the kinds of the desk.
func FilledIn(k journal.Kind) []model.Filled {
	switch k {
	case KindRequest:
		return requestTable().Filled()
	case KindResident:
		return residentTable().Filled()
	}
	return nil
}

// MergedInto is what an item says that a request was merged into.
func MergedInto(it *journal.Item) journal.ID { return it.Fields.Get(mergeInto).ID() }

// JoinedFrom is what an item says that was merged into a request.
func JoinedFrom(fields journal.Fields) journal.ID { return fields.Get(takenFrom).ID() }

// WhyAway is the reason for which an item takes a request away; back tells that it puts it back instead.
func WhyAway(fields journal.Fields) (why string, back bool) {
	return fields.Get(awayWhy).Text(), !fields.Get(journal.FieldTarget).IsNone()
}
