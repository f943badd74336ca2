package replica_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/trust"
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
	must(c.t, store.Restore(c.t.Context(), store.Options{Now: c.clock, Program: "test"}, copied, other.path))
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
		"set back after an exchange, twice": {func(s *school, l *copyOf) []*copyOf {
			s.exchange(l)
			file := l.bytes()
			work(s, l, 1, "b")
			s.exchange(l)
			l.setBack(file)
			work(s, l, 0, "c")
			l.receive(s.pack(l.to())) // it hears of it, and goes on under another name
			file = l.bytes()
			work(s, l, 0, "d")
			l.setBack(file)
			work(s, l, 0, "e")
			return []*copyOf{l}
		}, []string{"b", "c", "e"}, true},
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

// TestNotesOfWhatWasWrittenAnew: a laptop is set back where no note tells, works on, hears of it, and is set back again, now with notes. A check
// misses what nobody had, and not what stood under the first name and was written anew.
func TestNotesOfWhatWasWrittenAnew(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	file := l.bytes()
	l.do(l.me, judgement(s, 1, 1, "b"))
	s.exchange(l)
	l.setBack(file)
	l.do(l.me, judgement(s, 0, 1, "c"))
	l.state = filepath.Join(t.TempDir(), "state")
	l.receive(s.pack(l.to())) // it hears of it, and goes on under another name
	second := l.s.Replica()
	file = l.bytes()
	l.do(l.me, judgement(s, 0, 1, "d"))
	l.bytes()
	l.setBack(file)
	if l.s.Replica() == second {
		t.Fatal("it is not seen by the note that it was set back")
	}
	s.settle(l)
	if got := l.reasons(); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("it holds %q", got)
	}
	report, err := l.s.Check(t.Context())
	must(t, err)
	if len(report.Problems) != 1 || !strings.HasPrefix(report.Problems[0].Where, second.String()) {
		t.Errorf("a check finds %+v, and one thing is missing, of %s", report.Problems, second)
	}
}

// succeed makes a copy the centre with the recovery phrase.
func (c *school) succeed(other *copyOf) *school {
	c.t.Helper()
	must(c.t, keeper.Succeed(c.t.Context(), other.s, c.me, c.phrase))
	next := *c
	next.copyOf = other
	return &next
}

// TestACentreThatWasSetBackOrCopied: laptops are out with work, and some of them know more of the centre than it does. With the phrase it
// goes on inviting and revoking; whatever a laptop holds comes back.
func TestACentreThatWasSetBackOrCopied(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(s *school, l *copyOf) *copyOf // gives the copy that becomes the centre
		want    []string
	}{
		"put back from before an exchange": {func(s *school, l *copyOf) *copyOf {
			dir := t.TempDir()
			must(t, s.s.Backup(t.Context(), filepath.Join(dir, "copy"), nil))
			s.do(s.teachers[0], judgement(s, 0, 2, "at the centre"))
			l.do(l.me, judgement(s, 0, 1, "on the laptop"))
			s.exchange(l)
			return s.restoredFrom(filepath.Join(dir, "copy"))
		}, []string{"at the centre", "on the laptop"}},
		"put back, with work on the laptop since": {func(s *school, l *copyOf) *copyOf {
			s.do(s.teachers[0], judgement(s, 0, 2, "at the centre"))
			l.do(l.me, judgement(s, 0, 1, "on the laptop"))
			return s.restored()
		}, []string{"at the centre", "on the laptop"}},
		"set back after an exchange": {func(s *school, l *copyOf) *copyOf {
			file := s.bytes()
			s.do(s.teachers[0], judgement(s, 0, 2, "at the centre"))
			l.do(l.me, judgement(s, 0, 1, "on the laptop"))
			s.exchange(l)
			s.setBack(file)
			s.do(s.teachers[0], judgement(s, 1, 2, "since"))
			s.noticed(l)
			return s.copyOf
		}, []string{"at the centre", "on the laptop", "since"}},
		"copied, and both go on": {func(s *school, l *copyOf) *copyOf {
			other := s.clone(s.bytes())
			s.do(s.teachers[0], judgement(s, 0, 2, "at the centre"))
			s.exchange(l)
			other.do(s.teachers[0], judgement(s, 1, 2, "at the copy"))
			(&school{copyOf: other}).noticed(l)
			return other
		}, []string{"at the centre", "at the copy"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSchool(t)
			l := s.laptop(s.teachers[0], "laptop Tine")
			s.exchange(l)
			other := c.happens(s, l)
			if st := stateOf(other); st.CentreIs(other.s.Replica()) {
				t.Fatal("it goes on as the centre before anybody gave the phrase")
			}
			next := s.succeed(other)
			l.receive(next.pack(l.to())) // the succession comes with the next bundle
			if to := l.home(); to.Replica != next.s.Replica() {
				t.Fatalf("the laptop's centre is %s, not %s", to.Replica, next.s.Replica())
			}
			next.settle(l)
			same(t, next.copyOf, l)
			for what, side := range map[string]*copyOf{"the centre": next.copyOf, "the laptop": l} {
				side.sound()
				if got := side.reasons(); !slices.Equal(got, c.want) {
					t.Errorf("%s: %q, wanted %q", what, got, c.want)
				}
			}
			second := next.laptop(s.teachers[1], "laptop Joost") // it goes on inviting,
			next.exchange(second)
			same(t, next.copyOf, second)
			must(t, trust.Revoke(t.Context(), next.as(next.me), l.s.Replica(), nil)) // and revoking
			l.receive(next.pack(l.to()))
			if is, _ := func() (trust.Replica, bool) { st := stateOf(l); return st.Replica(l.s.Replica()) }(); !is.Revoked {
				t.Error("the laptop does not hear that it was revoked")
			}
		})
	}
}

// noticed exchanges until a centre sees by what a laptop knows that it was set back.
func (c *school) noticed(l *copyOf) {
	c.t.Helper()
	was := c.s.Replica()
	there := c.receive(l.pack(replica.To{Replica: was}))
	if !there.SetBack || there.Tag == "" || c.s.Replica() == was {
		c.t.Fatalf("not noticed: %+v", there)
	}
}
