// Package agenda looks at courses and meetings beside each other: who is expected at two places at once. Alone knows both.
package agenda

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
)

// Told tells what somebody should know of a course as it is planned now, by day: free days, days outside of its term, and groups and people who are
// expected at another course or a meeting at the same time. It keeps nobody from planning it so. Errors: NotFound, Refused.
func Told(ctx context.Context, session *model.Session, id journal.ID) ([]course.Told, error) {
	all, err := course.List(ctx, session)
	if err != nil {
		return nil, err
	}
	var others []course.Busy
	for i := range all {
		if c := &all[i]; c.ID == id && len(c.Dates) > 0 {
			if others, err = meetings(ctx, session, c); err != nil {
				return nil, err
			}
		}
	}
	return course.ReadTold(ctx, session, id, others)
}

// meetings are the meetings between the first and the last day of a course.
func meetings(ctx context.Context, session *model.Session, c *course.Course) (out []course.Busy, err error) {
	all, err := meeting.Read(ctx, session, meeting.Query{From: c.First(), To: c.Last()})
	if err != nil {
		return nil, err
	}
	for i := range all.Rows {
		m := &all.Rows[i].Meeting
		if m.Cancelled || !c.Has(m.Day) {
			continue
		}
		b := course.Busy{Of: m.ID, Title: m.Called(), Day: m.Day, Start: m.Start, Minutes: m.Minutes, Groups: m.Groups, People: append(append([]journal.ID{}, m.Leaders...), m.Expected...)}
		if m.Minutes == 0 { // the whole day
			b.Start = -1
		}
		out = append(out, b)
	}
	return out, nil
}
