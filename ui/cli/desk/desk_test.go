package desk_test

import (
	"slices"
	"strings"
	"testing"

	modeldesk "leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// story is what these tests look at in the JSON of a request.
type story struct {
	ID, Site, Status, Urgency, Theme, Channel, Outcome string
	Minutes                                            int
	CreatedAt                                          *string `json:"created_at"`
	ResidentName                                       string  `json:"resident_name"`
	Tags                                               []string
	Memos                                              []any
	Referrals                                          []struct{ State string }
	Messages                                           []struct {
		By, To output.Who
		Text   string
		SeenAt *string `json:"seen_at"`
	}
	Unknown []struct {
		At *string
		By output.Who
	}
}

func TestLifeOfARequest(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "resident", "add", "mw.", "de", "Vries", "--phone", "0612345678", "--told")
	out, _ := b.Do(command.Done, "request", "add", "Afsluiting stroom dreigt", "--urgency", "nu", "--theme", "armoede", "--channel", "balie", "--resident", "Vries")
	if !strings.Contains(out, "ZW-0001") {
		t.Fatal(out)
	}
	b.Do(command.Done, "request", "claim", "zw-0001")
	b.Do(command.Done, "request", "memo", "ZW-0001", "brief", "van", "Stedin")
	b.Do(command.Done, "request", "time", "ZW-0001", "25", "--day", "2026-03-09")
	b.Do(command.Done, "request", "refer", "ZW-0001", "Stedin", "--warm", "--consent")
	b.Do(command.Misused, "request", "refer", "ZW-0001", "Stedin", "--reason", "vol") // nothing given is dropped without a word
	b.Do(command.Misused, "request", "refer", "ZW-0001", "Stedin", "--state", "sent", "--warm")
	b.Do(command.Done, "request", "refer", "ZW-0001", "Stedin", "--state", "sent")
	b.Do(command.Done, "request", "park", "ZW-0001")
	b.Do(command.Done, "request", "park", "ZW-0001", "--back")
	_, warned := b.Do(command.Done, "request", "close", "ZW-0001", "--outcome", "doorverwezen", "--minutes", "5", "--tag", "rust")
	if !strings.Contains(warned, "open") {
		t.Errorf("no warning of the open referral: %q", warned)
	}
	r := clitest.JSON[story](b, "request", "show", "ZW-0001")
	if r.Status != "closed" || r.Urgency != "now" || r.Theme != "poverty" || r.Channel != "desk" || r.Outcome != "referred" || r.Minutes != 30 ||
		len(r.Memos) != 1 || len(r.Referrals) != 1 || r.Referrals[0].State != "sent" || r.ResidentName != "mw. de Vries" || len(r.Tags) != 1 {
		t.Errorf("%+v", r)
	}
	if r.CreatedAt == nil || *r.CreatedAt != "2026-03-09T14:00:00+01:00" {
		t.Errorf("came in %v", r.CreatedAt)
	}
	b.Do(command.CouldNot, "request", "claim", "ZW-0001")
	b.Do(command.CouldNot, "request", "show", "ZW-9999")
}

func TestListsForPeopleAndScripts(t *testing.T) {
	b := clitest.New(t)
	none := clitest.JSON[[]map[string]any](b, "request", "list")
	if none == nil {
		t.Error("an empty list is null")
	}
	for _, summary := range []string{"een", "twee", "drie \x1b[31mrood", "vier"} {
		b.Do(command.Done, "request", "add", summary)
	}
	b.Do(command.Done, "request", "close", "ZW-0001", "--outcome", "referred")
	open := clitest.JSON[[]map[string]any](b, "request", "list")
	all := clitest.JSON[[]map[string]any](b, "request", "list", "--status", "all")
	closed := clitest.JSON[[]map[string]any](b, "request", "list", "--status", "afgesloten")
	some := clitest.JSON[[]map[string]any](b, "request", "list", "--limit", "2")
	if len(open) != 3 || len(all) != 4 || len(closed) != 1 || len(some) != 2 {
		t.Errorf("%d open, %d all, %d closed, %d of two", len(open), len(all), len(closed), len(some))
	}
	out, _ := b.Do(command.Done, "request", "list")
	if strings.Contains(out, "\x1b") || len(strings.Split(strings.TrimSpace(out), "\n")) != 4 {
		t.Errorf("%q", out)
	}
	found := clitest.JSON[[]map[string]any](b, "request", "search", "twee")
	if len(found) != 1 || found[0]["number"] != "ZW-0002" {
		t.Errorf("found %+v", found)
	}
	for _, name := range strings.Fields("id number status summary urgency supervision channel theme life_domain site resident holder created_at closed_at outcome minutes source_id") {
		if _, ok := open[0][name]; !ok {
			t.Errorf("%s is left out", name)
		}
	}
}

// TestShowTellsWhatItDoesNotKnow: what a newer version of the program did about a request is a line and an entry as well.
func TestShowTellsWhatItDoesNotKnow(t *testing.T) {
	b := clitest.New(t)
	b.Do(command.Done, "request", "add", "een vraag")
	if r := clitest.JSON[story](b, "request", "show", "ZW-0001"); r.Unknown == nil || len(r.Unknown) != 0 {
		t.Fatalf("unknown: %+v", r.Unknown)
	}
	first := b.Store.Journal()
	added := first[slices.IndexFunc(first, func(c *journal.Change) bool { return c.Kind == modeldesk.KindRequest })]
	newer := &journal.Change{Stream: added.Stream, Seq: 1, Time: added.Time + 1<<32, Wall: added.Wall, Kind: modeldesk.KindRequest, Entity: added.Entity,
		Op: journal.OpAdd, Item: 999, Actor: added.Actor, Schema: 1, MinReader: 1}
	newer.Stream.Replica = journal.Replica{0xee}
	if err := b.Store.Receive([]*journal.Change{newer}); err != nil {
		t.Fatal(err)
	}
	if r := clitest.JSON[story](b, "request", "show", "ZW-0001"); len(r.Unknown) != 1 || r.Unknown[0].By.Name != "Samira" || r.Unknown[0].At == nil {
		t.Errorf("unknown: %+v", r.Unknown)
	}
	out, _ := b.Do(command.Done, "request", "show", "ZW-0001")
	line := ""
	for l := range strings.Lines(out) {
		if strings.Contains(l, "this version does not know") {
			line = l
		}
	}
	if !strings.Contains(line, "Samira") || !strings.Contains(line, "09-03-2026") {
		t.Errorf("it says %q of who and when, in\n%s", line, out)
	}
}

// TestAWarmReferralSaysWithWhom: who goes along stands with the referral, also once the resident agrees later; without going along nobody does.
func TestAWarmReferralSaysWithWhom(t *testing.T) {
	b := clitest.New(t)
	b.Must("request", "add", "Leren lezen")
	b.Do(command.CouldNot, "request", "refer", "ZW-0001", "Taalhuis", "--with", "Noor")
	b.Must("request", "refer", "ZW-0001", "Taalhuis", "--warm", "--with", "Noor", "--consent=later")
	b.Must("request", "refer", "ZW-0001", "Taalhuis", "--consent")
	type referral struct {
		With    string
		Warm    bool
		Consent bool
		State   string
	}
	got := clitest.JSON[struct{ Referrals []referral }](b, "request", "show", "ZW-0001").Referrals
	if want := []referral{{"Noor", true, false, "withdrawn"}, {"Noor", true, true, "proposed"}}; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
