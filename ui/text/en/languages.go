package en

import "leerbalie/ui/text/language"

// languages holds the names of languages.
func languages() language.Table {
	return language.Table{
		"language.in": "In {language}",
		"lang.nl":     "Dutch",
		"lang.en":     "English",
		"lang.ar":     "Arabic",
		"lang.tr":     "Turkish",
		"lang.zgh":    "Tamazight",
		"lang.pl":     "Polish",
		"lang.uk":     "Ukrainian",
		"lang.ru":     "Russian",
		"lang.ti":     "Tigrinya",
		"lang.fa":     "Persian",
		"lang.so":     "Somali",
		"lang.am":     "Amharic",
		"lang.ku":     "Kurdish",
		"lang.ro":     "Romanian",
		"lang.bg":     "Bulgarian",
		"lang.es":     "Spanish",
		"lang.pt":     "Portuguese",
		"lang.fr":     "French",
		"lang.de":     "German",
		"lang.it":     "Italian",
		"lang.pap":    "Papiamento",
		"lang.srn":    "Sranan Tongo",
		"lang.zh":     "Chinese",
		"lang.ur":     "Urdu",
		"lang.hi":     "Hindi",
		"lang.hu":     "Hungarian",
	}
}
