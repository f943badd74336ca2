package pairs

import (
	"errors"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// TestIdsAreNoCitizenServiceNumbers: the hexadecimal form of an id can hold nine digits that pass the elfproef.
func TestIdsAreNoCitizenServiceNumbers(t *testing.T) {
	id, err := journal.ParseID("0182254a-0000-7000-8000-a882254960ab")
	if err != nil {
		t.Fatal(err)
	}
	if len(plain.FindBSN("a882254960ab", plain.InWords)) == 0 {
		t.Fatal("the example is none: look for another")
	}
	p := Proposal{Name: "Voorjaar", Pairs: [][]journal.ID{{id, id}}, Locks: [][]journal.ID{{id, id}}, Forbid: [][]journal.ID{{id, id}}}
	check := func() (err error) {
		for _, f := range p.fields() {
			place := model.PlaceOf(journal.NewKinds(Kinds()...), KindProposal, f.Field)
			err = errors.Join(err, model.CheckText(f.Value.Text(), place))
			for _, e := range f.Value.List() {
				err = errors.Join(err, model.CheckText(e.Text(), place))
			}
		}
		return err
	}
	if err := check(); err != nil {
		t.Error(err)
	}
	p.Name = "van 111222333"
	if err := check(); err == nil {
		t.Error("a name may not hold one")
	}
}
