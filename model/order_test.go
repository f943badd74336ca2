package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/plain"
)

func TestSortByName(t *testing.T) {
	type entry struct {
		name string
		at   int
	}
	rapid.Check(t, func(t *rapid.T) {
		var list []entry
		for i, name := range rapid.SliceOf(rapid.SampledFrom([]string{"Émile", "emile", "Zoë", "zoe", "Ann", "ann ", "Bo", ""})).Draw(t, "names") {
			list = append(list, entry{name, i})
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b entry) int { return strings.Compare(plain.FoldText(a.name), plain.FoldText(b.name)) })
		if model.SortByName(list, func(e *entry) string { return e.name }); !slices.Equal(list, want) {
			t.Fatalf("%v, want %v", list, want)
		}
	})
}
