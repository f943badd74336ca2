package course

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// mine is the grant under which who may not write all of the class adds a course, and alters those that are the own.
var mine = model.Grant{Common: true}

// The most that is kept of one course.
const (
	mostDates  = 200
	mostListed = 60
	mostTitle  = 200
)

// Add adds a course. Who adds one and is no coordinator teaches it, alone or with others.
type Add struct{ Course Course }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-course-add" }

// Do adds the course. Errors: Invalid for a missing title, no date, a day or a time that cannot be, one thing twice, and a citizen service number;
// NotFound for an unknown group, teacher, node or scale; Refused for who may not read courses.
func (a Add) Do(d *model.Doing) (err error) {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return err
	}
	c := a.Course
	if !d.Clearance().MayWrite(Scope()) && !c.Leads(d.Actor.ID) {
		c.Teachers = append(slices.Clone(c.Teachers), d.Actor.ID)
	}
	slices.SortFunc(c.Dates, time.Time.Compare)
	if err := keepable(d, &c, &Course{}); err != nil {
		return err
	}
	if c.ID.IsZero() {
		if c.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	c.AddedBy = d.Actor.ID
	d.Made(c.ID, "")
	return d.Granted(mine, func() error { return d.Set(KindCourse, c.ID, Scope().Part, numbered().Values(&c)) })
}

// Edit alters a course as a form that was filled in with it.
type Edit struct{ Course Course }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-course-edit" }

// Do writes what differs. Errors: NotFound; Refused for a course of somebody else; Conflict where a date or a test goes of which something was noted;
// those of Add.
func (a Edit) Do(d *model.Doing) error {
	now, err := meant(d, a.Course.ID)
	if err != nil {
		return err
	}
	c := a.Course
	if err := keepable(d, &c, &now); err != nil {
		return err
	}
	was := now
	if c.seen != nil {
		was = Of(c.seen)
	}
	if err := keepsNoted(d, &was, &c); err != nil {
		return err
	}
	c.AddedBy = now.AddedBy
	c.Cancelled = slices.DeleteFunc(slices.Clone(c.Cancelled), func(day time.Time) bool { return !c.Has(day) })
	return write(d, &c)
}

func write(d *model.Doing, c *Course) error {
	d.About(c.ID, "")
	return d.Granted(mine, func() error { return d.SetFrom(c.seen, KindCourse, c.ID, Scope().Part, numbered().Values(c)) })
}

// Move moves a date of a course to another day; its place in the rotation stays.
type Move struct {
	ID       journal.ID
	From, To time.Time
}

// Name is the code of the words for this action.
func (Move) Name() string { return "act-course-move" }

// Do moves the date. Errors: NotFound; Invalid for a day that cannot be; Conflict where the other day is one of the course already, or presence was
// noted; Refused for a course of somebody else.
func (a Move) Do(d *model.Doing) error {
	c, err := dated(d, a.ID, a.From)
	if err != nil {
		return err
	}
	if a.From.Equal(a.To) {
		return nil
	}
	if c.Has(a.To) {
		return fault.New(fault.Conflict, "course-date-there", "day", a.To.Format(time.DateOnly), "title", c.Title)
	}
	if err := d.Planned(a.To, "date"); err != nil {
		return err
	}
	was := c
	c.Dates, c.Cancelled = slices.Clone(c.Dates), slices.DeleteFunc(slices.Clone(c.Cancelled), a.From.Equal)
	c.Dates[slices.IndexFunc(c.Dates, a.From.Equal)] = a.To
	if err := keepsNoted(d, &was, &c); err != nil {
		return err
	}
	return write(d, &c)
}

// Cancel says that a date of a course does not go on, or with Off that it does after all.
type Cancel struct {
	ID  journal.ID
	Day time.Time
	Off bool
}

// Name is the code of the words for this action.
func (a Cancel) Name() string {
	if a.Off {
		return "act-course-back"
	}
	return "act-course-cancel"
}

