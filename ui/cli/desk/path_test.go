package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

// TestAPathFromItsFirstStepToItsEnd: by commands alone, and what a script reads of it.
func TestAPathFromItsFirstStepToItsEnd(t *testing.T) {
	b := clitest.School(t)
	b.Must("resident", "add", "mw. de Vries")
	type path struct {
		ID, Title, Kind, State, Outcome, Why string
		Resident                             struct{ Name string }
		Helpers                              []struct{ Name string }
		Steps                                []struct {
			Text    string
			Reached *string
		}
		Reached int
		Ended   *string
	}
	p := clitest.JSON[path](b, "path", "add", "Zelf inloggen", "--resident", "de Vries", "--kind", "digid", "--helper", "Noor", "--step", "een telefoon", "--json")
	if p.Resident.Name != "mw. de Vries" || len(p.Helpers) != 1 || p.Helpers[0].Name != "Noor" || p.State != "running" || p.Kind != "digid" {
		t.Fatalf("%+v", p)
	}
	b.Must("path", "step", p.ID, "de app", "staat erop", "--reached", "2026-01-20")
	if out := b.Must("path", "reach", "Zelf inloggen", "een telefoon", "--on", "2026-01-21"); !strings.Contains(out, "2") {
		t.Errorf("it says %q", out)
	}
	b.Must("path", "end", p.ID, "--outcome", "reached", "--why", "logt zelf in", "--on", "2026-01-21")
	list := clitest.JSON[[]path](b, "path", "list", "--resident", "mw. de Vries", "--json")
	if len(list) != 1 || list[0].Reached != 2 || list[0].Outcome != "reached" || *list[0].Ended != "2026-01-21" || *list[0].Steps[1].Reached != "2026-01-20" || list[0].Why != "logt zelf in" {
		t.Fatalf("%+v", list)
	}
	if out := b.Must("path", "list"); strings.Contains(out, "inloggen") {
		t.Errorf("what has ended is listed: %s", out)
	}
	b.Must("path", "resume", p.ID)
	b.Must("path", "reach", p.ID, "2", "--undo")
	b.Must("path", "reach", p.ID, "1", "--remove")
	if list = clitest.JSON[[]path](b, "path", "list", "--json"); len(list) != 1 || len(list[0].Steps) != 1 || list[0].Reached != 0 || list[0].Ended != nil {
		t.Fatalf("%+v", list)
	}
}

// TestAPathStandsOnThePageOfItsResident: once two residents are merged, every list names the page that stays; parted again, the own one.
func TestAPathStandsOnThePageOfItsResident(t *testing.T) {
	b := clitest.School(t)
	b.Must("resident", "add", "mw. de Vries")
	b.Must("resident", "add", "Mevrouw Vries")
	type path struct{ Resident struct{ ID, Name string } }
	b.Must("path", "add", "Taal", "--resident", "Mevrouw Vries", "--kind", "language")
	own := clitest.JSON[[]path](b, "path", "list", "--json")
	b.Must("resident", "merge", "Mevrouw Vries", "--into", "mw. de Vries")
	merged := clitest.JSON[[]path](b, "path", "list", "--json")
	if len(merged) != 1 || merged[0].Resident.Name != "mw. de Vries" || merged[0].Resident.ID == own[0].Resident.ID {
		t.Errorf("after the merge: %+v", merged)
	}
	if of := clitest.JSON[[]path](b, "path", "list", "--resident", "mw. de Vries", "--json"); len(of) != 1 || of[0] != merged[0] {
		t.Errorf("of the page: %+v", of)
	}
	b.Must("resident", "merge", "--undo", "Mevrouw Vries")
	if parted := clitest.JSON[[]path](b, "path", "list", "--json"); len(parted) != 1 || parted[0] != own[0] {
		t.Errorf("after they were parted: %+v", parted)
	}
}
