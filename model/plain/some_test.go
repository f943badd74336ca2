package plain

import "testing"

func TestSome(t *testing.T) {
	for want, most := range map[string]int{"a, b, c": 3, "a, b …": 2, "a …": 1} {
		if got := Some([]string{"a", "b", "c"}, most); got != want {
			t.Errorf("%d of them: %q, want %q", most, got, want)
		}
	}
}
