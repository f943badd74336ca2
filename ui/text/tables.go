package text

// tables lists the areas of one language. A new area is one entry in each of the two lists.
func tables(lang Lang) []Table {
	if lang == NL {
		return []Table{frameNL(), seatNL(), settingsNL(), welcomeNL(), queueNL(), dialogNL(), langNL(), faultNL(), storeNL(), cliNL(), cliFileNL(), learnNL(), peopleNL()}
	}
	return []Table{frameEN(), seatEN(), settingsEN(), welcomeEN(), queueEN(), dialogEN(), langEN(), faultEN(), storeEN(), cliEN(), cliFileEN(), learnEN(), peopleEN()}
}
