package visits

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// State is how a visit stands.
type State string

// The states.
const (
	Planned State = "planned"
	DoneAs  State = "done"
	Skipped State = "skipped"
	Moved   State = "moved" // to another day or part of the day, where it is still to be done
)

// Visit is one visit of an arrangement: planned, or what came of it.
type Visit struct {
	Arrangement  journal.ID
	Site         journal.ID
	Resident     journal.ID // under whose page it stands
	ResidentName string     // where that was asked for
	What         string
	Theme        string
	Date         time.Time // its own day, by which it is known, wherever it was moved to
	On           time.Time // the day on which it is
	Part         Part
	Who          []journal.ID // who goes, or went
	Names        []string     // of those
	State        State
	Expected     int    // minutes
	Minutes      int    // that it took, for each who went; 0 where it was not done
	Note         string // of one that was done
	Why          string // it was skipped
	Told         journal.Mark
	Apart        bool            // people wrote apart from each other what does not go together
	Late         bool            // its day is over, and nobody said what came of it
	Problems     []Problem       // why it may not go as planned; none for one that is over
	stands       []journal.Stamp // all that was written of it
	went         []journal.ID    // whom any of what stands names as having gone
}

// ID names the visit, on every replica and for as long as there is a journal: its arrangement and its own day.
func (v *Visit) ID() string { return v.Arrangement.String() + "@" + v.Date.Format(time.DateOnly) }

// Short is ID with the end of the arrangement's id in its place, which Find takes as long as no other arrangement ends so.
func (v *Visit) Short() string {
	id := v.Arrangement.String()
	return id[len(id)-shortest:] + "@" + v.Date.Format(time.DateOnly)
}

// shortest is how much of an id Short has: six digits to the base of 16, which two of 500 share once in 130 sites.
const shortest = 6

// Key is an id by which other rooms know the visit; the visit cannot be found from it.
func (v *Visit) Key() journal.ID { return KeyOf(v.Arrangement, v.Date) }

// KeyOf is Key of the visit of an arrangement on its own day.
func KeyOf(arrangement journal.ID, date time.Time) journal.ID {
	return journal.KeyedID("visit", string(arrangement[:]), date.Format(time.DateOnly))
}

// Open tells whether the visit is still to be done.
func (v *Visit) Open() bool { return v.State == Planned || v.State == Moved }

// Went are those of whom anybody said that they went, also where that stands apart from what is shown.
func (v *Visit) Went() []journal.ID { return v.went }

// ParseDate reads a calendar day. Errors: Invalid for another form and for a day that does not exist, such as 2026-02-30.
func ParseDate(text, field string) (time.Time, error) {
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	if err != nil || day.Year() < 1 {
		return time.Time{}, fault.New(fault.Invalid, "visit-day", "field", field, "text", strings.TrimSpace(text))
	}
	return day, nil
}

// cutID parts what names a visit into what names its arrangement, and its day. Errors: Invalid.
func cutID(text string) (string, time.Time, error) {
	of, date, ok := strings.Cut(strings.TrimSpace(text), "@")
	if !ok || of == "" {
		return "", time.Time{}, fault.New(fault.Invalid, "visit-id", "text", text)
	}
	day, err := ParseDate(date, "date")
	return strings.ToLower(of), day, err
}

// said is what was written about one visit.
type said struct {
	live  []journal.Item // what came of it, what nobody replaced; the last written last
	all   []journal.Stamp
	moved *journal.Item
	given *journal.Item
}

// tells tells whether an item says what came of a visit.
func tells(kind journal.ItemKind) bool {
	return kind == ItemVisitDone || kind == ItemVisitSkipped || kind == ItemVisitMoved
}

// saidOf is what items that stand say of each visit, by its day. What one names as seen is replaced by it.
func saidOf(standing []journal.Item) map[int64]*said {
	var out map[int64]*said
	for i := range standing {
		it := &standing[i]
		if it.Kind < ItemVisitDone || it.Kind > ItemVisitGiven {
			continue
		}
		if out == nil {
			out = map[int64]*said{}
		}
		date := it.Fields.Get(visitDate).Int()
		s := out[date]
		if s == nil {
			s = &said{}
			out[date] = s
		}
		switch it.Kind {
		case ItemVisitGiven:
			s.given = it
			continue
		case ItemVisitMoved:
			s.moved = it
		}
		saw := it.Fields.Get(journal.FieldSaw).Stamps()
		s.live = append(slices.DeleteFunc(s.live, func(o journal.Item) bool { return slices.Contains(saw, o.Stamp) }), *it)
		s.all = append(s.all, it.Stamp)
	}
	return out
}

