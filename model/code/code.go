// Package code is lists to choose from: what stands on disk is a code, and what people read of it stands elsewhere.
package code

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"leerbalie/model/plain"
)

// Code is one entry of a list to choose from: a stable code for data and scripts. What people read of an entry that comes
// with the program stands in ui/text, a folder a language; what a site calls an entry itself stands in Labels.
type Code struct {
	Code   string   // kebab case, English, never reused for something else
	List   string   // the list of the program that the entry comes from; "" for one that a site made up
	Labels Labels   // what the site calls it; none: as the program does
	Also   []string // the ways it is written in files that are imported, in whatever language
}

// Labels are a name in several languages, by their BCP 47 tags.
type Labels map[string]string

// Tags are the languages in which there is a name, in the order of the alphabet.
func (l Labels) Tags() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(l)), func(tag string) bool { return l[tag] == "" })
}

// Equal tells whether two have the same names.
func (l Labels) Equal(other Labels) bool {
	return slices.Equal(l.Tags(), other.Tags()) && !slices.ContainsFunc(l.Tags(), func(tag string) bool { return l[tag] != other[tag] })
}

// With gives a copy with the name in one language; "" takes it out.
func (l Labels) With(tag, name string) Labels {
	out := maps.Clone(l)
	if out == nil {
		out = Labels{}
	}
	if out[tag] = name; name == "" {
		delete(out, tag)
	}
	return out
}

// All are the names, in the order of their tags.
func (l Labels) All() []string {
	var out []string
	for _, tag := range l.Tags() {
		out = append(out, l[tag])
	}
	return out
}

// In is the name in a language (nl, nl-NL), or else the one that it is written with.
func (l Labels) In(language, own string) string {
	base, _, _ := strings.Cut(language, "-")
	return cmp.Or(l[language], l[base], own)
}

// Renamed tells whether the site calls an entry otherwise than the program does, in any language.
func (c Code) Renamed() bool {
	return slices.ContainsFunc(c.Labels.Tags(), func(tag string) bool {
		key := codeKey(c.Labels[tag])
		return !slices.ContainsFunc(c.Also, func(way string) bool { return codeKey(way) == key })
	})
}

// Names are all the ways in which an entry is called, its code left out.
func (c Code) Names() []string {
	return append(c.Labels.All(), c.Also...)
}

// Codes is a list of codes in the order in which they are shown.
type Codes []Code

// Listed is a list of the program.
func Listed(name string, entries ...Code) Codes {
	for i := range entries {
		entries[i].List = name
	}
	return entries
}

// Entry is an entry of a list of the program, with the ways in which files write it.
func Entry(code string, also ...string) Code { return Code{Code: code, Also: also} }

// Get returns the entry with exactly this code.
func (l Codes) Get(code string) (Code, bool) {
	for _, c := range l {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}

// Find returns the entry that a person or a file means: by code, by label in any language or by another known way
// of writing, whatever the case, accents, spaces and hyphens. For many look-ups make a Finder once.
func (l Codes) Find(text string) (Code, bool) { return l.Finder().Find(text) }

// Finder is a list prepared for many look-ups, as an import needs.
type Finder struct {
	entries map[string]Code
}

// Finder prepares the list.
func (l Codes) Finder() Finder {
	f := Finder{make(map[string]Code, 4*len(l))}
	for _, c := range l {
		for _, name := range append([]string{c.Code}, c.Names()...) {
			if key := codeKey(name); key != "" {
				if _, taken := f.entries[key]; !taken {
					f.entries[key] = c
				}
			}
		}
	}
	return f
}

// Find is Codes.Find.
func (f Finder) Find(text string) (Code, bool) {
	c, ok := f.entries[codeKey(text)]
	return c, ok
}

// codeKey is what two ways of writing a code have in common. The plus and the smaller-than sign count: they are all
// that some age bands have beside their digits.
func codeKey(text string) string {
	key := strings.ReplaceAll(plain.FoldText(text), " ", "")
	if strings.Contains(text, "+") {
		key += "+"
	}
	if strings.Contains(text, "<") {
		key = "<" + key
	}
	return key
}
