package transfer

import (
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/mapping"
)

func TestASurveyRecallsAMapping(t *testing.T) {
	s := Survey{Columns: []Column{
		{Name: "Datum", Field: "created_at", By: ByHeading}, {Name: "VRAAG", Field: "details", By: ByContent}, {Name: "Kleur", Field: "theme", By: ByHeading},
		{Name: "Nieuw", Field: "minutes", By: ByHeading}, {Name: "Ook", Field: "summary", By: ByContent}, {Name: "Nr", BSN: true}, {Name: ""}, {Name: "vraag", Field: "", By: Unrecognised},
	}}
	m := mapping.Mapping{Name: "Oud", What: mapping.Requests, Headings: []string{"Vraag", "Datum", "Kleur", "Nr"}, Columns: []string{"colour=Kleur", "created_at=Datum", "summary=Vraag"}}
	say := func(s Survey) string {
		var b strings.Builder
		for _, c := range s.Columns {
			fmt.Fprintf(&b, "%s=%s(%s) ", c.Name, c.Field, c.By)
		}
		return strings.TrimSpace(b.String())
	}
	before := say(s)
	got := s.Recall([]mapping.Mapping{m})
	if want := "Datum=created_at(mapping) VRAAG=summary(mapping) Kleur=(mapping) Nieuw=minutes(heading) Ook=() Nr=() =() vraag=(mapping)"; say(got) != want || got.Mapping != "Oud" {
		t.Errorf("%q\n%s\n%s", got.Mapping, say(got), want)
	}
	if say(s) != before {
		t.Error("the survey itself was altered")
	}
	m.What = mapping.Students
	if got := s.Recall([]mapping.Mapping{m}); got.Mapping != "" || say(got) != before {
		t.Errorf("%q %s", got.Mapping, say(got))
	}
}
