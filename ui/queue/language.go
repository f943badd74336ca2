package queue

import (
	"strings"

	"leerbalie/model"
	"leerbalie/ui/text"
)

// languages are the tags (BCP 47) of languages that are often spoken at a Dutch front desk; others can be typed as a tag.
func languages() []string {
	return []string{"nl", "en", "ar", "tr", "zgh", "pl", "uk", "ru", "ti", "fa", "so", "am", "ku", "ro", "bg", "es", "pt", "fr", "de", "it", "pap", "srn", "zh", "ur", "hi", "hu"}
}

// languageName gives a language's name, or its tag where the catalogue has none.
func languageName(w text.Words, tag string) string { return w.Or("lang."+tag, tag) }

// languageFinder gives the tag for what somebody typed: a tag, a name, or the beginning of one name only.
func languageFinder(w text.Words) func(string) (string, bool) {
	return func(typed string) (string, bool) {
		key := strings.ToLower(strings.TrimSpace(typed))
		hit, hits := "", 0
		for _, tag := range languages() {
			name := model.FoldText(languageName(w, tag))
			switch {
			case key == tag || model.FoldText(key) == name:
				return tag, true
			case strings.HasPrefix(name, model.FoldText(key)):
				hit, hits = tag, hits+1
			}
		}
		return hit, hits == 1 && key != ""
	}
}
