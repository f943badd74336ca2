package overview

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// By is by what a series is cut.
type By string

// What a series is cut by. Weeks begin on Monday.
const (
	ByDay   By = "day"
	ByWeek  By = "week"
	ByMonth By = "month"
)

// start is the first day of the part in which a day lies.
func (b By) start(day time.Time) time.Time {
	switch b {
	case ByWeek:
		return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	case ByMonth:
		return day.AddDate(0, 0, 1-day.Day())
	}
	return day
}

// next is the first day of the part after the one that begins on a day.
func (b By) next(day time.Time) time.Time {
	switch b {
	case ByWeek:
		return day.AddDate(0, 0, 7)
	case ByMonth:
		return day.AddDate(0, 1, 0)
	}
	return day.AddDate(0, 0, 1)
}

// Point is one part of a series: as much of a day, a week or a month as lies in the period.
type Point struct {
	From, Until              time.Time // days, as in Period
	CameIn, Handled, Minutes int
}

// ReadSeries reads what the session's site did day by day, week by week or month by month of a period; parts in which nothing was done are
// among them. Errors: Refused; Invalid for a period that ends before it begins, and for what no series is cut by.
func ReadSeries(ctx context.Context, session *model.Session, p Period, by By) (out []Point, err error) {
	if out, err = p.Cut(by); err != nil {
		return nil, err
	}
	at := make([]int, p.Days()) // the part of each day
	for i := range at {
		for at[i] = at[max(i-1, 0)]; out[at[i]].Until.Before(p.From.AddDate(0, 0, i)); at[i]++ {
		}
	}
	err = byDay(ctx, session, p, CountQuery{Dims: string([]byte{byte(DimCame), byte(DimHandled)})}, func(day int, c Count) {
		to := &out[at[day]]
		if c.Dim == DimCame {
			to.CameIn += c.N
			return
		}
		to.Handled, to.Minutes = to.Handled+c.N, to.Minutes+c.Minutes
	})
	return out, err
}

// Cut is the parts of a period, with nothing in them yet. Errors: Invalid, as for ReadSeries.
func (p Period) Cut(by By) (out []Point, err error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if by != ByDay && by != ByWeek && by != ByMonth {
		return nil, fault.New(fault.Invalid, "series-by", "by", string(by))
	}
	for day := by.start(p.From); !day.After(p.Until); day = by.next(day) {
		until := by.next(day).AddDate(0, 0, -1)
		if until.After(p.Until) {
			until = p.Until
		}
		if day.Before(p.From) {
			out = append(out, Point{From: p.From, Until: until})
			continue
		}
		out = append(out, Point{From: day, Until: until})
	}
	return out, nil
}

// byDay visits what counts in a period with the day of it, by the calendar of the session's site.
func byDay(ctx context.Context, session *model.Session, p Period, q CountQuery, visit func(day int, c Count)) error {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return err
	}
	return session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		z := zoneOf(site.Location())
		q.Site = site.ID
		q.From, q.To = p.bounds(site.Location())
		first := p.From.Unix() / (24 * 60 * 60)
		return eachCount(tx, q, func(c Count) {
			day := int(z.at(c.At).Unix()/(24*60*60) - first)
			visit(min(max(day, 0), p.Days()-1), c)
		})
	})
}

// ThemeDays is how many requests of a theme came in on each day of a period.
type ThemeDays struct {
	Theme  string
	CameIn []int // from the period's first day on
}

// ReadThemesByDay reads how many requests came in at the session's site on each day of a period, by theme, in the order of their codes.
// Errors: Refused; Invalid for a period that ends before it begins.
func ReadThemesByDay(ctx context.Context, session *model.Session, p Period) (out []ThemeDays, err error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	by := map[string][]int{}
	err = byDay(ctx, session, p, CountQuery{Dims: string([]byte{byte(DimCameFor)}), Fine: true}, func(day int, c Count) {
		of := by[string(c.Code)]
		if of == nil {
			of = make([]int, p.Days())
			by[string(c.Code)] = of
		}
		of[day] += c.N
	})
	for theme, of := range by {
		if slices.ContainsFunc(of, func(n int) bool { return n != 0 }) {
			out = append(out, ThemeDays{theme, of})
		}
	}
	slices.SortFunc(out, func(a, b ThemeDays) int { return strings.Compare(a.Theme, b.Theme) })
	return out, err
}

// ReadArrivals reads who came in at the session's site in some weeks up to a moment, by the day of its calendar on which the first of these
// weeks began, with how long each kept somebody; the first to come in first. Errors: Refused.
func ReadArrivals(ctx context.Context, session *model.Session, weeks int, until time.Time) (out []Arrival, err error) {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return nil, err
	}
	from := days.Add(days.Midnight(until, site.Location()), -7*weeks, site.Location())
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		q := CountQuery{Site: site.ID, From: from, To: until.Add(Step), Dims: string([]byte{byte(DimArrival)}), Fine: true}
		return IndexOf(tx).EachCount(q, func(c Count) {
			a, ok := unpack(string(c.Code))
			if !ok || !c.At.Before(until) {
				return
			}
			a.At = c.At
			for range c.N {
				out = append(out, a)
			}
		})
	})
	slices.SortFunc(out, func(a, b Arrival) int {
		if c := cmp.Compare(a.At.Unix(), b.At.Unix()); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.Waited, b.Waited), cmp.Compare(a.Held, b.Held), cmp.Compare(a.Minutes, b.Minutes), strings.Compare(a.pack(), b.pack()))
	})
	return out, err
}
