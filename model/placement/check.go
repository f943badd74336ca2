package placement

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// The most of a placement.
const (
	mostName    = 200
	mostProse   = 2000
	mostDays    = 5 * 366
	mostMinutes = 60 * 60 // a week
)

// check tidies a placement, refuses what cannot be kept, and what does not fit at its partner, which it returns. was is empty for a new one.
func check(d *model.Doing, now, was *Placement, student model.Person) (at partner.Partner, err error) {
	now.GuideName, now.Anyway, now.Terms = strings.TrimSpace(now.GuideName), strings.TrimSpace(now.Anyway), strings.TrimSpace(now.Terms)
	if err := together.Short(mostName, "placement-guide-name", now.GuideName, "placement-source", now.SourceID); err != nil {
		return at, err
	}
	if err := together.Short(mostProse, "placement-anyway", now.Anyway, "placement-terms", now.Terms); err != nil {
		return at, err
	}
	if now.Partner.IsZero() {
		return at, fault.New(fault.Invalid, "missing", "field", "placement-partner")
	}
	if at, err = partner.In(d, now.Partner); err != nil {
		return at, err
	}
	if at.Archived && now.Partner != was.Partner {
		return at, fault.New(fault.NotFound, "partner-unknown", "name", at.Name)
	}
	switch {
	case now.From.IsZero():
		return at, fault.New(fault.Invalid, "missing", "field", "placement-from")
	case now.To.IsZero():
		return at, fault.New(fault.Invalid, "missing", "field", "placement-to")
	case now.To.Before(now.From), days.Between(now.From, now.To) > mostDays:
		return at, fault.New(fault.Invalid, "placement-days", "from", shownDay(now.From), "until", shownDay(now.To))
	case now.Minutes < 1 || now.Minutes > mostMinutes:
		return at, fault.New(fault.Invalid, "placement-minutes", "hours", hours(now.Minutes), "most", mostMinutes/60)
	case !now.Ended.IsZero() && (now.Ended.Before(now.From) || now.Ended.After(now.To)):
		return at, fault.New(fault.Invalid, "placement-end-day", "from", shownDay(now.From), "until", shownDay(now.To))
	case now.Level != "" && now.Level != was.Level && !slices.Contains(model.Levels(), now.Level):
		return at, fault.New(fault.Invalid, "placement-level", "text", now.Level, "all", strings.Join(model.Levels(), ", "))
	case now.Offered != "" && !slices.Contains(Offers(), now.Offered):
		return at, fault.New(fault.Invalid, "placement-offer", "text", string(now.Offered))
	}
	for _, f := range Table() {
		if day := f.Get(now); f.Kind == model.OfDay && !day.Equal(f.Get(was)) {
			if err := d.Planned(journal.CalendarDay(day.Int()), f.Name); err != nil {
				return at, err
			}
		}
	}
	if err := together.Named(d, "placement-guide", named(now.Guide), named(was.Guide), 1); err != nil {
		return at, err
	}
	if err := together.Named(d, "placement-school", named(now.School), named(was.School), 1); err != nil {
		return at, err
	}
	if now.Partner == was.Partner && now.From.Equal(was.From) && !now.Last().After(was.Last()) && now.Minutes <= was.Minutes && now.Level == was.Level {
		return at, nil // it asks no more than it did
	}
	all, err := all(d, func(rec *journal.Record) (*Placement, error) { p := Of(rec, nil); return &p, nil })
	if err != nil {
		return at, err
	}
	return at, refused(d, Check(&at, student, *now, all), &at, student, now)
}

func named(id journal.ID) []journal.ID {
	if id.IsZero() {
		return nil
	}
	return []journal.ID{id}
}
