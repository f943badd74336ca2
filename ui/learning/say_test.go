package learning_test

import (
	"strings"
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestWhatThePagesSay holds the words of a student in the matrix, whose column under the cursor comes first, of a part of the checklist, a
// piece of evidence, a month of growth, a decision, and of what assessors have to talk over.
func TestWhatThePagesSay(t *testing.T) {
	for lang, want := range map[text.Lang]struct{ first, second, column, part, piece, levels, month, decision, differ string }{
		"nl": {
			first:    "> Noor van Dijk, C1: voldoende, beoordelaars verschillen, 1 beoordeeld, let op: stage bijna voorbij, achter met uren, thema nog niet gehad, C2: 1 wacht op de school, 3 onderdelen zonder bewijs, laatste: vandaag, bewijs: 2, 1 wacht op de school, uren: 0 van 120, weken: 3",
			second:   "> Noor van Dijk, C2: 1 wacht op de school, let op: stage bijna voorbij, achter met uren, thema nog niet gehad, C1: voldoende, beoordelaars verschillen, 1 beoordeeld, 3 onderdelen zonder bewijs, laatste: vandaag, bewijs: 2, 1 wacht op de school, uren: 0 van 120, weken: 3",
			column:   "C2 Interveniëren, 2 zonder bewijs",
			part:     "> C1 Informeren, school: voldoende, beoordelaars verschillen, stuks bewijs: 1, laatste: vandaag, laag 1",
			piece:    "> Vraag over taal, verschil, dag: 21-11-26, minuten: 25, bewijs van: C1",
			levels:   "C1.2 Zoekt uit wat er aan de hand is, ook buiten de eerste vraag: 1 voldoende, 2 goed, beoordelaars verschillen",
			month:    "11-2026: 5 genoeg, 0 beoordeeld maar nog niet genoeg, van 22",
			decision: "> stage, voldaan, door: Tine Smit, 21-11-2026",
			differ:   "> Noor van Dijk, C1.2, Vraag over taal, Theo B.: voldoende, Tine S.: goed",
		},
		"en": {
			first:    "> Noor van Dijk, C1: sufficient, assessors differ, 1 judged, attention: placement almost over, behind with hours, theme not met yet, C2: 1 waits for the school, 3 parts without evidence, latest: today, evidence: 2, 1 waits for the school, hours: 0 of 120, weeks: 3",
			second:   "> Noor van Dijk, C2: 1 waits for the school, attention: placement almost over, behind with hours, theme not met yet, C1: sufficient, assessors differ, 1 judged, 3 parts without evidence, latest: today, evidence: 2, 1 waits for the school, hours: 0 of 120, weeks: 3",
			column:   "C2 Intervenes, 2 without evidence",
			part:     "> C1 Informs oneself, school: sufficient, assessors differ, pieces of evidence: 1, latest: today, layer 1",
			piece:    "> Question on language and reading, differ, day: 21-11-26, minutes: 25, evidence of: C1",
			levels:   "C1.2 Looks into what is going on, also beyond the first question: 1 sufficient, 2 good, assessors differ",
			month:    "11-2026: 5 enough, 0 judged but not enough yet, of 22",
			decision: "> placement, met, by: Tine Smit, 21-11-2026",
			differ:   "> Noor van Dijk, C1.2, Question on language and reading, Theo B.: sufficient, Tine S.: good",
		},
	} {
		d, _ := open(t, lang, screen.Size{Width: 80, Height: 24}, theoAfter)
		d.Press("<end>")
		d.HearsOne(say.Row, want.first)
		d.Press("<right>")
		d.HearsOne(say.Row, want.second)
		d.HearsOne(say.Aside, want.column)
		d.Press("<left>", "<enter>")
		d.HearsOne(say.Row, want.part)
		d.Press("<right>")
		d.HearsOne(say.Row, want.piece)
		d.HearsOne(say.Aside, want.levels)
		d.Press("<enter>")
		d.HearsOne(say.Text, want.levels)
		d.Press("<esc>", "<right>")
		d.HearsOne(say.Text, want.month)
		d.Press("<right>")
		d.HearsOne(say.Row, want.decision)
		d.Press("<esc>", "<esc>", "A", "<right>")
		d.HearsOne(say.Row, want.differ)
	}
}

// TestJudgingSaysWhatWasChosen: each indicator has its level in words, the keys of the levels are told, and after the last of them the
// reason has the cursor.
func TestJudgingSaysWhatWasChosen(t *testing.T) {
	d, _ := open(t, "nl", screen.Size{Width: 80, Height: 24}, theo)
	d.Press("b", "v", "o")
	rows := d.Heard(say.Row)
	if len(rows) != 5 || !strings.HasSuffix(rows[0], ": voldoende") || !strings.HasSuffix(rows[1], ": onvoldoende, nog niet genoeg") ||
		!strings.HasPrefix(rows[2], "> ") || !strings.HasSuffix(rows[2], ": nog geen oordeel") {
		t.Errorf("%q", rows)
	}
	d.HearsOne(say.Note, "C2.2: onvoldoende, nog niet genoeg")
	d.HearsOne(say.Text, "toetsen: o onvoldoende, v voldoende, g goed")
	d.HearsOne(say.Text, "Eén toets per regel; = geeft alle open regels er een.")
	d.Press("v", "v", "v", "omdat")
	d.Hears(say.Field, "> Waarom? (Enter: bewaren en verder) = omdat")
	d.Hears(say.Row)
}

// TestTalkingOverSaysOnWhat two assessors differ, with the level that each gave.
func TestTalkingOverSaysOnWhat(t *testing.T) {
	d, s := open(t, "nl", screen.Size{Width: 80, Height: 24}, theo)
	d.Press("b")
	for range 3 {
		d.Press("v", "v", "v", "v", "v", "zo", "<enter>")
	}
	d.Sit(s.tine)
	d.Press("3", "b", "g", "v", "v", "v", "v", "anders", "<enter>")
	d.HearsOne(say.Text, "Theo Bakker: voldoende, Tine Smit: goed")
	d.HearsOne(say.Text, "Tine Smit: anders")
}
