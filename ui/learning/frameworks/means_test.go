package frameworks_test

import (
	"slices"
	"testing"
)

// TestTheWordsOfLevelsAreTyped: a line for each level, in whatever order; what begins with no level goes on with the one before.
func TestTheWordsOfLevelsAreTyped(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("<enter>", "<down>", "<down>", "e", "<tab>", "<tab>", "<tab>", "<tab>", "<tab>", "goed: laat kiezen", "<ctrl+j>", "voldoende: vraagt door", "<ctrl+j>", "en vat samen", "<ctrl+s>")
	if n := hbo(t, d).Nodes[1]; !slices.Equal(n.Means, []string{"", "vraagt door\nen vat samen", "laat kiezen"}) {
		t.Errorf("%q", n.Means)
	}
	d.Shows("voldoende: vraagt door")
}
