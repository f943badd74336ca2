//go:build unix

package terminal_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// TestResidentsFromFirstToErased is a resident's whole way by keyboard: written down, found, changed, merged, erased.
func TestResidentsFromFirstToErased(t *testing.T) {
	program := Build(t)
	db := filepath.Join(t.TempDir(), "d.db")
	for _, args := range [][]string{
		{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"},
		{"resident", "add", "Fatma Yilmaz", "--street", "Kerkweg 12", "--keep", "register"},
	} {
		if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
			t.Fatalf("%v: %s", args, out)
		}
	}
	x := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8", "NO_COLOR=1"}, program, "--db", db)
	x.Shows("Niemand wacht")
	x.Press("4")
	x.Shows("Fatma Yilmaz", "Kerkweg 12")
	x.Press("n")
	x.Shows("Nieuwe bewoner")
	x.Press("F. Yilmaz")
	x.Shows("Lijkt op Fatma Yilmaz")
	x.Press(CtrlS)
	x.Shows("Is dit iemand die er al staat?")
	x.Press(Enter)
	x.Shows("F. Yilmaz staat erbij")
	x.Press("g")
	x.Shows("F. Yilmaz is dezelfde als", "› Fatma Yilmaz")
	x.Press(Enter)
	x.Shows("Eén en dezelfde persoon?", "› nee ‹") // that nothing is merged by one Enter too many
	x.Press(left, Enter)
	x.Shows("F. Yilmaz is samengevoegd")
	x.Press(Enter)
	x.Shows("Bekeken: Sam", "Hier staat ook: F. Yilmaz")
	x.Press("G")
	x.Shows("staat weer apart")
	x.Press("u")
	x.Shows("Ongedaan gemaakt: uit elkaar halen", "Hier staat ook: F. Yilmaz")
	x.Press("X")
	x.Shows("Dit kan nooit ongedaan worden gemaakt")
	x.Press("fatma yilmaz", Enter)
	x.Shows("Gewist")
	x.Shows("Er zijn nog geen bewoners")
	x.Press("q")
	x.Ends()
	out, status := Run(t, program, "resident", "list", "--json", "--db", db)
	var left []struct{ Name string }
	if err := json.Unmarshal([]byte(out), &left); err != nil || status != 0 || len(left) != 0 {
		t.Errorf("%v %d: %s", err, status, out)
	}
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Errorf("check: %s", out)
	}
}
