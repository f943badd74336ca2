package people_test

import (
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestWhatTheListsSay holds the words of a list, of an open page with its requests, and of what can be chosen.
func TestWhatTheListsSay(t *testing.T) {
	for lang, want := range map[text.Lang]struct {
		residents, page, students, tabs []string
		group, search                   string
	}{
		"nl": {
			residents: []string{"> Jan de Wit, Straat en nummer: Havenkade 4, Bewaard: vast, register",
				"Fatma Yılmaz, Straat en nummer: Kerkweg 12, Bewaard: tijdelijk, Buurt: Duinrand", "mw. de Vries, Straat en nummer: Dorpsstraat 3, Bewaard: register"},
			page:     []string{"Dorpsstraat 3", "in het register, nog niet verteld aan de bewoner", "Bekeken: Samira B. 14:32", "1 vraag"},
			students: []string{"> Ali Yildiz, Niveau: mbo-3, Groepen: Klas 2B, Talen: Nederlands, Turks, Begeleider: Noor Visser"},
			tabs:     []string{"1 Bewoners", "2 Studenten, gekozen", "3 Medewerkers", "4 Groepen", "5 Vertrokken", "6 Sociale kaart"},
			group:    "> Klas 2B, Studenten: 1, Servicepunt: Servicepunt Zuidwest", search: "> zoeken = 2b",
		},
		"en": {
			residents: []string{"> Jan de Wit, Street and number: Havenkade 4, Kept: regular, register",
				"Fatma Yılmaz, Street and number: Kerkweg 12, Kept: for now, Neighbourhood: Duinrand", "mw. de Vries, Street and number: Dorpsstraat 3, Kept: register"},
			page:     []string{"Dorpsstraat 3", "in the register, the resident was not told yet", "Looked at by: Samira B. 14:32", "1 request"},
			students: []string{"> Ali Yildiz, Level: mbo-3, Groups: Klas 2B, Languages: Dutch, Turkish, Supervisor: Noor Visser"},
			tabs:     []string{"1 Residents", "2 Students, chosen", "3 Staff", "4 Groups", "5 Left", "6 Directory"},
			group:    "> Klas 2B, Students: 1, Service point: Servicepunt Zuidwest", search: "> search = 2b",
		},
	} {
		d := open(t, lang, screen.Size{Width: 80, Height: 24})
		d.Hears(say.Row, want.residents...)
		d.Press("<end>", "<enter>")
		d.Hears(say.Text, want.page...)
		if where, _ := d.Said().Where(); where.Text != "mw. de Vries" {
			t.Errorf("on a page one is at %q", where.Text)
		}
		if rows := d.Heard(say.Row); len(rows) != 1 || rows[0][:len("> ZW-0003, Afsluiting")] != "> ZW-0003, Afsluiting" {
			t.Errorf("the requests of a page: %q", rows)
		}
		d.Press("<esc>", "<right>")
		d.Hears(say.Row, want.students...)
		d.Press("v")
		d.Hears(say.Text, want.tabs...)
		d.Press("4")
		d.HearsOne(say.Row, want.group)
		d.Press("/", "2b")
		d.HearsOne(say.Field, want.search)
	}
}

// TestAnErasureSaysWhatItDoes before the name is typed, and a merge whom it is about.
func TestAnErasureSaysWhatItDoes(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24})
	d.Press("<end>", "<enter>", "X", "mw")
	d.Hears(say.Text, "Wat weggaat: naam, contactgegevens en alle tekst van 1 vraag.",
		"Wat blijft: nummers, data, minuten en hoe het afliep, zonder naam. De aantallen blijven kloppen.",
		"Dit kan nooit ongedaan worden gemaakt.", "Typ de naam om te wissen. Esc: niet wissen.", "De naam staat nergens anders.")
	d.Hears(say.Field, "> mw. de Vries wissen = mw")
	d.Press("<esc>", "g", "de wit")
	d.Hears(say.Field, "> mw. de Vries is dezelfde als… = de wit")
	d.Hears(say.Row, "> Jan de Wit, Havenkade 4")
}
