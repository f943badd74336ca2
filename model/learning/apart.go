package learning

import (
	"cmp"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// StakeDecision is what a decision that stands says. Letters of stakes are on disk and never reused.
const StakeDecision byte = 'd'

// What a decision can say.
const (
	StakeMet    = "met"
	StakeNotMet = "not"
)

// dossierStakes say what was decided on a student, in this dossier.
func dossierStakes(rec *journal.Record, items func() []journal.Item) (out []journal.Stake) {
	all := items()
	if !slices.ContainsFunc(all, func(it journal.Item) bool { return it.Kind == ItemDecision }) {
		return nil
	}
	standing := journal.Standing(all)
	withdrawn := map[journal.Stamp]bool{}
	for i := range standing {
		if standing[i].Kind == ItemDecisionWithdrawn {
			for _, s := range standing[i].Fields.Get(journal.FieldTarget).Stamps() {
				withdrawn[s] = true
			}
		}
	}
	student := rec.Get(DossierStudent).ID()
	for i := range standing {
		it := &standing[i]
		if it.Kind != ItemDecision || withdrawn[it.Stamp] {
			continue
		}
		says := StakeNotMet
		if it.Fields.Get(decisionMet).Bool() {
			says = StakeMet
		}
		framework := it.Fields.Get(decisionFramework).ID()
		out = append(out, journal.Stake{Code: StakeDecision, Of: student,
			In: journal.KeyedID("decision", string(framework[:]), it.Fields.Get(decisionKind).Text()), Says: says, Stamp: it.Stamp})
	}
	return out
}

// contested marks the decisions on the same that say different things: they were taken apart from each other.
func contested(all []Decision) {
	for i := range all {
		all[i].Contested = slices.ContainsFunc(all, func(o Decision) bool {
			return all[i].Withdrawn == nil && o.Withdrawn == nil && o.Kind == all[i].Kind && o.Framework == all[i].Framework && o.Met != all[i].Met
		})
	}
}

// DecisionSaid is what a decision was on and why it was taken, from its item.
func DecisionSaid(f journal.Fields) (DecisionKind, string) {
	return DecisionKind(f.Get(decisionKind).Text()), f.Get(decisionReason).Text()
}

// NodesSaid are the codes of the nodes that a version of what evidence is evidence of points at.
func NodesSaid(tx model.Tx, f journal.Fields) (out []string, err error) {
	ids := f.Get(evidenceNodes).IDs()
	if len(ids) == 0 {
		return nil, nil
	}
	all, err := competence.FrameworksIn(tx)
	for _, id := range ids {
		for i := range all {
			if n, ok := all[i].Node(id); ok {
				out = append(out, cmp.Or(n.Code, n.Title))
				break
			}
		}
	}
	return out, err
}

// WordsSaid are the words of a version of a reflection or a note; of a list of competences its label and title.
func WordsSaid(kind journal.ItemKind, f journal.Fields) (out []string) {
	switch kind {
	case ItemReflection:
		for _, n := range []journal.Field{starrSituation, starrTask, starrAction, starrResult, starrReflection} {
			out = append(out, f.Get(n).Text())
		}
	case ItemEvidenceNote:
		out = append(out, f.Get(evidenceText).Text())
	case competence.ItemFrameworkVersion:
		v := competence.VersionIn(f)
		out = append(out, v.Label, v.Title)
	}
	return slices.DeleteFunc(out, func(t string) bool { return t == "" })
}

// together gives evidence of work that was handled at two places apart from each other the minutes of both: what each wrote down
// besides what both knew of. A visit is done once, whoever wrote it down.
func (d *Dossier) together(standing []journal.Item) {
	versions := map[journal.ID][]*journal.Item{}
	for i := range standing {
		if it := &standing[i]; it.Kind == ItemEvidence {
			id := it.Fields.Get(evidenceID).ID()
			versions[id] = append(versions[id], it)
		}
	}
	for i := range d.Evidence {
		if e := &d.Evidence[i]; len(versions[e.ID]) > 1 && e.Kind != EvidenceVisit {
			e.Minutes = minutesTogether(versions[e.ID])
		}
	}
}

// minutesTogether adds up what versions of evidence say that were written apart from each other. What more than one found to be less, as
// where a merge was parted at two places, is less once.
func minutesTogether(versions []*journal.Item) int {
	minutes := func(it *journal.Item) int { return int(it.Fields.Get(evidenceMinutes).Int()) }
	seen := make([]map[journal.Stamp]bool, len(versions)) // of each, the versions before it, of whatever number of steps
	replaced := map[journal.Stamp]bool{}
	for i, it := range versions {
		seen[i] = map[journal.Stamp]bool{}
		saw := it.Fields.Get(journal.FieldSaw)
		for j, o := range versions[:i] {
			if saw.IsNone() || slices.Contains(saw.Stamps(), o.Stamp) {
				seen[i][o.Stamp], replaced[o.Stamp] = true, true
				for s := range seen[j] {
					seen[i][s] = true
				}
			}
		}
	}
	base, more, less := 0, 0, 0
	for _, o := range versions { // the last that all saw
		if seenByAll(versions, seen, replaced, o.Stamp) {
			base = minutes(o)
		}
	}
	for _, it := range versions {
		if !replaced[it.Stamp] {
			more, less = more+max(minutes(it)-base, 0), min(less, minutes(it)-base)
		}
	}
	return max(base+more+less, 0)
}

// seenByAll tells whether every version that counts came after one.
func seenByAll(versions []*journal.Item, seen []map[journal.Stamp]bool, replaced map[journal.Stamp]bool, s journal.Stamp) bool {
	for i, it := range versions {
		if !replaced[it.Stamp] && !seen[i][s] {
			return false
		}
	}
	return true
}
