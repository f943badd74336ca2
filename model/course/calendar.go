package course

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Dated is a course with how often and when it was altered, as calendars ask.
type Dated struct {
	Course
	Version int // never less than before
	Changed time.Time
}

// ForCalendar reads the courses as calendars ask, in the order of List. Errors: Refused.
func ForCalendar(ctx context.Context, session *model.Session) (out []Dated, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := allIn(tx)
		if err != nil {
			return err
		}
		out = make([]Dated, len(all))
		for i, c := range all {
			out[i].Course, out[i].Version = c, -1
			items, err := tx.Items(KindCourse, c.ID)
			if err != nil {
				return err
			}
			for j := range items {
				if it := &items[j]; it.Kind == journal.ItemSet {
					out[i].Version++
					if at := it.Mark(0).At; at.After(out[i].Changed) {
						out[i].Changed = at
					}
				}
			}
			out[i].Version = max(out[i].Version, 0)
		}
		return nil
	})
	return out, err
}
