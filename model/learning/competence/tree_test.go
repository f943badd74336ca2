package competence

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model/journal"
)

// grown is a framework of n nodes that each stand below what above says, -1: nothing.
func grown(n int, above func(i int) int) Framework {
	id := func(i int) journal.ID { return NodeID("grown", fmt.Sprint(i)) }
	f := Framework{ID: FrameworkID("grown"), Key: "grown", Title: "Groot", Scales: []Scale{BuiltinScale()}, Nodes: make([]Node, n)}
	for i := range f.Nodes {
		f.Nodes[i] = Node{ID: id(i), Key: fmt.Sprint(i), Title: fmt.Sprint("Naam ", i)}
		if p := above(i); p >= 0 {
			f.Nodes[i].Parent = id(p)
		}
	}
	return f
}

// shapes are trees that are wide, deep or wrong.
func shapes(n int) map[string]Framework {
	return map[string]Framework{
		"flat":    grown(n, func(int) int { return -1 }),
		"chain":   grown(n, func(i int) int { return i - 1 }),
		"circle":  grown(n, func(i int) int { return (i + n - 1) % n }),
		"orphans": grown(n, func(i int) int { return max(i-1, 0) + (n+1)*b2i(i == 0) }),
		"hook":    grown(n, func(i int) int { return max(i-1, b2i(i == 0)) }), // two stand below each other, all others below those
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestLargeTrees: what a hostile or a very large file holds takes a moment, whatever its shape. Where a step went over all
// nodes for each node this would take minutes.
func TestLargeTrees(t *testing.T) {
	const n = 40_000
	for name, f := range shapes(n) {
		began := time.Now()
		nodes, left := Arrange(f.Nodes)
		f.Nodes = nodes
		tree := f.Tree()
		depth := 0
		for _, node := range nodes {
			depth = max(depth, tree.Depth(node.ID))
		}
		var leaves int
		for _, node := range tree.Children(journal.ID{}) {
			leaves += len(tree.Leaves(node.ID))
		}
		got := fmt.Sprintf("%d placed, %d left, %d columns, %d deep, %d leaves", len(nodes), len(left), len(tree.Columns()), depth, leaves)
		want := map[string]string{
			"flat":   fmt.Sprintf("%d placed, 0 left, %d columns, 0 deep, %d leaves", n, n, n),
			"chain":  fmt.Sprintf("%d placed, 0 left, 1 columns, %d deep, 1 leaves", n, n-1),
			"circle": fmt.Sprintf("0 placed, %d left, 0 columns, 0 deep, 0 leaves", n),
		}
		want["orphans"], want["hook"] = want["circle"], want["circle"]
		if got != want[name] {
			t.Errorf("%s: %s", name, got)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// TestWhyNodesAreLeftOut: only what stands below itself is called a circle; what hangs below that has lost its parent.
func TestWhyNodesAreLeftOut(t *testing.T) {
	reasons := func(f Framework) (out []string) {
		_, left := Arrange(f.Nodes)
		for _, m := range left {
			out = append(out, fmt.Sprint(m.Index, " ", m.Err.Msg))
		}
		return out
	}
	if got, want := reasons(shapes(4)["hook"]), []string{"0 node-circle", "1 node-circle", "2 node-orphan", "3 node-orphan"}; !slices.Equal(got, want) {
		t.Error(got)
	}
	if got, want := reasons(shapes(3)["orphans"]), []string{"0 node-orphan", "1 node-orphan", "2 node-orphan"}; !slices.Equal(got, want) {
		t.Error(got)
	}
	if got, want := reasons(grown(1, func(int) int { return 0 })), []string{"0 node-circle"}; !slices.Equal(got, want) {
		t.Error(got)
	}
}

// TestDamagedTreeOnDisk: nodes that a store should not hold, without an id or below themselves, do not come out of it.
func TestDamagedTreeOnDisk(t *testing.T) {
	f := grown(3, func(i int) int { return i - 1 })
	f.Nodes = append(f.Nodes, Node{Title: "zonder id"}, Node{ID: f.Nodes[1].ID, Parent: f.Nodes[1].ID, Title: "nog eens, onder zichzelf"})
	fields, err := f.fields()
	if err != nil {
		t.Fatal(err)
	}
	rec := &journal.Record{Kind: KindFramework, ID: f.ID}
	again := versionsOf(rec, []journal.Item{{Kind: ItemFrameworkVersion, Fields: fields}})
	if len(again) != 1 || len(again[0].Nodes) != 3 {
		t.Fatalf("%+v", again)
	}
	if leaves := again[0].Tree().Leaves(f.Nodes[0].ID); len(leaves) != 1 {
		t.Errorf("%v", leaves)
	}
}
