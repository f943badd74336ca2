package uitest

import "leerbalie/ui/screen"

// Page opens a page of the community, wherever it stands among the others.
func (d *Driver) Page(name string) {
	d.T.Helper()
	d.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: name}})
}
