package optimum

// each visits the vertices of a node.
func (b *blossoming) each(x int32, visit func(v int32)) {
	if int(x) < b.n {
		visit(x)
		return
	}
	for _, k := range b.children[x] {
		b.each(k.node, visit)
	}
}

// above is the outer node from which an outer node was reached, over the inner node between; -1 for the root.
func (b *blossoming) above(x int32) (between, above int32) {
	mate := b.mate[b.base[x]]
	if mate < 0 {
		return -1, -1
	}
	between = b.top[mate]
	return between, b.top[b.in[between].u]
}

// meeting is the outer node at which the ways from two outer nodes to the root come together.
func (b *blossoming) meeting(x, y int32) int32 {
	seen := map[int32]bool{}
	for x >= 0 || y >= 0 {
		if x >= 0 {
			if seen[x] {
				return x
			}
			seen[x] = true
			_, x = b.above(x)
		}
		x, y = y, x
	}
	return -1
}

// shrink makes one outer node of the odd cycle that an edge between two outer nodes closes.
func (b *blossoming) shrink(e edge) {
	root := b.meeting(b.top[e.u], b.top[e.v])
	x := b.spare[len(b.spare)-1]
	b.spare = b.spare[:len(b.spare)-1]
	// from the root of the cycle to u, backwards, and then from v up
	var down []child
	for at := b.top[e.u]; at != root; {
		between, above := b.above(at)
		down = append(down, child{between, edge{b.base[between], b.base[at]}}, child{above, b.in[between]})
		at = above
	}
	children := make([]child, 0, len(down)+2)
	for k := len(down) - 1; k >= 0; k-- {
		children = append(children, down[k])
	}
	children = append(children, child{b.top[e.u], e})
	for at := b.top[e.v]; at != root; {
		between, above := b.above(at)
		in := b.in[between]
		children = append(children, child{at, edge{b.base[at], b.base[between]}}, child{between, edge{in.v, in.u}})
		at = above
	}
	b.children[x], b.base[x], b.parent[x], b.z[x] = children, b.base[root], -1, 0
	for _, k := range children {
		b.parent[k.node] = x
	}
	b.each(x, func(v int32) { b.top[v] = x })
	b.merge(x)
	b.reach(x)
}

// merge works out, for every vertex outside a new blossom, which vertex inside is closest.
func (b *blossoming) merge(x int32) {
	row := make([]int32, b.n)
	first := true
	for _, k := range b.children[x] {
		inside := b.rows[k.node]
		for v := range row {
			if b.top[v] == x {
				continue
			}
			u := k.node
			if inside != nil {
				u = inside[v]
			}
			if first || b.slack(edge{u, int32(v)}) < b.slack(edge{row[v], int32(v)}) {
				row[v] = u
			}
		}
		first = false
	}
	b.rows[x] = row
}

// expand takes an inner blossom whose price has come to nothing apart: what lies on the way through it stays in the tree.
func (b *blossoming) expand(x int32) {
	children := b.children[x]
	at := -1
	for k, p := range children {
		b.parent[p.node] = -1
		b.label[p.node] = outside
		b.each(p.node, func(v int32) { b.top[v] = p.node })
		if b.top[b.in[x].v] == p.node {
			at = k
		}
	}
	in := b.in[x]
	b.release(x)
	forward := at%2 == 1
	var reached []int32
	for {
		node := children[at].node
		b.label[node], b.in[node] = inner, in
		b.inners = append(b.inners, node)
		if at == 0 {
			break
		}
		// over the matched edge to an outer child, and on over the edge after it
		if forward {
			reached = append(reached, children[at+1].node)
			in = children[at+1].next
			at = (at + 2) % len(children)
		} else {
			reached = append(reached, children[at-1].node)
			back := children[at-2].next
			in = edge{back.v, back.u}
			at -= 2
		}
	}
	for _, node := range reached {
		b.reach(node)
	}
}

func (b *blossoming) release(x int32) {
	b.children[x], b.rows[x], b.label[x], b.z[x] = nil, nil, outside, 0
	b.spare = append(b.spare, x)
}

// augment changes the matching along the way from the root to a node without a mate, over an edge that reaches it.
func (b *blossoming) augment(e edge) {
	for {
		v, u := e.v, e.u
		b.turn(b.top[v], v)
		x := b.top[u]
		before := b.mate[b.base[x]]
		b.turn(x, u)
		b.mate[v], b.mate[u] = int(u), int(v)
		if before < 0 {
			return
		}
		e = b.in[b.top[before]]
	}
}

// turn makes a node matched by another of its vertices, and re-pairs what lies inside.
func (b *blossoming) turn(x, v int32) {
	if b.base[x] == v {
		return
	}
	b.base[x] = v
	inside := v
	for b.parent[inside] != x {
		inside = b.parent[inside]
	}
	children := b.children[x]
	at := 0
	for children[at].node != inside {
		at++
	}
	b.turn(inside, v)
	turned := make([]child, 0, len(children))
	turned = append(append(turned, children[at:]...), children[:at]...)
	b.children[x] = turned
	for k := 1; k < len(turned); k += 2 {
		e := turned[k].next
		b.turn(turned[k].node, e.u)
		b.turn(turned[k+1].node, e.v)
		b.mate[e.u], b.mate[e.v] = int(e.v), int(e.u)
	}
}
