//go:build unix

package terminal_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// with adds a colleague to a store.
func with(t *testing.T, program, db string, args ...string) {
	t.Helper()
	if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
		t.Fatalf("%v: %s", args, out)
	}
}

func dutch(home string) []string { return []string{"LANG=nl_NL.UTF-8", "HOME=" + home} }

// TestSomebodyElseSitsDown switches the person, half an intake open, and finds both people's work again after a restart.
func TestSomebodyElseSitsDown(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	with(t, program, db, "person", "add", "Noor", "Visser", "--role", "desk")
	home := t.TempDir()
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("n")
	x.Shows("Nieuwe vraag")
	x.Press("van Sam zelf")
	x.Shows("van Sam zelf")
	x.Press("\x1b[19~") // F8: while typing too
	x.Shows("Wie gaat er zitten?", "Noor Visser")
	x.Press("noor", Enter)
	x.Shows("Nu aan de balie: Noor Visser")
	x.Press("c")
	x.Shows("is gepakt")
	x.Press("q")
	x.Ends()
	y := Start(t, 80, 24, dutch(home), program, "--db", db)
	y.Shows("Noor V.", "1 bezig")
	y.Press("U")
	y.Shows("Wie gaat er zitten?")
	y.Press("sam", Enter)
	y.Shows("1 niet af")
	y.Press("n")
	y.Shows("van Sam zelf")
	y.Press(Esc, "q")
	y.Ends()
}

// TestALockHoldsOverARestart gives a PIN, locks, tries a wrong one, pulls the plug and finds the screen locked.
func TestALockHoldsOverARestart(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
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
	x.Press("L")
	x.Shows("Dit scherm is op slot")
	x.Hides("ZW-0001")
	x.Press("1111", Enter)
	x.Shows("klopt niet")
	x.Press("4821", Enter)
	x.Shows("ZW-0001")
	x.Press("L")
	x.Hides("ZW-0001")
	x.Kill()
	y := Start(t, 80, 24, dutch(home), program, "--db", db)
	if screen := y.Shows("Dit scherm is op slot", "Pincode"); strings.Contains(screen, "ZW-") {
		t.Errorf("a locked screen shows requests:\n%s", screen)
	}
	y.Press("4821", Enter)
	y.Shows("ZW-0001")
	y.Press("q")
	if out := y.Ends(); strings.Index(out, "ZW-0001") < strings.Index(out, "op slot") {
		t.Error("requests were drawn before the lock")
	}
	for _, file := range []string{db} {
		if body, err := os.ReadFile(file); err != nil || strings.Contains(string(body), "4821\x00") || !strings.Contains(string(body), "$argon2id$") {
			t.Errorf("the PIN is not kept as it should be: %v", err)
		}
	}
}

// TestACopyFromInside makes a copy while the app runs, checks it by command, and looks everything over.
func TestACopyFromInside(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("B")
	x.Shows("Kopie maken")
	x.Press(Enter)
	x.Shows("Ctrl+S")
	x.Press("\x15", "~/kopie.db", Enter) // Ctrl+U empties the line
	x.Shows("De kopie staat in")
	x.Press(Esc, "j", Enter)
	x.Shows("Welke vragen")
	x.Press("\x15", "~/vragen.csv", CtrlS)
	x.Shows("3 vragen staan in")
	x.Press(Esc, "j", "j", "j", "j", "j", "j", "j", Enter)
	x.Shows("Alles is in orde.")
	x.Press(Esc, "q")
	x.Ends()
	if out, status := Run(t, program, "check", "--db", filepath.Join(home, "kopie.db")); status != 0 {
		t.Errorf("the copy is not sound: %s", out)
	}
	if table, err := os.ReadFile(filepath.Join(home, "vragen.csv")); err != nil || !strings.Contains(string(table), "ZW-0002") {
		t.Errorf("%v %s", err, table)
	}
}

// TestBringingInFromInside tries a table, reads the report, and brings it in.
func TestBringingInFromInside(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	rows := "source_id;created_at;summary\nB1;01-09-2026;Fiets stuk\nB2;31-02-2026;Kan niet\nB3;02-09-2026;Nummer 123456782\n"
	if err := os.WriteFile(filepath.Join(home, "meer.csv"), []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("B", "j", "j", "j", Enter)
	x.Shows("meer.csv")
	x.Press("meer", Enter)
	x.Shows("created_at", "3 rijen. Klopt het?")
	x.Press(Enter)
	x.Shows("1 van de 3 rijen kunnen erin", "2  rijen gaan niet mee", "rij 3", "rij 4")
	x.Press("i")
	x.Shows("1 ingelezen")
	x.Press(Esc, Esc)
	x.Shows("Fiets stuk")
	x.Press("q")
	x.Ends()
}

// TestSettingsSurviveARestart changes the language, the lock and the site's name, and finds them again.
func TestSettingsSurviveARestart(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	x := Start(t, 80, 24, dutch(home), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press(",")
	x.Shows("Openingstijden")
	x.Press(Enter)
	x.Shows("de code ZW")
	x.Press(" Noord", Enter)
	x.Shows("Zuidwest Noord (ZW)")
	x.Press(":")
	x.Shows("Wat wil je doen?")
	x.Press("engels", Enter)
	x.Shows("Opening hours")
	x.Press("q")
	x.Ends()
	y := Start(t, 80, 24, dutch(home), program, "--db", db)
	y.Shows("Queue", "Zuidwest Noord")
	y.Press("q")
	y.Ends()
	z := Start(t, 80, 24, dutch(home), program, "--db", db, "--lang", "nl")
	z.Shows("Wachtrij")
	z.Press("q")
	z.Ends()
}

// TestOnesOwnProgramAndTheClipboard writes a memo elsewhere and copies a number.
func TestOnesOwnProgramAndTheClipboard(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	editor := filepath.Join(home, "tekst.sh")
	script := "#!/bin/sh\nls -l \"$1\" > " + filepath.Join(home, "mode") + "\ntest -t 0 && echo uit een ander programma >> \"$1\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	x := Start(t, 100, 30, append(dutch(home), "EDITOR="+editor, "TMPDIR="+home, "PATH=/usr/bin:/bin"), program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("m")
	x.Shows("Memo voor collega's")
	x.Press("half hier", "\x0f")
	x.Shows("uit een ander programma", "half hier")
	x.Press(Enter)
	x.Hides("Memo voor collega's")
	x.Press("Y")
	x.Shows("Wat wil je kopiëren")
	x.Press(Enter)
	x.Shows("Gekopieerd: ZW-")
	x.Press("q")
	out := x.Ends()
	if _, after, ok := strings.Cut(out, "\x1b]52;c;"); !ok {
		t.Error("nothing went to the clipboard")
	} else if text, err := base64.StdEncoding.DecodeString(after[:strings.IndexByte(after, 0x07)]); err != nil || !strings.HasPrefix(string(text), "ZW-000") {
		t.Errorf("%q %v", text, err)
	}
	if mode, err := os.ReadFile(filepath.Join(home, "mode")); err != nil || !strings.HasPrefix(string(mode), "-rw-------") {
		t.Errorf("others may read the text: %s %v", mode, err)
	}
	if left, _ := filepath.Glob(filepath.Join(home, "leerbalie-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
