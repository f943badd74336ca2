package model_test

import (
	"regexp"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/pairs"
	"leerbalie/model/paths"
	"leerbalie/model/plain"
)

func everyList() map[string]model.Codes {
	return map[string]model.Codes{
		"urgencies": model.Urgencies(), "supervisions": model.Supervisions(), "statuses": desk.StatusCodes(), "outcomes": model.Outcomes(), "found places": model.FoundPlaces(), "path kinds": model.PathKinds(), "path outcomes": paths.Outcomes(),
		"channels": model.Channels(), "askers": model.Askers(), "age bands": model.AgeBands(), "life domains": model.LifeDomains(),
		"themes": model.Themes(), "fits": pairs.FitAnswers(), "study outcomes": model.StudyOutcomes(),
		"end reasons": pairs.EndReasons(), "evaluations": pairs.EvaluationResults(), "moods": pairs.Moods(),
	}
}

func TestListsAreWellMade(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for name, list := range everyList() {
		for _, c := range list {
			if !code.MatchString(c.Code) || len(c.Also) < 2 || c.List == "" || c.List != list[0].List || len(c.Labels) > 0 {
				t.Errorf("%s: %+v", name, c)
			}
			for _, way := range append([]string{c.Code}, c.Names()...) {
				wordless := plain.FoldText(way) == "" && !strings.ContainsAny(way, "+<")
				if found, ok := list.Find(way); !wordless && (!ok || found.Code != c.Code) {
					t.Errorf("%s: %q of %s finds %v", name, way, c.Code, found.Code)
				}
			}
		}
	}
}

func TestFindCode(t *testing.T) {
	cases := []struct {
		list       model.Codes
		text, want string
	}{
		{model.Channels(), "Telefoon", "phone"},
		{model.Channels(), " PHONE ", "phone"},
		{model.Channels(), "website", "web"},
		{model.Channels(), "Walk-in", "desk"},
		{model.Channels(), "walk in", "desk"},
		{model.Channels(), "Email", "email"},
		{model.Channels(), "home_visit", "home-visit"},
		{model.Channels(), "postduif", ""},
		{model.Channels(), "", ""},
		{model.AgeBands(), "<18", "under-18"},
		{model.AgeBands(), "65+", "65-plus"},
		{model.AgeBands(), "18–34", "18-34"},
		{model.LifeDomains(), "Financien", "finances"},
		{model.Outcomes(), "not_reached", "not-reached"},
		{desk.StatusCodes(), "Open", "waiting"},
	}
	for _, c := range cases {
		if got, ok := c.list.Find(c.text); got.Code != c.want || ok != (c.want != "") {
			t.Errorf("%q: %v %v", c.text, got.Code, ok)
		}
	}
}

func TestRenamed(t *testing.T) {
	site := model.Site{Themes: model.Codes{{Code: "literacy", Labels: model.Labels{"nl": "Taal", "en": "Language and reading"}}, {Code: "work", Labels: model.Labels{"nl": "Aan de slag"}},
		{Code: "own", Labels: model.Labels{"nl": "Eigen"}}, {Code: "poverty"}}}
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
