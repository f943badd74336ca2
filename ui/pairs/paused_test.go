package pairs_test

import (
	"context"
	"testing"

	modelpairs "leerbalie/model/pairs"
)

// TestAPausedPairIsCountedApart: in the head, and in what the pair says.
func TestAPausedPairIsCountedApart(t *testing.T) {
	d := wide(t)
	d.Press("p", "P", "<tab>", "<enter>")
	d.Shows("Koppels 3")
	d.Hides("ligt stil")
	d.Do(d.Session, modelpairs.StartTimeOut{Person: runs(t, d)[0].Members[0], Reason: "thuis"})
	d.Shows("Koppels 2", "ligt stil 1", "ligt stil: time-out")
	if all, err := modelpairs.Pairs(context.Background(), d.Session); err != nil || len(all) != 3 {
		t.Error(all, err)
	}
}
