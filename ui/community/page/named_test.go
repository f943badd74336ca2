package page_test

import (
	"testing"

	"leerbalie/model/desk"
	"leerbalie/ui/screen"
)

// TestAFormThatNamesAResident asks once, goes back to the form, and keeps it where somebody says so.
func TestAFormThatNamesAResident(t *testing.T) {
	size := screen.Size{Width: 80, Height: 20}
	p, press := open(t, size)
	if _, err := p.Env.Session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Fatma Yilmaz", Keep: desk.KeepRegister, Told: true}}); err != nil {
		t.Fatal(err)
	}
	press("n", "Samen met Fatma Yilmaz", "tab", "Samira Bouali", "ctrl+s")
	shows(t, p, size, "Staat hier een bewoner?", "Fatma Yilmaz", "toch bewaren")
	press("n")
	if p.Chosen() != nil {
		t.Fatal("it was kept")
	}
	shows(t, p, size, "Samen met Fatma Yilmaz")
	press("ctrl+s")
	p.View(size)
	press("j")
	if g := p.Chosen(); g == nil || g.Title != "Samen met Fatma Yilmaz" {
		t.Fatalf("%+v\n%s", g, p.View(size))
	}
}
