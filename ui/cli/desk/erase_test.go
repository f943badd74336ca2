package desk_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model"
	modeldesk "leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// owing is a store on a disk that may have no room to wipe what an erasure leaves.
type owing struct {
	model.Backend
	owes, done, full bool
	left             int // other names of the file from before
}

func (o *owing) Wiping(context.Context) (model.Wiping, error) {
	return model.Wiping{Owed: o.owes, Done: o.done, Places: 3, Room: 11_400_000, Left: o.left}, nil
}

func (o *owing) Compact(context.Context) error {
	if o.full {
		o.owes = true
		return fault.New(fault.Full, "disk-full")
	}
	o.owes = false
	return nil
}

// onOwing is a program on such a store, with a resident.
func onOwing(t *testing.T) (*clitest.Program, *owing) {
	b := clitest.New(t)
	b.Must("resident", "add", "Jan de Wit")
	disk := &owing{Backend: b.Store}
	b.Powers.Open = func(ctx context.Context, _, as string, _ command.Admit) (*model.Session, func() error, error) {
		who, err := model.Who(ctx, disk, as)
		if err != nil {
			return nil, nil, err
		}
		session, err := model.Enter(ctx, disk, who)
		return session, func() error { return nil }, err
	}
	return b, disk
}

type erased struct {
	ID    string
	Wiped bool
	Room  int64
}

// What keeps the words under another name is said, and what to do; the erasure itself is done.
func TestErasingSaysWhatAnotherNameKeeps(t *testing.T) {
	b, disk := onOwing(t)
	disk.left = 2
	out, said := b.Do(command.Done, "resident", "erase", "Jan de Wit", "--yes")
	if !strings.Contains(out, "Erased.") || !strings.Contains(said, "2 more names on this disk") || !strings.Contains(said, "Remove those files") {
		t.Errorf("%q %q", out, said)
	}
}

func TestErasingSaysWhatIsStillOwed(t *testing.T) {
	b, disk := onOwing(t)
	disk.full = true
	out, said := b.Do(command.CouldNot, "resident", "erase", "Jan de Wit", "--yes")
	if !strings.Contains(out, "Erased.") || !strings.Contains(said, "disk is full") || !strings.Contains(said, "Wiping needs 12 MB") {
		t.Errorf("%q %q", out, said)
	}
	out, said = b.Do(command.CouldNot, "resident", "erase", "Jan de Wit", "--yes")
	if out != "" || !strings.Contains(said, "not quite finished") || !strings.Contains(said, "Wiping needs 12 MB") || strings.Contains(said, "was not found") {
		t.Errorf("again, without room: %q %q", out, said)
	}
	if out, _ = b.Do(command.CouldNot, "resident", "erase", "Jan de Wit", "--yes", "--json"); !strings.Contains(out, `"wiped": false`) || !strings.Contains(out, `"room": 11400000`) {
		t.Error(out)
	}
	disk.full = false
	out, said = b.Do(command.Done, "resident", "erase", "Jan de Wit", "--yes")
	if !strings.Contains(said, "not quite finished") || !strings.Contains(out, "That is done now") {
		t.Errorf("again, with room: %q %q", out, said)
	}
	disk.done = true // at the start
	if out, _ = b.Do(command.Done, "resident", "erase", "Jan de Wit", "--yes"); !strings.Contains(out, "not quite finished") || !strings.Contains(out, "That is done now") {
		t.Errorf("after it was done at the start: %q", out)
	}
	if done := clitest.JSON[erased](b, "resident", "erase", "Jan de Wit", "--yes"); !done.Wiped || done.ID != "" {
		t.Errorf("%+v", done)
	}
	disk.done = false
	if _, said = b.Do(command.CouldNot, "resident", "erase", "Jan de Wit", "--yes"); !strings.Contains(said, "was not found") {
		t.Errorf("when nothing was owed: %q", said)
	}
}

func TestErasingTwice(t *testing.T) {
	b, _ := onOwing(t)
	sam, err := model.Who(t.Context(), b.Store, "")
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), b.Store, sam)
	if err != nil {
		t.Fatal(err)
	}
	all, err := modeldesk.FindResidents(t.Context(), session, "", 0)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	id := all[0].ID.String()
	if done := clitest.JSON[erased](b, "resident", "erase", id, "--yes"); done.ID != id || !done.Wiped {
		t.Errorf("%+v", done)
	}
	if out, _ := b.Do(command.Done, "resident", "erase", id, "--yes"); !strings.Contains(out, "erased already") {
		t.Error(out)
	}
	if _, err := session.Do(t.Context(), modeldesk.EraseResident{ID: all[0].ID}); fault.KindOf(err) != fault.Conflict {
		t.Error(err)
	}
}

// TestErasingListsWhereTheNameStands: before an erasure that is only tried, and with one.
func TestErasingListsWhereTheNameStands(t *testing.T) {
	b := clitest.New(t)
	b.Must("resident", "add", "Jan de Wit")
	b.Must("request", "add", "Vraag van Jan", "--resident", "Jan de Wit")
	b.Must("request", "add", "Iets anders")
	b.Must("request", "memo", "ZW-0002", "bel J. de Wit")
	type told struct {
		Erased, More bool
		Elsewhere    []struct{ Kind, ID, Number, Field, Text, By string }
	}
	look := func(got told, erased bool) {
		t.Helper()
		if len(got.Elsewhere) != 1 || got.Erased != erased || got.More {
			t.Fatalf("%+v", got)
		}
		if m := got.Elsewhere[0]; m.Kind != "request" || m.Number != "ZW-0002" || m.Field != "memo" || m.Text != "bel J. de Wit" || m.ID == "" || m.By == "" {
			t.Errorf("%+v", m)
		}
	}
	look(clitest.JSON[told](b, "resident", "erase", "Jan de Wit", "--dry-run"), false)
	out, said := b.Do(command.Done, "resident", "erase", "Jan de Wit", "--dry-run")
	if !strings.Contains(out, "Nothing was erased now") || !strings.Contains(said, "ZW-0002, memo: bel J. de Wit") {
		t.Errorf("%q %q", out, said)
	}
	look(clitest.JSON[told](b, "resident", "erase", "Jan de Wit", "--yes"), true)
}
