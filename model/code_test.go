package model

import (
	"regexp"
	"slices"
	"testing"
)

func everyList() map[string]Codes {
	return map[string]Codes{
		"urgencies": Urgencies(), "supervisions": Supervisions(), "statuses": StatusCodes(), "outcomes": Outcomes(),
		"channels": Channels(), "askers": Askers(), "age bands": AgeBands(), "life domains": LifeDomains(),
		"health": HealthDimensions(), "themes": Themes(), "fits": FitAnswers(), "study outcomes": StudyOutcomes(),
		"end reasons": EndReasons(), "evaluations": EvaluationResults(), "moods": Moods(),
	}
}

func TestListsAreWellMade(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for name, list := range everyList() {
		owner := map[string]string{}
		for _, c := range list {
			if !code.MatchString(c.Code) || len(c.Also) < 2 || c.List == "" || c.List != list[0].List || len(c.Labels) > 0 {
				t.Errorf("%s: %+v", name, c)
			}
			for _, way := range append([]string{c.Code}, c.Names()...) {
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

func TestRenamed(t *testing.T) {
	site := Site{Themes: Codes{{Code: "literacy", Labels: Labels{"nl": "Taal", "en": "Language and reading"}}, {Code: "work", Labels: Labels{"nl": "Aan de slag"}},
		{Code: "own", Labels: Labels{"nl": "Eigen"}}, {Code: "poverty"}}}
	for code, want := range map[string]bool{"literacy": false, "work": true, "own": true, "poverty": false} {
		if got := site.Theme(code).Renamed(); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
	if c, ok := site.ThemeCodes().Find("aan de slag"); !ok || c.Code != "work" || c.List != "theme" {
		t.Errorf("%+v", c)
	}
	if c := site.Theme("neighbours"); c.List != "theme" {
		t.Errorf("a theme that was taken off the list is %+v", c)
	}
}

// TestSiteListsOnDisk reads the form of before languages were any number, as it stands in stores, and the form of now.
func TestSiteListsOnDisk(t *testing.T) {
	old := codesOf(Texts([]string{"energie\tEnergie\tEnergy", "een\tAlleen Nederlands\t", "no such line"}))
	want := Codes{{Code: "energie", Labels: Labels{"nl": "Energie", "en": "Energy"}}, {Code: "een", Labels: Labels{"nl": "Alleen Nederlands"}}}
	if !sameCodes(old, want) {
		t.Errorf("%+v", old)
	}
	more := Codes{{Code: "energie", Labels: Labels{"nl": "Energie = stroom", "en": "Energy", "de": "Energie"}}, {Code: "work"}}
	if got := codesOf(codesValue(more)); !sameCodes(got, more) {
		t.Errorf("%+v", got)
	}
	if got := codesValue(want).Texts(); !slices.Equal(got, []string{"energie\nen=Energy\nnl=Energie\n", "een\nnl=Alleen Nederlands\n"}) {
		t.Errorf("%q", got)
	}
}
