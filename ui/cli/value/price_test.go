package value_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type price struct {
	ID, Unit, Source, Date string
	Low, Base, High        float64
	Year                   int
}

// TestPrices: added, listed, changed and removed, in either language; what is no amount is told so, and nothing is kept of it.
func TestPrices(t *testing.T) {
	b := clitest.School(t)
	if all := clitest.JSON[[]price](b, "value", "price", "list"); all == nil || len(all) != 0 {
		t.Fatalf("%+v", all)
	}
	if out, _ := b.Do(command.Done, "value", "price", "list", "--lang", "nl"); !strings.Contains(out, "leerbalie value price add") {
		t.Errorf("%q", out)
	}
	p := clitest.JSON[price](b, "value", "price", "add", "uur", "--low", "25", "--base", "37,50", "--high", "€ 1.250,00", "--source", "Handreiking", "--year", "2026")
	if p.Unit != "hour" || p.Low != 25 || p.Base != 37.5 || p.High != 1250 || p.Source != "Handreiking" || p.Year != 2026 || p.Date == "" || p.ID == "" {
		t.Errorf("%+v", p)
	}
	for _, wrong := range [][]string{{"--base", "12,50 %", "--source", "x"}, {"--base", "1.250", "--source", "x"}, {"--base", "5"}, {"--base", "5", "--low", "6", "--source", "x"}, {"--base", "5", "--year", "1066", "--source", "x"}} {
		if _, said := b.Do(command.CouldNot, append([]string{"value", "price", "add", "visit"}, wrong...)...); said == "" {
			t.Errorf("%q: nothing is said", wrong)
		}
	}
	b.Do(command.Misused, "value", "price", "add", "visit", "--source", "x")
	if _, said := b.Do(command.CouldNot, "value", "price", "add", "hour", "--base", "1", "--source", "x", "--year", "2026", "--lang", "nl"); !strings.Contains(said, "al een prijs") {
		t.Errorf("%q", said)
	}
	b.Do(command.Done, "value", "price", "add", "hour", "--base", "30", "--source", "x", "--year", "2025")
	b.Do(command.Misused, "value", "price", "remove", "hour")
	if p = clitest.JSON[price](b, "value", "price", "edit", p.ID, "--base", "40"); p.Base != 40 || p.Low != 25 {
		t.Errorf("%+v", p)
	}
	if out, _ := b.Do(command.Done, "value", "price", "list", "--lang", "nl"); !strings.Contains(out, "€ 1.250,00") || !strings.Contains(out, "uur") {
		t.Errorf("%s", out)
	}
	if out, _ := b.Do(command.Done, "value", "price", "list", "--lang", "en"); !strings.Contains(out, "€1,250.00") || !strings.Contains(out, "hour") {
		t.Errorf("%s", out)
	}
	b.Do(command.Done, "value", "price", "remove", p.ID)
	b.Do(command.Done, "value", "price", "remove", "Uren")
	b.Do(command.CouldNot, "value", "price", "remove", "hour")
	b.In = "unit;base\nvisit;1\n"
	b.Do(command.Done, "value", "price", "import", "-")
	if all := clitest.JSON[[]price](b, "value", "price", "list"); len(all) != 1 || all[0].Unit != "visit" {
		t.Errorf("%+v", all)
	}
}
