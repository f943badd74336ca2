package desk_test

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	deskscreen "leerbalie/ui/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/keys"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done at the desk.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	do := func(session *model.Session, a model.Action) {
		if _, err := session.DoQuietly(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: func(_ *uitest.Desk, setup *model.Session) journal.ID {
				site, err := setup.SiteByID(t.Context(), setup.Site())
				if err != nil {
					t.Fatal(err)
				}
				site.Checklists = []model.Checklist{{Theme: "poverty", Steps: []string{"brieven kijken"}}}
				do(setup, model.EditSite{Site: site})
				return setup.Me().ID
			}})
			d.Press(press...)
			return d
		}
	}
	apart := func() *uitest.Desk { // two have written the same field, each on a machine of their own
		d := at()()
		other := uitest.Replicate(t, d)
		theirs, ours := "Stroom is afgesloten", "Stroom wordt afgesloten"
		do(other.As(d.Noor), desk.EditRequest{ID: d.Requests[2], Alter: func(r *desk.Request) { r.Summary = theirs }})
		d.Do(d.Session, desk.EditRequest{ID: d.Requests[2], Alter: func(r *desk.Request) { r.Summary = ours }})
		if err := d.Store.Receive(other.Journal()); err != nil {
			t.Fatal(err)
		}
		d.News()
		return d
	}
	merged := func() *uitest.Desk {
		d := at("g", "DigiD", "<enter>", "j", "/", "ZW-0003", "<enter>")()
		d.Pass(time.Second)
		return d
	}
	told := func(press ...string) func() *uitest.Desk { // a colleague left word of two requests
		return func() *uitest.Desk {
			d := at()()
			for _, id := range d.Requests[:2] {
				d.Do(d.As(d.Noor), desk.Inform{ID: id, To: d.Session.Me().ID, Text: "kijk jij even?"})
			}
			d.Press(press...)
			return d
		}
	}
	others := func() *uitest.Desk { // all are marked, and a colleague has one
		d := at()()
		d.Do(d.As(d.Noor), desk.ClaimRequest{ID: d.Requests[1]})
		d.Press("<home>", "v", "5", "*", "p", "j")
		return d
	}
	all := slices.DeleteFunc(deskscreen.Keys(), func(k keys.Key) bool { return k.ID == key.Pick || k.ID == key.PickService }) // up and down do not do the same
	uitest.TryActions(t, all,
		uitest.Place{Name: "what waits", Open: at()},
		uitest.Place{Name: "the details", Open: at("<enter>")},
		uitest.Place{Name: "what is mine", Open: at("c")},
		uitest.Place{Name: "what is somebody else's", Open: at("v", "2")},
		uitest.Place{Name: "what is parked", Open: at("v", "3")},
		uitest.Place{Name: "what a student has", Open: at("C", "ali", "<enter>")},
		uitest.Place{Name: "what is closed", Open: at("v", "4")},
		uitest.Place{Name: "what was written apart", Open: apart},
		uitest.Place{Name: "what went on in another", Open: merged},
		uitest.Place{Name: "what was taken up and given back", Open: at("c", "u")},
		uitest.Place{Name: "nothing found", Open: at("/", "niets hiervan", "<enter>")},
		uitest.Place{Name: "an own view and a draft", Open: at("+", "mijn", "<ctrl+s>", "m", "half", "<esc>")},
		uitest.Place{Name: "two new requests", Open: at("n", "een", "<ctrl+n>", "twee")},
		uitest.Place{Name: "the form of a new request", Open: at("n", "brief", "<tab>")},
		uitest.Place{Name: "to whom", Open: at("C")},
		uitest.Place{Name: "a resident", Open: at("o")},
		uitest.Place{Name: "the columns", Open: at("w", "j", "j", "j", "j", " ")},
		uitest.Place{Name: "what a colleague left word of", Open: told()},
		uitest.Place{Name: "what is marked", Open: at(" ", " ")},
		uitest.Place{Name: "what did not fit", Open: others},
		uitest.Place{Name: "the messages", Open: told("I")},
	)
}
