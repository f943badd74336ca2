package overview_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/upward"
	"leerbalie/model/value"
	"leerbalie/ui/say"
	"leerbalie/ui/uitest"
)

// priced is a busy day at a centre that has a price of an hour.
func priced(d *uitest.Desk, session *model.Session) journal.ID {
	busy(d, session)
	if _, err := session.DoQuietly(context.Background(), value.Add{Price: value.Price{Unit: value.Hour, Low: 2500, Base: 3750, High: 5000, Source: "Handleiding", Year: 2026}}); err != nil {
		d.T.Fatal(err)
	}
	return session.Me().ID
}

// TestTheValueSheet: what there was times the price, read as a table; a price is added, altered and taken away here, by who leads.
func TestTheValueSheet(t *testing.T) {
	d := open(t, "nl", wide(), priced, nil)
	d.Press("<shift+tab>")
	d.Shows("[Waarde]", "3,25", "€ 121,88", "Handleiding", "2,80 per euro")
	d.HearsOne(say.Text, "Eenheid: uur, Aantal: 3,25, Prijs laag: € 25,00, Prijs midden: € 37,50, Prijs hoog: € 50,00, Laag: € 81,25, Midden: € 121,88, Hoog: € 162,50, Prijspeil: 2026, Bron: Handleiding")
	d.Press("m", "uur", "<enter>", "<tab>", "<tab>", "<ctrl+u>", "40", "<ctrl+s>")
	d.Shows("€ 130,00")
	d.Press("n", "hulpvraag", "<tab>", "15 %", "<ctrl+s>")
	d.Shows("percentage")
	d.Press("<ctrl+u>", "<tab>", "10", "<tab>", "<tab>", "raming", "<ctrl+s>")
	d.Shows("hulpvraag", "€ 70,00", "hetzelfde werk dubbel")
	d.Press("<delete>", "hulpvraag", "<enter>")
	d.Hides("€ 70,00")
	d.Press("u")
	d.Shows("€ 70,00")
}

// TestOthersOnlyReadPrices: a student sees the sheet, and is told who may alter it.
func TestOthersOnlyReadPrices(t *testing.T) {
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		priced(d, session)
		return d.Ali
	}, nil)
	d.Press("<shift+tab>")
	d.Shows("€ 121,88")
	d.Press("n")
	d.Hides("Nieuwe prijs")
}

// TestWhatRisesIsSeen: a theme that comes far more often than before is a signal, with its numbers and how often it would cry wolf.
func TestWhatRisesIsSeen(t *testing.T) {
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		now := uitest.Start()
		for week := range 30 {
			for range map[bool]int{true: 6, false: 1}[week < 4] {
				at := now.AddDate(0, 0, -7*week).Add(-time.Hour)
				if _, err := session.DoQuietly(context.Background(), desk.AddRequest{Request: desk.Request{Summary: "Een vraag", Theme: "poverty", Created: at}}); err != nil {
					d.T.Fatal(err)
				}
			}
		}
		return session.Me().ID
	}, nil)
	d.Press("<shift+tab>", "<shift+tab>", "<shift+tab>")
	d.Shows("[Signalen]", "! signaal", "24 in 4 weken", "vals signaal", "▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂████")
	d.Press("<left>")
	d.Shows("te weinig om te zeggen")
	d.Hides("! signaal")
	d.Press("o")
	d.Shows("Signalen van Servicepunt Zuidwest")
}

// TestNobodyCame: there is nothing to tell of hands and signals yet, and that is said.
func TestNobodyCame(t *testing.T) {
	d := open(t, "nl", wide(), quiet, nil)
	d.Press("<tab>", "<tab>", "<tab>")
	d.Shows("nog niemand klaar")
	d.Press("<tab>")
	d.Shows("Er is niets te beoordelen")
	d.Press("<tab>")
	d.Shows("Er liep niemand binnen")
	d.Press("<tab>")
	d.Shows("nog geen prijzen")
}

// rising is a theme of which more comes in than chance explains, about which somebody sent a signal upward that was answered.
func rising(d *uitest.Desk, session *model.Session) journal.ID {
	now := uitest.Start()
	for week := range 30 {
		for range map[bool]int{true: 6, false: 1}[week < 4] {
			at := now.AddDate(0, 0, -7*week).Add(-time.Hour)
			if _, err := session.DoQuietly(context.Background(), desk.AddRequest{Request: desk.Request{Summary: "Een vraag", Theme: "poverty", Created: at}}); err != nil {
				d.T.Fatal(err)
			}
		}
	}
	return session.Me().ID
}

// TestAThemeIsSignalledUpward: its numbers go into the form of a new signal, and the page tells what came of it.
func TestAThemeIsSignalledUpward(t *testing.T) {
	d := open(t, "nl", wide(), rising, nil)
	d.Press("<shift+tab>", "<shift+tab>", "<shift+tab>")
	d.Hides("Signalen die al zijn gegeven")
	d.Press("s", "<enter>")
	d.Shows("Een signaal geven", "armoede", "24", "26")
	d.Press("Er is geen les over schulden", "<tab>", "Noor", "<ctrl+s>")
	all, err := upward.All(t.Context(), d.Session)
	if err != nil || len(all) != 1 || all[0].Cases != 24 || all[0].Before != 26 || all[0].Weeks != 4 || all[0].Theme != "poverty" || all[0].Site != d.Session.Site() {
		t.Fatalf("%+v %v\n%s", all, err, d.Frame())
	}
	d.Do(d.As(d.Noor), upward.Answer{ID: all[0].ID, State: upward.Done, Text: "Komt in blok 3"})
	d.Press("5")
	d.Shows("Signalen die al zijn gegeven", "armoede: Er is geen les over schulden", "afgerond): Komt in blok 3")
}
