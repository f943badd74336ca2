package text

import (
	"fmt"
	"strings"
	"time"

	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/transfer"
)

// FreeDays is what free days are called: a public day in the words of the language, anything else as it was written.
func (w Words) FreeDays(s free.Stretch) string {
	if s.Public() {
		return w.Say("free." + s.Code)
	}
	return s.Name
}

// LeftOut says on which days a series has no meeting, and why.
func (w Words) LeftOut(skipped []meeting.Skipped) string {
	var out []string
	for _, s := range skipped {
		out = append(out, w.ShortDay(s.Day)+" ("+w.FreeDays(s.Free)+")")
	}
	return w.Say("meeting.left-out", "days", strings.Join(out, ", "))
}

// MeetingHint says what of a meeting comes again and again.
func (w Words) MeetingHint(h meeting.Hint, name func(journal.ID) string) string {
	if h.Code == meeting.OfForm {
		return w.Say("meeting.hint.form", "form", h.Form, "n", h.Times)
	}
	return w.Say("meeting.hint.leader", "name", name(h.Person), "n", h.Times)
}

// MeetingRemarks are what is to be known of a meeting: that it is cancelled, on a free day or at the same time as another one, and what repeats.
func (w Words) MeetingRemarks(m *meeting.Row, o *meeting.Roster) (out []string) {
	if m.Cancelled {
		said := w.Say("meeting.cancelled")
		if m.Why != "" {
			said += ": " + m.Why
		}
		return append(out, said)
	}
	if !m.Free.From.IsZero() {
		out = append(out, w.Say("meeting.on-free", "name", w.FreeDays(m.Free)))
	}
	if n := len(m.Twice); n > 0 {
		out = append(out, w.Count("meeting.twice", n))
	}
	for _, h := range m.Hints {
		out = append(out, w.MeetingHint(h, func(id journal.ID) string { return o.People[id].Name }))
	}
	return out
}

// ClockTime is minutes after midnight as people write it: 09:30.
func ClockTime(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// ParseClock reads a time of day: 9:30, 09.30, 930, 9. ok is false for what is none.
func ParseClock(text string) (minutes int, ok bool) {
	text = strings.TrimSuffix(strings.ReplaceAll(strings.TrimSpace(text), ".", ":"), "u")
	for _, form := range []string{"15:04", "1504", "15"} {
		if len(form) == 4 && len(text) == 3 {
			text = "0" + text
		}
		if t, err := time.Parse(form, text); err == nil {
			return t.Hour()*60 + t.Minute(), true
		}
	}
	return 0, false
}

// MeetingCalendar is meetings and the dates of courses as appointments. A calendar ends up in telephones and with others: who leads stands in it
// only with names.
func (w Words) MeetingCalendar(r meeting.Roster, courses []course.Dated, zones func(site journal.ID) *time.Location, zone *time.Location, names bool) transfer.Calendar {
	c := transfer.Calendar{Name: w.Say("calendar.meetings"), Zone: zone}
	for i := range r.Rows {
		m := &r.Rows[i]
		e := transfer.Event{UID: m.Key(), Changed: m.Changed, Version: m.Version, Cancelled: m.Cancelled, Title: m.Called(), Place: m.Place, Start: m.Begins(zones(m.Site)), Minutes: m.Minutes}
		if m.WholeDay() {
			e.WholeDay, e.Start = true, m.Day
		}
		var lines []string
		if m.Title != "" && m.Theme != "" {
			lines = append(lines, w.Say("calendar.theme", "theme", m.Theme))
		}
		if m.Form != "" {
			lines = append(lines, w.Say("calendar.form", "form", m.Form))
		}
		if names && len(m.Leaders) > 0 {
			lines = append(lines, w.Say("calendar.leads", "names", r.Names(m.Leaders)))
		}
		e.Text = strings.Join(lines, "\n")
		c.Events = append(c.Events, e)
	}
	for i := range courses {
		d := &courses[i]
		for n, day := range d.Dates {
			e := transfer.Event{ID: fmt.Sprint(d.ID, "-", n), Changed: d.Changed, Version: d.Version, Cancelled: d.Off(day), Title: d.Title, Place: d.Place, Minutes: d.Minutes}
			if start, ok := ParseClock(d.Start); ok && d.Minutes > 0 {
				e.Start = days.On(day, time.Duration(start)*time.Minute, zone)
			} else {
				e.WholeDay, e.Start = true, day
			}
			if d.Theme != "" {
				e.Text = w.Say("calendar.theme", "theme", d.Theme)
			}
			c.Events = append(c.Events, e)
		}
	}
	return c
}
