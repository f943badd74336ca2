package transfer

import (
	"maps"
	"testing"
)

func TestTheMapOfASurvey(t *testing.T) {
	s := Survey{Columns: []Column{{Name: "Vraag", Field: "summary", By: ByHeading}, {Name: "Kleur"}, {Field: "details", By: ByContent}, {Name: "Nr", Field: "source_id", BSN: true}}}
	if got, want := s.Map(), map[string]string{"summary": "Vraag"}; !maps.Equal(got, want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}
