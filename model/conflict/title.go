package conflict

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/course"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/mapping"
	"leerbalie/model/meeting"
	"leerbalie/model/notification"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
	"leerbalie/model/partner"
	"leerbalie/model/paths"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/rooms"
	"leerbalie/model/training"
	"leerbalie/model/upward"
	"leerbalie/model/value"
	"leerbalie/model/visits"
)

// describe says what a conflict is about.
func (c *Conflict) describe(tx model.Tx, rec *journal.Record) (err error) {
	kind, id := rec.Kind, rec.ID
	c.Sort = tx.Kinds().Name(kind)
	switch kind {
	case learning.KindDossier:
		kind, id = model.KindPerson, rec.Get(learning.DossierStudent).ID()
	case ledger.KindLedger:
		kind, id = model.KindPerson, rec.Get(ledger.LedgerStudent).ID()
	case pairs.KindTimeOut:
		kind, id = model.KindPerson, rec.Get(pairs.TimeOutPerson).ID()
	case placement.KindPlacement:
		kind, id = model.KindPerson, rec.Get(placement.PlacementStudent).ID()
	case placement.KindReason:
		kind, id = model.KindPerson, rec.Get(placement.EndedStudent).ID()
	case outcome.KindReason:
		kind, id = model.KindPerson, rec.Get(outcome.ReasonStudent).ID()
	case pairs.KindFit:
		kind, id = model.KindPerson, rec.Get(pairs.FitPerson).ID()
	case visits.KindArrangement:
		kind, id = desk.KindResident, rec.Get(visits.ArrangementResident).ID()
	case notification.KindNotification:
		kind, id = desk.KindRequest, notification.Of(rec).Request
	}
	c.About = id
	c.Title, err = titleOf(tx, kind, id)
	return err
}

// titleOf is what people call an entity.
func titleOf(tx model.Tx, kind journal.Kind, id journal.ID) (string, error) {
	if kind == competence.KindFramework {
		f, err := competence.FrameworkIn(tx, id)
		if fault.KindOf(err) == fault.NotFound {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		return f.Title, nil
	}
	rec, err := tx.Record(kind, id)
	if err != nil || rec == nil {
		return "", err
	}
	if room := rooms.Of(kind); room != nil {
		return room.TitleOf(rec), nil
	}
	switch kind {
	case model.KindPerson:
		return rec.Get(model.PersonName).Text(), nil
	case model.KindGroup:
		return rec.Get(model.GroupName).Text(), nil
	case model.KindSite:
		return rec.Get(model.SiteName).Text(), nil
	case desk.KindRequest:
		return rec.Get(desk.RequestNumber).Text(), nil
	case desk.KindResident:
		return rec.Get(desk.ResidentName).Text(), nil
	case block.KindBlock:
		return rec.Get(block.BlockTitle).Text(), nil
	case mapping.KindMapping:
		return rec.Get(mapping.MappingName).Text(), nil
	case value.KindPrice:
		return rec.Get(value.PriceUnit).Text(), nil
	case outcome.KindComparison:
		return rec.Get(outcome.ComparisonSource).Text(), nil
	case meeting.KindMeeting:
		m := meeting.Of(rec, nil)
		return m.Called(), nil
	case free.KindFree:
		return rec.Get(free.FreeName).Text(), nil
	case directory.KindOrganization, directory.KindService, directory.KindLocation:
		return rec.Get(directory.EntryName).Text(), nil
	case paths.KindPath:
		return rec.Get(paths.PathTitle).Text(), nil
	case course.KindCourse:
		return rec.Get(course.CourseTitle).Text(), nil
	case pairs.KindProposal:
		return rec.Get(pairs.ProposalName).Text(), nil
	case pairs.KindPair:
		return membersOf(tx, rec)
	}
	return "", nil
}

func membersOf(tx model.Tx, rec *journal.Record) (string, error) {
	var names []string
	for _, m := range rec.Get(pairs.PairMembers).IDs() {
		name, err := titleOf(tx, model.KindPerson, m)
		if err != nil {
			return "", err
		}
		names = append(names, name)
	}
	return strings.Join(names, " + "), nil
}

// FieldOf is the row of a field that people fill in, of any kind; Name "" for others.
func FieldOf(kind journal.Kind, f journal.Field) model.Filled {
	if f == journal.FieldArchived {
		return model.Filled{On: f, Name: "archived", Kind: model.OfFlag}
	}
	for _, in := range []func(journal.Kind) []model.Filled{model.FilledIn, desk.FilledIn, block.FilledIn, mapping.FilledIn, notification.FilledIn, value.FilledIn, paths.FilledIn, pairs.FilledIn, directory.FilledIn,
		visits.FilledIn, outcome.FilledIn, course.FilledIn,
		meeting.FilledIn, free.FilledIn, goal.FilledIn, question.FilledIn, project.FilledIn, partner.FilledIn, placement.FilledIn, upward.FilledIn, research.FilledIn, training.FilledIn} {
		for _, row := range in(kind) {
			if row.On == f {
				return row
			}
		}
	}
	return model.Filled{}
}

// namesIn are the names of what a value names, and of the nodes that a version points at.
func namesIn(tx model.Tx, v Value) (out []string, err error) {
	ids := v.Value.IDs()
	if id := v.Value.ID(); !id.IsZero() {
		ids = []journal.ID{id}
	}
	if len(v.Fields) > 0 && v.Kind == visits.KindArrangement {
		ids = visits.GivenSaid(v.Fields)
	}
	for _, id := range ids {
		name := ""
		for _, kind := range []journal.Kind{model.KindPerson, model.KindGroup, model.KindSite, desk.KindRequest, desk.KindResident, pairs.KindPair, directory.KindOrganization, directory.KindLocation, competence.KindFramework,
			goal.KindGoal, project.KindProject, partner.KindPartner, partner.KindNetwork, course.KindCourse, meeting.KindMeeting} {
			if name == "" && !id.IsZero() {
				if name, err = titleOf(tx, kind, id); err != nil {
					return nil, err
				}
			}
		}
		if name != "" {
			out = append(out, name)
		}
	}
	if len(v.Fields) == 0 || v.Kind == visits.KindArrangement {
		return out, nil
	}
	return learning.NodesSaid(tx, v.Fields)
}

// ledgerNames are the names of what a version on a ledger is about: of a course, or a meeting.
func ledgerNames(tx model.Tx, item journal.ItemKind, v Value) ([]string, error) {
	var of journal.ID
	switch x := ledger.VersionOf(item, v.Fields, v.Mark); {
	case x.Presence != nil:
		of = x.Presence.Of
	case x.Result != nil:
		of = x.Result.Of
	}
	for _, kind := range []journal.Kind{course.KindCourse, meeting.KindMeeting} {
		if of.IsZero() {
			break
		}
		if name, err := titleOf(tx, kind, of); err != nil || name != "" {
			return []string{name}, err
		}
	}
	return nil, nil
}

// intoOf is what something was merged into.
func intoOf(rec *journal.Record, items []journal.Item, s journal.Stamp) journal.ID {
	if rec.Kind == desk.KindResident {
		return rec.Get(desk.ResidentMergedInto).ID()
	}
	if it := itemAt(items, s); it != nil {
		return desk.MergedInto(it)
	}
	return journal.ID{}
}
