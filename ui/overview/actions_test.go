package overview_test

import (
	"context"
	"io"
	"testing"

	"leerbalie/ui/overview"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with the figures, and that nothing can where there
// are none to see.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	files := &screen.LocalFiles{Home: "/home/sam", Write: func(context.Context, string, func(io.Writer) error) error { return nil }}
	on := func(of day) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), of, files) }
	}
	yesterday := func() *uitest.Desk {
		d := on(busy)()
		d.Press("<left>")
		return d
	}
	prices := func() *uitest.Desk {
		d := on(priced)()
		d.Press("<shift+tab>")
		return d
	}
	altered := func() *uitest.Desk {
		d := prices()
		d.Press("n", "bezoek", "<tab>", "<tab>", "12", "<tab>", "<tab>", "raming", "<ctrl+s>")
		d.Shows("bezoek")
		return d
	}
	taken := func() *uitest.Desk {
		d := altered()
		d.Press("u")
		return d
	}
	became := func() *uitest.Desk {
		d := on(graduates)()
		d.Press("<tab>", "<tab>", "<tab>")
		return d
	}
	older := func() *uitest.Desk {
		d := became()
		d.Press("<left>")
		return d
	}
	uitest.TryActions(t, overview.Keys(),
		uitest.Place{Name: "a busy day", Open: on(busy)},
		uitest.Place{Name: "the day before", Open: yesterday},
		uitest.Place{Name: "a theme that rises", Open: func() *uitest.Desk { d := on(rising)(); d.Press("<shift+tab>", "<shift+tab>", "<shift+tab>"); return d }},
		uitest.Place{Name: "prices", Open: prices},
		uitest.Place{Name: "a price was added", Open: altered},
		uitest.Place{Name: "that was undone", Open: taken},
		uitest.Place{Name: "a quiet day", Open: on(quiet)},
		uitest.Place{Name: "outcomes", Open: became},
		uitest.Place{Name: "outcomes of a cohort", Open: older},
		uitest.Place{Name: "what a teacher sees", Open: on(teacher)},
	)
}
