package queue_test

import (
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/ui/uitest"
)

// cameIn lets a change on a request come in from another copy, by somebody who did nothing else.
func cameIn(d *uitest.Desk, id model.ID, alter func(c *model.Change)) {
	d.T.Helper()
	who := d.Do(d.View, model.AddPerson{Person: model.Person{Name: "Zebedeus", Site: d.View.Site(), Roles: []model.Role{model.RoleDesk}}}).Entity
	now := d.Env.Now()
	c := &model.Change{Stream: model.Stream{Replica: model.Replica{0xee}, Scope: model.Scope{Class: model.Desk, Part: d.View.Site()}}, Seq: 1,
		Time: model.Logical(now.Add(time.Second).UnixMilli()) << 16, Wall: now.UnixMilli(), Kind: model.KindRequest, Entity: id, Op: model.OpAdd,
		Actor: who, Schema: 1, MinReader: 1, Writes: []model.Write{{Field: 2, Value: model.Ref(who)}}} // where an item names a person
	alter(c)
	if err := d.Store.Receive([]*model.Change{c}); err != nil {
		d.T.Fatal(err)
	}
	d.News()
	d.Press("v", "5") // all requests: it may be closed now
	d.Pass(time.Second)
}

// told is the sentence of what this version does not know.
func told(d *uitest.Desk) string { return d.Env.Words.Say("event.unknown", "who", "Zebedeus") }

// TestHistoryTellsEveryItem walks every kind of item there is, and some that there may be: each has a line in the history, and
// one of which this version knows nothing says so, there and beside the list.
func TestHistoryTellsEveryItem(t *testing.T) {
	kinds := []model.ItemKind{999, 65535}
	for k := range model.ItemKind(64) {
		kinds = append(kinds, k)
	}
	for _, k := range kinds {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *model.Change) { c.Item = k })
			unknown := !model.Catalogue().Item(model.KindRequest, k)
			if unknown {
				d.Shows(told(d))
			}
			d.Press("h", "Zebedeus")
			d.Shows("Zebedeus")
			d.Hides(d.Env.Words.Say("pick.none"))
			if unknown {
				d.Shows(told(d))
			}
		})
	}
}

// TestHistoryTellsEveryField is the same for every field that can be written, alone, and for one of a newer version.
func TestHistoryTellsEveryField(t *testing.T) {
	fields := []model.Field{999}
	for f := range model.Field(40) {
		fields = append(fields, f+1)
	}
	for _, f := range fields {
		t.Run(fmt.Sprint(f), func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *model.Change) {
				c.Op, c.Writes = model.OpSet, []model.Write{{Field: f, Value: model.Text("waarde")}}
			})
			d.Press("h", "Zebedeus")
			d.Hides(d.Env.Words.Say("pick.none"))
		})
	}
}

// TestHistoryTellsWhatCannotBeRead: what a newer version wrote, and this one keeps unread, is a line as well.
func TestHistoryTellsWhatCannotBeRead(t *testing.T) {
	for name, alter := range map[string]func(c *model.Change){
		"fields":    func(c *model.Change) { c.Op = model.OpSet },
		"an item":   func(c *model.Change) { c.Item = model.ItemMemo },
		"an action": func(c *model.Change) { c.Op = 9 },
	} {
		t.Run(name, func(t *testing.T) {
			d, id, _, _ := filledDesk(t)
			cameIn(d, id, func(c *model.Change) { c.MinReader = model.SchemaVersion + 1; alter(c) })
			d.Shows(told(d))
			d.Press("h", "Zebedeus")
			d.Shows(told(d))
			d.Hides(d.Env.Words.Say("pick.none"))
		})
	}
}
