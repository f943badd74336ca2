package placement_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type partner struct {
	ID, Name, State string
	Places, Placed  int
	Supervision     float64 `json:"supervision_hours"`
	From, To        *string
	Network         *who
	Notes           []struct{ Kind, Text string }
	Settle          []struct{ Code string } `json:"to_settle"`
}

type placed struct {
	ID, State, Level, Supervisor string
	Student, Partner             who
	School                       *who    `json:"school_guide"`
	Hours                        float64 `json:"hours_a_week"`
	Visits                       []struct{ Text string }
	Offered                      string
	Taken                        bool
	Ended                        *string `json:"ended_early_on"`
}

type board struct {
	Whole    bool
	Partners []struct {
		Name  string
		Weeks []struct {
			Week   string
			Placed int
			Free   int
			Hours  float64 `json:"free_hours"`
		}
	}
	Networks []struct {
		Name                     string
		Places, Placed, Partners int
	}
}

// TestPlacingByCommand: a network of two partners, a student placed, one too many refused with the numbers, and a job that is an outcome, too; the JSON has
// the names that scripts count on.
func TestPlacingByCommand(t *testing.T) {
	b := clitest.School(t)
	for _, s := range []string{"Amir", "Bo", "Cem"} {
		b.Must("student", "add", s, "--level", "mbo-3")
	}
	b.Must("network", "add", "Zorgboeren")
	p := clitest.JSON[partner](b, "partner", "add", "De", "Schuur", "--places", "2", "--supervision-hours", "2,5", "--from", "2026-01-01", "--to", "2026-12-31", "--level", "mbo-2,mbo-3", "--network", "zorgboeren")
	if p.Name != "De Schuur" || p.State != "agreed" || p.Places != 2 || p.Supervision != 2.5 || p.Network == nil || p.Network.Name != "Zorgboeren" {
		t.Fatalf("%+v", p)
	}
	b.Must("partner", "add", "De Wei", "--places", "1", "--supervision-hours", "1", "--network", "zorgboeren")
	one := clitest.JSON[placed](b, "placement", "add", "Amir", "--partner", "schuur", "--from", "2026-01-05", "--to", "2026-12-18", "--supervisor", "Piet de Boer", "--school-guide", "Samira", "--hours-a-week", "1.5")
	if one.Student.Name != "Amir" || one.Partner.Name != "De Schuur" || one.Hours != 1.5 || one.Level != "mbo-3" || one.Supervisor != "Piet de Boer" || one.School == nil || one.School.Name != "Samira" || one.State != "running" {
		t.Fatalf("%+v", one)
	}
	add := func(name string, more ...string) (string, int) {
		code, _, said := b.Run(append([]string{"placement", "add", name, "--partner", "schuur", "--from", "2026-01-05", "--to", "2026-12-18", "--supervisor", "Piet", "--lang", "nl"}, more...)...)
		return said, code
	}
	if said, code := add("Bo", "--hours-a-week", "2"); code != 1 || !strings.Contains(said, "2.5 uur") || !strings.Contains(said, "3.5 uur") {
		t.Errorf("%d %s", code, said)
	}
	if said, code := add("Bo"); code != 0 {
		t.Fatalf("%d %s", code, said)
	}
	if said, code := add("Cem", "--anyway", "kan best"); code != 1 || !strings.Contains(said, "2 plaatsen") || !strings.Contains(said, "2026-W") {
		t.Errorf("%d %s", code, said)
	}
	if said, code := add("Amir"); code != 1 {
		t.Errorf("%d %s", code, said)
	}
	if list := clitest.JSON[[]partner](b, "partner", "list"); len(list) != 2 || list[0].Placed != 2 || list[0].From == nil {
		t.Errorf("%+v", list)
	}
	on := clitest.JSON[board](b, "partner", "board", "--weeks", "4")
	if !on.Whole || len(on.Partners) != 2 || len(on.Partners[0].Weeks) != 4 || on.Partners[0].Weeks[0].Free != 0 || on.Partners[0].Weeks[0].Hours != 0 || len(on.Networks) != 1 || on.Networks[0].Places != 3 || on.Networks[0].Placed != 2 || on.Networks[0].Partners != 2 {
		t.Errorf("%+v", on)
	}
	if code, _, said := b.Run("partner", "state", "schuur", "ended", "--lang", "nl"); code != 1 || !strings.Contains(said, "Amir (2026-12-18)") {
		t.Errorf("%d %s", code, said)
	}
	b.Must("placement", "visit", "Amir", "gaat goed")
	if got := clitest.JSON[placed](b, "placement", "offer", "Amir", "job", "--taken"); got.Offered != "job" || !got.Taken || len(got.Visits) != 1 {
		t.Errorf("%+v", got)
	}
	if said := b.Must("outcome", "list", "Amir", "--json"); !strings.Contains(said, `"job"`) {
		t.Error(said)
	}
	if ended := clitest.JSON[partner](b, "partner", "state", "schuur", "ended", "--yes"); ended.State != "ended" || len(ended.Settle) != 1 || ended.Settle[0].Code != "ended" {
		t.Errorf("%+v", ended)
	}
	if all := clitest.JSON[[]placed](b, "placement", "list", "--as", "Amir"); len(all) != 1 {
		t.Errorf("a student reads the own: %+v", all)
	}
}
