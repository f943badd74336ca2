//go:build unix

package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// TestACommandAsksForThePIN holds that whoever acts by a command gives the PIN: on the terminal, where it is not shown, or in a
// file that nobody else may read; and that it is the PIN in a copy that opens that copy.
func TestACommandAsksForThePIN(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press(",")
	x.Shows("Dit servicepunt")
	x.Press("\x1b[F")
	x.Shows("Mijn pincode")
	x.Press("k", Enter)
	x.Shows("Nieuwe pincode")
	x.Press("4821", Enter)
	x.Shows("Nog een keer")
	x.Press("4821", Enter)
	x.Shows("Je pincode is ingesteld")
	x.Press(Esc)
	x.Shows("ZW-0001")
	x.Press("q")
	x.Ends()

	dir := t.TempDir()
	copied := filepath.Join(dir, "copy.db")
	for _, args := range [][]string{
		{"request", "list", "--json"}, {"request", "list", "--as", "Sam"}, {"request", "add", "Nog een"}, {"backup", copied}, {"check", "--repair"}, {"person", "drop-pin", "Sam"},
		{"export", "requests", "-o", filepath.Join(dir, "uit.csv")},
	} {
		out, status := Run(t, program, append(args, "--db", db, "--lang=en")...)
		if status != 1 || !strings.Contains(out, "LEERBALIE_PIN_FILE") || strings.Contains(out, "ZW-0001") {
			t.Errorf("%q without a PIN: %d %s", args, status, out)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("made without a PIN: %v", left)
	}
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Errorf("a plain check asks: %s", out)
	}

	y := Start(t, 80, 24, dutch(t.TempDir()), program, "request", "list", "--db", db)
	y.Shows("Pincode van Sam")
	y.Press("1111", Enter)
	y.Shows("niet de pincode van Sam")
	y.Press("4821", Enter)
	if out := y.Ends(); !strings.Contains(out, "ZW-0001") || strings.Contains(out, "4821") || strings.Contains(out, "1111") {
		t.Errorf("the PIN is shown, or does not open:\n%s", out)
	}
	z := Start(t, 80, 24, dutch(t.TempDir()), program, "request", "list", "--db", db)
	z.Shows("Pincode van Sam")
	z.Signal(syscall.SIGINT)
	if out := z.Ends(); strings.Contains(out, "ZW-0001") {
		t.Errorf("stopped, and it goes on:\n%s", out)
	}

	file := filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(file, []byte("4821\nand more\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := []string{"LEERBALIE_PIN_FILE=" + file}
	if out, status := RunWith(t, env, program, "backup", copied, "--db", db); status != 0 {
		t.Fatalf("with the PIN in a file: %s", out)
	}
	back := filepath.Join(dir, "back.db")
	if out, status := Run(t, program, "restore", copied, "--db", back, "--lang=en"); status != 1 || !strings.Contains(out, "LEERBALIE_PIN_FILE") {
		t.Errorf("a copy is put back without a PIN: %d %s", status, out)
	}
	if _, err := os.Stat(back); err == nil {
		t.Error("it is there all the same")
	}
	if out, status := RunWith(t, env, program, "restore", copied, "--db", back); status != 0 {
		t.Errorf("a copy is not put back with the PIN: %s", out)
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, status := RunWith(t, env, program, "request", "list", "--db", db, "--lang=en"); status != 1 || !strings.Contains(out, "chmod 600") {
		t.Errorf("a file that others may read: %d %s", status, out)
	}
}
