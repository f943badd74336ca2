//go:build unix

package terminal_test

import (
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// TestAMessageStaysUntilItIsSeen leaves word in the app, pulls the plug, and finds it as a colleague who sits down, by command
// and in the app, until she has gone to the request.
func TestAMessageStaysUntilItIsSeen(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	with(t, program, db, "person", "add", "Noor", "Visser", "--role", "desk")
	home := t.TempDir()
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("i", "noor", Enter)
	x.Shows("Bericht aan Noor Visser")
	x.Press("belt de gemeente terug?", Enter)
	x.Shows("Bericht gegeven aan Noor Visser")
	x.Kill()
	if out, status := Run(t, program, "messages", "--as", "Noor", "--db", db); status != 0 || !strings.Contains(out, "belt de gemeente terug?") {
		t.Errorf("%d %s", status, out)
	}
	y := Start(t, 80, 24, dutch(home), program, "--db", db)
	y.Shows("ZW-0001")
	y.Press("U")
	y.Shows("Wie gaat er zitten?")
	y.Press("noor", Enter)
	y.Shows("1 bericht")
	y.Press("I")
	y.Shows("Berichten voor jou", "Sam · ", "belt de gemeente terug?")
	y.Press(Enter)
	y.Shows("Noor V. zag het bericht")
	y.Hides("1 bericht")
	y.Press(Esc, "q")
	y.Ends()
	if out, status := Run(t, program, "messages", "--as", "Noor", "--json", "--db", db); status != 0 || strings.TrimSpace(out) != "[]" {
		t.Errorf("%d %s", status, out)
	}
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Errorf("%d %s", status, out)
	}
}
