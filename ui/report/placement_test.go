package report

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/learning"
	"leerbalie/ui/text"
)

// TestHowLongThereIs of a placement: 28 days are four weeks, below two weeks days are told, and one is one.
func TestHowLongThereIs(t *testing.T) {
	now := time.Date(2026, 3, 9, 22, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		end    int // of March
		nl, en string
	}{
		{9, "nog 0 dagen", "0 days left"}, {10, "nog 1 dag", "1 day left"}, {22, "nog 13 dagen", "13 days left"}, {23, "nog 2 weken", "2 weeks left"},
		{36, "nog 3 weken", "3 weeks left"}, {37, "nog 4 weken", "4 weeks left"},
	} {
		for lang, want := range map[text.Lang]string{"nl": c.nl, "en": c.en} {
			m := Maker{Words: text.All().For(lang), Zone: time.FixedZone("", 3600), Now: now}
			if got := m.Placement(learning.Placement{End: time.Date(2026, 3, c.end, 0, 0, 0, 0, time.UTC)}); !strings.HasSuffix(got, "· "+want) {
				t.Errorf("%s, until %d March: %q, want %q", lang, c.end, got, want)
			}
		}
	}
	m := Maker{Words: text.All().For("nl"), Zone: time.FixedZone("", 2*3600), Now: now}
	if got := m.Placement(learning.Placement{End: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)}); strings.Contains(got, "nog") {
		t.Errorf("after midnight at the site: %q", got)
	}
}
