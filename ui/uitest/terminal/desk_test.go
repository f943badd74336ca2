//go:build unix

package terminal_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

const table = "\xef\xbb\xbfbron;datum;vraag;kanaal;minuten\r\n" +
	"A1;01-09-2026 09:30;\"Brief van de gemeente\r\nmet twee regels\";balie;7,5\r\n" +
	"A2;02-09-2026 10:00;Afsluiting stroom dreigt;telefoon;\r\n" +
	"A3;03-09-2026 11:15;Boodschappenhulp gezocht;balie;\r\n"

// imported makes a store with a table in it.
func imported(t *testing.T, program string) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "d.db")
	csv := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(csv, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"},
		{"import", "requests", csv, "--map", "source_id=bron,created_at=datum,summary=vraag,channel=kanaal,minutes=minuten"},
	} {
		if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
			t.Fatalf("%v: %s", args, out)
		}
	}
	return db
}

type row struct {
	Number  string
	Status  string
	Summary string
	Minutes int
	Outcome string
}

func list(t *testing.T, program, db string) map[string]row {
	t.Helper()
	out, status := Run(t, program, "request", "list", "--status", "all", "--json", "--db", db)
	var rows []row
	if err := json.Unmarshal([]byte(out), &rows); err != nil || status != 0 {
		t.Fatalf("%v %d: %s", err, status, out)
	}
	by := map[string]row{}
	for _, r := range rows {
		by[r.Number] = r
	}
	return by
}

// words are what the screens say in a language.
type words struct{ closed, undone, again string }

// TestTheMainWay is the job of the front desk by keyboard, from a file to a closed request, in both languages and on the
// smallest screens. Each step waits for what a person would wait for.
func TestTheMainWay(t *testing.T) {
	program := Build(t)
	dutch, english := words{"is afgesloten", "Ongedaan gemaakt", "Opnieuw gedaan"}, words{"is closed", "Undone", "Done again"}
	for _, c := range []struct {
		name          string
		columns, rows int
		env           []string
		say           words
	}{
		{"Dutch, 120x40", 120, 40, []string{"LANG=nl_NL.UTF-8", "COLORTERM=truecolor"}, dutch},
		{"English, 80x24, no colour", 80, 24, []string{"LANG=en_GB.UTF-8", "NO_COLOR=1"}, english},
		{"Dutch, 60x15", 60, 15, []string{"LANG=nl_NL.UTF-8", "TERM=xterm"}, dutch},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := imported(t, program)
			x := Start(t, c.columns, c.rows, c.env, program, "--db", db)
			x.Shows("ZW-0001", "ZW-0002", "ZW-0003")
			x.Press("/")
			x.Press("stro")
			x.Hides("ZW-0003")
			x.Press(Enter, "c")
			x.Hides("ZW-0003")
			x.Press("t")
			x.Shows("1:15")
			x.Press("25", Enter)
			x.Hides("1:15")
			x.Press("x")
			x.Shows("Ctrl+S")
			x.Press(" ", CtrlS)
			x.Shows("ZW-0002 " + c.say.closed)
			x.Press("u")
			x.Shows(c.say.undone)
			x.Press(CtrlR)
			x.Shows(c.say.again)
			x.Press(Esc, "q")
			if out := x.Ends(); !strings.Contains(out, leaveAltScreen) || !strings.Contains(out, showCursor) {
				t.Error("the terminal was not put back in order")
			}
			rows := list(t, program, db)
			if r := rows["ZW-0002"]; r.Status != "closed" || r.Minutes != 25 || r.Outcome != "handled-directly" {
				t.Errorf("the command sees %+v", r)
			}
			if r := rows["ZW-0001"]; r.Status != "waiting" || r.Minutes != 8 || r.Summary != "Brief van de gemeente" {
				t.Errorf("the command sees %+v", r)
			}
			if out, status := Run(t, program, "check", "--db", db); status != 0 {
				t.Errorf("check: %s", out)
			}
		})
	}
}

// What a terminal must be told at the end.
const (
	leaveAltScreen = "\x1b[?1049l"
	showCursor     = "\x1b[?25h"
)

// TestTheTerminalIsGivenBack looks at every way to leave.
func TestTheTerminalIsGivenBack(t *testing.T) {
	program := Build(t)
	for name, leave := range map[string]func(*Terminal){
		"q":       func(x *Terminal) { x.Press("q") },
		"ctrl+c":  func(x *Terminal) { x.Press(CtrlC) },
		"SIGTERM": func(x *Terminal) { x.Signal(syscall.SIGTERM) },
		"SIGHUP":  func(x *Terminal) { x.Signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			db := imported(t, program)
			x := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8"}, program, "--db", db)
			x.Shows("ZW-0001")
			leave(x)
			if out := x.Ends(); !strings.Contains(out, leaveAltScreen) || !strings.Contains(out, showCursor) {
				t.Error("the terminal was not put back in order")
			}
		})
	}
}

// TestNothingTypedIsLost types half an intake, pulls the plug, and looks for it afterwards.
func TestNothingTypedIsLost(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8"}, program, "--db", db)
	x.Shows("ZW-0001")
	x.Press("n")
	x.Shows("Nieuwe vraag")
	x.Press("Half af voor mevrouw")
	x.Shows("Half af voor mevrouw")
	x.Press(Esc) // the line is put away, and kept
	x.Shows("1 niet af")
	x.Kill()
	y := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8"}, program, "--db", db)
	y.Shows("1 niet af")
	y.Press("n")
	y.Shows("Half af voor mevrouw")
	y.Press(Enter)
	y.Shows("ZW-0004")
	y.Press("q")
	y.Ends()
	if rows := list(t, program, db); !strings.Contains(rows["ZW-0004"].Summary, "Half af voor mevrouw") {
		t.Errorf("the command sees %+v", rows)
	}
}

// TestATinyTerminalWaits: too small says so, and growing goes on.
func TestATinyTerminalWaits(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 40, 8, []string{"LANG=nl_NL.UTF-8"}, program, "--db", db)
	x.Shows("60")
	x.Resize(80, 24)
	x.Shows("ZW-0001")
	x.Press("q")
	x.Ends()
}

// TestAStormOfSizes: a window that is pulled about, from one cell to a wall, shows in the end what fits it.
func TestAStormOfSizes(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 80, 24, []string{"LANG=nl_NL.UTF-8"}, program, "--db", db)
	x.Shows("ZW-0001")
	for i := range 200 {
		x.Resize(1+i*37%300, 1+i*13%80)
	}
	x.Resize(1, 1)
	x.Resize(300, 80)
	x.Shows("ZW-0001", "? hulp")
	x.Resize(20, 4)
	x.Shows("(20×4)")
	x.Resize(90, 20)
	screen := x.Shows("ZW-0001", "? hulp")
	if lines := strings.Split(strings.TrimRight(screen, "\n"), "\n"); len(lines) != 20 || !strings.Contains(lines[19], "? hulp") || strings.Contains(screen, "klein") {
		t.Errorf("the last line is not at the bottom:\n%s", screen)
	}
	x.Press("q")
	x.Ends()
}
