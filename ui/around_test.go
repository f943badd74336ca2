package ui_test

import (
	"errors"
	"testing"
	"time"

	"leerbalie/ui"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
)

// waits gives who is in a hall as soon as that fits.
func waits(t *testing.T, g *presence.Guest, fits func([]presence.Present) bool) []presence.Present {
	t.Helper()
	late := time.After(longest)
	for {
		got := g.Others()
		if fits(got) {
			return got
		}
		select {
		case <-g.News():
		case <-late:
			t.Fatalf("there are still %+v", got)
		}
	}
}

func nobody(all []presence.Present) bool { return len(all) == 0 }

// TestASessionIsInTheHallWhileItLasts: from its first moment to its end, also when its line is cut or the program breaks in it.
func TestASessionIsInTheHallWhileItLasts(t *testing.T) {
	samira, noor := office(t)
	hall := presence.NewHall()
	door := hall.Enter(noor.Me().ID, "Noor Visser")
	defer door.Leave()
	is := func(all []presence.Present) bool {
		return len(all) == 1 && all[0].Who == samira.Me().ID && all[0].Name == "Samira Bouali"
	}

	a := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: samira, Lang: "nl", Hall: hall})
	waits(t, door, is)
	a.shows("Samira B.")
	a.press("q")
	if err := a.ends(); err != nil {
		t.Error(err)
	}
	waits(t, door, nobody)

	b := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: samira, Lang: "nl", Hall: hall})
	b.shows("Samira B.")
	waits(t, door, is)
	if err := b.keys.Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.ends(); err != nil {
		t.Error(err)
	}
	waits(t, door, nobody)

	c := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: samira, Lang: "nl", Hall: hall, Clipboard: func(string) error { panic("clipboard") }})
	c.press("n", "Fiets gestolen", "\r")
	c.shows("ZW-0001")
	waits(t, door, is)
	c.press("Y")
	c.shows("Wat wil je kopiëren")
	c.press("\r")
	var crash *ui.Crash
	if err := c.ends(); !errors.As(err, &crash) {
		t.Errorf("%v", err)
	}
	waits(t, door, nobody)
}
