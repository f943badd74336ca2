package model_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
)

// TestUndoHasABound: a session takes back the last hundred things, and no more; what came before them stays done.
func TestUndoHasABound(t *testing.T) {
	const bound, more = 100, 7
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	v, err := model.Enter(t.Context(), s, me)
	must(t, err)
	for range bound + more {
		_, err := v.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
		must(t, err)
	}
	all := func(back func() error) (n int) {
		t.Helper()
		for {
			switch err := back(); fault.KindOf(err) {
			case fault.NotFound:
				return n
			default:
				must(t, err)
				n++
			}
		}
	}
	if n := all(func() error { _, err := v.Undo(t.Context()); return err }); n != bound {
		t.Fatalf("%d things are taken back", n)
	}
	c, err := desk.ReadCounts(t.Context(), v)
	must(t, err)
	if c.Waiting != more {
		t.Fatalf("%d requests are left", c.Waiting)
	}
	if n := all(func() error { _, err := v.Redo(t.Context()); return err }); n != bound {
		t.Fatalf("%d things are done again", n)
	}
}
