package cli_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// answers gives what somebody types, one line after the other, and keeps what was asked.
func answers(asked *[]string, lines ...string) func(context.Context, string) (string, error) {
	return func(_ context.Context, sentence string) (string, error) {
		*asked = append(*asked, sentence)
		if len(*asked) > len(lines) {
			return "", fault.New(fault.Refused, "secret-none")
		}
		return lines[len(*asked)-1], nil
	}
}

// fits and misfits are recovery phrases that are typed well.
const (
	fits    = "KASOP-kasor kasit KASUS lapek pikem resil sopek"
	misfits = "kasop kasor kasit kasus lapek pikem resil loper"
)

// TestPuttingACopyBackAsksForThePhrase: again where a word cannot be right, pointing at it, and where it is another's; Enter goes
// on without, and says what that means.
func TestPuttingACopyBackAsksForThePhrase(t *testing.T) {
	b := clitest.New(t)
	_, said := b.Do(command.Done, "restore", "copy.db")
	if strings.Contains(said, "phrase") {
		t.Errorf("without a root key: %q", said)
	}
	b.Phrase = clitest.Phrase
	var asked []string
	b.Secrets.Ask = answers(&asked, strings.Replace(fits, "kasit", "kasif", 1), "kasop kasor", misfits, fits)
	if _, said = b.Do(command.Done, "restore", "copy.db"); !strings.Contains(said, "is now the centre") || len(asked) != 4 {
		t.Fatalf("%q, after %q", said, asked)
	}
	for i, want := range []string{"Recovery phrase", "Word 3 (kasif)", "here are 2", "not the recovery phrase of this organisation"} {
		if !strings.Contains(asked[i], want) {
			t.Errorf("%d: asked %q, without %q", i, asked[i], want)
		}
	}
	asked = nil
	b.Secrets.Ask = answers(&asked, " ")
	if _, said = b.Do(command.Done, "restore", "copy.db"); !strings.Contains(said, "cannot show that it takes the place") || !strings.Contains(said, "leerbalie phrase use") {
		t.Errorf("without the phrase: %q", said)
	}
	b.Secrets.Ask = nil
	if _, said = b.Do(command.Done, "restore", "copy.db"); !strings.Contains(said, "cannot show that it takes the place") {
		t.Errorf("where nobody can be asked: %q", said)
	}
	b.Secrets.Phrase = func() (string, error) { return misfits, nil }
	if _, said = b.Do(command.CouldNot, "restore", "copy.db"); !strings.Contains(said, "not the recovery phrase") {
		t.Errorf("another phrase in a file: %q", said)
	}
	b.Secrets.Phrase = func() (string, error) { return fits, nil }
	if _, said = b.Do(command.Done, "restore", "copy.db"); !strings.Contains(said, "is now the centre") {
		t.Errorf("the phrase in a file: %q", said)
	}
}

// TestThePhraseIsShownOnce: where it is made or changed, with what it is for; a script gets it alone.
func TestThePhraseIsShownOnce(t *testing.T) {
	b := clitest.New(t)
	out, _ := b.Do(command.Done, "phrase", "new")
	if !strings.Contains(out, "    kasop kasor kasit kasus\n    lapek pikem resil sopek\n") || !strings.Contains(out, "Write it down") {
		t.Errorf("%q", out)
	}
	_, said := b.Do(command.CouldNot, "phrase", "new")
	if !strings.Contains(said, "phrase change") || !strings.Contains(said, "--lost") {
		t.Errorf("where there is one already: %q", said)
	}
	if out, _ = b.Do(command.Done, "phrase", "new", "--lost", "--json"); !strings.Contains(out, `"phrase": "`+string(clitest.Phrase)+`"`) {
		t.Errorf("for a script: %q", out)
	}
	b.Secrets.Phrase = func() (string, error) { return fits, nil }
	if out, _ = b.Do(command.Done, "phrase", "change"); !strings.Contains(out, "kasop") {
		t.Errorf("changed: %q", out)
	}
	if out, _ = b.Do(command.Done, "phrase", "use"); !strings.Contains(out, "is now the centre") {
		t.Errorf("used: %q", out)
	}
	b.Do(command.Done, "person", "add", "Kim", "--role", "coordinator")
	for _, args := range [][]string{{"phrase", "new", "--lost"}, {"phrase", "change"}, {"phrase", "use"}} {
		if out, said := b.Do(command.CouldNot, append(args, "--as", "Kim")...); out != "" || !strings.Contains(said, "administrator") {
			t.Errorf("%v as a coordinator: %q, %q", args, out, said)
		}
	}
}
