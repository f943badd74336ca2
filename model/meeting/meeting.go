// Package meeting is the meetings of a learning community: one by one or planned for half a year in one go, around free days; who leads them and
// in which working form, who is expected, what people answered, and who came. Everybody reads them, so nothing here tells of a student who came
// or did not: that is kept in the student's ledger. A meeting is an entity of its own, also within a series, so that one of them can be moved
// or cancelled without the others.
package meeting

import (
	"slices"
	"strings"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Meeting is one meeting.
type Meeting struct {
	ID        journal.ID
	Site      journal.ID // in whose time zone it is
	Title     string
	Day       time.Time // UTC midnight
	Start     int       // minutes after midnight, by the clock of the site
	Minutes   int       // how long; 0: the whole day
	Place     string
	Theme     string
	Form      string       // how is worked: in the place's own words
	Leaders   []journal.ID // students and professionals too
	Expected  []journal.ID // people
	Groups    []journal.ID // groups that are expected as a whole
	Series    journal.ID   // those that were planned with it; zero for one by itself
	Cancelled bool
	Why       string // why it was cancelled
	Note      string
	AddedBy   journal.ID
	UID       string // by which the calendar that it came from knows it; "" for one that was planned here
	Instance  string // which of a series in that calendar; "" for one by itself

	Answers  map[journal.ID]Answered // by person, of those who answered
	Came     map[journal.ID]Attended // by person, of whom is no student
	Version  int                     // how often it was altered since it was made: never less than before
	Changed  time.Time               // when it was altered last
	Archived bool
	ReadOnly bool            // changed by a newer version of the program
	came     string          // what its calendar said last, as a fingerprint; see Put
	seen     *journal.Record // what it was read from
}

// Reply is what somebody answered.
type Reply string

// The answers.
const (
	Yes   Reply = "yes"
	No    Reply = "no"
	Maybe Reply = "maybe"
)

// Replies are those that can be given.
func Replies() []Reply { return []Reply{Yes, No, Maybe} }

// Answered is what somebody answered, and who wrote it down.
type Answered struct {
	journal.Mark
	Reply Reply
}

// Attended is whether somebody who is no student was there, and who wrote it down.
type Attended struct {
	journal.Mark
	There bool
}

var table = sync.OnceValue(func() model.Table[Meeting] {
	text := func(on journal.Field, name string, at func(*Meeting) *string) model.Field[Meeting] {
		return model.TextField(on, name, at)
	}
	return model.Table[Meeting]{
		text(MeetingTitle, "title", func(m *Meeting) *string { return &m.Title }),
		model.DayField(MeetingDay, "day", func(m *Meeting) *time.Time { return &m.Day }),
		model.NumberField(MeetingStart, "start", func(m *Meeting) *int { return &m.Start }),
		model.NumberField(MeetingMinutes, "minutes", func(m *Meeting) *int { return &m.Minutes }),
		text(MeetingPlace, "place", func(m *Meeting) *string { return &m.Place }),
		text(MeetingTheme, "theme", func(m *Meeting) *string { return &m.Theme }),
		text(MeetingForm, "form", func(m *Meeting) *string { return &m.Form }),
		model.EntitiesField(MeetingLeaders, "leaders", func(m *Meeting) *[]journal.ID { return &m.Leaders }),
		model.EntitiesField(MeetingExpected, "expected", func(m *Meeting) *[]journal.ID { return &m.Expected }),
		model.EntitiesField(MeetingGroups, "groups", func(m *Meeting) *[]journal.ID { return &m.Groups }),
		model.EntityField(MeetingSeries, "series", func(m *Meeting) *journal.ID { return &m.Series }),
		model.FlagField(MeetingCancelled, "cancelled", func(m *Meeting) *bool { return &m.Cancelled }),
		text(MeetingWhy, "why", func(m *Meeting) *string { return &m.Why }),
		text(MeetingNote, "note", func(m *Meeting) *string { return &m.Note }),
		model.EntityField(MeetingAddedBy, "added-by", func(m *Meeting) *journal.ID { return &m.AddedBy }),
		text(MeetingUID, "uid", func(m *Meeting) *string { return &m.UID }).Numeral(),
		text(MeetingInstance, "instance", func(m *Meeting) *string { return &m.Instance }).Numeral(),
		text(MeetingCame, "came", func(m *Meeting) *string { return &m.came }).Identifier(),
		model.EntityField(MeetingSite, "site", func(m *Meeting) *journal.ID { return &m.Site }),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Meeting] { return table().Numbered() })

// Table is every field of a meeting. It is made once and never altered.
func Table() model.Table[Meeting] { return table() }

// Of reads a meeting from its record and its items. The answer hangs on which items there are, never on the order in which they came.
func Of(rec *journal.Record, items []journal.Item) Meeting {
	m := Meeting{ID: rec.ID, Archived: rec.Archived() || rec.Erased, ReadOnly: rec.MinReader > journal.SchemaVersion, seen: rec,
		Answers: map[journal.ID]Answered{}, Came: map[journal.ID]Attended{}}
	numbered().Read(&m, rec)
	standing := journal.Standing(items)
	for i := range standing {
		it := &standing[i]
		mark := it.Mark(0)
		switch it.Kind {
		case ItemAnswer:
			who, reply := it.Fields.Get(answerOf).ID(), Reply(it.Fields.Get(answerReply).Text())
			if delete(m.Answers, who); reply != "" {
				m.Answers[who] = Answered{mark, reply}
			}
		case ItemCame:
			who, state := it.Fields.Get(cameOf).ID(), it.Fields.Get(cameState).Text()
			if delete(m.Came, who); state != "" {
				m.Came[who] = Attended{mark, state == cameThere}
			}
		}
	}
	for i := range items {
		if it := &items[i]; it.Kind == journal.ItemSet {
			m.Version++
			if at := it.Mark(0).At; at.After(m.Changed) {
				m.Changed = at
			}
		}
	}
	m.Version = max(m.Version-1, 0)
	return m
}

// AsSeenIn is the meeting, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (m Meeting) AsSeenIn(was Meeting) Meeting {
	m.seen = was.seen
	return m
}

// WholeDay tells whether it has no time of its own.
func (m *Meeting) WholeDay() bool { return m.Minutes == 0 }

// Begins is when it begins in a zone.
func (m *Meeting) Begins(zone *time.Location) time.Time {
	return days.On(m.Day, time.Duration(m.Start)*time.Minute, zone)
}

// Ends is when it ends in a zone; one of a whole day at the next midnight.
func (m *Meeting) Ends(zone *time.Location) time.Time {
	if m.WholeDay() {
		return days.Start(m.Day.AddDate(0, 0, 1), zone)
	}
	return m.Begins(zone).Add(time.Duration(m.Minutes) * time.Minute)
}

// Leads tells whether somebody leads it.
func (m *Meeting) Leads(person journal.ID) bool { return slices.Contains(m.Leaders, person) }

// ledBy tells whether somebody leads the meeting and may know which students came: a guest may not.
func (m *Meeting) ledBy(by *model.Person) bool { return m.Leads(by.ID) && !by.IsGuest() }

// Key is the UID by which calendars know it: its own, or that of the calendar it came from. One of a series there has its own here, since
// each is told by itself.
func (m *Meeting) Key() string {
	if m.UID != "" && m.Instance == "" {
		return m.UID
	}
	return m.ID.String() + ownKeys
}

// ownKeys is what the UIDs end in that are given here.
const ownKeys = "@leerbalie"

// Short is the end of the meeting's id, which Find takes as long as no other one ends so.
func (m *Meeting) Short() string {
	id := m.ID.String()
	return id[len(id)-shortest:]
}

const shortest = 6

// The bounds of a meeting.
const (
	lastMinute = 24*60 - 1
	mostPeople = 1000 // that are named one by one
)

// check refuses a meeting that cannot be; was is the one that stands, nil for a new one.
func (m *Meeting) check(d *model.Doing, was *Meeting) error {
	for _, text := range []*string{&m.Title, &m.Place, &m.Theme, &m.Form} {
		*text = strings.Join(strings.Fields(*text), " ")
	}
	m.Note = strings.TrimSpace(m.Note)
	if m.Title == "" && m.Theme == "" {
		return fault.New(fault.Invalid, "missing", "field", "title")
	}
	switch {
	case m.Day.IsZero():
		return fault.New(fault.Invalid, "missing", "field", "day")
	case m.Start < 0 || m.Start > lastMinute:
		return fault.New(fault.Invalid, "meeting-start", "minutes", m.Start)
	case m.Minutes < 0 || m.Minutes > model.MaxMinutes:
		return fault.New(fault.Invalid, "minutes", "minutes", m.Minutes, "limit", model.MaxMinutes)
	}
	if err := d.Planned(m.Day, "day"); err != nil {
		return err
	}
	var had Meeting
	if was != nil {
		had = *was
	}
	var err error
	if m.Leaders, err = people(d, m.Leaders, had.Leaders); err != nil {
		return err
	}
	if m.Expected, err = people(d, m.Expected, had.Expected); err != nil {
		return err
	}
	for _, id := range m.Groups {
		rec, err := d.Record(model.KindGroup, id)
		if err != nil {
			return err
		}
		if rec == nil && !slices.Contains(had.Groups, id) {
			return fault.New(fault.NotFound, "group-unknown", "name", id.String())
		}
	}
	return nil
}

// people are those who were named, each once. Who stood there already stays. Errors: NotFound; Conflict for somebody who left; Invalid for
// too many.
func people(d *model.Doing, who, had []journal.ID) (out []journal.ID, err error) {
	for _, id := range who {
		if slices.Contains(out, id) {
			continue
		}
		p, err := d.Person(id)
		if err != nil {
			return nil, err
		}
		if (p.Archived || p.Erased || p.IsBoard()) && !slices.Contains(had, id) {
			return nil, fault.New(fault.Conflict, "meeting-left", "name", p.Name)
		}
		out = append(out, id)
	}
	if len(out) > mostPeople {
		return nil, fault.New(fault.Invalid, "meeting-people", "limit", mostPeople)
	}
	return out, nil
}

// HalfYear is the half of a school year in which a day lies: August up to January, or February up to July, both days included.
func HalfYear(day time.Time) (from, to time.Time) {
	y := day.Year()
	switch {
	case day.Month() >= time.August:
		from = time.Date(y, time.August, 1, 0, 0, 0, 0, time.UTC)
	case day.Month() == time.January:
		from = time.Date(y-1, time.August, 1, 0, 0, 0, 0, time.UTC)
	default:
		from = time.Date(y, time.February, 1, 0, 0, 0, 0, time.UTC)
	}
	return from, from.AddDate(0, 6, -1)
}
