package replica_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/store"
	"leerbalie/store/replica"
)

// close ends the use of a store, so that its file can be copied or set back by hand; open goes on.
func (c *copyOf) close() {
	c.t.Helper()
	must(c.t, c.s.Close())
}

// bytes are the file as it is now; the store goes on after it.
func (c *copyOf) bytes() []byte {
	c.t.Helper()
	c.close()
	b, err := os.ReadFile(c.path)
	must(c.t, err)
	c.open()
	return b
}

// setBack puts an earlier file in the place of the store.
func (c *copyOf) setBack(file []byte) {
	c.t.Helper()
	c.close()
	must(c.t, os.WriteFile(c.path, file, 0o600))
	c.open()
}

// clone is another computer with a copy of the file, which nothing tells from the first.
func (c *copyOf) clone(file []byte) *copyOf {
	c.t.Helper()
	other := &copyOf{t: c.t, now: c.now, me: c.me, path: filepath.Join(c.t.TempDir(), "clone.db")}
	must(c.t, os.WriteFile(other.path, file, 0o600))
	other.open()
	return other
}

// restored is another computer on which a backup was put back.
func (c *copyOf) restored() *copyOf {
	c.t.Helper()
	dir := c.t.TempDir()
	must(c.t, c.s.Backup(c.t.Context(), filepath.Join(dir, "copy"), nil))
	return c.restoredFrom(filepath.Join(dir, "copy"))
}

func (c *copyOf) restoredFrom(copied string) *copyOf {
	c.t.Helper()
	other := &copyOf{t: c.t, now: c.now, me: c.me, path: filepath.Join(c.t.TempDir(), "restored.db")}
	must(c.t, store.Restore(c.t.Context(), copied, other.path))
	other.open()
	return other
}

// reasons are the reasons of all judgements, each as often as it stands there.
func (c *copyOf) reasons() (out []string) {
	c.t.Helper()
	const reason journal.Field = 8
	must(c.t, c.s.Read(c.t.Context(), func(tx model.Tx) error {
		return tx.Each(learning.KindDossier, func(r *journal.Record) error {
			items, err := tx.Items(r.Kind, r.ID)
			for _, it := range journal.Standing(items) {
				if it.Kind == learning.ItemAssessment {
					out = append(out, it.Fields.Get(reason).Text())
				}
			}
			return err
		})
	}))
	slices.Sort(out)
	return out
}

// accept lets everybody in who waits under another name, as a coordinator decides.
func (c *school) accept() {
	c.t.Helper()
	peers, err := replica.Peers(c.t.Context(), c.s)
	must(c.t, err)
	for _, p := range peers {
		st := stateOf(c.copyOf)
		if _, known := st.Replica(p.Replica); known || p.Replica == (journal.Replica{}) {
			continue
		}
		_, err := replica.Accept(c.t.Context(), c.s, c.as(c.me), p.Replica)
		must(c.t, err)
	}
}

// settle exchanges with laptops, a few times over, until nothing new comes.
func (c *school) settle(laptops ...*copyOf) {
	c.t.Helper()
	for round := range 8 {
		came := 0
		for _, l := range laptops {
			there := c.receive(l.pack(l.home()))
			c.accept()
			back := l.receive(c.pack(l.to()))
			came += there.Came.Changes + back.Came.Changes
			if back.SetBack {
				came++
			}
		}
		if came == 0 && round > 0 {
			return
		}
	}
	c.t.Error("it does not come to an end")
}

