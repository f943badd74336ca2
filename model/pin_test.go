package model_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// at is the moment at which PINs are tried.
var at = time.Date(2026, 11, 21, 13, 32, 0, 0, time.UTC)

// house is a store with a coordinator and a person of a role.
func house(t *testing.T, other model.Role) (store *memory.Store, lead, them *model.Session) {
	t.Helper()
	store = memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: func() time.Time { return at }, Random: counting{new(uint64)}})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err == nil {
		lead, err = model.Enter(t.Context(), store, me)
	}
	if err != nil {
		t.Fatal(err)
	}
	return store, lead, someone(t, store, lead, "Ali", other)
}

func someone(t *testing.T, store model.Backend, lead *model.Session, name string, role model.Role) *model.Session {
	t.Helper()
	r, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Level: "mbo-3", Site: lead.Site()}})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), store, r.Entity)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

// counting is a source of numbers that differ.
type counting struct{ n *uint64 }

func (c counting) Read(p []byte) (int, error) {
	n := atomic.AddUint64(c.n, 1)
	for i := range p {
		p[i] = byte(n >> (8 * (i % 8)))
	}
	return len(p), nil
}

// typed compares as if PINs were kept as they are.
func typed(pin string) func(string) bool { return func(kept string) bool { return kept == pin } }

func TestTheWaitGrowsAndEnds(t *testing.T) {
	var last time.Duration
	for n := range 40 {
		d := model.WaitAfter(n)
		if d < last || d > 5*time.Minute {
			t.Errorf("after %d wrong tries %s, before %s", n, d, last)
		}
		last = d
	}
	if model.WaitAfter(2) != 0 || model.WaitAfter(3) != 2*time.Second || model.WaitAfter(4) != 4*time.Second || last != 5*time.Minute {
		t.Error("the waits are not as they are written down")
	}
}

func TestWrongTriesWaitLonger(t *testing.T) {
	_, _, ali := house(t, model.RoleStudent)
	ctx, now, me := t.Context(), at, ali.Me().ID
	try := func(pin string) model.PINTry {
		t.Helper()
		r, err := ali.TryPIN(ctx, me, now, typed(pin))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := try("anything"); !r.Open {
		t.Error("without a PIN the door is shut")
	}
	if err := ali.KeepPIN(ctx, "4821"); err != nil {
		t.Fatal(err)
	}
	if has, _ := ali.HasPIN(ctx, me); !has {
		t.Error("the PIN is not there")
	}
	for range 3 {
		if r := try("0000"); r.Open {
			t.Fatal("a wrong PIN opens")
		}
	}
	if r := try("4821"); r.Open || r.Wait != 2*time.Second || r.Wrong != 3 {
		t.Errorf("a try before its time is looked at: %+v", r)
	}
	now = now.Add(2 * time.Second)
	if r := try("0000"); r.Wait != 4*time.Second {
		t.Errorf("%+v", r)
	}
	now = now.Add(-time.Hour) // the clock was set back
	if r, _ := ali.PINWait(ctx, me, now); r.Wait != 4*time.Second {
		t.Errorf("%+v", r)
	}
	if r := try("4821"); r.Open || r.Wait != 4*time.Second {
		t.Errorf("%+v", r)
	}
	now = now.Add(4 * time.Second)
	if r := try("4821"); !r.Open || r.Wrong != 0 {
		t.Errorf("a clock that was set back shuts the door for good: %+v", r)
	}
	if r := try("0000"); r.Wrong != 1 || r.Wait != 0 {
		t.Errorf("the count did not begin anew: %+v", r)
	}
	if had, err := ali.DropPIN(ctx, me); err != nil || !had {
		t.Error(had, err)
	}
	if has, _ := ali.HasPIN(ctx, me); has {
		t.Error("the PIN is still there")
	}
}

func TestAKillGivesNoTryBack(t *testing.T) {
	_, _, ali := house(t, model.RoleStudent)
	if err := ali.KeepPIN(t.Context(), "4821"); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		func() {
			defer func() { _ = recover() }()
			_, _ = ali.TryPIN(t.Context(), ali.Me().ID, at, func(string) bool { panic("killed while it looks") })
		}()
		if r, err := ali.PINWait(t.Context(), ali.Me().ID, at); err != nil || r.Wrong != i+1 {
			t.Errorf("after %d tries cut off: %+v %v", i+1, r, err)
		}
	}
	if r, _ := ali.TryPIN(t.Context(), ali.Me().ID, at, typed("4821")); r.Open {
		t.Error("tries that were cut off cost no waiting")
	}
}

