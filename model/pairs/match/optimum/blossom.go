package optimum

import (
	"context"
	"slices"
)

// Pairing gives every vertex of a group a mate, at the least total cost. Y and the blossoms prove it; see Proof.
type Pairing struct {
	Mate     []int
	y        []int64 // prices, doubled
	blossoms []odd
}

// odd is an odd set of vertices that the proof needs, with its own price, doubled.
type odd struct {
	vertices []int
	z        int64
}

// Pair solves the perfect matching problem for an even number of vertices, each of which may go with each. The table must
// be symmetrical; what stands on the diagonal is not looked at.
//
// It is J. Edmonds' method ("Maximum matching and a polyhedron with 0,1-vertices", J. Res. NBS 69B, 1965) with a start
// that leaves little to do: the assignment problem on the same table gives prices and cycles, of which the even ones fall
// apart into pairs; only odd cycles leave a vertex over. From each of those one tree grows until it reaches another, along
// the cheapest edges, with odd cycles shrunk to blossoms on the way. Errors: the context's.
func Pair(ctx context.Context, m Matrix) (Pairing, error) {
	n := m.Rows
	b := &blossoming{n: n, m: m, y: make([]int64, n), mate: filled(n, -1), top: make([]int32, n)}
	if err := b.start(ctx); err != nil {
		return Pairing{}, err
	}
	nodes := n + n/2 + 1
	b.parent, b.base, b.label = make([]int32, nodes), make([]int32, nodes), make([]label, nodes)
	b.z, b.children, b.rows = make([]int64, nodes), make([][]child, nodes), make([][]int32, nodes)
	b.in, b.across = make([]edge, nodes), make([]edge, nodes)
	b.near = make([]int32, n)
	for v := range n {
		b.top[v], b.base[v] = int32(v), int32(v)
	}
	for x := range b.parent {
		b.parent[x] = -1
	}
	for x := nodes - 1; x >= n; x-- {
		b.spare = append(b.spare, int32(x))
	}
	for v := range n {
		if b.mate[v] < 0 {
			if err := stopped(ctx); err != nil {
				return Pairing{}, err
			}
			b.search(v)
		}
	}
	return b.pairing(), nil
}

// label says what a node that stands by itself is in the growing tree.
type label byte

const (
	outside label = iota
	outer         // an even number of steps from the root: looks for more
	inner         // an odd number of steps from the root
)

// edge joins two vertices; u is on the side that it was found from.
type edge struct{ u, v int32 }

// child is one node of a blossom, and the edge from it to the next one. The first holds the vertex that the blossom is
// matched by; then every second edge, from the second child on, is a matched one.
type child struct {
	node int32
	next edge
}

// blossoming is the work: nodes below n are vertices, those from n on are blossoms.
type blossoming struct {
	n    int
	m    Matrix
	y    []int64 // the doubled price of each vertex; the slack of an edge is 2·cost − y − y
	mate []int

	top      []int32 // the outermost node around each vertex
	parent   []int32 // the blossom around a node, -1 for none
	base     []int32 // the vertex by which a node is matched
	children [][]child
	z        []int64   // the doubled price of a blossom
	rows     [][]int32 // of a blossom: for each vertex outside, the vertex inside with the least slack
	spare    []int32   // blossoms not in use

	label  []label
	in     []edge  // how an inner node was reached: from an outer vertex to a vertex in it
	across []edge  // of an outer node: the edge of least slack to another outer node; u is -1 for none
	near   []int32 // of each vertex: the outer vertex with the least slack to it, -1 for none
	outers []int32 // outer nodes, some of which have been swallowed since
	inners []int32 // inner nodes, likewise
}

// start prices the vertices and makes the first pairs by way of the assignment problem.
func (b *blossoming) start(ctx context.Context) error {
	n := b.n
	if n == 0 {
		return nil
	}
	two := Matrix{Rows: n, Cols: n, At: slices.Clone(b.m.At)}
	most := slices.Max(two.At)
	for i := range n {
		two.At[i*n+i] = 0
	}
	for i := range n {
		two.At[i*n+i] = (most + 1) * int64(n) // more than any way around it
	}
	a, err := Assign(ctx, two)
	if err != nil {
		return err
	}
	for v := range n {
		b.y[v] = a.U[v] + a.V[v]
	}
	seen := make([]bool, n)
	for first := range n {
		if seen[first] {
			continue
		}
		var cycle []int
		for v := first; !seen[v]; v = a.Col[v] {
			seen[v] = true
			cycle = append(cycle, v)
		}
		for k := len(cycle) % 2; k < len(cycle); k += 2 {
			b.mate[cycle[k]], b.mate[cycle[k+1]] = cycle[k+1], cycle[k]
		}
	}
	return nil
}

