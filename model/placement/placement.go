// Package placement is which student learns at which partner, from when until when, with how many hours of supervision and who guides: what was
// agreed, who visited, how it went, and the job or apprenticeship that was offered. It is of the class learning and travels with the student's
// group, as a ledger does. From it and what partners can give it works out which places are free, by week: see Capacity.
package placement

import (
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The kinds of entity of placements. Numbers are on disk and never reused.
const (
	KindPlacement journal.Kind = 37
	KindReason    journal.Kind = 42 // why one ended early
)

// The fields of a placement and of why one ended early. Numbers are on disk and never reused; 15 is FieldArchived.
const (
	PlacementStudent   journal.Field = 1
	PlacementPartner   journal.Field = 2
	PlacementFrom      journal.Field = 3 // days since 1970, as for all days here
	PlacementTo        journal.Field = 4
	PlacementMinutes   journal.Field = 5
	PlacementLevel     journal.Field = 6
	PlacementGuide     journal.Field = 7
	PlacementGuideName journal.Field = 8
	PlacementSchool    journal.Field = 9
	PlacementAgreed    journal.Field = 10
	PlacementKickOff   journal.Field = 11
	PlacementTerms     journal.Field = 12
	PlacementEnded     journal.Field = 13
	PlacementOffered   journal.Field = 14
	PlacementOfferDay  journal.Field = 17
	PlacementTaken     journal.Field = 18
	PlacementAnyway    journal.Field = 19
	PlacementSourceID  journal.Field = 20

	EndedStudent journal.Field = 1
	EndedText    journal.Field = 2
)

// The kinds of item of a placement. Numbers are on disk and never reused.
const (
	ItemAgreement  journal.ItemKind = 126
	ItemVisit      journal.ItemKind = 127
	ItemEvaluation journal.ItemKind = 128
)

// The fields of these items. Numbers are on disk and never reused.
const (
	noteText journal.Field = 3
	noteDay  journal.Field = 4
	noteFrom journal.Field = 5
)

// Offered is what a partner offered a student.
type Offered string

// What can be offered.
const (
	Job            Offered = "job"
	Apprenticeship Offered = "apprenticeship"
)

// Offers are those that can be chosen.
func Offers() []Offered { return []Offered{Job, Apprenticeship} }

// State is how far a placement is on a day.
type State string

// The states. They are worked out of the days: nobody has to say that one began.
const (
	Planned State = "planned"
	Running State = "running"
	Ended   State = "ended"
)

// DefaultMinutes is how much supervision a student asks for a week, where nobody said.
const DefaultMinutes = 60

// Placement is one student's at one partner.
type Placement struct {
	ID        journal.ID
	Student   journal.ID
	Group     journal.ID // with which it travels; the organisation for who is in none
	Partner   journal.ID
	From      time.Time
	To        time.Time  // the last day, as it was agreed
	Minutes   int        // of supervision a week
	Level     string     // of the student when it was made
	Guide     journal.ID // of the company, where that is somebody who is known here
	GuideName string     // of the company, where it is not
	School    journal.ID // who guides from the school
	Agreed    time.Time
	KickOff   time.Time
	Terms     string    // what was said at the kick-off: what each expects
	Ended     time.Time // the last day, where it ended before To; zero: it did not
	Offered   Offered   // "": nothing yet
	OfferDay  time.Time
	Taken     bool   // the student takes it
	Anyway    string // why it was made although something did not fit
	SourceID  string // in the file that it is from
	Archived  bool
	ReadOnly  bool // changed by a newer version of the program

	Agreements  []Note // the oldest first, as those below
	Visits      []Note
	Evaluations []Note

	seen *journal.Record // what it was read from; see model.Doing.SetFrom
}

// Note is something that was written down of a placement.
type Note struct {
	Day  time.Time
	Text string     // "" also where that was erased
	From string     // of an evaluation: from whom it is; ""
	By   journal.ID // who wrote it down
	At   time.Time
}

// Last is its last day.
func (p *Placement) Last() time.Time {
	if !p.Ended.IsZero() && p.Ended.Before(p.To) {
		return p.Ended
	}
	return p.To
}

// On tells whether the student is there on a day.
func (p *Placement) On(day time.Time) bool { return !day.Before(p.From) && !day.After(p.Last()) }

// State is how far it is on a day.
func (p *Placement) State(day time.Time) State {
	switch {
	case day.After(p.Last()):
		return Ended
	case day.Before(p.From):
		return Planned
	}
	return Running
}

// meets tells whether two have a day in common.
func (p *Placement) meets(from, to time.Time) bool {
	return !p.Last().Before(from) && !p.From.After(to)
}

var numbered = sync.OnceValue(func() model.Numbered[Placement] { return Table().Numbered() })

// Table is every field of a placement.
func Table() model.Table[Placement] { return table() }

var table = sync.OnceValue(func() model.Table[Placement] {
	return model.Table[Placement]{
		model.EntityField(PlacementStudent, "placement-student", func(p *Placement) *journal.ID { return &p.Student }),
		model.EntityField(PlacementPartner, "placement-partner", func(p *Placement) *journal.ID { return &p.Partner }),
		model.DayField(PlacementFrom, "placement-from", func(p *Placement) *time.Time { return &p.From }),
		model.DayField(PlacementTo, "placement-to", func(p *Placement) *time.Time { return &p.To }),
		model.NumberField(PlacementMinutes, "placement-minutes", func(p *Placement) *int { return &p.Minutes }),
		model.TextField(PlacementLevel, "placement-level", func(p *Placement) *string { return &p.Level }),
		model.EntityField(PlacementGuide, "placement-guide", func(p *Placement) *journal.ID { return &p.Guide }),
		model.TextField(PlacementGuideName, "placement-guide-name", func(p *Placement) *string { return &p.GuideName }).AboutPerson(),
		model.EntityField(PlacementSchool, "placement-school", func(p *Placement) *journal.ID { return &p.School }),
		model.DayField(PlacementAgreed, "placement-agreed", func(p *Placement) *time.Time { return &p.Agreed }),
		model.DayField(PlacementKickOff, "placement-kickoff", func(p *Placement) *time.Time { return &p.KickOff }),
		model.TextField(PlacementTerms, "placement-terms", func(p *Placement) *string { return &p.Terms }).AboutPerson(),
		model.DayField(PlacementEnded, "placement-ended", func(p *Placement) *time.Time { return &p.Ended }),
		model.TextField(PlacementOffered, "placement-offered", func(p *Placement) *Offered { return &p.Offered }),
		model.DayField(PlacementOfferDay, "placement-offer-day", func(p *Placement) *time.Time { return &p.OfferDay }),
		model.FlagField(PlacementTaken, "placement-taken", func(p *Placement) *bool { return &p.Taken }),
		model.TextField(PlacementAnyway, "placement-anyway", func(p *Placement) *string { return &p.Anyway }).AboutPerson(),
		model.TextField(PlacementSourceID, "placement-source", func(p *Placement) *string { return &p.SourceID }).AboutPerson(),
	}
})

// Kinds are the rows of these kinds. A placement is its student's: an erasure takes the words, and leaves what is counted. Why one ended early is
// of the class that coordinators alone hold.
func Kinds() []journal.KindRow {
	items := []journal.ItemKind{ItemAgreement, ItemVisit, ItemEvaluation}
	words := map[journal.ItemKind][]journal.Field{}
	for _, it := range items {
		words[it] = []journal.Field{noteText, noteFrom}
	}
	return []journal.KindRow{
		{Kind: KindPlacement, Name: "placement", Class: journal.Learning, Fields: numbered().Name, Filled: model.FilledNames(FilledIn(KindPlacement)), Personal: numbered().Personal(true),
			Items: items, WordsIn: words, Whose: PlacementStudent,
			Said:  map[journal.ItemKind]string{ItemAgreement: "placement-agreement", ItemVisit: "placement-visit", ItemEvaluation: "placement-evaluation"},
			Reach: reaches},
		{Kind: KindReason, Name: "reason-ended", Class: journal.Private, Fields: model.FilledNames(FilledIn(KindReason)), Whose: EndedStudent,
			Personal: func(f journal.Field) bool { return f == EndedText }},
	}
}

// FilledIn are the fields that people fill in of these kinds.
func FilledIn(k journal.Kind) []model.Filled {
	switch k {
	case KindPlacement:
		return slices.DeleteFunc(Table().Filled(), func(f model.Filled) bool { return f.On == PlacementStudent || f.On == PlacementSourceID })
	case KindReason:
		return []model.Filled{{On: EndedText, Name: "reason-ended"}}
	}
	return nil
}

// ReasonID is the id of why a placement ended early; it is the same on every replica.
func ReasonID(placement journal.ID) journal.ID {
	return journal.KeyedID("reason-ended", string(placement[:]))
}

// Of reads a placement from its record and what stands on it.
func Of(rec *journal.Record, items []journal.Item) Placement {
	p := Placement{ID: rec.ID, Group: rec.Part, Archived: rec.Archived(), ReadOnly: rec.MinReader > journal.SchemaVersion, seen: rec}
	numbered().Read(&p, rec)
	standing := journal.Standing(items)
	for i := range standing {
		it := &standing[i]
		n := Note{Day: journal.CalendarDay(it.Fields.Get(noteDay).Int()), Text: it.Fields.Get(noteText).Text(), From: it.Fields.Get(noteFrom).Text(), By: it.Actor, At: journal.Moment(it.Wall)}
		switch it.Kind {
		case ItemAgreement:
			p.Agreements = append(p.Agreements, n)
		case ItemVisit:
			p.Visits = append(p.Visits, n)
		case ItemEvaluation:
			p.Evaluations = append(p.Evaluations, n)
		}
	}
	return p
}

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (p Placement) AsSeenIn(was Placement) Placement {
	p.seen = was.seen
	return p
}
