// Package drivertest is one suite that everything passes that carries parcels between two stores: bundles in a folder, and pipes.
package drivertest

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/root"
)

// Side is one of two stores, and who works there.
type Side struct {
	Store *store.Store
	By    journal.ID
	Now   func() time.Time
}

// Driver is one exchange there and back: what the laptop has goes to the centre, and what the centre has to the laptop. Where cut is
// not negative, each thing that is carried breaks off after so many bytes.
type Driver func(ctx context.Context, laptop, centre Side, cut int64) (there, back transfer.Returned, err error)

// pair is a centre, a laptop of Tine's, a student of hers, and a piece of evidence.
type pair struct {
	t              testing.TB
	centre, laptop Side
	one            sync.Mutex // for now
	now            time.Time
	student, piece journal.ID
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clock is that of both stores, of which each asks by itself.
func (p *pair) clock() time.Time {
	p.one.Lock()
	defer p.one.Unlock()
	p.now = p.now.Add(time.Second)
	return p.now
}

func (p *pair) empty(name string) *store.Store {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	must(p.t, store.Create(path, p.now))
	s, err := store.Open(path, store.Options{Now: p.clock, Program: "test"})
	must(p.t, err)
	p.t.Cleanup(func() { s.Close() })
	return s
}

func (p *pair) do(at Side, actions ...model.Action) model.Receipt {
	p.t.Helper()
	session, err := model.Enter(p.t.Context(), at.Store, at.By)
	must(p.t, err)
	r, err := session.Do(p.t.Context(), actions...)
	must(p.t, err)
	return r
}

func node() journal.ID { return competence.BuiltinFrameworks()[2].Nodes[0].ID }

// out makes a centre, and a laptop that is out.
func out(t testing.TB) *pair {
	t.Helper()
	p := &pair{t: t, now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)}
	ctx := t.Context()
	p.centre = Side{Store: p.empty("centre.db"), Now: p.clock}
	me, err := model.Found(ctx, p.centre.Store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	p.centre.By = me
	_, err = root.Keeper{Cost: root.Cost{Memory: 8, Passes: 1}, Random: rand.Reader}.New(ctx, p.centre.Store, me, false)
	must(t, err)
	lead, err := model.Enter(ctx, p.centre.Store, me)
	must(t, err)
	group := p.do(p.centre, model.AddGroup{Group: model.Group{Name: "1A", Site: lead.Site()}}).Entity
	tine := p.do(p.centre, model.AddPerson{Person: model.Person{Name: "Tine", Roles: []model.Role{model.RoleTeacher}, Site: lead.Site(), Groups: []journal.ID{group}}}).Entity
	p.student = p.do(p.centre, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: lead.Site(), Groups: []journal.ID{group}, Level: "mbo-3"}}).Entity
	made := p.do(Side{Store: p.centre.Store, By: p.student}, learning.AddEvidence{Student: p.student,
		Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Gesprek", Nodes: []journal.ID{node()}}})
	p.piece = made.Created[len(made.Created)-1]
	secret, id, err := replica.Invite(ctx, p.centre.Store, me, tine, "laptop", time.Time{})
	must(t, err)
	var parcel bytes.Buffer
	_, err = replica.Pack(ctx, p.centre.Store, replica.To{Invitation: id}, &parcel, nil)
	must(t, err)
	p.laptop = Side{Store: p.empty("laptop.db"), By: tine, Now: p.clock}
	_, _, err = replica.Begin(ctx, p.laptop.Store, secret, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(parcel.Bytes())), nil }, nil)
	must(t, err)
	return p
}

func (p *pair) judge(at Side, why string) {
	p.t.Helper()
	p.do(at, learning.Assess{Student: p.student, Evidence: p.piece, Given: []learning.Given{{Node: node(), Level: 1}}, Reason: why})
}

func (p *pair) digests(at Side) map[string]string {
	p.t.Helper()
	r, err := at.Store.Check(p.t.Context())
	must(p.t, err)
	if !r.Sound() {
		p.t.Fatalf("a store is not sound: %+v", r.Problems)
	}
	return r.Digests.Scopes
}

// same holds both stores to each other, in every scope that the laptop may hold.
func (p *pair) same() {
	p.t.Helper()
	laptop, centre := p.digests(p.laptop), p.digests(p.centre)
	for scope, is := range laptop {
		if centre[scope] != is {
			p.t.Errorf("%s differs", scope)
		}
	}
	if len(laptop) == 0 {
		p.t.Error("the laptop holds nothing")
	}
}

// Out is a laptop that is out and the centre that it came from, for tests of one driver; judge lets its holder judge, on either.
func Out(t testing.TB) (laptop, centre Side, judge func(at *store.Store, why string)) {
	t.Helper()
	p := out(t)
	return p.laptop, p.centre, func(at *store.Store, why string) { p.judge(Side{Store: at, By: p.laptop.By}, why) }
}

