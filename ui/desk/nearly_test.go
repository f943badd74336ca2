package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// phones are residents whose numbers were typed in three ways, and ways to write the number of each.
func phones() (residents []desk.Resident, ways [][]string) {
	for i, kept := range []string{"0612345678", "+31 6 12345679", "06-12 34 56 80"} {
		residents = append(residents, desk.Resident{Name: []string{"Mevrouw Een", "Meneer Twee", "Mevrouw Drie"}[i], Phone: kept, Keep: desk.KeepRegister, Told: true})
		last := []string{"78", "79", "80"}[i]
		ways = append(ways, []string{"06 12 34 56 " + last, "06-123456" + last, "06123456" + last, "+316123456" + last, "00316123456" + last})
	}
	return residents, ways
}

// TestANumberFindsItsResidentHoweverItIsWritten: on screen 4 and in the line of a new question, with spaces, with hyphens, with 0, +31 and 0031.
func TestANumberFindsItsResidentHoweverItIsWritten(t *testing.T) {
	residents, ways := phones()
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	for _, r := range residents {
		d.Do(d.Session, desk.AddResident{Resident: r})
	}
	alone := func(i int, way string) {
		t.Helper()
		d.Shows(residents[i].Name)
		for _, other := range residents {
			if other.Name != residents[i].Name && strings.Contains(d.Frame(), other.Name) {
				t.Errorf("%s also shows %s", way, other.Name)
			}
		}
	}
	number := 9
	for i := range residents {
		for _, way := range ways[i] {
			d.Press("n", "Brief @"+way)
			alone(i, "@"+way)
			d.Press("<enter>")
			if r, who := by(t, d, fmt.Sprintf("ZW-%04d", number)); who.Name != residents[i].Name || r.Summary != "Brief" {
				t.Errorf("@%s: %q of %q", way, r.Summary, who.Name)
			}
			number++
		}
	}
	d.Press("4")
	for i := range residents {
		for _, way := range ways[i] {
			d.Press("/", way)
			alone(i, way)
			d.Shows("1 gevonden")
			d.Press("<esc>")
		}
	}
}

// TestANearNameIsOfferedAndNotTaken: who is nearly called what was typed is offered, picked with an arrow, and otherwise it stays text.
func TestANearNameIsOfferedAndNotTaken(t *testing.T) {
	d := open(t)
	d.Press("n", "Fiets stuk @Vriez")
	d.Shows("mw. de Vries", "Vriez: lijkt op deze, of blijft tekst")
	d.Press("<enter>")
	if r, _ := by(t, d, "ZW-0009"); !r.Resident.IsZero() || !strings.Contains(r.Summary, "Vriez") {
		t.Errorf("%+v", r)
	}
	d.Press("n", "Band lek @Vriez", "<down>", "<enter>")
	if r, _ := by(t, d, "ZW-0010"); r.Resident != d.Resident {
		t.Errorf("%+v", r)
	}
}
