package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// apart writes a field as if what stands there had not been seen, as it comes from another replica.
type apart struct {
	kind     journal.Kind
	id, part journal.ID
	field    journal.FieldValue
}

func (apart) Name() string { return "act-edit-person" }

func (a apart) Do(d *model.Doing) error {
	c := d.NewChange(a.kind, a.id, a.part, journal.OpSet)
	c.Writes = []journal.Write{{Field: a.field.Field, Value: a.field.Value}}
	return d.Emit(c)
}

func (b *bench) conflicts(session *model.Session) []conflict.Conflict {
	b.t.Helper()
	all, err := conflict.Read(b.ctx(), session)
	b.must(err)
	return all
}

// conflicting: what people wrote apart is listed for who may see it, settled by who may write it, and undone.
func conflicting(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	tine := b.person("Tine", model.RoleTeacher)
	id := b.ask("brief", model.UrgencyRoutine)
	b.same(len(b.conflicts(b.sam)), 0)
	b.do(noor, apart{desk.KindRequest, id, b.sam.Site(), desk.RequestSummary.Is(journal.Text("andere brief"))})
	b.do(b.sam, apart{model.KindPerson, noor.Me().ID, journal.Organisation(), model.PersonLevel.Is(journal.Text("hbo"))},
		apart{model.KindPerson, noor.Me().ID, journal.Organisation(), model.PersonLevel.Is(journal.Text("mbo-4"))})
	all := b.conflicts(b.sam)
	b.same(len(all), 2)
	b.same([]any{all[0].Field, all[0].Title, all[1].Field, all[1].Title}, []any{"level", "Noor", "summary", "ZW-0001"})
	b.same([]any{all[1].Values[0].Value.Text(), all[1].Values[0].By, all[1].Values[1].Value.Text(), all[1].Values[1].By},
		[]any{"andere brief", noor.Me().ID, "brief", b.sam.Me().ID})
	b.same(len(b.conflicts(tine)), 1) // nothing of a resident
	b.same(b.conflicts(tine)[0].Settle, false)
	of, err := conflict.ReadOf(b.ctx(), b.sam, desk.KindRequest, id)
	b.must(err)
	b.same(of[0].ID, all[1].ID)

	c := all[0]
	settle := func(take journal.Stamp) conflict.Settle {
		return conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: take}
	}
	b.refused(fault.Refused, "not-to-settle", tine, settle(c.Values[0].Stamp))
	b.refused(fault.Invalid, "missing", b.sam, settle(journal.Stamp{}))
	b.do(b.sam, settle(c.Values[1].Stamp))
	b.same(len(b.conflicts(b.sam)), 1)
	b.refused(fault.Conflict, "nothing-clashes", b.sam, settle(c.Values[0].Stamp))
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	again := b.conflicts(b.sam)
	b.same(len(again), 2)

	// an entity that has gone from the list of pairs, and two pairs with one member
	ali, bo, eva := b.student("Ali"), b.student("Bo"), b.student("Eva")
	b.do(b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{ali, bo}}}})
	before := b.conflicts(b.sam)
	b.do(b.sam, second{[]journal.ID{ali, eva}})
	arisen := conflict.Arisen(before, b.conflicts(b.sam))
	b.same(len(arisen), 1)
	b.same([]any{arisen[0].Code, arisen[0].Title, len(arisen[0].Values)}, []any{conflict.Members, "Ali", 2})
	b.do(b.sam, conflict.Settle{Kind: arisen[0].Kind, Entity: arisen[0].Entity, ID: arisen[0].ID, Take: arisen[0].Values[1].Stamp})
	b.same(len(b.conflicts(b.sam)), 2)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	b.same(len(b.conflicts(b.sam)), 3)
}

func (b *bench) student(name string) journal.ID { return b.person(name, model.RoleStudent).Me().ID }

// second makes a pair without asking whether its members are in another one, as it comes from another replica.
type second struct{ members []journal.ID }

func (second) Name() string { return "act-publish-pairs" }

func (a second) Do(d *model.Doing) error {
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	return d.Set(pairs.KindPair, id, journal.Organisation(), journal.Fields{pairs.PairMembers.Is(journal.Refs(a.members)), pairs.PairStarted.Is(journal.Int(d.Now().UnixMilli()))})
}
