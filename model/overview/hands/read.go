package hands

import (
	"context"
	"math/bits"
	"time"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/days"
	"leerbalie/model/overview"
)

// What is looked at, and how little says nothing.
const (
	Weeks        = 8
	Most         = overview.LateAfter * time.Minute // nine of ten wait no longer
	leastCame    = 10                               // in one part of the week, over all weeks
	leastDays    = 4                                // on which they did
	leastMinutes = 10                               // requests of which it is known how long they took
)

// Verdict is how those who are there stand to those who are needed. Its words are in scripts.
type Verdict string

// The verdicts.
const (
	Enough Verdict = "enough"
	Short  Verdict = "short"
	TooFew Verdict = "too_few" // to tell
)

// Part is one part of the week.
type Part struct {
	Part     model.DayParts // one of them
	Arrivals int            // who walked in, over all weeks
	Days     int            // on how many days somebody did
	Needed   int            // people; 0 where too few came to tell
	Shares   []Share        // with one fewer, with as many as are needed, with one more; none where too few came
	Students int            // whose day parts have it
	Staff    int            // who are taken to be there whenever the site is open
	Verdict  Verdict
}

// Rostered is how many people are there.
func (p Part) Rostered() int { return p.Students + p.Staff }

// Hands is how many people a site needs.
type Hands struct {
	Site     model.Site
	Period   overview.Period
	Arrivals int
	Known    int // of how many it is known how long they took
	Typical  int // minutes, the median of those; taken for the others
	Parts    []Part
}

// ReadHands reads how many people the session's site needs in each part of the week, by who walked in there in the last eight weeks, up to a
// moment, and how many the roster has: students of the site whose placement runs, by the day parts that they gave, and desk staff of the
// site. Listed are the parts in which somebody came or the site is open. Errors: Refused.
//
// What is assumed: helping somebody takes one person as long as was written down for all who worked on it together; where nothing was, as
// long as the median of the others. Whoever came first is helped first, also where something was urgent. Nobody is left from the part of
// the day before, nobody walks away, and who works there does nothing else. Where fewer than ten came in a part of the week, or on fewer
// than four days, or of fewer than ten it is known how long they took, there is too little to tell.
func ReadHands(ctx context.Context, session *model.Session, until time.Time) (h Hands, err error) {
	if h.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return h, err
	}
	came, err := overview.ReadArrivals(ctx, session, Weeks, until.Add(time.Minute)) // who came in this very minute counts as well
	if err != nil {
		return h, err
	}
	people, err := session.People(ctx)
	if err != nil {
		return h, err
	}
	today := days.Of(until, h.Site.Location())
	h.Period = overview.Period{From: today.AddDate(0, 0, -7*Weeks), Until: today}
	h.count(came)
	h.roster(people, today)
	return h, nil
}

// count replays who came in.
func (h *Hands) count(came []overview.Arrival) {
	var spent []int
	for _, a := range came {
		if a.WalkIn {
			h.Arrivals++
			if a.Minutes > 0 {
				spent = append(spent, a.Minutes)
			}
		}
	}
	h.Known, h.Typical = len(spent), median(spent)
	zone := h.Site.Location()
	var parts [21][]Sitting
	var last, began [21]time.Time
	for _, a := range came {
		if !a.WalkIn {
			continue
		}
		if a.Minutes <= 0 {
			a.Minutes = h.Typical
		}
		at := a.At.In(zone)
		i := bits.TrailingZeros32(uint32(daypart.At(at.Weekday(), at.Hour()*60+at.Minute())))
		if day := days.Of(at, zone); !last[i].Equal(day) {
			parts[i], last[i], began[i] = append(parts[i], nil), day, a.At
		}
		sitting := &parts[i][len(parts[i])-1]
		*sitting = append(*sitting, Came{a.At.Sub(began[i]), time.Duration(a.Minutes) * time.Minute})
	}
	open := openAt(h.Site)
	for i, sittings := range parts {
		p := Part{Part: 1 << i, Days: len(sittings), Verdict: TooFew}
		for _, s := range sittings {
			p.Arrivals += len(s)
		}
		if p.Arrivals == 0 && open&p.Part == 0 {
			continue
		}
		if p.Arrivals >= leastCame && p.Days >= leastDays && h.Known >= leastMinutes {
			p.Needed, p.Shares = needed(sittings, Most)
		}
		h.Parts = append(h.Parts, p)
	}
}

// openAt are the parts of the week in which a site is open; none where its hours are not known.
func openAt(s model.Site) (out model.DayParts) {
	for _, of := range s.Hours {
		out |= daypart.Between(of.Day, of.From, of.To)
	}
	return out
}

// roster counts who is there.
func (h *Hands) roster(people []model.Person, today time.Time) {
	open := openAt(h.Site)
	for i := range h.Parts {
		p := &h.Parts[i]
		for _, who := range people {
			switch {
			case who.Archived || who.Site != h.Site.ID:
			case who.Has(model.RoleDesk):
				if open == 0 || open&p.Part != 0 {
					p.Staff++
				}
			case who.Has(model.RoleStudent) && who.Study.At(today) == model.StudyActive && who.Study.Begun(today) && who.Study.DayParts&p.Part != 0:
				p.Students++
			}
		}
		switch {
		case p.Needed == 0:
		case p.Rostered() < p.Needed:
			p.Verdict = Short
		default:
			p.Verdict = Enough
		}
	}
}

// At is the part of the list that a moment lies in; ok is false where it is not listed.
func (h *Hands) At(part model.DayParts) (p Part, ok bool) {
	for _, p := range h.Parts {
		if p.Part == part {
			return p, true
		}
	}
	return p, false
}
