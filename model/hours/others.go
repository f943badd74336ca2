package hours

import (
	"cmp"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/project"
)

// What is asked of the rooms of courses, meetings, projects and free days.

// gatherings are the courses, meetings and projects that are known here, by what they are called.
type gatherings struct{ courses, meetings, projects map[journal.ID]string }

func gather(tx model.Tx) (*gatherings, error) {
	g := &gatherings{map[journal.ID]string{}, map[journal.ID]string{}, map[journal.ID]string{}}
	err := tx.Each(course.KindCourse, func(rec *journal.Record) error {
		g.courses[rec.ID] = rec.Get(course.CourseTitle).Text()
		return nil
	})
	if err != nil {
		return g, err
	}
	err = tx.Each(project.KindProject, func(rec *journal.Record) error {
		g.projects[rec.ID] = rec.Get(project.ProjectTitle).Text()
		return nil
	})
	if err != nil {
		return g, err
	}
	return g, tx.Each(meeting.KindMeeting, func(rec *journal.Record) error {
		m := meeting.Of(rec, nil)
		g.meetings[rec.ID] = m.Called()
		return nil
	})
}

// kind tells what was gathered for; FromPresence where it is not known here.
func (g *gatherings) kind(id journal.ID) string {
	if _, ok := g.courses[id]; ok {
		return FromCourse
	}
	if _, ok := g.meetings[id]; ok {
		return FromMeeting
	}
	if _, ok := g.projects[id]; ok {
		return FromProject
	}
	return FromPresence
}

func (g *gatherings) title(id journal.ID) string {
	if g == nil {
		return ""
	}
	return cmp.Or(g.courses[id], g.meetings[id], g.projects[id])
}

// freeDays tells which days are holidays: those that were added. Single public days, which a rule gives, are left out of a pace: who works
// two days a week works another day then. nil where none was added.
func freeDays(tx model.Tx) (func(time.Time) bool, error) {
	var all []free.Stretch
	err := tx.Each(free.KindFree, func(rec *journal.Record) error {
		if s := free.Of(rec); !s.Archived {
			all = append(all, s)
		}
		return nil
	})
	if len(all) == 0 {
		return nil, err
	}
	return func(day time.Time) bool {
		for i := range all {
			if all[i].Has(day) {
				return true
			}
		}
		return false
	}, err
}
