package modeltest

import (
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/visits"
)

// visits are those to a regular client: done, skipped, moved, given to somebody else, and at an end.
func (e *everything) visits(resident journal.ID) {
	day := visits.Monday(e.now.UTC().Truncate(24*time.Hour)).AddDate(0, 0, -28)
	a := visits.Arrangement{Resident: resident, What: "boodschappen", Weekdays: []time.Weekday{time.Monday}, Part: visits.Morning, Who: []journal.ID{e.session.Me().ID},
		From: day, Minutes: 60, Theme: "loneliness"}
	a.ID = e.do(visits.Plan{Arrangement: a})
	a.What, a.Every = "boodschappen en post", 1
	e.do(visits.Edit{Arrangement: a}, visits.Finish{Arrangement: a.ID, Date: day, Minutes: 50, Note: "ging goed"},
		visits.Skip{Arrangement: a.ID, Date: day.AddDate(0, 0, 7), Why: "was ziek"}, visits.Move{Arrangement: a.ID, Date: day.AddDate(0, 0, 14), To: day.AddDate(0, 0, 15)},
		visits.Give{Arrangement: a.ID, Date: day.AddDate(0, 0, 21)}, visits.End{ID: a.ID, On: day.AddDate(0, 0, 27), Why: "verhuisd"})
}
