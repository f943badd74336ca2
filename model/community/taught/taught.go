// Package taught makes a course of what a learning community keeps of a question. Alone it knows both.
package taught

import (
	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/question"
)

// Teach plans a course of what is kept of a question.
type Teach struct {
	Question journal.ID
	Course   course.Course
}

// Name is the code of the words for this action.
func (Teach) Name() string { return "act-question-course" }

// Do adds the course and says on the question which it became; made on the receipt is the course. Errors: NotFound; Invalid for a question of which
// nothing is kept; Conflict for one that became a course that is still there; those of course.Add.
func (a Teach) Do(d *model.Doing) error {
	rec, err := d.Record(question.KindQuestion, a.Question)
	if err != nil {
		return err
	}
	if rec == nil || rec.Archived() {
		return fault.New(fault.NotFound, "question-unknown", "name", a.Question.String())
	}
	q := question.Of(rec, nil)
	if q.Kept == "" {
		return fault.New(fault.Invalid, "question-nothing-kept", "title", q.Title)
	}
	if !q.Course.IsZero() {
		was, err := d.Record(course.KindCourse, q.Course)
		if err != nil {
			return err
		}
		if was != nil && !was.Archived() {
			return fault.New(fault.Conflict, "question-has-course", "title", q.Title, "course", was.Get(course.CourseTitle).Text())
		}
	}
	if a.Course.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	if err := (course.Add{Course: a.Course}).Do(d); err != nil {
		return err
	}
	return question.Became(d, q.ID, a.Course.ID)
}

// CourseOf is a course as it begins from what is kept of a question.
func CourseOf(q *question.Question) course.Course {
	return course.Course{Title: q.Title, Theme: q.Theme}
}
