//go:build unix

package draw_test

import (
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

// TestTmuxShowsTheSame draws random frames in a terminal that shares nothing with what draws them, where it is installed. Families of
// emoji are left out: how wide they are differs between its versions.
func TestTmuxShowsTheSame(t *testing.T) {
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("tmux is not installed")
	}
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	command := func(args ...string) *exec.Cmd {
		cmd := exec.Command(tmux, append([]string{"-S", filepath.Join(dir, "socket"), "-f", "/dev/null"}, args...)...)
		cmd.Env = []string{"LANG=C.UTF-8", "TERM=xterm-256color", "PATH=/usr/bin:/bin", "HOME=" + dir}
		return cmd
	}
	run := func(args ...string) string {
		t.Helper()
		out, err := command(args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v %s", args, err, out)
		}
		return string(out)
	}
	size := screen.Size{Width: 90, Height: 24}
	run("-u", "new-session", "-d", "-x", "90", "-y", "24", "stty raw -echo; exec cat "+pipe)
	defer func() { _ = command("kill-server").Run() }() // which may have ended with its only window
	run("set-option", "-g", "status", "off")
	out, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	dice := rand.New(rand.NewSource(1))
	line := func() string {
		var b strings.Builder
		for range dice.Intn(9) {
			word := words[dice.Intn(len(words))]
			if strings.Contains(word, "\u200d") {
				continue
			}
			if dice.Intn(3) == 0 {
				word = styles[dice.Intn(len(styles))] + word + "\x1b[0m"
			}
			b.WriteString(word)
		}
		return b.String()
	}
	for _, scrolls := range []bool{false, true} {
		cells := draw.NewCells("tmux-256color", scrolls)
		lines := make([]string, size.Height)
		for range 60 {
			if dice.Intn(2) == 0 {
				lines = append(lines[1:len(lines):len(lines)], line())
			}
			for range dice.Intn(size.Height) {
				lines[dice.Intn(size.Height)] = line()
			}
			frame := strings.Join(lines, "\n")
			if _, err := out.Write(cells.Frame(frame, size)); err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, l := range lines {
				text, _ := wanted(l, size.Width)
				want = append(want, text)
			}
			shown := ""
			for late := time.Now().Add(longest); shown != strings.TrimRight(strings.Join(want, "\n"), "\n"); {
				if time.Now().After(late) {
					t.Fatalf("it shows\n%s\ninstead of\n%s", shown, strings.Join(want, "\n"))
				}
				rows := strings.Split(run("capture-pane", "-p"), "\n")
				for i := range rows {
					rows[i] = strings.TrimRight(rows[i], " ")
				}
				shown = strings.TrimRight(strings.Join(rows, "\n"), "\n")
			}
		}
	}
}
