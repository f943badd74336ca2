package say_test

import (
	"testing"

	"leerbalie/ui/say"
)

// TestDetailsAreReadWhereTheyHaveTheKeys: beside a list they wait until somebody asks; where they have the keys they are what is read, and
// the list beside them cannot be chosen from.
func TestDetailsAreReadWhereTheyHaveTheKeys(t *testing.T) {
	var about, rows say.Lines
	about.Aside("Ali", "level: mbo-3")
	rows.Row("a", 1, true, "Ali")

	var beside say.Lines
	beside.Add(rows)
	beside.Details("card", about, false)
	if len(beside) != 3 || beside[1].Kind != say.Aside || beside[2].Kind != say.Aside {
		t.Errorf("beside a list: %+v", beside)
	}
	var read say.Lines
	read.Add(rows.Beside())
	read.Details("card", about, true)
	if where, _ := read.Where(); where.ID != "card" || where.Text != "Ali" || len(read) != 3 || read[2].Kind != say.Text {
		t.Errorf("with the keys: %+v", read)
	}
	if _, on := read.On(say.Row); on {
		t.Errorf("a row that no key chooses: %+v", read)
	}
}
