package value

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/fault"
)

// TestAmounts: as people and spreadsheets write them.
func TestAmounts(t *testing.T) {
	for text, want := range map[string]Cents{
		"12": 1200, "12,5": 1250, "12.50": 1250, "12,50": 1250, " € 12,50 ": 1250, "€12.5": 1250, "EUR 12,50": 1250, "12,50 euro": 1250, "12,50€": 1250, "12,-": 1200, "€ 12,--": 1200,
		"1.250,00": 125_000, "1,250.00": 125_000, "1 250": 125_000, "1\u00a0250,50": 125_050, "1.000.000": 100_000_000, "1000000": 100_000_000, "0": 0, "0,01": 1, "007,10": 710,
		"1250": 125_000, "12 345,6": 1_234_560,
	} {
		if got, err := ParseCents(text); err != nil || got != want {
			t.Errorf("%q is %s, %v; want %s", text, got, err, want)
		}
	}
	for text, code := range map[string]string{
		"12,50 %": "price-percent", "12.5%": "price-percent", "5 procent": "price-percent", "5 Percent": "price-percent", "5‰": "price-percent", "-1": "price-negative", "€ -1": "price-negative", "−3": "price-negative",
		"1.250": "price-either", "1,250": "price-either", "12,345": "price-either", "0,1234": "price-cents", "1.234,567": "price-cents", "": "price-empty", " \t": "price-empty", "€": "price-form", "tien": "price-form", "12 50": "price-form",
		"12,": "price-form", ",50": "price-form", "1,2,3": "price-form", "1.25.00": "price-form", "1e3": "price-form", "12;50": "price-form", "1.250.000": "price-most", "1000000,01": "price-most", "99999999999999999999": "price-most",
		"12345.678,00": "price-form", "12,5-": "price-form", "٣": "price-form",
	} {
		got, err := ParseCents(text)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Msg != code || got != 0 {
			t.Errorf("%q is %s, %v; want %s", text, got, err, code)
		}
	}
}

// TestAnAmountIsReadAsItIsWritten: with a point and with a comma, with and without signs for thousands.
func TestAnAmountIsReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Cents(rapid.Int64Range(0, int64(mostCents)).Draw(t, "cents"))
		text := want.String()
		whole, part := text[:len(text)-3], text[len(text)-2:]
		grouped := whole
		for i := len(whole) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + "." + grouped[i:]
		}
		for _, form := range []string{text, whole + "," + part, "€ " + grouped + "," + part} {
			if got, err := ParseCents(form); err != nil || got != want {
				t.Fatalf("%q is %s, %v", form, got, err)
			}
		}
	})
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]string{"Uur": Hour, " hours ": Hour, "HOUR": Hour, "hulpvragen": Request, "Bezoek": Visit, " een  workshop ": "een workshop"} {
		if got := UnitOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestWhichPriceCounts: of each unit that of the latest year up to the one that is asked for; the earliest where all are later.
func TestWhichPriceCounts(t *testing.T) {
	prices := []Price{{Unit: Hour, Year: 2026}, {Unit: Hour, Year: 2024}, {Unit: Visit, Year: 2027}, {Unit: Visit, Year: 2026}, {Unit: "x", Year: 2020, Base: 1}, {Unit: "X", Year: 2020, Base: 2}}
	for year, want := range map[int][3]int{2023: {2024, 2026, 2020}, 2025: {2024, 2026, 2020}, 2026: {2026, 2026, 2020}, 2030: {2026, 2027, 2020}} {
		got := For(prices, year)
		if len(got) != 3 || got[0].Year != want[0] || got[1].Year != want[1] || got[2].Year != want[2] || got[2].Base != 1 {
			t.Errorf("in %d: %+v", year, got)
		}
	}
	if len(For(nil, 2026)) != 0 {
		t.Error("no price counts where there is none")
	}
}

func TestNamed(t *testing.T) {
	prices := []Price{{Unit: Hour, Year: 2026}, {Unit: Hour, Year: 2024}, {Unit: "Workshop"}}
	prices[0].ID[0] = 7
	for name, n := range map[string]int{"uur": 2, "workshop": 1, prices[0].ID.String(): 1} {
		if got, err := Named(prices, name); err != nil || len(got) != n {
			t.Errorf("%q: %v %v", name, got, err)
		}
	}
	if _, err := Named(prices, "niets"); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func FuzzParseCents(f *testing.F) {
	for _, s := range []string{"12,50", "€ 1.250,00", "12 %", "1 250", "1.250", "-1", "12,-", "\u00a0", "٣,٥", "1\u202f000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseCents(text)
		if got < 0 || got > mostCents || err != nil && got != 0 {
			t.Fatalf("%q is %d, %v", text, got, err)
		}
		if err == nil {
			if again, err := ParseCents(got.String()); err != nil || again != got {
				t.Fatalf("%q is %s, and that %s, %v", text, got, again, err)
			}
		}
	})
}
