package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// figures is what came of one half-year, by measure.
type figures [8]float64

// The measures, in the order in which they are shown.
const (
	gaps     = iota // parts of a student without evidence at week twelve, of those that work at a desk is evidence of
	gapsAll         // of all parts
	withGap         // students who have such a part
	spread          // how unevenly evidence lies over a student's parts: the deviation as a share of the mean
	median          // minutes that somebody waited, with the doors open
	ninety          // and nine of ten
	greatest        // what the pair that handled most handled, as a multiple of the mean
	perHalf         // the same for each half-day that a pair comes
)

// names are the names of the measures in a table, and in JSON.
func names() [8][2]string {
	return [8][2]string{{"gaps at week 12, of parts that work shows", "gaps"}, {"gaps at week 12, of all parts", "gaps_all"}, {"students with a gap in what work shows", "students_with_gap"},
		{"spread of evidence over parts", "spread"}, {"waiting, median (minutes)", "wait_median"}, {"waiting, 90th percentile (minutes)", "wait_p90"},
		{"greatest share, as a multiple of the mean", "greatest_share"}, {"the same for each half-day there", "greatest_share_by_presence"}}
}

// measured is the week at which gaps are counted.
const measured = 12

// figures counts a half-year that was played to its end.
func (h *half) figures() (f figures) {
	for i, have := range h.at[measured] {
		h.students[i].count(have, &f)
	}
	f[spread] /= float64(len(h.students))
	slices.Sort(h.waited)
	if n := len(h.waited); n > 0 {
		f[median], f[ninety] = float64(h.waited[n/2]), float64(h.waited[n*9/10])
	}
	all, parts := 0, 0
	for p := range h.pairs {
		all += len(h.done[p])
		parts += h.pairs[p].halfDays()
	}
	for p := range h.pairs {
		mine := float64(len(h.done[p])) / float64(all)
		f[greatest] = max(f[greatest], mine*pairsAll)
		f[perHalf] = max(f[perHalf], mine*float64(parts)/float64(h.pairs[p].halfDays()))
	}
	return f
}

// count adds what a student has of each part.
func (s *student) count(have []int, f *figures) {
	sum, square, n, lacks := 0.0, 0.0, 0.0, 0.0
	for c, k := range have {
		if k == 0 {
			f[gapsAll]++
		}
		if !s.list.work[c] {
			continue
		}
		if k == 0 {
			f[gaps]++
			lacks = 1
		}
		sum += float64(k)
		square += float64(k) * float64(k)
		n++
	}
	f[withGap] += lacks
	if sum > 0 {
		mean := sum / n
		f[spread] += math.Sqrt(max(square/n-mean*mean, 0)) / mean
	}
}

// estimate is a mean over half-years, with the interval in which nineteen of twenty such means lie.
type estimate struct {
	Mean float64 `json:"mean"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// over draws half-years again and again from those that were played, and works a figure out of each lot.
func over(n int, figure func(of []int) float64) estimate {
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	const lots = 2000
	drawn, again := make([]float64, lots), make([]int, n)
	for i := range drawn {
		for j := range again {
			again[j] = r.IntN(n)
		}
		drawn[i] = figure(again)
	}
	slices.Sort(drawn)
	return estimate{figure(all), drawn[lots/40], drawn[lots-1-lots/40]}
}

// measure is a figure under both policies; the ratio is missing where there may be nothing to divide by.
type measure struct {
	Name   string    `json:"-"`
	Key    string    `json:"measure"`
	Offers estimate  `json:"offers"`
	Least  estimate  `json:"least_busy"`
	Ratio  *estimate `json:"ratio"`
}

// goal is what was wished, and whether it came about.
type goal struct {
	Goal    string `json:"goal"`
	Said    string `json:"said"`
	Reached bool   `json:"reached"`
}

// outcome is what came of half-years at one rate.
type outcome struct {
	Seed      uint64     `json:"seed"`
	HalfYears int        `json:"half_years"`
	Students  int        `json:"students"`
	Rate      float64    `json:"rate"`
	Requests  float64    `json:"requests"` // that students handled, on average
	Measures  []measure  `json:"measures"`
	Goals     []goal     `json:"goals"`
	worst     [2]float64 // the greatest share of all half-years: following offers, and by the least busy
}

// compare plays so many half-years under both policies.
func compare(src *source, seed uint64, n int, rate float64) outcome {
	o := outcome{Seed: seed, HalfYears: n, Students: 2 * pairsAll, Rate: rate}
	var followed, least []figures
	lists := bothLists()
	for i := range n {
		w := draw(src, lists, seed+uint64(i), rate)
		h := play(w, followOffers, weeks)
		for p := range h.done {
			o.Requests += float64(len(h.done[p])) / float64(n)
		}
		followed = append(followed, h.figures())
		least = append(least, play(w, leastBusy, weeks).figures())
		o.worst[0], o.worst[1] = max(o.worst[0], followed[i][greatest]), max(o.worst[1], least[i][greatest])
	}
	mean := func(l []figures, m int) func(of []int) float64 {
		return func(of []int) (sum float64) {
			for _, i := range of {
				sum += l[i][m] / float64(len(of))
			}
			return sum
		}
	}
	for m, name := range names() {
		a, b := mean(followed, m), mean(least, m)
		x := measure{Name: name[0], Key: name[1], Offers: over(n, a), Least: over(n, b)}
		if x.Least.Low > 0 {
			r := over(n, func(of []int) float64 { return a(of) / b(of) })
			x.Ratio = &r
		}
		o.Measures = append(o.Measures, x)
	}
	o.Goals = o.goals()
	return o
}

// goals asks whether what was wished came about.
func (o outcome) goals() []goal {
	m := o.Measures
	within := func(i int) bool { return m[i].Offers.Mean <= 1.05*m[i].Least.Mean }
	return []goal{
		{"at most half as many gaps", fmt.Sprintf("%.2f against %.2f", m[gaps].Offers.Mean, m[gaps].Least.Mean), m[gaps].Offers.Mean <= m[gaps].Least.Mean/2},
		{"waiting within 5 %", fmt.Sprintf("median %.1f against %.1f, nine of ten %.1f against %.1f minutes", m[median].Offers.Mean, m[median].Least.Mean, m[ninety].Offers.Mean, m[ninety].Least.Mean),
			within(median) && within(ninety)},
		{"nobody above 1.5 times the fair share", fmt.Sprintf("%.2f in the worst half-year, %.2f by the least busy", o.worst[0], o.worst[1]), o.worst[0] <= 1.5},
	}
}
