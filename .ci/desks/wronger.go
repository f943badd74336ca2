package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// served gives commands over SSH that would reach beyond the store, and some that may be given.
func (m *mess) served() error {
	out := filepath.Join(m.h.dir, "tmp", "taken")
	for _, line := range []string{
		"export requests -o " + out, "export requests --output=" + out, "export requests -o ../taken", "export requests -o ~/.ssh/authorized_keys",
		"--db " + out + " request list", "request list --db=" + out, "request list --db ../x", "--as " + staff[0] + " request list", "request list --as=" + staff[0],
		"--demo", "init --site X --code XX --me X", "backup " + out, "backup ../taken", "restore " + m.h.db(), "restore /etc/passwd", "serve", "serve --listen :0",
		"man", "man -o " + out, "import requests /etc/passwd", "import requests ../../etc/passwd", "bundle take -o " + out, "bundle open /etc/passwd", "check --repair",
		"completion bash", "evidence attach 1 /etc/passwd", "phrase new", "passphrase change", "sync add ssh://x", "person key add X /etc/passwd",
		"request list > " + out, "request list; touch " + out, "request list && touch " + out, "$(touch " + out + ")", "`touch " + out + "`", "sh -c 'touch " + out + "'",
		"/bin/sh", "../../bin/sh", "request 'list", "request list \\", "\x00", strings.Repeat("x ", 20000), "request add --details @" + "/etc/passwd x", "check-in-child-process",
	} {
		said, status, err := m.over(line)
		if err != nil {
			return fmt.Errorf("%.60q: %w", line, err)
		}
		if strings.HasPrefix(line, "request add") {
			if strings.Contains(said, "root:") {
				return fmt.Errorf("%q reads a file", line)
			}
			continue
		}
		if status == 0 {
			return fmt.Errorf("%.60q is carried out: %.200s", line, said)
		}
		if strings.Contains(said, "root:") || strings.Contains(said, "panic") {
			return fmt.Errorf("%.60q says %.300s", line, said)
		}
	}
	if _, err := os.Lstat(out); err == nil {
		return errors.New("a served command wrote a file")
	}
	for _, line := range []string{"request list", "request list --json --limit 0", "export requests -o -", "request add 'een vraag van ver'"} {
		if said, status, err := m.over(line); err != nil || status != 0 {
			return fmt.Errorf("%q ends with %d, %v: %.300s", line, status, err, said)
		}
	}
	return nil
}

// over gives one command over SSH, and tells what it said and with which status it ended.
func (m *mess) over(line string) (said string, status int, err error) {
	client, err := m.serve.client(m.key)
	if err != nil {
		return "", 0, err
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		return "", 0, err
	}
	_ = session.Setenv("LEERBALIE_DB", "/etc/passwd") // may be refused
	_ = session.Setenv("LEERBALIE_PIN_FILE", "/etc/passwd")
	timer := time.AfterFunc(15*time.Second, func() { _ = client.Close() })
	defer timer.Stop()
	out, err := session.CombinedOutput(line)
	var ended interface{ ExitStatus() int }
	switch {
	case err == nil:
		return string(out), 0, nil
	case errors.As(err, &ended):
		return string(out), ended.ExitStatus(), nil
	}
	return string(out), -1, nil // it was cut off without a status
}

// forwarding asks for all of SSH that is no desk.
func (m *mess) forwarding() error {
	client, err := m.serve.client(m.key)
	if err != nil {
		return err
	}
	defer client.Close()
	if c, err := client.Dial("tcp", m.serve.addr); err == nil {
		return errors.Join(errors.New("a connection is forwarded"), c.Close())
	}
	if l, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		return errors.Join(errors.New("a port is listened to"), l.Close())
	}
	if c, err := client.Dial("unix", m.h.db()); err == nil {
		return errors.Join(errors.New("a socket is forwarded"), c.Close())
	}
	session, err := client.NewSession()
	if err != nil {
		return err
	}
	if err := session.RequestSubsystem("sftp"); err == nil {
		return errors.New("there is SFTP")
	}
	return nil
}

