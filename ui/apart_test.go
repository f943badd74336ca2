package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// laptop opens the app on a laptop, or wherever a standing says, for somebody with a role.
func laptop(t *testing.T, lang text.Lang, size screen.Size, role model.Role, standing transfer.Standing) (*uitest.Desk, *uitest.Bundles) {
	t.Helper()
	b := &uitest.Bundles{Standing: standing}
	return uitest.Open(t, uitest.Options{Lang: lang, Size: size, With: func(e *screen.Env) { e.Bundles = b.Power() }, Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
		r, err := setup.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: "Tine Maas", Roles: []model.Role{role}, Site: setup.Site()}})
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}}), b
}

// lowerRule is the line above the keys.
func lowerRule(d *uitest.Desk) string {
	lines := strings.Split(d.Frame(), "\n")
	return lines[len(lines)-2]
}

// TestTheFrameSaysWhatNobodyElseHas in every width there is, cut well, in both languages; and on a desk that never exchanged nothing.
func TestTheFrameSaysWhatNobodyElseHas(t *testing.T) {
	now := uitest.Start()
	for _, lang := range []text.Lang{"nl", "en"} {
		var out []string
		for _, width := range []int{60, 72, 80, 100, 120} {
			for _, s := range []transfer.Standing{
				{}, {Others: 1}, {Laptop: true, Alone: 1}, {Others: 2, Exchanged: now.AddDate(0, 0, -4)}, {Laptop: true, Alone: 3, Exchanged: now.AddDate(0, 0, -4)}, {Laptop: true, Exchanged: now.Add(-time.Hour)},
				{Laptop: true, Alone: 1240, Exchanged: now.AddDate(0, 0, -1)}, {Laptop: true, Alone: 12, Exchanged: now.AddDate(0, -2, 0)}, {Laptop: true, Alone: 2, Exchanged: now.AddDate(75, 0, 0)},
				{Laptop: true, WaitingThere: 2, Exchanged: now.AddDate(0, 0, -4)}, {Laptop: true, Alone: 3, WaitingThere: 1, Exchanged: now.AddDate(0, 0, -4)},
			} {
				d, _ := laptop(t, lang, screen.Size{Width: width, Height: 15}, model.RoleTeacher, s)
				out = append(out, lowerRule(d))
				rule := say.Words(lowerRule(d))
				for _, part := range strings.Split(rule, ", ") {
					if width == 120 && !strings.Contains(uitest.Spelled(d.Said()), part) {
						t.Errorf("%q is drawn and not said:\n%s", part, uitest.Spelled(d.Said()))
					}
				}
			}
		}
		uitest.Golden(t, "apart-"+string(lang), strings.Join(out, "\n"))
	}
}

// TestTheFrameHearsOfEachCommit, and a reader that fails leaves what it said.
func TestTheFrameHearsOfEachCommit(t *testing.T) {
	d, b := laptop(t, "nl", screen.Size{Width: 80, Height: 24}, model.RoleTeacher, transfer.Standing{Laptop: true, Exchanged: uitest.Start().AddDate(0, 0, -4)})
	if got := lowerRule(d); !strings.Contains(got, " anderen hebben alles van hier · laatst uitgewisseld dinsdag ") {
		t.Fatal(got)
	}
	b.Standing.Alone = 3
	people, err := d.Session.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var lead *model.Session
	for _, p := range people {
		if p.Has(model.RoleCoordinator) {
			lead = d.As(p.ID)
		}
	}
	reads := b.Reads
	d.Press("j", "k", "?", "<esc>")
	if b.Reads != reads {
		t.Error("looking reads")
	}
	d.Do(lead, model.AddGroup{Group: model.Group{Name: "Klas 2B"}})
	if got := lowerRule(d); !strings.Contains(got, " 3 dingen die nog niemand anders heeft · laatst uitgewisseld dinsdag ") {
		t.Error(got)
	}
	d.Pass(24 * time.Hour)
	if got := lowerRule(d); !strings.Contains(got, "woensdag") && !strings.Contains(got, "dinsdag") {
		t.Error(got)
	}
}

// TestALaptopSaysWhatItMayNoLonger: that something was put away, at the start, and on every screen that it is withdrawn.
func TestALaptopSaysWhatItMayNoLonger(t *testing.T) {
	away := []journal.Scope{{Class: journal.Learning, Part: journal.ID{9}}}
	d, b := laptop(t, "nl", screen.Size{Width: 100, Height: 24}, model.RoleTeacher, transfer.Standing{Laptop: true, Away: away})
	d.Shows("Op deze laptop is iets weggelegd dat niet meer bij jou hoort.")
	d.Press("j")
	d.Hides("weggelegd")
	b.Standing.Revoked = true
	d.Pass(time.Minute)
	d.Hides("weggelegd")
	d.Shows("Deze laptop is ingetrokken en wisselt niet meer uit. Lever je werk in op de centrale.")
}

// TestTheTabsOfALaptopAreItsHolders: no desk and no overview for a teacher, whose class comes first; both for who may see residents.
func TestTheTabsOfALaptopAreItsHolders(t *testing.T) {
	for _, c := range []struct {
		role   model.Role
		laptop bool
		desk   bool
	}{
		{model.RoleTeacher, true, false}, {model.RoleTeacher, false, true}, {model.RoleSupervisor, true, true},
	} {
		d, _ := laptop(t, "nl", screen.Size{Width: 120, Height: 24}, c.role, transfer.Standing{Laptop: c.laptop, Others: 1})
		top, _, _ := strings.Cut(d.Frame(), "\n")
		for _, name := range []string{"1 Balie", "5 Overzicht"} {
			if strings.Contains(top, name) != c.desk {
				t.Errorf("%s, laptop %v: %s", c.role, c.laptop, top)
			}
		}
		d.Press("1")
		if !c.desk {
			d.Press("5", ":", "Ga naar")
			d.Hides("Ga naar Balie", "Ga naar Overzicht", "Wachtrij")
			d.Shows("Ga naar Maatjes")
		}
	}
}

// TestOnlyItsHolderActsOnALaptop, and why is said.
func TestOnlyItsHolderActsOnALaptop(t *testing.T) {
	d, _ := laptop(t, "nl", screen.Size{Width: 80, Height: 24}, model.RoleTeacher, transfer.Standing{Laptop: true})
	for _, key := range []string{"U", "<f8>"} {
		d.Press(key)
		d.Shows("Deze laptop is van Tine Maas")
		d.Hides("Wie zit hier?", "Samira")
	}
	d.Press("3")
	d.Shows("Je hebt nu geen groep", "naar de centrale (m)")
	d, _ = laptop(t, "nl", screen.Size{Width: 80, Height: 24}, model.RoleTeacher, transfer.Standing{Others: 1})
	d.Press("U")
	d.Shows("Samira")
}
