// Package nl is Leerbalie in Dutch: one file an area, and what the language writes in a way of its own.
package nl

import (
	"leerbalie/ui/text/language"
	"leerbalie/ui/text/nl/learning"
	"leerbalie/ui/text/nl/lists"
)

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
		Tables: append([]func() language.Table{
			cli, around, linear,
			lists.Columns, lists.Find, lists.Blocks, lists.Notification, lists.Lookup, lists.Directory,
			frame, erasing, erasingStudents, right, board, seat, settings, files, welcome, desk,
			deskAsk, languages, fault, store,
			cliFiles, cliBundle, syncing, report, people, pairsWords,
			cliPairs, pairs, peopleStudy, deskOffer, deskMessage, myDay,
			deskMany, wizard, imports, merging,
			imported, paths, retention, story,
			overview, figures, clock, exchange, dates, trust, sealed, laptops, conflicts,
			served, key, roll,
			sessions,
			directoryFiles, calendarIn,
			said, saidDesk, aloud,
			searching, also, hours, met,
			value, signals, reporting,
			communityMine, halfYear,
			partnersPage,
			visits, community, pages, communityPlaces, goals, questions, projects, partners, placements, upwards, researches, trainings, ledger, outcome, courses, cliCourses, coursesPage, attention,
			meetings,
		}, learning.Tables()...),
	}
}
