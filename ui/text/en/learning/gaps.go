package learning

import "leerbalie/ui/text/language"

// gaps holds what is said of what brought the first evidence for a part.
func gaps() language.Table {
	return language.Table{
		"learning.gaps":             "First evidence: {offered} offered, {other} other work, {unknown} not known, {elsewhere} otherwise",
		"learning.gaps.short":       "First evidence: {offered} offered, {other} other work",
		"learning.gaps.few":         "few",
		"report.gaps":               "What brought the first evidence",
		"report.gaps.about":         "A part of a student counts once, at the first evidence. Offered work had been offered first to those who took it up.",
		"report.gaps.unknown":       "Not known is work from before this was noted, and what was taken up by a command, with other requests at once or from other hands.",
		"report.gaps.few":           "* few: where it is known of fewer than {enough} whether it had been offered, the difference tells nothing",
		"report.gaps.all":           "all until now",
		"report.col.gaps.days":      "when",
		"report.col.gaps.offered":   "offered work",
		"report.col.gaps.other":     "other work",
		"report.col.gaps.not-known": "not known",
		"report.col.gaps.elsewhere": "no work",
		"report.col.gaps.open":      "still without",
	}
}
