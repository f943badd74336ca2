package replica_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/replica"
)

// TestNoBitOfAParcelCanBeTurnedOver, nor can it be cut off or added to: it is refused, and nothing is changed.
func TestNoBitOfAParcelCanBeTurnedOver(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	l.do(l.me, judgement(c, 0, 1, "rustig gebleven"))
	whole := l.pack(l.home())
	before := c.digests().All
	refuses := func(what string, at int, p parcel) {
		t.Helper()
		r, err := replica.Receive(t.Context(), c.s, c.me, p.open, nil)
		var e *fault.Error
		if err == nil && (r.Came.Changes > 0 || len(r.Waiting) == 0) || err != nil && !errors.As(err, &e) {
			t.Errorf("%s at %d: %+v, %v", what, at, r, err)
		}
	}
	for at := 0; at < len(whole)*8; at += 211 {
		p := slices.Clone(whole)
		p[at/8] ^= 1 << (at % 8)
		refuses("turned over", at, p)
	}
	for at := 0; at < len(whole); at += 97 {
		refuses("cut off", at, whole[:at])
	}
	refuses("cut off", len(whole)-1, whole[:len(whole)-1])
	refuses("added to", len(whole), append(slices.Clone(whole), 0))
	refuses("twice", 2*len(whole), append(slices.Clone(whole), whole...))
	if c.digests().All != before {
		t.Error("something was changed")
	}
	if r := c.receive(whole); r.Came.Judgements != 1 {
		t.Errorf("the whole one: %+v", r)
	}
	if again := c.receive(whole); again.Came.Changes != 0 {
		t.Errorf("replayed: %+v", again)
	}
	refusals, err := replica.Refusals(t.Context(), c.s)
	must(t, err)
	if len(refusals) == 0 || len(refusals) > 32 {
		t.Errorf("%d refusals are remembered", len(refusals))
	}
}

// TestWhoseParcelIsTaken: only one of this organisation, for this copy, of somebody who is known.
func TestWhoseParcelIsTaken(t *testing.T) {
	c, other := newSchool(t), newSchool(t)
	l, theirs := c.laptop(c.teachers[0], "laptop Tine"), other.laptop(other.teachers[0], "laptop elsewhere")
	second := c.laptop(c.teachers[1], "laptop Joost")
	c.exchange(l)
	c.exchange(second)
	c.exchange(l)
	refuses := func(want string, at *copyOf, p parcel) {
		t.Helper()
		before := at.digests().All
		_, err := replica.Receive(t.Context(), at.s, at.me, p.open, nil)
		fails(t, want, err)
		if at.digests().All != before {
			t.Errorf("%s: something was changed", want)
		}
	}
	st := stateOf(other.copyOf)
	refuses("trust-other-root", l, other.pack(replica.To{Invitation: st.Invitations()[0].ID}))
	refuses("parcel-for-other", l, c.pack(second.to()))
	refuses("parcel-for-other", c.copyOf, theirs.pack(theirs.home()))
	_, err := replica.Home(t.Context(), c.s)
	fails(t, "bundle-for-whom", err)
	var b bytes.Buffer
	_, err = replica.Pack(t.Context(), l.s, second.to(), &b, nil)
	fails(t, "bundle-to-centre", err)
	_, _, err = replica.Invite(t.Context(), c.s, c.me, c.students[0], "laptop Noor", time.Time{})
	fails(t, "trust-no-copy", err)
	_, _, err = replica.Invite(t.Context(), c.s, c.teachers[0], c.teachers[1], "laptop Joost", time.Time{})
	if fault.KindOf(err) != fault.Refused {
		t.Errorf("a teacher invites another: %v", err)
	}
	for _, role := range []model.Role{model.RoleDesk, model.RoleSupervisor} { // whose copy holds residents
		who := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Piet " + string(role), Roles: []model.Role{role}, Site: c.site}}).Entity
		if _, _, err = replica.Invite(t.Context(), c.s, who, who, "laptop Piet", time.Time{}); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s takes residents home: %v", role, err)
		}
	}
	if _, _, err = replica.Invite(t.Context(), c.s, c.teachers[0], c.teachers[0], "laptop Tine 2", time.Time{}); err != nil {
		t.Errorf("a teacher invites herself: %v", err)
	}
}

// TestAJumpOfTheClockIsHeld, of a laptop whose program does not guard itself, until a coordinator takes it in; and nobody else's clock
// follows it before that.
func TestAJumpOfTheClockIsHeld(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	l.now = l.now.AddDate(3, 0, 0)
	must(t, l.s.Write(t.Context(), func(w model.WriteTx) error { w.TrustClock(); return emit(w, l.me, "Tine de Boer-Vos") }))
	there := c.receive(l.pack(l.home()))
	if there.Came.Changes != 0 || len(there.Waiting) != 1 || there.Waiting[0].Reason != "clock" {
		t.Fatalf("%+v", there)
	}
	var clock journal.Logical
	must(t, c.s.Read(t.Context(), func(tx model.Tx) (err error) { clock, err = tx.Clock(); return err }))
	if clock.Time().Year() != 2026 {
		t.Errorf("the centre's clock is at %s", clock.Time())
	}
	if _, err := replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica()); err != nil {
		t.Fatal(err)
	}
	c.exchange(l)
	same(t, c.copyOf, l)
}

// emit writes another name of a person, as the person does.
func emit(w model.WriteTx, who journal.ID, name string) error {
	rec, err := w.Record(model.KindPerson, who)
	if err != nil {
		return err
	}
	people := journal.Stream{Scope: journal.Scope{Class: journal.People, Part: journal.Organisation()}}
	return w.Emit(&journal.Change{Stream: people, Kind: model.KindPerson, Entity: who, Op: journal.OpSet, Wall: w.Now().UnixMilli(), Actor: who, Schema: 1, MinReader: 1,
		Writes: []journal.Write{{Field: model.PersonName, Value: journal.Text(name), Base: rec.Live(model.PersonName)}}})
}

// TestASourceThatBreaks: what fails in the middle of reading, or is another the second time, changes nothing.
func TestASourceThatBreaks(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	l.do(l.me, judgement(c, 0, 1, "een"))
	first := l.pack(l.home())
	l.do(l.me, judgement(c, 1, 1, "twee"))
	second := l.pack(l.home())
	before := c.digests().All
	for name, open := range map[string]replica.Source{
		"a stick that is pulled out": func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(bytes.NewReader(first[:len(first)/2]), broken{})), nil
		},
		"no file": func() (io.ReadCloser, error) { return nil, fault.New(fault.NotFound, "file-missing") },
		"another the second time": func() func() (io.ReadCloser, error) {
			n := 0
			return func() (io.ReadCloser, error) {
				if n++; n == 1 {
					return first.open()
				}
				return second.open()
			}
		}(),
	} {
		if _, err := replica.Receive(context.Background(), c.s, c.me, open, nil); err == nil || c.digests().All != before {
			t.Errorf("%s: %v", name, err)
		}
	}
	c.exchange(l)
	same(t, c.copyOf, l)
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("input/output error") }
