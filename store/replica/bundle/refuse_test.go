package bundle

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
)

// TestWhoMayTakeABundle: a coordinator for all who may hold a copy, a teacher for herself, a student for nobody.
func TestWhoMayTakeABundle(t *testing.T) {
	c := centre(t, true)
	names := func(who string) string {
		all, err := c.Recipients(t.Context(), c.as(who))
		if err != nil {
			return err.Error()
		}
		var out []string
		for _, to := range all {
			out = append(out, to.Name)
		}
		return strings.Join(out, ", ")
	}
	if got := names("Kees"); got != "Kees, Sam, Tine de Boer" {
		t.Errorf("Kees: %s", got)
	}
	if got := names("Tine"); got != "Tine de Boer" {
		t.Errorf("Tine: %s", got)
	}
	_, err := c.Recipients(t.Context(), c.as("Noor"))
	fails(t, "no-right-bundle", err)
	tine, noor, kees := c.as("Tine"), c.as("Noor"), c.recipient("Kees", false)
	for name, do := range map[string]func() error{
		"no-right-invite": func() error { _, err := c.Take(t.Context(), tine, kees, c.stick, nil); return err },
		"no-right-bundle": func() error { _, err := c.Return(t.Context(), noor, c.stick, nil); return err },
	} {
		fails(t, name, do())
	}
	_, err = c.Plan(t.Context(), tine, kees)
	fails(t, "no-right-invite", err)
	_, err = c.Look(t.Context(), noor, c.stick, nil)
	fails(t, "no-right-bundle", err)
	fails(t, "no-right-bundle", c.Decide(t.Context(), noor, transfer.Hit{}, transfer.Travels))
	fails(t, "bundle-text-coordinator", c.Decide(t.Context(), tine, transfer.Hit{}, transfer.Travels))
	must(t, c.Decide(t.Context(), tine, transfer.Hit{}, transfer.StaysHome))
	must(t, c.Decide(t.Context(), c.me, transfer.Hit{}, transfer.Travels))
	_, err = c.Refusals(t.Context(), tine)
	fails(t, "no-right-invite", err)
	student := transfer.Recipient{Person: c.student, Name: "Noor Haddad"}
	if _, err := c.Take(t.Context(), c.me, student, c.stick, nil); fault.KindOf(err) != fault.Refused {
		t.Errorf("a student gets a copy: %v", err)
	}
	if left, err := os.ReadDir(c.stick); err != nil || len(left) > 0 {
		t.Errorf("%v %v", left, err)
	}
}

// TestACopyThatIsNotTheCentre says what to do.
func TestACopyThatIsNotTheCentre(t *testing.T) {
	c := centre(t, true)
	to := c.recipient("Tine de Boer", false)
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, c.s.Backup(t.Context(), copied, nil))
	path := filepath.Join(t.TempDir(), "d.db")
	must(t, store.Restore(t.Context(), store.Options{}, copied, path))
	r := &place{t: t, now: monday, stick: c.stick}
	r.open(path)
	r.me = r.as("Sam")
	_, err := r.Recipients(t.Context(), r.me)
	fails(t, "bundle-not-centre", err)
	_, err = r.Take(t.Context(), r.me, to, r.stick, nil)
	fails(t, "bundle-not-centre", err)
}

// TestOpening: what is in the way is said before anybody is asked, a wrong code is asked again, and nothing is left of what fails.
func TestOpening(t *testing.T) {
	c := centre(t, true)
	first := c.take(c.recipient("Tine de Boer", false))
	dir := t.TempDir()
	o := Opening{Path: filepath.Join(dir, "d.db"), Options: store.Options{Now: c.clock, Program: "test", Work: 4}}
	nobody := func(context.Context, error) (phrase.Phrase, error) {
		t.Error("asked in vain")
		return "", context.Canceled
	}
	there := o
	there.Path = c.s.Path()
	_, err := there.Open(t.Context(), first.Path, nobody, choosing, nil)
	fails(t, "bundle-store-there", err)
	_, err = o.Open(t.Context(), filepath.Join(dir, "none.bundle"), nobody, choosing, nil)
	fails(t, "bundle-missing", err)
	_, err = o.Open(t.Context(), c.s.Path(), nobody, choosing, nil)
	fails(t, "bundle-is-store", err)
	other, err := phrase.New(rand.Reader, CodeWords)
	must(t, err)
	stopped := errors.New("stopped")
	_, err = o.Open(t.Context(), first.Path, func(_ context.Context, wrong error) (phrase.Phrase, error) {
		if wrong != nil {
			fails(t, "bundle-code", wrong)
			return "", stopped
		}
		return other, nil
	}, choosing, nil)
	if !errors.Is(err, stopped) {
		t.Error(err)
	}
	body, err := os.ReadFile(first.Path)
	must(t, err)
	cut := filepath.Join(dir, "cut.bundle")
	must(t, os.WriteFile(cut, body[:len(body)-1], 0o600))
	_, err = o.Open(t.Context(), cut, saying(first.Code), choosing, nil)
	fails(t, "bundle-damaged", err)
	must(t, os.Remove(cut))
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v %v", left, err)
	}
	_, err = o.Open(t.Context(), first.Path, saying(other, first.Code), choosing, nil)
	must(t, err)
	_, err = c.Return(t.Context(), c.me, first.Path, nil)
	fails(t, "bundle-first", err)
}

// TestWhatIsNotOurs: another organisation's bundle, and one that was harmed, change nothing.
func TestWhatIsNotOurs(t *testing.T) {
	c, other := centre(t, true), centre(t, true)
	l := other.laptop(other.take(other.recipient("Tine de Boer", false)))
	l.judge()
	home := l.take(l.recipient("", true))
	before, err := c.s.Heads(t.Context())
	must(t, err)
	_, err = c.Return(t.Context(), c.me, home.Path, nil)
	fails(t, "bundle-other-organisation", err)
	body, err := os.ReadFile(home.Path)
	must(t, err)
	for name, harmed := range map[string][]byte{"cut": body[:len(body)-1], "half": body[:len(body)/2], "flipped": append(bytes.Clone(body[:len(body)-9]), append([]byte{body[len(body)-9] ^ 1}, body[len(body)-8:]...)...)} {
		path := filepath.Join(other.stick, name)
		must(t, os.WriteFile(path, harmed, 0o600))
		_, err := other.Return(t.Context(), other.me, path, nil)
		fails(t, "bundle-damaged", err)
		if _, err := os.Stat(path + WordEnding); err == nil {
			t.Errorf("%s is acknowledged", name)
		}
	}
	after, err := c.s.Heads(t.Context())
	must(t, err)
	for stream, seq := range after {
		if before[stream] != seq {
			t.Errorf("%v went from %d to %d", stream, before[stream], seq)
		}
	}
}
