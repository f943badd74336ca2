package uitest

import (
	"context"
	"math/rand/v2"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// Other is a second copy of a desk's store, as on a laptop.
type Other struct {
	*memory.Store
	t testing.TB
}

// Replicate makes a copy that holds what the desk holds now and goes on by itself.
func Replicate(t testing.TB, d *Desk) *Other {
	t.Helper()
	o := &Other{t: t, Store: memory.New(memory.Options{Replica: journal.Replica{9}, Tag: "M2", Now: d.clock.Now, Random: random{rand.NewPCG(3, 4)}})}
	if err := o.Receive(d.Store.Journal()); err != nil {
		t.Fatal(err)
	}
	return o
}

// As begins a session of a person on the copy.
func (o *Other) As(id journal.ID) *model.Session {
	o.t.Helper()
	session, err := model.Enter(context.Background(), o.Store, id)
	if err != nil {
		o.t.Fatal(err)
	}
	return session
}
