package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// takeBack knows as looking what somebody did who judged, saw others' judgements by that, and took the own one back: what
// the same person gives next is not blind.
func (d *Dossier) takeBack(items []journal.Item) {
	judgements := map[journal.Stamp]*journal.Item{}
	for i := range items {
		switch it := &items[i]; it.Kind {
		case ItemAssessment:
			judgements[it.Stamp] = it
		case journal.ItemRetract:
			for _, target := range it.Fields.Get(journal.FieldTarget).Stamps() {
				mine := judgements[target]
				if mine == nil || mine.Actor != it.Actor {
					continue
				}
				evidence := mine.Fields.Get(evidenceID).ID()
				for _, o := range judgements { // those that came before the taking back
					part := AssessorKind(o.Fields.Get(assessBy).Text())
					if o.Actor != mine.Actor && o.Fields.Get(evidenceID).ID() == evidence && (part == AssessorSchool || part == AssessorPractice) {
						d.looks = append(d.looks, look{evidence, it.Actor, it.Stamp})
						break
					}
				}
			}
		}
	}
}

// lookAll notes that the actor looks at all judgements of a student that were hidden until now: what is decided on them is
// decided with them in sight.
func lookAll(d *model.Doing, student model.Person, dossiers []*Dossier) error {
	for _, x := range dossiers {
		seen := x.seenBy(d.Actor.ID, sightFor(d, student, x.Group), true)
		for i := range seen.Evidence {
			if e := &seen.Evidence[i]; e.Hidden > 0 {
				if _, err := AddItem(d, student.ID, x.Group, ItemLook, journal.Fields{evidenceID.Is(journal.Ref(e.ID))}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// keepBlind takes out of decisions what was frozen where judgements are in it that the session may not see yet. The
// dossiers are the session's own copies, and whole the ones they were made of.
func keepBlind(seen, whole []*Dossier) {
	var hidden []journal.Stamp
	for i, x := range seen {
		for j := range x.Evidence {
			if e := &x.Evidence[j]; e.Hidden > 0 {
				for _, a := range whole[i].Evidence[j].Assessments {
					if !slices.ContainsFunc(e.Assessments, func(o Assessment) bool { return o.Stamp == a.Stamp }) {
						hidden = append(hidden, a.Stamp)
					}
				}
			}
		}
	}
	if len(hidden) == 0 {
		return
	}
	for _, x := range seen {
		x.Decisions = slices.Clone(x.Decisions)
		for i := range x.Decisions {
			c := &x.Decisions[i]
			for _, s := range hidden {
				if s.Compare(c.Stamp) < 0 {
					c.Hidden++
				}
			}
			if c.Hidden > 0 {
				c.Snapshot = nil
			}
		}
	}
}
