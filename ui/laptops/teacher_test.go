package laptops_test

import (
	"strings"
	"testing"

	"leerbalie/ui/uitest"
)

// TestATeacherLeavesTextsHome: whether one travels is for a coordinator to say, and so it shows.
func TestATeacherLeavesTextsHome(t *testing.T) {
	p := open(t, "nl", small, true, func(b *uitest.Bundles) { b.To = b.To[:1] })
	p.Press("3", "m")
	p.Shows("Tekst 1 van 2", "tot een coördinator zegt dat hij mee mag")
	p.Hides("mag mee ·")
	p.Press("m")
	p.Shows("Tekst 1 van 2", "Nog niet gekozen: blijft thuis.")
	p.Press("t")
	if got := strings.Join(p.bundles.Asked, ","); got != "plan,decide h" {
		t.Error(got)
	}
}

// TestATeacherTakesHerOwnClass with one key, from the class, and is asked no more than where it goes.
func TestATeacherTakesHerOwnClass(t *testing.T) {
	p := open(t, "nl", small, true, func(b *uitest.Bundles) { b.To, b.Plan.Hits = b.To[:1], nil })
	p.Press("3", "m")
	p.Shows("Meenemen: Laptop van Tine (Tine Maas)", "Erin: 24 studenten")
	p.Press("<ctrl+s>")
	p.bundles.Taken.Code = ""
	p.Press("w", "<esc>", "<esc>")
	p.Shows("Klas 2B")
	p.Press("t")
	p.Shows("Welk bestand?")
}

// TestATeacherTakesOnlyHerself: whatever the powers offer, from her class she takes her own.
func TestATeacherTakesOnlyHerself(t *testing.T) {
	p := open(t, "nl", small, true, func(b *uitest.Bundles) { b.Plan.Hits = nil })
	p.Press("3", "m")
	p.Shows("Tine Maas", "Laptop van Tine")
	p.Hides("Samira Bouali  ")
}
