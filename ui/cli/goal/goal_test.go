package goal_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type said struct {
	ID, Title, State, Phase, Why, Came string
	Owner                              who
	Without_owner, Late                bool
	By, Ended_on                       *string
	Members                            []who
	Steps                              []struct {
		ID, Text    string
		By, Done_on *string
		Person      *who
	}
	Results []struct {
		Text, Date string
		By         who
	}
	Needs []struct {
		Text   string
		Offers []struct {
			Text   string
			Person *who
		}
	}
}

// TestAGoalByCommand: from its first day to what came of it; the JSON has the names that scripts count on.
func TestAGoalByCommand(t *testing.T) {
	b := clitest.School(t)
	g := clitest.JSON[said](b, "goal", "add", "Iedereen vindt het taalcafe", "--owner", "Theo", "--by", "2026-05-01", "--phase", "verkennen", "--why", "veel vragen", "--members", "Noor")
	if g.State != "open" || g.Owner.Name != "Theo" || g.By == nil || *g.By != "2026-05-01" || g.Phase != "verkennen" || len(g.Members) != 1 || g.Steps == nil || g.Results == nil || g.Needs == nil {
		t.Fatalf("%+v", g)
	}
	b.Must("goal", "step", "taalcafe", "flyer", "maken", "--on", "Noor", "--by", "2026-03-20", "--as", "Theo")
	b.Must("goal", "step", g.ID, "zaal huren")
	b.Must("goal", "result", "taalcafe", "drie gasten", "--date", "2026-03-02", "--as", "Noor")
	b.Must("goal", "need", "taalcafe", "eenvoudig schrijven")
	b.Must("goal", "offer", "taalcafe", "schrijven", "les op dinsdag", "--by", "Theo")
	b.Do(1, "goal", "result", "taalcafe", "morgen", "--date", "2026-04-02")
	b.Do(1, "goal", "tick", "taalcafe", "dansen")
	b.Do(2, "goal", "step", "taalcafe", "x", "--by", "ooit")
	g = clitest.JSON[said](b, "goal", "tick", "taalcafe", "flyer", "--as", "Noor")
	if len(g.Steps) != 2 || g.Steps[0].Person == nil || g.Steps[0].Person.Name != "Noor" || g.Steps[0].Done_on == nil || *g.Steps[0].Done_on != "2026-03-09" || g.Steps[1].Done_on != nil || g.Steps[1].Person != nil {
		t.Errorf("%+v", g.Steps)
	}
	b.Do(1, "goal", "tick", "taalcafe", "flyer")
	b.Must("goal", "tick", "taalcafe", "flyer", "--off")
	if len(g.Results) != 1 || g.Results[0].By.Name != "Noor" || g.Results[0].Date != "2026-03-02" || len(g.Needs) != 1 || len(g.Needs[0].Offers) != 1 || g.Needs[0].Offers[0].Person.Name != "Theo" {
		t.Errorf("%+v", g)
	}
	b.Do(2, "goal", "end", "taalcafe")
	g = clitest.JSON[said](b, "goal", "end", "taalcafe", "twaalf gasten", "--dropped")
	if g.State != "dropped" || g.Came != "twaalf gasten" || g.Ended_on == nil {
		t.Errorf("%+v", g)
	}
	if open, all := b.Must("goal", "list"), b.Must("goal", "list", "--all"); strings.Contains(open, "taalcafe") || !strings.Contains(all, "taalcafe") || len(clitest.JSON[[]said](b, "goal", "list")) != 1 {
		t.Errorf("%s\n%s", open, all)
	}
	if g = clitest.JSON[said](b, "goal", "reopen", "taalcafe"); g.State != "open" || g.Came != "" || g.Ended_on != nil {
		t.Errorf("%+v", g)
	}
	if g = clitest.JSON[said](b, "goal", "edit", "taalcafe", "--owner", "Noor", "--by", ""); g.Owner.Name != "Noor" || g.By != nil {
		t.Errorf("%+v", g)
	}
	out := b.Must("goal", "show", "taalcafe", "--lang", "nl")
	for _, want := range []string{"Noor", "verkennen", "zaal huren", "drie gasten", "les op dinsdag"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// TestAGoalWhoseOwnerLeft is said so, stands first, and is given to somebody else.
func TestAGoalWhoseOwnerLeft(t *testing.T) {
	b := clitest.School(t)
	b.Must("goal", "add", "Aaa", "--owner", "Noor", "--by", "2026-03-12")
	b.Must("goal", "add", "Zzz", "--owner", "Theo")
	b.Must("person", "end", "Theo")
	all := clitest.JSON[[]said](b, "goal", "list")
	if len(all) != 2 || all[0].Title != "Zzz" || !all[0].Without_owner || all[1].Without_owner {
		t.Fatalf("%+v", all)
	}
	b.Do(1, "goal", "edit", "Zzz", "--owner", "Noor", "--as", "Noor")
	b.Must("goal", "edit", "Zzz", "--phase", "x")
	if g := clitest.JSON[said](b, "goal", "edit", "Zzz", "--owner", "Noor"); g.Without_owner || g.Owner.Name != "Noor" {
		t.Errorf("%+v", g)
	}
}
