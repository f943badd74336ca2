package presence_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
	"leerbalie/ui/presence"
)

func id(n byte) journal.ID { return journal.ID{15: n} }

func told(g *presence.Guest) bool {
	select {
	case _, ok := <-g.News():
		return ok
	default:
		return false
	}
}

// TestOthersAreSeen: who enters, reads, types, locks the screen, hands over the seat and leaves is seen so by the others, and by nobody
// as themselves.
func TestOthersAreSeen(t *testing.T) {
	h := presence.NewHall()
	ali, noor := h.Enter(id(1), "Ali Yilmaz"), h.Enter(id(2), "Noor Visser")
	if !told(ali) || !told(noor) || told(ali) {
		t.Error("who enters and who is here are told once")
	}
	if got := ali.Others(); len(got) != 1 || got[0] != (presence.Present{Who: id(2), Name: "Noor Visser"}) {
		t.Errorf("Ali sees %+v", got)
	}
	noor.At(id(9), true)
	noor.At(id(9), true)
	if !told(ali) || told(ali) || told(noor) {
		t.Error("a change is told once, to the others")
	}
	if got := presence.At(ali.Others(), id(9)); len(got) != 1 || !got[0].Typing || got[0].Name != "Noor Visser" {
		t.Errorf("at the request Ali sees %+v", got)
	}
	if got := presence.At(noor.Others(), id(9)); len(got) != 0 {
		t.Errorf("Noor sees %+v at what only she reads", got)
	}
	noor.Away(true)
	if got := ali.Others(); len(got) != 1 || !got[0].Away || !got[0].Request.IsZero() || got[0].Typing || presence.AtWork(got) != 0 {
		t.Errorf("while her screen is locked Ali sees %+v", got)
	}
	noor.Away(false)
	if got := presence.At(ali.Others(), id(9)); len(got) != 1 || !got[0].Typing {
		t.Errorf("when she is back Ali sees %+v", got)
	}
	told(ali)
	noor.Become(id(3), "Sem Kok")
	if got := ali.Others(); !told(ali) || !told(noor) || len(got) != 1 || got[0] != (presence.Present{Who: id(3), Name: "Sem Kok"}) {
		t.Errorf("after somebody else sat down Ali sees %+v", got)
	}
	noor.Leave()
	noor.Leave()
	noor.At(id(9), true)
	if _, open := <-noor.News(); open || len(ali.Others()) != 0 {
		t.Error("who left is still there")
	}
}

// TestAPersonWithTwoSessions is no other to themselves, and one person to others.
func TestAPersonWithTwoSessions(t *testing.T) {
	h := presence.NewHall()
	one, two, other := h.Enter(id(1), "Ali"), h.Enter(id(1), "Ali"), h.Enter(id(2), "Noor")
	one.At(id(9), false)
	two.At(id(9), true)
	if got := one.Others(); len(got) != 1 || got[0].Who != id(2) {
		t.Errorf("Ali sees %+v", got)
	}
	seen := other.Others()
	if at := presence.At(seen, id(9)); presence.AtWork(seen) != 1 || len(at) != 1 || !at[0].Typing {
		t.Errorf("Noor sees %+v", seen)
	}
}

// TestAloneNothingHappens: without a hall a session is alone, and nobody at nothing is at no request.
func TestAloneNothingHappens(t *testing.T) {
	var h *presence.Hall
	g := h.Enter(id(1), "Ali")
	g.At(id(9), true)
	g.Away(true)
	g.Become(id(2), "Noor")
	if g.Others() != nil || g.News() != nil || h.Others(nil) != nil {
		t.Error("somebody is there")
	}
	g.Leave()
	if at := presence.At([]presence.Present{{Who: id(1)}}, journal.ID{}); at != nil {
		t.Errorf("at no request: %+v", at)
	}
}

// TestAHallIsBounded: a name is cut at a whole character, and past the bound sessions see and are not seen.
func TestAHallIsBounded(t *testing.T) {
	h := presence.NewHall()
	first := h.Enter(id(1), "Ali")
	var guests []*presence.Guest
	for n := range presence.Most + 5 {
		guests = append(guests, h.Enter(journal.ID{0: 1, 14: byte(n >> 8), 15: byte(n)}, strings.Repeat("é", 300)))
	}
	got := first.Others()
	if len(got) != presence.Most-1 || len(got[0].Name) > 200 || !utf8.ValidString(got[0].Name) {
		t.Errorf("%d others, of which the first has a name of %d bytes", len(got), len(got[0].Name))
	}
	if got := guests[len(guests)-1].Others(); len(got) != presence.Most {
		t.Errorf("the last one sees %d", len(got))
	}
	for _, g := range guests {
		g.Leave()
	}
	if got := first.Others(); len(got) != 0 {
		t.Errorf("%d are left", len(got))
	}
}

