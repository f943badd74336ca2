package learning

import (
	"crypto/sha256"
	"testing"

	"leerbalie/model/journal"
)

// TestAlteredSnapshotShows: a decision says whether what lies beside it is what was frozen, to the last byte, however it was
// cut in pieces.
func TestAlteredSnapshotShows(t *testing.T) {
	const frozen = `{"met":true,"reason":"uren en werk in orde"}`
	sum := sha256.Sum256([]byte(frozen))
	for kept, sound := range map[string]bool{frozen: true, `{"met":false,"reason":"uren en werk in orde"}`: false, frozen + " ": false, frozen[:20]: false, "": false} {
		half := len(kept) / 2
		it := journal.Item{Kind: ItemDecision, Stamp: journal.Stamp{Time: 1}, Fields: journal.Fields{
			decisionSnapshot.Is(journal.List(journal.Bytes(kept[:half]), journal.Bytes(kept[half:]))), decisionHash.Is(journal.Bytes(string(sum[:]))),
		}}
		d := DossierOf(&journal.Record{}, []journal.Item{it})
		if len(d.Decisions) != 1 || d.Decisions[0].Sound != sound || string(d.Decisions[0].Snapshot) != kept {
			t.Errorf("%q: %+v", kept, d.Decisions)
		}
	}
}
