package desk_test

import (
	"testing"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/uitest"
)

// TestVisitsOnTheResidentsPage: what is arranged, with the next visit and who goes, and the last one that was done; no line once it ended.
func TestVisitsOnTheResidentsPage(t *testing.T) {
	d := open(t)
	at := uitest.Start()
	today := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	a := visits.Arrangement{Resident: d.Resident, What: "boodschappen", Part: visits.Morning, From: today.AddDate(0, 0, -7), Weekdays: []time.Weekday{today.AddDate(0, 0, 2).Weekday()},
		Who: []journal.ID{d.Noor}}
	a.ID = d.Do(d.Session, visits.Plan{Arrangement: a}).Entity
	was := today.AddDate(0, 0, -5)
	d.Do(d.Session, visits.Finish{Arrangement: a.ID, Date: was, Minutes: 30})
	d.Press("o")
	d.Shows("ochtend: boodschappen", "volgende", "Noor", "laatst gedaan", was.Format("02-01"), today.AddDate(0, 0, 2).Format("02-01"))
	d.Do(d.Session, visits.End{ID: a.ID, On: was, Why: "verhuisd"})
	d.Hides("ochtend: boodschappen")
}
