// Package worth is the value sheet of a site: what it did in a period, counted, times the prices that somebody entered for it, low, base
// and high. Nothing is multiplied that has no price of its own, and nothing is estimated.
package worth

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/model/value"
	"leerbalie/model/visits"
)

// What others said once that such work gives for each euro that it costs: a line to lay beside the sheet, which nothing is multiplied by.
// It is what a study of social work in Dordrecht came to in 2014.
const (
	ReferencePerEuro value.Cents = 280
	ReferencePlace               = "Dordrecht"
	ReferenceYear                = 2014
)

// Line is one price and what there was of it.
type Line struct {
	Price           value.Price
	Known           bool  // the store counts this unit
	Quantity        int64 // hundredths of it: 150 is an hour and a half
	Low, Base, High value.Cents
}

// Sheet is what a site did in a period, in euros.
type Sheet struct {
	Site   model.Site
	Period overview.Period

	Minutes  int // of requests that were handled in the period, and of visits in it, of all who worked on them together
	Requests int // handled
	Visits   int // done

	Lines           []Line // of each unit that has a price, in the order of value.Read
	Low, Base, High value.Cents
	Twice           bool // hours have a price, and requests, visits, themes or tags as well: the sum has the same work in it twice
}

// Read reads the value sheet of the session's site. Of each unit the price counts of the latest year up to that in which the period ends.
// Hours are rounded to hundredths, half a hundredth up, and each amount is what stands there times the price, rounded to the cent, half a
// cent up; the sums are those of the lines. A unit of one's own is counted where it is called as a result tag or a theme of the site.
// Errors: Refused; Invalid for a period that ends before it begins.
func Read(ctx context.Context, session *model.Session, p overview.Period, now time.Time) (s Sheet, err error) {
	f, err := overview.ReadFigures(ctx, session, p, now)
	if err != nil {
		return s, err
	}
	s = Sheet{Site: f.Site, Period: p, Minutes: f.Minutes, Requests: f.Handled}
	went, err := visits.ReadCounts(ctx, session, p.From, p.Until)
	if err != nil {
		return s, err
	}
	s.Visits, s.Minutes = went.Done, s.Minutes+went.Minutes
	prices, err := value.Read(ctx, session)
	if err != nil {
		return s, err
	}
	s.multiply(value.For(prices, p.Until.Year()), &f)
	return s, nil
}

// multiply fills in the lines and what they come to.
func (s *Sheet) multiply(prices []value.Price, f *overview.Figures) {
	there := map[string]bool{} // units of which there was something; "" for those of one's own
	for _, p := range prices {
		l := Line{Price: p}
		l.Quantity, l.Known = s.quantity(p.Unit, f)
		l.Low, l.Base, l.High = p.Low.Times(l.Quantity), p.Base.Times(l.Quantity), p.High.Times(l.Quantity)
		s.Low, s.Base, s.High = s.Low+l.Low, s.Base+l.Base, s.High+l.High
		s.Lines = append(s.Lines, l)
		if l.Quantity > 0 {
			s.Twice = s.Twice || there[""] // two of one's own may be about the same requests
			there[own(p.Unit)] = true
		}
	}
	s.Twice = s.Twice || there[value.Hour] && len(there) > 1 || there[value.Request] && there[""]
}

// own is a unit that the store counts, or "" for one of one's own.
func own(unit string) string {
	switch unit {
	case value.Hour, value.Request, value.Visit:
		return unit
	}
	return ""
}

// quantity is how much there was of a unit, in hundredths.
func (s *Sheet) quantity(unit string, f *overview.Figures) (hundredths int64, known bool) {
	switch unit {
	case value.Hour:
		return (int64(s.Minutes)*100 + 30) / 60, true
	case value.Request:
		return int64(s.Requests) * 100, true
	case value.Visit:
		return int64(s.Visits) * 100, true
	}
	for _, in := range []struct {
		codes   model.Codes
		tallies []overview.Tally
	}{{s.Site.Tags, f.ByTag}, {s.Site.ThemeCodes(), f.ByTheme}} {
		code, ok := in.codes.Find(unit)
		if !ok {
			continue
		}
		for _, t := range in.tallies {
			if t.Code == code.Code {
				hundredths = int64(t.Handled) * 100
			}
		}
		return hundredths, true
	}
	return 0, false
}
