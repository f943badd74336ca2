package calendar

import (
	"cmp"
	"context"
	"io"
	"maps"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/calendar/clock"
	"leerbalie/store/exchange/calendar/line"
)

// ReadOptions say where and when a file is read.
type ReadOptions struct {
	Zone *time.Location // of the place: times that name no zone are of its clock
	Now  time.Time      // what comes back without end is read from a year before until two years after
}

// Read reads the appointments of an iCalendar file (RFC 5545) as programs write them. What cannot be taken is refused with its line, what is
// left out is said, and what is held of a file is bounded whatever is in it.
//
// Errors: Invalid for a file that is no calendar; the context's; those of reading.
func Read(ctx context.Context, src io.Reader, o ReadOptions) (transfer.Appointments, error) {
	out := transfer.Appointments{All: []transfer.Appointment{}, Refused: []transfer.Refusal{}}
	g := &gathering{lines: line.NewReader(src), out: &out, cost: mostCost, counts: map[string]int{}, told: map[string]clock.Clock{}}
	r := &resolving{gathering: g, o: o, unknown: map[string]bool{}, at: map[key]int{}}
	err := g.gather(ctx, r.calendar)
	r.say()
	slices.SortStableFunc(out.Refused, func(a, b transfer.Refusal) int { return cmp.Compare(a.Row, b.Row) })
	return out, err
}

// key is what tells an appointment from others.
type key struct{ uid, instance string }

// resolving makes appointments of what was gathered.
type resolving struct {
	*gathering
	o       ReadOptions
	unknown map[string]bool // zones
	at      map[key]int     // where an appointment stands in the list
	of      []*event        // which each was made of, by place in the list
	cut     []string        // names of series of which not all was taken
	nCut    int
}

// calendar makes the appointments of one calendar.
func (r *resolving) calendar() {
	events := r.events
	r.events = nil
	switch r.method {
	case "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH":
		r.counts["calendar.reply"] += len(events)
		return
	}
	z := &zones{here: clock.Place{Zone: r.o.Zone}, told: r.told, found: map[string]clock.Clock{}, unknown: r.unknown}
	mine := make([]*event, 0, len(events))
	series := map[string]*event{}
	for _, e := range events {
		e.named()
		if r.method == "CANCEL" {
			e.cancelled = true
		}
		switch {
		case e.private:
			r.counts["calendar.private"]++
			continue
		case e.wrong == nil && e.start.wall.IsZero() && !e.cancelled:
			e.refuse(e.line, fault.New(fault.Invalid, "calendar.no-start"))
		}
		if e.wrong != nil {
			r.refuse(e, e.wrongLine, e.wrong)
			continue
		}
		if e.made {
			r.counts["calendar.no-uid"]++
		}
		if e.people {
			r.counts["calendar.people"]++
		}
		if e.following {
			r.counts["calendar.following"]++
		}
		mine = append(mine, e)
		if e.comesBack() && e.instance.wall.IsZero() {
			if was := series[e.uid]; was == nil || was.older(e) {
				series[e.uid] = e
			}
		}
	}
	for _, e := range mine { // those that stand alone, and exceptions to a series
		if !e.comesBack() || !e.instance.wall.IsZero() {
			r.one(z, e, series[e.uid])
		}
	}
	for _, e := range mine { // where an exception stands, its series does not
		if e.comesBack() && e.instance.wall.IsZero() {
			if series[e.uid] == e {
				r.all(z, e)
			} else {
				r.counts["calendar.older"]++
			}
		}
	}
}

func (r *resolving) refuse(e *event, at int, err error) {
	r.out.Read++
	r.out.Refused = append(r.out.Refused, transfer.Refusal{Row: at, Err: err})
}

func (e *event) comesBack() bool { return len(e.rules)+len(e.also) > 0 }

// older tells whether an appointment says what was before another says it.
func (e *event) older(than *event) bool {
	if e.sequence != than.sequence {
		return e.sequence < than.sequence
	}
	return e.changed.Before(than.changed)
}

// keep keeps an appointment. Of two that are the same one the younger counts; two of one age that differ are a fault in the file.
func (r *resolving) keep(e *event, a transfer.Appointment) {
	k := key{a.UID, a.Instance}
	i, known := r.at[k]
	if !known {
		if len(r.out.All) >= mostTimes {
			r.beyond++
			return
		}
		r.out.Read++
		r.at[k] = len(r.out.All)
		r.out.All, r.of = append(r.out.All, a), append(r.of, e)
		return
	}
	was, b := r.of[i], r.out.All[i]
	switch b.Line, b.Changed = a.Line, a.Changed; {
	case b == a:
		r.counts["calendar.twice-same"]++
	case was.older(e):
		r.counts["calendar.older"]++
		r.out.All[i], r.of[i] = a, e
	case e.older(was):
		r.counts["calendar.older"]++
	default:
		r.refuse(e, a.Line, fault.New(fault.Invalid, "calendar.twice", "line", r.out.All[i].Line))
	}
}

// say says of the whole file what is to be known of it.
func (r *resolving) say() {
	say := func(m transfer.Remark) { r.out.Remarks = append(r.out.Remarks, m) }
	for _, code := range slices.Sorted(maps.Keys(r.counts)) {
		say(transfer.Say(code, "n", r.counts[code]))
	}
	if r.nCut > 0 {
		say(transfer.Say("calendar.cut", "n", r.nCut, "names", plain.Some(r.cut, 5), "from", dayText(r.from()), "until", dayText(r.until()), "most", mostAlike))
	}
	if len(r.unknown) > 0 {
		say(transfer.Say("calendar.zones", "n", len(r.unknown), "names", plain.Some(slices.Sorted(maps.Keys(r.unknown)), 5), "zone", r.o.Zone.String()))
	}
	if r.nBroken > 0 {
		say(transfer.Say("calendar.broken", "n", r.nBroken, "rows", plain.Some(r.broken, 20)))
	}
	if r.beyond > 0 {
		say(transfer.Say("calendar.beyond", "n", r.beyond, "most", mostEvents))
	}
	if r.lines.Old() {
		say(transfer.Say("calendar.letters"))
	}
}

func dayText(t time.Time) string { return t.Format("2006-01-02") }

// from and until are between which what comes back without end is taken.
func (r *resolving) from() time.Time  { return r.o.Now.UTC().Truncate(24*time.Hour).AddDate(-1, 0, 0) }
func (r *resolving) until() time.Time { return r.o.Now.UTC().Truncate(24*time.Hour).AddDate(2, 0, 0) }
