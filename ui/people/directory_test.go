package people_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// withService is the screen with one service in the directory, which came from a file and was never checked.
func withService(t *testing.T, press ...string) func() *uitest.Desk {
	return func() *uitest.Desk {
		d := wide(t)
		service(t, d)
		d.Press(press...)
		return d
	}
}

func service(t *testing.T, d *uitest.Desk) (id journal.ID) {
	t.Helper()
	do := func(a model.Action) journal.ID {
		r, err := d.Session.DoQuietly(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	org := do(directory.PutOrganization{Organization: directory.Organization{Entry: directory.Entry{Name: "Humanitas", Source: "o", Phones: []directory.Phone{{Number: "070-1234567"}}}}})
	id = do(directory.PutService{Service: directory.Service{Entry: directory.Entry{Name: "Thuisadministratie", Source: "s"}, Organization: org, Needs: []string{"schulden"},
		Schedules: []directory.Schedule{{Opens: 8 * 60, Closes: 18 * 60}}, Capacities: []directory.Capacity{{Available: 3}}}})
	d.News()
	return id
}

// TestTheDirectoryOnTheScreen: found by its need from any tab, with all there is to know; a key says that it still is right, and is taken
// back; a note stands beside it; and a teacher sees it too.
func TestTheDirectoryOnTheScreen(t *testing.T) {
	d := withService(t, "/", "abracadabra")()
	d.Hides("Sociale kaart 1")
	d.Press("<ctrl+u>", "schulden")
	d.Shows("Sociale kaart 1")
	d.Press("<enter>", "v", "6")
	d.Shows("Humanitas: Thuisadministratie", "nu open", "! nooit", "070-1234567", "lang niet nagekeken", "3 vrij")
	d.Press("a")
	d.Hides("lang niet nagekeken")
	d.Press("u")
	d.Shows("lang niet nagekeken")
	d.Press("m", "bellen kan tot vijf uur", "<enter>")
	if !strings.Contains(d.Frame(), "tot vijf uur") {
		d.Press("<ctrl+s>")
	}
	d.Shows("kan tot vijf uur")
	as(t, d, model.RoleTeacher)
	d.Press("v", "6")
	d.Shows("Humanitas: Thuisadministratie")
}

// TestTheDirectoryLooksWell in the list and on the page.
func TestTheDirectoryLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			service(t, d)
			d.Press("4", "v", "6")
			d.Picture("directory/list", lang)
			d.Press("<enter>")
			d.Picture("directory/page", lang)
		}
	}
}
