package directory_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type hit struct {
	ID, Organization, Service, Place, Open, Phone string
	UpdatedAt                                     *string `json:"updated_at"`
	AssuredBy                                     string  `json:"assured_by"`
	Stale, Retired, Nearly                        bool
	Languages, Needs                              []string
	Referred, Accepted, Declined                  int
}

type shown struct {
	hit
	Fees  string
	Hours []struct {
		Days          []string
		Opens, Closes string
	}
	Places []struct{ Name, City string }
	Notes  []struct {
		Text string
		By   struct{ Name string }
	}
	RetiredWhy string `json:"retired_why"`
}

// TestAServiceFromAddingToReferring: by commands alone, and what a script reads of it. It is a Monday, 14:00 in Amsterdam.
func TestAServiceFromAddingToReferring(t *testing.T) {
	b := clitest.School(t)
	did := clitest.JSON[struct{ ID string }](b, "directory", "add", "Taalcafé", "--organization", "Bibliotheek", "--place", "Bieb Zuid", "--city", "Delft", "--need", "taal",
		"--language", "Turks", "--hours", "ma-vr 09:00-17:00", "--phone", "015-1234567", "--json", "--lang", "nl")
	b.Must("directory", "add", "Nachtopvang", "--organization", "bibliotheek", "--hours", "20:00-8:00")
	find := func(args ...string) string {
		t.Helper()
		var names []string
		for _, h := range clitest.JSON[[]hit](b, append([]string{"directory", "search", "--json"}, args...)...) {
			names = append(names, h.Service)
		}
		return strings.Join(names, ", ")
	}
	for args, want := range map[string]string{"taal": "Taalcafé", "tallcafe": "Taalcafé", "bibliotheek": "Nachtopvang, Taalcafé", "--open-now": "Taalcafé", "--place delft": "Taalcafé",
		"--language tr": "Taalcafé", "--language turks --lang nl": "Taalcafé", "--language pl": "", "--need taal": "Taalcafé", "zzzz": "", "--limit 1": "Nachtopvang"} {
		if got := find(strings.Fields(args)...); got != want {
			t.Errorf("%s: %s, want %s", args, got, want)
		}
	}
	h := clitest.JSON[[]hit](b, "directory", "search", "taal", "--json")[0]
	if h.ID != did.ID || h.Organization != "Bibliotheek" || h.Place != "Bieb Zuid, Delft" || h.AssuredBy != "Samira" || h.Open != "open" || h.Phone != "015-1234567" || h.UpdatedAt == nil || h.Stale {
		t.Errorf("%+v", h)
	}
	b.Must("directory", "note", "Taalcafé", "vraag", "naar", "Ann", "--as", "Noor")
	b.Must("directory", "assure", did.ID, "--as", "Noor")
	if _, complaint := b.Do(command.CouldNot, "directory", "edit", "Taalcafé", "--fees", "€ 5", "--as", "Noor"); !strings.Contains(complaint, "Taalcafé") {
		t.Errorf("%q", complaint)
	}
	b.Must("directory", "edit", "taalcafe", "--fees", "gratis", "--hours", "di 10-12")
	s := clitest.JSON[shown](b, "directory", "show", "Taalcafé", "--json")
	if s.Fees != "gratis" || len(s.Hours) != 1 || s.Hours[0].Days[0] != "TU" || s.Hours[0].Opens != "10:00" || s.Open != "closed" || s.AssuredBy != "Noor" || s.Notes[0].Text != "vraag naar Ann" ||
		s.Notes[0].By.Name != "Noor" || s.Phone != "015-1234567" || s.Places[0].City != "Delft" {
		t.Errorf("%+v", s)
	}
	if out := b.Must("directory", "show", "Taalcafé", "--lang", "nl"); !strings.Contains(out, "di 10:00-12:00") || !strings.Contains(out, "Turks") {
		t.Errorf("%s", out)
	}

	nr := clitest.JSON[struct{ Number string }](b, "request", "add", "Brief", "--json").Number
	b.Must("request", "refer", nr, "--service", "Taalcafé", "--consent")
	b.Must("request", "refer", nr, "--service", "Taalcafé", "--state", "sent")
	b.Must("request", "refer", nr, "Wijkteam", "--consent")
	r := clitest.JSON[struct {
		Referrals []struct {
			To, State string
			Service   *string
		}
	}](b, "request", "show", nr, "--json").Referrals
	if len(r) != 2 || r[0].To != "Bibliotheek: Taalcafé" || r[0].State != "sent" || *r[0].Service != did.ID || r[1].Service != nil {
		t.Errorf("%+v", r)
	}
	if got := find("bibliotheek"); got != "Taalcafé, Nachtopvang" {
		t.Errorf("what was referred to does not come first: %s", got)
	}
	b.Do(command.Misused, "request", "refer", nr)
	b.Do(command.Misused, "directory", "retire", "Taalcafé")
	b.Must("directory", "retire", "Taalcafé", "--why", "gestopt")
	b.Do(command.CouldNot, "request", "refer", nr, "--service", "Taalcafé")
	if got := find("taal") + "|" + find("taal", "--retired"); got != "|Taalcafé" {
		t.Error(got)
	}
	if s := clitest.JSON[shown](b, "directory", "show", "Taalcafé", "--json"); !s.Retired || s.RetiredWhy != "gestopt" {
		t.Errorf("%+v", s)
	}
	b.Must("directory", "retire", "Taalcafé", "--back")
	b.Do(command.CouldNot, "directory", "show", "niets")
	b.Do(command.CouldNot, "directory", "add", "x", "--hours", "soms")
	b.Do(command.Misused, "directory", "add", "x", "--language", "klingons")
	if got := find("x"); got != "" {
		t.Errorf("what was refused is there: %s", got)
	}
}
