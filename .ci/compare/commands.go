package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/creack/pty"
)

// place is a machine with a store of its own.
type place struct{ dir, program string }

func (p place) command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.program, args...)
	cmd.Env = []string{"HOME=" + p.dir, "XDG_DATA_HOME=" + p.dir, "XDG_STATE_HOME=" + p.dir, "XDG_CONFIG_HOME=" + p.dir, "XDG_RUNTIME_DIR=" + p.dir,
		"TMPDIR=" + p.dir, "LANG=en_GB.UTF-8", "TERM=xterm-256color", "NO_COLOR=1"}
	return cmd
}

func (p place) run(args ...string) (time.Duration, error) {
	cmd := p.command(args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("leerbalie %s: %w: %s", strings.Join(args, " "), err, said.String())
	}
	return time.Since(began), nil
}

// commands compares commands through the socket of a running app with the same alone, in turn, on stores that are the same.
func commands(dir, program string, rows, n int) (err error) {
	if program == "" {
		program = filepath.Join(dir, "leerbalie")
		if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
			return fmt.Errorf("building: %w\n%s", err, out)
		}
	} else if program, err = filepath.Abs(program); err != nil {
		return err
	}
	alone, shared := place{filepath.Join(dir, fmt.Sprint("alone", rows)), program}, place{filepath.Join(dir, fmt.Sprint("shared", rows)), program}
	for _, p := range []place{alone, shared} {
		if err := p.fill(rows); err != nil {
			return err
		}
	}
	app := shared.command()
	tty, err := pty.StartWithSize(app, &pty.Winsize{Cols: 100, Rows: 30})
	if err != nil {
		return err
	}
	defer tty.Close()
	shown := make(chan struct{})
	go func() {
		buf := make([]byte, 32<<10)
		for total := 0; ; {
			n, err := tty.Read(buf)
			if total < 1000 && total+n >= 1000 {
				close(shown)
			}
			if total += n; err != nil {
				return
			}
		}
	}()
	defer func() {
		_, _ = io.WriteString(tty, "q")
		time.AfterFunc(10*time.Second, func() { _ = app.Process.Kill() })
		err = errors.Join(err, app.Wait())
	}()
	select {
	case <-shown:
	case <-time.After(30 * time.Second):
		return errors.New("the app shows nothing")
	}
	for _, c := range []struct {
		what string
		args func(i int) []string
	}{
		{"request add", func(i int) []string { return []string{"request", "add", fmt.Sprint("een vraag erbij ", i)} }},
		{"request list --limit 40", func(int) []string { return []string{"request", "list", "--limit", "40"} }},
	} {
		var of [2][]time.Duration
		for i := range n + 2 {
			for j, p := range []place{alone, shared} {
				took, err := p.run(c.args(i)...)
				if err != nil {
					return err
				}
				if i >= 2 { // the first warm up
					of[j] = append(of[j], took)
				}
			}
		}
		a, s := middle(of[0]), middle(of[1])
		ratio := float64(s) / float64(a)
		fmt.Printf("   %s, %d requests: alone %v, through the socket %v, ratio %.2f\n", c.what, rows, a.Round(time.Millisecond/10), s.Round(time.Millisecond/10), ratio)
		if ratio > 1.5 {
			return fmt.Errorf("%s: the ratio is above 1.5", c.what)
		}
	}
	return nil
}

// fill makes a store with so many requests, of which the last forty wait.
func (p place) fill(rows int) error {
	if err := os.Mkdir(p.dir, 0o700); err != nil {
		return err
	}
	if _, err := p.run("init", "--site", "Zuid", "--code", "ZW", "--me", "Sam"); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("source_id;created_at;closed_at;summary\n")
	for i := range rows {
		closed := "02-09-2026 10:00"
		if i >= rows-40 {
			closed = ""
		}
		fmt.Fprintf(&b, "A%d;01-09-2026 09:30;%s;brief van de gemeente over toeslag nummer a%d\n", i, closed, i)
	}
	path := filepath.Join(p.dir, "rows.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		return err
	}
	_, err := p.run("import", "requests", path)
	return errors.Join(err, os.Remove(path))
}
