package competence

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// outline is a tree as codes, each below its parent by dots in front.
func outline(f *Framework) string {
	tree := f.Tree()
	var out []string
	for _, n := range f.Nodes {
		out = append(out, strings.Repeat(".", tree.Depth(n.ID))+n.Code)
	}
	return strings.Join(out, " ")
}

// sapling is a small tree: a with b and c, and d with e below it.
func sapling() (f Framework, id map[string]journal.ID) {
	f = Framework{ID: FrameworkID("x"), Title: "x"}
	id = map[string]journal.ID{}
	for _, n := range [][2]string{{"a", ""}, {"b", "a"}, {"c", "a"}, {"d", ""}, {"e", "d"}} {
		id[n[0]], _ = f.Insert(Node{Code: n[0], Title: n[0]}, TreePlace{Parent: id[n[1]]})
	}
	return f, id
}

func TestEditsOfATree(t *testing.T) {
	f, id := sapling()
	was := f.Clone()
	for _, c := range []struct {
		name, want string
		edit       func(f *Framework) bool
	}{
		{"below", "a .b ..n .c d .e", func(f *Framework) bool {
			_, err := f.Insert(Node{Code: "n", Title: "n"}, TreePlace{Parent: id["b"]})
			return err == nil
		}},
		{"beside", "a .b .c n d .e", func(f *Framework) bool {
			_, err := f.Insert(Node{Code: "n", Title: "n"}, f.Beside(id["a"]))
			return err == nil
		}},
		{"remove", "d .e", func(f *Framework) bool { return f.Below(id["a"]) == 2 && f.Remove(id["a"]) == 3 }},
		{"move", "a .b .c ..d ...e", func(f *Framework) bool { return f.Move(id["d"], TreePlace{Parent: id["c"]}) == nil }},
		{"to the top", "a .b d .e c", func(f *Framework) bool { return f.Move(id["c"], TreePlace{}) == nil }},
		{"down", "d .e a .b .c", func(f *Framework) bool { return f.Shift(id["a"], true) }},
		{"up", "a .c .b d .e", func(f *Framework) bool { return f.Shift(id["c"], false) }},
		{"no further up", "a .b .c d .e", func(f *Framework) bool { return !f.Shift(id["b"], false) }},
		{"no further down", "a .b .c d .e", func(f *Framework) bool { return !f.Shift(id["e"], true) }},
		{"below itself", "a .b .c d .e", func(f *Framework) bool {
			return fault.KindOf(f.Move(id["a"], TreePlace{Parent: id["c"]})) == fault.Invalid && fault.KindOf(f.Move(id["a"], TreePlace{Parent: id["a"]})) == fault.Invalid
		}},
		{"nowhere", "a .b .c d .e", func(f *Framework) bool {
			_, err := f.Insert(Node{Title: "n"}, TreePlace{Parent: journal.ID{9}})
			return fault.KindOf(err) == fault.NotFound && fault.KindOf(f.Move(journal.ID{9}, TreePlace{})) == fault.NotFound && f.Remove(journal.ID{9}) == 0 && !f.Shift(journal.ID{9}, true)
		}},
	} {
		now := f.Clone()
		if !c.edit(&now) || outline(&now) != c.want {
			t.Errorf("%s: %s, want %s", c.name, outline(&now), c.want)
		}
		if err := now.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !f.SameAs(&was) {
			t.Fatalf("%s altered what it was made of", c.name)
		}
	}
}

// TestNewNodesAreApart: two nodes of one name are two nodes, and a code becomes the key only once.
func TestNewNodesAreApart(t *testing.T) {
	f, id := sapling()
	seen := map[journal.ID]bool{}
	for range 3 {
		for _, code := range []string{"", "b"} {
			n, err := f.Insert(Node{Code: code, Title: "zelfde"}, TreePlace{Parent: id["a"]})
			if err != nil || seen[n] {
				t.Fatalf("%v %v", n, err)
			}
			seen[n] = true
		}
	}
	keys := 0
	for _, n := range f.Nodes {
		if n.Key == "b" {
			keys++
		}
	}
	if err := f.Check(); err != nil || keys != 1 {
		t.Errorf("%v, %d keys", err, keys)
	}
}

func TestACopyIsApart(t *testing.T) {
	for _, f := range BuiltinFrameworks() {
		c := f.Copied(journal.ID{1, 2}, "Van ons")
		if err := c.Check(); err != nil || len(c.Nodes) != len(f.Nodes) || outline(&c) != outline(&f) || c.Builtin {
			t.Errorf("%s: %v, %d nodes", f.Title, err, len(c.Nodes))
		}
		for _, n := range c.Nodes {
			if _, shared := f.Node(n.ID); shared {
				t.Errorf("%s shares %s", f.Title, n.Code)
			}
		}
	}
}

func TestScalesGo(t *testing.T) {
	f, _ := sapling()
	f.Scales = []Scale{{Name: "0"}, {Name: "1"}, {Name: "2"}}
	f.Nodes[1].Scale, f.Nodes[2].Scale = 1, 2
	if err := f.DropScale(1); err != nil || f.ScaleOf(f.Nodes[1]).Name != "0" || f.ScaleOf(f.Nodes[2]).Name != "2" {
		t.Errorf("%v %+v", err, f.Scales)
	}
	f.Scales = f.Scales[:1]
	if fault.KindOf(f.DropScale(0)) != fault.Invalid {
		t.Error("the last scale went")
	}
}

// TestEditsKeepTheTree: whatever is done to a tree, its nodes stand in the order of the tree and none is lost on the way.
func TestEditsKeepTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, _ := sapling()
		any := func(what string) journal.ID {
			i := rapid.IntRange(-1, len(f.Nodes)-1).Draw(t, what)
			if i < 0 {
				return journal.ID{}
			}
			return f.Nodes[i].ID
		}
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			n := len(f.Nodes)
			switch rapid.IntRange(0, 4).Draw(t, "edit") {
			case 0:
				f.Insert(Node{Title: "n", Code: rapid.SampledFrom([]string{"", "a", "q"}).Draw(t, "code")}, TreePlace{Parent: any("parent")})
				n++
			case 1:
				f.Insert(Node{Title: "n"}, f.Beside(any("sibling")))
				n++
			case 2:
				f.Move(any("node"), TreePlace{Parent: any("parent")})
			case 3:
				f.Shift(any("node"), rapid.Bool().Draw(t, "down"))
			case 4:
				n -= f.Remove(any("node"))
			}
			nodes, left := Arrange(f.Nodes)
			if len(left) > 0 || len(nodes) != n || !slices.EqualFunc(nodes, f.Nodes, func(a, b Node) bool { return a.ID == b.ID }) {
				t.Fatalf("%s: %v, %d nodes of %d", outline(&f), left, len(nodes), n)
			}
		}
	})
}
