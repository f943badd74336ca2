package desk_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// spoken are the texts of the lines of a kind.
func spoken(l say.Lines, kind say.Kind) (out []string) {
	for _, line := range l {
		if line.Kind == kind {
			out = append(out, line.Text)
		}
	}
	return out
}

// TestTheListIsSaid: how things stand, each row in the order of what matters, and the request beside it only when asked for.
func TestTheListIsSaid(t *testing.T) {
	for lang, want := range map[text.Lang]struct{ texts, rows, about []string }{
		"nl": {
			[]string{"Wachtrij, 5 wachten, langst 26 uur, 1 bezig, 1 geparkeerd", "lijst: wachtend (1/6)", "gesorteerd op urgentie: dringendste eerst"},
			[]string{"ZW-0003, Afsluiting stroom dreigt, nu, wacht 42 minuten, Thema: armoede", "ZW-0002, Brief Belastingdienst, vandaag, wacht 31 minuten, Thema: taal",
				"ZW-0008, Eenzaam sinds verhuizing, gewoon, wacht 26 uur, Thema: eenzaamheid", "ZW-0004, DigiD kwijt, gewoon, wacht 55 minuten, Thema: computer en internet",
				"ZW-0001, Boodschappenhulp, gewoon, wacht 12 minuten, Thema: langer zelfstandig wonen"},
			[]string{"ZW-0003, Afsluiting stroom dreigt", "mw. de Vries, balie, taal: Nederlands", "leefgebied financiën, samen met maatje", "nu, wacht 42 minuten",
				"Brief van Stedin. Vrijdag gaat de stroom eraf.", "13:50, binnengekomen (Samira B.)", "14:32, memo (Samira B.): brief van Stedin, vrijdag"},
		},
		"en": {
			[]string{"Queue, 5 waiting, longest 26 hours, 1 being helped, 1 parked", "list: waiting (1/6)", "sorted by urgency: most urgent first"},
			[]string{"ZW-0003, Afsluiting stroom dreigt, now, waiting 42 minutes, Theme: poverty", "ZW-0002, Brief Belastingdienst, today, waiting 31 minutes, Theme: language and reading",
				"ZW-0008, Eenzaam sinds verhuizing, normal, waiting 26 hours, Theme: loneliness", "ZW-0004, DigiD kwijt, normal, waiting 55 minutes, Theme: computer and internet",
				"ZW-0001, Boodschappenhulp, normal, waiting 12 minutes, Theme: living independently for longer"},
			[]string{"ZW-0003, Afsluiting stroom dreigt", "mw. de Vries, desk, language: Dutch", "life domain finances, together with a buddy", "now, waiting 42 minutes",
				"Brief van Stedin. Vrijdag gaat de stroom eraf.", "13:50, came in (Samira B.)", "14:32, note (Samira B.): brief van Stedin, vrijdag"},
		},
	} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: 120, Height: 40}})
		l := d.Said()
		if got := slices.Concat(spoken(l, say.State), spoken(l, say.Text)); !slices.Equal(got, want.texts) {
			t.Errorf("%s texts:\n%q\nwant\n%q", lang, got, want.texts)
		}
		if got := spoken(l, say.Row); !slices.Equal(got, want.rows) {
			t.Errorf("%s rows:\n%q\nwant\n%q", lang, got, want.rows)
		}
		if got := spoken(l, say.Aside); len(got) < len(want.about) || !slices.Equal(got[:len(want.about)], want.about) {
			t.Errorf("%s about the row:\n%q\nwant\n%q", lang, got, want.about)
		}
		at, _ := l.On(say.Row)
		d.Press("j")
		l = d.Said()
		if now, ok := l.On(say.Row); !ok || now.Number != 2 || now.ID == at.ID {
			t.Errorf("after a step down the cursor is at %+v", now)
		}
		if got := strings.Join(spoken(l, say.Aside), " "); strings.Contains(got, "Stedin") {
			t.Errorf("beside another row stands what belongs to the one before: %s", got)
		}
		d.Press("<enter>")
		if where, _ := d.Said().Where(); !strings.HasPrefix(where.ID, "request:") || where.Text != "ZW-0002, Brief Belastingdienst" {
			t.Errorf("the request that is read is %+v", where)
		}
	}
}

