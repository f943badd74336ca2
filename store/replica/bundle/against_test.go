package bundle

import (
	"path/filepath"
	"testing"
)

// TestALaptopAgainstACopyOfTheCentre: what the laptop may never hold is not missing there.
func TestALaptopAgainstACopyOfTheCentre(t *testing.T) {
	c := centre(t, true)
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, c.s.Backup(t.Context(), copied, nil))
	l := c.laptop(c.take(c.recipient("Tine de Boer", false)))
	r, err := l.s.Check(t.Context(), copied)
	must(t, err)
	if len(r.Problems) > 0 || len(r.Against) != 1 || r.Against[0].Else == 0 {
		t.Errorf("%+v %+v", r.Problems, r.Against)
	}
	own := filepath.Join(t.TempDir(), "own")
	must(t, l.s.Backup(t.Context(), own, nil))
	if r, err = l.s.Check(t.Context(), own); err != nil || len(r.Problems) > 0 || len(r.Against) != 1 || r.Against[0].Else != 0 {
		t.Errorf("%+v %v", r, err)
	}
}
