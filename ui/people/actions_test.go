package people_test

import (
	"context"
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/keys"
	screenpeople "leerbalie/ui/people"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with people, by who leads, by who learns and by a
// teacher, who may not see residents.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := wide(t)
			d.Press(press...)
			return d
		}
	}
	merged := func() *uitest.Desk {
		d := wide(t)
		one, other := found(t, d.Session, "Fatma")[0], found(t, d.Session, "Wit")[0]
		if _, err := d.Session.DoQuietly(context.Background(), desk.MergeResident{ID: one.ID, Into: other.ID}); err != nil {
			t.Fatal(err)
		}
		d.News()
		d.Press("/", "Wit", "<enter>", "<enter>")
		return d
	}
	by := func(role model.Role, press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := wide(t)
			as(t, d, role)
			d.Press(press...)
			return d
		}
	}
	all := slices.DeleteFunc(screenpeople.Keys(), func(k keys.Key) bool {
		// Up and down do not do the same; to stop shows nothing until the work has ended.
		return k.ID == screenpeople.Pick || k.ID == screenpeople.PickKnown || k.ID == screenpeople.Stop
	})
	uitest.TryActions(t, all,
		uitest.Place{Name: "residents", Open: at()},
		uitest.Place{Name: "the page of a resident", Open: at("<end>", "<enter>")},
		uitest.Place{Name: "the page of two who are one", Open: merged},
		uitest.Place{Name: "students", Open: at("<right>")},
		uitest.Place{Name: "a student", Open: at("<right>", "<enter>")},
		uitest.Place{Name: "staff", Open: at("<right>", "<right>")},
		uitest.Place{Name: "the directory", Open: withService(t, "v", "6")},
		uitest.Place{Name: "the directory, with files", Open: withFiles(t)},
		uitest.Place{Name: "a directory that was tried", Open: withFiles(t, "I", "<enter>", "kaart", "<enter>", "<ctrl+s>")},
		uitest.Place{Name: "a directory that came in", Open: withFiles(t, "I", "<enter>", "kaart", "<enter>", "<right>", "<ctrl+s>")},
		uitest.Place{Name: "groups", Open: at("<left>", "<left>", "<left>")},
		uitest.Place{Name: "nobody left", Open: at("<left>", "<left>")},
		uitest.Place{Name: "nobody found", Open: at("/", "niemand heet zo", "<enter>")},
		uitest.Place{Name: "what was undone", Open: at("<right>", "t", "<ctrl+s>", "u")},
		uitest.Place{Name: "residents, for a student", Open: by(model.RoleStudent, "v", "1")},
		uitest.Place{Name: "residents, for a teacher", Open: by(model.RoleTeacher, "v", "1")},
		uitest.Place{Name: "staff, for a teacher", Open: by(model.RoleTeacher, "v", "3")},
	)
}
