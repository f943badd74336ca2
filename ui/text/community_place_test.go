package text

import (
	"testing"

	"leerbalie/model/rooms"
)

// TestPlacesOfTheCommunity: an erasure can say where in the community somebody is named: on what, and in what stands on it.
func TestPlacesOfTheCommunity(t *testing.T) {
	for _, lang := range All().Tags() {
		w := All().For(Lang(lang))
		for _, room := range rooms.All() {
			row := room.Row()
			if w.Or("place."+row.Name, "") == "" {
				t.Errorf("%s: no words place.%s", lang, row.Name)
			}
			for _, said := range row.Said {
				if w.Or("place.at."+said, "") == "" {
					t.Errorf("%s: no words place.at.%s", lang, said)
				}
			}
		}
	}
}
