package worth

import (
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/model/value"
)

func price(unit string, low, base, high value.Cents) value.Price {
	return value.Price{Unit: unit, Low: low, Base: base, High: high, Source: "bron", Year: 2026}
}

func site() model.Site {
	return model.Site{Tags: model.Codes{{Code: "regeling", Labels: model.Labels{"nl": "Regeling aangevraagd"}}}, Themes: model.Codes{{Code: "schulden"}}}
}

// TestASheetByHand: worked out on paper. 100 minutes are 1.67 hours; 1.67 × 37.55 is 62.7085, so 62.71; 1.67 × 25.00 is 41.75; 1.67 × 50.01 is
// 83.5167, so 83.52.
func TestASheetByHand(t *testing.T) {
	s := Sheet{Site: site(), Minutes: 100, Requests: 3, Visits: 2}
	s.multiply([]value.Price{price("hour", 2500, 3755, 5001), price("request", 1000, 1000, 1250), price("regeling aangevraagd", 0, 10000, 20000), price("workshop", 1, 2, 3), price("schulden", 1, 1, 1)},
		&overview.Figures{ByTag: []overview.Tally{{Code: "regeling", Handled: 2}, {Code: "anders", Handled: 9}}})
	for i, want := range []struct {
		quantity        int64
		known           bool
		low, base, high string
	}{{167, true, "41.75", "62.71", "83.52"}, {300, true, "30.00", "30.00", "37.50"}, {200, true, "0.00", "200.00", "400.00"}, {0, false, "0.00", "0.00", "0.00"}, {0, true, "0.00", "0.00", "0.00"}} {
		l := s.Lines[i]
		if l.Quantity != want.quantity || l.Known != want.known || l.Low.String() != want.low || l.Base.String() != want.base || l.High.String() != want.high {
			t.Errorf("%s: %+v, want %+v", l.Price.Unit, l, want)
		}
	}
	if s.Low.String() != "71.75" || s.Base.String() != "292.71" || s.High.String() != "521.02" || !s.Twice {
		t.Errorf("%s %s %s %v", s.Low, s.Base, s.High, s.Twice)
	}
}

// TestWhatIsCountedTwice: hours with anything else, requests with what is a part of them; not requests and visits, and not what there was nothing of.
func TestWhatIsCountedTwice(t *testing.T) {
	for _, c := range []struct {
		minutes, requests, visits, tagged int
		units                             []string
		want                              bool
	}{
		{60, 1, 1, 1, []string{"hour"}, false}, {60, 1, 1, 1, []string{"hour", "visit"}, true}, {60, 1, 0, 0, []string{"hour", "visit"}, false},
		{60, 1, 1, 1, []string{"request", "visit"}, false}, {60, 1, 1, 1, []string{"request", "regeling"}, true}, {60, 1, 1, 0, []string{"request", "regeling"}, false},
		{60, 1, 1, 1, []string{"visit", "regeling"}, false}, {60, 1, 1, 1, []string{"regeling", "schulden"}, true}, {60, 1, 1, 1, nil, false},
	} {
		s := Sheet{Site: site(), Minutes: c.minutes, Requests: c.requests, Visits: c.visits}
		var prices []value.Price
		for _, u := range c.units {
			prices = append(prices, price(u, 1, 1, 1))
		}
		s.multiply(prices, &overview.Figures{ByTag: []overview.Tally{{Code: "regeling", Handled: c.tagged}}, ByTheme: []overview.Tally{{Code: "schulden", Handled: 1}}})
		if s.Twice != c.want {
			t.Errorf("%+v: %v", c, s.Twice)
		}
	}
}

// TestASheetAddsUp: the sums are those of the lines, low is never above base, and no amount is off by more than half a cent.
func TestASheetAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Sheet{Site: site(), Minutes: rapid.IntRange(0, 10_000_000).Draw(t, "minutes"), Requests: rapid.IntRange(0, 1_000_000).Draw(t, "requests")}
		var prices []value.Price
		for _, unit := range []string{"hour", "request", "visit"} {
			low := value.Cents(rapid.Int64Range(0, 1_000_000).Draw(t, "low"))
			base := low + value.Cents(rapid.Int64Range(0, 1_000_000).Draw(t, "more"))
			prices = append(prices, price(unit, low, base, base+value.Cents(rapid.Int64Range(0, 1_000_000).Draw(t, "most"))))
		}
		s.multiply(prices, &overview.Figures{})
		var low, base, high value.Cents
		for _, l := range s.Lines {
			low, base, high = low+l.Low, base+l.Base, high+l.High
			if l.Low > l.Base || l.Base > l.High {
				t.Fatalf("%+v", l)
			}
			if off := int64(l.Base)*100 - int64(l.Price.Base)*l.Quantity; off > 50 || off <= -50 {
				t.Fatalf("%+v is off by %d hundredths of a cent", l, off)
			}
		}
		if low != s.Low || base != s.Base || high != s.High {
			t.Fatalf("%+v", s)
		}
		if off := s.Lines[0].Quantity*60 - int64(s.Minutes)*100; off > 30 || off <= -30 {
			t.Fatalf("%d minutes are %d hundredths of an hour", s.Minutes, s.Lines[0].Quantity)
		}
	})
}
