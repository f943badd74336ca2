package cli_test

import (
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

func TestUsedWrongly(t *testing.T) {
	b := clitest.New(t)
	for _, args := range [][]string{
		{"nonsense"}, {"request", "lst"}, {"request"}, {"request", "add"}, {"request", "show"}, {"request", "show", "1", "2"}, {"request", "list", "--colour"},
		{"request", "list", "--limit", "many"}, {"request", "list", "--limit", "-1"}, {"request", "list", "--status", "gone"}, {"request", "list", "--limit"},
		{"request", "close", "ZW-0001"}, {"request", "close", "ZW-0001", "--outcome", "wow"}, {"request", "time", "ZW-0001", "long"}, {"person", "add", "X", "--role", "king"},
		{"init"}, {"import", "requests", "f.csv", "--format", "pdf"}, {"import", "requests", "f.csv", "--map", "colour=x"}, {"--lang", "fr"}, {"completion", "cmd"},
	} {
		out, said := b.Do(command.Misused, args...)
		if out != "" || !strings.Contains(said, "--help") {
			t.Errorf("%q: %q %q", args, out, said)
		}
	}
	_, said := b.Do(command.Misused, "request", "lst")
	if !strings.Contains(said, "list") {
		t.Errorf("the command that was meant is not named: %q", said)
	}
}

// TestWhatOpeningShowedIsSaid where it is in no script's way.
func TestWhatOpeningShowedIsSaid(t *testing.T) {
	b := clitest.New(t)
	b.Store.Remark(fault.New(fault.Conflict, "store-was-copy", "tag", "K7"))
	out, said := b.Do(command.Done, "request", "list", "--json", "--lang=en")
	if strings.Contains(out, "K7") || !strings.Contains(said, "new numbers get K7") {
		t.Errorf("%q, %q", out, said)
	}
}

func TestHelpInBothLanguages(t *testing.T) {
	b := clitest.New(t)
	for _, args := range [][]string{{"--help"}, {"request", "--help"}, {"help", "request", "add"}, {"import", "requests", "--help"}, {"--version"}, {"man"}} {
		for _, lang := range []string{"nl", "en"} {
			out, _ := b.Do(command.Done, append(args, "--lang="+lang)...)
			if out == "" {
				t.Errorf("%q says nothing", args)
			}
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out, _ := b.Do(command.Done, "completion", shell); len(out) < 100 {
			t.Errorf("%s: %q", shell, out)
		}
	}
}

func TestKeys(t *testing.T) {
	b := clitest.New(t)
	if out, _ := b.Do(command.Done, "keys"); !strings.Contains(out, "Desk") || !strings.Contains(out, "c") || !strings.Contains(out, "take") {
		t.Errorf("%q", out)
	}
	if rows := clitest.JSON[[]cli.KeyJSON](b, "keys"); len(rows) != 1 || rows[0].ID != "claim" || rows[0].Group != "Desk" {
		t.Errorf("%+v", rows)
	}
}
