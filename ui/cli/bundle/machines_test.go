package bundle_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// out is an organisation with laptops of every state.
func out(t *testing.T) (b *clitest.Program, did *[]string) {
	t.Helper()
	b = clitest.School(t)
	b.Must("person", "add", "Wilma de Boer", "--role", "teacher")
	b.Must("person", "add", "Bram", "--role", "desk")
	tine, bram := b.Session("Wilma").Me(), b.Session("Bram").Me()
	day := func(d int) time.Time { return time.Date(2026, 3, d, 9, 0, 0, 0, time.UTC) }
	people := journal.Scope{Class: journal.People, Part: journal.Organisation()}
	party := func(n byte, label string) transfer.Party {
		return transfer.Party{Replica: clitest.Machine(n), Person: tine.ID, Name: tine.Name, Label: label}
	}
	late := transfer.Waiting{Scope: people, First: 3, Last: 5, Changes: 3, Reason: "trust-revoked"}
	have := []transfer.Machine{
		{Party: transfer.Party{Replica: clitest.Machine(1), Name: "Zuidwest", Centre: true}, Since: day(1)},
		{Party: party(2, "laptop 1"), Invitation: journal.ID{1: 2}, Since: day(2), Scopes: []journal.Scope{people}, Exchanged: day(8), Wrote: 12, Lacks: 4},
		{Party: party(3, "laptop 2"), Invitation: journal.ID{1: 3}, Since: day(3), Revoked: true, Waiting: []transfer.Waiting{late}},
		{Party: transfer.Party{Person: bram.ID, Name: bram.Name, Label: "laptop 3"}, Invitation: journal.ID{1: 4}, Invited: true, Since: day(4), Until: day(30)},
		{Party: party(5, "laptop 1"), Since: day(7), Waiting: []transfer.Waiting{{Reason: "second"}}},
	}
	did = &[]string{}
	left := slices.Clone(have)
	left[2].Waiting = []transfer.Waiting{{Scope: people, First: 5, Last: 5, Changes: 1, Reason: "trust-overreach"}}
	b.Powers.Bundles = clitest.Carrier{Have: have, Left: left, Did: did}
	return b, did
}

// Machine is another copy, as scripts read it.
type Machine struct {
	Replica, Invitation, Until *string
	Name, Label, State         string
	ExchangedAt                *string `json:"exchanged_at"`
	Holds                      []struct{ Class, Part string }
	Wrote, Lacks               int
	Waiting                    []struct {
		Reason, Text string
		First, Last  uint64
		Changes      int
	}
}

func TestWhoHoldsWhat(t *testing.T) {
	b, _ := out(t)
	var states []string
	all := clitest.JSON[[]Machine](b, "bundle", "list")
	for _, m := range all {
		states = append(states, m.State)
	}
	if got := strings.Join(states, " "); got != "centre admitted revoked invited asks" {
		t.Errorf("the states are %s", got)
	}
	one := all[1]
	if one.Replica == nil || one.Invitation == nil || one.Name != "Wilma de Boer" || one.Label != "laptop 1" || len(one.Holds) != 1 || one.Holds[0].Class != "people" || one.Wrote != 12 ||
		one.Lacks != 4 || one.ExchangedAt == nil || *one.ExchangedAt != "2026-03-08T10:00:00+01:00" {
		t.Errorf("%+v", one)
	}
	if w := all[2].Waiting; len(w) != 1 || w[0].Reason != "trust-revoked" || w[0].First != 3 || w[0].Last != 5 || w[0].Changes != 3 || w[0].Text == "" {
		t.Errorf("%+v", w)
	}
	if all[3].Replica != nil || all[3].Until == nil || all[0].Invitation != nil {
		t.Errorf("%+v", all[3])
	}
	said := b.Must("bundle", "list", "--lang", "en")
	for _, want := range []string{"invited, until 30-03-2026", "since 02-03-2026", "laptop 1 0200000000000000", "laptop 2  ", "revoked (here since 03-03-2026)", "3 changes of Wilma de Boer (laptop 2) wait: This computer was revoked before", "Wilma de Boer (laptop 1) waits: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if own := clitest.JSON[[]Machine](b, "bundle", "list", "--as", "Bram"); len(own) != 2 {
		t.Errorf("somebody of the desk sees %+v", own)
	}
	b.Powers.Bundles = clitest.Carrier{}
	if said := b.Must("bundle", "list", "--lang", "en"); !strings.Contains(said, "no laptops yet") {
		t.Errorf("without any: %s", said)
	}
	if none := clitest.JSON[[]Machine](b, "bundle", "list"); none == nil || len(none) > 0 {
		t.Errorf("without any: %v", none)
	}
}

// TestRefusedBundles are told with the day and the reason, to who leads.
func TestRefusedBundles(t *testing.T) {
	b, _ := out(t)
	at := time.Date(2026, 3, 8, 9, 0, 0, 0, time.UTC)
	if said := b.Must("bundle", "list", "--refused", "--lang", "en"); !strings.Contains(said, "No bundle was refused") {
		t.Error(said)
	}
	b.Powers.Bundles = clitest.Carrier{Refused: []transfer.RefusedBundle{{At: at, Reason: "parcel-form"}, {At: at, Reason: "parcel-for-other"}}}
	if said := b.Must("bundle", "list", "--refused", "--lang", "en"); !strings.Contains(said, "08-03-2026: a bundle was refused. This bundle is damaged") || strings.Contains(said, "{") {
		t.Error(said)
	}
	v := clitest.JSON[struct {
		Refused []struct{ At, Reason, Text string } `json:"refused_bundles"`
	}](b, "bundle", "list", "--refused")
	if len(v.Refused) != 2 || v.Refused[0].Reason != "parcel-form" || v.Refused[0].At != "2026-03-08T10:00:00+01:00" || v.Refused[1].Text == "" {
		t.Errorf("%+v", v)
	}
	b.Do(command.CouldNot, "bundle", "list", "--refused", "--as", "Bram")
}

