package ui_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// owing is a store in which an erasure has left something to be wiped, on a disk that may have no room for it.
type owing struct {
	model.Backend
	owes, full bool
}

func (o *owing) Wiping(context.Context) (model.Wiping, error) {
	return model.Wiping{Owed: o.owes, Places: 3, Room: 11_400_000}, nil
}

func (o *owing) Compact(context.Context) error {
	if o.full {
		return fault.New(fault.Full, "disk-full")
	}
	o.owes = false
	return nil
}

// TestWhatIsOwedOfAnErasureIsSaid: a line on every screen says that erased words can still be in the file, until they are wiped:
// by the key, by somebody else, or at a later start.
func TestWhatIsOwedOfAnErasureIsSaid(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: 80, Height: 24}})
		store := &owing{Backend: d.Store, owes: true, full: true}
		session, err := model.Enter(t.Context(), store, d.Env.User.ID)
		if err != nil {
			t.Fatal(err)
		}
		d.Env.Session = session
		d.Again()
		said, full, wiped := "Gewiste woorden kunnen nog in het bestand staan. F7 ruimt op: 12 MB nodig.", "schijf is vol", "Opgeruimd"
		if lang == "en" {
			said, full, wiped = "Erased words can still stand in the file. F7 wipes them: 12 MB needed.", "disk is full", "Wiped"
		}
		d.Shows(said)
		d.Tells(said)
		uitest.Golden(t, "unwiped/80x24-"+string(lang), d.Frame())
		d.Press("4")
		d.Shows(said)
		d.Tells(said)
		d.Press("<f7>")
		d.Shows(full)
		d.Pass(10 * time.Second)
		d.Shows(said)
		d.Tells(said)
		store.full = false
		d.Press("<f7>")
		d.Shows(wiped)
		d.Pass(10 * time.Second)
		d.Hides(said)
		store.owes = true // an erasure by somebody else
		d.Pass(time.Minute)
		d.Shows(said)
		d.Tells(said)
		store.owes = false // and its end
		d.Pass(time.Minute)
		d.Hides(said)
		d.Press("<f7>")
		d.Hides(wiped)
	}
}
