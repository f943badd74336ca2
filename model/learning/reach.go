package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// reachesDossier is SightOf for what was written elsewhere: who works with a dossier writes in it, in the parts that are that
// person's own; the desk adds the facts of handled work; fellow students judge what they did together.
func reachesDossier(adds []MayAdd) journal.Reach {
	return func(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
		return reachIn(adds, r, w, c)
	}
}

func reachIn(adds []MayAdd, r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	rec, err := r.Record(KindDossier, c.Entity)
	if err != nil {
		return false, err
	}
	student, err := learnerOf(r, rec, c)
	if err != nil || student == nil {
		return false, err
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	by, group := model.PersonOf(writer), c.Stream.Scope.Part
	by.Archived = false
	if w.Held { // whose dossiers these were when it was written
		by.Groups = append(slices.Clone(by.Groups), group)
	}
	clearance := model.ClearanceOf(by)
	s := SightOf(clearance, *student, group)
	handles := by.Has(model.RoleDesk, model.RoleStudent, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
	if c.Op != journal.OpAdd {
		begins := !slices.ContainsFunc(c.Writes, func(w journal.Write) bool { return w.Field != DossierStudent })
		return begins && (s.Write || handles || by.Has(model.RoleTeacher)), nil // who teaches a course that is evidence begins it
	}
	var known *Evidence
	var items []journal.Item
	it := journal.Item{Stamp: c.Stamp(), Kind: c.Item, Actor: c.Actor, Fields: c.Fields()}
	if rec != nil && (c.Item == journal.ItemWords || c.Item == ItemEvidence || c.Item == ItemAssessment || c.Item == journal.ItemRetract ||
		c.Item == ItemTalk || c.Item == ItemHeard) {
		if items, err = r.Items(KindDossier, rec.ID); err != nil {
			return false, err
		}
		known = DossierOf(rec, items).Find(it.Fields.Get(evidenceID).ID())
	}
	switch c.Item {
	case journal.ItemVouch:
		return s.Write || handles, nil
	case journal.ItemRetract: // a decision is withdrawn instead, and who has looked cannot unsee it
		for i := range items {
			if slices.Contains([]journal.ItemKind{ItemDecision, ItemDecisionWithdrawn, ItemLook}, items[i].Kind) &&
				slices.Contains(it.Fields.Get(journal.FieldTarget).Stamps(), items[i].Stamp) {
				return false, nil
			}
		}
		return true, nil // what is the own, which is looked at for every kind
	case journal.ItemWords: // of what was written right before, which was looked at
		return journal.PartOfOwn(items, c), nil
	case ItemEvidence:
		e := evidenceFrom(&it)
		for _, may := range adds {
			if yes, err := may(r, e.Kind, e.ID, student.ID, by.ID); yes || err != nil {
				return yes, err
			}
		}
		return e.Kind.Work() && e.Title == "" && e.File == "" && (known == nil || known.Kind == e.Kind) && handles || !e.Kind.Work() && s.Write, nil
	case ItemEvidenceNodes, ItemEvidenceNote, ItemLook:
		return s.Write, nil
	case ItemReflection:
		return s.Write && student.ID == by.ID, nil
	case ItemAssessment:
		as := AssessorKind(it.Fields.Get(assessBy).Text())
		return slices.Contains(s.MayJudgeAs, as) || as == AssessorPeer && known != nil && IsPeer(clearance, *student, known), nil
	case ItemTalk:
		return mayTalk(known, mayJudgeAs(clearance, *student, group, orNone(known)), AssessorKind(it.Fields.Get(LineAs).Text()), it.Fields.Get(LineID).ID(), c.Actor), nil
	case ItemAttached:
		return s.Write, nil
	case ItemHeard:
		return s.Write || IsPeer(clearance, *student, orNone(known)), nil
	case ItemDecision, ItemDecisionWithdrawn:
		return slices.Contains(s.MayJudgeAs, AssessorSchool), nil
	}
	return false, nil
}

// learnerOf is whose dossier a change is about; nil where that is nobody's.
func learnerOf(r journal.Reader, rec *journal.Record, c *journal.Change) (*model.Person, error) {
	return StudentOf(r, rec, c, DossierStudent, DossierID)
}

// StudentOf is whose entity a change is about, of a kind of which there is one for each student and group: on names the student, and id is worked
// out from both. nil where that is nobody's.
func StudentOf(r journal.Reader, rec *journal.Record, c *journal.Change, on journal.Field, id func(student, group journal.ID) journal.ID) (student *model.Person, err error) {
	fits := func(p *journal.Record) bool { return p != nil && id(p.ID, c.Stream.Scope.Part) == c.Entity }
	var named journal.ID
	for _, w := range c.Writes {
		if c.Op == journal.OpSet && w.Field == on {
			named = w.Value.ID()
		}
	}
	if named.IsZero() && rec != nil {
		named = rec.Get(on).ID()
	}
	found, err := r.Record(model.KindPerson, named)
	if err == nil && named.IsZero() { // how it began did not come yet
		err = r.Each(model.KindPerson, func(p *journal.Record) error {
			if fits(p) {
				found = p
			}
			return nil
		})
	}
	if err != nil || !fits(found) {
		return nil, err
	}
	p := model.PersonOf(found)
	return &p, nil
}
