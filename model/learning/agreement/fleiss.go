package agreement

// Fleiss is Fleiss' kappa for any number of assessors (Fleiss, "Measuring nominal scale agreement among many raters",
// Psychological Bulletin 76, 1971): counts[u][k] assessors gave unit u the level k. Units with fewer than two judgements do
// not count; where their numbers differ, each unit weighs the same (Gwet, "Handbook of inter-rater reliability", 4th
// edition, 2014, chapter 2). The interval comes from the variance in Gwet's "Large-sample variance of Fleiss generalized
// kappa" (Educational and Psychological Measurement 81, 2021). It cannot be determined when only one level occurs.
func Fleiss(counts [][]int) Measure {
	var units [][]int
	levels := 0
	for _, u := range counts {
		levels = max(levels, len(u))
		if raters(u) >= 2 {
			units = append(units, u)
		}
	}
	n := float64(len(units))
	if n == 0 {
		return undefined(0)
	}
	shares := make([]float64, levels)
	agreed := make([]float64, len(units))
	observed := 0.0
	for u, c := range units {
		r := float64(raters(c))
		for k, x := range c {
			shares[k] += float64(x) / r / n
			agreed[u] += float64(x) * float64(x-1) / (r * (r - 1))
		}
		observed += agreed[u] / n
	}
	chance := 0.0
	for _, s := range shares {
		chance += s * s
	}
	if 1-chance <= tiny {
		return undefined(len(units))
	}
	m := Measure{Defined: true, Value: (observed - chance) / (1 - chance), N: len(units), Few: few(len(units), levels)}
	sum := 0.0
	for u, c := range units {
		expected := 0.0
		for k, x := range c {
			expected += shares[k] * float64(x) / float64(raters(c))
		}
		d := (agreed[u]-chance)/(1-chance) - 2*(1-m.Value)*(expected-chance)/(1-chance) - m.Value
		sum += d * d
	}
	if n > 1 {
		m.spread(sum / (n * (n - 1)))
	}
	m.Reading = kappaReading(m.Value)
	return m
}

func raters(counts []int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
