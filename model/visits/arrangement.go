// Package visits is regular clients: what was arranged with a resident, the visits that follow from it, and what came of each. Visits that
// are planned stand nowhere: they are worked out from the arrangement for the days that are asked for, so that two desks cannot plan a week
// twice. What happened is an item on the arrangement, by the day of the visit.
package visits

import (
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The fields of an arrangement. Numbers are on disk and never reused.
const (
	ArrangementResident journal.Field = 1
	ArrangementWhat     journal.Field = 2
	ArrangementWeekdays journal.Field = 3
	ArrangementPart     journal.Field = 4
	ArrangementEvery    journal.Field = 5
	ArrangementWho      journal.Field = 6
	ArrangementFrom     journal.Field = 7 // days since 1970, as for the last day
	ArrangementUntil    journal.Field = 8
	ArrangementMinutes  journal.Field = 9
	ArrangementTheme    journal.Field = 10
)

// Part is a part of a day.
type Part string

// The parts of a day, as daypart has them.
const (
	Morning   Part = "morning"
	Afternoon Part = "afternoon"
	Evening   Part = "evening"
)

// Parts are the parts of a day in their order.
func Parts() []Part { return []Part{Morning, Afternoon, Evening} }

// dayCodes are the days of the week as they are kept, from Sunday as time.Weekday counts.
var dayCodes = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// DayCode is a day of the week as scripts read it: mon.
func DayCode(day time.Weekday) string { return dayCodes[day] }

// Arrangement is what was agreed on with a resident: what is done there, when, and who goes.
type Arrangement struct {
	ID       journal.ID
	Site     journal.ID
	Resident journal.ID // with whom it was made; see desk.PageOf for whose it is now
	What     string
	Weekdays []time.Weekday // from Monday on
	Part     Part
	Every    int          // every how many weeks, counted from the week of From; at least 1
	Who      []journal.ID // who goes: nobody, one, a pair or a trio
	From     time.Time    // the first day on which there can be a visit
	Until    time.Time    // the last one; zero: it goes on
	Minutes  int          // that a visit is expected to take
	Theme    string       // a code
	Ended    *Ended       // nil: it runs
	Archived bool
	Erased   bool
	seen     *journal.Record // what it was read from
}

// Ended is that an arrangement came to an end.
type Ended struct {
	journal.Mark
	Last time.Time // the last day on which there could be a visit
	Why  string    // "" also where that was erased
}

var arrangementTable = sync.OnceValue(func() model.Table[Arrangement] {
	return model.Table[Arrangement]{
		model.EntityField(ArrangementResident, "resident", func(a *Arrangement) *journal.ID { return &a.Resident }),
		model.TextField(ArrangementWhat, "what", func(a *Arrangement) *string { return &a.What }).AboutPerson(),
		{On: ArrangementWeekdays, Name: "weekdays", Kind: model.OfTexts, Get: func(a *Arrangement) journal.Value { return journal.Texts(codesOf(a.Weekdays)) },
			Put: func(a *Arrangement, v journal.Value) { a.Weekdays = weekdaysIn(v.Texts()) }},
		model.TextField(ArrangementPart, "daypart", func(a *Arrangement) *Part { return &a.Part }),
		model.NumberField(ArrangementEvery, "every", func(a *Arrangement) *int { return &a.Every }),
		model.EntitiesField(ArrangementWho, "who", func(a *Arrangement) *[]journal.ID { return &a.Who }),
		model.DayField(ArrangementFrom, "from", func(a *Arrangement) *time.Time { return &a.From }),
		model.DayField(ArrangementUntil, "until", func(a *Arrangement) *time.Time { return &a.Until }),
		model.NumberField(ArrangementMinutes, "minutes", func(a *Arrangement) *int { return &a.Minutes }),
		model.CodeField(ArrangementTheme, "theme", themes, func(a *Arrangement) *string { return &a.Theme }).OrAsWritten(),
	}
})

// themes is the list of themes of a site.
func themes(s model.Site) model.Codes { return append(model.Themes(), s.ThemeCodes()...) }

var numbered = sync.OnceValue(func() model.Numbered[Arrangement] { return arrangementTable().Numbered() })

// Table is every field of an arrangement. It is made once and never altered.
func Table() model.Table[Arrangement] { return arrangementTable() }

// codesOf are days of the week as they are kept, from Monday on, each once.
func codesOf(days []time.Weekday) (out []string) {
	for i := range 7 {
		if day := time.Weekday((i + 1) % 7); slices.Contains(days, day) {
			out = append(out, DayCode(day))
		}
	}
	return out
}

// weekdaysIn reads what is kept; what a later version may write is left out.
func weekdaysIn(codes []string) (out []time.Weekday) {
	for _, c := range codes {
		if i := slices.Index(dayCodes[:], c); i >= 0 {
			out = append(out, time.Weekday(i))
		}
	}
	return out
}

// Of reads an arrangement from its record and its items.
func Of(rec *journal.Record, items []journal.Item) Arrangement { return of(rec, endedIn(items)) }

func of(rec *journal.Record, ended *Ended) Arrangement {
	a := Arrangement{ID: rec.ID, Site: rec.Part, Archived: rec.Archived(), Erased: rec.Erased, seen: rec}
	numbered().Read(&a, rec)
	a.Every, a.Ended = max(a.Every, 1), ended
	return a
}

// endedIn is that an arrangement came to an end, nil where its items do not say so.
func endedIn(items []journal.Item) (ended *Ended) {
	if !slices.ContainsFunc(items, func(it journal.Item) bool { return it.Kind == ItemVisitsEnded }) {
		return nil
	}
	for _, it := range journal.Standing(items) {
		if it.Kind == ItemVisitsEnded {
			ended = &Ended{Mark: it.Mark(0), Last: journal.CalendarDay(it.Fields.Get(endedLast).Int()), Why: it.Fields.Get(endedWhy).Text()}
		}
	}
	return ended
}

// AsSeenIn is the arrangement, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (a Arrangement) AsSeenIn(was Arrangement) Arrangement {
	a.seen = was.seen
	return a
}

