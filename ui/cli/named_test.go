package cli_test

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// TestEachCommandIsMadeForItsName: a call gets the command that it names, as it is among all, and no family beside it.
func TestEachCommandIsMadeForItsName(t *testing.T) {
	run := func(named []string) *cobra.Command {
		return cli.Root(&command.Run{Words: text.All().For("en"), Caller: command.Caller{Now: clitest.Now}, Named: named})
	}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		words := strings.Fields(cmd.CommandPath())[1:]
		root := run(words)
		got, rest, err := root.Find(words)
		if err != nil || len(rest) > 0 || got.CommandPath() != cmd.CommandPath() || got.Short != cmd.Short ||
			got.LocalFlags().FlagUsages() != cmd.LocalFlags().FlagUsages() {
			t.Errorf("%v finds %q, %v, %v", words, got.CommandPath(), rest, err)
		}
		if n := len(root.Commands()); len(words) == 1 && n != 1 {
			t.Errorf("%v makes %d commands", words, n)
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	whole := run(nil)
	if n := len(whole.Commands()); n < 25 {
		t.Errorf("%d commands in all", n)
	}
	for _, sub := range whole.Commands() {
		walk(sub)
	}
	if n := len(run([]string{}).Commands()); n != 0 {
		t.Errorf("%d commands are made for a call that names none", n)
	}
}

// BenchmarkTree is what a call costs before it does anything: one command, and all of them.
func BenchmarkTree(b *testing.B) {
	words := text.All().For("en")
	for _, c := range []struct {
		name  string
		named []string
	}{{"request list", []string{"request", "list"}}, {"all", nil}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				cli.Root(&command.Run{Words: words, Caller: command.Caller{Now: clitest.Now}, Named: c.named})
			}
		})
	}
}

// TestHelpNamesEveryCommand, also of a family, however it is asked for.
func TestHelpNamesEveryCommand(t *testing.T) {
	b := clitest.New(t)
	for _, c := range []struct {
		args string
		want []string
	}{
		{"--help", []string{"request", "resident", "serve", "man"}}, {"-h", []string{"request", "man"}}, {"help", []string{"request", "man"}},
		{"help request", []string{"add", "list", "bulk"}}, {"request --help", []string{"add", "list", "bulk"}}, {"request -h", []string{"add", "bulk"}},
		{"man", []string{"request add", "pair propose"}}, {"__complete request l", []string{"list"}}, {"__complete re", []string{"request", "resident", "restore"}},
	} {
		out, _ := b.Do(command.Done, strings.Fields(c.args)...)
		for _, name := range c.want {
			if !strings.Contains(strings.ReplaceAll(out, `\`, ""), name) {
				t.Errorf("%s does not name %s: %s", c.args, name, out)
			}
		}
	}
}
