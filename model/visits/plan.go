package visits

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The bounds of an arrangement.
const (
	mostWeeks  = 52
	mostPeople = 3
)

// Plan arranges visits to a resident, who is a regular client from then on.
type Plan struct {
	Arrangement Arrangement // its Site is the session's
}

// Name is the code of the words for this action.
func (Plan) Name() string { return "act-visits-plan" }

// Do writes the arrangement, under the resident's own page. Errors: NotFound for an unknown resident or somebody unknown who would go;
// Refused for a resident who was erased; Invalid for what is missing, for days that cannot be, and where there would be no visit at all.
func (p Plan) Do(d *model.Doing) error {
	a := p.Arrangement
	page, err := pageOf(d, a.Resident)
	if err != nil {
		return err
	}
	if page.Erased {
		return fault.New(fault.Refused, "erased")
	}
	a.Resident, a.Site = page.ID, page.Site
	if err := a.check(d, nil); err != nil {
		return err
	}
	if a.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	d.Made(a.ID, "")
	if err := d.Set(KindArrangement, a.ID, a.Site, numbered().Values(&a)); err != nil {
		return err
	}
	return regular(d, page.ID, true)
}

// regular keeps on the resident that there is an arrangement.
func regular(d *model.Doing, resident journal.ID, is bool) error {
	rec, err := d.Record(desk.KindResident, resident)
	if err != nil || rec == nil || rec.Erased {
		return err
	}
	return d.Set(desk.KindResident, resident, rec.Part, journal.Fields{desk.ResidentRegular.Is(journal.Bool(is))})
}

// pageOf is the resident under whose page everything of one stands. Errors: NotFound, also for one of a desk that is closed to the actor.
func pageOf(d *model.Doing, id journal.ID) (desk.Resident, error) {
	rec, err := d.Record(desk.KindResident, id)
	if err != nil {
		return desk.Resident{}, err
	}
	if rec == nil || !d.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: rec.Part}) {
		return desk.Resident{}, fault.New(fault.NotFound, "resident-unknown", "name", id.String())
	}
	return desk.PageOf(desk.ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return d.Record(desk.KindResident, id) })
}

// check refuses an arrangement that cannot be; was is the one that stands, nil for a new one.
func (a *Arrangement) check(d *model.Doing, was *Arrangement) error {
	if err := model.Required(&a.What, "what"); err != nil {
		return err
	}
	a.Weekdays = weekdaysIn(codesOf(a.Weekdays))
	a.Every = max(a.Every, 1)
	switch {
	case len(a.Weekdays) == 0:
		return fault.New(fault.Invalid, "missing", "field", "weekdays")
	case !slices.Contains(Parts(), a.Part):
		return fault.New(fault.Invalid, "part-of-day", "text", string(a.Part))
	case a.From.IsZero():
		return fault.New(fault.Invalid, "missing", "field", "from")
	case a.Every > mostWeeks:
		return fault.New(fault.Invalid, "visits-every", "weeks", a.Every, "limit", mostWeeks)
	case a.Minutes < 0 || a.Minutes > model.MaxMinutes:
		return fault.New(fault.Invalid, "minutes", "minutes", a.Minutes, "limit", model.MaxMinutes)
	case !a.Until.IsZero() && a.Until.Before(a.From):
		return fault.New(fault.Invalid, "visits-until", "from", a.From.Format(time.DateOnly), "until", a.Until.Format(time.DateOnly))
	}
	for field, day := range map[string]time.Time{"from": a.From, "until": a.Until} {
		if err := d.Planned(day, field); err != nil {
			return err
		}
	}
	if plan := (Arrangement{Weekdays: a.Weekdays, Every: a.Every, From: a.From, Until: a.Until}); !a.Until.IsZero() && plan.lastDay(a.Until).IsZero() {
		return fault.New(fault.Invalid, "visits-none", "from", a.From.Format(time.DateOnly), "until", a.Until.Format(time.DateOnly))
	}
	if was != nil && slices.Equal(was.Who, a.Who) {
		return nil
	}
	var err error
	a.Who, err = goers(d, a.Who)
	return err
}

