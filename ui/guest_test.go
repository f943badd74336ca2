package ui_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestAGuestHasWhatTheCommunityDoes: a guest begins on screen 6, in both languages; no key opens another of the six, and no page is about the hours
// or the attention of students.
func TestAGuestHasWhatTheCommunityDoes(t *testing.T) {
	for lang, words := range map[string][]string{"nl": {"6 Samen", "Voor mij", "1/10"}, "en": {"6 Community", "For me", "1/10"}} {
		d := uitest.Open(t, uitest.Options{Lang: text.Lang(lang), Size: screen.Size{Width: 80, Height: 24}})
		guest := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Gijs Gast", Roles: []model.Role{model.RoleGuest}, Site: d.Session.Site()}})
		d.Sit(guest.Entity)
		d.Shows(words...)
		for _, key := range []string{"1", "2", "3", "4", "5"} {
			d.Press(key)
			d.Shows(words...)
		}
		d.Hides("1 Balie")
	}
}
