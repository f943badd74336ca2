package ui

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/visits"
)

// visitsOnMe is what of the visits to regular clients is on whoever sits here.
type visitsOnMe struct {
	late  int // own ones of the last week of which nobody said what came of them
	alone int // days up to Sunday on which nobody goes to a visit: that is on everybody at the desk
}

// visitsBack is how many days back my day shows what nobody said of visits.
const visitsBack = 7

func readVisitsOnMe(ctx context.Context, session *model.Session, today time.Time) (m visitsOnMe, err error) {
	all, err := visits.Read(ctx, session, visits.Query{From: today.AddDate(0, 0, -visitsBack), To: visits.Monday(today).AddDate(0, 0, 6), Today: today})
	for i := range all {
		if all[i].Late && slices.Contains(all[i].Who, session.Me().ID) {
			m.late++
		}
	}
	m.alone = len(visits.Alone(all))
	return m, err
}
