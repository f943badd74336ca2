package people_test

import (
	"testing"

	"leerbalie/ui/screen"
)

// TestASearchGoesOverAllTabs: what is searched for in one list is counted in the others as well, and a key goes there with the search.
func TestASearchGoesOverAllTabs(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 120, Height: 40})
	d.Press("/", d.Env.User.Name)
	d.Shows("0 gevonden", "ook: ")
	d.Press("<enter>", "<right>", "<right>")
	d.Shows("1 gevonden", d.Env.User.Name)
}

// TestANearNameIsSaidToBeNear: where nobody is called what was typed, who nearly is stands in the list, and the head says that it is no more
// than near.
func TestANearNameIsSaidToBeNear(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 120, Height: 40})
	d.Press("/", "yilmza")
	d.Shows("Fatma", "lijkt er alleen op", "1 gevonden")
	d.Press("<esc>", "/", "yilmaz")
	d.Shows("Fatma", "1 gevonden")
	d.Hides("lijkt er alleen op")
}
