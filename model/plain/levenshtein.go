package plain

import "unicode/utf8"

// Levenshtein returns how many letters must be added, left out or changed to make b of a. Where that is more than limit
// it stops counting and returns limit+1. Nothing is allocated for ASCII texts of up to 63 letters.
func Levenshtein(a, b string, limit int) int {
	if limit < 0 {
		return 0
	}
	if ascii(a) && ascii(b) {
		return distance([]byte(a), []byte(b), limit)
	}
	return distance([]rune(a), []rune(b), limit)
}

func distance[T byte | rune](a, b []T, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > limit {
		return limit + 1
	}
	var small [64]int
	row := small[:]
	if len(a) >= len(small) {
		row = make([]int, len(a)+1)
	}
	row = row[:len(a)+1]
	for i := range row {
		row[i] = i
	}
	for j, letter := range b {
		corner, least := row[0], j+1
		row[0] = j + 1
		for i, other := range a {
			cost := corner
			if letter != other {
				cost = 1 + min(corner, row[i], row[i+1])
			}
			corner = row[i+1]
			row[i+1] = cost
			least = min(least, cost)
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(row[len(a)], limit+1)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
