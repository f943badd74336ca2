package people_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

// TestWhoEndedIsListedWhenAsked: a list of students has those who are here, and with --all those who ended or left as well.
func TestWhoEndedIsListedWhenAsked(t *testing.T) {
	b := clitest.New(t)
	b.Must("student", "add", "Anna Bos", "--level", "hbo")
	b.Must("student", "add", "Bea Dijk", "--level", "hbo")
	b.Must("student", "end", "Anna Bos", "--outcome", "diploma")
	list := func(args ...string) string {
		var names []string
		for _, p := range clitest.JSON[[]struct{ Name, Status string }](b, append([]string{"student", "list"}, args...)...) {
			names = append(names, p.Name+" "+p.Status)
		}
		return strings.Join(names, ", ")
	}
	if got := list("--all"); got != "Anna Bos ended, Bea Dijk active" {
		t.Errorf("all: %s", got)
	}
	if got := list(); got != "Bea Dijk active" {
		t.Errorf("those who are here: %s", got)
	}
}