// TestRowsKeepTheirIdsAndNumbers: a row has the number of its place however far one goes down, and the same id whatever is done about it.
func TestRowsKeepTheirIdsAndNumbers(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 300 {
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: "vraag", Created: uitest.Start().Add(time.Duration(i-1000) * time.Minute)}})
	}
	d.Do(d.Session, actions...)
	number := func(want int) say.Line {
		t.Helper()
		l := d.Said()
		row, ok := l.On(say.Row)
		if n := "ZW-0000"; !ok || row.Number != want || !strings.HasPrefix(row.Text, n[:len(n)-len(strconv.Itoa(want))]+strconv.Itoa(want)) {
			t.Fatalf("at %d the cursor is on %+v", want, row)
		}
		if rows := spoken(l, say.Row); len(rows) > 24 {
			t.Fatalf("%d rows are said of a window of 24 lines", len(rows))
		}
		return row
	}
	number(1)
	for range 249 {
		d.Press("j")
	}
	row := number(250)
	d.Press("c")
	if now, ok := d.Said().On(say.Row); !ok || now.ID != row.ID || !strings.Contains(now.Text, "bezig") || !strings.Contains(now.Text, "Wie: jij") {
		t.Errorf("taken up, the row is %+v", now)
	}
	d.Press("u")
	for range 200 {
		d.Press("k")
	}
	number(50)
	d.Press("<home>")
	number(1)
}

// TestTheLineIsSaid: what was understood of it in words, and who may be meant as rows that the keys go through.
func TestTheLineIsSaid(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"vandaag, Thema: taal, Hoe kwam het binnen: balie", "anoniem", "mw. de Vries, Dorpsstraat 3", "vries is nieuw: gegevens bewaren"},
		"en": {"today, Theme: language and reading, How it came in: desk", "anonymous", "mw. de Vries, Dorpsstraat 3", "vries is new: keep details"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true})
		d.Press("n", "Fiets stuk @vries ! #taal")
		l := d.Said()
		if got := slices.Concat(spoken(l, say.Text), spoken(l, say.Row)); !slices.Equal(got, want) {
			t.Errorf("%s says %q, want %q", lang, got, want)
		}
		field, _ := l.On(say.Field)
		if row, _ := l.On(say.Row); row.Number != 2 || field.Value != "Fiets stuk @vries ! #taal" || field.Caret != 25 {
			t.Errorf("the cursor is on %+v, in %+v", row, field)
		}
		d.Press("<down>")
		if row, _ := d.Said().On(say.Row); row.ID != "new" || row.Number != 3 {
			t.Errorf("one down is %+v", row)
		}
		d.Press("<down>")
		if row, _ := d.Said().On(say.Row); row.ID != "nobody" || row.Number != 1 {
			t.Errorf("from the last it goes on to the first, not %+v", row)
		}
		if got := spoken(d.Said(), say.Text); len(got) != 2 || !strings.Contains(got[1], "vries") || !strings.HasSuffix(got[1], map[text.Lang]string{"nl": " (niet zeker)", "en": " (not certain)"}[lang]) {
			t.Errorf("%s says of a name that is nobody's: %q", lang, got)
		}
	}
}

// TestTheFormIsSaid: each entry with what it asks, what stands in it and what can be answered; a fault at its entry.
func TestTheFormIsSaid(t *testing.T) {
	for lang, want := range map[text.Lang][3]string{
		"nl": {"Hoe liep het af", "direct geholpen", "doorverwezen"},
		"en": {"How did it end", "handled directly", "referred"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true})
		d.Press("x")
		field, ok := d.Said().On(say.Field)
		if !ok || field.ID != "outcome" || field.Text != want[0] || field.Value != "" || field.Option != -1 || field.Typed {
			t.Errorf("%s begins with %+v", lang, field)
		}
		d.Press("<right>", "<right>", "<left>")
		if field, _ = d.Said().On(say.Field); field.Value != want[1] || field.Option != 0 || !field.Options[0].On || field.Options[2].Text != want[2] {
			t.Errorf("%s: chosen is %+v", lang, field)
		}
		d.Press("<tab>", "abc", "<ctrl+s>")
		if field, _ = d.Said().On(say.Field); field.ID != "minutes" || field.Value != "abc" || field.Caret != 3 || field.Fault == "" {
			t.Errorf("%s: a fault stands at %+v", lang, field)
		}
	}
}

