package cli_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/untouched"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/screen/pin"
)

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// givePIN gives somebody a PIN, at a price that keeps the tests fast.
func givePIN(t *testing.T, b *clitest.Program, name, digits string) {
	t.Helper()
	kept, err := pin.Hash(digits, pin.Cost{Memory: 64, Passes: 1, Threads: 1}, zeros{})
	if err == nil {
		err = b.Session(name).KeepPIN(t.Context(), kept)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestTriesOfCommandsAndTheAppAreOneCount: wrong tries by commands make the app wait, and the other way round.
func TestTriesOfCommandsAndTheAppAreOneCount(t *testing.T) {
	b := clitest.New(t)
	givePIN(t, b, "Samira", "4821")
	asked := 0
	told := ""
	types := func(pin string) func(context.Context, string) (string, error) {
		return func(_ context.Context, sentence string) (string, error) {
			if asked++; asked > 9 {
				return "", context.Canceled // somebody tries without end
			}
			told += sentence
			return pin, nil
		}
	}
	b.Secrets.Ask = types("0000")
	if _, said := b.Do(command.CouldNot, "request", "list"); asked != 3 || strings.Count(told, "not the PIN of Samira") != 2 || !strings.Contains(said, "Wait 2 ") {
		t.Errorf("asked %d times: %q", asked, said)
	}
	samira := b.Session("")
	if so, err := samira.PINWait(t.Context(), samira.Me().ID, clitest.Now()); err != nil || so.Wrong != 3 || so.Wait == 0 {
		t.Errorf("the app knows nothing of it: %+v %v", so, err)
	}
	b.Secrets.Ask = types("4821")
	if _, said := b.Do(command.CouldNot, "request", "list"); asked != 3 || !strings.Contains(said, "Wait 2 ") {
		t.Errorf("asked %d times: %q", asked, said)
	}
}

// TestWhoeverActsIsAsked, named or remembered, and the PIN is that person's.
func TestWhoeverActsIsAsked(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Noor", "--role", "desk")
	b.Must("request", "add", "Huurschuld")
	givePIN(t, b, "Samira", "4821")
	if out, said := b.Do(command.CouldNot, "request", "list"); out != "" || !strings.Contains(said, "Samira has a PIN") {
		t.Errorf("%q %q", out, said)
	}
	b.Do(command.Done, "request", "list", "--as", "Noor")
	asks := ""
	b.Secrets.Ask = func(_ context.Context, sentence string) (string, error) { asks += sentence; return "4821", nil }
	b.Do(command.Done, "request", "list")
	b.Do(command.Done, "request", "list", "--as", "Samira")
	b.Do(command.Done, "request", "list", "--as", "Noor")
	if asks != "PIN of Samira: PIN of Samira: " {
		t.Errorf("%q", asks)
	}
	b.Secrets = command.Secrets{PIN: func() (string, error) { return "4821", nil }}
	b.Do(command.Done, "request", "list")
	tries := 0
	b.Secrets.PIN = func() (string, error) {
		if tries++; tries > 9 {
			return "", context.Canceled // it is tried without end
		}
		return "1111", nil
	}
	for range 3 {
		b.Do(command.CouldNot, "request", "list")
	}
	if _, said := b.Do(command.CouldNot, "request", "list"); !strings.Contains(said, "Wait") {
		t.Errorf("%q", said)
	}
	b.Secrets.PIN = func() (string, error) { return "", fault.New(fault.Refused, "secret-open", "path", "x") }
	givePIN(t, b, "Noor", "2222")
	if _, said := b.Do(command.CouldNot, "request", "list", "--as", "Noor"); !strings.Contains(said, "chmod 600") {
		t.Errorf("%q", said)
	}
}

// TestACopyIsLeftAsItIs: what a try notes in a copy is kept only as long as it is open.
func TestACopyIsLeftAsItIs(t *testing.T) {
	b := clitest.New(t)
	givePIN(t, b, "Samira", "4821")
	me := b.Session("").Me().ID
	session, err := model.Enter(t.Context(), untouched.Of(b.Store), me)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if r, err := pin.Try(t.Context(), session, me, "0000", clitest.Now()); err != nil || r.Open {
			t.Errorf("%+v %v", r, err)
		}
	}
	if r, _ := pin.Try(t.Context(), session, me, "4821", clitest.Now()); r.Open || r.Wait == 0 {
		t.Errorf("tries are not counted: %+v", r)
	}
	if so, err := b.Session("").PINWait(t.Context(), me, clitest.Now()); err != nil || so.Wrong != 0 {
		t.Errorf("the copy was written to: %+v %v", so, err)
	}
}
