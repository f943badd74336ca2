package queue

import "leerbalie/ui/text"

// languageName gives a language's name, or its tag where the catalogue has none.
func languageName(w text.Words, tag string) string { return w.Language(tag) }

// languageFinder gives the tag for what somebody typed: a tag, a name, or the beginning of one name only.
func languageFinder(w text.Words) func(string) (string, bool) { return w.FindLanguage }
