package outcome

import "math"

// normal975 is the 97.5 % point of the standard normal distribution.
const normal975 = 1.959963984540054

// Interval is between what and what the share lies of which k of n are a sample, with 95 % confidence: the score interval of E.B. Wilson,
// Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22 (1927) 209-212, as
// recommended for small n by Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001) 101-133. Of
// nothing it is everything: 0 to 1.
func Interval(k, n int) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	p, m, z2 := float64(k)/float64(n), float64(n), normal975*normal975
	middle := (p + z2/(2*m)) / (1 + z2/m)
	half := normal975 / (1 + z2/m) * math.Sqrt(p*(1-p)/m+z2/(4*m*m))
	low, high = math.Max(middle-half, 0), math.Min(middle+half, 1)
	if k == 0 { // what rounding leaves
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high
}
