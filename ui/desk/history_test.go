package desk_test

import (
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/ui/uitest"
)

// cameIn lets a change on a request come in from another copy, by somebody who did nothing else.
func cameIn(d *uitest.Desk, id journal.ID, alter func(c *journal.Change)) {
	d.T.Helper()
	who := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Zebedeus", Site: d.Session.Site(), Roles: []model.Role{model.RoleDesk}}}).Entity
	now := d.Env.Now()
	c := &journal.Change{Stream: journal.Stream{Replica: journal.Replica{0xee}, Scope: journal.Scope{Class: journal.Desk, Part: d.Session.Site()}}, Seq: 1,
		Time: journal.Logical(now.Add(time.Second).UnixMilli()) << 16, Wall: now.UnixMilli(), Kind: desk.KindRequest, Entity: id, Op: journal.OpAdd,
		Actor: who, Schema: 1, MinReader: 1, Writes: []journal.Write{{Field: 2, Value: journal.Ref(who)}}} // where an item names a person
	alter(c)
	if err := d.Store.Receive([]*journal.Change{c}); err != nil {
		d.T.Fatal(err)
	}
	d.News()
	d.Press("v", "5") // all requests: it may be closed now
	d.Pass(time.Second)
}

// unknownEvent is the sentence of what this version does not know.
func unknownEvent(d *uitest.Desk) string { return d.Env.Words.Say("event.unknown", "who", "Zebedeus") }

// TestHistoryTellsEveryItem walks every kind of item there is, and some that there may be: each has a line in the history, and
// one of which this version knows nothing says so, there and beside the list.
func TestHistoryTellsEveryItem(t *testing.T) {
	items := []journal.ItemKind{999, 65535}
	for k := range journal.ItemKind(64) {
		items = append(items, k)
	}
	for _, k := range items {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *journal.Change) { c.Item = k })
			unknown := !kinds.All().Item(desk.KindRequest, k)
			if unknown {
				d.Shows(unknownEvent(d))
			}
			d.Press("h", "Zebedeus")
			d.Shows("Zebedeus")
			d.Hides(d.Env.Words.Say("pick.none"))
			if unknown {
				d.Shows(unknownEvent(d))
			}
		})
	}
}

// TestHistoryTellsEveryField is the same for every field that can be written, alone, and for one of a newer version.
func TestHistoryTellsEveryField(t *testing.T) {
	fields := []journal.Field{999}
	for f := range journal.Field(40) {
		fields = append(fields, f+1)
	}
	for _, f := range fields {
		t.Run(fmt.Sprint(f), func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *journal.Change) {
				c.Op, c.Writes = journal.OpSet, []journal.Write{{Field: f, Value: journal.Text("waarde")}}
			})
			d.Press("h", "Zebedeus")
			d.Hides(d.Env.Words.Say("pick.none"))
		})
	}
}

// TestHistoryTellsWhatCannotBeRead: what a newer version wrote, and this one keeps unread, is a line as well.
func TestHistoryTellsWhatCannotBeRead(t *testing.T) {
	for name, alter := range map[string]func(c *journal.Change){
		"fields":    func(c *journal.Change) { c.Op = journal.OpSet },
		"an item":   func(c *journal.Change) { c.Item = desk.ItemMemo },
		"an action": func(c *journal.Change) { c.Op = 9 },
	} {
		t.Run(name, func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *journal.Change) { c.MinReader = journal.SchemaVersion + 1; alter(c) })
			d.Shows(unknownEvent(d), "Werk Leerbalie bij")
			d.Press("h", "Zebedeus")
			d.Shows(unknownEvent(d))
			d.Hides(d.Env.Words.Say("pick.none"))
		})
	}
}
