package level

import "testing"

func TestRead(t *testing.T) {
	for text, want := range map[string]string{"1": "mbo-1", "2": "mbo-2", "3": "mbo-3", "4": "mbo-4", "5": "ad", "mbo-3": "mbo-3", "MBO 3": "mbo-3", "mbo3": "mbo-3", "niveau 4": "mbo-4", "niveau 5": "ad", "mbo-5": "ad",
		"Ad": "ad", "AD": "ad", "Associate degree": "ad", "HBO": "hbo", "hbo": "hbo", "6": "6", "0": "0", "": "", "vwo": "vwo", "mbo": "mbo"} {
		if got := Read(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
	for n, want := range map[int]string{0: "", 1: "mbo-1", 4: "mbo-4", 5: "ad", 6: "", -1: ""} {
		if got := Numbered(n); got != want {
			t.Errorf("%d is %q, not %q", n, got, want)
		}
	}
}
