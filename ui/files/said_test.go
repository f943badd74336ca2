package files_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model/transfer"
	"leerbalie/ui/uitest"
)

// TestTheListTheFormAndTheReportAreSaid holds what is said of each, and what a key changes of it.
func TestTheListTheFormAndTheReportAreSaid(t *testing.T) {
	k := &disk{surveys: office(), report: transfer.Report{Read: 500, Imported: 460, Refused: refusals(40)}}
	d := open(t, k, "nl", 80, 24)
	d.Says("heading: Bestanden", "text: Bestanden: wat erin en eruit gaat", "row* 1: Kopie maken, alles in één bestand, om te bewaren", "row 6: Meenemen op een laptop, kan hier niet")
	d.Press("j")
	d.Says("row 1: Kopie maken, alles in één bestand, om te bewaren", "row* 2: Vragen naar een bestand, een tabel of JSON, zonder bewoners")
	d.Press("<enter>")
	d.Says("heading: Vragen naar een bestand", `field*: Bestand = "/home/sam/leerbalie-zw-2026-11-21-1432.csv" / de hele naam; ~ is je eigen map`,
		`field: Vorm = "tabel (CSV)" >+tabel (CSV) -JSON -Open311 tabel`, `field: Welke vragen = "alle" >+alle -die nog open zijn`)
	d.Press("<tab>", "<right>")
	d.Says(`field: Bestand = "/home/sam/leerbalie-zw-2026-11-21-1432.json" / de hele naam; ~ is je eigen map`, `field*: Vorm = "JSON" -tabel (CSV) >+JSON -Open311 tabel`)
	d.Press("<shift+tab>", "<ctrl+u>", "<ctrl+s>")
	d.Says(`field*: Bestand = "" / de hele naam; ~ is je eigen map / Vul de naam van een bestand in.`)
	d.Press("<esc>", "j", "j", "<enter>", "/home/sam/vragen.csv", "<enter>")
	d.Says("heading: Inlezen: vragen.csv, vragen", "text: 10 rijen. Klopt het? Dan verder.", "row* 1: Volgnr, Wordt: eigen nummer, Herkend: naam, Voorbeelden: 1, 2, 3", "row 6: BSN, Wordt: BSN: gaat nooit mee",
		"row 8: kolom 8, zonder naam, Wordt: gaat niet mee, Voorbeelden: x")
	d.Press("<delete>")
	d.Says("row* 1: Volgnr, Wordt: gaat niet mee, Herkend: zelf, Voorbeelden: 1, 2, 3")
	d.Press("<enter>")
	d.Says("heading: Wat er gaat gebeuren: vragen.csv", "text: gelukt: Geprobeerd, niets bewaard. 460 van de 500 rijen kunnen erin.", "text: 460 vragen komen erbij", "text: 40 rijen gaan niet mee",
		`text: rij 41: De datum "31-02-2039" bestaat niet.`, "help: i: nu echt inlezen", "help: Esc: terug naar de kolommen")
	d.Press("i")
	d.Says("heading: Vragen of studenten inlezen", "text: gelukt: 500 gelezen, 460 ingelezen, 0 waren er al, 40 geweigerd.",
		"text: 40 rijen zijn geweigerd:", `text: rij 41: De datum "31-02-2039" bestaat niet.`, "help: Esc: terug")
}

// TestWorkIsSaidInPercent holds what is said of work that runs beside the list, before and once it is known how far it is.
func TestWorkIsSaidInPercent(t *testing.T) {
	k := &disk{}
	d := open(t, k, "en", 80, 24)
	k.during = func(_ context.Context, progress func(done, total int64)) {
		d.Pass(3 * time.Second)
		d.Says("text: running: Make a copy", "row* 1: Make a copy, all in one file, to keep", "text: /home/sam/leerbalie-zw-2026-11-21-1432.db", "aside: 3 seconds", "help: x: stop, Esc: go on with other work, this continues")
		progress(370, 1000)
		d.Pass(100 * time.Millisecond)
		d.Says("progress 37: Make a copy")
	}
	d.Press("<enter>", "<enter>")
	d.Says("heading: Make a copy", "text: done: The copy is in /home/sam/leerbalie-zw-2026-11-21-1432.db. It was looked over and is in order.")
	if said := uitest.Spelled(d.Said()); strings.Count(said, "It was looked over") != 1 {
		t.Errorf("what became of it is told more than once:\n%s", said)
	}
}