// TestALaptopThatWasSetBackOrCopied: whatever happened to the file, before an exchange or after it, nothing that two computers wrote is
// lost, nothing is there twice, and each goes on under a name of its own.
func TestALaptopThatWasSetBackOrCopied(t *testing.T) {
	work := func(s *school, l *copyOf, student int, why string) { l.do(l.me, judgement(s, student, 1, why)) }
	for name, c := range map[string]struct {
		happens func(s *school, l *copyOf) (all []*copyOf)
		want    []string
		renamed bool
	}{
		"set back before an exchange": {func(s *school, l *copyOf) []*copyOf {
			work(s, l, 0, "a")
			file := l.bytes()
			work(s, l, 1, "lost: nobody had it")
			l.setBack(file)
			work(s, l, 1, "b")
			return []*copyOf{l}
		}, []string{"a", "b"}, false},
		"set back after an exchange": {func(s *school, l *copyOf) []*copyOf {
			work(s, l, 0, "a")
			file := l.bytes()
			work(s, l, 1, "b")
			s.exchange(l)
			l.setBack(file)
			work(s, l, 1, "c")
			work(s, l, 0, "d")
			return []*copyOf{l}
		}, []string{"a", "b", "c", "d"}, true},
		"set back after an exchange, with more work since": {func(s *school, l *copyOf) []*copyOf {
			s.exchange(l)
			file := l.bytes()
			work(s, l, 1, "b")
			s.exchange(l)
			l.setBack(file)
			for _, why := range []string{"c", "d", "e", "f"} {
				work(s, l, 0, why)
			}
			return []*copyOf{l}
		}, []string{"b", "c", "d", "e", "f"}, true},
		"set back after an exchange, and nothing since": {func(s *school, l *copyOf) []*copyOf {
			s.exchange(l)
			file := l.bytes()
			work(s, l, 1, "b")
			s.exchange(l)
			l.setBack(file)
			return []*copyOf{l}
		}, []string{"b"}, true},
		"copied before an exchange": {func(s *school, l *copyOf) []*copyOf {
			work(s, l, 0, "a")
			other := l.clone(l.bytes())
			work(s, l, 1, "b")
			work(s, other, 1, "c")
			work(s, other, 0, "d")
			return []*copyOf{l, other}
		}, []string{"a", "b", "c", "d"}, true},
		"copied after an exchange": {func(s *school, l *copyOf) []*copyOf {
			work(s, l, 0, "a")
			s.exchange(l)
			other := l.clone(l.bytes())
			work(s, l, 1, "b")
			s.exchange(l)
			work(s, other, 1, "c")
			return []*copyOf{other, l}
		}, []string{"a", "b", "c"}, true},
		"put back before an exchange": {func(s *school, l *copyOf) []*copyOf {
			work(s, l, 0, "a")
			other := l.restored()
			work(s, other, 1, "b")
			return []*copyOf{other}
		}, []string{"a", "b"}, true},
		"put back after an exchange": {func(s *school, l *copyOf) []*copyOf {
			s.exchange(l)
			work(s, l, 0, "a")
			other := l.restored()
			work(s, l, 1, "b")
			s.exchange(l)
			work(s, other, 1, "c")
			return []*copyOf{other}
		}, []string{"a", "b", "c"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSchool(t)
			l := s.laptop(s.teachers[0], "laptop Tine")
			name := l.s.Replica()
			all := c.happens(s, l)
			s.settle(all...)
			for _, l := range all {
				same(t, s.copyOf, l)
				l.sound()
				if got := l.reasons(); !slices.Equal(got, c.want) {
					t.Errorf("on a laptop: %q, wanted %q", got, c.want)
				}
			}
			s.sound()
			if got := s.reasons(); !slices.Equal(got, c.want) {
				t.Errorf("at the centre: %q, wanted %q", got, c.want)
			}
			if renamed := all[0].s.Replica() != name || len(all) > 1 && all[1].s.Replica() != name; renamed != c.renamed {
				t.Errorf("another name: %v", renamed)
			}
			tags := map[string]bool{}
			for _, l := range append(all, s.copyOf) {
				if tags[l.s.Tag()] {
					t.Errorf("tag %s twice", l.s.Tag())
				}
				tags[l.s.Tag()] = true
			}
		})
	}
}
