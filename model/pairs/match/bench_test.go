package match

import (
	"fmt"
	"math"
	"testing"
	"time"

	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match/optimum"
)

// sided is a group of which n are of each side.
func sided(n int) Input {
	in := Input{Students: class(2*n, source(7)), Limits: pairs.DefaultMatchLimits(), Weights: DefaultWeights()}
	for i := range in.Students {
		in.Students[i].Away = false
		if in.Students[i].Level = "hbo"; i < n {
			in.Students[i].Level = "mbo-3"
		}
	}
	return in
}

// BenchmarkPropose makes proposals with all rules and explanations; n/n is n of mbo and n of hbo. What it adds to the bare
// assignment of the same size and scores is in BenchmarkBare.
func BenchmarkPropose(b *testing.B) {
	for _, n := range []int{50, 200, 500, 1000, 2000} {
		for name, change := range map[string]func(*Input){
			"across": func(in *Input) {}, "worst": func(in *Input) { in.Objective = Worst }, "mixed": func(in *Input) { in.Mode = Mixed },
		} {
			in := sided(n / 2)
			change(&in)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) { proposes(b, in) })
		}
	}
	b.Run("across/500x500", func(b *testing.B) { proposes(b, sided(500)) })
}

func proposes(b *testing.B, in Input) {
	for b.Loop() {
		p, err := Propose(b.Context(), in)
		if err != nil || len(p.Pairs) == 0 {
			b.Fatal(p, err)
		}
	}
}

// BenchmarkBare is the assignment alone, on the scores of the same 500 by 500.
func BenchmarkBare(b *testing.B) {
	p, err := prepare(sided(500))
	if err != nil {
		b.Fatal(err)
	}
	g, err := p.grid(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	m := optimum.NewMatrix(len(g.rows), len(g.cols))
	g.costs(0).of(m.At, 0)
	b.Run("500x500", func(b *testing.B) {
		for b.Loop() {
			if _, err := optimum.Assign(b.Context(), m); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkGrowth fits time = c · n^k over 50 to 2,000 students and reports k.
func BenchmarkGrowth(b *testing.B) {
	for name, mode := range map[string]Mode{"across": Across, "mixed": Mixed} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				var x, y []float64
				for _, n := range []int{50, 100, 200, 500, 1000, 2000} {
					in := sided(n / 2)
					in.Mode = mode
					least := time.Duration(math.MaxInt64)
					for range 5 {
						start := time.Now()
						if _, err := Propose(b.Context(), in); err != nil {
							b.Fatal(err)
						}
						least = min(least, time.Since(start))
					}
					x, y = append(x, math.Log(float64(n))), append(y, math.Log(float64(least)))
				}
				b.ReportMetric(slope(x, y), "exponent")
			}
		})
	}
}

// slope is that of the straight line through points by least squares.
func slope(x, y []float64) float64 {
	var sx, sy, sxx, sxy float64
	for i := range x {
		sx, sy, sxx, sxy = sx+x[i], sy+y[i], sxx+x[i]*x[i], sxy+x[i]*y[i]
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
