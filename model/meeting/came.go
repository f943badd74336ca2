package meeting

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// Answer says whether somebody comes.
type Answer struct {
	ID     journal.ID
	Person journal.ID // zero: who acts
	Reply  Reply      // "": what was answered is taken back
}

// Name is the code of the words for this action.
func (Answer) Name() string { return "act-meeting-answer" }

// Do writes the answer; what stands already is not written again. Errors: NotFound; Refused for somebody else's by who is no coordinator;
// Conflict for a meeting that was cancelled; Invalid for an unknown answer.
func (a Answer) Do(d *model.Doing) error {
	m, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if a.Person.IsZero() {
		a.Person = d.Actor.ID
	}
	p, err := d.Person(a.Person)
	if err != nil {
		return err
	}
	switch {
	case a.Reply != "" && !slices.Contains(Replies(), a.Reply):
		return fault.New(fault.Invalid, "meeting-reply", "reply", string(a.Reply))
	case a.Person != d.Actor.ID && !d.Clearance().MayWrite(Scope()):
		return fault.New(fault.Refused, "meeting-answer-other", "name", p.Name)
	case m.Cancelled:
		return fault.New(fault.Conflict, "meeting-cancelled", "title", m.Called())
	case m.Answers[a.Person].Reply == a.Reply:
		apart, err := contested(d, m.ID, ItemAnswer, a.Person)
		if err != nil || !apart {
			return err
		}
	}
	d.About(m.ID, "")
	d.For(a.Person)
	return d.Granted(mine, func() error {
		_, err := d.Add(KindMeeting, m.ID, Scope().Part, ItemAnswer, journal.Fields{answerOf.Is(journal.Ref(a.Person)), answerReply.Is(text(string(a.Reply)))})
		return err
	})
}

// Attend says who came to a meeting. Of students it is written in their ledger, of others on the meeting.
type Attend struct {
	ID     journal.ID
	People []journal.ID
	State  ledger.State // "": what was noted is taken back
}

// Name is the code of the words for this action.
func (Attend) Name() string { return "act-meeting-attend" }

// Do writes it for each of them; what stands already is not written again. Errors: NotFound; Refused for who neither leads the meeting nor may
// write it otherwise; Conflict for a meeting that was cancelled; those of ledger.NotePresence.
func (a Attend) Do(d *model.Doing) error {
	m, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if m.Cancelled && a.State != "" {
		return fault.New(fault.Conflict, "meeting-cancelled", "title", m.Called())
	}
	d.About(m.ID, "")
	for _, id := range a.People {
		p, err := d.Person(id)
		if err != nil {
			return err
		}
		if p.Has(model.RoleStudent) {
			err = a.student(d, &m, p)
		} else {
			err = a.other(d, &m, p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// student writes whether a student came. What was noted before the meeting moved is taken back: it was on another day.
func (a Attend) student(d *model.Doing, m *Meeting, p model.Person) error {
	if !MayNote(d.Clearance(), m, p) {
		return fault.New(fault.Refused, "meeting-note-other", "name", d.Actor.Name, "title", m.Called())
	}
	before, err := presencesOf(d, p, m.ID)
	if err != nil {
		return err
	}
	for _, was := range before {
		if !was.Day.Equal(m.Day) {
			if err := ledger.NotePresence(d, p, ledger.Presence{Of: m.ID, Day: was.Day}); err != nil {
				return err
			}
		}
	}
	return ledger.NotePresence(d, p, ledger.Presence{Of: m.ID, Day: m.Day, State: a.State, Minutes: m.Minutes})
}

// other writes whether somebody who is no student came.
func (a Attend) other(d *model.Doing, m *Meeting, p model.Person) error {
	if !MayNote(d.Clearance(), m, p) {
		return fault.New(fault.Refused, "meeting-note-other", "name", d.Actor.Name, "title", m.Called())
	}
	state := ""
	switch a.State {
	case ledger.Present:
		state = cameThere
	case ledger.Absent, ledger.Excused:
		state = cameNot
	case "":
	default:
		return fault.New(fault.Invalid, "presence-state", "state", string(a.State))
	}
	if state != "" {
		if err := d.Happened(m.Day, "date"); err != nil {
			return err
		}
	}
	was, noted := m.Came[p.ID]
	if noted == (state != "") && was.There == (state == cameThere) {
		apart, err := contested(d, m.ID, ItemCame, p.ID)
		if err != nil || !apart {
			return err
		}
	}
	return d.Granted(mine, func() error {
		_, err := d.Add(KindMeeting, m.ID, Scope().Part, ItemCame, journal.Fields{cameOf.Is(journal.Ref(p.ID)), cameState.Is(text(state))})
		return err
	})
}

// MayNote tells whether somebody may write of a person that this one came: who leads the meeting and is no guest of everybody; of students who may write in
// their ledger, of others who may alter the meeting.
func MayNote(c model.Clearance, m *Meeting, p model.Person) bool {
	me := c.Person()
	switch {
	case !c.MayRead(Scope()):
		return false
	case m.ledBy(&me):
		return true
	case p.Has(model.RoleStudent):
		return ledger.SightOf(c, p, learning.HomeGroup(p)).Note
	}
	return MayAlter(c, m)
}

// presencesOf are what was noted of a student at a meeting, on whatever day.
func presencesOf(d *model.Doing, p model.Person, of journal.ID) (out []ledger.Presence, err error) {
	groups := []journal.ID{journal.Organisation()}
	if err := d.Each(model.KindGroup, func(rec *journal.Record) error {
		groups = append(groups, rec.ID)
		return nil
	}); err != nil {
		return nil, err
	}
	for _, g := range groups {
		rec, err := d.Record(ledger.KindLedger, ledger.ID(p.ID, g))
		if err != nil {
			return nil, err
		}
		if rec == nil {
			continue
		}
		items, err := d.Items(ledger.KindLedger, rec.ID)
		if err != nil {
			return nil, err
		}
		for _, at := range ledger.Of(rec, items).Presences {
			if at.Of == of {
				out = append(out, at)
			}
		}
	}
	return out, nil
}

// contested tells whether people wrote different things of the same person apart from each other: then writing one settles it.
func contested(d *model.Doing, id journal.ID, kind journal.ItemKind, person journal.ID) (bool, error) {
	rec, err := d.Record(KindMeeting, id)
	if err != nil || rec == nil {
		return false, err
	}
	items, err := d.Items(KindMeeting, id)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(d.Kinds().Clashes(rec, func() []journal.Item { return items }), func(c journal.Clash) bool {
		return c.Item == kind && c.Of.ID() == person
	}), nil
}

func text(s string) journal.Value {
	if s == "" {
		return journal.Value{}
	}
	return journal.Text(s)
}
