package text

import (
	"slices"
	"strings"
	"sync"

	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
	"leerbalie/ui/text/nl"
)

// Catalogue is the languages that can be chosen, in the order in which they are offered. The last is spoken to everybody
// whose own language is not among them.
type Catalogue []language.Language

// All is the languages of the program. A new language is a folder beside nl and en, and its entry here.
func All() Catalogue { return slices.Clone(all()) }

// all is made once: every session of a process has the same words.
var all = sync.OnceValue(func() Catalogue {
	c := Catalogue{nl.Language(), en.Language()}
	for i, l := range c {
		c[i].Said = language.NewSentences(l)
	}
	return c
})

// Tags are the tags of the languages, in their order.
func (c Catalogue) Tags() []string {
	out := make([]string, len(c))
	for i, l := range c {
		out[i] = l.Tag
	}
	return out
}

// Offer is how a language is offered, by its tag; the tag itself for a language that is not there.
func (c Catalogue) Offer(tag string) string {
	for _, l := range c {
		if l.Tag == tag {
			return l.Offer
		}
	}
	return tag
}

// Has tells whether a tag is one of the languages.
func (c Catalogue) Has(tag string) bool {
	for _, l := range c {
		if l.Tag == tag {
			return true
		}
	}
	return false
}

// For gives the words of a language by its tag, and those of the last language for any other tag.
func (c Catalogue) For(lang Lang) Words {
	chosen := c[len(c)-1]
	for _, l := range c {
		if l.Tag == string(lang) {
			chosen = l
		}
	}
	if chosen.Said == nil {
		chosen.Said = language.NewSentences(chosen)
	}
	return Words{language: chosen, all: c}
}

// Choose reads a language from what the person asked for (may be empty) and from the locale ("nl_NL.UTF-8"): the one that
// a locale which begins so speaks, else the last. What was asked for goes before the locale, also where it is unknown.
func (c Catalogue) Choose(asked, locale string) Lang {
	for _, s := range []string{asked, locale} {
		s = strings.ToLower(strings.TrimSpace(s))
		if s == "" {
			continue
		}
		for _, l := range c {
			if slices.ContainsFunc(l.Locales, func(begins string) bool { return strings.HasPrefix(s, begins) }) {
				return Lang(l.Tag)
			}
		}
		break
	}
	return Lang(c[len(c)-1].Tag)
}
