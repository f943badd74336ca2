//go:build linux || darwin

package terminal_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	. "leerbalie/ui/uitest/terminal"
)

// TestASecondStartIsASession holds that a second and a third start are sessions on the same store: what one does shows at the others; when
// the one that has the store is killed, and when the next one leaves, whoever is left goes on where it was, with what was half typed.
func TestASecondStartIsASession(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	first := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	first.Shows("ZW-0001")
	second := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	second.Shows("ZW-0001", "Wachtrij")
	third := Start(t, 100, 30, dutch(t.TempDir()), program, "--db", db)
	third.Shows("ZW-0001")
	first.Press("n", "Pas kwijtgeraakt", Enter)
	first.Shows("Pas kwijtgeraakt")
	second.Shows("Pas kwijtgeraakt")
	third.Shows("Pas kwijtgeraakt")
	second.Press("v", "5")
	second.Shows("alles (5/")
	third.Press("n", "Half getypte zin")
	third.Shows("Half getypte zin", "1 niet af")

	first.Kill()
	second.Shows("alles (5/", "Pas kwijtgeraakt")
	third.Shows("Half getypte zin")
	if out, status := Run(t, program, "request", "add", "Na de dood", "--db", db); status != 0 {
		t.Fatal(out)
	}
	second.Shows("Na de dood")

	second.Press("q") // one of the two has the store now
	if status := second.Status(); status != 0 {
		t.Errorf("left with %d", status)
	}
	if out, status := Run(t, program, "request", "add", "Na het vertrek", "--db", db); status != 0 {
		t.Fatal(out)
	}
	third.Shows("Na het vertrek", "Half getypte zin")
	third.Press(Esc)
	third.Hides("Half getypte zin")
	third.Press("q")
	if status := third.Status(); status != 0 {
		t.Errorf("left with %d", status)
	}
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Error(out)
	}
	if out, _ := Run(t, program, "request", "list", "--limit=0", "--db", db); strings.Count(out, "Na de dood") != 1 || strings.Count(out, "Pas kwijtgeraakt") != 1 {
		t.Error(out)
	}
}

// runs are what differs from one to the next: moments on the wall clock, as people read them, and what an import is called.
var runs = []struct {
	of  *regexp.Regexp
	say string
}{
	{regexp.MustCompile(`\d\d-\d\d-\d{4} \d\d:\d\d`), "MINUTE"},
	{regexp.MustCompile(`\b[0-9a-f]{12}\b`), "IMPORT"},
}

// TestACommandIsTheSameBesideTheApp holds that a command does, prints and ends the same while the app has the store as when nobody has:
// its streams, its files, its current folder and its exit status are the caller's.
func TestACommandIsTheSameBesideTheApp(t *testing.T) {
	program := Build(t)
	var said [2]string
	for i, beside := range []bool{false, true} {
		db := imported(t, program)
		folder := t.TempDir()
		if beside {
			x := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
			x.Shows("ZW-0001")
		}
		run := func(input string, args ...string) {
			t.Helper()
			var out, errs bytes.Buffer
			cmd := exec.Command(program, append(args, "--db", db, "--lang=en")...)
			cmd.Dir, cmd.Env = folder, []string{"HOME=" + t.TempDir(), "TZ=Europe/Amsterdam"}
			cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &out, &errs
			_ = cmd.Run()
			told := out.String() + "|" + errs.String()
			for _, p := range runs {
				told = p.of.ReplaceAllString(told, p.say)
			}
			said[i] += strings.NewReplacer(db, "DB", folder, "FOLDER").Replace(strings.Join(args, " ")+"\n"+told) + "\n" + cmd.ProcessState.String() + "\n"
		}
		run("", "request", "add", "Fiets kwijt", "--theme", "geld")
		run("", "request", "show", "ZW-0001")
		run("", "request", "show", "ZW-9999")
		run("", "request", "claim", "ZW-0001")
		run("", "request", "nonsense")
		run("", "request", "list", "--limit=2")
		run("id;vraag\n1;Uit een bestand\n2;En nog een\n", "import", "requests", "-", "--map", "source_id=id,summary=vraag")
		if err := os.WriteFile(filepath.Join(folder, "in.csv"), []byte("id;vraag\n3;Van naast mij\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		run("", "import", "requests", "in.csv", "--map", "source_id=id,summary=vraag")
		run("", "import", "requests", "nowhere.csv")
		run("", "import", "requests", ".")
		run("", "export", "requests", "-o", "uit.csv")
		run("", "export", "requests", "-o", "uit.csv")
		run("", "export", "requests", "-o", db, "--force")
		run("", "backup", "copy.db")
		run("", "backup", "copy.db")
		run("", "backup", filepath.Join("no", "such", "folder.db"))
		run("", "check")
		run("", "check", "--against", "copy.db")
		run("", "person", "list")
		for _, name := range []string{"uit.csv", "copy.db"} {
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				t.Errorf("beside %v: %v", beside, err)
			}
		}
	}
	if said[0] != said[1] {
		t.Errorf("alone:\n%s\nbeside the app:\n%s", said[0], said[1])
	}
}

// TestAnOutputThatIsFullIsToldBesideTheApp holds that what could not be written whole is never taken for whole: by the sentence and the
// exit status that there are where nobody has the store.
func TestAnOutputThatIsFullIsToldBesideTheApp(t *testing.T) {
	const full = "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip(err)
	}
	program := Build(t)
	db := imported(t, program)
	var said [2]string
	for i, beside := range []bool{false, true} {
		if beside {
			x := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
			x.Shows("ZW-0001")
		}
		out, err := os.OpenFile(full, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		cmd := exec.Command(program, "request", "list", "--db", db, "--lang=en")
		cmd.Env, cmd.Stdout, cmd.Stderr = []string{"HOME=" + t.TempDir()}, out, &errs
		_ = cmd.Run()
		_ = out.Close()
		said[i] = errs.String() + cmd.ProcessState.String()
	}
	if said[0] != said[1] || !strings.Contains(said[1], "exit status 1") || !strings.Contains(said[1], "no space left") {
		t.Errorf("alone: %s\nbeside the app: %s", said[0], said[1])
	}
}

// TestASessionWaitsForAFileThatWasMoved holds that whoever was at work never lands at the beginning of another store when the holder dies
// while the file is somewhere else: as soon as it is back, so is the session, with what was half typed.
func TestASessionWaitsForAFileThatWasMoved(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	first := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	first.Shows("ZW-0001")
	second := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	second.Shows("ZW-0001")
	second.Press("n", "Half getypte zin")
	second.Shows("Half getypte zin", "1 niet af")
	if err := os.Rename(db, db+".away"); err != nil {
		t.Fatal(err)
	}
	first.Kill()
	time.Sleep(time.Second) // by then it would have begun something else
	if err := os.Rename(db+".away", db); err != nil {
		t.Fatal(err)
	}
	second.Shows("Half getypte zin", "Wachtrij")
	second.Press(Enter)
	second.Shows("staat in de wachtrij")
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Error(out)
	}
}

