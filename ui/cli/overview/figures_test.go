package overview_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestThreeRequestsTellNothing: a site with three requests draws no line, in either language.
func TestThreeRequestsTellNothing(t *testing.T) {
	b := clitest.New(t)
	lead := b.Session("Samira")
	for range 3 {
		if _, err := lead.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag", Theme: "poverty", Channel: "desk"}}); err != nil {
			t.Fatal(err)
		}
	}
	signals := clitest.JSON[[]struct {
		Theme, Verdict       string
		Weeks, Cases, Before int
		P                    float64
	}](b, "report", "signals")
	if len(signals) != 1 || signals[0].Theme != "poverty" || signals[0].Verdict != "too_few" || signals[0].Weeks != 4 || signals[0].Cases != 3 || signals[0].Before != 0 || signals[0].P != 1 {
		t.Errorf("%+v", signals)
	}
	hands := clitest.JSON[[]struct {
		Daypart, Verdict            string
		Arrivals, Rostered, Student int
		Needed                      *int
		With                        []struct{ People, Within int }
	}](b, "report", "hands")
	of := 0
	for _, p := range hands {
		if of += p.Arrivals; p.Verdict != "too_few" || p.Needed != nil || p.With == nil || len(p.With) != 0 || !strings.Contains(p.Daypart, "-") {
			t.Errorf("%+v", p)
		}
	}
	if of != 3 {
		t.Errorf("%d walked in: %+v", of, hands)
	}
	for lang, words := range map[string][2]string{"nl": {"te weinig om te zeggen", "Aangenomen is"}, "en": {"too few to tell", "What is assumed"}} {
		if out, _ := b.Do(command.Done, "report", "signals", "--lang", lang); !strings.Contains(out, words[0]) {
			t.Errorf("%s", out)
		}
		if out, _ := b.Do(command.Done, "report", "hands", "--lang", lang); !strings.Contains(out, words[0]) || !strings.Contains(out, words[1]) || strings.Contains(out, "%") {
			t.Errorf("%s", out)
		}
	}
}

// TestWhatTheWorkIsWorth: from the store to the sheet, by hand: two requests with 50 and 50 minutes are 1.67 hours; a period that ends before it
// begins is refused.
func TestWhatTheWorkIsWorth(t *testing.T) {
	b := clitest.New(t)
	lead := b.Session("Samira")
	for range 2 {
		r, err := lead.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag", Channel: "desk"}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := lead.Do(t.Context(), desk.ClaimRequest{ID: r.Entity}, desk.CloseRequest{ID: r.Entity, Outcome: "direct", Minutes: 50}); err != nil {
			t.Fatal(err)
		}
	}
	b.Must("value", "price", "add", "hour", "--low", "25", "--base", "37.55", "--high", "50.01", "--source", "Handreiking", "--year", "2026")
	b.Must("value", "price", "add", "workshop", "--base", "100", "--source", "x", "--year", "2026")
	type line struct {
		Unit, Source                                                 string
		Quantity, Price_Low, Price_Base, Price_High, Low, Base, High float64 //nolint:revive // as in the JSON
		Counted                                                      bool
		Year                                                         int
	}
	type sheet struct {
		Lines           []line
		Low, Base, High float64
	}
	s := clitest.JSON[sheet](b, "report", "value")
	want := line{"hour", "Handreiking", 1.67, 25, 37.55, 50.01, 41.75, 62.71, 83.52, true, 2026}
	if len(s.Lines) != 2 || s.Lines[0] != want || s.Lines[1].Counted || s.Lines[1].Low != 0 || s.Low != 41.75 || s.Base != 62.71 || s.High != 83.52 {
		t.Errorf("%+v", s)
	}
	before := clitest.Now().AddDate(-1, 0, 0).Format(time.DateOnly)
	if s = clitest.JSON[sheet](b, "report", "value", "--since", before, "--until", before); s.Lines[0].Quantity != 0 || s.Low != 0 {
		t.Errorf("%+v", s)
	}
	if out, _ := b.Do(command.Done, "report", "value", "--lang", "nl"); !strings.Contains(out, "€ 62,71") || !strings.Contains(out, "1,67") || !strings.Contains(out, "2,80 per euro (Dordrecht, 2014)") ||
		!strings.Contains(out, "\"workshop\"") {
		t.Errorf("%s", out)
	}
	if _, said := b.Do(command.CouldNot, "report", "value", "--since", "2026-12-01", "--until", "2026-11-01"); said == "" {
		t.Error("nothing is said of a period that ends before it begins")
	}
}
