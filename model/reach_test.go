package model_test

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
	"leerbalie/model/trust"
)

// watched is a store that shows each change before it is written.
type watched struct {
	model.Backend
	emit func(model.Tx, *journal.Change)
}

func (w watched) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	return w.Backend.Write(ctx, func(tx model.WriteTx) error { return fn(watchedTx{tx, w.emit}) })
}

type watchedTx struct {
	model.WriteTx
	emit func(model.Tx, *journal.Change)
}

func (w watchedTx) Emit(c *journal.Change) error {
	w.emit(w.WriteTx, c)
	return w.WriteTx.Emit(c)
}

// TestWhatTheProgramWritesIsAllowed: whatever the program lets somebody do, by any action, in any role, and taking it back, is
// taken in when it comes from that person's laptop.
func TestWhatTheProgramWritesIsAllowed(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	inner := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), inner, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	seen, doing := map[string]int{}, ""
	s := watched{inner, func(tx model.Tx, c *journal.Change) {
		reason, err := trust.Allows(tx, trust.Replica{Person: c.Actor}, c)
		must(t, err)
		if erasure := c.Kind == journal.KindErasure; erasure != (reason == trust.Overreach) || reason == trust.Newer {
			t.Errorf("%s: %q for kind %d, item %d, writes %v", doing, reason, c.Kind, c.Item, c.Writes)
		}
		seen[fmt.Sprint(c.Kind, " ", c.Item)]++
	}}
	lead, err := model.Enter(t.Context(), s, me)
	must(t, err)
	sessions := map[model.Role]*model.Session{}
	for _, role := range model.Roles() {
		sessions[role] = someone(t, s, lead, "Een "+string(role), role)
		keep(t, sessions[role])
		for range 3 { // who does not get in herself keeps nobody from a rescue, which is among what is tried
			_, err := lead.TryPIN(t.Context(), sessions[role].Me().ID, now, typed("0000"))
			must(t, err)
			now = now.Add(time.Hour)
		}
	}
	back := lead
	must(t, modeltest.EverythingTried(t.Context(), lead, now, func(a model.Action) {
		doing = "taking back before " + a.Name()
		if _, err := back.Undo(t.Context()); err == nil {
			_, err = back.Redo(t.Context())
			must(t, err)
		}
		for role, session := range sessions {
			doing = fmt.Sprintf("%T by %s", a, role)
			_, err := session.Try(t.Context(), [][]model.Action{{a}}, true)
			must(t, err)
		}
		doing = a.Name()
	}))
	if len(seen) < 40 {
		t.Errorf("only %d sorts of change were written", len(seen))
	}
}
