package terminal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// inShell runs the program below a shell, which does something afterwards.
func inShell(t *testing.T, before, after, program string, args ...string) *Terminal {
	t.Helper()
	return Start(t, 100, 30, append(dutch(t.TempDir()), "PATH=/usr/bin:/bin"), "/bin/sh", append([]string{"-c", before + `"$0" "$@"; ` + after, program}, args...)...)
}

// child is the program below the shell.
func child(t *testing.T, x *Terminal) int {
	t.Helper()
	body, err := os.ReadFile(fmt.Sprintf("/proc/%s/task/%s/children", x.Pid(), x.Pid()))
	if err != nil {
		t.Skip("nobody knows which process is whose here:", err)
	}
	pid, err := strconv.Atoi(strings.Fields(string(body))[0])
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// cooked is what stty says of a terminal as a shell has it.
var cooked = []string{" icanon", " echo ", " isig", " opost", " onlcr"}

// inOrder looks whether a terminal is as a shell has it.
func inOrder(t *testing.T, screen string) {
	t.Helper()
	for _, mode := range cooked {
		if !strings.Contains(strings.ReplaceAll(screen, "\n", " "), mode) {
			t.Errorf("the terminal has lost%s:\n%s", mode, screen)
		}
	}
}

// TestTheTerminalIsAsItWas after every way to end, but the one that cannot be seen coming: after that the next start shows as usual.
func TestTheTerminalIsAsItWas(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	ways := map[string]func(x *Terminal, pid int) error{
		"q":       func(x *Terminal, _ int) error { x.Press("q"); return nil },
		"ctrl+c":  func(x *Terminal, _ int) error { x.Press(CtrlC); return nil },
		"SIGTERM": func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGTERM) },
		"SIGHUP":  func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGHUP) },
		"SIGINT":  func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGINT) },
		"SIGQUIT": func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGQUIT) },
		"SIGABRT": func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGABRT) },
		"SIGSEGV": func(_ *Terminal, pid int) error { return syscall.Kill(pid, syscall.SIGSEGV) },
	}
	ends := func(t *testing.T) {
		for name, leave := range ways {
			x := inShell(t, "", "stty -a; echo over "+strings.ToLower(name), program, "--db", db)
			x.Shows("ZW-0001")
			if err := leave(x, child(t, x)); err != nil {
				t.Fatal(err)
			}
			screen := x.Shows("over " + strings.ToLower(name))
			inOrder(t, screen)
			if out := x.Ends(); strings.LastIndex(out, leaveAltScreen) < strings.LastIndex(out, "\x1b[?1049h") || strings.LastIndex(out, showCursor) < strings.LastIndex(out, "\x1b[?25l") ||
				strings.LastIndex(out, "\x1b[?2004l") < strings.LastIndex(out, "\x1b[?2004h") || strings.LastIndex(out, "\x1b[?1002l") < strings.LastIndex(out, "\x1b[?1002h") {
				t.Errorf("%s: the terminal was not put back in order", name)
			}
		}
	}
	t.Run("of the one that has the store", ends)
	t.Run("of one that is served", func(t *testing.T) {
		first := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
		first.Shows("ZW-0001")
		ends(t)
		first.Press("q")
		first.Ends()
	})
	x := inShell(t, "", "", program, "--db", db)
	x.Shows("ZW-0001")
	if err := syscall.Kill(child(t, x), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	x.Ends()
	y := inShell(t, "", "stty -a; echo over", program, "--db", db)
	y.Shows("ZW-0001")
	y.Press("q")
	inOrder(t, y.Shows("over"))
}

// TestADemoThatCannotBeMadeSaysWhy, in a sentence and with the terminal in order.
func TestADemoThatCannotBeMadeSaysWhy(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	x := Start(t, 100, 30, append(dutch(t.TempDir()), "TMPDIR="+nowhere), Build(t), "--demo")
	if out := x.Ends(); x.Status() != 1 || !strings.Contains(out, "nowhere") || strings.Contains(out, "goroutine") {
		t.Errorf("status %d: %s", x.Status(), out)
	}
}

