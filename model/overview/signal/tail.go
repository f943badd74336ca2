package signal

import "math"

// counting is a distribution of counts of which the chance of one more follows from the last: P(j+1) = P(j)·(a + b/(j+1)). With a > 0 it is
// a negative binomial, with a = 0 a Poisson. Formula: H. H. Panjer, Recursive evaluation of a family of compound distributions, ASTIN
// Bulletin 12 (1981), 22–26.
type counting struct {
	mean, a, b float64
	log        func(k float64) float64 // the logarithm of the chance of k
}

// spread is the distribution of counts with a mean, and a variance of so many times that: negative binomial where it is more than the mean,
// Poisson where it is not. Of the negative binomial with size r and chance p, mean r(1-p)/p and variance r(1-p)/p², the chance of k is
// Γ(k+r)/(Γ(r)·k!)·p^r·(1-p)^k, as in dnbinom of R.
func spread(mean, times float64) counting {
	if times <= 1 {
		return counting{mean, 0, mean, func(k float64) float64 { return k*math.Log(mean) - mean - gamma(k+1) }}
	}
	p := 1 / times
	r := mean * p / (1 - p)
	return counting{mean, 1 - p, (r - 1) * (1 - p), func(k float64) float64 {
		return gamma(r+k) - gamma(r) - gamma(k+1) + r*math.Log(p) + k*math.Log1p(-p)
	}}
}

func gamma(x float64) float64 {
	l, _ := math.Lgamma(x)
	return l
}

// atLeast is the chance of k or more. It adds up from k away from the mean, where the chances fall, so that also a very small one is right
// to some twelve digits.
func (c counting) atLeast(k int) float64 {
	if k <= 0 {
		return 1
	}
	if c.mean <= 0 {
		return 0
	}
	const nothing = 1e-17
	sum := 0.0
	if float64(k) <= c.mean {
		at := math.Exp(c.log(float64(k - 1)))
		for j := k - 1; j >= 0; j-- {
			sum += at
			if at < sum*nothing {
				break
			}
			at /= c.a + c.b/float64(j)
		}
		return max(0, 1-sum)
	}
	at := math.Exp(c.log(float64(k)))
	for j := k; ; j++ {
		sum += at
		if at <= sum*nothing {
			return sum
		}
		at *= c.a + c.b/float64(j+1)
	}
}

// first is the least number from low on of which the chance, or that of more, is below a limit.
func (c counting) first(low int, limit float64) int {
	high := max(low, 1)
	for c.atLeast(high) >= limit {
		low, high = high, 2*high
	}
	for low < high {
		if mid := (low + high) / 2; c.atLeast(mid) < limit {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return high
}
