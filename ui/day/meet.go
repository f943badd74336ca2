package day

import (
	"context"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// meeter is a meeting or a date of a course where whoever sits here is expected today, or a meeting of soon that waits for an answer.
type meeter struct {
	id     journal.ID
	start  int // minutes after midnight; -1: the whole day, or not said
	title  string
	place  string
	page   string // of screen 6
	answer bool   // it waits for an answer
	on     time.Time
}

// readMeetings reads the meetings and the courses of today where whoever sits here leads or takes part, and the meetings of the next two weeks that
// wait for an answer.
func (f *found) readMeetings(ctx context.Context, session *model.Session, today time.Time) error {
	me := session.Me()
	r, err := meeting.Read(ctx, session, meeting.Query{From: today, To: today.AddDate(0, 0, soon), Person: me.ID})
	if err != nil {
		return err
	}
	for i := range r.Rows {
		m := &r.Rows[i]
		if m.Cancelled || m.Day.After(today) && !m.Waits(me.ID, today) {
			continue
		}
		one := meeter{id: m.ID, on: m.Day, start: m.Start, title: m.Called(), place: m.Place, page: "meetings", answer: m.Waits(me.ID, today)}
		if m.WholeDay() {
			one.start = -1
		}
		if m.Title != "" && m.Theme != "" {
			one.title = m.Title + ": " + m.Theme
		}
		f.meetings = append(f.meetings, one)
	}
	all, err := course.List(ctx, session)
	if err != nil {
		return err
	}
	for i := range all {
		c := &all[i]
		_, takes := c.GroupOf(&me)
		if !c.Has(today) || c.Off(today) || !takes && !c.Leads(me.ID) {
			continue
		}
		one := meeter{id: c.ID, on: today, start: -1, title: c.Title, place: c.Place, page: "courses"}
		if at, ok := text.ParseClock(c.Start); ok {
			one.start = at
		}
		f.meetings = append(f.meetings, one)
	}
	return nil
}

// readHours reads which weeks of the students whom somebody supervises were worked and wait to be confirmed.
func (f *found) readHours(ctx context.Context, session *model.Session, today time.Time) error {
	all, err := hours.ReadMine(ctx, session)
	for _, s := range all {
		weeks := s.Waiting(today)
		if len(weeks) == 0 || !s.Sight.Confirm {
			continue
		}
		f.toConfirm.weeks += len(weeks)
		f.toConfirm.students++
	}
	return err
}

// confirming is how many weeks wait to be confirmed, of how many students.
type confirming struct{ weeks, students int }

// arrangeHours puts into one row that weeks wait to be confirmed.
func (d *Day) arrangeHours() {
	c := &d.data.toConfirm
	if c.weeks == 0 {
		return
	}
	w := d.Env.Words
	text := w.Say("day.hours", "weeks", w.Count("day.hours.weeks", c.weeks), "students", w.Count("learning.students", c.students))
	d.rows = append(d.rows, row{about: journal.KeyedID("day", "hours"), group: todays, due: days.Of(d.now, d.Env.Local(d.now).Location()), day: true, text: text, page: "hours"})
}

// arrangeMeetings puts the meetings and courses into rows.
func (d *Day) arrangeMeetings() {
	w, today := d.Env.Words, days.Of(d.now, d.Env.Local(d.now).Location())
	for i := range d.data.meetings {
		m := &d.data.meetings[i]
		due, group := m.on, todays
		if m.on.After(today) {
			group = later
		}
		parts := []string{w.Say("day." + m.page)}
		if m.start >= 0 {
			parts[0] += " " + text.ClockTime(m.start)
		}
		for _, part := range []string{m.title, m.place} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		if m.answer && group == todays {
			parts = append(parts, w.Say("meetings.waits-you"))
		}
		if m.start > 0 {
			due = days.On(m.on, time.Duration(m.start)*time.Minute, d.Env.Local(d.now).Location())
		}
		text := strings.Join(parts, " "+theme.Dot+" ")
		if group == later { // it is there since it waits for that
			text = w.Say("day.answer", "what", text)
		}
		d.rows = append(d.rows, row{about: journal.KeyedID("day", "meeting", m.id.String()), group: group, due: due, day: true, text: text, page: m.page})
	}
}

// toPage opens a page of screen 6.
func toPage(page string) screen.Open {
	return screen.Open{Name: screen.Community, With: screen.AtPage{Page: page}}
}
