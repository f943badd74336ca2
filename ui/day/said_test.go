package day_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// TestADayIsSaid: what is late first, each row with its group, when, which request and what; numbers and ids stay with their rows.
func TestADayIsSaid(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {
			"Mijn dag, Samira B.", "5 van jou, 1 te laat, 45 minuten vandaag",
			"Te laat, 13:32, ZW-0003, terugbellen: Stedin bellen, Afsluiting stroom dreigt",
			"Vandaag, 16:32, ZW-0002, terugbellen: mevrouw bellen, Brief Belastingdienst",
			"Berichten, 14:32, ZW-0005, Noor V.: Toeslagen belde, kijk jij?",
			"Beloofd, zonder tijd, t: 23-11 10:00, ZW-0001, terugbellen: tas zoeken, Boodschappenhulp",
			"Van jou, gewoon, ZW-0004, DigiD kwijt, van Noor V.",
			"Later, 24-11 14:32, ZW-0008, opvolgen: Eenzaam sinds verhuizing",
		},
		"en": {
			"My day, Samira B.", "5 of yours, 1 late, 45 minutes today",
			"Late, 13:32, ZW-0003, call back: Stedin bellen, Afsluiting stroom dreigt",
			"Today, 16:32, ZW-0002, call back: mevrouw bellen, Brief Belastingdienst",
			"Messages, 14:32, ZW-0005, Noor V.: Toeslagen belde, kijk jij?",
			"Promised, without a time, t: 23-11 10:00, ZW-0001, call back: tas zoeken, Boodschappenhulp",
			"Yours, normal, ZW-0004, DigiD kwijt, from Noor V.",
			"Later, 24-11 14:32, ZW-0008, follow up: Eenzaam sinds verhuizing",
		},
	} {
		d := open(t, lang, wide(), busy, nil)
		var got []string
		for _, line := range d.Said() {
			if line.Kind == say.Text || line.Kind == say.State || line.Kind == say.Row {
				got = append(got, line.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s says\n%s\nwant\n%s", lang, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		first, _ := d.Said().On(say.Row)
		d.Press("j")
		second, _ := d.Said().On(say.Row)
		if first.Number != 1 || second.Number != 2 || first.ID == second.ID {
			t.Errorf("one down from %+v is %+v", first, second)
		}
		d.Press("k", "b", "gebeld", "<enter>") // it is done: the next row takes its place, and keeps its id
		if at, _ := d.Said().On(say.Row); at.ID != second.ID || at.Number != 1 {
			t.Errorf("in its place comes %+v, not %+v", at, second)
		}
	}
}

// TestASheetIsSaidAsADocument: its headings, and each row of its tables by what the columns are called.
func TestASheetIsSaidAsADocument(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("s")
	l := d.Said()
	if where, _ := l.Where(); where.ID != "reading" || !strings.HasPrefix(where.Text, "Lezen: Overdracht") {
		t.Errorf("one is at %+v", where)
	}
	if !slices.ContainsFunc(l, func(line say.Line) bool {
		return line.Kind == say.Text && strings.HasPrefix(line.Text, "Wanneer: 21-11-2026 16:32, Nummer: ZW-0002, ")
	}) {
		t.Errorf("no row of the table is said by its columns: %+v", l)
	}
	if _, on := l.On(say.Row); on {
		t.Error("a row can be chosen where there is only reading")
	}
}