// otherAccount tries the store as somebody else of this computer, who could even read the file.
func (m *mess) otherAccount() error {
	if os.Getuid() != 0 {
		m.h.say("another account: not tried, as this is not root")
		return nil
	}
	for _, dir := range []string{m.h.dir, filepath.Join(m.h.dir, "data"), filepath.Dir(m.h.db())} {
		if err := os.Chmod(dir, 0o755); err != nil {
			return err
		}
		defer os.Chmod(dir, 0o700)
	}
	if err := os.Chmod(m.h.db(), 0o666); err != nil {
		return err
	}
	defer os.Chmod(m.h.db(), 0o600)
	home, err := os.MkdirTemp("", "desks-nobody-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	if err := os.Chown(home, 65534, 65534); err != nil {
		return err
	}
	for _, run := range []string{home, filepath.Join(m.h.dir, "run")} {
		cmd := m.h.command("--db", m.h.db(), "request", "list")
		cmd.Env = append(slices.DeleteFunc(cmd.Env, func(v string) bool {
			return strings.HasPrefix(v, "XDG_") || strings.HasPrefix(v, "HOME=") || strings.HasPrefix(v, "TMPDIR=")
		}),
			"HOME="+home, "XDG_RUNTIME_DIR="+run, "TMPDIR="+home)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		began := time.Now()
		said, err := m.h.soonBy(cmd)
		if err == nil || strings.Contains(said, "ZW-") {
			return fmt.Errorf("another account is told %q", said)
		}
		if took := time.Since(began); took > 2*time.Second {
			return fmt.Errorf("another account waits %v", took)
		}
		m.h.say("another account is told: %s", strings.TrimSpace(said))
	}
	return nil
}

// otherVersion has a program of another version meet the one that has the store.
func (m *mess) otherVersion() error {
	other := filepath.Join(m.h.dir, "other")
	build := exec.Command("go", "build", "-ldflags", "-X main.release=99.9.9,0123456789ab,2026-01-01T00:00:00Z", "-o", other, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building: %w\n%s", err, out)
	}
	for _, args := range [][]string{{"request", "list"}, {"request", "add", "een vraag"}} {
		cmd := exec.Command(other, args...)
		cmd.Env = m.h.env()
		began := time.Now()
		said, err := m.h.soonBy(cmd)
		if err == nil {
			return fmt.Errorf("a program of another version is served: %q", said)
		}
		if took := time.Since(began); took > 2*time.Second {
			return fmt.Errorf("it waits %v", took)
		}
		m.h.say("another version is told: %s", strings.TrimSpace(said))
	}
	return nil
}

// stale has the holder and all others killed at once, so that the socket is left, and begins anew.
func (m *mess) stale() error {
	if m.serve != nil {
		_ = m.serve.cmd.Process.Kill()
		<-m.serve.done
	}
	m.desk.put()
	if _, err := m.h.try("request", "list"); err != nil {
		return err
	}
	if err := m.desk.sit(); err != nil {
		return err
	}
	if _, err := m.h.try("request", "add", token("daarna", 1)); err != nil {
		return err
	}
	if m.serve == nil {
		return nil
	}
	return m.serve.start()
}

// elsewhere has two desks and a command on a store of its own.
func (m *mess) elsewhere(db string, env ...string) (said string, err error) {
	command := func(args ...string) *exec.Cmd {
		cmd := m.h.command(append(args, "--db", db)...)
		cmd.Env = append(cmd.Env, env...)
		return cmd
	}
	if said, err := m.h.soonBy(command("init", "--site", "Zuid", "--code", "ZW", "--me", staff[0])); err != nil {
		return said, fmt.Errorf("%w: %s", err, said)
	}
	first, err := start(command(), columns, rows)
	if err != nil {
		return "", err
	}
	defer first.kill()
	if screen, err := first.shows(10*time.Second, "Zuid"); err != nil {
		return "", fmt.Errorf("%w\n%s", err, trimmed(screen))
	}
	began := time.Now()
	said, err = m.h.soonBy(command("request", "add", token("elders", 1)))
	if took := time.Since(began); took > 2*time.Second {
		return said, fmt.Errorf("a command waits %v", took)
	}
	if err != nil {
		return said, err
	}
	if screen, err := first.shows(patience, token("elders", 1)); err != nil {
		return said, fmt.Errorf("%w\n%s", err, trimmed(screen))
	}
	second, err := start(command(), columns, rows)
	if err != nil {
		return said, err
	}
	defer second.kill()
	_, err = second.shows(10*time.Second, "Zuid", token("elders", 1))
	return said, err
}

func (m *mess) longPath() error {
	dir := filepath.Join(m.h.dir, "data")
	for len(dir) < 290 {
		dir = filepath.Join(dir, strings.Repeat("d", 40))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_, err := m.elsewhere(filepath.Join(dir, "leerbalie.db"))
	return err
}

// noSockets is a computer where no socket can stand anywhere: a second is told who has the store.
func (m *mess) noSockets() error {
	db := filepath.Join(m.h.dir, "data", "nosockets.db")
	deep := filepath.Join(m.h.dir, "tmp", strings.Repeat("d", 120)) // too long for a socket
	if err := os.MkdirAll(deep, 0o700); err != nil {
		return err
	}
	said, err := m.elsewhere(db, "XDG_RUNTIME_DIR="+deep, "TMPDIR="+deep)
	if err == nil {
		return errors.New("a socket stood where none can stand")
	}
	if !strings.Contains(said, "leerbalie") || strings.Contains(err.Error(), "waits") {
		return fmt.Errorf("%w: %s", err, said)
	}
	m.h.say("without sockets a second is told: %s", strings.TrimSpace(said))
	return nil
}
