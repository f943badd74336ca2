package visits

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// dayOf is the calendar day of an action in a zone.
func dayOf(d *model.Doing, zone *time.Location) time.Time { return days.Of(d.Now(), zone) }

// Finish says that a visit was done.
type Finish struct {
	Arrangement journal.ID
	Date        time.Time // the visit's own day
	Minutes     int       // for each who went
	By          []journal.ID
	Note        string
}

// Name is the code of the words for this action.
func (Finish) Name() string { return "act-visit-done" }

// Done is the event that a visit was done, or is said to be done by others or in other minutes than before.
type Done struct{ Was, Now Visit }

// Undone is the event that a visit which counted as done was not.
type Undone struct{ Was, Now Visit }

// Do notes it, for who was to go, or who acts where that was nobody. What stands there already is not written again. Errors: NotFound for
// a day on which there is no visit; Invalid for less than one minute or more than a day, and for a visit that is still to come.
func (f Finish) Do(d *model.Doing) error {
	if f.Minutes < 1 || f.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", f.Minutes, "limit", model.MaxMinutes)
	}
	a, v, err := visitOf(d, f.Arrangement, f.Date)
	if err != nil {
		return err
	}
	zone, err := model.ZoneAt(d, a.Site)
	if err != nil {
		return err
	}
	if v.On.After(dayOf(d, zone)) {
		return fault.New(fault.Invalid, "visit-future", "day", v.On.Format(time.DateOnly))
	}
	by := v.Who
	if len(f.By) > 0 {
		if by, err = goers(d, f.By); err != nil {
			return err
		}
	}
	if len(by) == 0 {
		by = []journal.ID{d.Actor.ID}
	}
	f.Note = strings.TrimSpace(f.Note)
	if v.State == DoneAs && !v.Apart && v.Minutes == f.Minutes && slices.Equal(v.Who, by) && (f.Note == "" || f.Note == v.Note) {
		return nil
	}
	if f.Note == "" && v.State == DoneAs {
		f.Note = v.Note
		d.Stands(f.Note)
	}
	if err := add(d, &a, &v, ItemVisitDone, journal.Fields{doneMinutes.Is(journal.Int(int64(f.Minutes))), doneBy.Is(journal.Refs(by)), doneNote.Is(journal.Text(f.Note))}); err != nil {
		return err
	}
	now, err := again(d, &a, &v)
	if err != nil {
		return err
	}
	return d.Tell(Done{v, now})
}

// Skip says that a visit did not take place, also where it was said that it did.
type Skip struct {
	Arrangement journal.ID
	Date        time.Time
	Why         string
}

// Name is the code of the words for this action.
func (Skip) Name() string { return "act-visit-skip" }

// Do notes it. Errors: NotFound for a day on which there is no visit; Invalid without a reason; Conflict where that is said already.
func (s Skip) Do(d *model.Doing) error {
	if err := model.Required(&s.Why, "reason"); err != nil {
		return err
	}
	a, v, err := visitOf(d, s.Arrangement, s.Date)
	if err != nil {
		return err
	}
	if v.State == Skipped && !v.Apart && s.Why == v.Why {
		return fault.New(fault.Conflict, "visit-skipped", "day", v.Date.Format(time.DateOnly))
	}
	if err := add(d, &a, &v, ItemVisitSkipped, journal.Fields{skippedWhy.Is(journal.Text(s.Why))}); err != nil {
		return err
	}
	return undone(d, &a, &v)
}

// Move puts a visit on another day or part of the day. It stays the visit of its own day.
type Move struct {
	Arrangement journal.ID
	Date        time.Time
	To          time.Time // zero: the day on which it is
	Part        Part      // "": the part in which it is
}

// Name is the code of the words for this action.
func (Move) Name() string { return "act-visit-move" }

// Do moves it. Errors: NotFound for a day on which there is no visit; Invalid for a day or a part that cannot be; Conflict for one that
// was done, and for where it is already.
func (m Move) Do(d *model.Doing) error {
	a, v, err := visitOf(d, m.Arrangement, m.Date)
	if err != nil {
		return err
	}
	if m.To.IsZero() {
		m.To = v.On
	}
	if m.Part == "" {
		m.Part = v.Part
	}
	if err := d.Planned(m.To, "to"); err != nil {
		return err
	}
	switch {
	case !slices.Contains(Parts(), m.Part):
		return fault.New(fault.Invalid, "part-of-day", "text", string(m.Part))
	case v.State == DoneAs && !v.Apart:
		return fault.New(fault.Conflict, "visit-done", "day", v.On.Format(time.DateOnly))
	case v.On.Equal(m.To) && v.Part == m.Part && v.State != Skipped && !v.Apart:
		return fault.New(fault.Conflict, "visit-there", "day", v.On.Format(time.DateOnly))
	}
	if err := add(d, &a, &v, ItemVisitMoved, journal.Fields{movedTo.Is(journal.Int(journal.DayNumber(m.To))), movedPart.Is(journal.Text(string(m.Part)))}); err != nil {
		return err
	}
	return undone(d, &a, &v)
}

