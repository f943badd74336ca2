package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
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

// TestTheFrameSaysWhoIsAtWork: by name as far as there is room, then by number, beside what it says of other copies; without whoever is
// away, and each person once.
func TestTheFrameSaysWhoIsAtWork(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	for _, lang := range []text.Lang{"nl", "en"} {
		var out []string
		for _, width := range []int{60, 80, 120} {
			for _, others := range []int{0, 1, 2, 5, 40} {
				for _, b := range []*uitest.Bundles{nil, {Standing: transfer.Standing{Laptop: true, Alone: 3, Exchanged: uitest.Start().AddDate(0, 0, -4)}}} {
					hall := presence.NewHall()
					d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: width, Height: 15}, With: func(e *screen.Env) {
						e.Present = hall.Enter(journal.ID{1}, "Samira Bouali")
						if b != nil {
							e.Bundles = b.Power()
						}
					}})
					for n := range others {
						who := journal.ID{2, byte(n)}
						hall.Enter(who, fmt.Sprintf("Collega%d Visser", n+1))
						hall.Enter(who, fmt.Sprintf("Collega%d Visser", n+1)) // a second window
					}
					hall.Enter(journal.ID{3}, "Afwezige Visser").Away(true)
					d.News()
					out = append(out, lowerRule(d))
					if said := uitest.Spelled(d.Said()); strings.Contains(said, "aside: ook aan het werk: ") != (others > 0 && lang == "nl") || strings.Contains(said, "Afwezige") {
						t.Errorf("%d others, and what is said of them is:\n%s", others, said)
					}
				}
			}
		}
		uitest.Golden(t, "around-"+string(lang), strings.Join(out, "\n"))
	}
}

// BenchmarkAClaimIsSeen is how long it takes from the commit of a claim until it stands on the screen of a colleague.
func BenchmarkAClaimIsSeen(b *testing.B) {
	one, two := office(b)
	hall := presence.NewHall()
	var ids []journal.ID
	for n := range 40 {
		r, err := one.DoQuietly(b.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("vraag %d", n), Channel: "desk", Urgency: model.UrgencyRoutine}})
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, r.Entity)
	}
	r := serve(b, screen.Size{Width: 120, Height: 40}, ui.Options{Session: two, Lang: "nl", Hall: hall})
	r.shows("Wachtrij · 40 wachten", "0 bezig")
	for i := 0; b.Loop(); i++ {
		var err error
		want := "39 wachten"
		if i%2 == 0 {
			_, err = one.DoQuietly(b.Context(), desk.ClaimRequest{ID: ids[0]})
		} else {
			_, err = one.DoQuietly(b.Context(), desk.ReleaseRequest{ID: ids[0]})
			want = "40 wachten"
		}
		if err != nil {
			b.Fatal(err)
		}
		r.shows(want)
	}
}

// TestALateComerIsSeenAsWhoTheyAre: whoever sits down on somebody else's session is seen by their own name, and sees that other one no
// more as themselves.
func TestALateComerIsSeenAsWhoTheyAre(t *testing.T) {
	hall := presence.NewHall()
	d := uitest.Open(t, uitest.Options{Lang: "nl", With: func(e *screen.Env) { e.Present = hall.Enter(journal.ID{1}, "Samira Bouali") }})
	door := hall.Enter(journal.ID{2}, "Sem Kok")
	d.Press("U", "noor", "<enter>")
	if got := door.Others(); len(got) != 1 || got[0].Who != d.Noor || got[0].Name != "Noor Visser" {
		t.Errorf("%+v", got)
	}
	d.News()
	d.Pass(7 * time.Second)
	d.Shows("Noor V.", "ook aan het werk: Sem K.")
}

// writes waits until the session has written a text to its terminal, and gives all it wrote.
func (r *remote) writes(text string) string {
	r.t.Helper()
	late := time.After(longest)
	for {
		_, news := r.screen()
		if raw := r.drawn(); strings.Contains(raw, text) {
			return raw
		}
		select {
		case <-news:
		case <-late:
			r.t.Fatalf("%q was not written", text)
		}
	}
}

// TestABellRingsWhereItIsWanted: once for what came, on the terminal of whoever wants it and on no other; a notification says of which
// kind it is, and nothing else; behind the cover there is only the bell.
func TestABellRingsWhereItIsWanted(t *testing.T) {
	samira, noor := office(t)
	me := samira.Me().ID
	if err := samira.SetSetting(t.Context(), screen.AlertSetting+"/"+me.String(), screen.Notification); err != nil {
		t.Fatal(err)
	}
	ask := func(summary string, u model.Urgency) journal.ID {
		r, err := noor.DoQuietly(t.Context(), desk.AddRequest{Request: desk.Request{Summary: summary, Channel: "desk", Urgency: u}})
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	ask("Eerder", model.UrgencyNow)
	size := screen.Size{Width: 100, Height: 24}
	a := serve(t, size, ui.Options{Session: samira, Lang: "nl"})
	b := serve(t, size, ui.Options{Session: noor, Lang: "nl"})
	a.shows("Samira B.", "1 bericht") // what waited before rings nothing, and is known
	b.shows("Noor V.")
	id := ask("Kanarie zonder geld", model.UrgencyNow)
	raw := a.writes("\x1b]9;")
	a.shows("2 berichten")
	if _, said, _ := strings.Cut(raw, "\x1b]9;"); !strings.HasPrefix(said, "Leerbalie: dringende vraag\a") {
		t.Errorf("it says %q", said[:min(len(said), 60)])
	}
	if _, err := noor.DoQuietly(t.Context(), desk.AddMemo{ID: id, Text: "belde"}, desk.Inform{ID: id, To: me, Text: "Kanarie"}); err != nil {
		t.Fatal(err)
	}
	raw = a.writes("Leerbalie: bericht\a")
	a.shows("3 berichten")
	if n := strings.Count(raw, "\a"); n != 2 {
		t.Errorf("it rang %d times for two messages", n)
	}
	a.press("L")
	a.shows("Op slot")
	if _, err := noor.DoQuietly(t.Context(), desk.Inform{ID: ask("Nog een", model.UrgencyRoutine), To: me}); err != nil {
		t.Fatal(err)
	}
	before := len(raw)
	late := time.After(longest)
	for {
		_, news := a.screen()
		if strings.Count(a.drawn(), "\a") >= 3 {
			break
		}
		select {
		case <-news:
		case <-late:
			t.Fatal("the bell does not ring behind the cover")
		}
	}
	if strings.Contains(a.drawn()[before:], "\x1b]9;") {
		t.Error("a notification shows behind the cover")
	}
	if _, err := samira.DoQuietly(t.Context(), desk.Inform{ID: id, To: noor.Me().ID}); err != nil {
		t.Fatal(err)
	}
	b.shows("1 bericht")
	b.press("?") // what was to be written stands there by the time that the help does
	b.shows("Hulp: alle toetsen")
	if strings.Contains(b.drawn(), "\a") {
		t.Error("it rings for who did it, and who did not ask for it")
	}
}