func (b *blossoming) slack(e edge) int64 {
	return 2*b.m.At[int(e.u)*b.n+int(e.v)] - b.y[e.u] - b.y[e.v]
}

// search grows a tree from a vertex without a mate until it meets another one, and makes both pairs.
func (b *blossoming) search(root int) {
	clear(b.label)
	b.outers, b.inners = b.outers[:0], b.inners[:0]
	for v := range b.near {
		b.near[v] = -1
	}
	b.reach(b.top[root])
	for {
		grow, meet, burst := b.closest()
		switch {
		case grow.u >= 0:
			x := b.top[grow.v]
			mate := b.mate[b.base[x]]
			if mate < 0 {
				b.augment(grow)
				return
			}
			b.label[x], b.in[x] = inner, grow
			b.inners = append(b.inners, x)
			b.reach(b.top[mate])
		case meet.u >= 0:
			b.shrink(meet)
		default:
			b.expand(burst)
		}
	}
}

// closest moves the prices until something happens, and tells what: the tree can grow over an edge, two outer nodes meet
// over an edge, or a blossom's own price has come to nothing.
func (b *blossoming) closest() (grow, meet edge, burst int32) {
	none := edge{-1, -1}
	grow, meet, burst = none, none, -1
	step := int64(far)
	for v, u := range b.near {
		if b.label[b.top[v]] != outside {
			continue
		}
		e := edge{u, int32(v)}
		if d := b.slack(e); d < step {
			step, grow = d, e
		}
	}
	live := b.outers[:0]
	for _, x := range b.outers {
		if b.parent[x] >= 0 {
			continue
		}
		live = append(live, x)
		if e := b.across[x]; e.u >= 0 {
			if d := b.slack(e) / 2; d < step {
				step, grow, meet = d, none, e
			}
		}
	}
	b.outers = live
	alive := b.inners[:0]
	for _, x := range b.inners {
		if b.parent[x] >= 0 || b.label[x] != inner {
			continue
		}
		alive = append(alive, x)
		if int(x) >= b.n {
			if d := b.z[x] / 2; d < step {
				step, grow, meet, burst = d, none, none, x
			}
		}
	}
	b.inners = alive
	if step > 0 {
		for v, x := range b.top {
			switch b.label[x] {
			case outer:
				b.y[v] += step
			case inner:
				b.y[v] -= step
			}
		}
		for _, x := range b.outers {
			b.z[x] += 2 * step
		}
		for _, x := range b.inners {
			b.z[x] -= 2 * step
		}
	}
	return grow, meet, burst
}

// reach makes a node an outer one and notes what can be reached from it.
func (b *blossoming) reach(x int32) {
	b.label[x] = outer
	b.outers = append(b.outers, x)
	b.look(x)
}

// look notes, for every vertex outside an outer node, whether that node is now the closest one.
func (b *blossoming) look(x int32) {
	b.across[x] = edge{-1, -1}
	least := int64(far)
	row := b.rows[x]
	for v := range b.near {
		t := b.top[v]
		if t == x {
			continue
		}
		u := x
		if row != nil {
			u = row[v]
		}
		e := edge{u, int32(v)}
		d := b.slack(e)
		if near := b.near[v]; near < 0 || d < b.slack(edge{near, int32(v)}) {
			b.near[v] = u
		}
		if b.label[t] != outer {
			continue
		}
		if d < least {
			least, b.across[x] = d, e
		}
		if o := b.across[t]; o.u < 0 || d < b.slack(o) {
			b.across[t] = edge{e.v, e.u}
		}
	}
}

// pairing is the answer with its proof.
func (b *blossoming) pairing() Pairing {
	p := Pairing{Mate: b.mate, y: b.y}
	for x := b.n; x < len(b.children); x++ {
		if len(b.children[x]) > 0 && b.z[x] != 0 {
			o := odd{z: b.z[x]}
			b.each(int32(x), func(v int32) { o.vertices = append(o.vertices, int(v)) })
			p.blossoms = append(p.blossoms, o)
		}
	}
	return p
}