// undone tells that a visit which anybody said was done is not.
func undone(d *model.Doing, a *Arrangement, v *Visit) error {
	if len(v.went) == 0 {
		return nil
	}
	now, err := again(d, a, v)
	if err != nil {
		return err
	}
	return d.Tell(Undone{*v, now})
}

// Give lets somebody else go, this one time.
type Give struct {
	Arrangement journal.ID
	Date        time.Time
	To          []journal.ID // none: nobody
}

// Name is the code of the words for this action.
func (Give) Name() string { return "act-visit-give" }

// Do gives the visit. Errors: NotFound for a day on which there is no visit, and for somebody unknown; Conflict for somebody who left,
// for one that was done or skipped, and for who goes already.
func (g Give) Do(d *model.Doing) error {
	a, v, err := visitOf(d, g.Arrangement, g.Date)
	if err != nil {
		return err
	}
	to, err := goers(d, g.To)
	switch {
	case err != nil:
		return err
	case !v.Open():
		return fault.New(fault.Conflict, "visit-"+string(v.State), "day", v.On.Format(time.DateOnly))
	case slices.Equal(to, v.Who):
		return fault.New(fault.Conflict, "visit-goes", "day", v.On.Format(time.DateOnly))
	}
	if len(to) == 1 {
		d.For(to[0])
	}
	d.About(a.ID, "")
	_, err = d.Add(KindArrangement, a.ID, a.Site, ItemVisitGiven, journal.Fields{visitDate.Is(journal.Int(journal.DayNumber(v.Date))), givenTo.Is(journal.Refs(to))})
	return err
}

// visitOf reads the visit that an action is about.
func visitOf(d *model.Doing, arrangement journal.ID, date time.Time) (a Arrangement, v Visit, err error) {
	a, items, err := meant(d, arrangement)
	if err == nil && a.Erased {
		err = fault.New(fault.Refused, "erased")
	}
	if err == nil {
		v, err = a.at(items, date)
	}
	return a, v, err
}

// again is a visit after something was written of it.
func again(d *model.Doing, a *Arrangement, v *Visit) (Visit, error) {
	items, err := d.Items(KindArrangement, a.ID)
	if err != nil {
		return Visit{}, err
	}
	return a.at(items, v.Date)
}

// add writes what came of a visit, over all that was written of it and has come here.
func add(d *model.Doing, a *Arrangement, v *Visit, kind journal.ItemKind, fields journal.Fields) error {
	saw := journal.FieldSaw.Is(journal.Bool(true))
	if len(v.stands) > 0 {
		saw = journal.FieldSaw.Is(journal.Stamps(v.stands))
	}
	d.About(a.ID, "")
	_, err := d.Add(KindArrangement, a.ID, a.Site, kind, append(append(journal.Fields{visitDate.Is(journal.Int(journal.DayNumber(v.Date)))}, fields...), saw).Sorted())
	return err
}

// Settle writes once more, over all of it, which of what people wrote apart about a visit holds; d is settling a conflict. Errors:
// Conflict where that does not stand there; those of what is written.
func Settle(d *model.Doing, arrangement journal.ID, holds journal.Stamp) error {
	_, items, err := meant(d, arrangement)
	if err != nil {
		return err
	}
	for i, it := range journal.Standing(items) {
		if it.Stamp != holds || !tells(it.Kind) {
			continue
		}
		v := Said(&journal.Standing(items)[i])
		d.Stands(v.Note)
		d.Stands(v.Why)
		switch v.State {
		case DoneAs:
			return Finish{arrangement, v.Date, v.Minutes, v.Who, v.Note}.Do(d)
		case Skipped:
			return Skip{arrangement, v.Date, v.Why}.Do(d)
		case Moved:
			return Move{arrangement, v.Date, v.On, v.Part}.Do(d)
		}
	}
	return fault.New(fault.Conflict, "nothing-clashes")
}
