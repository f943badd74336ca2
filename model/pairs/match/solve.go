package match

import (
	"context"
	"slices"

	"leerbalie/model/pairs/match/optimum"
)

// grid is the scores of all who may be paired: of one side with the other, or of everybody with everybody.
type grid struct {
	rows, cols []int // students
	same       bool  // rows and cols are the same people
	score      []int32
	extra      map[int]int64 // what a cell is worth beside its score, in hundredths
	prefer     map[int]bool  // cells of an earlier proposal
	worth      int64         // what any pair is worth beside its score
}

// never marks a cell that a hard rule forbids.
const never = -1

// grid scores everybody with everybody they might be paired with.
func (p *problem) grid(ctx context.Context) (*grid, error) {
	g := &grid{extra: map[int]int64{}, prefer: map[int]bool{}, worth: int64(len(p.pool)/2+1)*Perfect + 1}
	if p.mode == Mixed {
		g.rows, g.cols, g.same = p.pool, p.pool, true
	} else {
		for _, i := range p.pool {
			if p.track[i] == MBO {
				g.rows = append(g.rows, i)
			} else {
				g.cols = append(g.cols, i)
			}
		}
		if len(g.rows) > len(g.cols) {
			g.rows, g.cols = g.cols, g.rows
		}
	}
	g.score = make([]int32, len(g.rows)*len(g.cols))
	for r, a := range g.rows {
		if r%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p.fill(g, r, a)
	}
	place := func(list []int) map[int]int {
		out := make(map[int]int, len(list))
		for k, i := range list {
			out[i] = k
		}
		return out
	}
	row, col := place(g.rows), place(g.cols)
	cells := func(two [2]int, visit func(cell int)) {
		for _, way := range [2][2]int{two, {two[1], two[0]}} {
			r, isRow := row[way[0]]
			c, isCol := col[way[1]]
			if isRow && isCol {
				visit(r*len(g.cols) + c)
			}
		}
	}
	for two := range p.past {
		cells(two, func(cell int) {
			if g.score[cell] != never {
				g.score[cell] = int32(p.table.score(two[0], two[1]))
			}
		})
	}
	for two := range p.forbidden {
		cells(two, func(cell int) { g.score[cell] = never })
	}
	for two := range p.allowed {
		cells(two, func(cell int) { g.score[cell] = int32(p.table.score(two[0], two[1])) })
	}
	for two := range p.before {
		cells(two, func(cell int) { g.prefer[cell] = true })
	}
	if re := p.in.Rematch; re != nil {
		g.worth = worth
		for _, r := range p.running {
			if r.open && len(r.members) == 2 {
				cells([2]int{r.members[0], r.members[1]}, func(cell int) { g.extra[cell] = int64(re.Price) * 100 })
			}
		}
	}
	return g, nil
}

// fill scores one row. Prohibitions and former pairs are few, and come after.
func (p *problem) fill(g *grid, r, a int) {
	cells := g.score[r*len(g.cols) : (r+1)*len(g.cols)]
	least, parts := p.limits.Shared, p.parts[a]
	if g.same { // the half below is the same
		for c := range r {
			cells[c] = g.score[c*len(g.cols)+r]
		}
		cells[r] = never
	}
	for c, b := range g.cols {
		if g.same && c <= r {
			continue
		}
		if (parts&p.parts[b]).Len() < least || !p.meet(a, b) {
			cells[c] = never
			continue
		}
		cells[c] = int32(p.plain(a, b))
	}
}

// solve pairs the pool off in the best way.
func (p *problem) solve(ctx context.Context) ([][2]int, error) {
	g, err := p.grid(ctx)
	if err != nil || len(g.rows) == 0 {
		return nil, err
	}
	best, err := g.best(ctx, g.value(0))
	if err != nil || p.in.Objective != Worst || len(best) == 0 {
		return g.people(best), err
	}
	floor, err := g.floor(ctx, best)
	if err != nil {
		return nil, err
	}
	best, err = g.best(ctx, g.value(floor))
	return g.people(best), err
}

// value tells what a cell is worth, 0 for one that no pair may be of. A pair with a score below the floor is none, unless
// it is a running one.
func (g *grid) value(floor int32) func(cell int) int64 {
	// an earlier proposal only decides among equals: all of its pairs together are worth less than the least difference
	scale := int64(1)
	if len(g.prefer) > 0 {
		scale = int64(len(g.rows)) + 1
	}
	plain := len(g.prefer)+len(g.extra) == 0
	return func(cell int) int64 {
		s := g.score[cell]
		if s == never {
			return 0
		}
		if plain {
			if s < floor {
				return 0
			}
			return g.worth + int64(s)
		}
		extra, running := g.extra[cell]
		if s < floor && !running {
			return 0
		}
		v := (g.worth + int64(s) + extra) * scale
		if g.prefer[cell] {
			v++
		}
		return v
	}
}

// floor is the highest score that all new pairs can have while there are as many pairs as in the best proposal.
func (g *grid) floor(ctx context.Context, best [][2]int) (int32, error) {
	all := slices.Clone(g.score)
	slices.Sort(all)
	all = slices.Compact(all)
	low := int32(0)
	for k, cell := range best {
		s := g.score[cell[0]*len(g.cols)+cell[1]]
		if _, running := g.extra[cell[0]*len(g.cols)+cell[1]]; !running && (k == 0 || s < low) {
			low = s
		}
	}
	from, _ := slices.BinarySearch(all, low)
	to := len(all) // all[from] can be had, all[to] cannot
	for to-from > 1 {
		mid := (from + to) / 2
		pairs, err := g.best(ctx, func(cell int) int64 {
			if _, running := g.extra[cell]; g.score[cell] >= max(all[mid], 0) || running && g.score[cell] != never {
				return 1
			}
			return 0
		})
		if err != nil {
			return 0, err
		}
		if len(pairs) >= len(best) {
			from = mid
		} else {
			to = mid
		}
	}
	return max(all[from], 0), nil
}

// best finds the pairs of the highest value, as rows and columns.
func (g *grid) best(ctx context.Context, value func(cell int) int64) ([][2]int, error) {
	var out [][2]int
	if g.same {
		n := len(g.rows)
		size := n + n%2 // one more, whom nobody gains by, makes the number even
		m := optimum.NewMatrix(size, size)
		top := int64(0)
		for r := range n {
			row := m.Row(r)
			for c := range n {
				if c != r {
					row[c] = value(r*n + c)
					top = max(top, row[c])
				}
			}
		}
		for k, v := range m.At {
			m.At[k] = top - v
		}
		p, err := optimum.Pair(ctx, m)
		if err != nil {
			return nil, err
		}
		for r, c := range p.Mate[:n] {
			if r < c && c < n && m.Row(r)[c] < top {
				out = append(out, [2]int{r, c})
			}
		}
		return out, nil
	}
	m := optimum.NewMatrix(len(g.rows), len(g.cols))
	top := int64(0)
	for k := range m.At {
		v := value(k)
		m.At[k] = v
		top = max(top, v)
	}
	for k, v := range m.At {
		m.At[k] = top - v
	}
	a, err := optimum.Assign(ctx, m)
	if err != nil {
		return nil, err
	}
	for r, c := range a.Col {
		if m.Row(r)[c] < top {
			out = append(out, [2]int{r, c})
		}
	}
	return out, nil
}

// people are the students that rows and columns stand for.
func (g *grid) people(pairs [][2]int) [][2]int {
	out := make([][2]int, len(pairs))
	for k, two := range pairs {
		out[k] = ordered(g.rows[two[0]], g.cols[two[1]])
	}
	return out
}
