package desk_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestANumberThatMayBeOneAsksForAFlag: without it the command fails with a sentence that names it and not the number.
func TestANumberThatMayBeOneAsksForAFlag(t *testing.T) {
	b := clitest.New(t)
	for _, args := range [][]string{
		{"request", "add", "klant 10000008"}, {"resident", "add", "Fatma", "--phone", "612345671", "--keep", "register"},
		{"request", "add", "Brief", "--details", "tel 123456782"},
	} {
		_, errs := b.Do(command.CouldNot, args...)
		if !strings.Contains(errs, "--keep-digits") || strings.ContainsAny(errs, "0123456789") {
			t.Errorf("%v: %s", args, errs)
		}
		b.Do(command.Done, append(args, "--keep-digits")...)
	}
	_, errs := b.Do(command.CouldNot, "request", "add", "bsn 123 456 782", "--keep-digits")
	if strings.ContainsAny(errs, "0123456789") || strings.Contains(errs, "--keep-digits") {
		t.Error(errs)
	}
}
