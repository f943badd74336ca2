package meeting

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// KindMeeting is the kind of a meeting. Its number is on disk and never reused.
const KindMeeting journal.Kind = 27

// The kinds of item of a meeting. Numbers are on disk and never reused.
const (
	ItemAnswer journal.ItemKind = 55 // whether somebody comes
	ItemCame   journal.ItemKind = 56 // whether somebody who is no student was there
)

// The fields of a meeting. Numbers are on disk and never reused; 15 is FieldArchived.
const (
	MeetingTitle     journal.Field = 1
	MeetingDay       journal.Field = 2 // days since 1970
	MeetingStart     journal.Field = 3 // minutes after midnight
	MeetingMinutes   journal.Field = 4
	MeetingPlace     journal.Field = 5
	MeetingTheme     journal.Field = 6
	MeetingForm      journal.Field = 7
	MeetingLeaders   journal.Field = 8
	MeetingExpected  journal.Field = 9
	MeetingGroups    journal.Field = 10
	MeetingSeries    journal.Field = 11
	MeetingCancelled journal.Field = 12
	MeetingWhy       journal.Field = 13
	MeetingNote      journal.Field = 14
	MeetingAddedBy   journal.Field = 16
	MeetingUID       journal.Field = 17
	MeetingInstance  journal.Field = 18
	MeetingCame      journal.Field = 19
	MeetingSite      journal.Field = 20
)

// The fields of these items. Numbers are on disk and never reused. The first tells of whom it is: a later one replaces it.
const (
	answerOf    journal.Field = 2
	answerReply journal.Field = 3 // a Reply; none: taken back

	cameOf    journal.Field = 2
	cameState journal.Field = 3 // cameThere or cameNot; none: taken back
)

const (
	cameThere = "present"
	cameNot   = "absent"
)

// Scope is where meetings are kept: everybody reads them.
func Scope() journal.Scope {
	return journal.Scope{Class: journal.Community, Part: journal.Organisation()}
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindMeeting, Name: "meeting", Class: journal.Community, Fields: numbered().Name, Filled: model.FilledNames(FilledIn(KindMeeting)), Codes: table().In(plain.InCode), Numbers: table().In(plain.InNumber),
		Items: []journal.ItemKind{ItemAnswer, ItemCame}, Versions: map[journal.ItemKind]journal.Field{ItemAnswer: answerOf, ItemCame: cameOf}, Reach: reaches}}
}

// FilledIn are the fields that people fill in of this kind: all but those that the program keeps for itself.
func FilledIn(k journal.Kind) (out []model.Filled) {
	if k != KindMeeting {
		return nil
	}
	kept := []journal.Field{MeetingSeries, MeetingAddedBy, MeetingUID, MeetingInstance, MeetingCame, MeetingSite}
	for _, f := range table().Filled() {
		if !slices.Contains(kept, f.On) {
			out = append(out, f)
		}
	}
	return out
}

// LedBy tells whether somebody leads a meeting and is no guest; false for what is no meeting. It is a ledger.Leads.
func LedBy(r journal.Reader, of, person journal.ID) (bool, error) {
	rec, err := r.Record(KindMeeting, of)
	if err != nil || rec == nil {
		return false, err
	}
	who, err := r.Record(model.KindPerson, person)
	if err != nil || who == nil {
		return false, err
	}
	return slices.Contains(rec.Get(MeetingLeaders).IDs(), person) && !model.PersonOf(who).IsGuest(), nil
}

// reaches lets everybody who reads meetings add them and answer for themselves; who leads or made one alters it, and says who came of those
// who are no students. Coordinators do all of it.
func reaches(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if w.Table {
		return true, nil
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	if !model.ClearanceOf(model.PersonOf(writer)).MayRead(Scope()) {
		return false, nil
	}
	if c.Op == journal.OpAdd && c.Item == ItemAnswer {
		return c.Fields().Get(answerOf).ID() == w.Person, nil
	}
	if c.Op == journal.OpAdd && c.Item != ItemCame { // a retraction of the own, which is looked at for every kind
		return true, nil
	}
	rec, err := r.Record(KindMeeting, c.Entity)
	if err != nil {
		return false, err
	}
	var made journal.ID
	if rec != nil {
		made = rec.Get(MeetingAddedBy).ID()
	}
	for _, write := range c.Writes {
		if c.Op != journal.OpSet || write.Field != MeetingAddedBy {
			continue
		}
		if !made.IsZero() && write.Value.ID() != made {
			return false, nil
		}
		made = write.Value.ID()
	}
	return made == w.Person || rec != nil && slices.Contains(rec.Get(MeetingLeaders).IDs(), w.Person), nil
}
