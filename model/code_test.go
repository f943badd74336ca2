package model

import (
	"regexp"
	"testing"
)

func everyList() map[string]Codes {
	return map[string]Codes{
		"urgencies": Urgencies(), "supervisions": Supervisions(), "statuses": StatusCodes(), "outcomes": Outcomes(),
		"channels": Channels(), "askers": Askers(), "age bands": AgeBands(), "life domains": LifeDomains(),
		"health": HealthDimensions(), "themes": Themes(),
	}
}

func TestListsAreWellMade(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for name, list := range everyList() {
		owner := map[string]string{}
		for _, c := range list {
			if !code.MatchString(c.Code) || c.NL == "" || c.EN == "" {
				t.Errorf("%s: %+v", name, c)
			}
			for _, way := range append([]string{c.Code, c.NL, c.EN}, c.Also...) {
				key := codeKey(way)
				if other, taken := owner[key]; key != "" && taken && other != c.Code {
					t.Errorf("%s: %q is both %s and %s", name, way, other, c.Code)
				}
				owner[key] = c.Code
				if found, ok := list.Find(way); key != "" && (!ok || found.Code != c.Code) {
					t.Errorf("%s: %q finds %v", name, way, found)
				}
			}
		}
	}
}

func TestFindCode(t *testing.T) {
	cases := []struct {
		list       Codes
		text, want string
	}{
		{Channels(), "Telefoon", "phone"},
		{Channels(), " PHONE ", "phone"},
		{Channels(), "website", "web"},
		{Channels(), "Walk-in", "desk"},
		{Channels(), "walk in", "desk"},
		{Channels(), "Email", "email"},
		{Channels(), "home_visit", "home-visit"},
		{Channels(), "postduif", ""},
		{Channels(), "", ""},
		{AgeBands(), "<18", "under-18"},
		{AgeBands(), "65+", "65-plus"},
		{AgeBands(), "18–34", "18-34"},
		{LifeDomains(), "Financien", "finances"},
		{Outcomes(), "not_reached", "not-reached"},
		{StatusCodes(), "Open", "waiting"},
	}
	for _, c := range cases {
		if got, ok := c.list.Find(c.text); got.Code != c.want || ok != (c.want != "") {
			t.Errorf("%q: %v %v", c.text, got.Code, ok)
		}
	}
}

func TestLabel(t *testing.T) {
	for language, want := range map[string]string{"nl": "telefoon", "nl-NL": "telefoon", "en": "phone", "de": "phone", "": "phone"} {
		if got := Channels().Label("phone", language); got != want {
			t.Errorf("in %q: %q", language, got)
		}
	}
	if got := Channels().Label("postduif", "nl"); got != "postduif" {
		t.Errorf("an unknown code is shown as %q", got)
	}
}
