package directory_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

// TestWhatComesFromElsewhere: of what a teacher's own laptop wrote, additions and notes are taken in, and edits and retirements of what
// she added herself; those of a coordinator's are all taken in.
func TestWhatComesFromElsewhere(t *testing.T) {
	b := begin(t)
	mo, noor, lead := b.person("Mo", model.RoleTeacher), b.person("Noor", model.RoleTeacher), b.person("Lies", model.RoleCoordinator)
	id := b.do(mo, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Loket"}}})
	b.must(b.store.Read(t.Context(), func(tx model.Tx) error {
		for _, c := range []struct {
			name   string
			by     *model.Session
			change journal.Change
			want   trust.Reason
		}{
			{"her own edit", mo, journal.Change{Entity: id, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryName, Value: journal.Text("x")}}}, ""},
			{"somebody else's", noor, journal.Change{Entity: id, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryName, Value: journal.Text("x")}}}, trust.Overreach},
			{"taken for her own", noor, journal.Change{Entity: id, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryAddedBy, Value: journal.Ref(noor.Me().ID)}}}, trust.Overreach},
			{"a coordinator's", lead, journal.Change{Entity: id, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryName, Value: journal.Text("x")}}}, ""},
			{"a new one", noor, journal.Change{Entity: journal.ID{9}, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryAddedBy, Value: journal.Ref(noor.Me().ID)}}}, ""},
			{"a new one in another's name", noor, journal.Change{Entity: journal.ID{9}, Op: journal.OpSet, Writes: []journal.Write{{Field: directory.EntryAddedBy, Value: journal.Ref(mo.Me().ID)}}}, trust.Overreach},
			{"a note", noor, journal.Change{Entity: id, Op: journal.OpAdd, Item: directory.ItemEntryNote}, ""},
			{"that it is right", noor, journal.Change{Entity: id, Op: journal.OpAdd, Item: directory.ItemAssured}, ""},
			{"retiring another's", noor, journal.Change{Entity: id, Op: journal.OpAdd, Item: directory.ItemRetired}, trust.Overreach},
			{"retiring her own", mo, journal.Change{Entity: id, Op: journal.OpAdd, Item: directory.ItemRetired}, ""},
		} {
			c.change.Kind, c.change.Actor, c.change.Stream.Scope = directory.KindService, c.by.Me().ID, directory.Scope()
			got, err := trust.Allows(tx, trust.Replica{Person: c.by.Me().ID}, &c.change)
			if err != nil || got != c.want {
				t.Errorf("%s: %q %v, want %q", c.name, got, err, c.want)
			}
		}
		return nil
	}))
}