// Do notes it. Errors: NotFound; Conflict where that stands already, or presence was noted; Refused for a course of somebody else.
func (a Cancel) Do(d *model.Doing) error {
	c, err := dated(d, a.ID, a.Day)
	if err != nil {
		return err
	}
	day := a.Day.Format(time.DateOnly)
	switch {
	case a.Off && !c.Off(a.Day):
		return fault.New(fault.Conflict, "course-date-on", "day", day, "title", c.Title)
	case a.Off:
		c.Cancelled = slices.DeleteFunc(slices.Clone(c.Cancelled), a.Day.Equal)
		return write(d, &c)
	case c.Off(a.Day):
		return fault.New(fault.Conflict, "course-date-off", "day", day, "title", c.Title)
	}
	was := c
	was.Tests, c.Cancelled = nil, append(slices.Clone(c.Cancelled), a.Day)
	gone := c
	gone.Dates = slices.DeleteFunc(slices.Clone(c.Dates), a.Day.Equal)
	if err := keepsNoted(d, &was, &gone); err != nil {
		return err
	}
	return write(d, &c)
}

// Archive puts a course away. Who came and what came of it stays with each student.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-course-archive" }

// Do archives the course. Errors: NotFound; Refused for a course of somebody else.
func (a Archive) Do(d *model.Doing) error {
	c, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	d.About(c.ID, "")
	return d.Granted(mine, func() error {
		return d.Set(KindCourse, c.ID, Scope().Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
	})
}

// dated reads a course that an action alters a date of. Errors: NotFound, Refused.
func dated(d *model.Doing, id journal.ID, day time.Time) (Course, error) {
	c, err := meant(d, id)
	if err == nil && !c.Has(day) {
		err = fault.New(fault.NotFound, "course-date-unknown", "day", day.Format(time.DateOnly), "title", c.Title)
	}
	return c, err
}

// found reads a course that an action is about. Errors: NotFound.
func found(d *model.Doing, id journal.ID) (Course, error) {
	rec, err := d.Record(KindCourse, id)
	if err != nil {
		return Course{}, err
	}
	if rec == nil || rec.Archived() || rec.Erased || !d.Clearance().MayRead(Scope()) {
		return Course{}, fault.New(fault.NotFound, "course-unknown", "name", id.String())
	}
	return Of(rec), nil
}

// meant is found for what alters the course. Errors: Refused for a course of somebody else.
func meant(d *model.Doing, id journal.ID) (Course, error) {
	c, err := found(d, id)
	if err == nil && !c.MayEdit(d.Actor) {
		err = fault.New(fault.Refused, "course-not-yours", "name", d.Actor.Name, "title", c.Title)
	}
	return c, err
}

// keepable checks a course that is to be written, and fills in its term. What stands already is not looked up again.
func keepable(d *model.Doing, c, was *Course) error {
	c.Title = strings.Join(strings.Fields(c.Title), " ")
	if err := model.Required(&c.Title, "course-title"); err != nil {
		return err
	}
	if n := utf8.RuneCountInString(c.Title); n > mostTitle {
		return fault.New(fault.Invalid, "course-long", "field", "course-title", "most", mostTitle)
	}
	if len(c.Dates) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "course-dates")
	}
	if len(c.Dates) > mostDates {
		return fault.New(fault.Invalid, "course-many", "field", "course-dates", "most", mostDates)
	}
	for i, day := range c.Dates {
		if err := d.Planned(day, "course-dates"); err != nil {
			return err
		}
		if slices.ContainsFunc(c.Dates[:i], day.Equal) {
			return fault.New(fault.Invalid, "course-twice", "field", "course-dates", "text", day.Format(time.DateOnly))
		}
	}
	if c.Term = strings.TrimSpace(c.Term); c.Term == "" {
		c.Term = TermOf(c.First())
	}
	c.Theme, c.Place, c.Scale = strings.TrimSpace(c.Theme), strings.TrimSpace(c.Place), strings.TrimSpace(c.Scale)
	if _, err := StartOf(c.Start); err != nil {
		return err
	}
	if c.Minutes < 0 || c.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", c.Minutes, "limit", model.MaxMinutes)
	}
	if !slices.Contains(Varyings(), c.Varies) {
		return fault.New(fault.Invalid, "course-varies", "text", string(c.Varies))
	}
	if err := listed("course-stations", &c.Stations); err != nil {
		return err
	}
	if err := listed("course-tests", &c.Tests); err != nil {
		return err
	}
	return c.known(d, was)
}

