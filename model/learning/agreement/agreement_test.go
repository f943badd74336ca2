package agreement

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("%s: got %.6f, want %.6f", what, got, want)
	}
}

func TestCohen(t *testing.T) {
	two := Table{{20, 5}, {10, 15}}
	m := two.Kappa(Plain)
	near(t, "kappa", m.Value, 0.4)
	near(t, "low", m.Low, 0.151092)
	near(t, "high", m.High, 0.648908)
	if m.Reading != Fair || m.Few || m.N != 50 {
		t.Errorf("%+v", m)
	}
	near(t, "percent", share(35, 50, 2).Value, 0.7)
	four := Table{{11, 3, 1, 0}, {1, 9, 0, 1}, {0, 1, 10, 0}, {1, 2, 0, 10}}
	for w, want := range []float64{0.733475, 0.747475, 0.766355} {
		near(t, "weighted", four.Kappa(Weight(w)).Value, want)
	}
}

// TestPlainVariance holds the general formula to the one for the plain kappa (Fleiss, Cohen and Everitt 1969, formula 13).
func TestPlainVariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		m := table.Kappa(Plain)
		if !m.Defined || !m.Interval || m.Low == -1 || m.High == 1 {
			return
		}
		n := float64(table.total())
		row, col := [3]float64{}, [3]float64{}
		po, pe := 0.0, 0.0
		for i := range table {
			for j, c := range table[i] {
				row[i] += float64(c) / n
				col[j] += float64(c) / n
			}
			po += float64(table[i][i]) / n
		}
		for i := range row {
			pe += row[i] * col[i]
		}
		k := m.Value
		a, b := 0.0, 0.0
		for i := range table {
			for j, c := range table[i] {
				p := float64(c) / n
				if i == j {
					a += p * math.Pow(1-(row[i]+col[i])*(1-k), 2)
				} else {
					b += p * math.Pow(col[i]+row[j], 2)
				}
			}
		}
		v := (a + (1-k)*(1-k)*b - math.Pow(k-pe*(1-k), 2)) / (n * (1 - pe) * (1 - pe))
		if half := z * math.Sqrt(v); math.Abs(half-(m.High-m.Value)) > 1e-6 {
			t.Fatalf("half width %f, want %f", m.High-m.Value, half)
		}
	})
}

