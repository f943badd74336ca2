package pairs_test

import (
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestWhatTheListsSay holds the words of each kind of row: who waits for a buddy, a proposed pair and what is against one, what was decided
// by hand with its price, and a pair that runs.
func TestWhatTheListsSay(t *testing.T) {
	for lang, want := range map[text.Lang]struct{ free, proposed, decided, left, running, weight, list string }{
		"nl": {
			free:     "> Ali Y. (mbo-3), zonder maatje, wacht 0 dagen",
			proposed: "> Bo S. (mbo-4) + Noor D. (hbo), Score: 58,0, Waarom: maandag dinsdag, Nederlands, vult aan: W2, intervenieert",
			decided:  "Sem K. (mbo-2) + Eva M. (hbo), niet samen: kost 1 koppel",
			left:     `Sem K. (mbo-2), zonder maatje, niemand die past is vrij op woensdag donderdag; met "verbod weg" wel: Eva M. (44,3)`,
			running:  "> Bo S. (mbo-4) + Noor D. (hbo), loopt, Contact: 05-12",
			weight:   "> vult aan = 9",
			list:     "Voorstel",
		},
		"en": {
			free:     "> Ali Y. (mbo-3), without a buddy, waits 0 days",
			proposed: "> Bo S. (mbo-4) + Noor D. (hbo), Score: 58.0, Why: Monday Tuesday, Dutch, complements: W2, intervenieert",
			decided:  "Sem K. (mbo-2) + Eva M. (hbo), not together: costs 1 pair",
			left:     `Sem K. (mbo-2), without a buddy, nobody who fits is free on Wednesday Thursday; with "no prohibition" it works: Eva M. (44.3)`,
			running:  "> Bo S. (mbo-4) + Noor D. (hbo), running, Check-in: 05-12",
			weight:   "> complements = 9",
			list:     "Proposal",
		},
	} {
		d := open(t, lang, screen.Size{Width: 80, Height: 24})
		d.HearsOne(say.Row, want.free)
		d.Press("p")
		d.HearsOne(say.Row, want.proposed)
		d.HearsOne(say.Heading, want.list)
		d.Press("l", "<down>", "x")
		d.HearsOne(say.Row, want.decided)
		d.HearsOne(say.Row, want.left)
		d.Press("w", "<down>", "<right>")
		d.HearsOne(say.Field, want.weight)
		d.Press("<esc>", "P", "<tab>", "<enter>")
		d.HearsOne(say.Row, want.running)
		d.Press("<enter>")
		if where, _ := d.Said().Where(); where.Text != "Bo Smit + Noor van Dijk" || len(d.Heard(say.Row)) > 0 {
			t.Errorf("reading about a pair one is at %q, with the rows %q", where.Text, d.Heard(say.Row))
		}
	}
}

// TestAWeightIsTurnedByItsAnswers: the answers of each entry are those that the keys come to, one press from the next.
func TestAWeightIsTurnedByItsAnswers(t *testing.T) {
	d := wide(t)
	d.Press("w")
	n := len(d.Heard(say.Field))
	for range n {
		before, _ := d.Said().On(say.Field)
		d.Press("<right>")
		after, _ := d.Said().On(say.Field)
		want := (before.Option + 1) % len(before.Options)
		if after.Option != want || after.Value != before.Options[want].Text || !after.Options[want].On {
			t.Errorf("%s went from %q to %q", before.Text, before.Value, after.Value)
		}
		d.Press("<down>")
	}
}
