package text

import (
	"strings"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/transfer"
	"leerbalie/model/visits"
)

// ShortDay is a day of the week with its date, as lists show it: di 01-12.
func (w Words) ShortDay(day time.Time) string {
	return w.Say("day."+visits.DayCode(day.Weekday())) + " " + day.Format("02-01")
}

// Goers are those who go to a visit, or went; in words where nobody does.
func (w Words) Goers(v *visits.Visit) string {
	if len(v.Who) == 0 {
		return w.Say("visit.nobody")
	}
	return strings.Join(v.Names, " + ")
}

// VisitState says how a visit stands: what came of it, or why it may not go as planned.
func (w Words) VisitState(v *visits.Visit) string {
	out := w.Say("visit.state." + string(v.State))
	switch {
	case len(v.Problems) > 0 && v.State == visits.Planned:
		out = ""
	case v.State == visits.DoneAs:
		out = w.Say("visit.took", "n", v.Minutes)
	case v.State == visits.Skipped && v.Why != "":
		out += ": " + v.Why
	case v.Late:
		out = w.Say("visit.late")
	case v.State == visits.Moved:
		out = w.Say("visit.moved-from", "day", w.ShortDay(v.Date))
	}
	if v.Apart {
		out += " · " + w.Say("visit.apart")
	}
	for _, p := range v.Problems {
		if len(v.Who) > 1 {
			out += " · " + w.VisitProblem(p)
			continue
		}
		out += " · " + w.Say("visit.sign."+p.Code)
	}
	return strings.TrimPrefix(out, " · ")
}

// VisitProblem says why a visit may not go as planned.
func (w Words) VisitProblem(p visits.Problem) string {
	first, _, _ := strings.Cut(p.Name, " ")
	return w.Say("visit.problem."+p.Code, "name", first)
}

// partBegins is when a part of a day begins in a calendar, by the clock.
var partBegins = map[visits.Part]time.Duration{visits.Morning: 9 * time.Hour, visits.Afternoon: 13 * time.Hour, visits.Evening: 19 * time.Hour}

// hour is how long a visit takes in a calendar of which nobody said it, in minutes.
const hour = 60

// VisitCalendar is visits that are to be done, or were, as appointments: at the beginning of their part of the day, for the minutes that
// they are expected to take. A calendar ends up in telephones and with others: who is visited, and for what, stands in it only with names.
func (w Words) VisitCalendar(all []visits.Visit, zone *time.Location, names bool) transfer.Calendar {
	c := transfer.Calendar{Name: w.Say("calendar.visits"), Zone: zone}
	for i := range all {
		v := &all[i]
		if v.State == visits.Skipped {
			continue
		}
		e := transfer.Event{ID: v.Key().String(), Changed: v.Told.At, Start: days.On(v.On, partBegins[v.Part], zone), Minutes: v.Expected, Title: w.Say("calendar.visit", "who", w.Goers(v))}
		if e.Minutes == 0 {
			e.Minutes = hour
		}
		if e.Changed.IsZero() {
			e.Changed = v.Arranged()
		}
		if names {
			e.Title, e.Text = w.Say("calendar.visit-to", "who", w.Goers(v), "name", v.ResidentName), v.What
		}
		c.Events = append(c.Events, e)
	}
	return c
}
