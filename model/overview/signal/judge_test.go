package signal

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// near holds two chances against each other, in digits that count.
func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within*math.Abs(want) {
		t.Errorf("%s is %.15g, want %.15g", what, got, want)
	}
}

// TestTheTailIsThatOfR: from R 4.2.2, pnbinom(k-1, size, mu=mean, lower.tail=FALSE) and ppois(k-1, mean, lower.tail=FALSE). The variance of
// the negative binomial is 1+mean/size times the mean.
func TestTheTailIsThatOfR(t *testing.T) {
	for _, c := range []struct {
		k          int
		size, mean float64
		want       float64
	}{
		{4, 12, 12, 0.982421875}, {30, 12, 12, 0.0021620024672302}, {0, 2, 0.5, 1}, {9, 3.5, 1.25, 0.000350078628394415},
		{100, 50, 40, 2.03492081555884e-08}, {5, 26, 0.2, 3.15023492762476e-06}, {24, 8, 12, 0.0329876813965118}, {400, 200, 80, 2.04675546563666e-83},
	} {
		near(t, "the chance", spread(c.mean, 1+c.mean/c.size).atLeast(c.k), c.want, 1e-10)
	}
	near(t, "Poisson's chance", spread(12, 1).atLeast(25), 0.000685633201388228, 1e-10)
	near(t, "Poisson's chance", spread(3.5, 1).atLeast(3), 0.679152801137866, 1e-10)
	if spread(0, 1).atLeast(1) != 0 || spread(0, 1).atLeast(0) != 1 {
		t.Error("nothing comes by chance where the mean is 0")
	}
}

// TestTheLimitIsThatOfSurveillance: where weeks spread no wider than chance has them, the method is that of algo.bayes in surveillance 1.20.3
// for R 4.2.2, here with one block of four weeks judged by six (b = 0, w = 6, alpha = 0.001): the limits are its upperbound, above which
// is an alarm; the chances pnbinom(cases-1, sum+0.5, 6/7, lower.tail=FALSE).
func TestTheLimitIsThatOfSurveillance(t *testing.T) {
	for _, c := range []struct {
		before     []int
		upperbound int
		cases      int
		p          float64
	}{
		{[]int{3, 5, 1, 0, 4, 2, 3, 6, 2, 1, 3, 4, 2, 5, 3, 0, 2, 4, 3, 1, 6, 2, 3, 4}, 25, 25, 0.00117988432348135},
		{[]int{0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0}, 6, 3, 0.0788419226764971},
		{[]int{11, 9, 14, 8, 10, 12, 7, 10, 13, 9, 11, 10, 8, 12, 9, 10, 11, 14, 6, 10, 9, 12, 10, 13}, 65, 70, 0.000128072980069483},
		{make([]int, 24), 2, 3, 0.000964535194415133},
	} {
		times := 1 + float64(Weeks)/float64(len(c.before))
		mean := (float64(sum(c.before)) + 0.5) * Weeks / float64(len(c.before))
		d := spread(mean, times)
		if got := d.first(0, Limit); got != c.upperbound+1 {
			t.Errorf("of %v %d would be a signal, and for surveillance what is above %d", c.before, got, c.upperbound)
		}
		near(t, "the chance", d.atLeast(c.cases), c.p, 1e-10)
		if spreadOf(c.before) > 1 { // the second of them: one more than chance has them
			continue
		}
		j := Judge(c.before, c.cases)
		near(t, "what is judged", j.P, c.p, 1e-10)
		if j.From != max(c.upperbound+1, Least) {
			t.Errorf("of %v %d would be a signal", c.before, j.From)
		}
	}
}

// TestAWiderSpread: the spread is var(before)/mean(before), which is the dispersion of R's glm(before ~ 1, family = quasipoisson), by which
// farrington of surveillance works as well; with it, chances by pnbinom, a limit by qnbinom(0.999, …), and what would be found of three times as many, from R 4.2.2.
func TestAWiderSpread(t *testing.T) {
	before := []int{0, 9, 1, 2, 14, 0, 3, 6, 2, 1, 12, 4, 2, 0, 3, 0, 2, 11, 3, 1, 6, 2, 3, 4, 0, 8}
	for cases, p := range map[int]float64{20: 0.267508808264225, 30: 0.0661347154309688, 45: 0.00548411537432422} {
		j := Judge(before, cases)
		near(t, "the spread", j.Spread, 4.11838383838384, 1e-9)
		near(t, "the chance", j.P, p, 1e-9)
		near(t, "what would be found", j.Tripled, 0.243239992878723, 1e-9)
		if j.Before != 99 || j.From != 55 || j.Verdict != TooFew {
			t.Errorf("%+v", j)
		}
	}
}

// flat is so many weeks with the same number.
func flat(weeks, n int) (out []int) {
	for range weeks {
		out = append(out, n)
	}
	return out
}

// TestTheVerdict: what little is known of is told, and a signal is five at least.
func TestTheVerdict(t *testing.T) {
	for _, c := range []struct {
		what   string
		before []int
		cases  int
		want   Verdict
	}{
		{"three a week, tripled", flat(26, 3), 36, Signal},
		{"three a week, as ever", flat(26, 3), 12, None},
		{"ten a week, doubled", flat(26, 10), 80, Signal},
		{"three in half a year", append(flat(23, 0), 1, 1, 1), 0, TooFew},
		{"nothing in half a year and then four", flat(26, 0), 4, TooFew},
		{"nothing in half a year and then five", flat(26, 0), 5, Signal},
		{"seven weeks of ten, then many", flat(7, 10), 400, TooFew},
		{"eight weeks of ten, then many", flat(8, 10), 400, Signal},
		{"no week before", nil, 400, TooFew},
	} {
		if j := Judge(c.before, c.cases); j.Verdict != c.want {
			t.Errorf("%s: %+v, want %s", c.what, j, c.want)
		}
	}
}

// TestMoreIsLessLikely: with each case more, the chance falls and a signal stays one; with more before, it rises; from From on, and only from
// there, it is a signal.
func TestMoreIsLessLikely(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SliceOfN(rapid.IntRange(0, 60), leastBefore, WeeksBefore).Draw(t, "before")
		cases := rapid.IntRange(0, 600).Draw(t, "cases")
		a, b := Judge(before, cases), Judge(before, cases+1)
		if b.P > a.P || a.P < 0 || a.P > 1 || math.IsNaN(a.P) || a.P > 0 && a.P < 0.999 && b.P == a.P {
			t.Fatalf("%d: %v, %d: %v", cases, a.P, cases+1, b.P)
		}
		if a.Verdict == Signal && b.Verdict != Signal || (a.Verdict == Signal) != (cases >= a.From) {
			t.Fatalf("%+v", a)
		}
		if a.From < Least || a.Tripled < a.Doubled || a.Tripled > 1 || a.Doubled < 0 || a.Spread < 1 {
			t.Fatalf("%+v", a)
		}
		for i := range before {
			before[i]++ // the spread falls with it
		}
		if c := Judge(before, cases); c.P < a.P && c.Spread >= a.Spread {
			t.Fatalf("%v with more before, and %v", c.P, a.P)
		}
	})
}

// BenchmarkJudge: a million cases are judged as fast as ten.
func BenchmarkJudge(b *testing.B) {
	for name, n := range map[string]int{"3 a week": 3, "10,000 a week": 10_000} {
		before := flat(26, n)
		for i := range before {
			before[i] += i % 3 * n / 2
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Judge(before, 4*n)
			}
		})
	}
}
