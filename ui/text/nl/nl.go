// Package nl is Leerbalie in Dutch: one file an area, and what the language writes in a way of its own.
package nl

import "leerbalie/ui/text/language"

// Language is Dutch.
func Language() language.Language {
	return language.Language{
		Tag:     "nl",
		Offer:   "Nederlands (Dutch)",
		Locales: []string{"nl"},
		Yes:     "jy",
		No:      "n",
		Dates:   typed(),
		Decimal: ",",
		Codes:   codes,
		Tables: func() []language.Table {
			return []language.Table{
				around(),
				frame(), erasing(), erasingStudents(), right(), seat(), settings(), files(), welcome(), desk(),
				deskFind(), deskAsk(), languages(), fault(), store(), cli(),
				cliFiles(), cliBundle(), syncing(), learning(), report(), cliLearning(), people(), pairsWords(),
				cliPairs(), pairs(), peopleStudy(), learningChecklist(), deskOffer(), deskMessage(), myDay(), learningFrameworks(),
				deskMany(),
				overview(), clock(), exchange(), dates(), trust(), sealed(), laptops(), conflicts(),
				served(), key(),
				sessions(),
			}
		},
	}
}
