package command

import (
	"strings"
	"testing"
)

func TestNothingThatWasGivenIsTold(t *testing.T) {
	for args, want := range map[string]string{
		"leerbalie":                               "leerbalie",
		"/usr/bin/leerbalie request add Fatima":   "leerbalie request add",
		"leerbalie --as Fatima request list":      "leerbalie",
		"leerbalie backup Fatima.db":              "leerbalie backup",
		"leerbalie request --as=Fatima list":      "leerbalie request",
		"leerbalie.exe check --against Fatima.db": "leerbalie check",
	} {
		if got := Called(strings.Fields(args)); got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
	if got := Called(nil); got != "leerbalie" {
		t.Error(got)
	}
}
