package screen_test

import (
	"testing"
	"time"

	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestHowLongSomethingWaits at the borders of minutes, hours and days, in both languages; of what is still to come nothing is negative.
func TestHowLongSomethingWaits(t *testing.T) {
	now := time.Date(2026, 3, 29, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		waits  time.Duration
		nl, en string
	}{
		{-73 * 365 * 24 * time.Hour, "0 m", "0 m"}, {0, "0 m", "0 m"}, {59 * time.Second, "0 m", "0 m"}, {time.Minute, "1 m", "1 m"},
		{time.Hour - 1, "59 m", "59 m"}, {time.Hour, "1 u", "1 h"}, {2*time.Hour - 1, "1 u", "1 h"}, {24 * time.Hour, "24 u", "24 h"},
		{48*time.Hour - 1, "47 u", "47 h"}, {48 * time.Hour, "2 d", "2 d"}, {28 * 24 * time.Hour, "28 d", "28 d"},
	} {
		for lang, want := range map[text.Lang]string{"nl": c.nl, "en": c.en} {
			if got := (screen.Env{Words: text.All().For(lang)}).Wait(now.Add(-c.waits), now); got != want {
				t.Errorf("%s: %v is %q, want %q", lang, c.waits, got, want)
			}
		}
	}
}
