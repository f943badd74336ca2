package agreement

import "math"

// Reading is the code of a plain sentence on what a figure means.
type Reading string

// The readings. Of the kappas they follow Landis and Koch ("The measurement of observer agreement for categorical data",
// Biometrics 33, 1977, p. 165); of the alphas Krippendorff ("Reliability in content analysis", Human Communication
// Research 30, 2004, p. 429): from 0.800 on one may rely on it, from 0.667 on tentatively.
const (
	None        Reading = "agree-none"        // cannot be determined
	Worse       Reading = "agree-worse"       // below chance
	Slight      Reading = "agree-slight"      // up to 0.20
	Fair        Reading = "agree-fair"        // up to 0.40
	Moderate    Reading = "agree-moderate"    // up to 0.60
	Substantial Reading = "agree-substantial" // up to 0.80
	Almost      Reading = "agree-almost"      // above 0.80
	Unreliable  Reading = "agree-unreliable"  // alpha below 0.667
	Tentative   Reading = "agree-tentative"   // alpha below 0.800
	Reliable    Reading = "agree-reliable"    // alpha from 0.800 on
	Percent     Reading = "agree-percent"     // a share, not corrected for chance
)

// Readings lists every reading, for whoever holds the sentences.
func Readings() []Reading {
	return []Reading{None, Worse, Slight, Fair, Moderate, Substantial, Almost, Unreliable, Tentative, Reliable, Percent}
}

// Measure is one figure of agreement.
type Measure struct {
	Defined   bool    // false: the data do not determine it, and there is no Value
	Value     float64 // 1 is perfect; 0 is what chance would give, except for percent agreement
	Interval  bool    // Low and High are there
	Low, High float64 // the 95 % interval, within -1 and 1
	N         int     // units that count: judged at least twice
	Students  int     // that the interval was drawn anew from; 0: it takes every judgement for itself
	Few       bool    // too few units to lean on the figure
	Reading   Reading
}

// z is the 97.5th percentile of the normal distribution.
const z = 1.959963984540054

// tiny is what rounding can leave of a difference that is zero.
const tiny = 1e-12

// undefined is a figure that cannot be determined from n units.
func undefined(n int) Measure { return Measure{N: n, Few: true, Reading: None} }

// spread puts the normal interval around a value. A variance of zero says that the data cannot tell how far off the value
// may be, as when all agree on everything: then there is no interval.
func (m *Measure) spread(variance float64) {
	if math.IsNaN(variance) || variance <= tiny {
		return
	}
	half := z * math.Sqrt(variance)
	m.Interval, m.Low, m.High = true, max(-1, m.Value-half), min(1, m.Value+half)
}

// few tells whether n units are too few for k levels: below 30, under which the normal approximation of the intervals is
// poor, or below 2k² (Cicchetti, "Testing the normal approximation and minimal sample size requirements of weighted kappa
// when the number of categories is large", Applied Psychological Measurement 5, 1981).
func few(n, k int) bool { return n < max(30, 2*k*k) }

func kappaReading(v float64) Reading {
	switch {
	case v < -tiny:
		return Worse
	case v <= 0.20+tiny:
		return Slight
	case v <= 0.40+tiny:
		return Fair
	case v <= 0.60+tiny:
		return Moderate
	case v <= 0.80+tiny:
		return Substantial
	}
	return Almost
}

func alphaReading(v float64) Reading {
	switch {
	case v < -tiny:
		return Worse
	case v < 0.667-tiny:
		return Unreliable
	case v < 0.800-tiny:
		return Tentative
	}
	return Reliable
}