func fleissExample() [][]int {
	return [][]int{
		{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
		{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7},
	}
}

func TestFleiss(t *testing.T) {
	m := Fleiss(fleissExample())
	near(t, "Fleiss", m.Value, 0.209931)
	if !m.Few || m.N != 10 || m.Reading != Fair || !m.Interval || m.Low >= m.Value || m.High <= m.Value {
		t.Errorf("%+v", m)
	}
}

// krippendorff is the example of four observers and twelve units in the paper that Alpha names; 0 is a gap.
func krippendorff() (units [][]float64) {
	observers := [4][12]float64{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
		{0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
	}
	for u := range 12 {
		var given []float64
		for _, o := range observers {
			if o[u] != 0 {
				given = append(given, o[u])
			}
		}
		units = append(units, given)
	}
	return units
}

func TestKrippendorff(t *testing.T) {
	for metric, want := range []float64{0.743421, 0.815388, 0.849107, 0.797403} {
		m := Alpha(krippendorff(), Metric(metric))
		near(t, "alpha", m.Value, want)
		if m.N != 11 || !m.Few || !m.Interval {
			t.Errorf("%+v", m)
		}
	}
}

// TestIntervals holds every kind of interval to figures that were worked out apart from this code: the kappas' by numeric
// derivatives of the figure, the alphas' from all pairs of values, leaving out one unit at a time.
func TestIntervals(t *testing.T) {
	four := Table{{11, 3, 1, 0}, {1, 9, 0, 1}, {0, 1, 10, 0}, {1, 2, 0, 10}}
	for name, c := range map[string]struct {
		m         Measure
		low, high float64
	}{
		"kappa": {four.Kappa(Plain), 0.586007, 0.880944}, "linear": {four.Kappa(Linear), 0.592435, 0.902514},
		"quadratic": {four.Kappa(Quadratic), 0.589531, 0.943180}, "Fleiss": {Fleiss(fleissExample()), 0.028887, 0.390975},
		"nominal": {Alpha(krippendorff(), Nominal), 0.456626, 1}, "ordinal": {Alpha(krippendorff(), Ordinal), 0.525251, 1},
		"interval": {Alpha(krippendorff(), Interval), 0.573066, 1}, "ratio": {Alpha(krippendorff(), Ratio), 0.516598, 1},
	} {
		near(t, name+" low", c.m.Low, c.low)
		near(t, name+" high", c.m.High, c.high)
	}
}

func TestCannotBeDetermined(t *testing.T) {
	for name, m := range map[string]Measure{
		"nothing":       Table{{0, 0}, {0, 0}}.Kappa(Plain),
		"both constant": Table{{9, 0}, {0, 0}}.Kappa(Quadratic),
		"one each":      Table{{0, 9}, {0, 0}}.Kappa(Plain),
		"no units":      Fleiss(nil),
		"one level":     Fleiss([][]int{{0, 3}, {0, 2}}),
		"one value":     Alpha([][]float64{{2, 2}, {2, 2, 2}}, Ordinal),
		"alone":         Alpha([][]float64{{2}, {3}}, Nominal),
		"percent":       share(0, 0, 1),
	} {
		if m.Defined || m.Interval || m.Reading != None || m.Value != 0 {
			t.Errorf("%s: %+v", name, m)
		}
	}
	perfect := Table{{9, 0}, {0, 9}}.Kappa(Plain)
	if !perfect.Defined || perfect.Value != 1 || perfect.Interval || perfect.Reading != Almost {
		t.Errorf("%+v", perfect)
	}
}

func TestReadings(t *testing.T) {
	for v, want := range map[float64]Reading{-0.1: Worse, 0: Slight, 0.2: Slight, 0.3: Fair, 0.5: Moderate, 0.7: Substantial, 0.9: Almost} {
		if got := kappaReading(v); got != want {
			t.Errorf("kappa %v: %s", v, got)
		}
	}
	for v, want := range map[float64]Reading{-0.1: Worse, 0.6: Unreliable, 0.7: Tentative, 0.8: Reliable} {
		if got := alphaReading(v); got != want {
			t.Errorf("alpha %v: %s", v, got)
		}
	}
}

func anyTable(t *rapid.T, k int) Table {
	table := make(Table, k)
	for i := range table {
		table[i] = rapid.SliceOfN(rapid.IntRange(0, 20), k, k).Draw(t, "row")
	}
	return table
}

// TestOfTheFigures holds what must be true of every set of judgements.
func TestOfTheFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.IntRange(2, 5).Draw(t, "levels")
		assessors := rapid.IntRange(2, 4).Draw(t, "assessors")
		ratings := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(Missing, levels-1), assessors, assessors), 0, 40).Draw(t, "ratings")
		r := Compare(ratings, levels, nil)
		all := append(append([]Measure{r.Percent, r.Fleiss}, r.Kappa[:]...), r.Alpha[:]...)
		for i, m := range all {
			if !m.Defined {
				if m.Value != 0 || m.Interval || m.Reading != None {
					t.Fatalf("%d: %+v", i, m)
				}
				continue
			}
			if math.IsNaN(m.Value) || m.Value > 1+tiny || m.N != r.Units && i != 2 && i != 3 && i != 4 {
				t.Fatalf("%d: %+v of %d units", i, m, r.Units)
			}
			if m.Interval && (m.Low > m.Value+tiny || m.High < m.Value-tiny) && m.Value >= -1 {
				t.Fatalf("%d: %+v", i, m)
			}
		}
		// who judges first does not matter, nor the order of the units
		turned := make([][]int, len(ratings))
		for u, row := range ratings {
			turned[len(ratings)-1-u] = make([]int, assessors)
			for a, x := range row {
				turned[len(ratings)-1-u][assessors-1-a] = x
			}
		}
		again := Compare(turned, levels, nil)
		for i, m := range append(append([]Measure{again.Percent, again.Fleiss}, again.Kappa[:]...), again.Alpha[:]...) {
			if m.Defined != all[i].Defined || math.Abs(m.Value-all[i].Value) > 1e-9 || math.Abs(m.Low-all[i].Low) > 1e-6 {
				t.Fatalf("%d: %+v, turned %+v", i, all[i], m)
			}
		}
	})
}

// TestTwoLevels: with two levels the weights make no difference, and a perfect judge is at 1.
func TestTwoLevels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 2)
		plain := table.Kappa(Plain)
		for _, w := range []Weight{Linear, Quadratic} {
			if m := table.Kappa(w); m.Defined != plain.Defined || math.Abs(m.Value-plain.Value) > 1e-9 {
				t.Fatalf("%+v and %+v", m, plain)
			}
		}
		a, b := table[0][0]+1, table[1][1]+1
		if m := (Table{{a, 0}, {0, b}}).Kappa(Plain); math.Abs(m.Value-1) > 1e-9 {
			t.Fatalf("%+v", m)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	ratings := make([][]int, 400)
	for u := range ratings {
		ratings[u] = []int{u % 3, (u / 2) % 3, Missing, u % 2}
	}
	for b.Loop() {
		Compare(ratings, 3, nil)
	}
}