// clash is what was written apart about a visit and says different things; the last written first.
func (s *said) clash() (out []journal.Version) {
	for i := range slices.Backward(s.live) {
		v := journal.Version{Stamp: s.live[i].Stamp, Value: outcome(&s.live[i])}
		if !slices.ContainsFunc(out, func(o journal.Version) bool { return o.Value.Equal(v.Value) }) {
			out = append(out, v)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// outcome is what an item says that came of a visit, without its words: its kind, the minutes or the day, the part of that, who went.
func outcome(it *journal.Item) journal.Value {
	vs := []journal.Value{journal.Int(int64(it.Kind))}
	switch f := it.Fields; it.Kind {
	case ItemVisitDone:
		vs = append(append(vs, f.Get(doneMinutes)), f.Get(doneBy).List()...)
	case ItemVisitMoved:
		vs = append(vs, f.Get(movedTo), f.Get(movedPart))
	}
	return journal.List(vs...)
}

// Outcome reads what a version of a ClashVisit says: how the visit stands, and the minutes that it took or where it was moved to.
func Outcome(v journal.Value) (is State, minutes int, to time.Time, part Part) {
	said := append(v.List(), journal.Value{}, journal.Value{}, journal.Value{})
	switch journal.ItemKind(said[0].Int()) {
	case ItemVisitDone:
		return DoneAs, int(said[1].Int()), to, ""
	case ItemVisitSkipped:
		return Skipped, 0, to, ""
	case ItemVisitMoved:
		return Moved, 0, journal.CalendarDay(said[1].Int()), Part(said[2].Text())
	}
	return Planned, 0, to, ""
}

// visit is the visit of an arrangement on its own day, with what was said of it; s may be nil.
func (a *Arrangement) visit(date time.Time, s *said) Visit {
	v := Visit{Arrangement: a.ID, Site: a.Site, Resident: a.Resident, What: a.What, Theme: a.Theme, Date: date, On: date, Part: a.Part, Who: a.Who,
		State: Planned, Expected: a.Minutes}
	if s == nil {
		return v
	}
	v.stands, v.Apart = s.all, s.clash() != nil
	if s.given != nil {
		v.Who = s.given.Fields.Get(givenTo).IDs()
	}
	if s.moved != nil {
		v.On = journal.CalendarDay(s.moved.Fields.Get(movedTo).Int())
		if p := Part(s.moved.Fields.Get(movedPart).Text()); p != "" {
			v.Part = p
		}
	}
	if len(s.live) == 0 {
		return v
	}
	for i := range s.live {
		for _, id := range s.live[i].Fields.Get(doneBy).IDs() {
			if s.live[i].Kind == ItemVisitDone && !slices.Contains(v.went, id) {
				v.went = append(v.went, id)
			}
		}
	}
	last := &s.live[len(s.live)-1]
	v.Told = last.Mark(0)
	switch f := last.Fields; last.Kind {
	case ItemVisitDone:
		v.State, v.Minutes, v.Note, v.Who = DoneAs, int(f.Get(doneMinutes).Int()), f.Get(doneNote).Text(), f.Get(doneBy).IDs()
	case ItemVisitSkipped:
		v.State, v.Why = Skipped, f.Get(skippedWhy).Text()
	case ItemVisitMoved:
		v.State = Moved
	}
	return v
}

// between are the visits of an arrangement on days from one up to another, in the order of those days: what it plans, and all of which
// something was said.
func (a *Arrangement) between(spoken map[int64]*said, from, to time.Time) (out []Visit) {
	first, last := journal.DayNumber(from), journal.DayNumber(to)
	within := func(day time.Time) bool { return !day.Before(from) && !day.After(to) }
	for date, s := range spoken {
		if s.moved == nil && (date < first || date > last) {
			continue
		}
		if v := a.visit(journal.CalendarDay(date), s); within(v.On) && (len(s.live) > 0 || a.Has(v.Date)) && !a.Archived {
			out = append(out, v)
		}
	}
	for day := from; !day.After(to); day = day.AddDate(0, 0, 1) {
		if spoken[journal.DayNumber(day)] == nil && a.Has(day) {
			out = append(out, a.visit(day, nil))
		}
	}
	if a.Erased {
		out = slices.DeleteFunc(out, func(v Visit) bool { return v.Open() })
	}
	slices.SortFunc(out, func(x, y Visit) int { return x.On.Compare(y.On)*2 + x.Date.Compare(y.Date) })
	return out
}

// about are the items that stand about visits that are, or were once, on days from one up to another: of years of visits, those few.
func about(items []journal.Item, first, last int64) (out []journal.Item) {
	var dates []int64
	within := func(day int64) bool { return first <= day && day <= last }
	for i := range items {
		it := &items[i]
		if it.Kind < ItemVisitDone || it.Kind > ItemVisitGiven {
			continue
		}
		if date := it.Fields.Get(visitDate).Int(); !slices.Contains(dates, date) && (within(date) || it.Kind == ItemVisitMoved && within(it.Fields.Get(movedTo).Int())) {
			dates = append(dates, date)
		}
	}
	if len(dates) == 0 {
		return nil
	}
	of := map[journal.Stamp]bool{}
	for i := range items {
		it := &items[i]
		named := it.Fields.Get(journal.FieldPartOf).Stamps()
		if it.Kind == journal.ItemRetract {
			named = it.Fields.Get(journal.FieldTarget).Stamps()
		}
		is := slices.ContainsFunc(named, func(s journal.Stamp) bool { return of[s] })
		if it.Kind >= ItemVisitDone && it.Kind <= ItemVisitGiven {
			is = slices.Contains(dates, it.Fields.Get(visitDate).Int())
		}
		if is {
			of[it.Stamp] = true
			out = append(out, *it)
		}
	}
	return journal.Standing(out)
}

// at is the visit on its own day. Errors: NotFound where the arrangement has none then.
func (a *Arrangement) at(items []journal.Item, date time.Time) (Visit, error) {
	s := saidOf(journal.Standing(items))[journal.DayNumber(date)]
	if !a.Has(date) && (s == nil || len(s.live) == 0) || a.Archived {
		return Visit{}, fault.New(fault.NotFound, "visit-none", "day", date.Format(time.DateOnly))
	}
	return a.visit(date, s), nil
}

// Arranged is when its arrangement was made.
func (v *Visit) Arranged() time.Time { return journal.Moment(v.Arrangement.Millis()) }