// Last is the last day on which there can be a visit; zero: it goes on.
func (a *Arrangement) Last() time.Time {
	last := a.Until
	if a.Ended != nil && (last.IsZero() || a.Ended.Last.Before(last)) {
		last = a.Ended.Last
	}
	return last
}

// Runs tells whether there can still be a visit on a day or after it.
func (a *Arrangement) Runs(day time.Time) bool {
	last := a.Last()
	return !a.Archived && !a.Erased && (last.IsZero() || !last.Before(day)) && !a.lastDay(last).IsZero()
}

// lastDay is the last day up to one on which the arrangement has a visit, zero for none; of one that goes on the first day.
func (a *Arrangement) lastDay(last time.Time) time.Time {
	if last.IsZero() {
		return a.From
	}
	for day := last; !day.Before(a.From) && day.After(last.AddDate(0, 0, -7*a.Every-7)); day = day.AddDate(0, 0, -1) {
		if a.Has(day) {
			return day
		}
	}
	return time.Time{}
}

// Has tells whether the arrangement has a visit on a calendar day, whatever came of it.
func (a *Arrangement) Has(day time.Time) bool {
	last := a.Last()
	if a.Archived || a.Erased || day.Before(a.From) || !last.IsZero() && day.After(last) || !slices.Contains(a.Weekdays, day.Weekday()) {
		return false
	}
	return int(journal.DayNumber(Monday(day))-journal.DayNumber(Monday(a.From)))/7%a.Every == 0
}

// Monday is the first day of the week of a calendar day (ISO 8601: weeks begin on Monday).
func Monday(day time.Time) time.Time { return day.AddDate(0, 0, -(int(day.Weekday())+6)%7) }

// ParseWeekday reads a day of the week as people write it: tue, di, dinsdag. Errors: Invalid.
func ParseWeekday(text string) (time.Weekday, error) {
	parts, err := daypart.ParseDayPart(text + "-morning")
	for i, of := range parts.Days() {
		if err == nil && parts.Len() == 1 && of == 1 {
			return time.Weekday((i + 1) % 7), nil
		}
	}
	return 0, fault.New(fault.Invalid, "weekday", "text", text)
}

// ParsePart reads a part of the day as people write it: morning, ochtend, vm. Errors: Invalid.
func ParsePart(text string) (Part, error) {
	parts, err := daypart.ParseDayPart("mon-" + text)
	if err == nil && parts.Len() == 1 {
		for i, p := range Parts() {
			if parts == 1<<i {
				return p, nil
			}
		}
	}
	return "", fault.New(fault.Invalid, "part-of-day", "text", text)
}

// slot is the part of the week of a visit, as rosters have it.
func slot(day time.Time, part Part) daypart.DayParts {
	return 1 << (3*((int(day.Weekday())+6)%7) + max(slices.Index(Parts(), part), 0))
}

// Short is the end of the arrangement's id, which FindArrangement takes as long as no other one ends so.
func (a *Arrangement) Short() string {
	id := a.ID.String()
	return id[len(id)-shortest:]
}
