// Package passphrase says what a passphrase of a sealed store is, and in which form it opens one.
package passphrase

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
)

// A passphrase opens a sealed store. What is offered are phrase.Passphrase words; somebody may choose another that is long enough.
const (
	leastPassphrase = 12
	mostPassphrase  = 1000
	leastDifferent  = 5 // characters, so that one key held down is none
)

// Form is a passphrase in the one form in which it opens something: spaces around it and between words do not count,
// nor how a letter with an accent is put together; of the words that are offered neither case nor spaces do.
func Form(text string) string {
	if p, err := phrase.Parse(text, phrase.Passphrase); err == nil {
		return string(p)
	}
	return strings.Join(strings.Fields(norm.NFC.String(text)), " ")
}

// Chosen gives a passphrase that somebody chooses in its form. Errors: Invalid for one that is too short, too long or too plain.
func Chosen(text string) (string, error) {
	p := Form(text)
	different := map[rune]bool{}
	for _, r := range p {
		different[r] = true
	}
	switch n := utf8.RuneCountInString(p); {
	case n < leastPassphrase:
		return "", fault.New(fault.Invalid, "passphrase-short", "least", leastPassphrase, "have", n)
	case n > mostPassphrase:
		return "", fault.New(fault.Invalid, "passphrase-long", "most", mostPassphrase)
	case !utf8.ValidString(p):
		return "", fault.New(fault.Invalid, "passphrase-bytes")
	case len(different) < leastDifferent:
		return "", fault.New(fault.Invalid, "passphrase-plain")
	}
	return p, nil
}
