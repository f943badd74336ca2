// Package phrase makes words that stand for a secret: made by rule, to be read aloud and typed in Dutch and in English alike.
//
// A word has five letters: consonant, vowel, consonant, vowel, consonant. Its consonants are never mistaken for each other by how
// they are written or said in either language (no c or k, v or f, z or s, g, h, j, w, x, y; no b or d, which sound as p and t at
// the end of a Dutch word; no n beside m). The last letter is worked out from the four before it and from the place of the word:
// one letter that is wrong, or words that changed places, are noticed, and the word is told.
package phrase

import (
	"io"
	"strings"
	"unicode"
)

const (
	consonants = "fklmprst"
	vowels     = "aeiou"
	wordLength = 5
	// perWord is how many words there are at a place: the last letter says nothing of its own.
	perWord = len(consonants) * len(vowels) * len(consonants) * len(vowels)
)

// MaxWords is how many words a phrase has at most: as many places as the last letter tells apart.
const MaxWords = len(consonants)

// Recovery is how many words a recovery phrase has: 1,600 to the power of 8, or 85 bits, of which those that would make
// somebody blush are too few to count.
const Recovery = 8

// Passphrase is how many words a passphrase that is offered has: 53 bits, each try of which is made slow.
const Passphrase = 5

// Phrase is words in the form that New gives them: small letters, one space between two words.
type Phrase string

// New draws a phrase of a number of words, 1 to MaxWords. Errors are those of the source.
func New(random io.Reader, words int) (Phrase, error) {
	drawn := make([]string, words)
	for i := range drawn {
		for drawn[i] == "" || blush(drawn[i]) {
			n, err := draw(random)
			if err != nil {
				return "", err
			}
			drawn[i] = word(n, i)
		}
	}
	return Phrase(strings.Join(drawn, " ")), nil
}

// draw gives a number below perWord, each as likely as the others.
func draw(random io.Reader) (int, error) {
	for {
		var b [2]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return 0, err
		}
		if n := int(b[0])<<8 | int(b[1]); n < 1<<16/perWord*perWord {
			return n % perWord, nil
		}
	}
}

// word is the word of a number at a place.
func word(n, place int) string {
	c, v := len(consonants), len(vowels)
	letters := []byte{consonants[n%c], vowels[n/c%v], consonants[n/c/v%c], vowels[n/c/v/c]}
	last, _ := lastOf(string(letters), place)
	return string(append(letters, last))
}

// lastOf is the letter that ends a word of four letters at a place; false for letters of no word. Each letter counts with an odd
// number, and there are eight consonants, so that another letter at its place gives another end.
func lastOf(four string, place int) (byte, bool) {
	sum := place
	for i, letters := range [...]string{consonants, vowels, consonants, vowels} {
		n := strings.IndexByte(letters, four[i])
		if n < 0 {
			return 0, false
		}
		sum += n * [...]int{1, 3, 5, 7}[i]
	}
	return consonants[sum%len(consonants)], true
}

// blush tells whether a word holds what nobody wants to read aloud.
func blush(word string) bool {
	for _, part := range [...]string{"fok", "fuk", "kak", "kut", "lul", "pik", "pis", "rape", "suk", "tit"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return false
}

// Mistake is what Parse finds wrong in what somebody typed.
type Mistake struct {
	Word int    // which word, from 1; 0: there are too few or too many
	Text string // that word as it was typed
	Have int    // how many words there are
	Want int
}

func (m *Mistake) Error() string { return "no phrase" }

// Parse reads a phrase of a number of words. Case does not matter, nor do spaces, hyphens, line breaks and numbers between words,
// nor where words are parted as long as all letters are there. Errors: *Mistake.
func Parse(text string, words int) (Phrase, error) {
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	if all := strings.Join(parts, ""); len(all) == words*wordLength && ascii(all) { // parted elsewhere, or not at all
		parts = parts[:0]
		for ; all != ""; all = all[wordLength:] {
			parts = append(parts, all[:wordLength])
		}
	}
	for i, p := range parts[:min(len(parts), words)] {
		if len(p) == wordLength {
			if last, ok := lastOf(p[:wordLength-1], i); ok && last == p[wordLength-1] {
				continue
			}
		}
		return "", &Mistake{Word: i + 1, Text: p, Have: len(parts), Want: words}
	}
	if len(parts) != words {
		return "", &Mistake{Have: len(parts), Want: words}
	}
	return Phrase(strings.Join(parts, " ")), nil
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// Lines are the words in lines of four, for paper and screens.
func (p Phrase) Lines() (lines []string) {
	words := strings.Fields(string(p))
	for len(words) > 0 {
		n := min(4, len(words))
		lines, words = append(lines, strings.Join(words[:n], " ")), words[n:]
	}
	return lines
}
