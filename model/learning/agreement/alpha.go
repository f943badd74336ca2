package agreement

import (
	"math"
	"slices"
)

// Metric is what the distance between two levels means for Krippendorff's alpha.
type Metric uint8

// The metrics: levels differ or not; they have an order; their distances count; their proportions count.
const (
	Nominal Metric = iota
	Ordinal
	Interval
	Ratio
)

// Metrics lists every metric.
func Metrics() []Metric { return []Metric{Nominal, Ordinal, Interval, Ratio} }

// Alpha is Krippendorff's alpha for any number of assessors and with gaps ("Computing Krippendorff's alpha-reliability",
// University of Pennsylvania, 2011): units[u] are the values that unit u got, in any order; gaps are left out. For Ratio no
// value may be below 0.
//
// The interval is that of the delete-one jackknife over units (Efron and Stein, "The jackknife estimate of variance",
// Annals of Statistics 9, 1981), which needs no random numbers: the same judgements always show the same interval. Alpha
// cannot be determined when only one value occurs.
func Alpha(units [][]float64, metric Metric) Measure {
	c := newCoincidence(units)
	n := len(c.units)
	value, ok := c.alpha(metric, -1)
	if !ok {
		return undefined(n)
	}
	m := Measure{Defined: true, Value: value, N: n, Few: few(n, len(c.values)), Reading: alphaReading(value)}
	if n < 3 {
		return m
	}
	sum, squares := 0.0, 0.0
	for u := range c.units {
		v, ok := c.alpha(metric, u)
		if !ok { // all other units got one value: how far off the figure is hangs on this one alone
			return m
		}
		sum += v
		squares += v * v
	}
	k := float64(n)
	m.spread((k - 1) / k * (squares - sum*sum/k))
	return m
}

// coincidence holds the units that were judged at least twice as counts of values.
type coincidence struct {
	values []float64   // those that occur, ascending
	units  [][]float64 // how often each value occurs in a unit
	pairs  []float64   // values × values: coincidences of all units together
	count  []float64   // how often each value occurs
	total  float64     // how many values there are
}

func newCoincidence(units [][]float64) *coincidence {
	c := &coincidence{}
	for _, u := range units {
		if len(u) >= 2 {
			c.values = append(c.values, u...)
		}
	}
	slices.Sort(c.values)
	c.values = slices.Compact(c.values)
	k := len(c.values)
	c.pairs, c.count = make([]float64, k*k), make([]float64, k)
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		row := make([]float64, k)
		for _, v := range u {
			i, _ := slices.BinarySearch(c.values, v)
			row[i]++
		}
		c.units = append(c.units, row)
		c.total += float64(len(u))
		for i, x := range row {
			c.count[i] += x
			for j := range row {
				c.pairs[i*k+j] += shared(row, i, j, float64(len(u)))
			}
		}
	}
	return c
}

// shared is what a unit with m judgements adds to the coincidences of values i and j.
func shared(row []float64, i, j int, m float64) float64 {
	if i == j {
		return row[i] * (row[i] - 1) / (m - 1)
	}
	return row[i] * row[j] / (m - 1)
}

// alpha works the figure out, leaving one unit away (-1: none).
func (c *coincidence) alpha(metric Metric, without int) (float64, bool) {
	k := len(c.values)
	count, total := c.count, c.total
	var away []float64
	m := 0.0
	if without >= 0 {
		away = c.units[without]
		count = make([]float64, k)
		for i := range count {
			count[i] = c.count[i] - away[i]
			m += away[i]
		}
		total -= m
	}
	observed, expected := 0.0, 0.0
	for i := range k {
		between := count[i] / 2
		for j := i + 1; j < k; j++ {
			between += count[j] / 2
			d := c.distance(metric, i, j, between)
			pairs := c.pairs[i*k+j]
			if away != nil {
				pairs -= shared(away, i, j, m)
			}
			observed += pairs * d
			expected += count[i] * count[j] * d
			between += count[j] / 2
		}
	}
	if expected <= tiny {
		return 0, false
	}
	return 1 - (total-1)*observed/expected, true
}

// distance is the squared difference of two values. between is how many values lie from the one to the other, each of the
// two counted half.
func (c *coincidence) distance(metric Metric, i, j int, between float64) float64 {
	a, b := c.values[i], c.values[j]
	d := 1.0
	switch metric {
	case Ordinal:
		d = between
	case Interval:
		d = b - a
	case Ratio:
		if a+b == 0 {
			return 0
		}
		d = (b - a) / (b + a)
	}
	return math.Abs(d * d)
}