// TestTriesAtOnceAreCounted tries from many sides at one moment: no more are looked at than one after the other would be.
func TestTriesAtOnceAreCounted(t *testing.T) {
	store, _, ali := house(t, model.RoleStudent)
	if err := ali.KeepPIN(t.Context(), "4821"); err != nil {
		t.Fatal(err)
	}
	var looked atomic.Int32
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			session, err := model.Enter(context.Background(), store, ali.Me().ID)
			if err == nil {
				_, err = session.TryPIN(context.Background(), ali.Me().ID, at, func(string) bool { looked.Add(1); return false })
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if looked.Load() != 3 {
		t.Errorf("%d tries were looked at", looked.Load())
	}
}

func TestOthersPINs(t *testing.T) {
	store, lead, ali := house(t, model.RoleStudent)
	ctx := t.Context()
	tine := someone(t, store, lead, "Tine", model.RoleTeacher)
	for _, s := range []*model.Session{lead, ali, tine} {
		if err := s.KeepPIN(ctx, "4821"); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ali.DropPIN(ctx, tine.Me().ID); fault.KindOf(err) != fault.Refused {
		t.Errorf("a student took away a teacher's PIN: %v", err)
	}
	if has, _ := lead.HasPIN(ctx, tine.Me().ID); !has {
		t.Error("it is gone")
	}
	if had, err := lead.DropPIN(ctx, tine.Me().ID); err != nil || !had || len(rescued(t, ali)) > 0 {
		t.Error(had, err, rescued(t, ali))
	}
	if _, err := ali.Switch(ctx, lead.Me().ID); fault.KindOf(err) != fault.Refused {
		t.Errorf("switched without the PIN: %v", err)
	}
	if _, err := ali.TryPIN(ctx, lead.Me().ID, at, typed("0000")); err != nil {
		t.Fatal(err)
	}
	if _, err := ali.Switch(ctx, lead.Me().ID); fault.KindOf(err) != fault.Refused {
		t.Errorf("switched with a wrong PIN: %v", err)
	}
	if _, err := ali.TryPIN(ctx, lead.Me().ID, at, typed("4821")); err != nil {
		t.Fatal(err)
	}
	if _, err := ali.Switch(ctx, lead.Me().ID); err != nil {
		t.Error(err)
	}
	if _, err := ali.Switch(ctx, lead.Me().ID); fault.KindOf(err) != fault.Refused {
		t.Errorf("one try opened twice: %v", err)
	}
}

func TestSettingsOfOthersAreShut(t *testing.T) {
	_, lead, ali := house(t, model.RoleStudent)
	theirs := lead.Me().ID.String()
	for _, key := range []string{"pin/" + theirs, "pin-wrong/" + theirs, "pin/" + ali.Me().ID.String(), "pin-wrong/" + ali.Me().ID.String(), "pin", model.LastPerson,
		"lang/" + theirs, "queue-views/" + theirs} {
		if err := ali.SetSetting(t.Context(), key, "x"); fault.KindOf(err) != fault.Refused {
			t.Errorf("a student wrote %s: %v", key, err)
		}
		if _, err := ali.Setting(t.Context(), key); fault.KindOf(err) != fault.Refused {
			t.Errorf("a student read %s: %v", key, err)
		}
	}
	if err := ali.SetSetting(t.Context(), "lang/"+ali.Me().ID.String(), "en"); err != nil {
		t.Error(err)
	}
}

// TestWhoActedLast holds that nobody is remembered whose PIN was not given.
func TestWhoActedLast(t *testing.T) {
	store, lead, ali := house(t, model.RoleStudent)
	ctx := t.Context()
	if err := lead.KeepPIN(ctx, "4821"); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*model.Session{ali, lead} {
		if err := s.Remember(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if last, _ := store.Setting(ctx, model.LastPerson); last != ali.Me().ID.String() {
		t.Errorf("remembered %q", last)
	}
	if _, err := lead.TryPIN(ctx, lead.Me().ID, at, typed("4821")); err != nil {
		t.Fatal(err)
	}
	if err := lead.Remember(ctx); err != nil {
		t.Fatal(err)
	}
	if last, _ := store.Setting(ctx, model.LastPerson); last != lead.Me().ID.String() {
		t.Errorf("remembered %q", last)
	}
}

// TestThePINOfWhoLeadsGoesInSight: whoever takes it away could do everything under that name, an administrator's work included.
func TestThePINOfWhoLeadsGoesInSight(t *testing.T) {
	store, lead, bo := house(t, model.RoleCoordinator)
	ali := someone(t, store, lead, "Ali", model.RoleStudent)
	keep(t, lead)
	keep(t, bo)
	for _, c := range []struct {
		by, of *model.Session
		shown  int
	}{{bo, bo, 0}, {bo, lead, 1}, {lead, lead, 1}} {
		before := len(store.Journal())
		if had, err := c.by.DropPIN(t.Context(), c.of.Me().ID); err != nil {
			t.Fatal(had, err)
		}
		if got := rescued(t, ali); len(got) != c.shown {
			t.Errorf("%s takes away the PIN of %s, and seen is %q", c.by.Me().Name, c.of.Me().Name, got)
		}
		if noted := store.Journal()[before:]; c.by != c.of && (len(noted) != 1 || noted[0].Entity != lead.Me().ID || noted[0].Actor != bo.Me().ID) {
			t.Errorf("noted: %+v", noted)
		}
	}
	if had, err := bo.DropPIN(t.Context(), lead.Me().ID); had || err != nil || len(rescued(t, ali)) != 1 {
		t.Errorf("without a PIN: %v %v", had, err)
	}
}