// TestAStopGivesTheTerminalBack: whoever stops the program has a shell as always, and the same screen when it goes on, where keys work.
func TestAStopGivesTheTerminalBack(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	for name, stop := range map[string]syscall.Signal{"SIGTSTP": syscall.SIGTSTP, "SIGSTOP": syscall.SIGSTOP} {
		sane := "" // what nobody sees coming leaves the terminal as it is
		if stop == syscall.SIGSTOP {
			sane = "stty sane && "
		}
		stops := func(t *testing.T) {
			x := inShell(t, "set -m; ", `test "$?" -gt 128 && `+sane+`stty -a && echo stopped && read line && fg; stty -a; echo over`, program, "--db", db)
			x.Shows("ZW-0001")
			x.Press("n")
			x.Shows("Nieuwe vraag")
			x.Press("half")
			x.Shows("half")
			if err := syscall.Kill(child(t, x), stop); err != nil {
				t.Fatal(err)
			}
			screen := x.Shows("stopped")
			if stop == syscall.SIGTSTP {
				inOrder(t, screen)
				if strings.Contains(screen, "ZW-0001") {
					t.Errorf("what was on the screen still shows:\n%s", screen)
				}
			}
			x.Press(Enter)
			x.Shows("Nieuwe vraag", "ZW-0001")
			x.Press(" af")
			x.Shows("half af")
			x.Press(Esc, CtrlC)
			inOrder(t, x.Shows("over"))
			x.Ends()
		}
		t.Run(name, stops)
		t.Run(name+" where it is served", func(t *testing.T) {
			first := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
			first.Shows("ZW-0001")
			stops(t)
			first.Press("q")
			first.Ends()
		})
	}
}

// TestAPausedTerminalKeepsNobodyWaiting: while it takes nothing, what is typed is taken and saved, and when it goes on it shows the newest.
func TestAPausedTerminalKeepsNobodyWaiting(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 100, 30, dutch(t.TempDir()), program, "--db", db)
	x.Shows("ZW-0001")
	resume := x.Pause()
	defer resume()
	for range 200 { // more than any system keeps for a terminal
		x.Press("\x0c")
	}
	x.Press("n", "Bij gesloten kraan", Enter)
	for list(t, program, db)["ZW-0004"].Summary == "" { // a command of another process, which the program serves
	}
	resume()
	x.Shows("ZW-0004", "Bij gesloten kraan")
	x.Press("q")
	x.Ends()
}

// TestAnEditorThatIsKilled leaves the terminal in a mess: the app comes back in order, with what was typed, and so does the shell.
func TestAnEditorThatIsKilled(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	with(t, program, db, "person", "add", "Noor Visser", "--role", "desk")
	home := t.TempDir()
	editor := filepath.Join(home, "weg.sh")
	script := "#!/bin/sh\nstty raw -echo\nprintf '\\033[?1049h\\033[31mweg\\033[?25l'\nkill -9 $$\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, attached := range map[string]bool{"the one that has the store": false, "one that is served": true} {
		t.Run(name, func(t *testing.T) {
			if attached {
				first := Start(t, 80, 24, dutch(home), program, "--db", db)
				first.Shows("ZW-0001")
			}
			x := Start(t, 100, 30, append(dutch(home), "PATH=/usr/bin:/bin", "EDITOR="+editor), "/bin/sh", "-c", `"$0" "$@"; stty -a; echo over`, program, "--db", db, "--as", "Noor")
			x.Shows("ZW-0001")
			x.Press("m")
			x.Shows("Memo voor collega's")
			x.Press("blijft staan", "\x0f")
			x.Shows("Memo voor collega's", "blijft staan", "signal: killed")
			x.Press(Esc, Esc, CtrlC)
			inOrder(t, x.Shows("over"))
		})
	}
}
