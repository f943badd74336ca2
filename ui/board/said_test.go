package board_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestABoardIsSaidWhole: who is called, who waits, about how long, and what whoever waits has to know, whatever fits on a page.
func TestABoardIsSaidWhole(t *testing.T) {
	size := screen.Size{Width: 40, Height: 12}
	w, a := shown("nl", size, queue(2, 1, 1))
	want := "heading: Servicepunt Zuidwest\nnote: Aan de beurt: 0411\ntext: Wachten, en ongeveer hoelang nog:\ntext: 0412, ongeveer 5 minuten\ntext: 0413\ntext: Heeft u een nummer? Wij roepen u.\ntext: Geen nummer? Vraag het aan de balie.\n"
	if got := uitest.Spelled(w.Said()); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	a.b = queue(45, 0, 5)
	a.b.More = true
	w.News()
	said := uitest.Spelled(w.Said())
	for i := range 45 {
		if !strings.Contains(said, fmt.Sprintf("text: %04d\n", 412+i)) {
			t.Errorf("%04d waits, and is not said", 412+i)
		}
	}
	if strings.Count(said, "note: Aan de beurt: ") != 5 || !strings.Contains(said, "text: Er wachten er nog meer.\n") || strings.Contains(said, "ongeveer") {
		t.Error(said)
	}
	for lang, nobody := range map[text.Lang]string{"nl": "Er wacht niemand.", "en": "Nobody is waiting."} {
		w, _ := shown(lang, size, queue(0, 0, 0))
		if said := uitest.Spelled(w.Said()); !strings.Contains(said, "text: "+nobody+"\n") {
			t.Error(said)
		}
	}
}

// TestABoardThatIsBehindSaysSo: at first beside what it knows, then alone; and nothing of what it may not show any more.
func TestABoardThatIsBehindSaysSo(t *testing.T) {
	w, a := shown("nl", screen.Size{Width: 80, Height: 24}, queue(2, 0, 0))
	a.err = errors.New("gone")
	w.News()
	if said := uitest.Spelled(w.Said()); !strings.Contains(said, "note: Dit scherm loopt even achter.\n") || !strings.Contains(said, "0412") {
		t.Error(said)
	}
	w.Beat(64)
	if said := uitest.Spelled(w.Said()); said != "text: Dit scherm krijgt nu geen nieuws. Vraag het aan de balie.\n" {
		t.Error(said)
	}
	a.err = fault.New(fault.Refused, "may-not-read", "name", "Scherm")
	w.News()
	if said := uitest.Spelled(w.Said()); said != "text: Dit scherm mag hier niets meer laten zien. Vraag het aan de balie.\n" {
		t.Error(said)
	}
}
