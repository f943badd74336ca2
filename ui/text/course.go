package text

import "leerbalie/model/course"

// CourseTold says what somebody should know of a course as it is planned.
func (w Words) CourseTold(t course.Told) string {
	name := t.Name
	if t.Code == course.ToldFree {
		name = w.FreeDays(t.Free)
	}
	return w.Say("course.told."+t.Code, "day", w.ShortDay(t.Day), "name", name, "other", t.Other)
}

// CourseDue says what becomes of a student when a course is made evidence.
func (w Words) CourseDue(d course.Due) string {
	if d.Why == course.Gets {
		return w.Say("course.due.gets")
	}
	return w.Say("course.due." + string(d.Why))
}

// CourseVaries says whether all do the same tests.
func (w Words) CourseVaries(v course.Varying) string {
	if v == course.Same {
		return w.Say("course.varies.same")
	}
	return w.Say("course.varies." + string(v))
}
