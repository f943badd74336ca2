package cli

import (
	"strings"
	"testing"

	"leerbalie/ui/screen/pin"
)

func TestAForgottenPINIsDropped(t *testing.T) {
	b := newBench(t)
	if out, _ := b.do(done, "person", "drop-pin", "Samira"); !strings.Contains(out, "had no PIN") {
		t.Errorf("%q", out)
	}
	view, shut, err := b.powers.Open(t.Context(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	if err := pin.Keep(t.Context(), view, view.Me().ID, "$argon2id$x"); err != nil {
		t.Fatal(err)
	}
	if err := shut(); err != nil {
		t.Fatal(err)
	}
	if out, _ := b.do(done, "person", "drop-pin", "Samira"); !strings.Contains(out, "Samira has no PIN") {
		t.Errorf("%q", out)
	}
	b.do(couldNot, "person", "drop-pin", "Nobody")
}
