// Package texttest makes up a language, so that tests can show that nothing is said but what the chosen language says.
//
// It is English with every letter thirteen further on. Places, figures and signs stay, and so do lengths, so that screens
// break their lines where they do in English.
package texttest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
)

// Tag is the tag of the made-up language; ISO 639 keeps it for such use.
const Tag text.Lang = "qaa"

// Catalogue is the languages of the program and the made-up one, which nothing else speaks.
func Catalogue() text.Catalogue { return append(text.Catalogue{made()}, text.All()...) }

func made() language.Language {
	english := en.Language()
	l := english
	l.Tag, l.Locales, l.Offer = string(Tag), []string{string(Tag)}, turned(english.Offer)
	l.Tables = make([]func() language.Table, len(english.Tables))
	for i, table := range english.Tables {
		l.Tables[i] = func() language.Table { return turn(table()) }
	}
	l.Codes = func() language.Table { return turn(english.Codes()) }
	return l
}

func turn(table language.Table) language.Table {
	out := language.Table{}
	for id, sentence := range table {
		out[id] = turned(sentence)
	}
	return out
}

// turned is a sentence in the made-up language.
func turned(sentence string) string {
	inside := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '{':
			inside++
		case r == '}':
			inside--
		case inside > 0:
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, sentence)
}

// shortest is the length of the words that are looked at: shorter ones say little, and can be anything.
const shortest = 4

// Reader tells which words on a screen or in an output the made-up language does not have.
type Reader struct{ known []string } // sorted

// NewReader makes a reader who also knows some words of data, such as names.
func NewReader(data ...string) *Reader {
	words := map[string]bool{}
	learn := func(s string) {
		for _, word := range split(s) {
			words[word] = true
		}
	}
	for _, sentence := range language.NewSentences(made()).All() {
		learn(sentence)
	}
	for _, l := range Catalogue() {
		learn(l.Offer)
	}
	for _, name := range []string{"enter", "esc", "tab", "shift+tab", "ctrl+a", "pgup", "pgdown", "home", "end", "backspace", "delete"} {
		learn(keys.Show(name))
	}
	for _, f := range competence.BuiltinFrameworks() { // their titles are data, in the languages of the list
		learn(strings.Join(append(f.Titles.All(), f.Title, f.Text, f.Key), " "))
		for _, s := range f.Scales {
			for _, level := range s.Levels {
				learn(level.Name)
			}
		}
		for _, n := range f.Nodes {
			learn(strings.Join(append(n.Titles.All(), n.Title, n.Text, n.Term), " "))
		}
	}
	for _, d := range data {
		learn(d)
	}
	return &Reader{slices.Sorted(maps.Keys(words))}
}

// split gives the words of a text, in small letters.
func split(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// cut is a word that a box lies over, or that ends where its column does.
var cut = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\pL+[│┌└┐┘]|[│┌└┐┘]\pL+`) })

// Strange gives the words that are not known. The end of a word can lack: columns cut.
func (r *Reader) Strange(shown string) (out []string) {
	for _, word := range split(cut().ReplaceAllString(shown, " ")) {
		if len([]rune(word)) < shortest || slices.Contains(out, word) {
			continue
		}
		i, _ := slices.BinarySearch(r.known, word)
		if i == len(r.known) || !strings.HasPrefix(r.known[i], word) {
			out = append(out, word)
		}
	}
	return out
}

// Check fails a test for what it does not know.
func (r *Reader) Check(t testing.TB, where, shown string) {
	t.Helper()
	if strange := r.Strange(shown); len(strange) > 0 {
		t.Errorf("%s: %v are words of no language that was asked for:\n%s", where, strange, shown)
	}
}

// Data gives all the texts that a store holds.
func Data(t testing.TB, b model.Backend) (out []string) {
	t.Helper()
	var take func(journal.Value)
	take = func(v journal.Value) {
		out = append(out, v.Raw(), v.Text())
		for _, one := range v.List() {
			take(one)
		}
	}
	err := b.Read(t.Context(), func(tx model.Tx) error {
		for k := range journal.Kind(255) {
			if err := tx.Each(k, func(r *journal.Record) error {
				for _, reg := range r.Registers {
					for _, v := range reg.Live {
						take(v.Value)
					}
				}
				items, err := tx.Items(k, r.ID)
				for _, it := range items {
					for _, f := range it.Fields {
						take(f.Value)
					}
				}
				return err
			}); err != nil {
				return fmt.Errorf("kind %d: %w", k, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
