// Package value is the prices by which a centre says what its work is worth: of an hour, a request, a visit, or whatever somebody
// counts, each low, base and high, with where it comes from. They are entered or read from a list, and are the organisation's: everybody
// reads them, coordinators write them. What they are multiplied by is read in model/overview/worth.
package value

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// KindPrice is the kind of a price. Its number is on disk and never reused.
const KindPrice journal.Kind = 25

// The fields of a price. Numbers are on disk and never reused.
const (
	PriceUnit   journal.Field = 1
	PriceLow    journal.Field = 2
	PriceBase   journal.Field = 3
	PriceHigh   journal.Field = 4
	PriceSource journal.Field = 5
	PriceDate   journal.Field = 6
	PriceYear   journal.Field = 7
)

// Price is what one unit is said to be worth.
type Price struct {
	ID       journal.ID
	Unit     string // Hour, Request, Visit, or a word of one's own
	Low      Cents
	Base     Cents
	High     Cents
	Source   string    // who says so, and where
	Date     time.Time // when that was looked up, a calendar day
	Year     int       // whose prices they are
	Archived bool
	seen     *journal.Record // what it was read from
}

// centsField is a field that holds an amount.
func centsField(on journal.Field, name string, at func(*Price) *Cents) model.Field[Price] {
	return model.Field[Price]{On: on, Name: name, Kind: model.OfNumber, Get: func(p *Price) journal.Value { return journal.Int(int64(*at(p))) },
		Put: func(p *Price, v journal.Value) { *at(p) = Cents(v.Int()) }}
}

var priceTable = sync.OnceValue(func() model.Table[Price] {
	return model.Table[Price]{
		model.TextField(PriceUnit, "price-unit", func(p *Price) *string { return &p.Unit }),
		centsField(PriceLow, "price-low", func(p *Price) *Cents { return &p.Low }),
		centsField(PriceBase, "price-base", func(p *Price) *Cents { return &p.Base }),
		centsField(PriceHigh, "price-high", func(p *Price) *Cents { return &p.High }),
		model.TextField(PriceSource, "price-source", func(p *Price) *string { return &p.Source }),
		model.DayField(PriceDate, "price-date", func(p *Price) *time.Time { return &p.Date }),
		model.NumberField(PriceYear, "price-year", func(p *Price) *int { return &p.Year }),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Price] { return priceTable().Numbered() })

// Table is every field of a price.
func Table() model.Table[Price] { return priceTable() }

// Of reads a price from its record.
func Of(r *journal.Record) Price {
	p := Price{ID: r.ID, Archived: r.Archived(), seen: r}
	numbered().Read(&p, r)
	return p
}

// Read reads the prices, in the order of their units, the latest year of each first. Errors: Refused.
func Read(ctx context.Context, session *model.Session) (out []Price, err error) {
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Community, Part: journal.Organisation()}, func(tx model.Tx) error {
		out, err = all(tx)
		return err
	})
	slices.SortFunc(out, inOrder)
	return out, err
}

// inOrder is the order of a list: the units that the store counts, then the others by name; of one unit the latest year first.
func inOrder(a, b Price) int {
	return cmp.Or(cmp.Compare(a.place(), b.place()), cmp.Compare(plain.FoldText(a.Unit), plain.FoldText(b.Unit)), cmp.Compare(b.Year, a.Year),
		cmp.Compare(a.ID.String(), b.ID.String()))
}

func (p Price) place() int {
	if i := slices.Index(units, p.Unit); i >= 0 {
		return i
	}
	return len(units)
}

// For are the prices that count for a period which ends in a year: of each unit that of the latest year up to then, or the earliest of
// all where there is none. The prices are in the order of Read; where two have one unit and one year, the first of them counts.
func For(prices []Price, year int) (out []Price) {
	for i := 0; i < len(prices); {
		next := i + 1
		for next < len(prices) && Same(prices[next].Unit, prices[i].Unit) {
			next++
		}
		of := prices[i:next]
		at := slices.IndexFunc(of, func(p Price) bool { return p.Year <= year })
		if at < 0 {
			at = slices.IndexFunc(of, func(p Price) bool { return p.Year == of[len(of)-1].Year })
		}
		out, i = append(out, of[at]), next
	}
	return out
}

// all are the prices on the list.
func all(tx model.Tx) (out []Price, err error) {
	err = tx.Each(KindPrice, func(r *journal.Record) error {
		if p := Of(r); !p.Archived && !r.Erased {
			out = append(out, p)
		}
		return nil
	})
	return out, err
}

// Kinds are the rows of this kind. Who may write one is what the table of classes says.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindPrice, Name: "price", Class: journal.Community, Fields: numbered().Name}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindPrice {
		return priceTable().Filled()
	}
	return nil
}
