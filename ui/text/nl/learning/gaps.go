package learning

import "leerbalie/ui/text/language"

// gaps holds what is said of what brought the first evidence for a part.
func gaps() language.Table {
	return language.Table{
		"learning.gaps":             "Eerste bewijs: {offered} aangeboden, {other} ander werk, {unknown} onbekend, {elsewhere} anders",
		"learning.gaps.short":       "Eerste bewijs: {offered} aangeboden, {other} ander werk",
		"learning.gaps.few":         "weinig",
		"report.gaps":               "Waardoor er voor het eerst bewijs was",
		"report.gaps.about":         "Een onderdeel van een student telt één keer, bij het eerste bewijs. Aangeboden werk werd het eerst aangeboden aan wie het oppakte.",
		"report.gaps.unknown":       "Onbekend is werk van voordat dit werd bijgehouden, en wat met een opdracht, samen met andere vragen of uit andere handen werd opgepakt.",
		"report.gaps.few":           "* weinig: bij minder dan {enough} waarvan bekend is of het was aangeboden, zegt het verschil niets",
		"report.gaps.all":           "alles tot nu toe",
		"report.col.gaps.days":      "wanneer",
		"report.col.gaps.offered":   "aangeboden werk",
		"report.col.gaps.other":     "ander werk",
		"report.col.gaps.not-known": "onbekend",
		"report.col.gaps.elsewhere": "geen werk",
		"report.col.gaps.open":      "nog zonder",
	}
}
