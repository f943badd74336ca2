package overview

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Period is some days of the calendar of a site, both ends among them, at midnight UTC.
type Period struct{ From, Until time.Time }

// Check refuses a period that ends before it begins. Errors: Invalid.
func (p Period) Check() error {
	if p.Until.Before(p.From) {
		return fault.New(fault.Invalid, "period-backwards", "from", p.From.Format(time.DateOnly), "until", p.Until.Format(time.DateOnly))
	}
	return nil
}

// Days counts the days of a period.
func (p Period) Days() int { return days.Between(p.From, p.Until) + 1 }

// bounds are the moments at which a period begins and ends at a place; the latter is not part of it.
func (p Period) bounds(zone *time.Location) (from, to time.Time) {
	return days.Start(p.From, zone), days.Start(p.Until.AddDate(0, 0, 1), zone)
}

// Figures are what a site did in a period, and what waits there now.
type Figures struct {
	Site   model.Site
	Period Period
	Counts desk.Counts // now

	CameIn      int
	Handled     int // closed in the period; what follows is of those
	Minutes     int // that were spent on them, at any time
	WithStudent int // with a student among those who handled it

	// By what was handled, the most first. The code "" stands for those of which it is not known.
	ByTheme, ByChannel, ByOutcome, ByLifeDomain, ByLanguage, ByUrgency, BySupervision, ByWhereFound, ByAgeBand []Tally
	ByNeighbourhood                                                                                            []Tally // as it was filled in
	ByPostcode                                                                                                 []Tally // the four digits of the resident's postcode
	ByTag                                                                                                      []Tally // a request counts under each of its tags
	ByHands                                                                                                    []Hands
	CameInByTheme                                                                                              []Tally // Handled is how many came in; no minutes

	Referrals []Referred

	Waited  Waits // of those that were handled, from coming in to the first claim, or to closing where there is none; parked time left out
	Parked  Waits // of those of them that were parked, how long they were
	Waiting Waits // of those that wait now, from when they came in to the moment that was asked for

	Week Week
}

// Tally is one line of a count.
type Tally struct {
	Code             string
	Handled, Minutes int
}

// Hands is what the same people handled together.
type Hands struct {
	People           []journal.ID // none: nobody took it up
	Handled, Minutes int
}

// Referred is what came of the referrals to one organisation.
type Referred struct {
	To      string
	N       int
	ByState []Tally // by the codes of desk.ReferralState, in their order; those that are none left out
}

// Week is what came in by the hour of the clock, from Sunday on, as time.Weekday counts.
type Week [7][24]struct {
	CameIn int
	Late   int // of those, how many waited longer than LateAfter minutes until somebody took them up
}

// siteDims are what ReadFigures asks for.
const siteDims = "abchwpABCDEFGHIJKLMN"

// ReadFigures reads what the session's site did in a period. Errors: Refused; Invalid for a period that ends before it begins.
func ReadFigures(ctx context.Context, session *model.Session, p Period, now time.Time) (f Figures, err error) {
	if err := p.Check(); err != nil {
		return f, err
	}
	if f.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return f, err
	}
	students, err := studentsOf(ctx, session)
	if err != nil {
		return f, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		from, to := p.bounds(f.Site.Location())
		g := gathered{zone: zoneOf(f.Site.Location())}
		if err := eachCount(tx, CountQuery{Site: f.Site.ID, From: from, To: to, Dims: siteDims}, g.add); err != nil {
			return err
		}
		g.into(&f, students)
		f.Period = p
		return waitingNow(tx, &f, now)
	})
	return f, err
}

// gathered is what was counted in a period.
type gathered struct {
	sums
	zone           zone
	waited, parked minutesOf
	week           Week
}

func (g *gathered) add(c Count) {
	switch c.Dim {
	case DimWait:
		g.waited.add(c.Minutes, c.N)
	case DimParked:
		g.parked.add(c.Minutes, c.N)
	case DimCame, DimLate:
		at := g.zone.at(c.At)
		hour := &g.week[at.Weekday()][at.Hour()]
		if c.Dim == DimLate {
			hour.Late += c.N
			return
		}
		hour.CameIn += c.N
		g.sums.add(c)
	default:
		g.sums.add(c)
	}
}

