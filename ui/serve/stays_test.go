package serve

import (
	"bytes"
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// TestAKeyThatIsTakenAwayEndsWhatIsOpen: who took a laptop with an open session is out soon, with a word and a line in the log; others stay.
// One connection has few sessions.
func TestAKeyThatIsTakenAwayEndsWhatIsOpen(t *testing.T) {
	e := &entry{keys: map[string]model.Person{}, left: map[string]bool{}}
	noor, ali := newKey(t), newKey(t)
	e.bind(noor, 1, "Noor")
	e.bind(ali, 2, "Ali")
	h, err := Hold(House{Now: time.Now}, "")
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	began, log := make(chan struct{}), NewLog(&e.log, time.Now)
	go h.Network(Network{House: h.house, Host: newKey(t), Log: log, Door: &Door{Whose: e.whose, Languages: text.All(), Log: log},
		Powers: func(Visitor) command.Powers {
			return command.Powers{Open: func(ctx context.Context, _, _ string, _ command.Admit) (*model.Session, func() error, error) {
				began <- struct{}{}
				<-ctx.Done()
				return nil, nil, ctx.Err()
			}}
		}}, l)
	t.Cleanup(func() { _ = l.Close(); h.Close(false) })
	under := func(k gossh.Signer) (said *bytes.Buffer, ended chan error) {
		c, err := gossh.Dial("tcp", l.Addr().String(), &gossh.ClientConfig{Auth: []gossh.AuthMethod{gossh.PublicKeys(k)}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		said, ended = new(bytes.Buffer), make(chan error, 1)
		s.Stderr = said
		go func() { ended <- s.Run("request list --lang en") }()
		<-began
		return said, ended
	}
	crowd, err := gossh.Dial("tcp", l.Addr().String(), &gossh.ClientConfig{Auth: []gossh.AuthMethod{gossh.PublicKeys(ali)}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	defer crowd.Close()
	said, ended := under(noor)
	_, stays := under(ali)
	e.unbind(noor)
	var exit *gossh.ExitError
	select {
	case err := <-ended:
		if !errors.As(err, &exit) || exit.ExitStatus() != command.CouldNot || !strings.Contains(said.String(), "key") {
			t.Errorf("%v, %q", err, said)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the session goes on")
	}
	if !strings.Contains(e.log.String(), string(Removed)+" person=") {
		t.Error(e.log.String())
	}
	for range mostSessions { // a session that is open and does nothing yet counts
		ch, requests, err := crowd.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		defer ch.Close()
	}
	if _, _, err := crowd.OpenChannel("session", nil); err == nil {
		t.Errorf("more than %d sessions on one connection", mostSessions)
	}
	select {
	case err := <-stays:
		t.Errorf("somebody else is sent away: %v", err)
	default:
	}
}
