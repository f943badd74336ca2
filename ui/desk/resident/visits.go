package resident

import (
	"context"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/say"
)

// arranged is what is arranged with a resident, with the last visit and the next one of each.
type arranged struct {
	visits.Arranged
	last, next *visits.Visit // nil: none
}

// How far back a last visit is looked for, and how far ahead the next one, in days.
const (
	visitsBack  = 56
	visitsAhead = 56
)

// readArranged reads what is arranged with a resident and goes on.
func readArranged(ctx context.Context, session *model.Session, resident journal.ID, today time.Time) (out []arranged, err error) {
	all, err := visits.ReadOf(ctx, session, resident)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Runs(today) {
			out = append(out, arranged{Arranged: all[i]})
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	seen, err := visits.Read(ctx, session, visits.Query{From: today.AddDate(0, 0, -visitsBack), To: today.AddDate(0, 0, visitsAhead), Today: today, Resident: resident})
	for i := range seen {
		v := &seen[i]
		for n := range out {
			switch a := &out[n]; {
			case a.ID != v.Arrangement:
			case v.State == visits.DoneAs:
				a.last = v
			case v.Open() && !v.Late && a.next == nil:
				a.next = v
			}
		}
	}
	return out, err
}

// mostArranged is how many arrangements the page shows.
const mostArranged = 2

// visiting says what is arranged: on which days, what, the next visit with who goes, and the last one that was done.
func (d *page) visiting() (out []string) {
	w := d.Host.Env.Words
	for i := range d.arranged {
		if len(out) == mostArranged {
			break
		}
		a := &d.arranged[i]
		var on []string
		for _, day := range a.Weekdays {
			on = append(on, w.Say("day."+visits.DayCode(day)))
		}
		next, last := "", ""
		if a.next != nil {
			next = w.Say("resident.visit.next", "day", w.ShortDay(a.next.On), "who", w.Goers(a.next))
		}
		if a.last != nil {
			last = w.Say("resident.visit.last", "day", w.ShortDay(a.last.On))
		}
		out = append(out, say.Join(w.Say("resident.visit", "days", strings.Join(on, " "), "part", w.Say("part."+string(a.Part)), "what", a.What), next, last))
	}
	return out
}
