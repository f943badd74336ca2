package competence

import (
	"cmp"
	"slices"
	"strconv"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The edits of a tree. They alter the framework they are called on and give it new lists, so that a copy made before stays
// as it was; its nodes have to stand in the order of their tree, as they do in every version that was kept.

// TreePlace is a place in a tree: the last below a parent (zero: at the top), or right after one of its children.
type TreePlace struct {
	Parent journal.ID
	After  journal.ID // zero: the last
}

// Beside is the place right after a node.
func (f *Framework) Beside(id journal.ID) TreePlace {
	n, _ := f.Node(id)
	return TreePlace{n.Parent, id}
}

// span is where a node stands with all that is below it.
func (f *Framework) span(id journal.ID) (from, to int, ok bool) {
	from = slices.IndexFunc(f.Nodes, func(n Node) bool { return n.ID == id })
	if from < 0 {
		return 0, 0, false
	}
	inside := map[journal.ID]bool{id: true}
	for to = from + 1; to < len(f.Nodes) && inside[f.Nodes[to].Parent]; to++ {
		inside[f.Nodes[to].ID] = true
	}
	return from, to, true
}

// Below counts what stands below a node.
func (f *Framework) Below(id journal.ID) int {
	from, to, _ := f.span(id)
	return max(to-from-1, 0)
}

// place is where in the list of nodes a spot lies.
func (f *Framework) place(at TreePlace) (int, error) {
	id := cmp.Or(at.After, at.Parent)
	if id.IsZero() {
		return len(f.Nodes), nil
	}
	_, to, ok := f.span(id)
	if !ok {
		return 0, fault.New(fault.NotFound, "node-unknown")
	}
	return to, nil
}

// Insert puts a new node in the tree and gives its id. A code that no other node is known by becomes its key: the file that
// is written of it brings the same node back. Errors: NotFound for a place that is not there.
func (f *Framework) Insert(n Node, at TreePlace) (journal.ID, error) {
	to, err := f.place(at)
	if err != nil {
		return journal.ID{}, err
	}
	n.Parent = at.Parent
	home := cmp.Or(f.Key, f.ID.String())
	taken := func(id journal.ID, key string) bool {
		return slices.ContainsFunc(f.Nodes, func(o Node) bool { return o.ID == id || plain.ID(o.Key) == plain.ID(key) && key != "" })
	}
	n.Key, n.ID = n.Code, NodeID(home, n.Code)
	for i := 1; n.Key == "" || taken(n.ID, n.Key); i++ {
		n.Key, n.ID = "", journal.KeyedID("node", home, n.Parent.String(), n.Code, n.Title, strconv.Itoa(i))
		if !taken(n.ID, "") {
			break
		}
	}
	f.Nodes = slices.Insert(slices.Clone(f.Nodes), to, n)
	return n.ID, nil
}

// Remove takes a node out with all that stands below it, and tells how many nodes that were.
func (f *Framework) Remove(id journal.ID) int {
	from, to, ok := f.span(id)
	if !ok {
		return 0
	}
	f.Nodes = slices.Delete(slices.Clone(f.Nodes), from, to)
	return to - from
}

// Move hangs a node with all below it at another place. Errors: NotFound; Invalid for a place below itself.
func (f *Framework) Move(id journal.ID, at TreePlace) error {
	from, to, ok := f.span(id)
	if !ok {
		return fault.New(fault.NotFound, "node-unknown")
	}
	part := slices.Clone(f.Nodes[from:to])
	if slices.ContainsFunc(part, func(n Node) bool { return n.ID == at.Parent || n.ID == at.After }) {
		return fault.New(fault.Invalid, "node-circle", "key", part[0].Name())
	}
	rest := *f
	rest.Nodes = slices.Delete(slices.Clone(f.Nodes), from, to)
	place, err := rest.place(at)
	if err != nil {
		return err
	}
	part[0].Parent = at.Parent
	f.Nodes = slices.Insert(rest.Nodes, place, part...)
	return nil
}

// Shift moves a node past its next sibling, or past the one before it; it tells whether there was one.
func (f *Framework) Shift(id journal.ID, down bool) bool {
	n, ok := f.Node(id)
	if !ok {
		return false
	}
	var siblings []journal.ID
	for _, o := range f.Nodes {
		if o.Parent == n.Parent {
			siblings = append(siblings, o.ID)
		}
	}
	i := slices.Index(siblings, id)
	if !down {
		i-- // the one before it moves past it instead
	}
	if i < 0 || i+1 >= len(siblings) {
		return false
	}
	return f.Move(siblings[i], TreePlace{n.Parent, siblings[i+1]}) == nil
}

// DropScale takes a scale out. What was judged on it goes to the first one that is left. Errors: Invalid for the last one.
func (f *Framework) DropScale(at int) error {
	if at < 0 || at >= len(f.Scales) || len(f.Scales) < 2 {
		return fault.New(fault.Invalid, "scale-last")
	}
	gone := f.Scales[at]
	f.Scales = slices.Delete(slices.Clone(f.Scales), at, at+1)
	f.Nodes = slices.Clone(f.Nodes)
	for i := range f.Nodes {
		switch n := &f.Nodes[i]; {
		case n.Scale == at:
			n.Scale, n.Means = 0, meansOn(n.Means, gone, f.Scales[0])
		case n.Scale > at:
			n.Scale--
		}
	}
	return nil
}

// SetScale puts a scale in the place of one, or behind the last. What levels mean for parts that are judged on it goes along with the levels.
func (f *Framework) SetScale(at int, s Scale) {
	if at >= len(f.Scales) {
		f.Scales = append(slices.Clone(f.Scales), s)
		return
	}
	was := f.Scales[at]
	f.Scales = slices.Clone(f.Scales)
	f.Scales[at] = s
	f.Nodes = slices.Clone(f.Nodes)
	for i := range f.Nodes {
		if n := &f.Nodes[i]; n.Scale == at {
			n.Means = meansOn(n.Means, was, s)
		}
	}
}

// meansOn are the words of levels on another scale; those of a level that has no place there go.
func meansOn(means []string, was, now Scale) []string {
	out := make([]string, len(now.Levels))
	for i, words := range means {
		if at := was.LevelOn(now, i); at >= 0 && at < len(out) {
			out[at] = words
		}
	}
	return said(out)
}

// said is words without the empty ones at the end; nil for none.
func said(means []string) []string {
	for len(means) > 0 && means[len(means)-1] == "" {
		means = means[:len(means)-1]
	}
	if len(means) == 0 {
		return nil
	}
	return means
}

// Copied is a framework of one's own that begins as this one stands: under another id, with nodes of its own, so that what
// is shown for the one says nothing about the other.
func (f Framework) Copied(id journal.ID, title string) Framework {
	out := f.Renamed(title)
	out.ID, out.Key, out.Version, out.Label, out.Stamp, out.Extra = id, "", 0, "", journal.Stamp{}, nil
	out.Builtin, out.Archived, out.ReadOnly = false, false, false
	home := id.String()
	ids := make(map[journal.ID]journal.ID, len(out.Nodes))
	keys := make(map[string]bool, len(out.Nodes))
	for i := range out.Nodes {
		n := &out.Nodes[i]
		was := n.ID
		n.Key, n.ID = n.Code, NodeID(home, n.Code)
		if n.Key == "" || keys[plain.ID(n.Key)] || n.ID == was {
			n.Key, n.ID = "", journal.KeyedID("node", home, was.String())
		}
		keys[plain.ID(n.Key)], ids[was] = true, n.ID
		n.Parent, n.Extra = ids[n.Parent], nil
	}
	return out
}
