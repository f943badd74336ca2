package day

import (
	"context"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// meeter is a meeting or a date of a course where whoever sits here is expected today.
type meeter struct {
	id     journal.ID
	start  int // minutes after midnight; -1: the whole day, or not said
	title  string
	place  string
	page   string // of screen 6
	answer bool   // it waits for an answer
}

// readMeetings reads the meetings and the courses of today where whoever sits here leads or takes part.
func (f *found) readMeetings(ctx context.Context, session *model.Session, today time.Time) error {
	me := session.Me()
	r, err := meeting.Read(ctx, session, meeting.Query{From: today, To: today, Person: me.ID})
	if err != nil {
		return err
	}
	for i := range r.Rows {
		m := &r.Rows[i]
		if m.Cancelled {
			continue
		}
		one := meeter{id: m.ID, start: m.Start, title: m.Called(), place: m.Place, page: "meetings", answer: m.Waits(me.ID, today)}
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
		one := meeter{id: c.ID, start: -1, title: c.Title, place: c.Place, page: "courses"}
		if at, ok := text.ParseClock(c.Start); ok {
			one.start = at
		}
		f.meetings = append(f.meetings, one)
	}
	return nil
}

// arrangeMeetings puts the meetings and courses of today into rows.
func (d *Day) arrangeMeetings() {
	w, today := d.Env.Words, days.Of(d.now, d.Env.Local(d.now).Location())
	for i := range d.data.meetings {
		m := &d.data.meetings[i]
		parts := []string{w.Say("day." + m.page)}
		if m.start >= 0 {
			parts[0] += " " + text.ClockTime(m.start)
		}
		for _, part := range []string{m.title, m.place} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		if m.answer {
			parts = append(parts, w.Say("meetings.waits-you"))
		}
		due := today
		if m.start > 0 {
			due = days.On(today, time.Duration(m.start)*time.Minute, d.Env.Local(d.now).Location())
		}
		d.rows = append(d.rows, row{about: journal.KeyedID("day", "meeting", m.id.String()), group: todays, due: due, day: true, text: strings.Join(parts, " "+theme.Dot+" "), page: m.page})
	}
}

// toPage opens a page of screen 6.
func toPage(page string) screen.Open {
	return screen.Open{Name: screen.Community, With: screen.AtPage{Page: page}}
}
