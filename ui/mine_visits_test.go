package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/uitest"
)

// TestVisitsAreSaidOnSittingDown: one of yesterday of which nobody said what came of it is late, in the top line as well; that nobody goes on a
// day of this week is said to everybody. What was written down is said no more.
func TestVisitsAreSaidOnSittingDown(t *testing.T) {
	var session *model.Session
	var mine visits.Arrangement
	today := time.Date(uitest.Start().Year(), uitest.Start().Month(), uitest.Start().Day(), 0, 0, 0, 0, time.UTC)
	sunday := visits.Monday(today).AddDate(0, 0, 6)
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: func(d *uitest.Desk, s *model.Session) journal.ID {
		session = s
		do := func(a model.Action) journal.ID {
			r, err := s.DoQuietly(context.Background(), a)
			if err != nil {
				t.Fatal(err)
			}
			return r.Entity
		}
		vera := do(desk.AddResident{Resident: desk.Resident{Name: "Vera Mol"}})
		late := today.AddDate(0, 0, -1)
		mine = visits.Arrangement{Resident: vera, What: "boodschappen", Part: visits.Morning, From: late, Until: late, Weekdays: []time.Weekday{late.Weekday()}, Who: []journal.ID{s.Me().ID}}
		mine.ID = do(visits.Plan{Arrangement: mine})
		do(visits.Plan{Arrangement: visits.Arrangement{Resident: vera, What: "wandelen", Part: visits.Morning, From: late, Until: sunday, Weekdays: []time.Weekday{late.Weekday(), time.Sunday}}})
		return s.Me().ID
	}})
	d.Pass(10 * time.Second)
	d.Shows("1 bezoek niet gemeld, op 1 dag gaat niemand op bezoek. Mijn dag: M")
	if !strings.Contains(top(d), "1 te laat") {
		t.Errorf("the top line does not say it: %q", top(d))
	}
	d.Do(session, visits.Finish{Arrangement: mine.ID, Date: mine.From, Minutes: 30})
	d.Pass(10 * time.Second)
	if strings.Contains(top(d), "te laat") {
		t.Errorf("what was written down is late: %q", top(d))
	}
}
