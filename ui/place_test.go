package ui_test

import (
	"sync"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestASessionGoesOnWhereItWas holds that a session that begins with the place of another one shows what that showed: the list and the
// request of the desk, what was half typed there, and a page of the class on another screen.
func TestASessionGoesOnWhereItWas(t *testing.T) {
	session, noor := office(t)
	for _, summary := range []string{"eerste", "tweede", "derde"} {
		if _, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: summary}}); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	var last screen.Place
	begin := func(to *screen.Place) *remote {
		s, err := session.Switch(t.Context(), session.Me().ID)
		if err != nil {
			t.Fatal(err)
		}
		return serve(t, screen.Size{Width: 110, Height: 30}, ui.Options{Session: s, Lang: text.Lang("en"), Now: time.Now, Return: to, Places: func(p screen.Place) {
			mu.Lock()
			defer mu.Unlock()
			last = p
		}})
	}
	first := begin(nil)
	first.shows("eerste")
	first.press("v", "5")
	first.shows("all (5/")
	first.press("j")
	first.shows("tweede")
	first.press("m", "halve zin")
	first.shows("halve zin", "1 unfinished")
	first.press("\x1b")
	first.press("m")
	first.shows("halve zin")
	_ = first.keys.Close() // the other end vanishes in the middle of it
	if err := first.ends(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	place := last
	mu.Unlock()
	if place.Who != session.Me().ID || len(place.Screens) != 1 || place.Screens[0].Where == "" {
		t.Fatalf("%+v", place)
	}
	second := begin(&place)
	second.shows("all (5/", "halve zin", "tweede")
	second.press("\x1b")
	second.press("4")
	second.shows("People")
	other := place
	other.Who = noor.Me().ID
	third := begin(&other) // of somebody else: it begins anew
	third.shows("waiting (1/")
}
