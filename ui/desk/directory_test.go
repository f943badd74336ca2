package desk_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// mapped is a desk with some services in its directory.
func mapped(t *testing.T, lang text.Lang, size screen.Size) (d *uitest.Desk, debts journal.ID) {
	t.Helper()
	d = uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, Act: func(_ *uitest.Desk, session *model.Session) journal.ID {
		do := func(a model.Action) journal.ID {
			r, err := session.DoQuietly(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			return r.Entity
		}
		org := do(directory.AddOrganization{Organization: directory.Organization{Entry: directory.Entry{Name: "Humanitas"}}})
		at := do(directory.AddLocation{Location: directory.Location{Entry: directory.Entry{Name: "De Brink"}, City: "Den Haag", Organization: org}})
		debts = do(directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Thuisadministratie"}, Organization: org, Locations: []journal.ID{at}, Needs: []string{"schulden"},
			Schedules: []directory.Schedule{{Opens: 8 * 60, Closes: 18 * 60}}}})
		do(directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Maaltijden"}, Organization: org, Needs: []string{"eten"}}})
		return session.Me().ID
	}})
	return d, debts
}

// TestReferringToTheDirectory: found by a need, chosen by two keys, and kept with its service; free words stay free words.
func TestReferringToTheDirectory(t *testing.T) {
	d, debts := mapped(t, "nl", screen.Size{Width: 80, Height: 24})
	d.Press("d")
	d.Hides("sociale kaart (")
	d.Press("schuld")
	d.Shows("Humanitas: Thuisadministratie · De Brink, Den Haag · nu open")
	d.Hides("Maaltijden")
	d.Press("<down>", "<enter>", "<ctrl+s>")
	f := d.Request(d.Requests[2]).Referrals
	if len(f) != 1 || f[0].To != "Humanitas: Thuisadministratie" || f[0].Service != debts || f[0].Warm || f[0].Consent {
		t.Fatalf("%+v", f)
	}
	d.Press("d", "nieuwe", "<enter>")
	d.Shows("Humanitas: Thuisadministratie") // what was used stands there before anything is typed
	d.Press("Stedin", "<ctrl+s>")
	f = d.Request(d.Requests[2]).Referrals
	if len(f) != 2 || f[1].To != "Stedin" || !f[1].Service.IsZero() {
		t.Fatalf("%+v", f)
	}
	d.Press("d", "nieuwe", "<enter>", "schuld", "<down>", "<down>", "<tab>", "<ctrl+s>") // past the last is none
	f = d.Request(d.Requests[2]).Referrals
	if len(f) != 3 || f[2].To != "schuld" || !f[2].Service.IsZero() {
		t.Fatalf("%+v", f)
	}
}

// TestReferringLooksWell with services below the form.
func TestReferringLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d, _ := mapped(t, lang, size)
			d.Press("d", "humanitas", "<down>")
			d.Picture("refer", lang)
		}
	}
}
