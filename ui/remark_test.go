package ui_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestWhatOpeningShowedIsSaid: whole, in the smallest of the usual windows.
func TestWhatOpeningShowedIsSaid(t *testing.T) {
	for lang, want := range map[text.Lang]string{"nl": "nieuwe nummers krijgen K7.", "en": "new numbers get K7."} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: 80, Height: 24}, Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
			d.Store.Remark(fault.New(fault.Conflict, "store-was-copy", "tag", "K7"))
			return setup.Me().ID
		}})
		d.Shows(want)
		d.Press("n")
		d.Hides(want)
	}
}
