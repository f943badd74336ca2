package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestTheCheatSheetsAreFresh fails when docs/ does not say what the keys do now: make them anew with -update.
func TestTheCheatSheetsAreFresh(t *testing.T) {
	for _, lang := range text.All().Tags() {
		uitest.Kept(t, filepath.Join("..", "docs", "keys."+lang+".md"), ui.KeySheet(text.All().For(text.Lang(lang))))
	}
}

func TestEveryKeyStandsOnTheSheet(t *testing.T) {
	groups := ui.KeyGroups(text.All().For("nl"))
	on := map[keys.ID]bool{}
	for _, g := range groups {
		if strings.Contains(g.Title, ".") {
			t.Errorf("the group %q has no title in words", g.Title)
		}
		for _, l := range g.Lines {
			on[l.ID] = true
			for _, k := range l.Keys {
				if strings.Contains(k, "`") || strings.TrimSpace(k) == "" {
					t.Errorf("%s has a key that cannot be read: %q", l.ID, k)
				}
			}
		}
	}
	for _, k := range ui.AllKeys().All() {
		if !on[k.ID] {
			t.Errorf("%s is missing", k.ID)
		}
	}
}
