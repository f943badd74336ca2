// Package level is the levels of Dutch vocational and higher education: 1 to 4 of mbo, the associate degree, which the field calls level 5, and
// the bachelor of hbo.
package level

import "leerbalie/model/plain"

// All are the levels that a student can have, the lowest first.
func All() []string { return []string{"mbo-1", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo"} }

// Numbered is the level that a number means, as in "levels 1 to 5"; "" for any other number.
func Numbered(n int) string {
	if n < 1 || n > 5 {
		return ""
	}
	return All()[n-1]
}

// Read is the level that somebody means: a code in any spelling (MBO 3, mbo3), a number alone (3, niveau 5), or the name of the associate degree;
// the text itself where that is none, so that a sentence can name it.
func Read(text string) string {
	key := ""
	for _, w := range plain.Fold(text) {
		key += w
	}
	switch key {
	case "ad", "associatedegree", "mbo5", "5", "niveau5", "level5":
		return "ad"
	case "hbo", "bachelor":
		return "hbo"
	}
	for i, code := range All()[:4] {
		n := string(rune('1' + i))
		if key == "mbo"+n || key == n || key == "niveau"+n || key == "level"+n {
			return code
		}
	}
	return text
}
