package lookup

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// TestTheNameThatIsTypedIsMeant: exactly that name before one that begins so, that before one that holds the words, by the rule of
// searching; several of a kind are asked with candidates, and what nobody is called names who is nearly called that.
func TestTheNameThatIsTypedIsMeant(t *testing.T) {
	var all []model.Person
	for i, name := range []string{"Jan", "Jan de Boer", "Janneke Smit", "Anna Jansen", "René Dijkstra", "Fatma van Jan", "Piet Bos", "Piet Bakker"} {
		all = append(all, model.Person{ID: journal.KeyedID("person", string(rune('a'+i))), Name: name})
	}
	for _, c := range []struct{ typed, want, fault string }{
		{"jan", "Jan", ""}, {"Jan de", "Jan de Boer", ""}, {"jann", "Janneke Smit", ""}, {"jansen", "Anna Jansen", ""},
		{"Rene\u0301 dykstra", "René Dijkstra", ""}, {"Jansen, Anna", "Anna Jansen", ""}, {"van jan", "Fatma van Jan", ""},
		{"piet", "", "cli-several"}, {"piet b", "", "cli-several"}, {"piet bos", "Piet Bos", ""}, {"Jannekke", "", "cli-nobody-near"}, {"xyz", "", "cli-nobody"}, {"", "", "cli-nobody"},
		{all[6].ID.String(), "Piet Bos", ""},
	} {
		got, err := One(c.typed, all, personID, personName)
		if msg := ""; got.Name != c.want || (err != nil) != (c.fault != "") {
			t.Errorf("%q: %q, %v %s", c.typed, got.Name, err, msg)
		} else if err != nil && err.(*fault.Error).Msg != c.fault {
			t.Errorf("%q: %v", c.typed, err)
		}
	}
}
