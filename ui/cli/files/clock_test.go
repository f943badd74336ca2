package files_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestTheClockIsSaid by a command that writes, on the standard error, when it is far from the last work; not by one that only reads,
// and not for an hour or a day.
func TestTheClockIsSaid(t *testing.T) {
	const day = 24 * time.Hour
	for _, c := range []struct {
		off  time.Duration
		said string
	}{
		{0, ""}, {-time.Hour, ""}, {-23 * time.Hour, ""}, {399 * day, ""}, {-8 * 365 * day, "Set the clock right."}, {73 * 366 * day, "leerbalie clock --right"},
	} {
		b := clitest.New(t)
		b.Off = c.off
		if _, said := b.Do(command.Done, "request", "add", "Een vraag"); strings.Contains(said, "This computer's clock says") != (c.said != "") || !strings.Contains(said, c.said) {
			t.Errorf("off by %v: %q", c.off, said)
		}
		if _, said := b.Do(command.Done, "request", "list"); said != "" {
			t.Errorf("off by %v, reading says %q", c.off, said)
		}
	}
}

// TestTheClockIsRight: somebody says so, once, after 500 days, and nothing is said any more.
func TestTheClockIsRight(t *testing.T) {
	type clock struct {
		Clock string `json:"clock_at"`
		Last  string `json:"last_at"`
		State string `json:"state"`
	}
	b := clitest.New(t)
	if _, said := b.Do(command.CouldNot, "clock", "--right"); !strings.Contains(said, "nothing to confirm") {
		t.Error(said)
	}
	b.Off = 500 * 24 * time.Hour
	if got := clitest.JSON[clock](b, "clock"); got.State != "ahead" || got.Clock[:4] != "2027" || got.Last[:4] != "2026" {
		t.Errorf("%+v", got)
	}
	b.Do(command.Done, "request", "add", "Een vraag")
	if out := b.Must("request", "list", "--json"); !strings.Contains(out, `"created_at":"2026-03-09`) {
		t.Errorf("before anybody said so: %s", out)
	}
	if out, said := b.Do(command.Done, "clock", "--right"); !strings.Contains(out, "That can be right.") || said != "" {
		t.Errorf("%q %q", out, said)
	}
	if _, said := b.Do(command.Done, "request", "add", "Nog een vraag"); said != "" {
		t.Error(said)
	}
	if out := b.Must("request", "list", "--json"); !strings.Contains(out, `"created_at":"2027-07-22`) {
		t.Errorf("after somebody said so: %s", out)
	}
	b.Off = 0
	if got := clitest.JSON[clock](b, "clock"); got.State != "behind" {
		t.Errorf("%+v", got)
	}
}
