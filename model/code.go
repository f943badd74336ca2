package model

import "strings"

// Code is one entry of a list to choose from: a stable code for data and scripts, and what people read.
type Code struct {
	Code string   // kebab case, English, never reused for something else
	NL   string   // the label in Dutch, plain words
	EN   string   // the label in English
	Also []string // other ways it is written in files that are imported
}

// Label returns the label in a language ("nl", "nl-NL"; any other is English).
func (c Code) Label(language string) string {
	if language == "nl" || strings.HasPrefix(language, "nl-") {
		return c.NL
	}
	return c.EN
}

// Codes is a list of codes in the order in which they are shown.
type Codes []Code

// Get returns the entry with exactly this code.
func (l Codes) Get(code string) (Code, bool) {
	for _, c := range l {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}

// Label returns the label of a code, or the code itself when the list lacks it: what was imported under a name of its
// own is shown as it was written.
func (l Codes) Label(code, language string) string {
	if c, ok := l.Get(code); ok {
		return c.Label(language)
	}
	return code
}

// Find returns the entry that a person or a file means: by code, by label in either language or by another known way
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
		for _, name := range append([]string{c.Code, c.NL, c.EN}, c.Also...) {
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
	key := strings.ReplaceAll(FoldText(text), " ", "")
	if strings.Contains(text, "+") {
		key += "+"
	}
	if strings.Contains(text, "<") {
		key = "<" + key
	}
	return key
}
