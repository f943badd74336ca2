package learning

import (
	"testing"

	"leerbalie/model/journal"
)

// TestAnothersWordsStayAsTheyAre: what comes in as a correction of a line by somebody who did not say it alters nothing.
func TestAnothersWordsStayAsTheyAre(t *testing.T) {
	evidence, line, eva, theo := journal.ID{1}, journal.ID{2}, journal.ID{3}, journal.ID{4}
	said := func(at journal.Logical, by journal.ID, text string) journal.Item {
		return journal.Item{Kind: ItemTalk, Stamp: journal.Stamp{Time: at}, Actor: by, Fields: journal.Fields{OfEvidence(evidence), LineText.Is(journal.Text(text)), LineID.Is(journal.Ref(line))}}
	}
	d := DossierOf(&journal.Record{}, []journal.Item{{Kind: ItemEvidence, Stamp: journal.Stamp{Time: 1}, Fields: Evidence{ID: evidence, Kind: EvidenceProject}.Fields()},
		said(2, eva, "lastig"), said(3, theo, "makkelijk"), said(4, eva, "eerst lastig")})
	if all := d.Find(evidence).Talk; len(all) != 1 || all[0].Text != "eerst lastig" || len(all[0].Earlier) != 1 || all[0].Earlier[0].Text != "lastig" {
		t.Errorf("%+v", all)
	}
}
