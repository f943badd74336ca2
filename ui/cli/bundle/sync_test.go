package bundle_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

const address = "ssh://balie.example:2222"

var shown = transfer.Host{Key: "ssh-ed25519 AAAA", Fingerprint: "SHA256:abcdef"}

// TestAComputerIsLookedAtFirst: nobody is kept whose key nobody looked at: a person is asked, a script says which it has to be.
func TestAComputerIsLookedAtFirst(t *testing.T) {
	for _, c := range []struct {
		answer string // "-": nobody can be asked
		args   []string
		status int
		says   string
	}{
		{"-", nil, command.CouldNot, "--fingerprint SHA256:abcdef"},
		{"-", []string{"--fingerprint", "SHA256:abcdef"}, command.Done, "sync now"},
		{"-", []string{"--fingerprint", "SHA256:other"}, command.CouldNot, "another key"},
		{"y", nil, command.Done, "sync now"},
		{"", nil, command.CouldNot, "Nothing was kept"},
		{"n", nil, command.CouldNot, "Nothing was kept"},
		{"y", []string{"--json"}, command.CouldNot, "--fingerprint"},
	} {
		b, line := clitest.New(t), &clitest.Line{Host: shown}
		b.Powers.Sync = line
		if c.answer != "-" {
			b.Answer = func(context.Context, string) (string, error) { return c.answer, nil }
		}
		out, said := b.Do(c.status, append([]string{"sync", "add", address, "--name", "Zuidwest", "--key", "id"}, c.args...)...)
		if !strings.Contains(out+said, c.says) {
			t.Errorf("%+v: %s%s", c, out, said)
		}
		kept := transfer.Peer{Name: "Zuidwest", Address: address, HostKey: shown.Key, Key: "id"}
		if c.status == command.Done && (len(line.Kept) != 1 || line.Kept[0] != kept) || c.status != command.Done && len(line.Kept) > 0 {
			t.Errorf("%+v: %+v", c, line.Kept)
		}
		if c.answer == "y" && c.args == nil && !strings.Contains(said, shown.Fingerprint) {
			t.Errorf("the fingerprint is not shown: %s", said)
		}
	}
	b := clitest.New(t)
	b.Powers.Sync = &clitest.Line{Host: shown}
	v := clitest.JSON[struct{ Name, Address, Fingerprint, Key string }](b, "sync", "add", address, "--fingerprint", shown.Fingerprint)
	if v.Name != "balie" || v.Address != address || v.Fingerprint != shown.Fingerprint || v.Key != "" {
		t.Errorf("%+v", v)
	}
	b.Do(command.Misused, "sync", "add")
}

// TestWhatAnExchangeTells: as of a bundle, of one computer or of all; what failed is said, and the others go on.
func TestWhatAnExchangeTells(t *testing.T) {
	tine := transfer.Party{Name: "Zuidwest", Centre: true, Replica: clitest.Machine(1)}
	back := transfer.Returned{From: transfer.Contents{ID: journal.ID{1}, From: tine}, Came: transfer.Counts{Changes: 3, Judgements: 2}, Conflicts: 1, Acknowledged: 4,
		Waiting: []transfer.Waiting{{Party: tine, Changes: 2, Reason: "clock"}}}
	line := &clitest.Line{Brought: back, Kept: []transfer.Peer{{Name: "Zuidwest", Address: address}, {Name: "Oost", Address: "ssh://oost.example"}},
		Fails: map[string]error{"Oost": fault.New(fault.NotFound, "sync-silent", "host", "oost.example")}}
	b := clitest.New(t)
	b.Powers.Sync = line
	out, _ := b.Do(command.Done, "sync", "now", "zuidwest")
	for _, part := range []string{"Exchanged with Zuidwest.", "3 changes came in: 0 students, 0 pieces of evidence, 2 judgements", "1 thing clashes", "4 things", "2 changes of Zuidwest wait"} {
		if !strings.Contains(out, part) {
			t.Errorf("nothing of %q in %s", part, out)
		}
	}
	out, said := b.Do(command.CouldNot, "sync", "now")
	if !strings.Contains(out, "Exchanged with Zuidwest.") || !strings.Contains(said, "Oost: oost.example does not answer") || !strings.Contains(said, "1 of 2") {
		t.Error(out, said)
	}
	if _, said = b.Do(command.CouldNot, "sync", "now", "Oost"); !strings.HasPrefix(said, "oost.example does not answer") && !strings.Contains(said, "does not answer") {
		t.Error(said)
	}
	if _, said = b.Do(command.CouldNot, "sync", "now", "West"); !strings.Contains(said, "called West") {
		t.Error(said)
	}
	line.Kept = line.Kept[:1]
	v := clitest.JSON[[]struct {
		Peer, Address                    string
		Failed                           *struct{ Reason, Text string }
		Changes, Conflicts, Acknowledged int
		Refused                          []struct{ Reason string }
	}](b, "sync", "now")
	if len(v) != 1 || v[0].Peer != "Zuidwest" || v[0].Failed != nil || v[0].Changes != 3 || v[0].Conflicts != 1 || v[0].Acknowledged != 4 || len(v[0].Refused) != 1 {
		t.Errorf("%+v", v)
	}
	line.Brought = transfer.Returned{Unanswered: fault.New(fault.NotFound, transfer.NotAdmitted)}
	if out, _ = b.Do(command.Done, "sync", "now"); !strings.Contains(out, "a coordinator there lets this computer in first") || strings.Contains(out, "Exchanged") {
		t.Error(out)
	}
	line.Kept[0].Key = "/home/tine/.ssh/id"
	if _, said = b.Do(command.CouldNot, "sync", "now"); !strings.Contains(said, "has a passphrase") {
		t.Error(said)
	}
	b.Secrets.Ask = func(_ context.Context, sentence string) (string, error) {
		if !strings.Contains(sentence, "/home/tine/.ssh/id") {
			t.Error(sentence)
		}
		return "een lange zin", nil
	}
	if b.Do(command.Done, "sync", "now"); line.Typed != "een lange zin" {
		t.Errorf("%q", line.Typed)
	}
	b.Do(command.Done, "sync", "remove", "zuidwest")
	if _, said = b.Do(command.CouldNot, "sync", "now"); len(line.Kept) != 0 || !strings.Contains(said, "sync add") {
		t.Error(said)
	}
}

