package learning

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"leerbalie/model/journal"
)

// Dossier is what a student learned in one group: all of it, before a clearance is laid over it.
type Dossier struct {
	ID        journal.ID
	Student   journal.ID
	Group     journal.ID
	Evidence  []Evidence // as it was put down, the first first
	Decisions []Decision
	looks     []look
	ReadOnly  bool
	erased    bool
}

// look says that somebody looked at others' judgements of a piece of evidence.
type look struct {
	evidence, by journal.ID
	stamp        journal.Stamp
}

// DossierOf reads a dossier from its record and items. The answer depends on which items there are, never on the order in
// which they arrived.
func DossierOf(rec *journal.Record, items []journal.Item) *Dossier {
	d := &Dossier{ID: rec.ID, Student: rec.Get(DossierStudent).ID(), Group: rec.Part, erased: rec.Erased, ReadOnly: rec.MinReader > journal.SchemaVersion}
	at := map[journal.ID]int{}
	standing := journal.Standing(items)
	if n := count(standing, ItemEvidence); n > 0 {
		d.Evidence = make([]Evidence, 0, n)
	}
	for i := range standing {
		if standing[i].Kind == ItemEvidence {
			d.takeEvidence(&standing[i], at)
		}
	}
	d.together(standing)
	for i := range standing {
		d.take(&standing[i], at)
	}
	d.takeBack(items)
	for i := range d.Evidence {
		d.settle(&d.Evidence[i])
	}
	return d
}

// count tells how many of some items are of a kind.
func count(items []journal.Item, kind journal.ItemKind) (n int) {
	for i := range items {
		if items[i].Kind == kind {
			n++
		}
	}
	return n
}

// takeEvidence takes facts in; those of evidence that is known are newer.
func (d *Dossier) takeEvidence(it *journal.Item, at map[journal.ID]int) {
	e := evidenceFrom(it)
	if e.ID.IsZero() { // an erasure left nothing of it
		return
	}
	e.Student, e.Group = d.Student, d.Group
	if i, known := at[e.ID]; known {
		old := d.Evidence[i]
		e.Mark = old.Mark
		d.Evidence[i] = e
		return
	}
	at[e.ID] = len(d.Evidence)
	d.Evidence = append(d.Evidence, e)
}

func (d *Dossier) take(it *journal.Item, at map[journal.ID]int) {
	f := it.Fields
	switch it.Kind {
	case ItemDecision:
		d.Decisions = append(d.Decisions, d.decision(it))
		return
	case ItemDecisionWithdrawn:
		for _, target := range f.Get(journal.FieldTarget).Stamps() {
			if i := slices.IndexFunc(d.Decisions, func(x Decision) bool { return x.Stamp == target }); i >= 0 && d.Decisions[i].Withdrawn == nil {
				m := it.Mark(0)
				d.Decisions[i].Withdrawn, d.Decisions[i].Why = &m, f.Get(decisionReason).Text()
			}
		}
		return
	}
	i, known := at[f.Get(evidenceID).ID()]
	if !known {
		return
	}
	e := &d.Evidence[i]
	switch it.Kind {
	case ItemEvidenceNodes:
		e.Nodes = f.Get(evidenceNodes).IDs()
	case ItemEvidenceNote:
		e.Note = f.Get(evidenceText).Text()
	case ItemReflection:
		if e.Reflection != nil {
			e.Earlier = append(e.Earlier, *e.Reflection)
		}
		e.Reflection = &Reflection{it.Mark(0), f.Get(starrSituation).Text(), f.Get(starrTask).Text(), f.Get(starrAction).Text(),
			f.Get(starrResult).Text(), f.Get(starrReflection).Text()}
	case ItemAssessment:
		a := assessmentFrom(it)
		a.Student = d.Student
		e.Assessments = append(e.Assessments, a)
	case ItemTalk, ItemAttached, ItemHeard:
		e.said(it)
	case ItemLook:
		d.looks = append(d.looks, look{e.ID, it.Actor, it.Stamp})
	}
}

// settle works out which judgements are blind and which are the latest of their assessor.
func (d *Dossier) settle(e *Evidence) {
	for i := range e.Assessments {
		a := &e.Assessments[i]
		a.Latest, a.Blind = true, true
		for j := range e.Assessments {
			o := &e.Assessments[j]
			if j > i && o.By == a.By && o.As == a.As {
				a.Latest = false
			}
			if j < i && o.By == a.By { // a second one of the same person was given with the others in sight
				a.Blind = false
			}
		}
		for _, l := range d.looks {
			if l.evidence == e.ID && l.by == a.By && l.stamp.Compare(a.Stamp) < 0 {
				a.Blind = false
			}
		}
	}
}

func (d *Dossier) decision(it *journal.Item) Decision {
	f := it.Fields
	x := Decision{Mark: it.Mark(0), Student: d.Student, Framework: f.Get(decisionFramework).ID(), Kind: DecisionKind(f.Get(decisionKind).Text()),
		Met: f.Get(decisionMet).Bool(), Reason: f.Get(decisionReason).Text(), Hash: hex.EncodeToString([]byte(f.Get(decisionHash).Raw()))}
	if s := f.Get(decisionVersion).Stamps(); len(s) > 0 {
		x.Version = s[0]
	}
	for _, v := range f.Get(decisionSnapshot).List() {
		x.Snapshot = append(x.Snapshot, v.Raw()...)
	}
	sum := sha256.Sum256(x.Snapshot)
	x.Sound = hex.EncodeToString(sum[:]) == x.Hash
	if d.erased && x.Hash == "" {
		x.Sound, x.Erased = true, true
	}
	return x
}

// Find is a piece of evidence by its id, nil when there is none.
func (d *Dossier) Find(id journal.ID) *Evidence {
	for i := range d.Evidence {
		if d.Evidence[i].ID == id {
			return &d.Evidence[i]
		}
	}
	return nil
}

// lookedAt tells whether somebody looked at others' judgements.
func (d *Dossier) lookedAt(evidence, who journal.ID) bool {
	return slices.ContainsFunc(d.looks, func(l look) bool { return l.evidence == evidence && l.by == who })
}
