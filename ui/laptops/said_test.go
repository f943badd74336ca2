package laptops_test

import (
	"strings"
	"testing"

	"leerbalie/model/transfer"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestAMachineIsSaidInEachOfItsStates holds the rows, and what is said of the one that the cursor is on.
func TestAMachineIsSaidInEachOfItsStates(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {
			"text: Laptops: wie een kopie heeft", "text: 2 dingen wachten",
			"row* 1: Laptop van Tine (Tine Maas), laatst gisteren",
			"row 2: 6 wijzigingen wachten: De klok van die computer liep meer dan een jaar voor.",
			"row 4: thuis (Samira Bouali), uitgenodigd tot 04-12-2026", "row 5: oude laptop (Tine Maas), ingetrokken",
		},
		"en": {
			"row* 1: Laptop van Tine (Tine Maas), last yesterday",
			"row 2: 6 changes wait: The clock of that computer was more than a year ahead.",
			"row 4: thuis (Samira Bouali), invited until 04-12-2026", "row 5: oude laptop (Tine Maas), withdrawn",
		},
	} {
		p := open(t, lang, small, false, nil).list()
		p.Says(want...)
		rows := func() (ids []string) {
			for _, line := range p.Said() {
				if line.Kind == say.Row {
					ids = append(ids, line.ID)
				}
			}
			return ids
		}
		before := rows()
		m := p.bundles.Machines
		p.bundles.Machines = append([]transfer.Machine{m[2]}, m[:2]...)
		p.list()
		p.Says(strings.Replace(want[len(want)-1], "row 5", "row* 1", 1))
		if after := rows(); after[0] != before[4] || after[1] != before[0] || after[2] != before[1] {
			t.Errorf("a machine that stands elsewhere has another id: %v, %v", before, after)
		}
	}
}

// TestAWaitingRowSaysMoreOfItBeside holds what is said when asked of what waits.
func TestAWaitingRowSaysMoreOfItBeside(t *testing.T) {
	p := open(t, "en", small, false, nil).list()
	p.Press("j")
	p.Says("row* 2: 6 changes wait: The clock of that computer was more than a year ahead.", "aside: 6 changes wait since 21-11-2026 13:32.", "aside: About: Klas 2B", "aside: a: take in. If you do nothing it is kept and does not count.")
}

// TestATextAndACodeAreSaidWhole: nothing of a text about which somebody decides, nor of words that are shown once, is left out.
func TestATextAndACodeAreSaidWhole(t *testing.T) {
	p := open(t, "nl", small, false, nil).list()
	p.Press("m", "<down>", "<enter>")
	p.Says("text: Bleef rustig toen [mw. de Vries] boos werd aan de balie, en legde de brief van Stedin nog een keer uit.")
	p.Press("m", "m", "<tab>", "thuis", "<ctrl+s>")
	p.Says("text: 1: kasof", "text: 2: lifer", "text: 5: sumas")
	if said := uitest.Spelled(p.Said()); strings.Contains(said, "k a s o f") {
		t.Errorf("the letters are said apart:\n%s", said)
	}
}
