package en

import "leerbalie/ui/text/language"

// board holds the words of the screen in the waiting room, and of the role of that screen.
func board() language.Table {
	return language.Table{
		"role.board":          "screen in the waiting room",
		"cli.role.board":      "screen in the waiting room",
		"board.called":        "Your turn",
		"board.waiting":       "Waiting",
		"board.waiting.about": "Waiting, and about how long still",
		"board.about":         "about {n} minutes",
		"board.minutes":       "{n} min",
		"board.nobody":        "Nobody is waiting.",
		"board.hint.number":   "Have a number? We will call you.",
		"board.hint.none":     "No number? Please ask at the desk.",
		"board.more":          "More people are waiting.",
		"board.page":          "{n} of {of}",
		"board.begin":         "One moment.",
		"board.away":          "This screen gets no news now. Please ask at the desk.",
		"board.late":          "This screen is a little behind.",
		"board.refused":       "This screen may show nothing here any more. Please ask at the desk.",
		"error.board-only":    "{name} is a screen in the waiting room. That can only show who waits. Name somebody else with --as.",
		"error.board-alone":   "A screen in the waiting room can have no other role. Choose that role alone, or leave it out.",
		"error.board-site":    "{name} is the screen of one site. Leave --site out.",
		"cli.served.board":    "Over SSH only this works: board --json. A screen with a key of its own starts without a command.",
		"error.board-pin":     "{name} has a PIN, and this screen cannot ask for one. Add a person with the role of a screen in the waiting room, and start with --as NAME.",
		"cli.board":           "show who waits, on a screen in the waiting room",
		"cli.board.long": "Shows on the whole screen which numbers are called, which still wait, and about how long. There is nothing but numbers: no name and no question.\n" +
			"No key does anything, Ctrl+C neither: close the window, or stop the program from another place.\n" +
			"With --json the numbers come once on the output.",
		"cli.flag.board-site": "of which site: name or code (your own)",
	}
}
