package text

// tables lists the areas of one language. A new area is one entry in each of the two lists.
func tables(lang Lang) []Table {
	if lang == NL {
		return []Table{frameNL(), seatNL(), welcomeNL(), queueNL(), dialogNL(), langNL(), faultNL(), storeNL(), cliNL(), cliFileNL(), learnNL()}
	}
	return []Table{frameEN(), seatEN(), welcomeEN(), queueEN(), dialogEN(), langEN(), faultEN(), storeEN(), cliEN(), cliFileEN(), learnEN()}
}