func TestRevokingByName(t *testing.T) {
	for _, c := range []struct{ name, did, says string }{
		{"LAPTOP 3", "revoke laptop 3", "The invitation for Bram (laptop 3) was taken back"}, {"Bram", "revoke laptop 3", "taken back"},
		{"Wilma", "revoke laptop 1", "Wilma de Boer (laptop 1) is revoked"}, {"wilma de boer", "revoke laptop 1", "is revoked"}, {clitest.Machine(2).String(), "revoke laptop 1", "is revoked"},
		{journal.ID{1: 4}.String(), "revoke laptop 3", "taken back"},
	} {
		b, did := out(t)
		said := b.Must("bundle", "revoke", c.name, "--lang", "en")
		if !slices.Equal(*did, []string{c.did}) || !strings.Contains(said, c.says) {
			t.Errorf("%s: %v, %s", c.name, *did, said)
		}
	}
	for name, says := range map[string]string{"laptop 2": "was revoked already", "Zuidwest": "no laptop or invitation", "Nobody": "no laptop or invitation", "laptop": "More than one is called"} {
		b, did := out(t)
		if _, said := b.Do(command.CouldNot, "bundle", "revoke", name, "--lang", "en"); !strings.Contains(said, says) || len(*did) > 0 {
			t.Errorf("%s: %v, %s", name, *did, said)
		}
	}
	b, _ := out(t)
	if m := clitest.JSON[Machine](b, "bundle", "revoke", "laptop 3"); m.State != "revoked" || m.Label != "laptop 3" {
		t.Errorf("%+v", m)
	}
	if _, said := b.Do(command.CouldNot, "bundle", "revoke", "laptop 1", "--as", "Wilma", "--lang", "en"); !strings.Contains(said, "a coordinator or an administrator decides") {
		t.Errorf("by a teacher: %s", said)
	}
}

func TestAcceptingByName(t *testing.T) {
	b, did := out(t)
	said := b.Must("bundle", "accept", "laptop 2", "--lang", "en")
	if !slices.Equal(*did, []string{"accept laptop 2"}) || !strings.Contains(said, "2 changes of Wilma de Boer (laptop 2) count now.") ||
		!strings.Contains(said, "1 change of Wilma de Boer (laptop 2) waits: ") {
		t.Errorf("%v, %s", *did, said)
	}
	b, _ = out(t)
	got := clitest.JSON[struct {
		Replica string
		TakenIn int `json:"taken_in"`
		Waiting []struct{ Reason string }
	}](b, "bundle", "accept", "laptop 2")
	if got.Replica != clitest.Machine(3).String() || got.TakenIn != 2 || len(got.Waiting) != 1 || got.Waiting[0].Reason != "trust-overreach" {
		t.Errorf("%+v", got)
	}
	b, did = out(t) // the second that came with the invitation of the first, which waits for nothing
	if said := b.Must("bundle", "accept", "laptop 1", "--lang", "en"); !slices.Equal(*did, []string{"accept laptop 1"}) || !strings.Contains(said, "belongs here now") {
		t.Errorf("%v, %s", *did, said)
	}
	b, did = out(t)
	for _, name := range []string{"laptop 3", "Wilma"} { // of whom nothing waits; who has several of which something does
		if _, said := b.Do(command.CouldNot, "bundle", "accept", name, "--lang", "en"); len(*did) > 0 || said == "" {
			t.Errorf("%s: %v, %s", name, *did, said)
		}
	}
	if _, said := b.Do(command.CouldNot, "bundle", "accept", "laptop 2", "--as", "Bram", "--lang", "en"); !strings.Contains(said, "a coordinator or an administrator decides") {
		t.Errorf("by somebody of the desk: %s", said)
	}
}

// TestTheLastBundle: a laptop that was revoked gets one by its name, with which it hears of that; nobody takes it for somebody's laptop.
func TestTheLastBundle(t *testing.T) {
	b, _ := out(t)
	var asked []transfer.Recipient
	c := b.Powers.Bundles.(clitest.Carrier)
	c.Asked = &asked
	b.Powers.Bundles = c
	b.Must("bundle", "take", "--for", "LAPTOP 2", "-o", "x")
	if len(asked) != 1 || asked[0].Replica != clitest.Machine(3) || asked[0].Invites() {
		t.Errorf("it is for %+v", asked)
	}
	if _, said := b.Do(command.CouldNot, "bundle", "take", "--for", "laptop 9", "-o", "x", "--lang", "en"); !strings.Contains(said, "Nobody who may hold a copy") {
		t.Error(said)
	}
	if _, said := b.Do(command.CouldNot, "bundle", "take", "--for", "laptop 2", "-o", "x", "--lang", "en", "--as", "Wilma"); !strings.Contains(said, "Nobody who may hold a copy") {
		t.Error(said)
	}
	if b.Must("bundle", "take", "--for", "Wilma", "-o", "x"); len(asked) != 2 || !asked[1].Invites() {
		t.Errorf("somebody's laptop is %+v", asked)
	}
}