// TestDialogsSayTheirSigns: ticks, sorts and choices by their words.
func TestDialogsSayTheirSigns(t *testing.T) {
	d := open(t)
	has := func(what string, rows ...string) {
		t.Helper()
		all := spoken(d.Said(), say.Row)
		for _, row := range rows {
			if !slices.Contains(all, row) {
				t.Errorf("%s: no row says %q: %q", what, row, all)
			}
		}
	}
	d.Press("j", "b", "bellen", "<ctrl+s>", "x")
	if got := spoken(d.Said(), say.Text); !slices.ContainsFunc(got, func(text string) bool { return strings.HasPrefix(text, "let op: ") && strings.Contains(text, "bellen") }) {
		t.Errorf("what is still to be done says %q", got)
	}
	d.Press("<esc>", "k", "w")
	has("columns", "Nummer, aangevinkt", "Urgentie, aangevinkt, volgorde van de lijst", "Stand, niet aangevinkt")
	d.Press(" ", "<down>", "s")
	has("other columns", "Nummer, niet aangevinkt", "Wachttijd, aangevinkt, wie het langst wacht eerst")
	d.Press("<esc>", "C", "noor", "<tab>")
	has("colleagues", "Noor Visser, aangevinkt", "Samira Bouali, niet aangevinkt")
	d.Press("<esc>", "f", "taal", "<tab>")
	has("filters", "taal, thema, aangevinkt", "alle filters weg", "bezig, stand, niet aangevinkt")
	d.Press("<esc>")
	if got := spoken(d.Said(), say.Text); !slices.Contains(got, "Filter: taal") || !slices.Contains(got, "2 gevonden") {
		t.Errorf("what is found says %q", got)
	}
	d.Press("<esc>", "v")
	if got := spoken(d.Said(), say.Text); !slices.Contains(got, "1: wachtend, gekozen") || !slices.Contains(got, "2: bezig") {
		t.Errorf("the lists say %q", got)
	}
	d.Press("1", "o")
	if l := d.Said(); !strings.HasPrefix(l[1].ID, "resident:") || l[1].Text != "mw. de Vries" {
		t.Errorf("the page of a resident says %+v", l)
	}
	has("a resident", "ZW-0003, Afsluiting stroom dreigt, wacht, 13:50")
}

// TestWhatBothAlteredIsSaid: of each answer what can be chosen, and what was chosen.
func TestWhatBothAlteredIsSaid(t *testing.T) {
	d := open(t)
	d.Press("e", " vrijdag")
	altered(d, d.Requests[2], func(r *desk.Request) { r.Summary = "Stroom" })
	if got := spoken(d.Said(), say.Text); !slices.ContainsFunc(got, func(text string) bool { return strings.HasPrefix(text, "Ook veranderd door Noor V.: Vraag.") }) {
		t.Errorf("the form says %q", got)
	}
	d.Press("<ctrl+s>", "<down>", "<enter>")
	want := []string{"Vraag: van jou: Afsluiting stroom dreigt vrijdag", "Vraag: van Noor V.: Stroom, gekozen", "Vraag: zoals het was: Afsluiting stroom dreigt", "Vraag: opnieuw typen"}
	if got := spoken(d.Said(), say.Row); !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	if at, _ := d.Said().On(say.Row); at.Number != 2 {
		t.Errorf("the cursor is on %+v", at)
	}
}

// TestAnOfferIsSaid to the student whom it is for, at the row and beside it; and messages with all their words.
func TestAnOfferIsSaid(t *testing.T) {
	d := open(t)
	c := newClass(d)
	sit(d, c.kim)
	if got := spoken(d.Said(), say.Row); !slices.ContainsFunc(got, func(row string) bool { return strings.HasSuffix(row, ", aangeboden aan jou") }) {
		t.Errorf("no row says that it is offered: %q", got)
	}
	d = open(t)
	d.Do(d.As(d.Noor), desk.Inform{ID: d.Requests[4], To: d.Session.Me().ID, Text: "Toeslagen belde, kijk jij? " + strings.Repeat("Het is een lang verhaal. ", 20)})
	d.Press("I")
	row, ok := d.Said().On(say.Row)
	if !ok || row.Number != 1 || !strings.Contains(row.Text, "Toeslagen belde") || !strings.Contains(row.Text, "Noor Visser") || strings.Count(row.Text, "lang verhaal") != 20 {
		t.Errorf("the message says %+v", row)
	}
}
