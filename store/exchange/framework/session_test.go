package framework

import (
	"crypto/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

var clock = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// deskSession is that of whoever founded a store in memory.
func deskSession(t testing.TB) *model.Session {
	t.Helper()
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: func() time.Time { return clock }, Random: rand.Reader})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), store, me)
	if err != nil {
		t.Fatal(err)
	}
	return session
}