// zone is the clock of a place, which remembers how far it is ahead: asking that anew for each quarter of a year takes long.
type zone struct {
	*time.Location
	from, to time.Time
	ahead    time.Duration
}

func zoneOf(l *time.Location) zone { return zone{Location: l} }

// at is a moment as the clock shows it, in UTC.
func (z *zone) at(t time.Time) time.Time {
	if z.to.IsZero() || t.Before(z.from) || !t.Before(z.to) {
		local := t.In(z.Location)
		_, seconds := local.Zone()
		z.ahead = time.Duration(seconds) * time.Second
		if z.from, z.to = local.ZoneBounds(); z.to.IsZero() {
			z.to = t.AddDate(1, 0, 0)
		}
	}
	return t.UTC().Add(z.ahead)
}

func (g *gathered) into(f *Figures, students map[journal.ID]bool) {
	total := func(d Dim) (t Tally) {
		for _, x := range g.sums[d] {
			t.Handled, t.Minutes = t.Handled+x.Handled, t.Minutes+x.Minutes
		}
		return t
	}
	f.CameIn = total(DimCame).Handled
	all := total(DimHandled)
	f.Handled, f.Minutes = all.Handled, all.Minutes
	for d, to := range map[Dim]*[]Tally{DimTheme: &f.ByTheme, DimChannel: &f.ByChannel, DimOutcome: &f.ByOutcome, DimLifeDomain: &f.ByLifeDomain, DimLanguage: &f.ByLanguage,
		DimUrgency: &f.ByUrgency, DimSupervision: &f.BySupervision, DimWhereFound: &f.ByWhereFound, DimAgeBand: &f.ByAgeBand, DimNeighbourhood: &f.ByNeighbourhood,
		DimPostcode: &f.ByPostcode, DimTag: &f.ByTag, DimCameFor: &f.CameInByTheme} {
		*to = sorted(g.sums[d])
	}
	for _, t := range sorted(g.sums[DimHands]) {
		h := Hands{peopleOf(t.Code), t.Handled, t.Minutes}
		if slices.ContainsFunc(h.People, func(id journal.ID) bool { return students[id] }) {
			f.WithStudent += h.Handled
		}
		f.ByHands = append(f.ByHands, h)
	}
	f.Referrals = referred(g.sums[DimReferral])
	f.Waited, f.Parked, f.Week = g.waited.waits(), g.parked.waits(), g.week
}

// sorted are tallies that are not empty, the most first.
func sorted(of map[string]*Tally) []Tally {
	out := make([]Tally, 0, len(of))
	for _, t := range of {
		if t.Handled != 0 || t.Minutes != 0 {
			out = append(out, *t)
		}
	}
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Or(b.Handled-a.Handled, strings.Compare(a.Code, b.Code)) })
	return out
}

// referralStates are the states of a referral, in the order in which it comes into them.
var referralStates = []desk.ReferralState{desk.ReferralProposed, desk.ReferralSent, desk.ReferralAccepted, desk.ReferralDeclined, desk.ReferralDone, desk.ReferralWithdrawn}

func referred(of map[string]*Tally) (out []Referred) {
	by := map[string]map[string]int{}
	for _, t := range of {
		to, state, _ := strings.Cut(t.Code, "\x00")
		if by[to] == nil {
			by[to] = map[string]int{}
		}
		by[to][state] += t.Handled
	}
	for to, states := range by {
		r := Referred{To: to}
		for _, s := range referralStates {
			if n := states[string(s)]; n > 0 {
				r.N += n
				r.ByState = append(r.ByState, Tally{Code: string(s), Handled: n})
			}
		}
		if r.N > 0 {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Referred) int { return cmp.Or(b.N-a.N, strings.Compare(a.To, b.To)) })
	return out
}
