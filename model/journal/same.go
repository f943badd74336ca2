package journal

import "slices"

// SameIDs tells whether two lists without repetitions hold the same ids, in whatever order.
func SameIDs(a, b []ID) bool {
	if len(a) != len(b) {
		return false
	}
	for _, id := range a {
		if !slices.Contains(b, id) {
			return false
		}
	}
	return true
}
