package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"
)

// mess is a service with a desk beside it, to which things are done that should not be.
type mess struct {
	h     *house
	o     options
	serve *service
	desk  *desk  // of the first of the staff, on this machine
	key   string // of the second
}

// wrong does what people and networks get wrong, one after the other. After each the desk beside it goes on.
func wrong(h *house, o options) error {
	m := &mess{h: h, o: o}
	m.desk = &desk{h: h, book: newLedger(h), name: staff[0], dial: func() (*screen, error) { return start(h.command("--as", staff[0]), columns, rows) }}
	var err error
	if _, err = h.try("request", "add", token("eerst", 1)); err != nil {
		return err
	}
	if o.remote > 0 {
		if m.key, err = h.key(staff[1]); err != nil {
			return err
		}
		if m.serve, err = h.serves(); err != nil {
			return err
		}
		defer m.serve.stop()
	}
	if err := m.desk.sit(); err != nil {
		return err
	}
	defer m.desk.put()
	for _, c := range []struct {
		what string
		far  bool // it needs the service
		do   func() error
	}{
		{"an unknown key", true, m.unknownKey}, {"an agent with ten keys", true, m.tenKeys}, {"a window of 0×0", true, m.noWindow},
		{"a storm of sizes", true, m.storm}, {"a client that stops reading", true, m.deaf},
		{"a client that vanishes in the middle of a form", true, m.vanishes}, {"200 connections", true, m.crowded},
		{"a port in use", true, m.portInUse}, {"what is not to be served", true, m.served}, {"forwarding and files", true, m.forwarding},
		{"another account", false, m.otherAccount}, {"another version", false, m.otherVersion}, {"a stale socket", false, m.stale},
		{"a path of 300 characters", false, m.longPath}, {"a place without sockets", false, m.noSockets},
	} {
		if c.far && m.serve == nil {
			continue
		}
		began := time.Now()
		err := c.do()
		if err == nil {
			err = m.goesOn()
		}
		if err != nil {
			h.fault("%s: %v", c.what, err)
			continue
		}
		h.say("%s (%v)", c.what, time.Since(began).Round(time.Millisecond))
	}
	if said, err := h.try("check"); err != nil {
		return fmt.Errorf("check: %v %s", err, said)
	}
	return nil
}

// goesOn tells whether the desk on this machine answers, and a new one over SSH opens.
func (m *mess) goesOn() error {
	if _, err := m.desk.x.redrawn(time.Now(), 2*time.Second); err != nil {
		screen, _ := m.desk.x.text()
		return fmt.Errorf("the desk beside it does not go on: %w\n%s", err, trimmed(screen))
	}
	if m.serve == nil {
		return nil
	}
	x, err := m.serve.connect(m.key, columns, rows)
	if err != nil {
		return fmt.Errorf("no new desk: %w", err)
	}
	defer x.end()
	if screen, err := x.shows(5*time.Second, "Zuid"); err != nil {
		return fmt.Errorf("no new desk: %w\n%s", err, trimmed(screen))
	}
	return nil
}

func (m *mess) unknownKey() error {
	key, err := m.h.unbound("nobody")
	if err != nil {
		return err
	}
	x, err := m.serve.dial(key)
	if err != nil {
		return nil // not let in at all
	}
	defer x.kill()
	select {
	case <-x.done:
	case <-time.After(10 * time.Second):
		return errors.New("it is not turned away")
	}
	said := plain(x.raw.Bytes())
	if strings.Contains(said, "ZW-") || strings.Contains(said, "Zuid") || len(strings.TrimSpace(said)) < 20 {
		return fmt.Errorf("it is told %q", said)
	}
	return nil
}

func (m *mess) tenKeys() error {
	var keys []string
	for i := range 9 {
		key, err := m.h.unbound(fmt.Sprint("nobody", i))
		if err != nil {
			return err
		}
		keys = append(keys, key)
	}
	client, err := m.serve.client(append(keys, m.key)...)
	if err != nil {
		return err
	}
	return client.Close()
}

// opens is a desk over SSH in a window of a size.
func (m *mess) opens(w, h int) (*ssh.Session, *screen, error) {
	return m.serve.session(m.key, w, h)
}

func (m *mess) noWindow() error {
	_, x, err := m.opens(0, 0)
	if err != nil {
		return err
	}
	defer x.end()
	x.mu.Lock()
	x.vt.Resize(80, 24)
	x.mu.Unlock()
	_, err = x.shows(5*time.Second, "Zuid")
	return err
}

