package store

import (
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store/derive"
	"leerbalie/store/wire"
)

// TestARowOnDiskHoldsEveryFieldOfLists: what lists hold of a request comes back from the row that is kept.
func TestARowOnDiskHoldsEveryFieldOfLists(t *testing.T) {
	r := modeltest.FilledRequest(0, journal.ID{1})
	how := modeltest.FilledClosing(0)
	r.Closed = &how
	was := r.Row()
	is, err := wire.DecodeRow(was.Site, was.ID, wire.EncodeRow(&was))
	check(t, err)
	for _, f := range desk.RowFields() {
		if got := f.Get(&is); got == "" || got != f.Get(&was) {
			t.Errorf("%s comes back as %q", f.Name, got)
		}
	}
	if len(desk.LaterInRows()) == 0 || derive.Version() != derive.Before+uint64(len(desk.LaterInRows())) {
		t.Errorf("version %d with %d fields that came later", derive.Version(), len(desk.LaterInRows()))
	}
}
