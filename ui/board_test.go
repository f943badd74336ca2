package ui_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/ui"
	"leerbalie/ui/screen"
)

// narrow is a window in which numbers stand in the terminal's own letters.
var narrow = screen.Size{Width: 20, Height: 10}

// lobby is a store with a screen of the waiting room, somebody at the desk, and the words that stand for what no wall shows.
func lobby(t *testing.T) (lead, wall *model.Session) {
	t.Helper()
	now := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: func() time.Time { return now }, Random: rand.Reader})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Kanarie Samira"})
	if err == nil {
		lead, err = model.Enter(t.Context(), store, me)
	}
	if err != nil {
		t.Fatal(err)
	}
	do := func(a model.Action) journal.ID {
		t.Helper()
		r, err := lead.Do(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	who := do(desk.AddResident{Resident: desk.Resident{Name: "Kanariebewoner", Phone: "0687654321", Keep: desk.KeepRegister}})
	ask := func(urgency model.Urgency) journal.ID {
		id := do(desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Details: "kanariedetail", Resident: who, Channel: "desk", Theme: "poverty", Urgency: urgency}})
		do(desk.AddMemo{ID: id, Text: "kanariememo"})
		return id
	}
	ask(model.UrgencyNow)
	do(desk.ClaimRequest{ID: ask(model.UrgencyToday)})
	wall, err = model.Enter(t.Context(), store, do(model.AddPerson{Person: model.Person{Name: "Kanarie scherm", Roles: []model.Role{model.RoleBoard}, Site: lead.Site()}}))
	if err != nil {
		t.Fatal(err)
	}
	return lead, wall
}

func tenOClock() time.Time { return time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC) }

// TestAScreenIsAllThatItShows: whose role is a screen gets the board where everybody else gets the app, whatever is pressed: no key
// of any screen leads away from it, shows a word of anybody, or ends it; and what happens at the desk is on it at once.
func TestAScreenIsAllThatItShows(t *testing.T) {
	lead, wall := lobby(t)
	r := serve(t, narrow, ui.Options{Session: wall, Locale: "nl_NL.UTF-8", Now: tenOClock})
	r.shows("Aan de beurt", "0001", "0002")
	for _, route := range ui.Routes() {
		for _, k := range route.Keys() {
			r.press(typedAs(k.Keys[0]))
		}
	}
	for b := range 0x80 { // ctrl+c, ctrl+d, ctrl+z, esc and all characters among them
		r.press(string(rune(b)))
	}
	r.press("\x1b[A", "\x1b[15~", "\x1b[<0;3;3M", "\x1b[200~kanarie\x1b[201~", "\x1b\x1b", ":", "quit\r", "U", "L")
	if _, err := lead.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Channel: "desk"}}); err != nil {
		t.Fatal(err)
	}
	r.shows("0003")
	r.resize(screen.Size{Width: 100, Height: 30})
	r.resize(narrow)
	r.shows("0003")
	drawn := strings.ToLower(r.drawn())
	for _, word := range []string{"kanarie", "0687654321", "poverty", "armoede", "!!", "\a", lead.Me().ID.String(), lead.Site().String()} {
		if strings.Contains(drawn, word) {
			t.Errorf("%q was on the wall", word)
		}
	}
	select {
	case err := <-r.ended:
		t.Fatalf("a key ended it: %v", err)
	default:
	}
	if err := r.keys.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.ends(); err != nil {
		t.Errorf("whose line is cut gets %v", err)
	}
}

// typedAs is what a terminal sends for a key, near enough: its name's characters where it has no code.
func typedAs(key string) string {
	if code, ok := map[string]string{"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "space": " "}[key]; ok {
		return code
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok && len(letter) == 1 {
		return string(rune(letter[0] & 0x1f))
	}
	return key
}

// TestTheDeskShowsTheBoardWhenAsked: somebody of the desk sees it as well, and not who may not see the desk.
func TestTheDeskShowsTheBoardWhenAsked(t *testing.T) {
	lead, _ := lobby(t)
	r := serve(t, narrow, ui.Options{Session: lead, Board: true, Locale: "en_GB.UTF-8", Now: tenOClock})
	r.shows("Your turn", "0001", "0002")
	r.press("q", "\x03")
	p := model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Site: lead.Site()}
	added, err := lead.Do(t.Context(), model.AddPerson{Person: p})
	if err != nil {
		t.Fatal(err)
	}
	theo, err := lead.Switch(t.Context(), added.Entity)
	if err != nil {
		t.Fatal(err)
	}
	if err := <-serve(t, narrow, ui.Options{Session: theo, Board: true, Now: tenOClock}).ended; fault.KindOf(err) != fault.Refused {
		t.Errorf("a teacher: %v", err)
	}
	select {
	case err := <-r.ended:
		t.Fatalf("a key ended it: %v", err)
	default:
	}
}

// TestABoardBreaksAlone: what breaks while it is read ends it in order, and what broke it is told without its value.
func TestABoardBreaksAlone(t *testing.T) {
	_, wall := lobby(t)
	calls := 0
	now := func() time.Time {
		if calls++; calls > 20 {
			panic(errors.New("kanariewaarde"))
		}
		return tenOClock()
	}
	r := serve(t, narrow, ui.Options{Session: wall, Locale: "nl_NL.UTF-8", Now: now})
	r.shows("Aan de beurt")
	for more, i := true, 0; more; i++ {
		select {
		case r.sizes <- screen.Size{Width: 20 + i%2, Height: 10}:
		case err := <-r.ended:
			r.ended <- err
			more = false
		}
	}
	err := r.ends()
	if err == nil || strings.Contains(err.Error(), "kanarie") || strings.Contains(r.drawn(), "kanarie") {
		t.Errorf("%v", err)
	}
}
