package replica_test

import (
	"testing"

	"filippo.io/age"

	"leerbalie/store/replica"
)

// TestLaptopsHearWhomToSealFor: a centre that follows another has another key for what is sealed for it. Laptops hear of it with its
// first bundle, invited or not; and nobody takes the one before for a laptop.
func TestLaptopsHearWhomToSealFor(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	next := s.succeed(s.restored())
	l.receive(next.pack(l.to()))
	identity, err := replica.Identity(t.Context(), next.s)
	must(t, err)
	own, err := age.ParseX25519Identity(identity)
	must(t, err)
	recipient, err := replica.Recipient(t.Context(), l.s, l.home())
	must(t, err)
	if recipient != own.Recipient().String() {
		t.Errorf("the laptop seals for %s", recipient)
	}
	machines, err := replica.Peers(t.Context(), next.s)
	must(t, err)
	if len(machines) != 1 || machines[0].Label != "laptop Tine" {
		t.Errorf("the others are %+v", machines)
	}
	before, err := next.s.Heads(t.Context())
	must(t, err)
	next.pack(l.to())
	after, err := next.s.Heads(t.Context())
	must(t, err)
	for stream, seq := range after {
		if seq != before[stream] {
			t.Errorf("packing again wrote %v", stream)
		}
	}
}