func (m *mess) storm() error {
	_, x, err := m.opens(columns, rows)
	if err != nil {
		return err
	}
	defer x.end()
	if _, err := x.shows(5*time.Second, "Zuid"); err != nil {
		return err
	}
	random := rand.New(rand.NewSource(m.o.seed))
	for range 2000 {
		if err := x.size(random.Intn(300), random.Intn(100)); err != nil {
			return err
		}
	}
	if err := x.size(columns, rows); err != nil {
		return err
	}
	_, err = x.redrawn(time.Now(), 3*time.Second)
	return err
}

// deaf is a client that asks for much and reads nothing.
func (m *mess) deaf() error {
	client, err := m.serve.client(m.key)
	if err != nil {
		return err
	}
	defer client.Close()
	ch, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		return err
	}
	go ssh.DiscardRequests(requests)
	size := struct {
		Term       string
		W, H, X, Y uint32
		Modes      string
	}{"xterm-256color", 250, 90, 0, 0, ""}
	for _, ask := range []struct {
		kind    string
		payload []byte
	}{{"pty-req", ssh.Marshal(&size)}, {"shell", nil}} {
		if ok, err := ch.SendRequest(ask.kind, true, ask.payload); err != nil || !ok {
			return fmt.Errorf("%s: %v %v", ask.kind, ok, err)
		}
	}
	for range 2000 { // until no more is taken, others must have their answers
		if _, err := ch.Write([]byte(ctrlL)); err != nil {
			break
		}
	}
	for range 5 {
		if err := m.goesOn(); err != nil {
			return err
		}
	}
	for i := range 3 {
		if _, err := m.h.try("request", "add", token("naast", i+1)); err != nil {
			return err
		}
	}
	return nil
}

func (m *mess) vanishes() error {
	_, x, err := m.opens(columns, rows)
	if err != nil {
		return err
	}
	if _, err := x.shows(5*time.Second, "Zuid", "ZW-"); err != nil {
		return err
	}
	word := token("half", 7)
	if err := x.press("m"); err != nil {
		return err
	}
	if _, err := x.shows(patience, m.h.words.Say("memo.title")); err != nil {
		return err
	}
	if err := x.press(word); err != nil {
		return err
	}
	if _, err := x.shows(patience, word); err != nil {
		return err
	}
	x.end() // without a word
	<-x.done
	_, y, err := m.opens(columns, rows)
	if err != nil {
		return err
	}
	defer y.end()
	if _, err := y.shows(5*time.Second, "Zuid", "ZW-"); err != nil {
		return err
	}
	if err := y.press("D"); err != nil { // what is not finished
		return err
	}
	screen, err := y.shows(patience, word)
	if err != nil {
		return fmt.Errorf("%w\n%s", err, trimmed(screen))
	}
	return nil
}

func (m *mess) crowded() error {
	var all []interface{ Close() error }
	defer func() {
		for _, c := range all {
			_ = c.Close()
		}
	}()
	refused := 0
	for i := range 200 {
		client, err := m.serve.client(m.key)
		if err != nil {
			refused++
			continue
		}
		all = append(all, client)
		if i%20 == 0 {
			if _, err := m.desk.x.redrawn(time.Now(), 2*time.Second); err != nil {
				return fmt.Errorf("with %d connections the desk beside it does not go on: %w", i, err)
			}
		}
	}
	m.h.say("200 connections: %d were turned away", refused)
	for _, c := range all {
		_ = c.Close()
	}
	all = nil
	for until := time.Now().Add(5 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		client, err := m.serve.client(m.key)
		if err == nil {
			return client.Close()
		}
		if time.Now().After(until) {
			return fmt.Errorf("nobody gets in after they left: %w", err)
		}
	}
}

func (m *mess) portInUse() error {
	before := m.h.holder()
	said, err := m.h.soon("serve", "--listen", m.serve.addr)
	if err == nil {
		return fmt.Errorf("a second service says %q", said)
	}
	if after := m.h.holder(); after != before || after == 0 {
		return fmt.Errorf("the store was with process %d and is with %d", before, after)
	}
	return nil
}

// soon is try for a command that must come to its end within some seconds, without a panic.
func (h *house) soon(args ...string) (string, error) { return h.soonBy(h.command(args...)) }

func (h *house) soonBy(cmd *exec.Cmd) (string, error) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	timer := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Signal(syscall.SIGABRT) })
	err := cmd.Wait()
	if !timer.Stop() {
		h.fault("leerbalie %v does not end", cmd.Args[1:])
	}
	if strings.Contains(out.String(), "panic:") || strings.Contains(out.String(), "goroutine ") {
		h.fault("leerbalie %v: %.2000s", cmd.Args[1:], out.String())
	}
	return out.String(), err
}
