// Package spoken knows languages by the names by which files write them.
package spoken

import (
	"sync"

	"leerbalie/model/plain"
)

// Tags are the names by which files write a language, folded, and its BCP 47 tag, which stands for itself as well: those that desks in the
// Netherlands meet most. Anything else is kept as it is written. Do not alter it.
var Tags = sync.OnceValue(func() map[string]string {
	names := map[string][]string{
		"nl": {"nederlands", "dutch", "ned"}, "en": {"engels", "english"}, "ar": {"arabisch", "arabic"}, "tr": {"turks", "turkish"},
		"pl": {"pools", "polish"}, "uk": {"oekraiens", "ukrainian"}, "fr": {"frans", "french"}, "de": {"duits", "german"},
		"es": {"spaans", "spanish"}, "pt": {"portugees", "portuguese"}, "it": {"italiaans", "italian"}, "ro": {"roemeens", "romanian"},
		"bg": {"bulgaars", "bulgarian"}, "hu": {"hongaars", "hungarian"}, "ru": {"russisch", "russian"}, "fa": {"farsi", "perzisch", "persian"},
		"ps": {"pasjtoe", "pashto"}, "ku": {"koerdisch", "kurdish"}, "so": {"somalisch", "somali"}, "ti": {"tigrinya", "tigrigna"},
		"am": {"amhaars", "amharic"}, "ur": {"urdu"}, "hi": {"hindi"}, "zh": {"chinees", "chinese", "mandarijn"}, "vi": {"vietnamees", "vietnamese"},
		"zgh": {"berbers", "tamazight", "berber"}, "rif": {"tarifit", "riffijns"}, "srn": {"sranan", "surinaams"},
		"pap": {"papiaments", "papiamento", "papiamentu"}, "dse": {"gebarentaal", "nederlandse gebarentaal", "ngt"}, "fy": {"fries", "frisian"},
	}
	out := map[string]string{}
	for tag, written := range names {
		out[tag] = tag
		for _, name := range written {
			out[plain.FoldText(name)] = tag
		}
	}
	return out
})

// Tag is the BCP 47 tag of a language; ok is false where the name is not known.
func Tag(name string) (tag string, ok bool) {
	tag, ok = Tags()[plain.FoldText(name)]
	return tag, ok
}
