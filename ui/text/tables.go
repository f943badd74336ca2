package text

// tables lists the areas of one language. A new area is one entry in each of the two lists.
func tables(lang Lang) []Table {
	if lang == NL {
		return []Table{
			frameNL(), seatNL(), settingsNL(), filesNL(),
			welcomeNL(), queueNL(), findNL(), dialogNL(),
			langNL(), faultNL(), storeNL(), cliNL(),
			cliFileNL(), learnNL(), reportNL(), cliLearnNL(),
			peopleNL(), pairNL(), cliPairNL(), pairsNL(),
			studyNL(), checklistNL(), offerNL(), framesNL(),
		}
	}
	return []Table{
		frameEN(), seatEN(), settingsEN(), filesEN(),
		welcomeEN(), queueEN(), findEN(), dialogEN(),
		langEN(), faultEN(), storeEN(), cliEN(),
		cliFileEN(), learnEN(), reportEN(), cliLearnEN(),
		peopleEN(), pairEN(), cliPairEN(), pairsEN(),
		studyEN(), checklistEN(), offerEN(), framesEN(),
	}
}
