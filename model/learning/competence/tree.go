package competence

import (
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Tree is a framework prepared for looking things up.
type Tree struct {
	Framework *Framework
	index     map[journal.ID]int
	children  map[journal.ID][]int
	up        []int // the place of each node's parent, -1: none
	depth     []int // how many nodes stand above each
}

// Tree prepares the framework; it must not be altered afterwards.
func (f *Framework) Tree() *Tree {
	t := &Tree{Framework: f, index: make(map[journal.ID]int, len(f.Nodes)), children: make(map[journal.ID][]int, len(f.Nodes)),
		up: make([]int, len(f.Nodes)), depth: make([]int, len(f.Nodes))}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		t.up[i] = -1
		if p, ok := t.index[n.Parent]; ok { // parents come before their children, so that going up always ends
			t.up[i], t.depth[i] = p, t.depth[p]+1
		}
		t.index[n.ID] = i
		t.children[n.Parent] = append(t.children[n.Parent], i)
	}
	return t
}

// Has tells whether the framework has the node.
func (t *Tree) Has(id journal.ID) bool { _, ok := t.index[id]; return ok }

// At is the place of a node in the list of the framework; ok is false for one that it lacks.
func (t *Tree) At(id journal.ID) (at int, ok bool) {
	at, ok = t.index[id]
	return at, ok
}

// Up is the place of the parent of the node at a place, -1 for none.
func (t *Tree) Up(at int) int { return t.up[at] }

// Below are the places of the nodes directly below one, in order.
func (t *Tree) Below(id journal.ID) []int { return t.children[id] }

// Node is a node by its id; the zero Node when there is none.
func (t *Tree) Node(id journal.ID) Node {
	if i, ok := t.index[id]; ok {
		return t.Framework.Nodes[i]
	}
	return Node{}
}

// Children are the nodes directly below one, in order; of the zero ID those at the top.
func (t *Tree) Children(id journal.ID) (out []Node) {
	for _, i := range t.children[id] {
		out = append(out, t.Framework.Nodes[i])
	}
	return out
}

// Leaf tells whether nothing stands below a node: it is an indicator, and ticked.
func (t *Tree) Leaf(id journal.ID) bool { return len(t.children[id]) == 0 }

// Leaves are the indicators below a node, or the node itself where it is one.
func (t *Tree) Leaves(id journal.ID) []journal.ID {
	if t.Leaf(id) {
		if t.Has(id) {
			return []journal.ID{id}
		}
		return nil
	}
	var out []journal.ID
	below := slices.Clone(t.children[id])
	slices.Reverse(below)
	for len(below) > 0 {
		n := t.Framework.Nodes[below[len(below)-1]].ID
		below = below[:len(below)-1]
		if t.Leaf(n) {
			out = append(out, n)
			continue
		}
		for _, child := range slices.Backward(t.children[n]) {
			below = append(below, child)
		}
	}
	return out
}

// Column is the node that stands for another in a matrix: the parent of an indicator, or an indicator without one.
func (t *Tree) Column(id journal.ID) journal.ID {
	if t.Leaf(id) {
		if p := t.Node(id).Parent; !p.IsZero() {
			return p
		}
	}
	return id
}

// Columns are the nodes that a matrix shows, in the order of the tree: those directly above indicators.
func (t *Tree) Columns() (out []journal.ID) {
	have := map[journal.ID]bool{}
	for i := range t.Framework.Nodes {
		if id := t.Framework.Nodes[i].ID; t.Leaf(id) {
			if c := t.Column(id); !have[c] {
				have[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// Depth is how many nodes stand above one.
func (t *Tree) Depth(id journal.ID) int {
	if i, ok := t.index[id]; ok {
		return t.depth[i]
	}
	return 0
}

// Under tells whether a node is another, or stands below it.
func (t *Tree) Under(id, above journal.ID) bool {
	i, ok := t.index[id]
	for ; ok && i >= 0; i = t.up[i] {
		if t.Framework.Nodes[i].ID == above {
			return true
		}
	}
	return false
}

// Arrange puts nodes in the order of their tree: parents before children, siblings as they came. Nodes that come twice, that
// stand below themselves, or below something that is not among them or is left out itself are left out, each with the
// reason; the index is its place in the list that was given.
func Arrange(nodes []Node) (out []Node, left []Misplaced) {
	at := make(map[journal.ID]int, len(nodes))
	children := make(map[journal.ID][]int, len(nodes))
	wrong := make([]string, len(nodes))
	for i := range nodes {
		if _, twice := at[nodes[i].ID]; twice {
			wrong[i] = "node-twice"
			continue
		}
		at[nodes[i].ID] = i
		children[nodes[i].Parent] = append(children[nodes[i].Parent], i)
	}
	placed := make([]bool, len(nodes))
	next := slices.Clone(children[journal.ID{}])
	slices.Reverse(next)
	for len(next) > 0 {
		i := next[len(next)-1]
		next = next[:len(next)-1]
		if placed[i] {
			continue
		}
		placed[i] = true
		out = append(out, nodes[i])
		for _, child := range slices.Backward(children[nodes[i].ID]) {
			next = append(next, child)
		}
	}
	circles(nodes, at, placed, wrong)
	for i := range nodes {
		if placed[i] {
			continue
		}
		if wrong[i] == "" {
			wrong[i] = "node-orphan"
		}
		left = append(left, Misplaced{i, fault.New(fault.Invalid, wrong[i], "key", nodes[i].Name())})
	}
	return out, left
}

// circles marks the nodes that stand below themselves. Every node is gone up from once.
func circles(nodes []Node, at map[journal.ID]int, placed []bool, wrong []string) {
	walk := make([]int, len(nodes)) // on which way up a node was met, from 1
	for i := range nodes {
		if placed[i] || wrong[i] != "" {
			continue
		}
		top := i
		for !placed[top] && walk[top] == 0 {
			walk[top] = i + 1
			up, known := at[nodes[top].Parent]
			if !known {
				break
			}
			top = up
		}
		for walk[top] == i+1 && wrong[top] == "" { // the way came back to itself, or ended where it goes no further
			up, known := at[nodes[top].Parent]
			if !known {
				break
			}
			wrong[top] = "node-circle"
			top = up
		}
	}
}

// inOrder tells whether every parent stands before its children, and no node twice.
func inOrder(nodes []Node) bool {
	seen := make(map[journal.ID]bool, len(nodes)+1)
	seen[journal.ID{}] = true
	for i := range nodes {
		if seen[nodes[i].ID] || !seen[nodes[i].Parent] {
			return false
		}
		seen[nodes[i].ID] = true
	}
	return true
}

// Misplaced is a node that has no place in the tree, and why.
type Misplaced struct {
	Index int
	Err   *fault.Error
}

// Name is what a node is called where there is no room for its title: its key, its code, or else that title.
func (n Node) Name() string {
	switch {
	case n.Key != "":
		return n.Key
	case n.Code != "":
		return n.Code
	}
	return n.Title
}