// goers are those who go, each once. Errors: NotFound; Conflict for somebody who left; Invalid for too many.
func goers(d *model.Doing, who []journal.ID) (out []journal.ID, err error) {
	for _, id := range who {
		p, err := d.Person(id)
		switch {
		case err != nil:
			return nil, err
		case p.Archived || p.Erased:
			return nil, fault.New(fault.Conflict, "visit-left", "name", p.Name)
		case !slices.Contains(out, id):
			out = append(out, id)
		}
	}
	if len(out) > mostPeople {
		return nil, fault.New(fault.Invalid, "visit-people", "limit", mostPeople)
	}
	return out, nil
}

// Edit alters an arrangement: what is done, when, who goes. What was written of a visit stays with its day.
type Edit struct {
	Arrangement Arrangement
}

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-visits-edit" }

// Do writes what differs; the resident stays. Errors as for Plan; Conflict for one that ended.
func (e Edit) Do(d *model.Doing) error {
	was, _, err := standing(d, e.Arrangement.ID)
	if err != nil {
		return err
	}
	a := e.Arrangement
	a.Resident, a.Site = was.Resident, was.Site
	if err := a.check(d, &was); err != nil {
		return err
	}
	d.About(a.ID, "")
	return d.SetFrom(a.seen, KindArrangement, a.ID, a.Site, numbered().Values(&a))
}

// End ends an arrangement: On is the last day on which there can be a visit.
type End struct {
	ID  journal.ID
	On  time.Time // zero: today
	Why string
}

// Name is the code of the words for this action.
func (End) Name() string { return "act-visits-end" }

// Do ends it; a resident without another one that runs is no regular client any more. Errors: NotFound; Invalid without a reason, and
// for a day before it began; Conflict for one that ended on that day or before.
func (e End) Do(d *model.Doing) error {
	if err := model.Required(&e.Why, "reason"); err != nil {
		return err
	}
	a, _, err := standing(d, e.ID)
	if err != nil {
		return err
	}
	zone, err := model.ZoneAt(d, a.Site)
	if err != nil {
		return err
	}
	today := dayOf(d, zone)
	if e.On.IsZero() {
		e.On = today
	}
	if err := d.Planned(e.On, "on"); err != nil {
		return err
	}
	if e.On.Before(a.From.AddDate(0, 0, -1)) {
		return fault.New(fault.Invalid, "visits-end-early", "from", a.From.Format(time.DateOnly), "on", e.On.Format(time.DateOnly))
	}
	d.About(a.ID, "")
	if _, err := d.Add(KindArrangement, a.ID, a.Site, ItemVisitsEnded,
		journal.Fields{endedLast.Is(journal.Int(journal.DayNumber(e.On))), endedWhy.Is(journal.Text(e.Why))}); err != nil {
		return err
	}
	if e.On.After(today) {
		return nil // until then the resident is one
	}
	page, err := pageOf(d, a.Resident)
	if err != nil {
		return err
	}
	others := false
	if err := each(d, a.Site, func(o *Arrangement, _ []journal.Item) error {
		if o.ID == a.ID || !o.Runs(today) {
			return nil
		}
		whose, err := pageOf(d, o.Resident)
		others = others || err == nil && whose.ID == page.ID
		return err
	}); err != nil {
		return err
	}
	if others {
		return nil
	}
	return regular(d, page.ID, false)
}

// meant reads an arrangement that an action is about, with its items. Errors: NotFound.
func meant(d *model.Doing, id journal.ID) (a Arrangement, items []journal.Item, err error) {
	rec, err := d.Record(KindArrangement, id)
	if err != nil {
		return a, nil, err
	}
	if rec == nil || !d.Clearance().MayRead(rec.Scope()) || rec.Archived() {
		return a, nil, fault.New(fault.NotFound, "visits-unknown", "id", id.String())
	}
	items, err = d.Items(KindArrangement, id)
	return Of(rec, items), items, err
}

// standing is meant for what asks for an arrangement that was not ended, nor its resident erased. Errors: Conflict, Refused.
func standing(d *model.Doing, id journal.ID) (a Arrangement, items []journal.Item, err error) {
	a, items, err = meant(d, id)
	switch {
	case err != nil:
	case a.Erased:
		err = fault.New(fault.Refused, "erased")
	case a.Ended != nil:
		err = fault.New(fault.Conflict, "visits-ended", "day", a.Ended.Last.Format(time.DateOnly))
	}
	return a, items, err
}