// Empty is a store that holds nothing.
func Empty(t *testing.T) *store.Store {
	t.Helper()
	return (&pair{t: t, now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)}).empty("empty.db")
}

// Run runs the suite; row is how many exchanges are done in a row.
func Run(t *testing.T, row int, exchange Driver) {
	t.Run("there and back", func(t *testing.T) {
		p := out(t)
		p.judge(p.laptop, "rustig gebleven")
		p.judge(Side{Store: p.centre.Store, By: p.laptop.By}, "aan de balie gezien")
		p.do(p.centre, model.AddGroup{Group: model.Group{Name: "1B"}})
		there, back, err := exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
		if there.Came.Judgements != 1 || there.Admitted.Name != "Tine" || back.Came.Judgements != 1 || len(there.Waiting)+len(back.Waiting) != 0 || back.Acknowledged == 0 {
			t.Errorf("there %+v\nback %+v", there, back)
		}
		p.same()
		if so, err := replica.Stands(t.Context(), p.laptop.Store); err != nil || so.Alone != 0 || so.Exchanged.IsZero() {
			t.Errorf("%+v %v", so, err)
		}
		peers, err := replica.Peers(t.Context(), p.centre.Store)
		must(t, err)
		for _, m := range peers {
			if m.Replica == p.laptop.Store.Replica() && m.Lacks != 0 {
				t.Errorf("the centre did not hear what came: %+v", m)
			}
		}
	})
	t.Run("twice is once", func(t *testing.T) {
		p := out(t)
		p.judge(p.laptop, "rustig gebleven")
		_, _, err := exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
		_, _, err = exchange(t.Context(), p.laptop, p.centre, -1) // which brings what the first one wrote about keys
		must(t, err)
		before := p.heads()
		there, back, err := exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
		if there.Came.Changes+back.Came.Changes != 0 {
			t.Errorf("there %+v\nback %+v", there, back)
		}
		if after := p.heads(); !maps.Equal(before, after) {
			t.Errorf("nothing was written, and %v became %v", before, after)
		}
	})
	t.Run("cut off anywhere", func(t *testing.T) {
		p := out(t)
		p.judge(p.laptop, "rustig gebleven")
		for _, cut := range []int64{0, 1, 20, 60, 200, 800, 1500} {
			if _, _, err := exchange(t.Context(), p.laptop, p.centre, cut); err == nil {
				t.Errorf("after %d bytes nobody notices", cut)
			}
		}
		_, _, err := exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
		_, _, err = exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
		p.same()
	})
	t.Run("another organisation", func(t *testing.T) {
		p, other := out(t), out(t)
		other.judge(other.laptop, "rustig gebleven")
		before := p.heads()
		if _, _, err := exchange(t.Context(), other.laptop, p.centre, -1); err == nil {
			t.Error("another organisation's laptop is taken for one of this")
		} else if k := fault.KindOf(err); k != fault.Refused && k != fault.NotFound {
			t.Errorf("%v", err)
		}
		if after := p.heads(); !maps.Equal(before, after) {
			t.Errorf("%v became %v", before, after)
		}
	})
	t.Run("stopped", func(t *testing.T) {
		p := out(t)
		p.judge(p.laptop, "rustig gebleven")
		ctx, stop := context.WithCancel(t.Context())
		stop()
		if _, _, err := exchange(ctx, p.laptop, p.centre, -1); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
		_, _, err := exchange(t.Context(), p.laptop, p.centre, -1)
		must(t, err)
	})
	t.Run("nothing is left lying about", func(t *testing.T) {
		dir := t.TempDir()
		t.Setenv("TMPDIR", dir)
		p := out(t)
		p.judge(p.laptop, "rustig gebleven")
		for _, cut := range []int64{400, -1} {
			_, _, _ = exchange(t.Context(), p.laptop, p.centre, cut)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%v %v", left, err)
		}
	})
	t.Run("many in a row", func(t *testing.T) {
		p := out(t)
		var before map[string]uint64
		for n := range row {
			if n == 3 {
				before = p.heads()
			}
			if n < 2 {
				p.judge(p.laptop, "rustig gebleven")
			}
			_, _, err := exchange(t.Context(), p.laptop, p.centre, -1)
			must(t, err)
		}
		if after := p.heads(); !maps.Equal(before, after) {
			t.Errorf("%v grew to %v", before, after)
		}
		p.same()
	})
}

// heads are how far the streams of both stores are.
func (p *pair) heads() map[string]uint64 {
	p.t.Helper()
	out := map[string]uint64{}
	for name, at := range map[string]Side{"laptop": p.laptop, "centre": p.centre} {
		heads, err := at.Store.Heads(p.t.Context())
		must(p.t, err)
		for stream, seq := range heads {
			out[name+" "+stream.Replica.String()+" "+stream.Scope.Class.String()+" "+stream.Scope.Part.String()] = seq
		}
	}
	return out
}
