package community

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work, on whichever of its pages.
const Scope keys.Scope = "community"

// What keys do here.
const (
	NextPage keys.ID = "community-next-page"
	PrevPage keys.ID = "community-prev-page"
	ToPage   keys.ID = "community-page"
)

// Keys gives the keys of this screen, and those of its pages.
func Keys() []keys.Key {
	all := actions().Keys()
	for _, p := range pages() {
		all = append(all, p.Keys()...)
	}
	return all
}

func actions() screen.Actions[*Community] {
	return screen.Actions[*Community]{
		{ID: NextPage, Scope: Scope, Keys: []string{"tab"}, Word: "key.community.next-page", Do: func(c *Community) tea.Cmd { return c.turn(1) }},
		{ID: ToPage, Scope: Scope, Keys: []string{"."}, Word: "key.community.page", Do: (*Community).choose},
		{ID: PrevPage, Scope: Scope, Keys: []string{"shift+tab"}, Word: "key.community.prev-page", Do: func(c *Community) tea.Cmd { return c.turn(-1) }},
	}
}
