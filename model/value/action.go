package value

import (
	"strings"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The most that is kept of one price, in characters, and the first year that can be one of prices.
const (
	mostUnit   = 60
	mostSource = 300
	firstYear  = 1990
)

// Add puts a price on the list.
type Add struct{ Price Price }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-price-add" }

// Do adds the price; without a date it is of today, without a year of this one. Errors: Invalid for a missing unit or source, amounts that
// do not go up from low to high, a year or a day that cannot be, a citizen service number; Conflict where the unit has a price of that
// year; Refused for who may not.
func (a Add) Do(d *model.Doing) error {
	p := a.Price
	if err := keepable(d, &p); err != nil {
		return err
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	d.Made(id, "")
	return d.Set(KindPrice, id, journal.Organisation(), numbered().Values(&p))
}

// Edit alters a price as a form that was filled in with it.
type Edit struct{ Price Price }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-price-edit" }

// Do writes what differs. Errors: NotFound; those of Add.
func (a Edit) Do(d *model.Doing) error {
	now, err := meant(d, a.Price.ID)
	if err != nil {
		return err
	}
	p := a.Price
	if err := keepable(d, &p); err != nil {
		return err
	}
	d.About(now.ID, "")
	return d.SetFrom(a.Price.seen, KindPrice, now.ID, journal.Organisation(), numbered().Values(&p))
}

// Remove takes a price off the list.
type Remove struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Remove) Name() string { return "act-price-remove" }

// Do archives the price. Errors: NotFound; Refused for who may not.
func (a Remove) Do(d *model.Doing) error {
	p, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	d.About(p.ID, "")
	return d.Set(KindPrice, p.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// keepable checks a price that is to be written, and fills in what was left out.
func keepable(d *model.Doing, p *Price) error {
	if err := d.Allowed(KindPrice, journal.Organisation()); err != nil {
		return err
	}
	p.Unit = UnitOf(p.Unit)
	p.Source = strings.Join(strings.Fields(p.Source), " ")
	if err := model.Required(&p.Unit, "price-unit"); err != nil {
		return err
	}
	if err := model.Required(&p.Source, "price-source"); err != nil {
		return err
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	if p.Date.IsZero() {
		p.Date = today
	}
	if p.Year == 0 {
		p.Year = p.Date.Year()
	}
	switch {
	case utf8.RuneCountInString(p.Unit) > mostUnit:
		return fault.New(fault.Invalid, "price-long", "field", "price-unit", "most", mostUnit)
	case utf8.RuneCountInString(p.Source) > mostSource:
		return fault.New(fault.Invalid, "price-long", "field", "price-source", "most", mostSource)
	case p.Low < 0 || p.Base < 0 || p.High < 0:
		return fault.New(fault.Invalid, "price-negative", "text", min(p.Low, p.Base, p.High))
	case p.High > mostCents:
		return fault.New(fault.Invalid, "price-most", "text", p.High)
	case p.Low > p.Base || p.Base > p.High:
		return fault.New(fault.Invalid, "price-order", "low", p.Low, "base", p.Base, "high", p.High)
	case p.High == 0:
		return fault.New(fault.Invalid, "price-nothing")
	case p.Year < firstYear || p.Year > today.Year()+1:
		return fault.New(fault.Invalid, "price-year", "year", p.Year, "from", firstYear, "to", today.Year()+1)
	}
	if err := d.Happened(p.Date, "price-date"); err != nil {
		return err
	}
	prices, err := all(d)
	if err != nil {
		return err
	}
	for _, other := range prices {
		if other.ID != p.ID && other.Year == p.Year && Same(other.Unit, p.Unit) {
			return fault.New(fault.Conflict, "price-taken", "unit", p.Unit, "year", p.Year)
		}
	}
	return nil
}

// meant reads the price that an action is about.
func meant(d *model.Doing, id journal.ID) (Price, error) {
	rec, err := d.Record(KindPrice, id)
	if err != nil {
		return Price{}, err
	}
	if rec == nil || rec.Archived() || rec.Erased || !d.Clearance().MayRead(rec.Scope()) {
		return Price{}, fault.New(fault.NotFound, "price-unknown")
	}
	return Of(rec), nil
}

// Named are the prices that an id or a unit means, of any year. Errors: NotFound.
func Named(prices []Price, name string) (out []Price, err error) {
	for _, p := range prices {
		if p.ID.String() == name {
			return []Price{p}, nil
		}
		if Same(p.Unit, UnitOf(name)) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.NotFound, "price-none", "name", name)
	}
	return out, nil
}
