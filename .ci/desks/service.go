package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"
)

// service is leerbalie serve, on a port of this machine only.
type service struct {
	h    *house
	addr string
	log  *os.File
	cmd  *exec.Cmd
	done chan struct{}
}

// serves starts the service and waits until it answers.
func (h *house) serves() (*service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &service{h: h, addr: l.Addr().String()}
	_ = l.Close()
	if s.log, err = os.OpenFile(filepath.Join(h.dir, "serve.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		return nil, err
	}
	return s, s.start()
}

func (s *service) start() error {
	s.cmd = s.h.command("serve", "--listen", s.addr)
	s.cmd.Stdout, s.cmd.Stderr = s.log, s.log
	if err := s.cmd.Start(); err != nil {
		return err
	}
	done := make(chan struct{})
	s.done = done
	go func() { _ = s.cmd.Wait(); close(done) }()
	for until := time.Now().Add(15 * time.Second); time.Now().Before(until); {
		if c, err := net.DialTimeout("tcp", s.addr, time.Second); err == nil {
			return c.Close()
		}
		select {
		case <-done:
			said, _ := os.ReadFile(s.log.Name())
			return fmt.Errorf("the service ended: %s", said)
		case <-time.After(20 * time.Millisecond):
		}
	}
	return errors.New("the service does not listen")
}

// stop ends the service in order.
func (s *service) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.done:
	case <-time.After(10 * time.Second):
		s.h.fault("the service does not end when it is asked to")
		_ = s.cmd.Process.Kill()
		<-s.done
	}
}

// key makes a key for somebody and binds it to them.
func (h *house) key(name string) (file string, err error) {
	if file, err = h.unbound(name); err == nil {
		_, err = h.try("person", "key", "add", name, file+".pub")
	}
	return file, err
}

// unbound makes a key that is nobody's yet.
func (h *house) unbound(name string) (file string, err error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return "", err
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		return "", err
	}
	of, err := ssh.NewPublicKey(public)
	if err != nil {
		return "", err
	}
	file = filepath.Join(h.dir, "key-"+name)
	return file, errors.Join(os.WriteFile(file, pem.EncodeToMemory(block), 0o600), os.WriteFile(file+".pub", ssh.MarshalAuthorizedKey(of), 0o600))
}

// dial opens a desk with the OpenSSH client, where this machine has it.
func (s *service) dial(key string) (*screen, error) {
	client, err := exec.LookPath("ssh")
	if err != nil {
		return s.connect(key, columns, rows)
	}
	host, port, _ := net.SplitHostPort(s.addr)
	cmd := exec.Command(client, "-F", "none", "-tt", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile="+filepath.Join(s.h.dir, "known_hosts"),
		"-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR", "-o", "SendEnv=LANG NO_COLOR",
		"-i", key, "-p", port, "desk@"+host)
	cmd.Env = s.h.env()
	return start(cmd, columns, rows)
}

// connect opens a desk by a client inside of this process, of which there can be many.
func (s *service) connect(key string, columns, rows int) (*screen, error) {
	_, x, err := s.session(key, columns, rows)
	return x, err
}

// client is a connection of somebody's key.
func (s *service) client(keys ...string) (*ssh.Client, error) {
	var signers []ssh.Signer
	for _, k := range keys {
		body, err := os.ReadFile(k)
		if err != nil {
			return nil, err
		}
		signer, err := ssh.ParsePrivateKey(body)
		if err != nil {
			return nil, err
		}
		signers = append(signers, signer)
	}
	return ssh.Dial("tcp", s.addr, &ssh.ClientConfig{User: "desk", Auth: []ssh.AuthMethod{ssh.PublicKeys(signers...)},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
}

func (s *service) session(key string, columns, rows int) (*ssh.Session, *screen, error) {
	client, err := s.client(key)
	if err != nil {
		return nil, nil, err
	}
	session, err := client.NewSession()
	if err != nil {
		return nil, nil, errors.Join(err, client.Close())
	}
	in, err := session.StdinPipe()
	if err != nil {
		return nil, nil, errors.Join(err, client.Close())
	}
	out, err := session.StdoutPipe()
	if err != nil {
		return nil, nil, errors.Join(err, client.Close())
	}
	_ = session.Setenv("LANG", map[string]string{"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}[s.h.lang])
	if err := session.RequestPty("xterm-256color", rows, columns, nil); err != nil {
		return nil, nil, errors.Join(err, client.Close())
	}
	if err := session.Shell(); err != nil {
		return nil, nil, errors.Join(err, client.Close())
	}
	x := show(columns, rows, in, out, func() { _ = client.Close() })
	x.size = func(w, h int) error { return session.WindowChange(h, w) }
	return session, x, nil
}
