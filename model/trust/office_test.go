package trust_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/trust"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fails(t *testing.T, code string, err error) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Msg != code {
		t.Errorf("%v, wanted %s", err, code)
	}
}

func key(name string) ed25519.PublicKey {
	seed := sha256.Sum256([]byte(name))
	return ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey)
}

// office is a store with people of every role, in which "root" is the root key and "centre" the store's own.
type office struct {
	*memory.Store
	t           *testing.T
	as          map[model.Role]*model.Session
	site, other journal.ID
	class, next journal.ID
	noor        journal.ID
	seq         map[journal.Scope]uint64
}

func newOffice(t *testing.T, rooted bool) *office {
	t.Helper()
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	o := &office{t: t, as: map[model.Role]*model.Session{}, seq: map[journal.Scope]uint64{}, Store: memory.New(memory.Options{Replica: trust.ReplicaOf(key("centre")), Tag: "K1",
		Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})}
	me, err := model.Found(t.Context(), o, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	lead, err := model.Enter(t.Context(), o, me)
	must(t, err)
	o.site = lead.Site()
	o.other = o.do(lead, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	o.class, o.next = o.do(lead, model.AddGroup{Group: model.Group{Name: "2B"}}), o.do(lead, model.AddGroup{Group: model.Group{Name: "3C"}})
	for _, role := range model.Roles() {
		p := model.Person{Name: "Een " + string(role), Roles: []model.Role{role}, Site: o.site}
		if role == model.RoleTeacher {
			p.Groups = []journal.ID{o.class}
		}
		o.as[role], err = model.Enter(t.Context(), o, o.do(lead, model.AddPerson{Person: p}))
		must(t, err)
	}
	o.noor = o.do(lead, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: o.site, Groups: []journal.ID{o.class}, Level: "hbo"}})
	if rooted {
		o.root("centre", 1)
	}
	return o
}

// root lets the root key name a replica.
func (o *office) root(replica string, term uint64) {
	o.t.Helper()
	was, err := trust.Read(o.t.Context(), o)
	must(o.t, err)
	seed := sha256.Sum256([]byte("root"))
	c := trust.Centre{Root: key("root"), Term: term, Public: key(replica)}
	c.Signature = ed25519.Sign(ed25519.NewKeyFromSeed(seed[:]), c.Message())
	if term > 1 {
		must(o.t, trust.Name(o.t.Context(), o, journal.ID{}, was, c))
		return
	}
	must(o.t, trust.KeepRoot(o.t.Context(), o, journal.ID{}, was, key("root"), []byte("wrapped"), c))
}

func (o *office) do(session *model.Session, a model.Action) journal.ID {
	o.t.Helper()
	r, err := session.Do(o.t.Context(), a)
	must(o.t, err)
	return r.Entity
}

func (o *office) state() *trust.State {
	o.t.Helper()
	s, err := trust.Read(o.t.Context(), o)
	must(o.t, err)
	return &s
}

func (o *office) scopes(role model.Role) (out []journal.Scope) {
	o.t.Helper()
	must(o.t, o.Read(o.t.Context(), func(tx model.Tx) (err error) {
		out, err = trust.ScopesIn(tx, o.person(tx, role))
		return err
	}))
	return out
}

func (o *office) person(tx model.Tx, role model.Role) model.Person {
	o.t.Helper()
	rec, err := tx.Record(model.KindPerson, o.as[role].Me().ID)
	must(o.t, err)
	return model.PersonOf(rec)
}

func (o *office) invitation(name string, role model.Role) trust.Invitation {
	return trust.Invitation{ID: trust.EntityOf(key(name)), Public: key(name), Recipient: "age1" + name, Label: "laptop " + name, Person: o.as[role].Me().ID, Scopes: o.scopes(role),
		Until: time.Date(2026, 12, 21, 12, 0, 0, 0, time.UTC)}
}

// laptop invites and admits the laptop of a role.
func (o *office) laptop(role model.Role) trust.Replica {
	o.t.Helper()
	name := "of " + string(role)
	inv := o.invitation(name, role)
	must(o.t, trust.Invite(o.t.Context(), o.as[model.RoleCoordinator], inv, nil))
	must(o.t, o.Write(o.t.Context(), func(tx model.WriteTx) error {
		return trust.AdmitIn(tx, journal.ID{}, trust.Replica{Public: key("laptop " + name), Recipient: "age1laptop", Tag: "P" + name[3:4], Invitation: inv.ID})
	}))
	r, ok := o.state().Replica(trust.ReplicaOf(key("laptop " + name)))
	if !ok {
		o.t.Fatal("nobody was admitted")
	}
	return r
}

// writes lets changes of a laptop in, and gives the last.
func (o *office) writes(r trust.Replica, scope journal.Scope, kind journal.Kind, entity journal.ID, item journal.ItemKind, n int, fields ...journal.FieldValue) (c *journal.Change) {
	o.t.Helper()
	for range n {
		o.seq[scope]++
		c = &journal.Change{Stream: journal.Stream{Replica: r.Name, Scope: scope}, Seq: o.seq[scope], Time: journal.Logical(1<<60 + o.seq[scope]), Kind: kind, Entity: entity,
			Op: journal.OpAdd, Item: item, Actor: r.Person, Schema: 1, MinReader: 1}
		if item == 0 {
			c.Op = journal.OpSet
		}
		for _, f := range fields {
			c.Writes = append(c.Writes, journal.Write{Field: f.Field, Value: f.Value})
		}
		must(o.t, o.Receive([]*journal.Change{c}))
	}
	return c
}

func (o *office) allows(r trust.Replica, c *journal.Change) (reason trust.Reason) {
	o.t.Helper()
	must(o.t, o.Read(o.t.Context(), func(tx model.Tx) (err error) {
		reason, err = trust.Allows(tx, r, c)
		return err
	}))
	return reason
}
