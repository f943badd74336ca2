package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

func TestALongListIsReadInPages(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 900 {
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: "vraag", Created: uitest.Start().Add(time.Duration(i-1000) * time.Minute)}})
	}
	d.Do(d.Session, actions...)
	at := func(want string) {
		t.Helper()
		if line := d.On(); !strings.Contains(line, want) {
			t.Errorf("on %q, want %s", line, want)
		}
	}
	at("ZW-0001")
	d.Press("<end>")
	at("ZW-0900")
	d.Press("<pgup>", "k")
	at("ZW-0882")
	d.Press("<home>")
	at("ZW-0001")
	for range 499 {
		d.Press("j")
	}
	at("ZW-0500")
	d.Late = true
	for range 300 {
		d.Press("<down>")
	}
	d.Run()
	at("ZW-0800")
	for range 60 {
		d.Press("<pgup>")
	}
	at("ZW-0001")
}

func TestAMoveOfTheCursorIsCheap(t *testing.T) {
	d := open(t)
	before := strings.Split(d.Raw(), "\n")
	d.Press("j")
	changed := 0
	for i, line := range strings.Split(d.Raw(), "\n") {
		if line != before[i] {
			changed++
		}
	}
	if changed != 2 {
		t.Errorf("%d lines changed, want 2", changed)
	}
}

func TestOthersAppearWithoutLosingThePlace(t *testing.T) {
	d := open(t)
	d.Press("j", "j")
	d.Pass(time.Second)
	before := d.On()
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "Gaslucht in huis", Urgency: model.UrgencyNow}})
	d.Shows("Gaslucht in huis")
	row := func(line string) string { left, _, _ := strings.Cut(line, "│"); return left }
	if row(d.On()) != row(before) {
		t.Errorf("on %q, was on %q", d.On(), before)
	}
}

func TestSearchFindsAsYouType(t *testing.T) {
	d := open(t)
	d.Press("/", "taal")
	d.Shows("Taalles gezocht")
	d.Press("les", "<enter>")
	d.Hides("Brief Belastingdienst")
	d.Press("h")
	d.Shows("Alles wat er gebeurde met ZW-0007")
	d.Press("<esc>", "<esc>")
	d.Shows("Brief Belastingdienst")
}

func TestWaitingTimesTick(t *testing.T) {
	d := open(t)
	d.Shows("42 m")
	d.Pass(time.Minute)
	d.Shows("43 m", "14:33")
}