// TestACommandTakesNoInputThatItDoesNotRead holds that a command in a loop leaves the loop its lines.
func TestACommandTakesNoInputThatItDoesNotRead(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	x.Shows("ZW-0001")
	cmd := exec.Command("sh", "-c", `while read line; do "$0" request add "$line" --db "$1" || exit 1; done; cat < /dev/null`, program, db)
	cmd.Stdin = strings.NewReader("een\ntwee\ndrie\n")
	cmd.Env = []string{"HOME=" + t.TempDir()}
	if out, err := cmd.CombinedOutput(); err != nil || strings.Count(string(out), "\n") != 3 {
		t.Errorf("%v: %s", err, out)
	}
	x.Shows("een", "twee", "drie")
	pipe := exec.Command("bash", "-c", `exec "$0" import requests <(printf 'id;vraag\n9;Uit een pijp\n') --map source_id=id,summary=vraag --db "$1"`, program, db)
	pipe.Env = []string{"HOME=" + t.TempDir()}
	if out, err := pipe.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	x.Shows("Uit een pijp")
}

// TestAHolderThatStandsStill holds that nobody waits for ever for a holder that answers nothing: it is named, within a moment.
func TestAHolderThatStandsStill(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	x := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	x.Shows("ZW-0001")
	x.Signal(syscall.SIGSTOP)
	out, status := Run(t, program, "request", "list", "--db", db, "--lang=en")
	if status != 1 || !strings.Contains(out, "in use by leerbalie (process "+x.Pid()) {
		t.Errorf("%d: %s", status, out)
	}
	y := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	if out := y.Ends(); !strings.Contains(out, "proces "+x.Pid()) {
		t.Errorf("a start says %q", out)
	}
	x.Signal(syscall.SIGCONT)
	if out, status := Run(t, program, "request", "list", "--db", db); status != 0 {
		t.Error(out)
	}
	z := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	z.Shows("ZW-0001")
	x.Signal(syscall.SIGSTOP)
	z.Shows("proces " + x.Pid()) // in the terminal as it was before
	z.Signal(syscall.SIGTERM)
	if out := z.Ends(); strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
		t.Error("the terminal is not in order")
	}
	x.Signal(syscall.SIGCONT)
	x.Press("j")
	x.Shows("ZW-0001")
}

// TestAnEditorKeepsTheTerminal: somebody writes in a program of their own when the one that has the store is killed. The terminal stays that
// program's until it ends, and no key that is pressed after that is lost.
func TestAnEditorKeepsTheTerminal(t *testing.T) {
	program := Build(t)
	db := imported(t, program)
	home := t.TempDir()
	editor := filepath.Join(home, "tekst.sh")
	if err := os.WriteFile(editor, []byte("#!/bin/sh\necho in de editor\nread regel\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	first := Start(t, 80, 24, dutch(t.TempDir()), program, "--db", db)
	first.Shows("ZW-0001")
	second := Start(t, 100, 30, append(dutch(home), "EDITOR="+editor, "TMPDIR="+home, "PATH=/usr/bin:/bin"), program, "--db", db)
	second.Shows("ZW-0001")
	second.Press("m")
	second.Shows("Memo voor collega's")
	second.Press("half", "\x0f")
	second.Shows("in de editor")
	first.Kill()
	if out, status := Run(t, program, "request", "add", "Na de dood", "--db", db); status != 0 {
		t.Fatal(out)
	}
	second.Shows("in de editor")
	second.Press("klaar", Enter)
	second.Shows("Wat je eerder typte")
	second.Press("x")
	second.Press("y")
	second.Shows("halfxy")
}
