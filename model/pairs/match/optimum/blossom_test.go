package optimum

import (
	"context"
	"fmt"
	"math/bits"
	"testing"

	"pgregory.net/rapid"
)

func symmetric(m Matrix) Matrix {
	for i := range m.Rows {
		for j := range i {
			m.At[i*m.Cols+j] = m.At[j*m.Cols+i]
		}
	}
	return m
}

// cheapestPairs is the least cost of pairing everybody off, by trying all ways.
func cheapestPairs(m Matrix) int64 {
	n := m.Rows
	best := make([]int64, 1<<n)
	for set := 1; set < 1<<n; set++ {
		if bits.OnesCount(uint(set))%2 != 0 {
			continue
		}
		i := bits.TrailingZeros(uint(set))
		best[set] = far
		for j := i + 1; j < n; j++ {
			if set>>j&1 == 1 {
				best[set] = min(best[set], m.Row(i)[j]+best[set&^(1<<i)&^(1<<j)])
			}
		}
	}
	return best[1<<n-1]
}

// provenPairs checks the pairing's own proof (prices of vertices and of odd sets, Edmonds 1965), and gives its cost.
func provenPairs(t interface{ Fatalf(string, ...any) }, m Matrix, p Pairing) (cost int64) {
	n := m.Rows
	for v, w := range p.Mate {
		if w < 0 || w == v || p.Mate[w] != v {
			t.Fatalf("vertex %d has mate %d", v, w)
		}
		if v < w {
			cost += m.Row(v)[w]
		}
	}
	within := make([]int64, n*n)
	for _, o := range p.blossoms {
		if o.z < 0 || len(o.vertices)%2 == 0 {
			t.Fatalf("an odd set of %d has price %d", len(o.vertices), o.z)
		}
		out := 0
		is := map[int]bool{}
		for _, v := range o.vertices {
			is[v] = true
		}
		for _, v := range o.vertices {
			if !is[p.Mate[v]] {
				out++
			}
			for _, w := range o.vertices {
				within[v*n+w] += o.z
			}
		}
		if out != 1 {
			t.Fatalf("%d pairs leave an odd set with a price", out)
		}
	}
	for v := range n {
		for w := range v {
			slack := 2*m.Row(v)[w] - p.y[v] - p.y[w] + within[v*n+w]
			if slack < 0 || slack != 0 && p.Mate[v] == w {
				t.Fatalf("edge %d,%d has slack %d", v, w, slack)
			}
		}
	}
	return cost
}

func TestPairAgainstAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 2 * rapid.IntRange(1, 6).Draw(t, "half")
		m := symmetric(drawMatrix(t, n, n))
		p, err := Pair(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := provenPairs(t, m, p), cheapestPairs(m); got != want {
			t.Fatalf("cost %d, the least is %d", got, want)
		}
	})
}

// TestPairIsProven holds larger groups to the proof that the method leaves behind.
func TestPairIsProven(t *testing.T) {
	for _, n := range []int{20, 60, 150, 200, 400} {
		for _, top := range []int64{1, 5, 100, 10_000} {
			m := symmetric(random(n, n, top))
			p, err := Pair(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			provenPairs(t, m, p)
		}
	}
}

// TestPairOfBlocks has clusters of odd size, which need blossoms within blossoms.
func TestPairOfBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 2 * rapid.IntRange(5, 40).Draw(t, "half")
		m := NewMatrix(n, n)
		block := make([]int, n)
		for v := range block {
			block[v] = rapid.IntRange(0, n/4).Draw(t, "block")
		}
		for v := range n {
			for w := range v {
				c := int64(rapid.IntRange(50, 100).Draw(t, "cost"))
				if block[v] == block[w] {
					c /= 10
				} else if block[v]/2 == block[w]/2 {
					c /= 3
				}
				m.At[v*n+w], m.At[w*n+v] = c, c
			}
		}
		p, err := Pair(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		provenPairs(t, m, p)
	})
}

func BenchmarkPair(b *testing.B) {
	for _, n := range []int{50, 200, 400, 1000, 2000} {
		for _, top := range []int64{20, 10_000} {
			m := symmetric(random(n, n, top))
			b.Run(fmt.Sprintf("%d/%d", n, top), func(b *testing.B) {
				for b.Loop() {
					if _, err := Pair(b.Context(), m); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestPairAgainstNetworkX compares with totals that another program found on the same numbers: NetworkX 3.6.1,
// max_weight_matching with maxcardinality on the negated costs.
func TestPairAgainstNetworkX(t *testing.T) {
	for _, c := range []struct {
		n               int
		top, seed, want int64
	}{{200, 10_000, 1, 8598}, {200, 10_000, 2, 8514}, {200, 20, 3, 0}, {200, 3, 4, 0}, {100, 1000, 5, 950}, {60, 100, 6, 66}} {
		m := NewMatrix(c.n, c.n)
		x := c.seed
		for v := range c.n {
			for w := v + 1; w < c.n; w++ {
				x = (x*1103515245 + 12345) % (1 << 31)
				m.At[v*c.n+w] = (x >> 8) % (c.top + 1)
				m.At[w*c.n+v] = m.At[v*c.n+w]
			}
		}
		p, err := Pair(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if got := provenPairs(t, m, p); got != c.want {
			t.Errorf("%d vertices up to %d: cost %d, NetworkX says %d", c.n, c.top, got, c.want)
		}
	}
}
