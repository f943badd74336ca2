package agreement

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ofStudents are clusters in which two assessors judged n pieces of each student; same tells what a student's pieces are like.
func ofStudents(students, pieces int, same func(student, piece int) (a, b int)) (out [][][]int) {
	for s := range students {
		var rows [][]int
		for p := range pieces {
			a, b := same(s, p)
			rows = append(rows, []int{a, b})
		}
		out = append(out, rows)
	}
	return out
}

// TestAnIntervalByStudentIsWider: where a student's pieces are alike, ten of them say as much as one; every judgement for itself says that
// there is ten times as much to go by.
func TestAnIntervalByStudentIsWider(t *testing.T) {
	alike := ofStudents(20, 10, func(s, _ int) (int, int) { return s % 3, (s + s/12) % 3 })
	by := CompareStudents(alike, 3, nil)
	plain := Compare(slices.Concat(alike...), 3, nil)
	for i, m := range figures(&by) {
		was := figures(&plain)[i]
		if m.Value != was.Value || m.Defined != was.Defined {
			t.Errorf("figure %d: %v, want %v", i, m.Value, was.Value)
		}
		if m.Students != 20 || !m.Interval || m.High-m.Low < 2*(was.High-was.Low) {
			t.Errorf("figure %d: %.3f–%.3f by student, %.3f–%.3f by judgement, of %d", i, m.Low, m.High, was.Low, was.High, m.Students)
		}
	}
	// one piece of each: what the interval by judgement takes for granted, so that the two are about the same
	once := ofStudents(60, 1, func(s, _ int) (int, int) { return s % 3, (s + s/40) % 3 })
	by, plain = CompareStudents(once, 3, nil), Compare(slices.Concat(once...), 3, nil)
	if d := math.Abs((by.Kappa[Plain].High - by.Kappa[Plain].Low) - (plain.Kappa[Plain].High - plain.Kappa[Plain].Low)); d > 0.06 {
		t.Errorf("%+v, %+v", by.Kappa[Plain], plain.Kappa[Plain])
	}
}

// TestSumsAreTheFigures: drawing every student once gives what Compare gives, of whatever was judged.
func TestSumsAreTheFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels, who := rapid.IntRange(2, 4).Draw(t, "levels"), rapid.IntRange(2, 3).Draw(t, "assessors")
		var clusters [][][]int
		for range rapid.IntRange(5, 9).Draw(t, "students") {
			var rows [][]int
			for range rapid.IntRange(0, 4).Draw(t, "units") {
				row := make([]int, who)
				for i := range row {
					row[i] = rapid.IntRange(Missing, levels-1).Draw(t, "level")
				}
				rows = append(rows, row)
			}
			clusters = append(clusters, rows)
		}
		values := []float64{0, 1, 2, 5}[:levels]
		all := slices.Concat(clusters...)
		r := Compare(all, levels, values)
		if r.Units == 0 {
			return
		}
		known := newCoincidence(numbersOf(all, levels, values)).values
		whole := newSums(levels, len(known))
		for _, rows := range clusters {
			s := sumsOf(rows, levels, values, known)
			if r.Assessors == 2 {
				pair := assessors(all, levels)
				s.table = tableOf(rows, pair[0], pair[1], levels)
			}
			whole.add(s)
		}
		for i, v := range whole.figures(levels, known, r.Assessors == 2) {
			m := figures(&r)[i]
			if m.Defined == math.IsNaN(v) || m.Defined && math.Abs(m.Value-v) > 1e-9 {
				t.Fatalf("figure %d: %v, want %+v", i, v, *m)
			}
		}
		a, b := CompareStudents(clusters, levels, values), CompareStudents(clusters, levels, values)
		if a != b {
			t.Fatal("the same ratings give two answers")
		}
	})
}

// TestTooFewStudentsAreSaid: below five the interval is one by judgement, and below ten there are few.
func TestTooFewStudentsAreSaid(t *testing.T) {
	for students, want := range map[int][2]int{4: {0, 0}, 5: {5, 1}, 9: {9, 1}, 40: {40, 0}} {
		r := CompareStudents(ofStudents(students, 12, func(s, p int) (int, int) { return p % 2, (p + p/(3+s%4)) % 2 }), 2, nil)
		if k := r.Kappa[Plain]; r.Students != students || k.Students != want[0] || k.Few != (want[1] == 1) || !k.Interval {
			t.Errorf("%d: %+v", students, k)
		}
	}
}
