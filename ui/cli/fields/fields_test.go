package fields_test

import (
	"context"
	"testing"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/text"
)

// TestFlagsOfATable: each kind of field is read, what was not said stays, and a number that is none is refused with its flag.
func TestFlagsOfATable(t *testing.T) {
	network := func(context.Context, *model.Session, string) (journal.ID, error) { return journal.ID{9}, nil }
	of := fields.Of[partner.Partner]{Table: partner.Table(), Prefix: "partner-", Fields: []string{"partner-places", "partner-supervision", "partner-from", "partner-levels", "partner-network", "partner-note"},
		Flags: map[string]string{"partner-supervision": "supervision-hours"}, Finds: map[string]fields.Find{"partner-network": network}, Hours: []string{"partner-supervision"}}
	read := func(args ...string) (partner.Partner, error) {
		cmd := &cobra.Command{}
		f := fields.Add(&command.Run{Words: text.All().For("nl")}, cmd, of)
		if err := cmd.ParseFlags(args); err != nil {
			t.Fatal(err)
		}
		p := partner.Partner{Name: "De Schuur", Note: "blijft"}
		return p, f.Over(t.Context(), nil, &p)
	}
	p, err := read("--places", "10", "--supervision-hours", "7,5", "--from", "2027-02-01", "--levels", "mbo-2,mbo-3", "--network", "boeren")
	if err != nil || p.Places != 10 || p.Supervision != 450 || p.From.Format("2006-01-02") != "2027-02-01" || len(p.Levels) != 2 || p.Network != (journal.ID{9}) || p.Note != "blijft" {
		t.Errorf("%+v %v", p, err)
	}
	if p, err = read("--note", ""); err != nil || p.Note != "" {
		t.Errorf("%+v %v", p, err)
	}
	for _, args := range [][]string{{"--places", "veel"}, {"--places", "-1"}, {"--supervision-hours", "0,001"}} {
		if _, err := read(args...); err == nil {
			t.Errorf("%v: %v", args, err)
		}
	}
}
