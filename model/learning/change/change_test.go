package change

import (
	"slices"
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

func TestWhatAVersionChanged(t *testing.T) {
	f, id := competence.Framework{ID: competence.FrameworkID("x"), Title: "x"}, map[string]journal.ID{}
	for _, n := range [][2]string{{"a", ""}, {"b", "a"}, {"c", "a"}, {"d", ""}, {"e", "d"}} {
		id[n[0]], _ = f.Insert(competence.Node{Code: n[0], Title: n[0]}, competence.TreePlace{Parent: id[n[1]]})
	}
	if c := Between(&f, &f); !c.None() {
		t.Errorf("%+v", c)
	}
	now := f.Clone()
	now.Remove(id["e"])
	added, _ := now.Insert(competence.Node{Title: "n"}, competence.TreePlace{})
	now.Shift(id["b"], true)
	now.Nodes[slices.IndexFunc(now.Nodes, func(n competence.Node) bool { return n.ID == id["c"] })].Title = "anders"
	if err := now.Move(id["d"], competence.TreePlace{Parent: id["b"]}); err != nil {
		t.Fatal(err)
	}
	now.Scales = []competence.Scale{competence.BuiltinScale()}
	c := Between(&f, &now)
	want := Change{Added: []journal.ID{added}, Removed: []journal.ID{id["e"]}, Renamed: []journal.ID{id["c"]}, Moved: []journal.ID{id["d"]}, Order: true, Scales: true}
	if !slices.Equal(c.Added, want.Added) || !slices.Equal(c.Removed, want.Removed) || !slices.Equal(c.Renamed, want.Renamed) ||
		!slices.Equal(c.Moved, want.Moved) || len(c.Altered) != 0 || c.Order != want.Order || c.Scales != want.Scales || c.Head {
		t.Errorf("%+v, want %+v", c, want)
	}
}
