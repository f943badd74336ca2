package model

import (
	"slices"
	"testing"

	"leerbalie/model/journal"
)

// TestSiteListsOnDisk reads the form of before languages were any number, as it stands in stores, and the form of now.
func TestSiteListsOnDisk(t *testing.T) {
	old := codesOf(journal.Texts([]string{"energie\tEnergie\tEnergy", "een\tAlleen Nederlands\t", "no such line"}))
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
