package model

import (
	"cmp"
	"slices"

	"leerbalie/model/plain"
)

// SortByName puts a list in the order of names, whatever their case and accents; those of one name stay as they stood. Each name
// is folded once, and each entry moved once.
func SortByName[T any](list []T, name func(*T) string) {
	type place struct {
		folded string
		at     int
	}
	places := make([]place, len(list))
	for i := range list {
		places[i] = place{plain.FoldText(name(&list[i])), i}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(a.at, b.at)) })
	was := slices.Clone(list)
	for i, p := range places {
		list[i] = was[p.at]
	}
}

// SortPeople puts people in the order of their names.
func SortPeople(people []Person) { SortByName(people, func(p *Person) string { return p.Name }) }
