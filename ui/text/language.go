package text

import (
	"strings"

	"leerbalie/model/plain"
)

// Languages are the tags (BCP 47) of languages that are often spoken at a Dutch front desk; others can be typed as a tag.
func Languages() []string {
	return []string{"nl", "en", "ar", "tr", "zgh", "pl", "uk", "ru", "ti", "fa", "so", "am", "ku", "ro", "bg", "es", "pt", "fr", "de", "it", "pap", "srn", "zh", "ur", "hi", "hu"}
}

// Language gives a language's name, or its tag where the catalogue has none.
func (w Words) Language(tag string) string { return w.Or("lang."+tag, tag) }

// FindLanguage gives the tag for what somebody typed: a tag, a name, or the beginning of one name only.
func (w Words) FindLanguage(typed string) (tag string, ok bool) {
	key := strings.ToLower(strings.TrimSpace(typed))
	hits := 0
	for _, t := range Languages() {
		name := plain.FoldText(w.Language(t))
		switch {
		case key == t || plain.FoldText(key) == name:
			return t, true
		case strings.HasPrefix(name, plain.FoldText(key)):
			tag, hits = t, hits+1
		}
	}
	return tag, hits == 1 && key != ""
}
