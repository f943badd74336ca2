package ui

import (
	"leerbalie/ui/text"
)

// Warm makes what every first frame needs: all words of the language that will most likely be spoken, and the keys.
// Who opens a store meanwhile shows it sooner. asked and locale are as in Options.
func Warm(asked text.Lang, locale string) {
	all := text.All()
	all.For(all.Choose(string(asked), locale)).Prepare()
	allKeys()
}
