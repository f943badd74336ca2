package desk_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/uitest"
)

// minutesOf are the minutes that some people stand for at a question, in their order.
func minutesOf(d *uitest.Desk, request journal.ID, who ...journal.ID) string {
	d.T.Helper()
	r, err := desk.ReadRequest(context.Background(), d.Session, request)
	if err != nil {
		d.T.Fatal(err)
	}
	out := make([]int, len(who)+1)
	for _, s := range r.MinutesBy() {
		for i, id := range who {
			if id == s.Person {
				out[i] = s.Minutes
			}
		}
	}
	out[len(who)] = r.Minutes
	return fmt.Sprint(out)
}

// TestMinutesOfEachWhoWorked: closing and t ask for the minutes of each of a pair; what is typed for one stands with the other, until
// something else is typed there, and one undo takes all of it back.
func TestMinutesOfEachWhoWorked(t *testing.T) {
	d := open(t)
	c := newClass(d)
	sit(d, c.bo)
	id := d.Requests[2]
	d.Press("c")
	d.Pass(time.Second)
	d.Press("t", "20")
	d.Shows("jij 20 + Ali Y. 20")
	d.Press("<enter>")
	if got := minutesOf(d, id, c.ali, c.bo); got != "[20 20 40]" {
		t.Errorf("t gives %s", got)
	}
	d.Press("u")
	if got := minutesOf(d, id, c.ali, c.bo); got != "[0 0 0]" {
		t.Errorf("taken back, there stand %s", got)
	}
	d.Press("t", "5 x")
	d.Press("<enter>")
	d.Shows("Dat is geen tijd")
	d.Press("<esc>", "t", "<ctrl+u>", "10 15", "<enter>")
	one, other := c.bo, c.ali
	if r, _ := desk.ReadRequest(context.Background(), d.Session, id); r.Holder()[0] == c.ali {
		one, other = c.ali, c.bo
	}
	if got := minutesOf(d, id, one, other); got != "[10 15 25]" {
		t.Errorf("t of each apart gives %s", got)
	}
	d.Press("u", "x", "d", "<enter>", "20")
	d.Shows("Minuten")
	d.Press("<ctrl+s>")
	if got := minutesOf(d, id, c.ali, c.bo); got != "[20 20 40]" {
		t.Errorf("closing gives %s", got)
	}
	d.Press("u")
	if got := minutesOf(d, id, c.ali, c.bo); got != "[0 0 0]" {
		t.Errorf("the closing taken back, there stand %s", got)
	}
	d.Press("x", "d", "<enter>", "20", "<tab>", "<ctrl+u>", "35", "<ctrl+s>")
	if got := minutesOf(d, id, one, other); got != "[20 35 55]" {
		t.Errorf("closing with other minutes for the second gives %s", got)
	}
	d.Press("u", "x", "d", "<enter>", "20", "<tab>", "<ctrl+u>", "35", "<shift+tab>", "<ctrl+u>", "25", "<ctrl+s>")
	if got := minutesOf(d, id, one, other); got != "[25 35 60]" {
		t.Errorf("going back to the first after the second was typed gives %s", got)
	}
}

// TestWhoClosesForOthersGivesThemTheirMinutes: what somebody types who does not have the question is of those who do; the own help is asked
// beside it.
func TestWhoClosesForOthersGivesThemTheirMinutes(t *testing.T) {
	d := open(t)
	c := newClass(d)
	id := d.Requests[2]
	d.Press("C", "ali", "<enter>")
	d.Press("x", "d", "<enter>", "20", "<tab>", "<tab>", "5", "<ctrl+s>")
	if got := minutesOf(d, id, c.ali, c.bo, d.Session.Me().ID); got != "[20 20 5 45]" {
		t.Errorf("closing for a pair gives %s", got)
	}
}
