package terminal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	. "leerbalie/ui/uitest/terminal"
)

// TestWhatWaitsInVainCanBeStopped: a command that reads from a pipe into which nobody writes holds the store, and ends all the same when
// it is stopped again and again.
func TestWhatWaitsInVainCanBeStopped(t *testing.T) {
	program := Build(t)
	db, pipe := imported(t, program), filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	cmd := exec.Command(program, "import", "requests", pipe, "--db", db)
	cmd.Env = []string{"HOME=" + t.TempDir()}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // how it ended is looked at below
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
	})
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // which waits until the program reads
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.WriteString("summary\nHuur"); err != nil {
		t.Fatal(err)
	}
	for taken := false; !taken; runtime.Gosched() { // and then it waits for more
		n, err := unix.IoctlGetInt(int(writer.Fd()), unix.TIOCINQ)
		if err != nil {
			t.Fatal(err)
		}
		taken = n == 0
	}
	presses := time.NewTicker(20 * time.Millisecond) // no faster than a hand on Ctrl+C, nearly
	defer presses.Stop()
	for late := time.After(time.Minute); ; {
		select {
		case <-ended:
			if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() || status.Signal() != syscall.SIGINT {
				t.Errorf("it ended as %v", cmd.ProcessState)
			}
			if out, status := Run(t, program, "check", "--db", db); status != 0 {
				t.Error(out)
			}
			return
		case <-late:
			t.Fatal("it does not end")
		case <-presses.C:
			_ = cmd.Process.Signal(syscall.SIGINT) // it may have ended just now
		}
	}
}
