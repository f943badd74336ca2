package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type notified struct {
	ID, Request, Number, State string
	Urgent                     bool
	ReportedAt                 *string `json:"reported_at"`
	PlanUntil                  *string `json:"plan_until"`
	InvestigateBy              *string `json:"investigate_by"`
	InvestigatedAt             *string `json:"investigated_at"`
	DecideBy                   *string `json:"decide_by"`
	Next                       *string
	Late                       []string
	On                         []map[string]string
}

// TestANotificationByCommand: made on a day, noted further, listed with what is late, and the refusals that the app gives as well.
func TestANotificationByCommand(t *testing.T) {
	b := clitest.New(t) // 9 March 2026
	b.Must("request", "add", "Hulp in huis")
	b.Must("request", "add", "Traplift")
	if none := clitest.JSON[[]notified](b, "notification", "list"); none == nil || len(none) != 0 {
		t.Errorf("%+v", none)
	}
	if _, said := b.Do(command.CouldNot, "request", "notify", "ZW-0001", "--plan"); !strings.Contains(said, "no notification of ZW-0001") {
		t.Error(said)
	}
	b.Must("request", "notify", "ZW-0001", "--on", "2026-01-26")
	b.Must("request", "notify", "ZW-0002", "--on", "9-3-2026", "--urgent")
	if _, said := b.Do(command.CouldNot, "request", "notify", "ZW-0001", "--on", "2026-03-10"); !strings.Contains(said, "not come yet") && !strings.Contains(said, "Day:") {
		t.Error(said)
	}
	b.Do(command.Misused, "request", "notify", "ZW-0001", "--plan", "--applied")
	b.Do(command.Misused, "request", "notify", "ZW-0001", "--plan", "--urgent")
	b.Do(command.Misused, "request", "notify", "ZW-0001", "--on", "gisterochtend")
	all := clitest.JSON[[]notified](b, "notification", "list")
	if len(all) != 2 || all[0].Number != "ZW-0002" || all[1].Number != "ZW-0001" {
		t.Fatalf("%+v", all)
	}
	if n := all[0]; *n.Next != "helped" || len(n.Late) != 0 || !n.Urgent || n.On[0]["name"] == "" {
		t.Errorf("%+v", n)
	}
	if n := all[1]; *n.ReportedAt != "2026-01-26" || *n.PlanUntil != "2026-02-02" || *n.InvestigateBy != "2026-03-09" || n.DecideBy != nil || n.InvestigatedAt != nil || len(n.Late) != 0 || *n.Next != "investigated" {
		t.Errorf("%+v", n)
	}
	b.Must("request", "notify", "ZW-0001", "--investigated", "--on", "2026-02-10")
	b.Must("request", "notify", "ZW-0001", "--applied", "--on", "2026-02-20")
	late := clitest.JSON[[]notified](b, "notification", "list", "--late")
	if len(late) != 1 || len(late[0].Late) != 1 || late[0].Late[0] != "decided" || *late[0].DecideBy != "2026-03-06" {
		t.Fatalf("%+v", late)
	}
	if out := b.Must("notification", "list", "--lang", "nl"); !strings.Contains(out, "besluit uiterlijk 06-03-2026, te laat") {
		t.Error(out)
	}
	b.Must("request", "notify", "ZW-0001", "--decided")
	if all := clitest.JSON[[]notified](b, "notification", "list", "--all"); len(all) != 2 || all[1].State != "decided" || all[1].Next != nil {
		t.Errorf("%+v", all)
	}
}
