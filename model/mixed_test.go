package model_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/modeltest"
)

// TestNoChangeMixesWhatIdentifiesWithWhatStays: of everything that can be done, no change holds both what an erasure takes and what
// has to stay, so that an erasure takes neither too much nor too little.
func TestNoChangeMixesWhatIdentifiesWithWhatStays(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	must(t, modeltest.Everything(t.Context(), session, time.Now()))
	all, parted := kinds.All(), map[journal.ItemKind]int{}
	at := map[journal.Stamp]journal.ItemKind{}
	for _, c := range s.Journal() {
		at[c.Stamp()] = c.Item
		var fields journal.Fields
		personal := 0
		for _, w := range c.Writes {
			if fields = append(fields, w.Field.Is(w.Value)); c.Op == journal.OpSet && all.Personal(c.Kind, w.Field) {
				personal++
			}
			if c.Item == journal.ItemWords && w.Field == journal.FieldPartOf {
				parted[at[w.Value.Stamps()[0]]]++
			}
		}
		if personal > 0 && personal < len(c.Writes) {
			t.Errorf("a change of a %s mixes: %+v", all.Name(c.Kind), c.Writes)
		}
		if _, words := all.Split(c.Item, fields); c.Op == journal.OpAdd && len(words) > 0 {
			t.Errorf("an item %d of a %s mixes: %+v", c.Item, all.Name(c.Kind), c.Writes)
		}
	}
	if len(parted) < 4 { // those of a pair were erased since
		t.Errorf("only %v had words apart: this shows little", parted)
	}
}
