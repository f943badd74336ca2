package journal_test

import (
	"testing"

	"leerbalie/model/journal"
)

// TestWordsOfAnotherCountForNothing: free words belong to an item where its own writer wrote them on the same replica, and what stays
// of an item where an erasure took that; nobody else puts words into somebody's mouth.
func TestWordsOfAnotherCountForNothing(t *testing.T) {
	const note, fact journal.Field = 5, 6
	me, other := journal.ID{1}, journal.ID{2}
	at := func(replica byte, seq uint64) journal.Stamp {
		return journal.Stamp{Time: journal.Logical(seq), Replica: journal.Replica{replica}, Seq: seq}
	}
	part := func(kind journal.ItemKind, by journal.ID, s journal.Stamp, text string) journal.Item {
		return journal.Item{Kind: kind, Actor: by, Stamp: s, Fields: journal.Fields{note.Is(journal.Text(text)), journal.FieldPartOf.Is(journal.Stamps([]journal.Stamp{at(1, 1)}))}}
	}
	for _, c := range []struct {
		name   string
		erased bool
		part   journal.Item
		want   string
	}{
		{"own words", false, part(journal.ItemWords, me, at(1, 2), "own"), "own"},
		{"another's words", false, part(journal.ItemWords, other, at(1, 2), "other"), ""},
		{"from another replica", false, part(journal.ItemWords, me, at(2, 2), "elsewhere"), ""},
		{"what stays", true, part(journal.ItemStays, other, at(1, 2), "stays"), "stays"},
		{"what stays of what is there", false, part(journal.ItemStays, other, at(1, 2), "stays"), ""},
	} {
		whole := journal.Item{Kind: 90, Actor: me, Stamp: at(1, 1), Erased: c.erased}
		if !c.erased {
			whole.Fields = journal.Fields{fact.Is(journal.Int(3))}
		}
		items := journal.Standing([]journal.Item{whole, c.part})
		if len(items) != 1 || items[0].Fields.Get(note).Text() != c.want {
			t.Errorf("%s: %+v", c.name, items)
		}
	}
}
