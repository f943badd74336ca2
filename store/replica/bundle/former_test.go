package bundle

import (
	"path/filepath"
	"testing"

	"leerbalie/store"
)

// TestABundleForTheCentreBefore: the centre was put back. What a laptop sealed for the one before does not open there: it says what to do
// instead, and that works; and of a laptop that is not known there it says that as well.
func TestABundleForTheCentreBefore(t *testing.T) {
	c := centre(t, false)
	first := c.take(c.recipient("Tine de Boer", false))
	words := first.Recovery
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, c.s.Backup(t.Context(), copied, nil))
	l := c.laptop(first)
	next := func(copied string) *place {
		n := &place{t: t, now: c.now, stick: t.TempDir(), student: c.student, piece: c.piece}
		path := filepath.Join(t.TempDir(), "restored.db")
		must(t, store.Restore(t.Context(), store.Options{Now: n.clock, Program: "test"}, copied, path))
		n.open(path)
		n.me = n.as("Sam")
		must(t, n.Keeper.Succeed(t.Context(), n.s, n.me.Me().ID, words))
		return n
	}
	l.judge()
	c.bring(l.take(l.recipient("", true)).Path)
	known := filepath.Join(t.TempDir(), "known")
	must(t, c.s.Backup(t.Context(), known, nil))
	back := l.take(l.recipient("", true))
	n := next(known)
	_, err := n.Return(t.Context(), n.me, back.Path, nil)
	fails(t, "bundle-former-some", err)
	l.bring(c.take(c.recipient("Tine de Boer", true)).Path)
	back = l.take(l.recipient("", true))
	before := next(copied)
	_, err = before.Return(t.Context(), before.me, back.Path, nil)
	fails(t, "bundle-former-unknown", err)
	_, err = n.Return(t.Context(), n.me, back.Path, nil)
	fails(t, "bundle-former-centre", err)
	l.bring(n.take(n.recipient("Tine de Boer", true)).Path)
	n.bring(l.take(l.recipient("", true)).Path)
}

// TestALaptopComesBackToACentreThatDoesNotKnowIt: with another first bundle for the same person, opened beside what it made. Somebody
// else's is refused, and changes nothing.
func TestALaptopComesBackToACentreThatDoesNotKnowIt(t *testing.T) {
	c := centre(t, false)
	first := c.take(c.recipient("Tine de Boer", false))
	copied := filepath.Join(t.TempDir(), "copy")
	l := c.laptop(first)
	l.judge()
	must(t, c.s.Backup(t.Context(), copied, nil))
	n := &place{t: t, now: c.now, stick: t.TempDir(), student: c.student, piece: c.piece}
	path := filepath.Join(t.TempDir(), "restored.db")
	must(t, store.Restore(t.Context(), store.Options{Now: n.clock, Program: "test"}, copied, path))
	n.open(path)
	n.me = n.as("Sam")
	must(t, n.Keeper.Succeed(t.Context(), n.s, n.me.Me().ID, first.Recovery))
	laptop := l.s.Path()
	must(t, l.s.Close())
	o := Opening{Path: laptop, Options: store.Options{Now: l.clock, Program: "test", Work: 4, Passphrase: func(int) (string, error) { return passphrase, nil }}}
	other := n.take(n.recipient("Sam", false))
	_, err := o.Open(t.Context(), other.Path, saying(other.Code), choosing, nil)
	fails(t, "bundle-store-there", err)
	_, err = o.Open(t.Context(), first.Path, saying(first.Code), choosing, nil) // that it came with
	fails(t, "bundle-store-there", err)
	again := n.take(n.recipient("Tine de Boer", false))
	_, err = o.Open(t.Context(), again.Path, saying(again.Code), choosing, nil)
	must(t, err)
	l.open(laptop)
	l.me = l.as("Tine de Boer")
	if r := n.bring(l.take(l.recipient("", true)).Path); r.Came.Judgements != 1 || len(r.Waiting) > 0 {
		t.Errorf("%+v", r)
	}
}
