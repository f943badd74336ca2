package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestWhatIsOnlyNearIsSaid: a search that finds nothing exactly lists what is nearly that, and says so beside the list, which stays an array.
func TestWhatIsOnlyNearIsSaid(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "request", "add", "Brief over toeslagen")
	b.Do(command.Done, "resident", "add", "Jan Dijkstra", "--keep", "register", "--told", "--phone", "06-12 34 56 78")
	for _, near := range [][]string{{"toeslagen", "request", "search", "toeslagne"}, {"toeslagen", "request", "list", "--search", "toeslagne"},
		{"dijktsra", "resident", "list", "--search", "dijktsra"}} {
		for _, more := range [][]string{nil, {"--json"}} {
			out, said := b.Do(command.Done, append(near[1:len(near):len(near)], more...)...)
			if !strings.Contains(said, near[0]) || !strings.Contains(out, "toeslagen") && !strings.Contains(out, "Jan Dijkstra") {
				t.Errorf("%q: %q %q", near, out, said)
			}
		}
	}
	for _, exact := range [][]string{{"request", "search", "toeslag"}, {"request", "search", "zonnebank"}, {"resident", "list", "--search", "dykstra"},
		{"resident", "list", "--search", "0031612345678"}, {"resident", "list", "--search", "zonnebank"}} {
		if _, said := b.Do(command.Done, exact...); said != "" {
			t.Errorf("%q: %q", exact, said)
		}
	}
}
