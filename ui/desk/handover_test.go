package desk_test

import (
	"slices"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func TestHandingOverLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("c", "O", "noor", "<enter>")
			d.Picture("handover", lang)
			d.Press("<esc>", "b")
			d.Picture("task", lang)
		}
	}
}

// TestARequestIsHandedOver: with one note, one message and one undo.
func TestARequestIsHandedOver(t *testing.T) {
	d := open(t)
	id := d.Requests[2]
	d.Press("c", "O", "noor", "<enter>", "ze belt terug", "<ctrl+s>")
	d.Shows("1 vraag overgedragen aan Noor Visser.")
	r := d.Request(id)
	if !slices.Equal(r.Holder(), []journal.ID{d.Noor}) || len(r.Messages) != 1 || r.Messages[0].Text != "ze belt terug" {
		t.Fatalf("%v %+v", r.Holder(), r.Messages)
	}
	d.Press("u")
	if r := d.Request(id); !slices.Equal(r.Holder(), []journal.ID{d.Session.Me().ID}) || len(r.Messages) != 0 {
		t.Fatalf("not taken back: %v %+v", r.Holder(), r.Messages)
	}
}

// TestWhatIsNotMineIsNotHandedOver: it is said whose it is.
func TestWhatIsNotMineIsNotHandedOver(t *testing.T) {
	d := open(t)
	d.Press("v", "2")
	d.Press("O", "ali", "<enter>")
	d.Shows("is van Noor Visser, niet van jou.")
}

// TestMarkedAreHandedOver: all of them in one action; those that cannot go stay marked.
func TestMarkedAreHandedOver(t *testing.T) {
	d := open(t)
	d.Do(d.Session, desk.ClaimRequest{ID: d.Requests[0]}, desk.ClaimRequest{ID: d.Requests[1]})
	d.Press("v", "2", "*", "O", "ali", "<enter>")
	d.Shows("Gaan over: 2 vragen", "Blijft: ZW-0005.")
	d.Press("<ctrl+s>")
	d.Shows("2 vragen overgedragen aan Ali Yildiz. 1 vraag bleef bij jou.")
	for _, i := range []int{0, 1} {
		if h := d.Request(d.Requests[i]).Holder(); !slices.Equal(h, []journal.ID{d.Ali}) {
			t.Errorf("%v", h)
		}
	}
	d.Shows("1 gemerkt")
}

// TestACallBackHasATime: where none is typed the one that is proposed; something else may do without.
func TestACallBackHasATime(t *testing.T) {
	d := open(t)
	id := d.Requests[2]
	d.Press("b")
	proposed := desk.ProposedTime(d.Env.Now(), d.Env.Zone)
	d.Shows("Dan staat terugbellen op " + d.Env.When(proposed))
	d.Press("bellen", "<ctrl+s>")
	if task := d.Request(id).Tasks[0]; !task.CallBack || !task.Due.Equal(proposed) {
		t.Errorf("%+v", task)
	}
}
