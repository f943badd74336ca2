package nl

import "leerbalie/ui/text/language"

// languages holds the names of languages.
func languages() language.Table {
	return language.Table{
		"language.in": "In het {language}",
		"lang.nl":     "Nederlands",
		"lang.en":     "Engels",
		"lang.ar":     "Arabisch",
		"lang.tr":     "Turks",
		"lang.zgh":    "Tamazight",
		"lang.pl":     "Pools",
		"lang.uk":     "Oekraïens",
		"lang.ru":     "Russisch",
		"lang.ti":     "Tigrinya",
		"lang.fa":     "Perzisch",
		"lang.so":     "Somalisch",
		"lang.am":     "Amhaars",
		"lang.ku":     "Koerdisch",
		"lang.ro":     "Roemeens",
		"lang.bg":     "Bulgaars",
		"lang.es":     "Spaans",
		"lang.pt":     "Portugees",
		"lang.fr":     "Frans",
		"lang.de":     "Duits",
		"lang.it":     "Italiaans",
		"lang.pap":    "Papiaments",
		"lang.srn":    "Sranantongo",
		"lang.zh":     "Chinees",
		"lang.ur":     "Urdu",
		"lang.hi":     "Hindi",
		"lang.hu":     "Hongaars",
	}
}
