package model

import "slices"

// Tree is a framework prepared for looking things up.
type Tree struct {
	Framework *Framework
	index     map[ID]int
	children  map[ID][]int
}

// Tree prepares the framework; it must not be altered afterwards.
func (f *Framework) Tree() *Tree {
	t := &Tree{Framework: f, index: make(map[ID]int, len(f.Nodes)), children: make(map[ID][]int, len(f.Nodes))}
	for i, n := range f.Nodes {
		t.index[n.ID] = i
		t.children[n.Parent] = append(t.children[n.Parent], i)
	}
	return t
}

// Has tells whether the framework has the node.
func (t *Tree) Has(id ID) bool { _, ok := t.index[id]; return ok }

// Node is a node by its id; the zero Node when there is none.
func (t *Tree) Node(id ID) Node {
	if i, ok := t.index[id]; ok {
		return t.Framework.Nodes[i]
	}
	return Node{}
}

// Children are the nodes directly below one, in order; of the zero ID those at the top.
func (t *Tree) Children(id ID) (out []Node) {
	for _, i := range t.children[id] {
		out = append(out, t.Framework.Nodes[i])
	}
	return out
}

// Leaf tells whether nothing stands below a node: it is an indicator, and ticked.
func (t *Tree) Leaf(id ID) bool { return len(t.children[id]) == 0 }

// Leaves are the indicators below a node, or the node itself where it is one.
func (t *Tree) Leaves(id ID) (out []ID) {
	if t.Leaf(id) {
		if t.Has(id) {
			out = append(out, id)
		}
		return out
	}
	for _, i := range t.children[id] {
		out = append(out, t.Leaves(t.Framework.Nodes[i].ID)...)
	}
	return out
}

// Column is the node that stands for another in a matrix: the parent of an indicator, or an indicator without one.
func (t *Tree) Column(id ID) ID {
	if t.Leaf(id) {
		if p := t.Node(id).Parent; !p.IsZero() {
			return p
		}
	}
	return id
}

// Columns are the nodes that a matrix shows, in the order of the tree: those directly above indicators.
func (t *Tree) Columns() (out []ID) {
	for _, n := range t.Framework.Nodes {
		if t.Leaf(n.ID) {
			if c := t.Column(n.ID); !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// Depth is how many nodes stand above one.
func (t *Tree) Depth(id ID) (depth int) {
	for n := t.Node(id); !n.Parent.IsZero() && depth < len(t.Framework.Nodes); n = t.Node(n.Parent) {
		depth++
	}
	return depth
}

// Arrange puts nodes in the order of their tree: parents before children, siblings as they came. Nodes whose parent is not
// among them, that stand in a circle or that come twice are left out, each with the reason; the index is its place in the
// list that was given.
func Arrange(nodes []Node) (out []Node, left []Misplaced) {
	at := make(map[ID]int, len(nodes))
	children := map[ID][]int{}
	for i, n := range nodes {
		if _, twice := at[n.ID]; twice {
			left = append(left, Misplaced{i, Fail(Invalid, "node-twice", "key", n.name())})
			continue
		}
		at[n.ID] = i
		children[n.Parent] = append(children[n.Parent], i)
	}
	placed := make([]bool, len(nodes))
	var place func(parent ID)
	place = func(parent ID) {
		for _, i := range children[parent] {
			if !placed[i] {
				placed[i] = true
				out = append(out, nodes[i])
				place(nodes[i].ID)
			}
		}
	}
	place(ID{})
	for i, n := range nodes {
		if placed[i] || at[n.ID] != i {
			continue
		}
		top, steps := i, 0
		for ; steps <= len(nodes); steps++ {
			up, known := at[nodes[top].Parent]
			if !known {
				break
			}
			top = up
		}
		if steps > len(nodes) {
			left = append(left, Misplaced{i, Fail(Invalid, "node-circle", "key", n.name())})
		} else {
			left = append(left, Misplaced{i, Fail(Invalid, "node-orphan", "key", n.name())})
		}
	}
	slices.SortFunc(left, func(a, b Misplaced) int { return a.Index - b.Index })
	return out, left
}

// Misplaced is a node that has no place in the tree, and why.
type Misplaced struct {
	Index int
	Err   *Error
}

func (n Node) name() string {
	switch {
	case n.Key != "":
		return n.Key
	case n.Code != "":
		return n.Code
	}
	return n.Title
}
