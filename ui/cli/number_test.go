package cli_test

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// TestNoCommandKeepsOrRepeatsACitizenServiceNumber: in every argument and every flag of every command, one by one: nothing of it is
// in the journal afterwards, in a draft or in what is told.
func TestNoCommandKeepsOrRepeatsACitizenServiceNumber(t *testing.T) {
	t.Chdir(t.TempDir())
	const number = "111222333"
	b := clitest.New(t)
	session := b.Session("")
	if err := modeltest.Everything(t.Context(), session, clitest.Now()); err != nil {
		t.Fatal(err)
	}
	tried := 0
	try := func(args ...string) {
		tried++
		_, out, errs := b.Run(append(args, "--keep-digits")...)
		if strings.Contains(out+errs, number) && args[0] != "restore" { // which names the copy that it put back
			t.Errorf("%q: %s%s", args, out, errs)
		}
	}
	planted := "bsn " + number
	var walk func(cmd *cobra.Command, path []string)
	walk = func(cmd *cobra.Command, path []string) {
		for _, sub := range cmd.Commands() {
			walk(sub, append(path[:len(path):len(path)], sub.Name()))
		}
		if len(path) == 0 || path[0] == "completion" || path[0] == "help" || path[0] == "man" {
			return
		}
		call := func(more ...string) []string { return append(path[:len(path):len(path)], more...) }
		known := []string{"ZW-0001", "Noor Haddad"}
		try(call(planted)...)
		for _, first := range known {
			try(call(first, planted)...)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "bool" || f.Name == "db" || f.Name == "output" { // files, which tests make none of
				return
			}
			try(call("--"+f.Name, planted)...)
			for _, first := range known {
				try(call(first, "--"+f.Name, planted)...)
			}
		})
	}
	walk(cli.Root(&command.Run{Powers: b.Powers, Words: text.All().For("en"), Caller: command.Caller{Languages: text.All(), Now: clitest.Now}}), nil)
	for _, c := range b.Store.Journal() {
		for _, w := range c.Writes {
			for _, v := range append(w.Value.List(), w.Value) {
				if strings.Contains(v.Text(), number) || v.Kind() == journal.BytesValue && strings.Contains(v.Raw(), number) {
					t.Errorf("kept: %v %q", c.Kind, v.Text())
				}
			}
		}
	}
	drafts, err := session.Drafts(t.Context())
	if err != nil || len(drafts) > 0 {
		t.Error(drafts, err)
	}
	if tried < 500 {
		t.Errorf("only %d calls", tried)
	}
	t.Logf("%d calls", tried)
}
