package together_test

import (
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/together"
)

// TestWork: a kind of work by its code or by a word of either language; what stood there stays, and anything else is refused.
func TestWork(t *testing.T) {
	for said, want := range map[string]string{"": "", "service": "service", " Dienstverlening ": "service", "Analyse": "analysis", "project": "project", "scholing": "training", "iets ouds": "iets ouds"} {
		if got, err := together.Work(said, "iets ouds"); got != want || err != nil {
			t.Errorf("%q is %q, %v, want %q", said, got, err, want)
		}
	}
	if _, err := together.Work("dansen", "iets ouds"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an unknown kind: %v", err)
	}
}
