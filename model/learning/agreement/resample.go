package agreement

import (
	"math"
	"slices"
)

// leastStudents is below how many students drawing them anew tells nothing: the interval stays one by judgement.
const leastStudents = 5

// draws is how often students are drawn anew; fewer where there are many, of whom each draw says more.
func draws(students int) int {
	if students > 100 {
		return 400
	}
	return 1000
}

// CompareStudents works every figure out as Compare does, and the intervals by student: a student's pieces resemble each other, so that an
// interval which takes every judgement for a new one is too narrow. Whole students are drawn anew, with replacement (the cluster
// bootstrap: Davison and Hinkley, "Bootstrap methods and their application", 1997, section 3.8), and the interval is between the 2.5th
// and the 97.5th percentile of what those draws give. Of one cluster each row is a unit, as in Compare. The draws are always the same: the
// same ratings give the same interval. With fewer than five students, or where hardly any draw determines a figure, the interval of
// Compare stays, by judgement.
func CompareStudents(clusters [][][]int, levels int, values []float64) Report {
	var all [][]int
	var sums []*sums
	whole := newCoincidence(numbersOf(slices.Concat(clusters...), levels, values))
	for _, rows := range clusters {
		all = append(all, rows...)
		if s := sumsOf(rows, levels, values, whole.values); s.units > 0 {
			sums = append(sums, s)
		}
	}
	r := Compare(all, levels, values)
	r.Students = len(sums)
	if r.Students < leastStudents {
		return r
	}
	var pair []int
	if r.Kappa[Plain].Defined || r.Assessors == 2 {
		pair = assessors(all, levels)
		for i, rows := range clustersOf(clusters, levels) {
			sums[i].table = tableOf(rows, pair[0], pair[1], levels)
		}
	}
	into := figures(&r)
	seen := make([][]float64, len(into))
	random := splitMix(uint64(r.Students)*1_000_003 + uint64(r.Units))
	n := draws(r.Students)
	for range n {
		drawn := newSums(levels, len(whole.values))
		for range sums {
			drawn.add(sums[random.below(len(sums))])
		}
		for i, v := range drawn.figures(levels, whole.values, len(pair) == 2) {
			if !math.IsNaN(v) {
				seen[i] = append(seen[i], v)
			}
		}
	}
	for i, m := range into {
		if !m.Defined || len(seen[i]) < n*9/10 {
			continue
		}
		slices.Sort(seen[i])
		low, high := seen[i][percentile(len(seen[i]), 0.025)], seen[i][percentile(len(seen[i]), 0.975)]
		m.Few = m.Few || r.Students < fewStudents
		if m.Interval = high-low > tiny; m.Interval {
			m.Low, m.High, m.Students = min(low, m.Value), max(high, m.Value), r.Students
		} else {
			m.Low, m.High, m.Students = 0, 0, 0
		}
	}
	return r
}

// fewStudents is below how many students an interval by student is itself poor.
const fewStudents = 10

// percentile is the place of a percentile among n values in order.
func percentile(n int, p float64) int { return int(math.Round(p * float64(n-1))) }

// figures are the figures of a report, in the order of sums.figures.
func figures(r *Report) []*Measure {
	return []*Measure{&r.Percent, &r.Kappa[Plain], &r.Kappa[Linear], &r.Kappa[Quadratic], &r.Fleiss, &r.Alpha[Nominal], &r.Alpha[Ordinal], &r.Alpha[Interval], &r.Alpha[Ratio]}
}

// sums is what the figures are worked out from, which of students together is the sum of each.
type sums struct {
	units  int
	same   float64   // shares of pairs that agree
	shares []float64 // of each level, a unit weighing one
	table  Table
	pairs  []float64 // as in coincidence
	count  []float64
	total  float64
}

func newSums(levels, values int) *sums {
	s := &sums{shares: make([]float64, levels), pairs: make([]float64, values*values), count: make([]float64, values), table: make(Table, levels)}
	for i := range s.table {
		s.table[i] = make([]int, levels)
	}
	return s
}

// sumsOf adds up a student's units.
func sumsOf(rows [][]int, levels int, values, known []float64) *sums {
	s := newSums(levels, len(known))
	for _, row := range rows {
		counts, n := make([]int, levels), 0
		by := make([]float64, len(known))
		for _, x := range row {
			if x >= 0 && x < levels {
				counts[x]++
				n++
				if i, ok := slices.BinarySearch(known, value(values, x)); ok {
					by[i]++
				}
			}
		}
		if n < 2 {
			continue
		}
		s.units++
		m := float64(n)
		for k, c := range counts {
			s.shares[k] += float64(c) / m
			s.same += float64(c) * float64(c-1) / (m * (m - 1))
		}
		for i, x := range by {
			s.count[i] += x
			s.total += x
			for j := range by {
				s.pairs[i*len(known)+j] += shared(by, i, j, m)
			}
		}
	}
	return s
}

func (s *sums) add(o *sums) {
	s.units += o.units
	s.same += o.same
	s.total += o.total
	for i, x := range o.shares {
		s.shares[i] += x
	}
	for i, x := range o.pairs {
		s.pairs[i] += x
	}
	for i, x := range o.count {
		s.count[i] += x
	}
	for i, row := range o.table {
		for j, x := range row {
			s.table[i][j] += x
		}
	}
}

// figures are the values of all figures, NaN for one that cannot be determined.
func (s *sums) figures(levels int, known []float64, two bool) []float64 {
	n := float64(s.units)
	out := []float64{s.same / n, math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	if two {
		for w := range 3 {
			if m := s.table.Kappa(Weight(w)); m.Defined {
				out[1+w] = m.Value
			}
		}
	}
	chance := 0.0
	for _, x := range s.shares {
		chance += x / n * x / n
	}
	if 1-chance > tiny {
		out[4] = (s.same/n - chance) / (1 - chance)
	}
	c := &coincidence{values: known, pairs: s.pairs, count: s.count, total: s.total}
	for i, metric := range Metrics() {
		if v, ok := c.alpha(metric, -1); ok {
			out[5+i] = v
		}
	}
	return out
}

// numbersOf are units as Alpha takes them.
func numbersOf(rows [][]int, levels int, values []float64) (out [][]float64) {
	for _, row := range rows {
		var given []float64
		for _, x := range row {
			if x >= 0 && x < levels {
				given = append(given, value(values, x))
			}
		}
		out = append(out, given)
	}
	return out
}

// assessors are those who judged a unit that was judged at least twice.
func assessors(rows [][]int, levels int) (who []int) {
	for _, row := range rows {
		if judgedTwice(row, levels) {
			for a, x := range row {
				if x >= 0 && x < levels {
					who = mark(who, a)
				}
			}
		}
	}
	return who
}

func judgedTwice(row []int, levels int) bool {
	n := 0
	for _, x := range row {
		if x >= 0 && x < levels {
			n++
		}
	}
	return n >= 2
}

// clustersOf are the clusters in which a unit was judged at least twice.
func clustersOf(clusters [][][]int, levels int) (out [][][]int) {
	for _, rows := range clusters {
		if slices.ContainsFunc(rows, func(row []int) bool { return judgedTwice(row, levels) }) {
			out = append(out, rows)
		}
	}
	return out
}

// splitMix draws numbers that are always the same for the same seed (Steele, Lea and Flood, "Fast splittable pseudorandom number
// generators", OOPSLA 2014).
type splitMix uint64

func (s *splitMix) below(n int) int {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return int(z % uint64(n))
}