// TestWhatAStatusTells: of each other copy what it holds, wrote and lacks, when there was an exchange, and what is stuck and why.
func TestWhatAStatusTells(t *testing.T) {
	at := time.Date(2026, 3, 6, 16, 5, 0, 0, time.UTC)
	laptop := transfer.Party{Name: "Tine de Boer", Label: "laptop 1", Replica: clitest.Machine(1)}
	revoked := transfer.Party{Name: "Theo", Label: "laptop 2", Replica: clitest.Machine(2)}
	b := clitest.New(t)
	b.Powers.Bundles = clitest.Carrier{Have: []transfer.Machine{
		{Party: laptop, Invitation: journal.ID{1}, Exchanged: at, Scopes: []journal.Scope{{Class: journal.People}}, Wrote: 14, Lacks: 3,
			Waiting: []transfer.Waiting{{Party: laptop, Changes: 2, Reason: "clock"}}},
		{Party: revoked, Invitation: journal.ID{2}, Revoked: true},
		{Party: transfer.Party{Name: "Wilma", Label: "laptop 3"}, Invitation: journal.ID{3}, Invited: true},
	}}
	line := &clitest.Line{Kept: []transfer.Peer{{Name: "thuis", Address: address, Replica: clitest.Machine(1), Tried: at},
		{Name: "Oost", Address: "ssh://oost.example", Tried: at, Failed: "sync-silent"}}}
	b.Powers.Sync = line
	out, _ := b.Do(command.Done, "sync", "status")
	for _, part := range []string{"Tine de Boer", "laptop 1", "06-03-2026 17:05", "14", "people", "never", "invited", "2 changes of Tine de Boer (laptop 1) wait: The clock", "Theo (laptop 2) is stuck: Revoked",
		"Tine de Boer (laptop 1): " + address, "Oost is stuck: oost.example does not answer"} {
		if !strings.Contains(out, part) {
			t.Errorf("nothing of %q in %s", part, out)
		}
	}
	type row struct {
		Replica, ExchangedAt *string
		Name, State          string
		Peer, Address        string
		Holds                []struct{ Class string }
		Wrote, Lacks         int
		Stuck                []struct {
			Reason, Text string
			Changes      int
		}
	}
	rows := clitest.JSON[[]row](b, "sync", "status")
	if len(rows) != 4 || *rows[0].Replica != clitest.Machine(1).String() || rows[0].Peer != "thuis" || rows[0].Wrote != 14 || len(rows[0].Holds) != 1 || len(rows[0].Stuck) != 1 ||
		rows[0].Stuck[0].Reason != "clock" || rows[0].Stuck[0].Changes != 2 || rows[1].Stuck[0].Reason != "revoked" || rows[2].State != "invited" || len(rows[2].Stuck) != 0 ||
		rows[3].State != "address" || rows[3].Replica != nil || rows[3].Stuck[0].Reason != "sync-silent" || rows[3].Stuck[0].Text == "" {
		t.Errorf("%+v", rows)
	}
	centre := transfer.Party{Name: "Zuidwest", Centre: true, Replica: clitest.Machine(9)}
	b.Powers.Bundles = clitest.Carrier{Have: []transfer.Machine{{Party: centre}, {Party: laptop, Here: true, Invitation: journal.ID{1}}},
		Stands: transfer.Standing{Laptop: true, Alone: 5, WaitingThere: 2}}
	line.Kept = []transfer.Peer{{Name: "balie", Address: address, Failed: "sync-host-changed"}}
	rows = clitest.JSON[[]row](b, "sync", "status")
	if len(rows) != 2 || rows[0].Address != address || len(rows[0].Stuck) != 2 || rows[0].Stuck[0].Reason != "waiting-there" || rows[0].Stuck[1].Reason != "sync-host-changed" || rows[1].State != "here" {
		t.Errorf("%+v", rows)
	}
	out, _ = b.Do(command.Done, "sync", "status")
	for _, part := range []string{"2 things from here wait at the centre", "5 things here are held by nobody else", "another key than before", "this laptop"} {
		if !strings.Contains(out, part) {
			t.Errorf("nothing of %q in %s", part, out)
		}
	}
	b.Powers.Bundles, line.Kept = clitest.Carrier{}, nil
	if out, _ = b.Do(command.Done, "sync", "status"); !strings.Contains(out, "nobody to exchange with") {
		t.Error(out)
	}
}
