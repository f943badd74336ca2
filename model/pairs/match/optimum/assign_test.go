package optimum

import (
	"context"
	"fmt"
	"math/rand"
	"testing"

	"pgregory.net/rapid"
)

// drawMatrix draws costs, often with many ties.
func drawMatrix(t *rapid.T, rows, cols int) Matrix {
	top := rapid.SampledFrom([]int64{1, 3, 20, 10_000, 1 << 40}).Draw(t, "top")
	m := NewMatrix(rows, cols)
	for k := range m.At {
		m.At[k] = rapid.Int64Range(0, top).Draw(t, "cost")
	}
	return m
}

// cheapest is the least total cost, by trying every column for every row.
func cheapest(m Matrix) int64 {
	var try func(i int, used uint) int64
	try = func(i int, used uint) int64 {
		if i == m.Rows {
			return 0
		}
		best := int64(far)
		for j, c := range m.Row(i) {
			if used&(1<<j) == 0 {
				best = min(best, c+try(i+1, used|1<<j))
			}
		}
		return best
	}
	return try(0, 0)
}

// proven checks the assignment's own proof, and gives its cost.
func proven(t interface{ Fatalf(string, ...any) }, m Matrix, a Assignment) (cost int64) {
	taken := make([]bool, m.Cols)
	for i, j := range a.Col {
		if j < 0 || taken[j] || a.Row[j] != i {
			t.Fatalf("row %d has column %d", i, j)
		}
		taken[j] = true
		cost += m.Row(i)[j]
	}
	for i := range m.Rows {
		for j, c := range m.Row(i) {
			if slack := c - a.U[i] - a.V[j]; slack < 0 || slack != 0 && a.Col[i] == j {
				t.Fatalf("cell %d,%d has slack %d", i, j, slack)
			}
		}
	}
	if m.Rows < m.Cols {
		for j, v := range a.V {
			if v > 0 || v != 0 && !taken[j] {
				t.Fatalf("column %d has price %d, taken %v", j, v, taken[j])
			}
		}
	}
	return cost
}

func TestAssignAgainstAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cols := rapid.IntRange(1, 7).Draw(t, "cols")
		m := drawMatrix(t, rapid.IntRange(1, cols).Draw(t, "rows"), cols)
		a, err := Assign(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := proven(t, m, a), cheapest(m); got != want {
			t.Fatalf("cost %d, the least is %d", got, want)
		}
	})
}

// TestAssignAgainstFlow compares with a method of another family: flow of least cost over paths that Bellman and Ford find.
func TestAssignAgainstFlow(t *testing.T) {
	for _, c := range []struct {
		rows, cols int
		top        int64
	}{{200, 200, 10_000}, {200, 200, 20}, {120, 200, 10_000}, {60, 200, 3}} {
		m := random(c.rows, c.cols, c.top)
		a, err := Assign(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := proven(t, m, a), flow(m); got != want {
			t.Errorf("%d×%d up to %d: cost %d, by flow %d", c.rows, c.cols, c.top, got, want)
		}
	}
}

func random(rows, cols int, top int64) Matrix {
	m := NewMatrix(rows, cols)
	r := rand.New(rand.NewSource(int64(rows*cols) + top))
	for k := range m.At {
		m.At[k] = r.Int63n(top + 1)
	}
	return m
}

// flow seats the rows one by one along cheapest paths, without any prices.
func flow(m Matrix) (total int64) {
	row := filled(m.Cols, -1)
	for start := range m.Rows {
		dist, from := make([]int64, m.Cols), filled(m.Cols, start)
		copy(dist, m.Row(start))
		for changed := true; changed; {
			changed = false
			for j, i := range row {
				if i < 0 {
					continue
				}
				back := dist[j] - m.Row(i)[j]
				for k, c := range m.Row(i) {
					if k != j && back+c < dist[k] {
						dist[k], from[k], changed = back+c, i, true
					}
				}
			}
		}
		best := -1
		for j, i := range row {
			if i < 0 && (best < 0 || dist[j] < dist[best]) {
				best = j
			}
		}
		total += dist[best]
		col := filled(m.Rows, -1)
		for j, i := range row {
			if i >= 0 {
				col[i] = j
			}
		}
		for j := best; j >= 0; {
			i := from[j]
			row[j] = i
			j, col[i] = col[i], j
		}
	}
	return total
}

func TestAssignStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Assign(ctx, random(90, 90, 3)); err == nil {
		t.Fatal("it went on")
	}
}

func BenchmarkAssign(b *testing.B) {
	for _, n := range []int{50, 200, 500, 1000, 2000} {
		for _, top := range []int64{20, 10_000} {
			m := random(n, n, top)
			b.Run(fmt.Sprintf("%d/%d", n, top), func(b *testing.B) {
				for b.Loop() {
					if _, err := Assign(b.Context(), m); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
