package match

import (
	"context"
	"slices"
	"sync"

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
	room       *room
}

// room is the memory of the large tables of a grid. One proposal often follows another, and takes over that of the last.
type room struct {
	score []int32
	costs []int64
}

var rooms = sync.Pool{New: func() any { return &room{} }}

// sized is memory of a length, with anything in it.
func sized[T any](of *[]T, n int) []T {
	if cap(*of) < n {
		*of = make([]T, n)
	}
	return (*of)[:n]
}

// matrix is a table for the costs of a proposal, with anything in it.
func (g *grid) matrix(rows, cols int) optimum.Matrix {
	return optimum.Matrix{Rows: rows, Cols: cols, At: sized(&g.room.costs, rows*cols)}
}

// leave hands the memory on.
func (g *grid) leave() {
	rooms.Put(g.room)
	g.room, g.score = nil, nil
}

// never marks a cell that a hard rule forbids.
const never = -1

// grid scores everybody with everybody they might be paired with.
func (p *problem) grid(ctx context.Context) (*grid, error) {
	g := &grid{room: rooms.Get().(*room), extra: map[int]int64{}, prefer: map[int]bool{}, worth: int64(len(p.pool)/2+1)*Perfect + 1}
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
	g.score = sized(&g.room.score, len(g.rows)*len(g.cols))
	var with *side
	if p.briefs != nil {
		with = p.sideOf(g.cols)
	}
	for r, a := range g.rows {
		if r%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p.fill(g, with, r, a)
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
	for _, apart := range [2]map[[2]int]bool{p.forbidden, p.failed} {
		for two := range apart {
			cells(two, func(cell int) { g.score[cell] = never })
		}
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
func (p *problem) fill(g *grid, with *side, r, a int) {
	cells := g.score[r*len(g.cols) : (r+1)*len(g.cols)]
	least, parts := p.limits.Shared, p.parts[a]
	if g.same { // the half below is the same
		for c := range r {
			cells[c] = g.score[c*len(g.cols)+r]
		}
		cells[r] = never
	}
	from := 0
	if g.same {
		from = r + 1
	}
	if with != nil {
		p.fillBriefly(cells, a, with, from)
		return
	}
	for c := from; c < len(g.cols); c++ {
		b := g.cols[c]
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
	if err != nil {
		return nil, err
	}
	defer g.leave()
	if len(g.rows) == 0 {
		return nil, nil
	}
	best, err := g.best(ctx, g.costs(0))
	if err != nil || p.in.Objective != Worst || len(best) == 0 {
		return g.people(best), err
	}
	floor, err := g.floor(ctx, best)
	if err != nil {
		return nil, err
	}
	best, err = g.best(ctx, g.costs(floor))
	return g.people(best), err
}

// costs is what a grid asks of the optimisation: how far each cell is from the most that one could be worth. A cell that no
// pair may be of costs that most, and every other one less.
type costs struct {
	most int64
	of   func(out []int64, from int) // writes what cells in a row cost, from the one with a number on
}

// costs tells what cells cost. A pair with a score below the floor is none, unless it is a running one.
func (g *grid) costs(floor int32) costs {
	if len(g.prefer)+len(g.extra) == 0 {
		most := g.worth + Perfect
		return costs{most, func(out []int64, from int) {
			for k, s := range g.score[from : from+len(out)] {
				out[k] = most - (g.worth+int64(s))&^(int64(s-floor)>>63) // never is below every floor; without a branch to be guessed
			}
		}}
	}
	// an earlier proposal only decides among equals: all of its pairs together are worth less than the least difference
	scale := int64(1)
	if len(g.prefer) > 0 {
		scale = int64(len(g.rows)) + 1
	}
	high := int64(0)
	for _, extra := range g.extra {
		high = max(high, extra)
	}
	return eachCell((g.worth+Perfect+high)*scale+1, func(cell int) int64 {
		s := g.score[cell]
		extra, running := g.extra[cell]
		if s == never || s < floor && !running {
			return 0
		}
		v := (g.worth + int64(s) + extra) * scale
		if g.prefer[cell] {
			v++
		}
		return v
	})
}

// eachCell asks for what cells are worth one by one.
func eachCell(most int64, worth func(cell int) int64) costs {
	return costs{most, func(out []int64, from int) {
		for k := range out {
			out[k] = most - worth(from+k)
		}
	}}
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
		pairs, err := g.best(ctx, eachCell(1, func(cell int) int64 {
			if _, running := g.extra[cell]; g.score[cell] >= max(all[mid], 0) || running && g.score[cell] != never {
				return 1
			}
			return 0
		}))
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

// best finds the pairs of the least cost, as rows and columns.
func (g *grid) best(ctx context.Context, of costs) ([][2]int, error) {
	var out [][2]int
	if g.same {
		n := len(g.rows)
		size := n + n%2 // one more, whom nobody gains by, makes the number even
		m := g.matrix(size, size)
		for r := range size {
			row := m.Row(r)
			if r < n {
				of.of(row[:n], r*n)
				row[r] = of.most
			}
			for c := n; c < size; c++ {
				row[c], m.Row(c)[r] = of.most, of.most
			}
		}
		p, err := optimum.Pair(ctx, m)
		if err != nil {
			return nil, err
		}
		for r, c := range p.Mate[:n] {
			if r < c && c < n && m.Row(r)[c] < of.most {
				out = append(out, [2]int{r, c})
			}
		}
		return out, nil
	}
	m := g.matrix(len(g.rows), len(g.cols))
	for r := range m.Rows {
		of.of(m.Row(r), r*m.Cols)
	}
	a, err := optimum.Assign(ctx, m)
	if err != nil {
		return nil, err
	}
	for r, c := range a.Col {
		if m.Row(r)[c] < of.most {
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