// TestAHallIsWhatWasToldLast: after any number of moves everybody sees of the others what these told last, and has been told of it.
func TestAHallIsWhatWasToldLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := presence.NewHall()
		type guest struct {
			*presence.Guest
			is   presence.Present
			seen []presence.Present
		}
		var here []*guest
		seen := func(g *guest) (out []presence.Present) {
			for _, o := range here {
				if o != g && !o.is.Who.IsZero() && o.is.Who != g.is.Who {
					p := o.is
					if p.Away {
						p.Request, p.Typing = journal.ID{}, false
					}
					out = append(out, p)
				}
			}
			return out
		}
		same := func(a, b []presence.Present) bool {
			for _, list := range [][]presence.Present{a, b} {
				slices.SortFunc(list, func(x, y presence.Present) int { return strings.Compare(fmt.Sprint(x), fmt.Sprint(y)) })
			}
			return slices.Equal(a, b)
		}
		for range rapid.IntRange(1, 40).Draw(t, "moves") {
			who, request := id(rapid.Byte().Draw(t, "who")%4), id(rapid.Byte().Draw(t, "request")%3)
			var g *guest
			if len(here) > 0 {
				g = here[rapid.IntRange(0, len(here)-1).Draw(t, "guest")]
			}
			switch move := rapid.IntRange(0, 5).Draw(t, "move"); {
			case move == 0 || g == nil:
				here = append(here, &guest{Guest: h.Enter(who, "name"), is: presence.Present{Who: who, Name: "name"}})
			case move == 1:
				g.Leave()
				here = slices.DeleteFunc(here, func(o *guest) bool { return o == g })
			case move == 2:
				g.Become(who, "other")
				g.is = presence.Present{Who: who, Name: "other"}
			case move == 3:
				g.is.Away = !g.is.Away
				g.Away(g.is.Away)
			default:
				typing := rapid.Bool().Draw(t, "typing")
				g.At(request, typing)
				g.is.Request, g.is.Typing = request, typing && !request.IsZero()
			}
			for _, g := range here {
				if told(g.Guest) || g.seen == nil {
					g.seen = append([]presence.Present{}, g.Others()...)
				}
				if want := seen(g); !same(g.seen, want) {
					t.Fatalf("one who knows what was told sees\n%+v, not\n%+v", g.seen, want)
				}
			}
		}
	})
}

// TestManyAtOnce: sessions come, tell, listen and go from goroutines of their own, and none is left behind.
func TestManyAtOnce(t *testing.T) {
	before := runtime.NumGoroutine()
	h := presence.NewHall()
	var sessions, listeners sync.WaitGroup
	for n := range 32 {
		g := h.Enter(id(byte(n+1)), "name")
		listeners.Add(1)
		go func() {
			defer listeners.Done()
			for range g.News() {
				g.Others()
			}
		}()
		sessions.Add(1)
		go func() {
			defer sessions.Done()
			defer g.Leave()
			for i := range 200 {
				g.At(id(byte(i)), i%2 == 0)
				g.Away(i%7 == 0)
				if i%50 == 0 {
					g.Become(id(byte(n+1)), "other")
				}
			}
		}()
	}
	sessions.Wait()
	listeners.Wait()
	if g := h.Enter(id(99), "last"); len(g.Others()) != 0 {
		t.Errorf("left behind: %+v", g.Others())
	}
	if after := runtime.NumGoroutine(); after > before+2 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// BenchmarkTelling is what a move costs where fifty others are told and one of them looks.
func BenchmarkTelling(b *testing.B) {
	h := presence.NewHall()
	var guests []*presence.Guest
	for n := range 50 {
		guests = append(guests, h.Enter(id(byte(n+1)), fmt.Sprintf("person %d", n)))
	}
	for i := 0; b.Loop(); i++ {
		guests[0].At(id(byte(i)), i%2 == 0)
		<-guests[1].News()
		guests[1].Others()
	}
}
