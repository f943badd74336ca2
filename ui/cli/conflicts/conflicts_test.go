package conflicts_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// apart writes a field as if what stands there had not been seen, as it comes from another computer.
type apart struct {
	id    journal.ID
	field journal.FieldValue
}

func (apart) Name() string { return "act-edit-person" }

func (a apart) Do(d *model.Doing) error {
	c := d.NewChange(model.KindPerson, a.id, journal.Organisation(), journal.OpSet)
	c.Writes = []journal.Write{{Field: a.field.Field, Value: a.field.Value}}
	return d.Emit(c)
}

type conflictOut struct {
	ID, Kind, Field, About string
	Values                 []struct {
		Take, Value, Replica string
		At                   *string
		By                   struct{ ID, Name string }
		Here                 bool
	}
}

// TestConflicts: the list, one, and settling by a letter or by something else, as scripts and people get it.
func TestConflicts(t *testing.T) {
	b := clitest.School(t)
	noor := b.Session("Noor").Me().ID
	write := func(level string) {
		t.Helper()
		if _, err := b.Session("Samira").Do(t.Context(), apart{noor, model.PersonLevel.Is(journal.Text(level))}); err != nil {
			t.Fatal(err)
		}
	}
	write("mbo-2")
	all := clitest.JSON[[]conflictOut](b, "conflicts", "list")
	if len(all) != 1 || all[0].Kind != "person" || all[0].Field != "level" || len(all[0].Values) != 2 {
		t.Fatalf("listed: %+v", all)
	}
	v := all[0].Values
	if v[0].Take != "A" || v[0].Value != "mbo-2" || v[0].By.Name == "" || v[0].At == nil || v[0].Replica == "" || !v[0].Here {
		t.Fatalf("the first: %+v", v[0])
	}
	if again := clitest.JSON[[]conflictOut](b, "conflicts"); again[0].ID != all[0].ID {
		t.Fatal("its id does not stay")
	}
	for _, args := range [][]string{{"conflicts"}, {"conflicts", "show", all[0].ID}} {
		status, out, _ := b.Run(append(args, "--lang", "nl")...)
		if status != command.Done || !strings.Contains(out, "mbo-2") || !strings.Contains(out, v[1].Value) {
			t.Errorf("%v: %d\n%s", args, status, out)
		}
	}
	for args, want := range map[string]int{"--take Z": command.Misused, "--take A --value x": command.Misused, "--value geen": command.CouldNot} {
		if status, _, said := b.Run(append([]string{"conflicts", "settle", all[0].ID}, strings.Fields(args)...)...); status != want {
			t.Errorf("%s: %d, want %d: %s", args, status, want, said)
		}
	}
	b.Must("conflicts", "settle", all[0].ID, "--take", "B")
	if left := clitest.JSON[[]conflictOut](b, "conflicts"); len(left) != 0 {
		t.Fatalf("left: %+v", left)
	}
	write("mbo-2")
	next := clitest.JSON[[]conflictOut](b, "conflicts")
	if next[0].ID == all[0].ID {
		t.Error("another conflict has the same id")
	}
	b.Must("conflicts", "settle", next[0].ID, "--value", "mbo-4")
	if status, _, said := b.Run("conflicts", "settle", next[0].ID, "--take", "A", "--lang", "en"); status != command.CouldNot || !strings.Contains(said, next[0].ID) {
		t.Errorf("settled twice: %d %s", status, said)
	}
	if p := b.Session("Noor").Me(); p.Level != "mbo-4" {
		t.Errorf("it says %s", p.Level)
	}
}
