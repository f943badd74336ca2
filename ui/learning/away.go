package learning

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// mayTake tells whether whoever sits here holds a copy of the class, or may: a teacher, for herself. Who leads does so among the files.
func (k *class) mayTake() bool {
	env := &k.c.Env
	return env.Bundles.MayTake(env.Session.Clearance()) && (env.Laptop || env.User.Has(model.RoleTeacher))
}

// takeAway makes a bundle for who sits here; on a laptop the one for the centre.
func (k *class) takeAway() tea.Cmd {
	return screen.Send(screen.Open{Name: screen.Laptops, With: screen.AtTake{Person: k.c.Env.User.ID}})
}

// bringIn asks which bundle is brought in.
func (k *class) bringIn() tea.Cmd {
	return screen.Send(screen.Open{Name: screen.Laptops, With: screen.AtReturn{}})
}

// bare tells that this is a laptop whose holder has no group: nothing of a student is on it.
func (k *class) bare() bool {
	return k.c.Env.Laptop && (k.known || k.failed != "") && len(k.c.Env.User.Groups) == 0 && len(k.data.matrix.Rows) == 0
}
