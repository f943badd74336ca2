package report

import (
	"strings"

	"leerbalie/model/overview/worth"
	"leerbalie/model/value"
	"leerbalie/ui/report/smallcells"
)

// euros is an amount: with its sign to read, with a comma to count, with a point for scripts.
func (m Maker) euros(c value.Cents) figure {
	return figure{m.Words.Euros(int64(c)), strings.Replace(c.String(), ".", ",", 1), c.String()}
}

// Worth is the value sheet: what there was, times its prices, low, base and high, each with where it comes from.
func (m Maker) Worth(s *worth.Sheet) Document {
	w := m.Words
	d := m.document(w.Say("value.period", "site", s.Site.Name, "from", m.day(s.Period.From), "until", m.day(s.Period.Until)))
	if len(s.Lines) == 0 {
		d.line(m.say("no-prices"))
		return d
	}
	t := m.grid("value", []string{w.Say("field.price-unit"), w.Say("value.quantity"), m.say("price-low"), m.say("price-base"), m.say("price-high"),
		w.Say("field.price-low"), w.Say("field.price-base"), w.Say("field.price-high"), w.Say("field.price-year"), w.Say("field.price-source")},
		"quantity", "price_low", "price_base", "price_high", "low", "base", "high", "year", "source")
	t.Right = []int{1, 2, 3, 4, 5, 6, 7, 8}
	hidden := false
	for _, l := range s.Lines {
		n := int(l.Quantity / 100)
		if l.Price.Unit == value.Hour { // hours are of as many requests
			n = s.Requests + s.Visits
		}
		p := l.Price
		raw := value.Cents(l.Quantity).String()
		cells := []figure{{w.Quantity(p.Unit, l.Quantity), strings.Replace(raw, ".", ",", 1), raw}, m.euros(p.Low), m.euros(p.Base), m.euros(p.High), m.euros(l.Low), m.euros(l.Base), m.euros(l.High)}
		switch {
		case !l.Known:
			cells[0], cells[4], cells[5], cells[6] = unknown(), unknown(), unknown(), unknown()
		case m.small(n):
			small := m.count(n, smallcells.Small)
			cells[0], cells[4], cells[5], cells[6] = small, m.count(0, smallcells.Beside), m.count(0, smallcells.Beside), m.count(0, smallcells.Beside)
			hidden = true
		}
		t.add(p.Unit, append(append([]figure{m.word(w.Unit(p.Unit))}, cells...), m.word(itoa(p.Year)), m.word(p.Source))...)
	}
	none := m.word("")
	total := []figure{m.word(w.Say("value.total")), none, none, none, none, m.euros(s.Low), m.euros(s.Base), m.euros(s.High), none, none}
	if hidden { // the rest of the sum would tell
		for i := 5; i < 8; i++ {
			total[i] = m.count(0, smallcells.Beside)
		}
	}
	t.add("total", total...)
	d.table(t.Table)
	for _, l := range s.Lines {
		if !l.Known {
			d.line(w.Say("value.uncounted", "unit", l.Price.Unit))
		}
	}
	if s.Twice {
		d.line(w.Say("value.twice"))
	}
	d.line(w.Say("value.rounded"))
	d.line(w.Say("value.reference", "amount", w.Euros(int64(worth.ReferencePerEuro)), "place", worth.ReferencePlace, "year", worth.ReferenceYear))
	m.hiddenLegend(&d)
	return d
}
