// Package signal tells whether more comes in of a theme than chance explains: four weeks against the 26 before.
//
// What comes in of a theme in a week is taken for a negative binomial count: a Poisson count whose spread may be wider. Of the weeks before,
// their sum S in n weeks gives the mean, and the ratio of their variance and their mean, where that is more than 1, how many times wider
// than Poisson they spread (φ). What the four weeks then hold is predicted with what is not known of the mean added in: the mean is
// (S+½)·4/n, the variance φ·(1+4/n) times that. Without a wider spread this is the negative binomial of size S+½ and chance n/(n+4): the
// prediction from a Poisson count with Jeffreys' prior, by which algo.bayes of R's surveillance works as well (M. Höhle, surveillance: An R
// package for the monitoring of infectious diseases, Computational Statistics 22 (2007), 571–582). The variance with φ follows the quasi-
// Poisson model of C. P. Farrington and others, A statistical algorithm for the early detection of outbreaks of infectious disease, Journal
// of the Royal Statistical Society A 159 (1996), 547–563; from A. Noufaily and others, An improved algorithm for outbreak detection in
// multiple surveillance systems, Statistics in Medicine 32 (2013), 1206–1222, is that the limit is a quantile of the negative binomial.
//
// A signal is a chance below 0.001 of so many or more, and five cases at least. Where a theme that came three times as often would be found
// in less than one of two cases, silence says nothing, and that is said: too few to tell.
package signal

// How a theme is judged.
const (
	Weeks       = 4     // that are judged
	WeeksBefore = 26    // against which they are
	Limit       = 0.001 // a chance below it is a signal
	Least       = 5     // cases of a signal
	leastBefore = 8     // weeks that have to be known before
	JudgedAYear = 13    // how often a year a theme is judged
)

// Verdict is what came of judging. Its words are in scripts.
type Verdict string

// The verdicts.
const (
	Signal Verdict = "signal"
	None   Verdict = "none"
	TooFew Verdict = "too_few"
)

// Judged is how a theme stands.
type Judged struct {
	Cases    int     // in the weeks that are judged
	Before   int     // in those before
	Weeks    int     // before: how many there are
	Expected float64 // in as many weeks as are judged, by those before
	Spread   float64 // how many times wider than Poisson they spread, 1 or more
	P        float64 // the chance of so many cases or more; 1 where too little is known before
	From     int     // so many cases would be a signal; 0 where too little is known before
	Tripled  float64 // the chance that three times as many would be found
	Doubled  float64 // that twice as many would
	Verdict  Verdict
}

// Judge judges so many cases in four weeks by those of each week before.
func Judge(before []int, cases int) Judged {
	j := Judged{Cases: cases, Weeks: len(before), Spread: 1, P: 1, Verdict: TooFew}
	for _, n := range before {
		j.Before += n
	}
	n := float64(len(before))
	if len(before) < leastBefore {
		return j
	}
	j.Spread = spreadOf(before)
	j.Expected = (float64(j.Before) + 0.5) * Weeks / n
	predicted := spread(j.Expected, j.Spread*(1+Weeks/n))
	j.P = predicted.atLeast(cases)
	j.From = predicted.first(Least, Limit)
	mean := float64(j.Before) * Weeks / n
	j.Doubled, j.Tripled = spread(2*mean, j.Spread).atLeast(j.From), spread(3*mean, j.Spread).atLeast(j.From)
	switch {
	case cases >= Least && j.P < Limit:
		j.Verdict = Signal
	case j.Tripled >= 0.5:
		j.Verdict = None
	}
	return j
}

// spreadOf is the ratio of the variance of some counts and their mean, 1 at least.
func spreadOf(counts []int) float64 {
	sum, n := 0, float64(len(counts))
	for _, c := range counts {
		sum += c
	}
	if sum == 0 {
		return 1
	}
	mean, squares := float64(sum)/n, 0.0
	for _, c := range counts {
		squares += (float64(c) - mean) * (float64(c) - mean)
	}
	return max(1, squares/(n-1)/mean)
}