// listed takes blanks and empty lines away from a list of words, and refuses one thing twice.
func listed(field string, list *[]string) error {
	var out []string
	for _, t := range *list {
		if t = strings.Join(strings.Fields(t), " "); t == "" {
			continue
		}
		if slices.Contains(out, t) {
			return fault.New(fault.Invalid, "course-twice", "field", field, "text", t)
		}
		out = append(out, t)
	}
	if len(out) > mostListed {
		return fault.New(fault.Invalid, "course-many", "field", field, "most", mostListed)
	}
	*list = out
	return nil
}

// known refuses groups, teachers, nodes and a scale that there are not.
func (c *Course) known(d *model.Doing, was *Course) error {
	for _, of := range []struct {
		kind     journal.Kind
		ids, old []journal.ID
		field    string
		code     string
	}{{model.KindGroup, c.Groups, was.Groups, "groups", "group-unknown"}, {model.KindPerson, c.Teachers, was.Teachers, "course-teachers", "person-unknown"}} {
		for i, id := range of.ids {
			if slices.Contains(of.ids[:i], id) {
				return fault.New(fault.Invalid, "course-twice", "field", of.field, "text", id.String())
			}
			if slices.Contains(of.old, id) {
				continue
			}
			rec, err := d.Record(of.kind, id)
			if err != nil {
				return err
			}
			if rec == nil || rec.Archived() || rec.Erased {
				return fault.New(fault.NotFound, of.code, "name", id.String())
			}
		}
	}
	if !journal.SameIDs(c.Nodes, was.Nodes) {
		if err := learning.KnownNodes(d, c.Nodes); err != nil {
			return err
		}
	}
	if c.Scale == was.Scale {
		return nil
	}
	s, err := ScaleIn(d, c)
	if err == nil && c.Scale != "" {
		c.Scale = s.Name
	}
	return err
}

// StartOf are the minutes after midnight of a time such as 09:30; -1 for "". Errors: Invalid.
func StartOf(text string) (int, error) {
	if text == "" {
		return -1, nil
	}
	at, err := time.Parse("15:04", text)
	if err != nil {
		return 0, fault.New(fault.Invalid, "course-time", "text", text)
	}
	return at.Hour()*60 + at.Minute(), nil
}

// keepsNoted refuses to take dates and tests away of which something was noted: it would be nowhere to be seen.
func keepsNoted(d *model.Doing, was, now *Course) error {
	var days []time.Time
	for _, day := range was.Dates {
		if !now.Has(day) {
			days = append(days, day)
		}
	}
	var tests []string
	for _, t := range was.Tests {
		if !slices.Contains(now.Tests, t) {
			tests = append(tests, t)
		}
	}
	if len(days)+len(tests) == 0 {
		return nil
	}
	return d.Each(ledger.KindLedger, func(rec *journal.Record) error {
		items, err := d.Items(ledger.KindLedger, rec.ID)
		if err != nil {
			return err
		}
		l := ledger.Of(rec, items)
		for _, day := range days {
			if _, ok := l.At(was.ID, day); ok {
				return fault.New(fault.Conflict, "course-date-noted", "day", day.Format(time.DateOnly), "title", was.Title)
			}
		}
		for _, t := range tests {
			if _, ok := l.ResultOf(was.ID, t); ok {
				return fault.New(fault.Conflict, "course-test-noted", "test", t, "title", was.Title)
			}
		}
		return nil
	})
}
