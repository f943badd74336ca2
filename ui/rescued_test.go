package ui_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestARescueIsShownToEverybody on every screen and where somebody sits down, until whose PIN it was has seen it.
func TestARescueIsShownToEverybody(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		var sam *model.Session
		d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: 80, Height: 24}, Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
			sam = setup
			if err := setup.KeepPIN(t.Context(), "$argon2id$forgotten"); err != nil {
				t.Fatal(err)
			}
			if had, err := setup.RescuePIN(t.Context()); err != nil || !had {
				t.Fatal(had, err)
			}
			return d.Ali
		}})
		said, mine, chosen := "Pincode van Samira Bouali", "Je pincode is weggehaald (14:32). F6: gezien.", "pincode weggehaald"
		if lang == "en" {
			said, mine, chosen = "PIN of Samira Bouali", "Your PIN was taken away (14:32). F6: I know.", "PIN taken away"
		}
		d.Shows(said)
		d.Tells(said)
		uitest.Golden(t, "rescued/80x24-"+string(lang), d.Frame())
		d.Press("2")
		d.Shows(said)
		d.Tells(said)
		d.Hides(mine)
		d.Press("<f6>")
		if people, err := d.Session.Rescued(t.Context()); err != nil || len(people) != 1 {
			t.Errorf("somebody else takes the note away: %v %v", people, err)
		}
		d.Press("U")
		d.Shows(chosen)
		d.Press("samira", "<enter>")
		d.Pass(time.Minute)
		d.Shows(mine)
		d.Press("<f6>")
		d.Pass(time.Minute)
		d.Shows(mine) // not without a PIN of one's own
		if err := sam.KeepPIN(t.Context(), "$argon2id$new"); err != nil {
			t.Fatal(err)
		}
		d.Press("<f6>")
		d.Pass(time.Minute)
		d.Hides(said)
		d.Hides("F6")
		d.Press("U")
		d.Hides(chosen)
		if people, err := d.Session.Rescued(t.Context()); err != nil || len(people) > 0 {
			t.Errorf("%v %v", people, err)
		}
	}
}
