package people_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// withFiles is the directory where there are files: one to bring in, which is told as it would be.
func withFiles(t *testing.T, press ...string) func() *uitest.Desk {
	return func() *uitest.Desk {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 120, Height: 40}, With: func(env *screen.Env) { env.Files = files() }})
		service(t, d)
		d.Press("4", "v", "6")
		d.Press(press...)
		return d
	}
}

func files() *screen.LocalFiles {
	return &screen.LocalFiles{
		Home: "/home/sam",
		List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
			return folder, []screen.FileEntry{{Name: "hsds", Folder: true}, {Name: "kaart.zip", Size: 20480}}, nil
		},
		ImportDirectory: func(_ context.Context, session *model.Session, path string, o transfer.ImportOptions, _ func(int64, int64)) (r transfer.DirectoryReport, err error) {
			if strings.Contains(path, "kapot") {
				return r, errors.New("disk")
			}
			r = transfer.DirectoryReport{Read: 3, Imported: 2, DryRun: o.DryRun, Organizations: transfer.DirectoryCount{Imported: 1},
				Remarks: []transfer.Remark{{Msg: "hsds.ids-made", Args: []fault.Arg{{Name: "file", Value: "services.csv"}, {Name: "n", Value: 2}}}},
				Refused: []transfer.DirectoryRefusal{{File: "services.csv", Refusal: transfer.Refusal{Row: 4, Err: fault.New(fault.Invalid, "hsds.weekday", "text", "moandei")}}}}
			if !o.DryRun {
				r.ID = session.Site()
			}
			return r, nil
		},
		ExportDirectory: func(context.Context, *model.Session, string) (transfer.DirectoryExported, error) {
			return transfer.DirectoryExported{Organizations: 1, Services: 1}, nil
		},
	}
}

// all is the directory, by who sits here.
func all(t *testing.T, d *uitest.Desk) []directory.Hit {
	t.Helper()
	out, err := directory.Find(t.Context(), d.Session, directory.Query{Now: uitest.Start(), Retired: true})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAServiceByKeys: added with an organisation that is known and a place that is new, altered, retired with a reason and brought back,
// each taken back by one key.
func TestAServiceByKeys(t *testing.T) {
	d := withService(t, "v", "6")()
	d.Press("n", "Taalcafé", "<tab>", "human")
	d.Shows("Bekend", "Humanitas")
	d.Press("<down>", "<enter>", "<tab>", "taal, ontmoeting", "<tab>", "Buurthuis", "<tab>", "Tijmstraat 3", "<tab>", "2598 AB", "<tab>", "Duinhage", "<tab>", "070-7654321", "<tab>", "ma-foo 9", "<ctrl+s>")
	d.Shows("niet te lezen als tijden")
	d.Press("<ctrl+u>", "ma-vr 09:00-17:00; za 10-12", "<tab>", "Nederlands, Turks", "<ctrl+s>")
	d.Shows("Humanitas: Taalcafé", "Buurthuis, Duin", "ma-vr 09:00-17:00", "za 10:00-12:00", "Tijmstraat 3")
	got := all(t, d)
	i := slices.IndexFunc(got, func(h directory.Hit) bool { return h.Service.Name == "Taalcafé" })
	if len(got) != 2 || i < 0 {
		t.Fatalf("%+v", got)
	}
	s, other := got[i], got[1-i]
	if s.Service.Organization != other.Service.Organization || !slices.Equal(s.Service.Languages, []string{"nl", "tr"}) || !slices.Equal(s.Service.Needs, []string{"taal", "ontmoeting"}) ||
		len(s.Service.Schedules) != 2 || s.Places[0].Postcode != "2598 AB" || s.Service.Phones[0].Number != "070-7654321" {
		t.Errorf("%+v", s)
	}
	d.Press("e", "<ctrl+u>", "Taalhuis", "<tab>", "<tab>", "<tab>", "<tab>", "<ctrl+u>", "Tijmstraat 5", "<ctrl+s>")
	d.Shows("Humanitas: Taalhuis", "Tijmstraat 5")
	if got := all(t, d); len(got) != 2 {
		t.Fatalf("%+v", got)
	}
	d.Press("u")
	d.Shows("Humanitas: Taalcafé", "Tijmstraat 3")
	d.Press("D", "<ctrl+s>")
	d.Shows("Niet meer verwijzen naar")
	d.Press("gestopt in mei", "<ctrl+s>")
	d.Shows("niet meer verwijzen: gestopt in mei", "vervallen")
	d.Press("f")
	d.Shows("wordt niet meer verwezen")
	d.Press("D")
	d.Hides("gestopt in mei")
	as(t, d, model.RoleStudent)
	d.Press("v", "6", "e")
	d.Shows("door iemand anders toegevoegd")
}

// TestOpenNowAndLanguages: a key narrows the directory down to what is open, and a language is found in the field of all other words.
func TestOpenNowAndLanguages(t *testing.T) {
	d := withService(t, "v", "6")()
	if _, err := d.Session.DoQuietly(t.Context(), directory.Offer{Service: directory.Service{Entry: directory.Entry{Name: "Nachtloket"}, Languages: []string{"tr"}, Schedules: []directory.Schedule{{Opens: 60, Closes: 120}}}}); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Shows("Nachtloket", "Thuisadministratie")
	d.Press("o")
	d.Shows("alleen nu open", "Thuisadministratie")
	d.Hides("Nachtloket")
	d.Press("o", "/")
	d.Shows("en op taal")
	d.Press("turks")
	d.Shows("Nachtloket")
	d.Hides("Thuisadministratie")
}

// TestReferringFromTheDirectory: the request that the desk has its cursor on is referred; the form names it.
func TestReferringFromTheDirectory(t *testing.T) {
	d := withService(t, "v", "6")()
	d.Press("f")
	d.Shows("Nieuwe doorverwijzing", "Humanitas: Thuisadministratie", "Gaat er iemand mee")
	d.Press("<ctrl+s>")
	d.Shows("doorverwezen naar Humanitas")
}

// TestADirectoryComesInAndGoesOut: tried first, with counts, remarks and refused rows; done by a key; and what it writes is told.
func TestADirectoryComesInAndGoesOut(t *testing.T) {
	d := withFiles(t, "I", "<enter>", "kaart", "<enter>", "<ctrl+s>")()
	d.Shows("Diensten gelezen: 3", "Organisaties: 1 nieuw", "services.csv", "moandei")
	d.Press("r")
	d.Shows("Diensten gelezen: 3", "u")
	d.Press("<esc>", "E", "<ctrl+s>")
	d.Shows("Geschreven diensten: 1")
	d.Press("<esc>", "I", "<enter>", "/home/sam/kapot.zip", "<enter>", "<right>", "<ctrl+s>")
	d.Hides("Diensten gelezen")
}

// TestTheFormOfAServiceLooksWell in both languages, also where there is little room.
func TestTheFormOfAServiceLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, With: func(env *screen.Env) { env.Files = files() }})
			service(t, d)
			d.Press("4", "v", "6", "n", "Taalcafé", "<tab>", "human")
			d.Picture("directory/form", lang)
			d.Press("<esc>", "I", "<enter>", "kaart", "<enter>", "<ctrl+s>")
			d.Picture("directory/in", lang)
		}
	}
}
