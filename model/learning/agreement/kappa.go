package agreement

import "math"

// Table counts how two assessors judged the same units: Table[i][j] units got level i from the first and j from the
// second. It is square.
type Table [][]int

// Weight is how much a near miss counts for Cohen's kappa.
type Weight uint8

// The weights: only full agreement counts; a miss costs its distance; a miss costs the square of its distance.
const (
	Plain Weight = iota
	Linear
	Quadratic
)

// of is the credit for levels i and j out of k.
func (w Weight) of(i, j, k int) float64 {
	if i == j {
		return 1
	}
	d := math.Abs(float64(i-j)) / float64(k-1)
	switch w {
	case Linear:
		return 1 - d
	case Quadratic:
		return 1 - d*d
	}
	return 0
}

// total counts the units.
func (t Table) total() (n int) {
	for _, row := range t {
		for _, c := range row {
			n += c
		}
	}
	return n
}

// share is the percent agreement of n units; same may be a fraction where more than two assessors took part. Its interval
// is Wilson's ("Probable inference, the law of succession, and statistical inference", JASA 22, 1927), which holds at the
// ends as well.
func share(same float64, n, levels int) Measure {
	if n == 0 {
		return undefined(0)
	}
	p, m := same/float64(n), float64(n)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	middle := (p + z*z/(2*m)) / (1 + z*z/m)
	return Measure{Defined: true, Value: p, Interval: true, Low: max(0, middle-half), High: min(1, middle+half), N: n,
		Few: few(n, levels), Reading: Percent}
}

// Kappa is Cohen's kappa (Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
// Measurement 20, 1960; weighted: Psychological Bulletin 70, 1968). Its interval comes from the large-sample variance of
// Fleiss, Cohen and Everitt ("Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72, 1969,
// formula 8). It cannot be determined for assessors who both gave one level only.
func (t Table) Kappa(w Weight) Measure {
	n, k := t.total(), len(t)
	if n == 0 || k < 2 {
		return undefined(n)
	}
	first, second := make([]float64, k), make([]float64, k)
	for i := range t {
		for j, c := range t[i] {
			p := float64(c) / float64(n)
			first[i] += p
			second[j] += p
		}
	}
	if constant(first) && constant(second) {
		return undefined(n)
	}
	rowMean, colMean := make([]float64, k), make([]float64, k) // the mean credit of a level, by chance
	observed, chance := 0.0, 0.0
	for i := range k {
		for j := range k {
			c := w.of(i, j, k)
			rowMean[i] += second[j] * c
			colMean[j] += first[i] * c
			observed += float64(t[i][j]) / float64(n) * c
			chance += first[i] * second[j] * c
		}
	}
	if 1-chance <= tiny {
		return undefined(n)
	}
	m := Measure{Defined: true, Value: (observed - chance) / (1 - chance), N: n, Few: few(n, k)}
	sum := 0.0
	for i := range k {
		for j := range k {
			d := w.of(i, j, k)*(1-chance) - (rowMean[i]+colMean[j])*(1-observed)
			sum += float64(t[i][j]) / float64(n) * d * d
		}
	}
	mean := observed*chance - 2*chance + observed
	m.spread((sum - mean*mean) / (float64(n) * math.Pow(1-chance, 4)))
	m.Reading = kappaReading(m.Value)
	return m
}

// constant tells whether one level has all the weight.
func constant(shares []float64) bool {
	for _, s := range shares {
		if s > 1-tiny {
			return true
		}
	}
	return false
}
