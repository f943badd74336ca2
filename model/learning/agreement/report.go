package agreement

// Missing stands where an assessor did not judge a unit.
const Missing = -1

// Report is every figure on one set of judgements.
type Report struct {
	Units, Assessors int // units judged at least twice, assessors who judged one of those
	Students         int // whose those units are, where that is known
	Percent          Measure
	Kappa            [3]Measure // by Weight; cannot be determined for other than two assessors
	Fleiss           Measure
	Alpha            [4]Measure // by Metric
}

// Compare works every figure out. ratings[u][a] is the position of the level that assessor a gave unit u, from 0 to
// levels-1, or Missing. values are what the levels count for, in the order of the positions, for the alphas that go by
// distance; nil takes the positions. With more than two assessors, percent agreement is the share of pairs that agree.
func Compare(ratings [][]int, levels int, values []float64) Report {
	var r Report
	counts := make([][]int, 0, len(ratings))
	numbers := make([][]float64, 0, len(ratings))
	var who []int // the assessors that took part
	same := 0.0
	for _, u := range ratings {
		row, given := make([]int, levels), make([]float64, 0, len(u))
		for _, x := range u {
			if x >= 0 && x < levels {
				row[x]++
				given = append(given, value(values, x))
			}
		}
		if len(given) < 2 {
			continue
		}
		r.Units++
		for a, x := range u {
			if x >= 0 && x < levels {
				who = mark(who, a)
			}
		}
		m, pairs := float64(len(given)), 0.0
		for _, c := range row {
			pairs += float64(c) * float64(c-1)
		}
		same += pairs / (m * (m - 1))
		counts, numbers = append(counts, row), append(numbers, given)
	}
	r.Assessors = len(who)
	r.Percent = share(same, r.Units, levels)
	r.Fleiss = Fleiss(counts)
	for _, metric := range Metrics() {
		r.Alpha[metric] = Alpha(numbers, metric)
	}
	for w := range r.Kappa {
		r.Kappa[w] = undefined(r.Units)
		if len(who) == 2 {
			r.Kappa[w] = tableOf(ratings, who[0], who[1], levels).Kappa(Weight(w))
		}
	}
	return r
}

func value(values []float64, position int) float64 {
	if position < len(values) {
		return values[position]
	}
	return float64(position)
}

func mark(who []int, a int) []int {
	for _, have := range who {
		if have == a {
			return who
		}
	}
	return append(who, a)
}

// tableOf counts the units that two assessors both judged.
func tableOf(ratings [][]int, a, b, levels int) Table {
	t := make(Table, levels)
	for i := range t {
		t[i] = make([]int, levels)
	}
	for _, u := range ratings {
		if a < len(u) && b < len(u) && u[a] >= 0 && u[b] >= 0 && u[a] < levels && u[b] < levels {
			t[u[a]][u[b]]++
		}
	}
	return t
}
