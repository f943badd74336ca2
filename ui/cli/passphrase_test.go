package cli_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// sealedBy has commands meet a store that opens with a passphrase, and gives what it was changed to.
func sealedBy(b *clitest.Program, passphrase string) (now *string) {
	now = new(string)
	b.Powers.ChangePassphrase = func(_ context.Context, _, old string, choose func() (string, error)) error {
		if old != passphrase {
			return fault.New(fault.Refused, "passphrase-wrong")
		}
		chosen, err := choose()
		if err == nil {
			*now = chosen
		}
		return err
	}
	return now
}

func TestChangingThePassphraseByCommand(t *testing.T) {
	b := clitest.New(t)
	now := sealedBy(b, "vijf woorden over een fiets")
	var asked []string
	b.Secrets.Ask = answers(&asked, "iets anders dan dat")
	if _, said := b.Do(command.CouldNot, "passphrase", "change"); !strings.Contains(said, "not the passphrase") || len(asked) != 1 {
		t.Errorf("%q after %q", said, asked)
	}
	asked = nil
	b.Secrets.Ask = answers(&asked, "vijf woorden over een fiets", "kort", "een andere lange zin", "een andere lange zon", "een andere lange zin", "een andere lange zin")
	out, said := b.Do(command.Done, "passphrase", "change")
	if *now != "een andere lange zin" || !strings.Contains(out, "was changed") || strings.Contains(out+said, "lange") {
		t.Errorf("%q %q %q", *now, out, said)
	}
	if len(asked) != 6 || !strings.Contains(asked[2], "too short") || !strings.Contains(asked[4], "not typed the same") {
		t.Errorf("%q", asked)
	}
	asked = nil
	b.Secrets.Ask = answers(&asked, "vijf woorden over een fiets", "")
	_, said = b.Do(command.Done, "passphrase", "change")
	if len(strings.Fields(*now)) != 5 || !strings.Contains(said, *now) {
		t.Errorf("the five words that are offered: %q, of %q", *now, said)
	}
	b.Secrets.Ask = nil
	if _, said = b.Do(command.CouldNot, "passphrase", "change"); !strings.Contains(said, "not the passphrase") {
		t.Errorf("where nobody can be asked: %q", said)
	}
	b.Secrets.Passphrase = func() (string, error) { return "vijf woorden over een fiets", nil }
	if _, said = b.Do(command.CouldNot, "passphrase", "change"); !strings.Contains(said, "LEERBALIE_NEW_PASSPHRASE_FILE") {
		t.Errorf("without a new one: %q", said)
	}
	b.Secrets.NewPassphrase = func() (string, error) { return "uit een bestand gelezen", nil }
	if out, _ = b.Do(command.Done, "passphrase", "change", "--json"); *now != "uit een bestand gelezen" || !strings.Contains(out, `"changed": true`) {
		t.Errorf("%q %q", *now, out)
	}
}

// TestHowAPassphraseIsAskedFor: of a file once, on a terminal again and with what was wrong, and of nobody where nobody is there.
func TestHowAPassphraseIsAskedFor(t *testing.T) {
	b := clitest.New(t)
	var unseal command.Unseal
	b.Powers.Unseal = func(ask command.Unseal) { unseal = ask }
	var asked []string
	gives := func(want ...string) {
		t.Helper()
		b.Do(command.Done, "keys")
		for tries, want := range want {
			if got, err := unseal(tries); got != want || err != nil {
				t.Errorf("try %d gives %q and %v, want %q", tries, got, err, want)
			}
		}
	}
	gives("", "")
	b.Secrets.Ask = answers(&asked, "een", "twee", "drie")
	gives("een", "twee")
	if strings.Contains(asked[0], "not the passphrase") || !strings.Contains(asked[1], "not the passphrase") {
		t.Errorf("%q", asked)
	}
	b.Secrets.Passphrase = func() (string, error) { return "uit een bestand", nil }
	gives("uit een bestand", "")
}
