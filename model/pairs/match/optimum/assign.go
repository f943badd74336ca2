package optimum

import "context"

// Assignment gives every row a column of its own, at the least total cost. U and V prove it: U[i]+V[j] is at most the cost
// of every cell and equal to it in the chosen ones, and V of a column that nobody got is the highest there is, 0.
// (In a square table V may have any sign.)
type Assignment struct {
	Col  []int // of each row
	Row  []int // of each column, -1 for none
	U, V []int64
}

// Assign solves the assignment problem for a table with no more rows than columns, in the manner of R. Jonker and
// A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (Computing 38,
// 1987): cheap reductions place most rows, and shortest augmenting paths the rest. The column reduction is left out when
// there are more columns than rows, where it would price columns that stay empty. Errors: the context's.
func Assign(ctx context.Context, m Matrix) (Assignment, error) {
	s := &assigner{m: m, ctx: ctx, Assignment: Assignment{
		Col: filled(m.Rows, -1), Row: filled(m.Cols, -1), U: make([]int64, m.Rows), V: make([]int64, m.Cols),
	}}
	if m.Rows == m.Cols {
		s.reduceColumns()
	}
	for i, j := range s.Col {
		if j < 0 {
			s.free = append(s.free, i)
		}
	}
	for range 2 {
		if err := s.reduceRows(); err != nil {
			return Assignment{}, err
		}
	}
	s.dist, s.from, s.order = make([]int64, m.Cols), make([]int32, m.Cols), make([]int32, m.Cols)
	for _, i := range s.free {
		if err := stopped(ctx); err != nil {
			return Assignment{}, err
		}
		s.augment(i)
	}
	for i, j := range s.Col {
		s.U[i] = m.Row(i)[j] - s.V[j]
	}
	return s.Assignment, nil
}

func filled(n, with int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = with
	}
	return out
}

type assigner struct {
	Assignment
	m    Matrix
	ctx  context.Context
	free []int // rows without a column
	// of the search for a path: the distance to each column, the row before it, and the columns in the order
	// done, at the present distance, to do
	dist  []int64
	from  []int32
	order []int32
}

// reduceColumns prices each column at its cheapest cell and gives it to that row where the row has none yet. Then it moves
// what a row with exactly one column can spare from the column's price, so that others can want it less.
func (s *assigner) reduceColumns() {
	n := s.m.Cols
	cheapest := make([]int, n)
	copy(s.V, s.m.Row(0))
	for i := 1; i < n; i++ {
		for j, c := range s.m.Row(i) {
			if c < s.V[j] {
				s.V[j], cheapest[j] = c, i
			}
		}
	}
	wanted := make([]int, n)
	for j := n - 1; j >= 0; j-- {
		i := cheapest[j]
		if wanted[i]++; wanted[i] == 1 {
			s.Col[i], s.Row[j] = j, i
		}
	}
	if n < 2 {
		return
	}
	for i, j := range s.Col {
		if wanted[i] != 1 {
			continue
		}
		spare := int64(far)
		for k, c := range s.m.Row(i) {
			if k != j {
				spare = min(spare, c-s.V[k])
			}
		}
		s.V[j] -= spare
	}
}

// reduceRows lets each free row take its best column, pushing out who has it, at a price up to which it stays the best.
// Such bidding can go on for long, so it is bounded: who is left waits for the next round or for a path.
func (s *assigner) reduceRows() error {
	todo := s.free
	s.free = nil
	bids := 8*len(todo) + 64
	for k := 0; k < len(todo); k++ {
		i := todo[k]
		for i >= 0 {
			first, second := int64(far), int64(far)
			best, next := -1, -1
			for j, c := range s.m.Row(i) {
				if c -= s.V[j]; c < second {
					if c < first {
						second, next = first, best
						first, best = c, j
					} else {
						second, next = c, j
					}
				}
			}
			had := s.Row[best]
			switch {
			case next < 0:
			case first < second:
				s.V[best] -= second - first
			case had >= 0:
				best = next
				had = s.Row[best]
			}
			s.Row[best], s.Col[i] = i, best
			if had >= 0 {
				s.Col[had] = -1
			}
			i = had
			if bids--; i >= 0 && (first == second || bids < 0) {
				s.free = append(s.free, i)
				break
			}
		}
		if k%64 == 0 {
			if err := stopped(s.ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// augment finds the cheapest way to seat one more row: from it to a free column, over columns whose rows move on.
func (s *assigner) augment(start int) {
	n := s.m.Cols
	row := s.m.Row(start)
	for j := range n {
		s.dist[j], s.from[j], s.order[j] = row[j]-s.V[j], int32(start), int32(j)
	}
	low, up := 0, 0 // order[:low] is done, order[low:up] stands at the present distance
	done := 0
	var reach int64
	end := -1
	for end < 0 {
		if low == up {
			done = low
			reach, up = s.nearest(up)
			for _, j := range s.order[low:up] {
				if s.Row[j] < 0 {
					end = int(j)
					break
				}
			}
			if end >= 0 {
				break
			}
		}
		j := s.order[low]
		low++
		up, end = s.relax(int(j), reach, up)
	}
	for _, j := range s.order[:done] {
		s.V[j] += s.dist[j] - reach
	}
	for j := end; ; {
		i := int(s.from[j])
		s.Row[j] = i
		j, s.Col[i] = s.Col[i], j
		if i == start {
			return
		}
	}
}

// nearest brings the columns at the least distance to the front of those to do.
func (s *assigner) nearest(up int) (int64, int) {
	low := up
	reach := s.dist[s.order[up]]
	up++
	for k := up; k < len(s.order); k++ {
		j := s.order[k]
		d := s.dist[j]
		if d > reach {
			continue
		}
		if d < reach {
			reach, up = d, low
		}
		s.order[k], s.order[up] = s.order[up], j
		up++
	}
	return reach, up
}

// relax looks what can be reached over the row that sits at column j. It ends the search at a free column.
func (s *assigner) relax(j int, reach int64, up int) (int, int) {
	i := s.Row[j]
	row := s.m.Row(i)
	h := row[j] - s.V[j] - reach
	for k := up; k < len(s.order); k++ {
		j := s.order[k]
		d := row[j] - s.V[j] - h
		if d >= s.dist[j] {
			continue
		}
		s.dist[j], s.from[j] = d, int32(i)
		if d > reach {
			continue
		}
		if s.Row[j] < 0 {
			return up, int(j)
		}
		s.order[k], s.order[up] = s.order[up], j
		up++
	}
	return up, -1
}
